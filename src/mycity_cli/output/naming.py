"""What values are called where people read them: places, kinds of signings, units, records, places in sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from mycity_cli.figure.units import COUNT, POINTS, RATIO
from mycity_cli.messages import Language, Message, Said, say, say_as, told, worded
from mycity_cli.query.called import chinese_of
from mycity_cli.query.data import Records
from mycity_cli.query.titles import KIND_WORDS, LEVEL_WORDS

if TYPE_CHECKING:
    from mycity_cli.model import Cited

Naming = Callable[[str, Language], str]
"""What says a value of a column in a language."""

NO_MONEY = say_as("amount", "none")
"""What stands where an amount would, of what involves no money."""

NO_GROUP = say_as("group", "(none)")
"""What the group is called of what has no value to be grouped by."""

_UNITS: Mapping[str, Message] = {
    COUNT: say_as("unit", "count"),
    RATIO: say_as("unit", "ratio"),
    POINTS: say_as("unit", "points"),
}
"""What is counted where it is no currency."""
_LANGUAGES: Mapping[str, Message] = {
    "en": say_as("language", "en"),
    "zh": say_as("language", "zh"),
    "zh-Hans": say_as("language", "zh-Hans"),
    "zh-Hant": say_as("language", "zh-Hant"),
}
"""The languages that sources are in, by their tags (BCP 47); others are called by these."""
_RECORDS: Mapping[str, Message] = {
    "place": say_as("record", "place"),
    "source": say_as("record", "source"),
    "conference": say_as("record", "conference"),
    "signing": say_as("record", "signing"),
    "fact": say_as("record", "fact"),
    "claim": say_as("record", "claim"),
}
_PARAGRAPH = re.compile(r"paragraph (\d+)")


def level_word(level: str) -> Said | str:
    """Return what signings are grouped by, within a sentence; the name of a column of the data's own."""
    return LEVEL_WORDS.get(level, level)


def kind_word(kind: str | None) -> Said | str | None:
    """Return what a kind of signing or conference is called."""
    return None if kind is None else KIND_WORDS.get(kind, kind)


def kind_in(kind: str, language: Language) -> str:
    """Return what a kind is called in a language."""
    return told(kind_word(kind), language)


def region_in(name: str, language: Language) -> str:
    """Return what a province or a country is called in a language; what is not known, or two have, as it is."""
    if language is Language.ENGLISH:
        return name
    from mycity_cli.gazetteer import chinese_name

    return chinese_name(name)


def unit_word(unit: str) -> Said | str:
    """Return what a unit is called; a currency by its code."""
    return _UNITS.get(unit, unit)


def unit_in(unit: str, language: Language) -> str:
    """Return what a unit is called in a language."""
    return told(unit_word(unit), language)


def language_word(tag: str | None) -> Said | str | None:
    """Return what a language is called, of which a source says by its tag that it is in it."""
    return None if tag is None else _LANGUAGES.get(tag, tag)


def language_in(tag: str, language: Language) -> str:
    """Return what a language is called in a language."""
    return told(language_word(tag), language)


def record_word(kind: str) -> Said:
    """Return what a kind of record is called."""
    return _RECORDS[kind]


def at_text(at: str | None) -> Said | str:
    """Return a place in a source; "" for none. Paragraphs are counted in each language."""
    found = _PARAGRAPH.fullmatch(at or "")
    return say("paragraph {number}", number=found[1]) if found else at or ""


def cited_text(cited: Cited) -> Said | str:
    """Return a source by its id, and where in it something is stated: `ein-2022-11-08 (paragraph 11)`."""
    return say("{source} ({at})", source=cited.id, at=at_text(cited.at)) if cited.at else cited.id


def group_word(key: str | None, naming: Naming | None = None) -> Said | str:
    """Return what a group is called; `naming` says its key in a language."""
    if not key:
        return NO_GROUP
    return key if naming is None else worded(lambda language: naming(key, language))


class LocalNames:
    """The names of places in a language, by the names that they have in every other output."""

    def __init__(self, records: Callable[[], Records]) -> None:
        self._records = records

    def __call__(self, name: str, language: Language) -> str:
        """Return the name of a place in a language, as far as it has one there."""
        return name if language is Language.ENGLISH else self._chinese.get(name, name)

    @cached_property
    def _chinese(self) -> dict[str, str]:
        records = self._records()
        chinese = {place.id: name for place in records.places if (name := chinese_of(place.names))}
        places = Counter(chinese.values())
        # Two places may share their name in one language, and not in the other.
        told = {id: name if places[name] == 1 else f"{name} ({id})" for id, name in chinese.items()}
        return {shown: name for id, name in told.items() if (shown := records.place_name(id))}


def place_word(records: Records, id: str | None) -> Said | None:
    """Return the name of the place with an id, which is said in each language as it is called there; None for none."""
    name = records.place_name(id)
    return None if name is None else worded(lambda language: LocalNames(lambda: records)(name, language))
