"""What an engine can say of rows whose ids are told: which lack a figure, state one with a hedge, or have no plain day.

A condition holds for all such rows, and for few others: our own rules decide. It knows the texts that were met when the
rows were added up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, true

from mycity_cli.query.sums import is_hedged
from mycity_cli.tables.sql.readings import Readings

Condition = Callable[[Any], ColumnElement[bool]]

_MOST = 500
"""How many texts an engine is asked to look for."""


def undated() -> Condition:
    """Return the condition that a row has no date, or one that the engine does not read."""
    return lambda cells: or_(cells.date.is_(None), cells.date_text.is_not(None))


def within_days(first: date | None, last: date | None) -> Condition:
    """Return the condition that a row has no plain day before or behind limits."""
    return lambda cells: or_(
        undated()(cells),
        and_(
            true() if first is None else cells.date >= first.isoformat(),
            true() if last is None else cells.date <= last.isoformat(),
        ),
    )


def lacking(readings: Readings, column: str) -> Condition:
    """Return the condition that a row lacks an amount or a number of projects."""
    texts = readings.texts(column, lambda figure: figure is None)
    return lambda cells: or_(cells[column].is_(None), _among(cells, column, texts))


def hedged(readings: Readings, column: str) -> Condition:
    """Return the condition that the amount or the number of projects of a row is hedged."""
    texts = readings.texts(column, is_hedged)
    words = readings.hedged_words() if column == "amount" else []
    if len(words) > _MOST:
        return lambda _: true()
    return lambda cells: or_(
        _among(cells, column, texts),
        *(and_(cells.before == before, cells.after == after) for before, after in words),
    )


def _among(cells: Any, column: str, texts: Sequence[str] | None) -> ColumnElement[bool]:
    """Return the condition that a figure is one of some texts; of many, that the engine did not read it.

    It looks at the text as it lies there, so that the engine has not to read the figures of all rows once more.
    """
    if texts is None or len(texts) > _MOST:
        unread: ColumnElement[bool] = cells[f"{column}_text"].is_not(None)
        return unread
    among: ColumnElement[bool] = cells[column].in_(texts)
    return among
