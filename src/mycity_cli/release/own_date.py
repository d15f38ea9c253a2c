"""The date that a release states of itself: in a line at its head, in its dateline, or with its source."""

from __future__ import annotations

import re
from datetime import date

from mycity_cli.expressions import expression
from mycity_cli.period import Period

_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_MONTHS = {month.lower(): number for number, month in enumerate(_SHORT_MONTHS.split(), start=1)}
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

_NUMERIC = r"(?P<year>(?:19|20)\d\d)(?:[-/.]|年)\s?(?P<month>[01]?\d)(?:[-/.]|月)\s?(?P<day>[0-3]?\d)(?!\d)日?"
_AMERICAN = r"(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?!\d)"
_WRITTEN = rf"{_MONTH}\s{{0,3}}{_DAY}(?:,?\s{{0,3}}{_YEAR})?"
_DAY_FIRST = rf"{_DAY}\s{{1,3}}{_MONTH},?\s{{0,3}}{_YEAR}"
_FORMS = tuple(expression(form, re.ASCII | re.IGNORECASE) for form in (_NUMERIC, _AMERICAN, _WRITTEN, _DAY_FIRST))

_LABEL = expression(
    r"(?:^|[\n(（\[【|])\s{0,20}[*_]{0,2}(?:publication\s|release\s|publish(?:ed|ing)?\s|posted\s|last\s)?"
    r"(?:(?:date|time|updated?|published|posted|released|modified|source"
    r"|发布时间|发布日期|更新时间|发稿时间|日期|时间|来源|发布于)"
    r"(?:\s{0,3}[:：]|\s(?=\d)|\son\s)|发布于|更新于)[*_]{0,2}\s{0,20}(?:on\s)?",
    re.IGNORECASE,
)
_DATELINE = expression(
    r"(?:^|\n|\d\s|(?<=[^\W\d_A-Z]))\s{0,9}[*_]{0,2}(?P<place>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3})"
    r"(?:,\s(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d)[A-Z][\w.'’ ]{1,30}){0,3},\s"
)
_SHORT_LINE = expression(r"(?:^|(?<=\n))[ \t(（]{0,9}(?P<date>[^\n]{6,40})(?=\n|$)")
_TIME = expression(r"[)）,，\s]{0,3}(?:\d{1,2}:\d\d(?::\d\d)?)?(?:\s?[AaPp]\.?[Mm]\.?)?[)）\s]{0,3}", re.ASCII)
_AGENCY = expression(r"[.,]?\s{0,3}(?:[（(/][^)）/\n]{1,60}[)）/]\.?\s{0,3}(?:--|—|–|-)?|--|—|–)")
_AGENCY_OR_STOP = expression(rf"{_AGENCY.pattern}|\.\s|[*_]{{0,2}}[ \t]{{0,9}}(?:\n|$)")
_CHINESE_DATELINE = expression(
    r"(?:本报|新华社|新华网|中新社|中新网|人民网|央广网|(?:^|\n)[^\n，。,]{0,12}讯)[^\n，。,]{0,10}?"
    r"(?P<month>[01]?\d)月(?P<day>[0-3]?\d)日(?:电|讯|\s?[（(])",
    re.ASCII,
)
_STATED_YEAR = expression(
    r"(?<![\d.,$¥€£-])(?<![Ss]ince )(?<!until )(?<!自)(?<!从)(?:19|20)\d\d"
    r"(?![\d%]|[.,]\d|[a-z]|\s?(?:万|亿|多|余|个|项|家|名|billion|million))",
    re.ASCII,
)
_HEAD = 3000
_TAIL = 600
_MOST = 100_000
"""In so many characters the years of a text are looked for."""


def release_date(text: str) -> Period | None:
    """Return the date that a text gives as its own, as far as it is known; None where it gives none.

    A date without a year is completed where every year that the text names is the same.
    """
    head = text[:_HEAD]
    tail = text[-_TAIL:] if len(text) > _HEAD else ""
    return _labelled(head) or _labelled(tail) or _alone(head) or _of_dateline(text) or _of_chinese_dateline(text)


def _labelled(text: str) -> Period | None:
    for label in _LABEL.finditer(text):
        for form in _FORMS:
            found = form.match(text, label.end())
            if found is not None and (period := _period(found)) is not None:
                return period
    return None


def _alone(text: str) -> Period | None:
    """Return the date that is a line of its own, with the time of day at most."""
    for line in _SHORT_LINE.finditer(text):
        for form in _FORMS:
            found = form.match(text, line.start("date"))
            if found is not None and _TIME.fullmatch(text, found.end(), line.end("date")) is not None:
                return _period(found)
    return None


def _of_dateline(text: str) -> Period | None:
    head = text[:_HEAD]
    for line in _DATELINE.finditer(head):
        found = _FORMS[2].match(head, line.end()) or _FORMS[3].match(head, line.end())
        if found is not None and (_AGENCY if found["year"] is None else _AGENCY_OR_STOP).match(head, found.end()):
            return _period(found) or _completed(text, found)
    return None


def _of_chinese_dateline(text: str) -> Period | None:
    found = _CHINESE_DATELINE.search(text[:_HEAD])
    return None if found is None else _completed(text, found)


def _completed(text: str, found: re.Match[str]) -> Period | None:
    years = {int(each) for each in _STATED_YEAR.findall(text[:_MOST])}
    return _period(found, years.pop()) if len(years) == 1 else None


def _period(found: re.Match[str], year: int | None = None) -> Period | None:
    """Return the day that was found; None where it lacks a year, or the calendar has no such day."""
    fields = found.groupdict()
    year = int(fields["year"]) if fields.get("year") else year
    month = fields["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS[month[:3]]
    if year is None:
        return None
    try:
        day = date(year, number, int(fields["day"]))
    except ValueError:
        return None
    return Period(day, day, day.isoformat())
