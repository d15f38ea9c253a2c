"""Places by their names in English and in Chinese, with the province or country that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from mycity_cli.query.names import fold


class Known(NamedTuple):
    """A place of the gazetteer: its names in English and in Chinese, and the province or country it belongs to."""

    english: str
    chinese: str
    within: str
    is_country: bool


CITIES_OF_THEIR_OWN = ("Beijing", "Tianjin", "Shanghai", "Chongqing", "Hong Kong", "Macao", "Macau")
"""Cities that belong to no province."""

_NO_PROVINCES = ("*", "Beijing", "Tianjin", "Shanghai", "Chongqing", "United States")
"""What places of the gazetteer belong to that has no capital among them."""


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
            others = found.get(key_of(name), ())
            if all((other.english, other.chinese) != (place.english, place.chinese) for other in others):
                found[key_of(name)] = (*others, place)
    return found


@cache
def places_by_name() -> dict[str, Known]:
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
def key_of(name: str) -> str:
    """Return a name as it is looked up: folded, without the points of abbreviations."""
    return fold(name).replace(".", "")


def known(name: str) -> Known | None:
    """Return what the gazetteer says about a name in either language, with or without the word for its rank."""
    bare = key_of(name)
    for tail in ("", " city", " province", "市", "省"):
        place = places_by_name().get(bare.removesuffix(tail))
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
    return len(_namesakes().get(key_of(name), ())) > 1


def chinese_name(name: str) -> str:
    """Return what a place is called in Chinese; what is not known, or two have, as it is."""
    place = known(name)
    return name if place is None or has_namesakes(name) else place.chinese


def is_same(one: str, other: str) -> bool:
    """Return whether two names, in either language, are names of one place."""
    return place_key(one) == place_key(other)


def place_key(name: str) -> str | Known:
    """Return what all names of a place, in either language, have in common."""
    return known(name) or fold(name)


def holds(region: str, name: str) -> bool:
    """Return whether the gazetteer puts a place in a region."""
    whole, part = known(region), known(name)
    return whole is not None and part is not None and part.within == whole.english
