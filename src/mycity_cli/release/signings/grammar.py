"""What the grammar of a language has to say about the places of an event."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from mycity_cli.release.findings import Sentence
from mycity_cli.release.places import Named, has_namesakes, holds
from mycity_cli.release.signings.reading import Draft, Reading

Places = tuple[Named, ...]

_LISTED = re.compile(r"[、和及与]?|, |,? and | & ")


_LABEL_OF_HOST = re.compile(
    r"\W*(?:where|venue|place|location|held in|(?:举办|举行|签约)?地点|会场|举办地)\s?[:：]", re.IGNORECASE
)
_LABEL_OF_PROMOTER = re.compile(
    r"\W*(?:by|promoter|promoted by|organi[sz]ers?|delegation|who|主办(?:方|单位)?|推介方|招商方|推介城市)\s?[:：]",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What a sentence tells of an event: who promotes, where it is held, and whether it says where outright."""

    promoter: str | None = None
    host: str | None = None
    host_is_sure: bool = False


class Grammar(NamedTuple):
    """How a language says where an event is held, and whose signings are signed there."""

    is_event: Callable[[str], bool]
    """Whether a sentence speaks of an event or a signing."""
    is_fair: Callable[[str], bool]
    """Whether a sentence speaks of a fair of many participants."""
    dateline: Callable[[str, Sentence, Places], str | None]
    """The place that a sentence starts with as a dateline."""
    after_dateline: Callable[[str, Sentence], int]
    """Where the dateline of a sentence ends; where the sentence starts, if it has none."""
    scene: Callable[[str, Sentence, Places], Told]
    """What a sentence tells of an event."""
    is_venue: Callable[[str, Sentence, Named], bool]
    """Whether the words before a place say that something was held or signed there."""
    subject: Callable[[Reading, Draft, Places], str | None]
    """The place that signs in the sentence of a draft."""


def in_dateline(pattern: re.Pattern[str], text: str, sentence: Sentence, places: Places) -> str | None:
    """Return the place in the dateline that a sentence starts with, where it starts with one of this pattern."""
    found = pattern.match(text[sentence.start : sentence.end])
    if found is None or not places or places[0].start - sentence.start >= found.end():
        return None
    inside = [place for place in places if place.start - sentence.start < found.end()]
    return next((place for place in inside if not place.is_country), inside[0]).name


def behind_dateline(pattern: re.Pattern[str], text: str, sentence: Sentence) -> int:
    """Return where the dateline of a sentence ends; where the sentence starts, if it has none of this pattern."""
    found = pattern.match(text[sentence.start : sentence.end])
    return sentence.start if found is None else sentence.start + found.end()


def of_label(text: str, sentence: Sentence, places: Places) -> Told | None:
    """Return what a line tells that a label begins, as `Venue: Lyon` does; None where none does."""
    cities = [place for place in places if not place.is_country]
    if cities and _LABEL_OF_HOST.match(text, sentence.start, cities[0].start):
        city = next((place for place in cities if not place.is_region), cities[0])
        return Told(None, city.name, host_is_sure=True)
    if cities and _LABEL_OF_PROMOTER.match(text, sentence.start, cities[0].start):
        return Told(cities[0].name)
    return None


def first_of_list(text: str, places: Places, place: Named) -> Named:
    """Return the first of the places that are listed up to a place: the first in 在厦门、东莞、温州."""
    first = place
    for other in reversed([each for each in places if each.start < place.start]):
        if _LISTED.fullmatch(text, other.end, first.start) is None:
            break
        first = other
    return first


def without_regions(text: str, places: Places) -> Places:
    """Return the places of a sentence without the regions that only say where the place before them is."""
    found: list[Named] = []
    for place in places:
        city = found[-1] if found and text[found[-1].end : place.start] == ", " else None
        within = city is not None and (holds(place.name, city.name) or has_namesakes(city.name))
        if not (place.is_region and within):
            found.append(place)
    return tuple(found)
