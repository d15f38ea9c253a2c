"""Names that people type, found among the names that records have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from mycity_cli.errors import UnknownNameError
from mycity_cli.model import Conference, Dataset, Place, Source

_DROPPED = {ord(mark): None for mark in "'’‘`"}

N = TypeVar("N", Place, Conference, Source)


def fold(name: str) -> str:
    """Return a name without what people leave out or vary: case, accents, width of letters, apostrophes, spacing."""
    # Its tables are a library of their own to load, which a command that names nothing does without.
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", name.translate(_DROPPED))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(letters.casefold().split())


def find_places(dataset: Dataset, names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the ids of the places with these names, in any language. Raises UnknownNameError for a name of none."""
    return _find(dataset.places, [(place, place.all_names) for place in dataset.places], "city", names, where)


def find_conferences(dataset: Dataset, names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the ids of the conferences with these ids or names. Raises UnknownNameError for a name of none."""
    named = [(conference, (conference.id, conference.name)) for conference in dataset.conferences]
    return _find(dataset.conferences, named, "conference", names, where)


def find_sources(dataset: Dataset, names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the ids of the sources with these ids or titles. Raises UnknownNameError for a name of none."""
    named = [(source, (source.id, source.title)) for source in dataset.sources]
    return _find(dataset.sources, named, "source", names, where)


def find_kinds(known: Iterable[str], names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the kinds with these names. Raises UnknownNameError for a kind that no record has."""
    wanted = list(names)
    if not wanted:
        return frozenset()
    by_name = {fold(kind): kind for kind in known}
    return frozenset(_look_up(by_name, name, "kind", list(dict.fromkeys(by_name.values())), where) for name in wanted)


def _find(
    records: Iterable[N], named: Sequence[tuple[N, tuple[str, ...]]], what: str, names: Iterable[str], where: str
) -> frozenset[str]:
    wanted = list(names)
    if not wanted:
        return frozenset()
    by_name = {fold(name): record.id for record, own_names in reversed(named) for name in own_names}
    # The name that output shows stands first, so that a list of known names is a list of those.
    known = [own[0] for _, own in named] + [name for _, own in named for name in own[1:]]
    return frozenset(_look_up(by_name, name, what, known, where) for name in wanted)


def _look_up(by_name: dict[str, str], name: str, what: str, known: list[str], where: str) -> str:
    found = by_name.get(fold(name))
    if found is None:
        raise UnknownNameError(what, name, known, where=where)
    return found
