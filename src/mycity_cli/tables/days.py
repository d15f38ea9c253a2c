"""Days as tables write them, each read as a period; which number is the month, all cells of a column show together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from mycity_cli.errors import PeriodError
from mycity_cli.messages import say
from mycity_cli.period import Period
from mycity_cli.tables.cell_words import words
from mycity_cli.tables.numbers import Shown
from mycity_cli.tables.sheet import Cell, Origin

Order = Literal["ymd", "dmy", "mdy"]

ORDER_HELP = say("say which is which: --date-order dmy or --date-order mdy")

_TIME = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[AaPp]\.?[Mm]\.?|[+-]\d{2}:?(?:\d{2})?)?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])\s?(\d{{1,2}})\2\s?(\d{{4}}){_TIME}", re.ASCII)
_YEAR_SHORT = re.compile(rf"\d{{1,2}}([-/.])(?:\d{{1,2}}|[A-Za-z]{{3,9}})\1\d{{2}}{_TIME}", re.ASCII)
_MONTH = re.compile(r"(\d{4})[/.](\d{2})|(\d{4})/(\d)", re.ASCII)
_CHINESE = re.compile(rf"(\d{{4}})年(?:(\d{{1,2}})月份?(?:(\d{{1,2}})[日号號]?{_TIME})?)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_WEEKDAY = r"(?:[A-Za-z]{3,9}\.?,\s*)?"
_NAMED = re.compile(
    rf"{_WEEKDAY}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s./-]*(?:of\s)?)?(?P<month>[A-Za-z]{{3,9}})\.?[\s,/-]*(?P<year>\d{{4}}){_TIME}"
    rf"|(?P<year3>\d{{4}})[\s-](?P<month3>[A-Za-z]{{3,9}})\.?[\s-](?P<day3>\d{{1,2}})"
    rf"|{_WEEKDAY}(?P<month2>[A-Za-z]{{3,9}})\.?\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}}){_TIME}",
    re.ASCII,
)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 200_000
"""Between 1927 and 2447 a number in a column of days of a spreadsheet is one of its own."""


class DayStyle(NamedTuple):
    """In which order the days of a column have their parts, None where nothing shows it, and what shows it.

    `doubtful` is the first cell that cannot be read without, `against` the first that shows the other order.
    """

    order: Order | None
    shown_by: Shown | None = None
    doubtful: Shown | None = None
    against: Shown | None = None


NO_ORDER = DayStyle(None)


def style_of_days(cells: Iterable[tuple[str, int]], told: str) -> DayStyle:
    """Return the order that texts show, each given with its first row; `told` is what an option or the header says."""
    proofs: dict[Order, list[Shown]] = {"dmy": [], "mdy": []}
    doubtful: Shown | None = None
    for text, row in cells:
        match = _YEAR_LAST.fullmatch(text)
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            proofs["dmy"].append(Shown(row, text))
        elif second > 12 >= first:
            proofs["mdy"].append(Shown(row, text))
        elif first != second:
            doubtful = doubtful or Shown(row, text)
    if told in ("ymd", "dmy", "mdy"):
        order: Order = "ymd" if told == "ymd" else "dmy" if told == "dmy" else "mdy"
        return DayStyle(order)
    more, less = sorted(proofs, key=lambda order: -len(proofs[order]))
    if len(proofs[more]) == len(proofs[less]):
        return DayStyle(None, None, doubtful, proofs[less][0] if proofs[less] else None)
    return DayStyle(more, proofs[more][0], doubtful, proofs[less][0] if proofs[less] else None)


def read_day(cell: Cell, order: Order | None, origin: Origin) -> Period:
    """Return the day, month, year or other period that a cell states. Raises PeriodError for what is none."""
    if isinstance(cell, datetime):
        return Period.parse(cell.date().isoformat())
    if isinstance(cell, date):
        return Period.parse(cell.isoformat())
    if isinstance(cell, int | Decimal):
        return _of_number(cell, origin)
    return _of_text((cell or "").strip(), order)


def _of_number(value: int | Decimal, origin: Origin) -> Period:
    whole = int(value)
    # A number of a spreadsheet may count days; elsewhere one says what its digits say, whatever type it is kept in.
    if whole == value and (origin is not Origin.EXCEL or 1900 <= whole <= 2200 or _COMPACT.fullmatch(str(whole))):
        return _of_text(str(whole), None)
    if origin is Origin.EXCEL and _FIRST_SERIAL <= value < _LAST_SERIAL:
        # Spreadsheets count days from the end of 1899, as if 1900 had been a leap year.
        return Period.parse((date(1899, 12, 30) + timedelta(days=whole)).isoformat())
    raise _wrong(str(value), say("'{text}' is no date", text=value))


def _of_text(text: str, order: Order | None) -> Period:
    if match := _YEAR_FIRST.fullmatch(text):
        return _period(text, match[1], match[3], match[4])
    if match := _YEAR_LAST.fullmatch(text):
        return _of_parts(text, match, order)
    if match := _MONTH.fullmatch(text):
        return _period(text, match[1] or match[3], match[2] or match[4])
    if match := _CHINESE.fullmatch(re.sub(r"(?<=[年月])\s+|\s+(?=[年月日])", "", text)):
        return _period(text, match[1], match[2], match[3])
    if match := _COMPACT.fullmatch(text):
        return _period(text, match[1], match[2], match[3])
    if match := _NAMED.fullmatch(text):
        year, month, day = (match[part] or match[f"{part}2"] or match[f"{part}3"] for part in ("year", "month", "day"))
        if number := _month(month):
            return _period(text, year, number, day)
    if _YEAR_SHORT.fullmatch(text):
        raise _wrong(text, say("'{text}' has a year of two digits", text=text), say("write years with four digits"))
    return Period.parse(text)


def _of_parts(text: str, match: re.Match[str], order: Order | None) -> Period:
    """Return the day whose year stands last."""
    first, second, year = match[1], match[3], match[4]
    if order == "ymd":
        raise _wrong(text, say("'{text}' does not begin with its year", text=text), ORDER_HELP)
    if order is None:
        if int(first) == int(second):
            return _period(text, year, first, second)
        raise _wrong(text, say("'{text}' does not say which number is the month", text=text), ORDER_HELP)
    day, month = (first, second) if order == "dmy" else (second, first)
    if int(month) > 12 >= int(day):
        wrong = say("'{text}' has its day and month in another order than others", text=text)
        raise _wrong(text, wrong, ORDER_HELP)
    return _period(text, year, month, day)


def _period(text: str, year: str, month: str | None = None, day: str | None = None) -> Period:
    """Return a period of its parts. Raises PeriodError, for the text as it is written, where there is none."""
    parts = [year, *(f"{int(part):02}" for part in (month, day) if part is not None)]
    try:
        return Period.parse("-".join(parts))
    except PeriodError as error:
        raise _wrong(text, error.message) from None


def _wrong(text: str, message: str, help: str = "") -> PeriodError:
    return PeriodError(message, text, 0, len(text), help=help or _HELP)


_HELP = say("write a year, a month or a day: 2022, 2018-04, 2022-11-03")


@cache
def _months() -> dict[str, str]:
    return {
        name: f"{number:02}"
        for number, names in enumerate(words("cells", "months")["names"], start=1)
        for name in names.split("|")
    }


def _month(name: str) -> str | None:
    return _months().get(name.casefold())
