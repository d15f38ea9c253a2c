"""What is wrong with the cells of a row, each with its stable code."""

from __future__ import annotations

from collections.abc import Mapping

from mycity_cli.errors import FigureError, MycityError, PeriodError
from mycity_cli.messages import say
from mycity_cli.tables.rows import CellError

PLACES = ("city", "promoter", "partner")
"""The columns that hold names of places."""

_NO_CITY = say("every row needs one; a merged cell is filled down by --fill city")


def row_problems(said: Mapping[str, object], other: CellError | None) -> list[CellError]:
    """Return what is wrong with a row, by what its cells say."""
    problems = [] if other is None else [other]
    for column, value in said.items():
        if isinstance(value, MycityError):
            problems.append(_at(column, value))
        elif column == "city" and value is None:
            problems.append(CellError(say("is missing"), "city", "missing-field", help=_NO_CITY))
    return problems


def _at(column: str, error: MycityError) -> CellError:
    """Return an error of its own for a cell: the one that is remembered serves many rows."""
    match error:
        case CellError():
            code = error.code
        case FigureError():
            code = "unreadable-figure"
        case PeriodError():
            code = "unreadable-period"
        case _:
            code = "unclear-name" if column in PLACES else "wrong-figure"
    return CellError(error.message, column, code, help=error.help, excerpt=error.excerpt)
