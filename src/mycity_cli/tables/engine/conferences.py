"""The conferences of a table: one for each name, with what all of its rows share."""

from __future__ import annotations

from collections.abc import Sequence

from mycity_cli.figure import Figure
from mycity_cli.query import Group as By
from mycity_cli.query import LeftOut, Measure, Selected, Selection
from mycity_cli.query.engine import Conferences
from mycity_cli.query.selection import Sieve, require_consistent
from mycity_cli.query.totals import ranked
from mycity_cli.tables.engine.adding import NO_RECORDS, Ids, Totalling
from mycity_cli.tables.engine.groups import Group
from mycity_cli.tables.engine.spellings import PLACES, Filters
from mycity_cli.tables.engine.table import Table
from mycity_cli.tables.records import TableEvent
from mycity_cli.tables.rows import TableRow

_COLUMNS = ("conference", "promoter", "date", "source")


class _Held:
    """What the rows of one conference say of it."""

    def __init__(self) -> None:
        self.first = 0
        self.signings: list[tuple[int, TableRow]] = []

    def add(self, group: Group) -> None:
        """Take a group more."""
        self.first = min(self.first or group.first, group.first)
        self.signings.append((group.first, group.signing))

    def conference(self, name: str) -> TableEvent:
        """Return the conference: its city, promoter and date are those that all of its rows state."""
        return TableEvent.held(name, [signing for _, signing in sorted(self.signings, key=lambda each: each[0])])


class Gathered:
    """The conferences of a table, and what was signed at each."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._totalling = Totalling.by(By.CONFERENCE)
        self._places: set[str] = set()
        self._sources: dict[str, None] = {}

    @classmethod
    def of(cls, table: Table, limits: Sequence[Figure] = ()) -> Gathered:
        """Return the conferences of a table; amounts that pass limits are kept apart from those that do not."""
        columns = [column for column in (*_COLUMNS, "partner") if column in table.columns]
        return table.gather(columns, cls, first=True, limits=limits)

    def add(self, group: Group) -> None:
        """Take a group more."""
        signing = group.signing
        self._places.update(name for column in PLACES if (name := getattr(signing, column)) is not None)
        self._sources.update(dict.fromkeys(each.id for each in signing.sources))
        if signing.conference is not None:
            self._held.setdefault(signing.conference, _Held()).add(group)
            self._totalling.add(group)

    def conferences(self) -> list[TableEvent]:
        """Return the conferences, in the order of the rows that name them first."""
        held = sorted(self._held.items(), key=lambda item: item[1].first)
        return [each.conference(name) for name, each in held]

    def signings_at(self, conference: TableEvent) -> list[TableRow]:
        """Return signings that stand for those at a conference."""
        held = self._held[conference.id]
        return [signing for _, signing in sorted(held.signings, key=lambda each: each[0])]

    def names(self, columns: Sequence[str]) -> list[str]:
        """Return the names that are known in columns."""
        if columns == PLACES:
            return list(self._places)
        if "conference" in columns:
            return [conference.id for conference in self.conferences()]
        return list(self._sources)

    def answer(self, selection: Selection, table: Table) -> Conferences:
        """Return the conferences that match, and what was signed at each of all."""
        require_consistent(selection)
        known = self.conferences()
        filters = Filters.of(selection, table.place)
        for conference in known:
            filters.meet(conference)
        filters.require_found(self.names, table.names.places)
        sieve = Sieve.of(selection, filters.named)
        taken: list[TableEvent] = []
        doubts: dict[str, list[str]] = {}
        for conference in known:
            match sieve.answer(NO_RECORDS, conference, self.signings_at):
                case True:
                    taken.append(conference)
                case str(reason):
                    doubts.setdefault(reason, []).append(conference.id)
        left_out = tuple(LeftOut(reason, tuple(ids)) for reason, ids in doubts.items())
        perhaps = tuple(each.id for each in taken if not sieve.surely_dated(each))
        totals = ranked(self._totalling.totals(lambda _, __, number: Ids(number, tuple)), Measure.AMOUNT)
        return Conferences(Selected(taken, len(known), left_out, perhaps), totals)
