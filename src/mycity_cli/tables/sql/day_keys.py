"""Days as keys of groups: of all rows of a year, or between two limits, one day stands for the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, case, literal

from mycity_cli.query import Group as By
from mycity_cli.query import Selection
from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.types import constant

_PARTS = {By.YEAR: ("year",), By.QUARTER: ("year", "quarter"), By.MONTH: ("year", "month")}
_QUARTERS = (("10", "4"), ("07", "3"), ("04", "2"))


class DayKeys(NamedTuple):
    """What days are told apart by: the parts of a day, and the first days behind limits."""

    parts: tuple[str, ...] = ()
    starts: tuple[date, ...] = ()

    @classmethod
    def of(cls, selections: Iterable[Selection], by: By | None = None) -> DayKeys | None:
        """Return what filters and a group tell days apart by; None where no day is asked for."""
        parts = () if by is None else _PARTS.get(by, ())
        starts: set[date] = set()
        is_limited = False
        for each in selections:
            first, last = each.first_day, each.last_day
            is_limited = is_limited or (first, last) != (None, None)
            starts |= {first} if first is not None else set()
            starts |= {last + timedelta(days=1)} if last is not None and last < date.max else set()
        return cls(parts, tuple(sorted(starts))) if parts or is_limited else None

    @property
    def number(self) -> int:
        """How many keys there are."""
        return len(self.parts) + bool(self.starts)

    def of_days(self, day: ColumnElement[Any], engine: SqlEngine) -> Iterator[ColumnElement[Any]]:
        """Yield the keys of a day."""
        for part in self.parts:
            yield engine.part_of_day(day, part)
        if self.starts:
            yield _section(day, [literal(start, Date) for start in self.starts])

    def of_texts(self, text: ColumnElement[Any], engine: SqlEngine) -> Iterator[ColumnElement[Any]]:
        """Yield the keys of a text that is a day as ISO 8601 has it."""
        if self.parts == ("year",):
            yield engine.part_of_text(text, 1, 4)
        elif self.parts:
            month = engine.part_of_text(text, 6, 2)
            if self.parts[-1] == "quarter":
                ends = [(month >= constant(first), constant(number)) for first, number in _QUARTERS]
                month = case(*ends, else_=constant("1"))
            yield engine.part_of_text(text, 1, 4)
            yield month
        if self.starts:
            yield _section(text, [constant(start.isoformat()) for start in self.starts])


def _section(day: ColumnElement[Any], starts: Iterable[ColumnElement[Any]]) -> ColumnElement[Any]:
    """Return how many of the starts a day has reached."""
    section: ColumnElement[Any] = literal(0)
    for start in starts:
        section += case((day >= start, 1), else_=0)
    return section
