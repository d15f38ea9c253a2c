"""Periods: dates as far as they are known."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import PeriodError
from mycity_cli.messages import say

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

_HELP = say("write a year, a month or a day (2022, 2018-04, 2022-11-03), or two of them (2017/2018-04, ../2018-04)")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; None where the side is open.

    Written as in ISO 8601-1:2019 (calendar dates of reduced precision, 5.2.2; intervals, 5.5) and, for `..`, the open
    interval of ISO 8601-2:2019, 4.4.
    """

    start: date | None
    end: date | None
    text: str = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period that the text states. Raises PeriodError, which says which part is wrong."""
        return _parsed(text)

    @classmethod
    def year(cls, year: int) -> Period:
        """Return the period of a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), f"{year:04}")

    def __str__(self) -> str:
        return self.text

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and not more."""
        return self.start is not None and self.start == self.end

    def key(self) -> tuple[date, date]:
        """Return what periods are sorted by: their first day, then their last; an open side is as far as dates go."""
        return self.start or date.min, self.end or date.max

    def can_fall_in(self, since: date | None, until: date | None) -> bool:
        """Return whether a day of this period lies between two days, both included; None is no limit."""
        starts_in_time = until is None or self.start is None or self.start <= until
        ends_in_time = since is None or self.end is None or self.end >= since
        return starts_in_time and ends_in_time

    def within(self, part: str) -> str | None:
        """Return the `year`, `quarter` or `month` that holds the whole period (`2022-Q4`), None where none does."""
        if self.start is None or self.end is None:
            return None
        first, last = (_part_of_year(day, part) for day in (self.start, self.end))
        return first if first == last else None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from mycity_cli._schema import text_schema

        return text_schema(cls, _parsed, "a year, month or day, or two of them: 2022, 2018-04, ../2018-04")


# A large file has few days, and each of them many times.
@lru_cache(maxsize=1 << 14)
def _parsed(text: str) -> Period:
    left, slash, right = text.partition("/")
    if not slash:
        start, end = _days(text, 0, text)
        return Period(start, end, text)
    if left == right == "..":
        raise PeriodError(say("a period needs at least one date"), text, 0, len(text), help=_HELP)
    from_day = None if left == ".." else _days(left, 0, text)[0]
    to_day = None if right == ".." else _days(right, len(left) + 1, text)[1]
    if from_day is not None and to_day is not None and from_day > to_day:
        message = say("the period ends before it starts")
        raise PeriodError(message, text, 0, len(text), help=say("swap the two dates"))
    return Period(from_day, to_day, text)


def _days(part: str, offset: int, text: str) -> tuple[date, date]:
    """Return the first and the last day of a year, month or day as written."""
    fields, help = part.split("-"), _HELP

    def wrong(message: str) -> PeriodError:
        return PeriodError(message, text, offset, offset + len(part), help=help)

    if is_short_year(fields[0]) and len(fields) <= 2 and part == text:
        full = part.replace(fields[0], full_year(fields[0]), 1)
        help = say("a year has four digits: {full}", full=full)
    if not part.isascii() or [len(f) for f in fields] not in ([4], [4, 2], [4, 2, 2]):
        raise wrong(say("'{text}' is no date", text=part))
    if not all(f.isdigit() for f in fields) or fields[0] == "0000":
        raise wrong(say("'{text}' is no date", text=part))
    year, *rest = map(int, fields)
    month = rest[0] if rest else None
    if month is not None and not 1 <= month <= 12:
        raise wrong(say("there is no month {month}", month=fields[1]))
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    length = monthrange(year, month)[1]
    if len(rest) == 1:
        return date(year, month, 1), date(year, month, length)
    if not 1 <= rest[1] <= length:
        raise wrong(say("{month} has no day {day}", month=f"{fields[0]}-{fields[1]}", day=fields[2]))
    return date(year, month, rest[1]), date(year, month, rest[1])


def is_short_year(text: str) -> bool:
    """Return whether a text is a year without its century, as `22`, that may be meant for another than the year 22."""
    return len(text) == 2 and text.isascii() and text.isdigit()


def full_year(text: str) -> str:
    """Return the year that one without its century is most likely short for."""
    return f"20{text}"


def _part_of_year(day: date, part: str) -> str:
    match part:
        case "year":
            return f"{day.year:04}"
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
    raise ValueError(say("no part of a year: {part}", part=part))
