"""What the names in a table mean: places that a dataset or the gazetteer knows, and names that nobody knows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from mycity_cli.bundled import bundled
from mycity_cli.gazetteer import has_namesakes, known
from mycity_cli.query.data import KnownPlace
from mycity_cli.query.names import fold

PLACES = ("city", "promoter", "partner")
"""The columns that hold names of places."""


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A place that a table names, with what is known of it."""

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    aliases: tuple[str, ...] = ()
    province: str | None = None
    country: str | None = None
    with_ranks: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that means this place, also with the word for its rank, its id last."""
        return (self.name, *self.names.values(), *self.aliases, *self.with_ranks, self.id)


def bundled_places() -> list[TablePlace]:
    """Return the places of the bundled dataset, which is known to be valid. Raises DataError where it is missing."""
    content = json.loads(bundled().read_bytes())
    return [TablePlace(**{**each, "aliases": tuple(each.get("aliases", ()))}) for each in content["places"]]


_WITHIN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
"""The white space within a Chinese name, by which names of two letters are made as long as others."""


class PlaceNames:
    """Finds the places that names in a table mean, each name once.

    Where `as_written`, each spelling is a place of its own, as it is where several places have a name.
    """

    def __init__(self, places: Iterable[KnownPlace] = (), *, as_written: bool = False) -> None:
        self._as_written = as_written
        self._known: dict[str, set[str]] = {}
        self._by_id = {place.id: place for place in places}
        for place in self._by_id.values():
            for name in place.all_names:
                self._known.setdefault(fold(name), set()).add(place.id)
        self._ids: dict[str, str] = {}
        self._spelled: dict[str, dict[str, set[str]]] = {}
        self._met: set[tuple[str, str]] = set()

    def id_of(self, name: str, column: str = PLACES[0]) -> str:
        """Return the id of the place that a name in a column of places means; nobody may know more of it."""
        name = _WITHIN_HAN.sub("", name)
        id = self._ids.get(name)
        if id is None:
            id = self._ids[name] = self._id(name)
        if (name, column) not in self._met:
            self._met.add((name, column))
            self._spelled.setdefault(id, {}).setdefault(column, set()).add(name)
        return id

    def meant(self, name: str) -> str:
        """Return the id of the place that a name means which somebody types: itself where no such place was met."""
        if name in self._ids:
            return self._ids[name]
        return name if self._as_written else self._found(name) or fold(name)

    def spelled(self, id: str) -> tuple[str, ...]:
        """Return the spellings that were met and mean a place."""
        return tuple(dict.fromkeys(name for names in self._spelled.get(id, {}).values() for name in sorted(names)))

    def called_in(self, column: str) -> set[str]:
        """Return the ids of the places that a column of places names."""
        return {id for id, by_column in self._spelled.items() if column in by_column}

    def places(self) -> list[TablePlace]:
        """Return the places that were met, by name.

        A place that the cities, or else the promoters or the partners, have in one spelling only is called so.
        """
        return sorted((self._place(id, self._called(id)) for id in self._spelled), key=lambda place: place.name)

    def _called(self, id: str) -> list[str]:
        """Return how a place is spelled in the first column that has it, the spelling with letters of both cases first.

        That depends neither on the order of the rows nor on what was read of them.
        """
        by_column = self._spelled[id]
        names = next(by_column[column] for column in PLACES if column in by_column)
        return sorted(names, key=lambda name: (name.isupper() or name.islower(), name))

    def _id(self, name: str) -> str:
        if self._as_written:
            return name
        found = self._found(name)
        if found is None:
            return fold(name)
        return found

    def _found(self, name: str) -> str | None:
        """Return the id of a place that is known by a name, the name where several are, None where none is."""
        ids = self._known.get(fold(name), ())
        if ids:
            return next(iter(ids)) if len(ids) == 1 else name
        place = None if has_namesakes(name) else known(name)
        if place is None:
            return None
        ids = self._known.get(fold(place.chinese), set()) | self._known.get(fold(place.english), set())
        return next(iter(ids)) if len(ids) == 1 else place.english

    def _place(self, id: str, spelled: Sequence[str]) -> TablePlace:
        place = None if self._as_written else self._by_id.get(id)
        if place is not None:
            name = place.name if len(spelled) > 1 or fold(spelled[0]) == fold(id) else spelled[0]
            others = dict.fromkeys((place.name, *place.aliases, *spelled))
            return TablePlace(
                id, name, place.names, tuple(each for each in others if each != name), place.province, place.country
            )
        found = None if self._as_written else known(id)
        name = id if len(spelled) > 1 and found is not None else spelled[0]
        names = {} if found is None else {"zh-Hans": found.chinese}
        within = None if found is None or found.within in ("", "*") else found.within
        aliases = (*spelled, id) if found is not None else spelled
        called = tuple(each for each in dict.fromkeys(aliases) if each != name)
        ranked = () if found is None else (f"{found.chinese}市", f"{found.english} City")
        return TablePlace(id, name, names, called, within, with_ranks=ranked)
