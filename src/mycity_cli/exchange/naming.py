"""Ids of a dataset for what a table only names: those of records that are known, and of records made for names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Any

from mycity_cli.errors import UnknownNameError
from mycity_cli.model import LISTS, Dataset
from mycity_cli.query.names import find_conferences, find_places, find_sources, fold
from mycity_cli.tables.known import PlaceNames

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 80


def as_id(name: str) -> str:
    """Return a name as an id, as far as it is written in Latin letters: `xian` for `Xi'an`."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(name)))[:60].strip("-")


def is_id(text: str) -> bool:
    """Return whether a text can be an id of a dataset."""
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


class Names:
    """The ids that the names in a table stand for, and the records that are made for names nobody knows.

    `ids` are those of the rows, and `places` tell which spellings mean one place.
    """

    def __init__(self, like: Dataset, ids: set[str], places: PlaceNames) -> None:
        self.like = like
        self.added: dict[str, dict[str, dict[str, Any]]] = {"places": {}, "sources": {}, "conferences": {}}
        self._taken = ids | like.by_id.keys()
        self._places = places
        self._found: dict[tuple[str, str], str] = {}
        self._meant: dict[tuple[str, str], str] = {}

    def id_of(self, kind: str, name: str, fields: dict[str, Any]) -> str:
        """Return the id of the record of a kind with a name; where there is none yet, one with these fields is made.

        Raises UsageError where several records have the name.
        """
        if (kind, name) not in self._found:
            self._found[kind, name] = self._known(kind, name) or self._new(kind, name, fields)
        return self._found[kind, name]

    def _known(self, kind: str, name: str) -> str | None:
        if isinstance(self.like.by_id.get(name), LISTS[kind]):
            return name
        return self._called(kind, name)

    def _new(self, kind: str, name: str, fields: dict[str, Any]) -> str:
        """Return the id of what nobody but the table names, in this spelling or another."""
        meant = self._places.id_of(name) if kind == "places" else fold(name)
        if kind == "places" and self.like.place(meant) is not None:
            return meant
        if (kind, meant) not in self._meant:
            self._meant[kind, meant] = self._made(kind, name, fields)
        id = self._meant[kind, meant]
        if kind == "places":
            self._spelled(self.added[kind][id], name)
        return id

    def _called(self, kind: str, name: str) -> str | None:
        try:
            (id,) = _FIND[kind](self.like, [name])
        except UnknownNameError:
            return None
        return id

    def _made(self, kind: str, name: str, fields: dict[str, Any]) -> str:
        id = next(id for id in _ids(kind.removesuffix("s"), as_id(name)) if id not in self._taken)
        self._taken.add(id)
        self.added[kind][id] = {"id": id, **fields}
        return id

    def _spelled(self, place: dict[str, Any], name: str) -> None:
        """Take another spelling of a place as one of its names."""
        names = [place["name"], *place.get("aliases", ()), place["id"]]
        if fold(name) not in map(fold, names):
            place["aliases"] = [*place.get("aliases", ()), name]


def _ids(noun: str, id: str) -> Iterator[str]:
    """Yield ids for a record: its name as an id, and others for where that is taken, or empty."""
    if id:
        yield id
        yield f"{noun}-{id}"
    stem = f"{noun}-{id}" if id else noun
    yield from (f"{stem}-{number}" for number in count(2 if id else 1))


_FIND: dict[str, Callable[[Dataset, Sequence[str]], frozenset[str]]] = {
    "places": find_places,
    "sources": find_sources,
    "conferences": find_conferences,
}
