"""Capitals that a text describes and does not name: the Yunnan capital, the provincial capital, 省会."""

from __future__ import annotations

import re
from functools import cache

from mycity_cli.expressions import expression
from mycity_cli.gazetteer import capital_of, is_same, known
from mycity_cli.release.places import NamedPlace

_FOREIGN = {
    "Thai Thailand": "Bangkok", "French France": "Paris", "German Germany": "Berlin", "British": "London",
    "Japanese Japan": "Tokyo", "Korean Korea": "Seoul", "Russian Russia": "Moscow", "Vietnamese Vietnam": "Hanoi",
    "Malaysian Malaysia": "Kuala Lumpur", "Indonesian Indonesia": "Jakarta", "Philippine Philippines": "Manila",
    "Italian Italy": "Rome", "Spanish Spain": "Madrid", "Dutch": "Amsterdam", "Belgian Belgium": "Brussels",
    "Austrian Austria": "Vienna", "Hungarian Hungary": "Budapest", "Polish Poland": "Warsaw", "Czech": "Prague",
    "Serbian Serbia": "Belgrade", "Swedish Sweden": "Stockholm", "Danish Denmark": "Copenhagen",
    "Finnish Finland": "Helsinki", "Portuguese Portugal": "Lisbon", "Irish Ireland": "Dublin",
    "Egyptian Egypt": "Cairo", "Kenyan Kenya": "Nairobi", "Ethiopian Ethiopia": "Addis Ababa",
    "Uzbek Uzbekistan": "Tashkent", "Kazakh Kazakhstan": "Astana", "Lao Laotian Laos": "Vientiane",
    "Cambodian Cambodia": "Phnom Penh",
    "Mongolian Mongolia": "Ulan Bator", "Emirati": "Abu Dhabi", "Saudi": "Riyadh", "Qatari Qatar": "Doha",
    "Chinese China national nation's country's": "Beijing", "U.S. US American": "Washington",
}  # fmt: skip
_NO_MONEY = (
    r"\bcapital\b(?! (?:markets?|stocks?|goods|investments?|flows?|gains?|funds?|operations?|injections?|from)\b)"
)
_BEHIND = expression(rf"(?:['’]s)? (?:provincial |regional |autonomous region )?{_NO_MONEY}", re.IGNORECASE)
_OF = expression(r"\b(?:the )?(?:provincial |regional )?capital(?: city)? of (?:the )?$", re.IGNORECASE)
_DESCRIBED = expression(
    rf"\b(?:the|its|their) (?P<en>(?:provincial|regional"
    rf"|(?P<adjective>[A-Z][\w.'’]+|national|nation['’]s|country['’]s)) {_NO_MONEY})"
    r"|(?P<zh>省会(?:城市)?|省城|自治区首府|首府)"
)
_NAMED_BEHIND = expression(r",? ?(?:city )?(?:of )?$", re.IGNORECASE)
_LONGEST_LINK = 16


def with_capitals(
    text: str, start: int, end: int, places: tuple[NamedPlace, ...], region: str | None
) -> tuple[NamedPlace, ...]:
    """Return the places of a sentence, the capitals that it describes among them, in the order of the text.

    A capital that is named beside its description is found as it is. `region` is the province that the text named last,
    or that the place named last belongs to: "the provincial capital" is its capital.
    """
    found = [_capital(text, place, places) if place.is_region or place.is_country else place for place in places]
    for match in _DESCRIBED.finditer(text, start, end):
        group = "en" if match["en"] else "zh"
        span = match.span(group)
        before = [place for place in found if place.start < span[0]]
        name = _foreign(match["adjective"]) if match["adjective"] else capital_of(region_of(before, region))
        if name is not None and not any(_is_named(text, span, place, name) for place in found):
            found.append(NamedPlace(*span, _as_written(name, chinese=group == "zh")))
    return tuple(sorted(found))


def region_of(places: list[NamedPlace], region: str | None) -> str | None:
    """Return the province that is named last, or that the last place belongs to; `region` where none is."""
    for place in reversed(places):
        one = known(place.name)
        if one is not None and not place.is_country and (place.is_region or capital_of(one.within) is not None):
            return one.english if place.is_region else one.within
    return region


def _capital(text: str, place: NamedPlace, places: tuple[NamedPlace, ...]) -> NamedPlace:
    """Return the capital that the words around a province or a country name; the place itself where they name none."""
    one = known(place.name)
    name = None if one is None else capital_of(one.english) or _foreign(one.english)
    behind = _BEHIND.match(text, place.end)
    before = _OF.search(text, max(0, place.start - 40), place.start)
    if name is None or (behind is None and before is None):
        return place
    span = place.start if before is None else before.start(), place.end if behind is None else behind.end()
    if any(other is not place and _is_named(text, span, other, name) for other in places):
        return place
    return NamedPlace(*span, _as_written(name, chinese=False))


def _is_named(text: str, span: tuple[int, int], place: NamedPlace, capital: str) -> bool:
    """Return whether a place stands beside a description of the capital, and is what that describes."""
    behind, before = _link(text, span[1], place.start), _link(text, place.end, span[0])
    return behind == "" or ((behind or before) is not None and is_same(place.name, capital))


def _link(text: str, end: int, start: int) -> str | None:
    """Return the comma between a description and a name, the empty text where there is none, None where more is."""
    if not 0 <= start - end <= _LONGEST_LINK or _NAMED_BEHIND.fullmatch(text, end, start) is None:
        return None
    return "," if "," in text[end:start] else ""


def _as_written(english: str, *, chinese: bool) -> str:
    place = known(english)
    return place.chinese if chinese and place is not None else english


@cache
def _capitals() -> dict[str, str]:
    return {word: capital for names, capital in _FOREIGN.items() for word in names.split()}


def _foreign(adjective: str) -> str | None:
    return _capitals().get(adjective.replace("’", "'"))
