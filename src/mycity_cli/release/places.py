"""Names of places in a text: those of a gazetteer, and others that the words beside them give away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from mycity_cli.query.names import fold
from mycity_cli.release.plain import words


class Known(NamedTuple):
    """A place of the gazetteer: its names in English and in Chinese, and the province or country it belongs to."""

    english: str
    chinese: str
    within: str
    is_country: bool


class NamedPlace(NamedTuple):
    """A place where a text names it: `start` up to `end`, with the word for its rank; `name` is without that word."""

    start: int
    end: int
    name: str
    is_country: bool = False
    is_region: bool = False


_LATIN_WORD = re.compile(r"[^\W\d_][\w'’]*(?:\.(?= [A-Z]))?")
_RANK = (
    r"(?:city|county|district|province|prefecture|municipality|town|new area|autonomous (?:region|county|prefecture))"
)
_RANK_AFTER = re.compile(rf"[ ]{_RANK}\b(?! of [a-z])", re.IGNORECASE)
_UNLISTED = re.compile(rf"\b((?:[A-Z][\w'’]+[ ]){{1,3}}){_RANK}\b|\b(?:city|county|district|town) of ([A-Z][\w'’]+)")
_NO_PLACE_AFTER = re.compile(
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

CITIES_OF_THEIR_OWN = ("Beijing", "Tianjin", "Shanghai", "Chongqing", "Hong Kong", "Macao", "Macau")
"""Cities that belong to no province."""

_NO_PROVINCES = ("*", "Beijing", "Tianjin", "Shanghai", "Chongqing", "United States")
"""What places of the gazetteer belong to that has no capital among them."""

_CHINESE_RANK = re.compile(
    r"特别行政区|(?:壮族|回族|维吾尔)?自治区|[^\W\d_]{1,3}族自治[州县]|自治州|[市省县区州盟](?!场|值|域|划|块|位|际)"
)
_NO_CHINESE_PLACE_AFTER = re.compile(
    r"频道|新闻网|网(?=讯|\d|[^，。络上]{0,3}消息)"
    r"|日报|晚报|晨报|商报|大学|学院|银行|分行|支行|电视台|证券|时间|合作组织|石|产业园?(?=项目)|商会|生产建设兵团|话|菜|酒|航空|股份|集团"
)
_UNLISTED_CHINESE = re.compile(
    r"(?:(?<=[、，。；：,;:（(“”\"\s在由于和与及赴到驻月日])|^)[在由于和与及赴到驻将把]?([一-鿿]{2,3}?)(?:市|县|区|自治县)(?![场值民域划块位级])"
)
_NO_NAME = re.compile(
    r"[各全本我该这那每个两几多其一二三四五六七八九十百]|[园城地新山老发范税作验片景社校赛特牧林灾厂库专开自上股楼夜超都区县市展馆]$"
    r"|^[在由于和与及赴到驻将把从对以为向等]"
)


@cache
def _entries() -> tuple[tuple[list[str], Known], ...]:
    """Return the places of the gazetteer in its order, each with its names."""
    text = files(__package__).joinpath("gazetteer.txt").read_text(encoding="utf-8")
    return tuple(entry for line in text.splitlines() if not line.startswith("#") for entry in _read(line))


@cache
def _namesakes() -> dict[str, tuple[Known, ...]]:
    """Return the places of the gazetteer by each of their names."""
    found: dict[str, tuple[Known, ...]] = {}
    for names, place in _entries():
        for name in names:
            others = found.get(_key(name), ())
            if all((other.english, other.chinese) != (place.english, place.chinese) for other in others):
                found[_key(name)] = (*others, place)
    return found


@cache
def _gazetteer() -> dict[str, Known]:
    """Return the places of the gazetteer by each of their names; of namesakes the first."""
    return {name: places[0] for name, places in _namesakes().items()}


def _read(line: str) -> Iterator[tuple[list[str], Known]]:
    countries = line.startswith("- ")
    whole, _, members = line.removeprefix("- ").partition(":")
    entries = line.removeprefix("- ").split(";") if countries else members.split(";")
    if not countries and whole != "*":
        names = whole.split("|")
        yield names, Known(names[0].strip(), names[1], "", is_country=False)
    for entry in entries:
        names = entry.strip().split("|")
        if len(names) > 1:
            within = "" if countries else whole.split("|")[0].strip()
            yield names, Known(names[0], names[1], within, is_country=countries)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return fold(name).replace(".", "")


@cache
def _by_first_letter() -> dict[str, tuple[str, ...]]:
    """Return the Chinese names of the gazetteer by their first letter, the longest first."""
    found: dict[str, list[str]] = {}
    for name in _gazetteer():
        if not name.isascii() and name[0] >= "一":
            found.setdefault(name[0], []).append(name)
    return {letter: tuple(sorted(names, key=len, reverse=True)) for letter, names in found.items()}


def known(name: str) -> Known | None:
    """Return what the gazetteer says about a name in either language, with or without the word for its rank."""
    bare = _key(name)
    for tail in ("", " city", " province", "市", "省"):
        place = _gazetteer().get(bare.removesuffix(tail))
        if place is not None:
            return place
    return None


@cache
def _capitals() -> dict[str, str]:
    """Return the capital of each province: in the gazetteer it stands before the other places of its line."""
    found: dict[str, str] = {}
    for _, place in _entries():
        if place.within and place.within not in _NO_PROVINCES:
            found.setdefault(place.within, place.english)
    return found


def capital_of(region: str | None) -> str | None:
    """Return the English name of the capital of a province, by its English name; None where it is no province."""
    return None if region is None else _capitals().get(region)


def is_abroad(name: str) -> bool:
    """Return whether the gazetteer has a place of a name, and it is no place in China."""
    place = known(name)
    if place is None:
        return False
    whole = known(place.within) if place.within not in ("", "*") else None
    return place.is_country or place.within == "*" or (whole is not None and whole.is_country)


def has_namesakes(name: str) -> bool:
    """Return whether the gazetteer has several places of a name."""
    return len(_namesakes().get(_key(name), ())) > 1


def is_same(one: str, other: str) -> bool:
    """Return whether two names, in either language, are names of one place."""
    if fold(one) == fold(other):
        return True
    first, second = known(one), known(other)
    return first is not None and first == second


def holds(region: str, name: str) -> bool:
    """Return whether the gazetteer puts a place in a region."""
    whole, part = known(region), known(name)
    return whole is not None and part is not None and part.within == whole.english


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
        place = _gazetteer().get(_key(bare))
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
        place = _gazetteer()[found]
        rank = _CHINESE_RANK.match(text, after, end)
        stop = rank.end() if rank is not None else after
        taken.update(range(at, stop))
        if _NO_CHINESE_PLACE_AFTER.match(text, stop) is None:
            yield NamedPlace(at, stop, found.removesuffix("市"), place.is_country, not place.within)
        at = stop
    for match in _UNLISTED_CHINESE.finditer(text, start, end):
        if taken.isdisjoint(range(match.start(), match.end())) and _NO_NAME.search(match[1]) is None:
            yield NamedPlace(match.start(1), match.end(), match[1])
