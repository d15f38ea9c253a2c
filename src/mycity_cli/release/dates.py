"""Dates in prose, resolved against the date that a release states of itself; what is not certain is no date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mycity_cli.errors import PeriodError
from mycity_cli.expressions import expression
from mycity_cli.period import Period


class Dated(NamedTuple):
    """A date where a text states it: `start` up to `end`. `period` is None where the text leaves its year open."""

    start: int
    end: int
    period: Period | None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|to|until|through)\s?"
_ENGLISH = expression(
    rf"\b(?P<month>{_MONTH})\s(?P<day>{_DAY}){_TH}\b"
    rf"(?:{_TO}(?:(?P<month2>{_MONTH})\s)?(?P<last>{_DAY}){_TH}\b(?!\s?%))?(?:,?\s(?P<year>\d{{4}})\b)?"
    rf"|\b(?P<dday>{_DAY}){_TH}(?:{_TO}(?P<dlast>{_DAY}){_TH})?\s(?:of\s)?(?P<dmonth>{_MONTH})"
    r"(?:,?\s(?P<dyear>\d{4}))?\b"
    rf"|\b(?P<mmonth>{_MONTH}),?\s(?:of\s)?(?P<myear>\d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
    r"|\b(?P<ago>yesterday|today)\b"
    r"|\b(?:in|during|of) (?P<only>(?:19|20)\d{2})\b(?![\w,.]*\d)"
    r"|(?<!next )\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_CHINESE = expression(
    r"(?:(?P<year>\d{4})\s?年|(?P<this>今年|本年)|(?P<before>去年))?\s?(?:(?P<month>\d{1,2})\s?月|(?P<same>本月|当月))?\s?"
    r"(?P<day>\d{1,2})\s?[日号](?!电)(?:\s?(?:-|–|—|至|到|~)+\s?(?:(?P<month2>\d{1,2})\s?月)?(?P<last>\d{1,2})\s?[日号])?"
    r"|(?P<myear>\d{4})\s?年\s?(?P<mmonth>\d{1,2})\s?月(?:份)?"
    r"|(?P<only>(?:19|20)\d{2})\s?年(?!\s?\d)"
    r"|(?P<ago>昨天|昨日|昨晚|今天|今日|今晨|前天|前日)"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
)
_AGO = {"yesterday": 1, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "前日": 2}
_EVENT = (
    r"(?:event|conference|fair|expo|exposition|seminar|forum|summit|ceremony|meeting|convention|symposium|roadshow)"
)
_YEAR_OF_EVENT = expression(
    rf"\b(?P<first>(?:19|20)\d{{2}})\s(?:\(?[A-Z][\w'’&()-]*\s){{0,8}}{_EVENT}\b"
    rf"|\b{_EVENT}(?:\s[A-Z][\w'’-]*){{0,3}}\s(?P<second>(?:19|20)\d{{2}})\b"
    r"|(?P<third>(?:19|20)\d{2})年?[^\s，。；：,;:\d]{0,24}?(?:大会|推介会|洽谈会|博览会|招商会|签约仪式|交易会|投洽会|论坛|峰会)",
    re.IGNORECASE,
)
_MOST_DAYS_APART = 183


def event_year(text: str) -> int | None:
    """Return the year that the text puts beside the name of an event, None where it names none or several."""
    years = {int(match[match.lastgroup or 0]) for match in _YEAR_OF_EVENT.finditer(text)}
    return years.pop() if len(years) == 1 else None


def dates_in(
    text: str, start: int, end: int, language: str, *, told: Period | None, year: int | None = None
) -> Iterator[Dated]:
    """Yield the dates that a stretch of the text states.

    `told` is the date of the release itself; `year` is that of its event, for days without one where `told` is None.
    """
    pattern, resolve = (_CHINESE, _chinese) if language == "zh" else (_ENGLISH, _english)
    day = told.start if told is not None and told.start == told.end else None
    if told is not None and told.start is not None and told.end is not None and told.start.year == told.end.year:
        year = year if day is None and year is not None else told.start.year
    for match in pattern.finditer(text, start, end):
        if match.end() > match.start():
            yield Dated(match.start(), match.end(), resolve(match.groupdict(), day, year))


def _english(parts: dict[str, str | None], told: date | None, year: int | None) -> Period | None:
    if parts["iso"] or parts["only"]:
        return _period(parts["iso"] or parts["only"] or "")
    if parts["ago"]:
        return None if told is None else _day(told - timedelta(_AGO.get(parts["ago"].lower(), 0)))
    if parts["weekday"]:
        if told is None:
            return None
        return _day(told - timedelta((told.weekday() - _WEEKDAYS.index(parts["weekday"].lower())) % 7))
    if parts["mmonth"]:
        return _period(f"{parts['myear']}-{_month(parts['mmonth']):02}")
    month = _month(parts["month"] or parts["dmonth"] or "")
    first, last = int(parts["day"] or parts["dday"] or 0), parts["last"] or parts["dlast"]
    until = _month(parts["month2"]) if parts["month2"] else month
    stated = parts["year"] or parts["dyear"]
    own = int(stated) if stated else _nearest_year(month, first, told, year)
    return _days(own, month, first, until, int(last) if last else None)


def _chinese(parts: dict[str, str | None], told: date | None, year: int | None) -> Period | None:
    if parts["iso"] or parts["only"]:
        return _period(parts["iso"] or parts["only"] or "")
    if parts["ago"]:
        return None if told is None else _day(told - timedelta(_AGO.get(parts["ago"], 0)))
    if parts["mmonth"]:
        return _period(f"{parts['myear']}-{int(parts['mmonth']):02}")
    first, last = int(parts["day"] or 0), int(parts["last"]) if parts["last"] else None
    if not parts["month"]:
        return None if told is None or last is not None else _last_day(first, told)
    month = int(parts["month"])
    until = int(parts["month2"]) if parts["month2"] else month
    if parts["year"]:
        own: int | None = int(parts["year"])
    elif parts["this"] or parts["before"]:
        own = None if year is None else year - bool(parts["before"])
    else:
        own = _nearest_year(month, first, told, year)
    return _days(own, month, first, until, last)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _nearest_year(month: int, day: int, told: date | None, year: int | None) -> int | None:
    """Return the year of a day that was written without one: the nearest to the day of the release."""
    if told is None:
        return year
    for own in (told.year, told.year - 1, told.year + 1):
        period = _days(own, month, day, month, None)
        if period is not None and period.start is not None and abs((period.start - told).days) <= _MOST_DAYS_APART:
            return own
    return None


def _last_day(day: int, told: date) -> Period | None:
    """Return the last day with this number that is not after the release."""
    first = told.replace(day=1)
    if day > told.day:
        first = (first - timedelta(1)).replace(day=1)
    return _days(first.year, first.month, day, first.month, None)


def _days(year: int | None, month: int, day: int, until: int, last: int | None) -> Period | None:
    if year is None:
        return None
    start = f"{year:04}-{month:02}-{day:02}"
    return _period(start if last is None else f"{start}/{year:04}-{until:02}-{last:02}")


def _day(day: date) -> Period | None:
    return _period(day.isoformat())


def _period(text: str) -> Period | None:
    """Return a period, None for a day that the calendar does not have."""
    try:
        return Period.parse(text)
    except PeriodError:
        return None
