"""What is told of a table beside an answer: what was found out of it, what was left out, and which rows are bad."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import islice

from mycity_cli.errors import DataError, MycityError, UsageError
from mycity_cli.tables.patterns import FEWEST, advice_for, problem_patterns
from mycity_cli.tables.rows import BARE_HELP, BadRow, TableRows
from mycity_cli.tables.settings import Settings


def bad_rows_error(name: str, rows: TableRows, settings: Settings) -> DataError:
    """Return the error for the bad rows of a table: those of one kind are one line where they are many."""
    shown = list(_problems(name, rows.bad, settings.max_errors))
    told = [*shown, _ending(name, rows, settings)]
    # How many rows are shown, --max-errors says.
    return DataError("has bad rows", where=name, problems=told, most=len(told))


def left_out(bad: int) -> list[str]:
    """Return the note that bad rows were left out, if any were."""
    return [f"{bad:,} bad {'row' if bad == 1 else 'rows'} left out"] if bad else []


def _problems(name: str, bad: Sequence[BadRow], most: int) -> Iterator[MycityError]:
    """Yield what is wrong: each pattern of many rows in one line, and of the other rows the first."""
    patterns = [pattern for pattern in problem_patterns(bad) if pattern.rows > FEWEST]
    told: set[int] = set()
    for pattern in patterns:
        told.update(pattern.members)
        yield UsageError(pattern.told, where=name, help=_advice(pattern.option))
    others = (row for at, row in enumerate(bad) if at not in told)
    for row in islice(others, min(most, sys.maxsize)):
        yield from row.errors()


def _advice(option: str) -> str:
    """Return what to do where an option reads bad rows; which unit is theirs, only their owner knows."""
    if option.startswith("--amount-unit"):
        return BARE_HELP
    return f"read them with {option}" if option else ""


def _ending(name: str, rows: TableRows, settings: Settings) -> UsageError:
    """Return the error that says how many rows are bad, and what to do: to leave most of them out is no advice."""
    bad, of = len(rows.bad), len(rows.bad) + len(rows.good)
    option = advice_for(rows.bad)
    if option:
        help = _advice(option)
    else:
        help = "put them right, or leave them out with --skip-bad"
        if bad > settings.max_errors:
            help += f"; --max-errors {bad} shows all"
    return UsageError(f"{bad:,} of {of:,} {'row is' if of == 1 else 'rows are'} bad", where=name, help=help)
