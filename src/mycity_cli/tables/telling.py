"""What is told of a table beside an answer: what was found out of it, what was left out, and which rows are bad."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import islice

from mycity_cli.errors import DataError, MycityError, UsageError
from mycity_cli.messages import counted, say
from mycity_cli.tables.patterns import FEWEST, advice_for, problem_patterns
from mycity_cli.tables.rows import BARE_HELP, BadRow, TableRows
from mycity_cli.tables.settings import Settings, mend_or_show


def bad_rows_error(name: str, rows: TableRows, settings: Settings) -> DataError:
    """Return the error for the bad rows of a table: those of one kind are one line where they are many."""
    shown = list(_problems(name, rows.bad, settings.max_errors))
    told = [*shown, _ending(name, rows, settings)]
    # How many rows are shown, --max-errors says.
    return DataError(say("has bad rows"), where=name, problems=told, most=len(told))


def left_out(bad: int) -> list[str]:
    """Return the note that bad rows were left out, if any were."""
    return [counted("{number:,} bad row left out", "{number:,} bad rows left out", bad)] if bad else []


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
    return say("read them with {option}", option=option) if option else ""


def _ending(name: str, rows: TableRows, settings: Settings) -> UsageError:
    """Return the error that says how many rows are bad, and what to do: to leave most of them out is no advice."""
    bad, of = len(rows.bad), len(rows.bad) + len(rows.good)
    option = advice_for(rows.bad)
    help = _advice(option) if option else mend_or_show(bad, is_cut=bad > settings.max_errors)
    wrong = counted("{bad:,} of {number:,} row is bad", "{bad:,} of {number:,} rows are bad", of, bad=bad)
    return UsageError(wrong, where=name, help=help)
