"""The conferences of a table: one for each name, with what all of its rows share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from mycity_cli.errors import MycityError
from mycity_cli.figure import Figure
from mycity_cli.period import Period
from mycity_cli.query import Group as By
from mycity_cli.query import LeftOut, Measure, Selected, Selection
from mycity_cli.query.engine import Conferences
from mycity_cli.query.selection import Sieve, require_consistent
from mycity_cli.query.totals import ranked
from mycity_cli.tables.items import filled_items
from mycity_cli.tables.known import PLACES
from mycity_cli.tables.records import TableEvent
from mycity_cli.tables.rows import TableRow, citation
from mycity_cli.tables.sql.adding import NO_RECORDS, Ids, Totalling
from mycity_cli.tables.sql.chosen import Citing
from mycity_cli.tables.sql.groups import Group
from mycity_cli.tables.sql.spellings import Filters, names_of
from mycity_cli.tables.sql.table import Table

_SHARED = ("city", "promoter", "date")
"""What a conference is said to have where all of its rows state it."""


class _Held:
    """What the rows of one conference say of it: its first row, the ends of what they may share, and some of them."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.ends: dict[str, set[str]] = {}
        self.rows: list[TableRow] = []

    def add(self, group: Group) -> None:
        """Take a group more."""
        self.first = min(self.first, group.first)
        self.rows.append(group.signing)
        for column, ends in group.ends.items():
            self.ends.setdefault(column, set()).update(ends)


class Gathered:
    """The conferences of a table, and what was signed at each."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._held: dict[str, _Held] = {}
        self._totalling = Totalling.by(By.CONFERENCE)

    @classmethod
    def of(cls, table: Table, limits: Sequence[Figure] = ()) -> Gathered:
        """Return the conferences of a table; amounts that pass limits are kept apart from those that do not."""
        ends = tuple(table.having([*_SHARED, "source"])) if "conference" in table.columns else ()
        keys = table.having(["conference"])
        return table.gather(keys, partial(cls, table), first=True, limits=limits, dated=True, ends=ends)

    def add(self, group: Group) -> None:
        """Take a group more."""
        name = group.signing.conference
        if name is not None:
            self._held.setdefault(name, _Held(group.first)).add(group)
            self._totalling.add(group)

    def conferences(self, *, cited: bool = True) -> list[TableEvent]:
        """Return the conferences, in the order of the rows that name them first, with their sources if `cited`."""
        sources = self._sources() if cited else {}
        shared = {column: self._shared(column) for column in _SHARED}
        held = sorted(self._held, key=lambda name: self._held[name].first)
        return [
            TableEvent(
                name,
                **{column: by_name.get(name) for column, by_name in shared.items()},
                sources=tuple(citation(source) for source in sources.get(name, ())),
            )
            for name in held
        ]

    def _shared(self, column: str) -> dict[str, Any]:
        """Return what all rows of a conference mean by a column, by the names of those that agree and state it."""
        meant = {
            name: {self._meant(column, text) for text in each.ends.get(column, ())} for name, each in self._held.items()
        }
        # The first and the last text may mean the same, and one between them another thing.
        if any(len(held.ends.get(column, ())) > len(meant[name]) == 1 for name, held in self._held.items()):
            meant = self._table.gather(["conference", column], partial(_Meant, column)).meant
        return {name: meanings.pop() for name, meanings in meant.items() if len(meanings) == 1}

    def _meant(self, column: str, text: str) -> str | Period | None:
        """Return what a text of a column means: the id of a place, or a date."""
        readings = self._table.readings
        found = readings.date(text) if column == "date" else readings.place(text, column)
        return None if isinstance(found, MycityError) else found

    def _sources(self) -> Mapping[str, Sequence[str]]:
        """Return the sources that the rows of each conference cite, in their order."""
        table = self._table
        if not {"conference", "source"} <= {*table.columns}:
            return {}
        ends = {name: held.ends["source"] for name, held in self._held.items()}
        if all(len(texts) == 1 for texts in ends.values()):
            return {name: filled_items(next(iter(texts))) for name, texts in ends.items()}
        found = table.gather(["conference", "source"], _Cited, first=True)
        return {name: sorted(cited, key=lambda each: cited[each]) for name, cited in found.first.items()}

    def signings_at(self, conference: TableEvent) -> list[TableRow]:
        """Return signings that stand for those at a conference."""
        return self._held[conference.id].rows

    def names(self, columns: Sequence[str]) -> list[str]:
        """Return the names that are known in columns."""
        if columns == PLACES:
            self._table.meet(*PLACES)
            return [place.id for place in self._table.names.places()]
        if "conference" in columns:
            return list(self._held)
        if "source" not in columns:
            return []  # a conference of a table is of no kind
        first = self._table.gather(self._table.having(["source"]), Citing, first=True).first
        return sorted(first, key=lambda name: first[name])

    def answer(self, selection: Selection) -> Conferences:
        """Return the conferences that match, and what was signed at each of all."""
        require_consistent(selection)
        known = self.conferences()
        filters = Filters.of(selection, self._table.place)
        for conference in known:
            filters.meet(conference)
        filters.require_found(self.names, self._table.names.places)
        sieve = Sieve.of(selection, filters.named)
        taken: list[TableEvent] = []
        doubts: dict[str, list[str]] = {}
        for conference in known:
            match sieve.answer(NO_RECORDS, conference, self.signings_at):
                case True:
                    taken.append(conference)
                case str(reason):
                    doubts.setdefault(reason, []).append(conference.id)
        left_out = tuple(LeftOut(reason, tuple(ids)) for reason, ids in sorted(doubts.items()))
        perhaps = tuple(each.id for each in taken if not sieve.surely_dated(each))
        totals = ranked(self._totalling.totals(lambda _, __, number: Ids(number, tuple)), Measure.AMOUNT)
        return Conferences(Selected(taken, len(known), left_out, perhaps), totals)


class _Meant:
    """What the rows of conferences mean by a column."""

    def __init__(self, column: str) -> None:
        self._column = column
        self.meant: dict[str, set[Any]] = {}

    def add(self, group: Group) -> None:
        """Take a group more."""
        if group.signing.conference is not None:
            self.meant.setdefault(group.signing.conference, set()).add(getattr(group.signing, self._column))


class _Cited:
    """The sources that the rows of conferences cite, with the first row that cites each."""

    def __init__(self) -> None:
        self.first: dict[str, dict[str, int]] = {}

    def add(self, group: Group) -> None:
        """Take a group more."""
        if group.signing.conference is not None:
            cited = self.first.setdefault(group.signing.conference, {})
            for name in names_of(group.signing, "source"):
                cited[name] = min(group.first, cited.get(name, group.first))
