"""The conferences of a table: one for each name, with what all of its rows share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from mycity_cli.errors import MycityError
from mycity_cli.figure import Figure
from mycity_cli.period import Period
from mycity_cli.query import Group as By
from mycity_cli.query import LeftOut, Measure, Selected, Selection
from mycity_cli.query.engine import Conferences
from mycity_cli.query.selection import Sieve, require_consistent
from mycity_cli.query.totals import ranked
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
        ends = tuple(table.having(_SHARED)) if "conference" in table.columns else ()
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
        unsure = {column: self._several(column) for column in _SHARED}
        held = sorted(self._held.items(), key=lambda item: item[1].first)
        return [
            TableEvent(
                name,
                city=self._place(each, "city", unsure["city"].get(name)),
                promoter=self._place(each, "promoter", unsure["promoter"].get(name)),
                date=self._date(each, unsure["date"].get(name)),
                sources=tuple(citation(source) for source in sources.get(name, ())),
            )
            for name, each in held
        ]

    def _several(self, column: str) -> dict[str, set[str]]:
        """Return all texts of a column by conference, where the ends of some are two that may mean the same."""
        if all(self._is_told(column, each.ends.get(column, set())) for each in self._held.values()):
            return {}
        return self._table.texts_by("conference", column)

    def _is_told(self, column: str, ends: set[str]) -> bool:
        """Return whether the first and the last text of a column say whether all of them mean the same."""
        return len(ends) <= 1 or len(self._meant(column, ends)) > 1

    def _meant(self, column: str, texts: Iterable[str]) -> set[str | None]:
        if column != "date":
            return {self._table.readings.place(text, column) for text in texts}
        found = {self._table.readings.date(text) for text in texts}
        return {None if each is None or isinstance(each, MycityError) else str(each) for each in found}

    def _place(self, held: _Held, column: str, all_texts: set[str] | None) -> str | None:
        """Return the id of the place that all rows of a conference name, None where they name several or none."""
        meant = self._meant(column, all_texts or held.ends.get(column, set()))
        return meant.pop() if len(meant) == 1 else None

    def _date(self, held: _Held, all_texts: set[str] | None) -> Period | None:
        texts = all_texts or held.ends.get("date", set())
        date = self._table.readings.date(next(iter(texts), None))
        return date if isinstance(date, Period) and len(self._meant("date", texts)) == 1 else None

    def _sources(self) -> dict[str, list[str]]:
        """Return the sources that the rows of each conference cite, in their order."""
        table = self._table
        if not {"conference", "source"} <= {*table.columns}:
            return {}
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
