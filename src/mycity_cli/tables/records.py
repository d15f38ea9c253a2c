"""The rows of a table as records that questions are put to: what the rows only name stands for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mycity_cli.period import Period
from mycity_cli.query.data import Deal, Event
from mycity_cli.tables.rows import TableRow

if TYPE_CHECKING:
    from mycity_cli.model import Cited, Fact
    from mycity_cli.tables.known import TablePlace


@dataclass(frozen=True, slots=True)
class TableSource:
    """A source that rows cite: more than its name is not known."""

    id: str
    publisher: str | None = None
    date: Period | None = None
    language: str | None = None
    url: str | None = None

    @property
    def title(self) -> str:
        """The name that the rows have for it."""
        return self.id


@dataclass(frozen=True, slots=True)
class TableEvent:
    """A conference that rows name: its city, promoter and date are those that all of its rows state."""

    id: str
    city: str | None
    promoter: str | None
    date: Period | None
    sources: tuple[Cited, ...]
    kind: str | None = None

    @property
    def name(self) -> str:
        """The name that the rows have for it."""
        return self.id

    @property
    def conference(self) -> str:
        """The conference that is asked about where conferences are chosen by their names: itself."""
        return self.id

    @classmethod
    def held(cls, name: str, rows: Sequence[Deal]) -> TableEvent:
        """Return the conference of a name, at which these rows were signed."""
        return cls(
            name,
            city=_shared(row.city for row in rows),
            promoter=_shared(row.promoter for row in rows),
            date=rows[0].date if len({str(row.date) for row in rows}) == 1 else None,
            sources=tuple({each.id: each for row in rows for each in row.sources}.values()),
        )


@dataclass(frozen=True)
class TableRecords:
    """The rows of a table and what they name. Nothing else is known: there are no facts."""

    signings: tuple[TableRow, ...]
    places: tuple[TablePlace, ...]
    own_columns: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    may_be_negative: bool = False

    @cached_property
    def conferences(self) -> tuple[TableEvent, ...]:
        """The conferences, in the order of the rows that name them first."""
        held: dict[str, list[TableRow]] = {}
        for row in self.signings:
            if row.conference is not None:
                held.setdefault(row.conference, []).append(row)
        return tuple(TableEvent.held(name, rows) for name, rows in held.items())

    @cached_property
    def sources(self) -> tuple[TableSource, ...]:
        """The sources, in the order of the rows that cite them first."""
        return tuple(map(TableSource, dict.fromkeys(id for row in self.signings for id, _ in row.cited)))

    def own(self, signing: Deal, column: str) -> str | None:
        """Return what a row has in a column that says nothing of signings; None for an empty cell."""
        row = signing if isinstance(signing, TableRow) else self._by_id.get(signing.id)
        return None if row is None else row.own.get(column)

    def signing(self, id: str) -> TableRow | None:
        """Return the row with an id, None where there is none."""
        return self._by_id.get(id)

    def fact(self, id: str) -> None:
        """Return None: a table holds no facts."""

    def place(self, id: str) -> TablePlace | None:
        """Return the place with an id, None where there is none."""
        return self._places_by_id.get(id)

    def place_name(self, id: str | None) -> str | None:
        """Return the name of the place with an id, None for none."""
        place = None if id is None else self.place(id)
        return id if place is None else place.name

    def promoter_of(self, record: Deal | Event) -> str | None:
        """Return the id of the place that promoted, as far as the record says it."""
        return record.promoter

    def city_of(self, fact: Fact) -> str | None:
        """Return the id of the place that a fact is about."""
        return fact.city

    def cited(self) -> Counter[str]:
        """Return how many rows and conferences cite each source."""
        records: Iterable[Deal | Event] = (*self.signings, *self.conferences)
        return Counter(id for record in records for id in {each.id for each in record.sources})

    @cached_property
    def _by_id(self) -> dict[str, TableRow]:
        return {row.id: row for row in self.signings}

    @cached_property
    def _places_by_id(self) -> dict[str, TablePlace]:
        return {place.id: place for place in self.places}


def _shared(values: Iterable[Hashable]) -> str | None:
    """Return the one value that there is, None where there are several."""
    found = set(values)
    value = next(iter(found)) if len(found) == 1 else None
    return value if isinstance(value, str) else None
