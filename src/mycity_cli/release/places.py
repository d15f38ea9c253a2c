"""Names of places in a text: those of a gazetteer, and others that the words beside them give away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.gazetteer import key_of, places_by_name
from mycity_cli.release.plain import words


class NamedPlace(NamedTuple):
    """A place where a text names it: `start` up to `end`, with the word for its rank; `name` is without that word."""

    start: int
    end: int
    name: str
    is_country: bool = False
    is_region: bool = False


_LATIN_WORD = expression(r"[^\W\d_][\w'’]*(?:\.(?= [A-Z]))?")
_RANK = (
    r"(?:city|county|district|province|prefecture|municipality|town|new area|autonomous (?:region|county|prefecture))"
)
_RANK_AFTER = expression(rf"[ ]{_RANK}\b(?! of [a-z])", re.IGNORECASE)
_UNLISTED = expression(rf"\b((?:[A-Z][\w'’]+[ ]){{1,3}}){_RANK}\b|\b(?:city|county|district|town) of ([A-Z][\w'’]+)")
_NO_PLACE_AFTER = expression(
    r"(?:['’]s)?[ ](?:Daily|News|Times|Post|University|College|Bank|Stock|Securities|Airlines|Evening"
    r"|Television|Dollars?|Production and)\b"
)
_ARTICLES = ("The ", "In ", "At ", "On ", "This ", "That ", "Its ", "Of ", "And ", "For ")

_NO_NAMES = words(
    "The In At This That Its Each Every New Host One No Another Both First Second Third Capital Sister Central "
    "Northern Southern Eastern Western Coastal Inner Chinese Japanese Korean American British German French Italian "
    "Vietnamese Malaysian Thai Indonesian Philippine Singaporean Indian Pakistani Russian Kazakh Uzbek Turkish Emirati "
    "Saudi Egyptian Polish Hungarian Dutch Belgian Swiss Austrian Spanish Portuguese Swedish Danish Finnish Norwegian "
    "China Australian Canadian Mexican Brazilian Chilean Kenyan Ethiopian Nigerian Israeli Greek Czech Serbian Irish "
    "Cambodian Lao Mongolian European Asian African Cantonese Port Twin Border Neighbouring Neighboring Old Home"
)
"""Capitalised words before `city` or `province` that name none."""

_CHINESE_RANK = expression(
    r"特别行政区|(?:壮族|回族|维吾尔)?自治区|[^\W\d_]{1,3}族自治[州县]|自治州|[市省县区州盟](?!场|值|域|划|块|位|际)"
)
_NO_CHINESE_PLACE_AFTER = expression(
    r"频道|新闻网|网(?=讯|\d|[^，。络上]{0,3}消息)"
    r"|日报|晚报|晨报|商报|大学|学院|银行|分行|支行|电视台|证券|时间|合作组织|石|产业园?(?=项目)|商会|生产建设兵团|话|菜|酒|航空|股份|集团"
)
_UNLISTED_CHINESE = expression(
    r"(?:(?<=[、，。；：,;:（(“”\"\s在由于和与及赴到驻月日])|^)[在由于和与及赴到驻将把]?([一-鿿]{2,3}?)(?:市|县|区|自治县)(?![场值民域划块位级])"
)
_NO_NAME = expression(
    r"[各全本我该这那每个两几多其一二三四五六七八九十百]|[园城地新山老发范税作验片景社校赛特牧林灾厂库专开自上股楼夜超都区县市展馆]$"
    r"|^[在由于和与及赴到驻将把从对以为向等]"
)


@cache
def _by_first_letter() -> dict[str, tuple[str, ...]]:
    """Return the Chinese names of the gazetteer by their first letter, the longest first."""
    found: dict[str, list[str]] = {}
    for name in places_by_name():
        if not name.isascii() and name[0] >= "一":
            found.setdefault(name[0], []).append(name)
    return {letter: tuple(sorted(names, key=len, reverse=True)) for letter, names in found.items()}


def named_in(text: str, start: int, end: int, language: str) -> tuple[NamedPlace, ...]:
    """Return the places that a stretch of the text names, in the order of the text."""
    found = _chinese(text, start, end) if language == "zh" else _english(text, start, end)
    return tuple(sorted(found))


def _english(text: str, start: int, end: int) -> Iterator[NamedPlace]:
    found = list(_LATIN_WORD.finditer(text, start, end))
    after = start
    taken: set[int] = set()
    for number, word in enumerate(found):
        if word.start() < after or not word[0][0].isupper():
            continue
        place = _longest(text, found[number : number + 3])
        if place is None:
            continue
        after = place.end
        taken.update(range(place.start, place.end))
        if not _is_part_of_other_name(text, place):
            yield place
    for match in _UNLISTED.finditer(text, start, end):
        group = 1 if match[1] else 2
        if taken.isdisjoint(range(match.start(group), match.end(group))):
            name = match[group].strip()
            for article in _ARTICLES:
                name = name.removeprefix(article)
            if name and name not in _NO_NAMES:
                yield NamedPlace(match.start(group), match.end(), name.removesuffix("'s").removesuffix("’s"))


def _longest(text: str, following: list[re.Match[str]]) -> NamedPlace | None:
    for count in range(len(following), 0, -1):
        first, last = following[0], following[count - 1]
        written = text[first.start() : last.end()]
        if "\n" in written or "," in written or ". " in written.removeprefix("St. "):
            continue
        bare = re.sub(r"['’]s$", "", written).rstrip(".'’")
        place = places_by_name().get(key_of(bare))
        if place is None or (len(bare) <= 3 and bare.isupper() and bare not in ("US", "UK", "UAE", "USA")):
            continue
        name = place.english if bare.isupper() and len(bare) > 3 else bare
        rank = _RANK_AFTER.match(text, first.start() + len(bare))
        end = rank.end() if rank is not None else last.end()
        return NamedPlace(first.start(), end, name, place.is_country, not place.within)
    return None


def _is_part_of_other_name(text: str, place: NamedPlace) -> bool:
    """Return whether the place is only a part of a longer name: of a paper, of several regions together."""
    before, after = text[max(0, place.start - 1) : place.start], text[place.end : place.end + 1]
    if after in ("-", "–") and text[place.end + 1 : place.end + 6] != "based":
        return True
    return before in ("-", "–") or _NO_PLACE_AFTER.match(text, place.end) is not None


def _chinese(text: str, start: int, end: int) -> Iterator[NamedPlace]:
    names = _by_first_letter()
    at = start
    taken: set[int] = set()
    while at < end:
        found = next((name for name in names.get(text[at], ()) if text.startswith(name, at)), None)
        if found is None:
            at += 1
            continue
        after = at + len(found)
        place = places_by_name()[found]
        rank = _CHINESE_RANK.match(text, after, end)
        stop = rank.end() if rank is not None else after
        taken.update(range(at, stop))
        if _NO_CHINESE_PLACE_AFTER.match(text, stop) is None:
            yield NamedPlace(at, stop, found.removesuffix("市"), place.is_country, not place.within)
        at = stop
    for match in _UNLISTED_CHINESE.finditer(text, start, end):
        if taken.isdisjoint(range(match.start(), match.end())) and _NO_NAME.search(match[1]) is None:
            yield NamedPlace(match.start(1), match.end(), match[1])
