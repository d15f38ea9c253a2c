"""The questions of commands, answered by a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement

from mycity_cli.model import Dataset, Place, Signing, Source
from mycity_cli.query import Group as By
from mycity_cli.query import LeftOut, Measure, Selected, Selection
from mycity_cli.query.engine import Conferences, Deals, Places, Sources, Totals
from mycity_cli.query.selection import NO_DATE, Sieve, require_consistent
from mycity_cli.query.totals import is_hedged, ranked
from mycity_cli.tables.adding import EMPTY, Ids, Part, Totalling
from mycity_cli.tables.conferences import Gathered
from mycity_cli.tables.groups import Group
from mycity_cli.tables.made import made
from mycity_cli.tables.settings import left_out
from mycity_cli.tables.spellings import PLACES, Filters, names_of
from mycity_cli.tables.table import Table, blank_or_odd

Condition = Callable[[Any], ColumnElement[bool]]

_MOST_SPELLINGS = 500
"""How many spellings of a name the engine is asked to look for."""


class TableEngine:
    """Answers from a table."""

    dataset: Dataset = EMPTY

    def __init__(self, table: Table) -> None:
        self._table = table

    @property
    def notes(self) -> Sequence[str]:
        """How many bad rows were left out."""
        return left_out(self._table.bad)

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match; they are read as they are asked for, each time anew."""
        chosen = Chosen.of(self._table, selection, ())
        return Deals(chosen.selected, frozenset(chosen.currencies))

    def totals(self, selection: Selection, by: By | None, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them."""
        columns = _KEY_COLUMNS[by] if by is not None else ()
        chosen = Chosen.of(self._table, selection, columns, by, projects=not alone or measure is Measure.PROJECTS)
        overall, rows = (each.totals(chosen.ids) for each in (chosen.whole, chosen.parts))
        return Totals(chosen.selected, overall, [] if by is None else ranked(rows, measure))

    def places(self) -> Places:
        """Return all places: the cities, promoters and partners of the rows, by name."""
        counted = self._table.gather(_there(self._table, PLACES), _Counted)
        places = [_place(name) for name in sorted(counted.places)]
        held = Counter(each.city for each in Gathered.of(self._table).conferences() if each.city)
        return Places(places, held, counted.signed)

    def sources(self) -> Sources:
        """Return all sources, in the order of the rows that cite them first."""
        counted = self._table.gather(["source"], _Cited, first=True)
        names = sorted(counted.first, key=lambda name: counted.first[name])
        sources = [made(Source, id=name, title=name, publisher=None, language=None) for name in names]
        cited = counted.rows + Counter(
            source.id for conference in Gathered.of(self._table).conferences() for source in conference.sources
        )
        return Sources(sources, cited)

    def whole(self) -> Dataset:
        """Return everything as one dataset in memory."""
        found = self._table.gather(_there(self._table, PLACES), _Counted)
        return made(
            Dataset,
            places=tuple(_place(name) for name in sorted(found.places)),
            sources=tuple(self.sources().sources),
            conferences=tuple(Gathered.of(self._table).conferences()),
            signings=tuple(self._table.signings()),
        )

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""
        each = selection.min_amount is not None or selection.max_amount is not None
        return Gathered.of(self._table, each=each).answer(selection)


_KEY_COLUMNS: dict[By, tuple[str, ...]] = {
    By.CITY: (),
    By.PROMOTER: ("promoter",),
    By.YEAR: ("date",),
    By.QUARTER: ("date",),
    By.MONTH: ("date",),
    By.KIND: ("kind",),
    By.CONFERENCE: ("conference",),
    By.SOURCE: ("source",),
}
"""The columns that say in which group a row is."""


class Chosen:
    """The rows of a table that match a selection, added up; those that match perhaps are only counted so far."""

    def __init__(self, table: Table, selection: Selection, by: By | None) -> None:
        self._table = table
        self._filters = Filters.of(selection)
        self._sieve = Sieve.of(selection, self._filters.named)
        self.whole = Totalling.by(None)
        self.parts = Totalling.by(by)
        self._by = by
        self.currencies: set[str] = set()
        self._doubts: set[str] = set()
        self._perhaps = 0

    @classmethod
    def of(
        cls,
        table: Table,
        selection: Selection,
        columns: Sequence[str],
        by: By | None = None,
        *,
        projects: bool = True,
    ) -> Chosen:
        """Return what matches. Raises UsageError for names that nothing has, and filters that contradict each other."""
        require_consistent(selection)
        keys = {*columns, *Filters.of(selection).given}
        if selection.first_day is not None or selection.last_day is not None:
            keys.add("date")
        each = selection.min_amount is not None or selection.max_amount is not None
        chosen = table.gather(
            _there(table, sorted(keys)), lambda: cls(table, selection, by), each=each, projects=projects
        )
        chosen.require_found()
        return chosen

    def add(self, group: Group) -> None:
        """Take a group more, if it matches."""
        signing = group.signing
        self._filters.meet(signing)
        match self._sieve.answer(EMPTY, signing, _alone):
            case True:
                self.whole.add(group)
                if self._by is not None:
                    self.parts.add(group)
                self._perhaps += not self._sieve.surely_dated(signing)
                if signing.amount is not None:
                    self.currencies.add(signing.amount.unit)
            case str(reason):
                self._doubts.add(reason)

    def require_found(self) -> None:
        """Raise UnknownNameError for a name of the selection that no row has."""
        self._filters.require_found(lambda columns: _names(self._table, columns))

    @property
    def selected(self) -> Selected[Signing]:
        """The rows that match, read when they are asked for, and what the filters cannot decide."""
        left_out: dict[str, list[str]] = {}
        perhaps: list[str] = []
        if self._doubts or self._perhaps:
            only_dates = self._doubts <= {NO_DATE}
            for signing in self._table.signings(*self._named(), *([blank_or_odd("date")] if only_dates else [])):
                match self._sieve.answer(EMPTY, signing, _alone):
                    case True if not self._sieve.surely_dated(signing):
                        perhaps.append(signing.id)
                    case str(reason):
                        left_out.setdefault(reason, []).append(signing.id)
        told = tuple(LeftOut(reason, tuple(ids)) for reason, ids in left_out.items())
        return Selected(Rows(self), self._table.rows, told, tuple(perhaps))

    def signings(self, *conditions: Condition) -> Iterator[Signing]:
        """Yield the signings that match and fulfil conditions."""
        if self._sieve.is_open:
            yield from self._table.signings(*conditions)
            return
        for signing in self._table.signings(*self._named(), *conditions):
            if self._sieve.answer(EMPTY, signing, _alone) is True:
                yield signing

    def ids(self, part: Part, which: str, number: int | None) -> Ids:
        """Return the ids of one list of a total."""
        return Ids(number, lambda: self._ids(part, which))

    def _ids(self, part: Part, which: str) -> list[str]:
        if which == "sources":
            return self._sources(part)
        conditions, is_listed = _LISTED[which]
        return [signing.id for signing in self.signings(*conditions) if part.holds(signing) and is_listed(signing)]

    def _sources(self, part: Part) -> list[str]:
        if "source" not in self._table.columns:
            return []
        selection = self._sieve.selection
        columns = {"source", *(_KEY_COLUMNS[self._by] if self._by is not None else ()), *self._filters.given}
        if self._sieve.first is not None or self._sieve.last is not None:
            columns.add("date")
        each = selection.min_amount is not None or selection.max_amount is not None
        keys = _there(self._table, sorted(columns))
        cited = self._table.gather(keys, lambda: _Cited(self._holding(part)), first=True, each=each)
        return sorted(cited.first, key=lambda name: cited.first[name])

    def _holding(self, part: Part) -> Callable[[Signing], bool]:
        return lambda signing: self._sieve.answer(EMPTY, signing, _alone) is True and part.holds(signing)

    def _named(self) -> list[Condition]:
        """Return the conditions that the names of the selection make, as far as they are few."""
        return [
            _among(column, spellings.found)
            for column, spellings in self._filters.given.items()
            if len(spellings.found) <= _MOST_SPELLINGS and column in self._table.columns
        ]


def _place(name: str) -> Place:
    return made(Place, id=name, name=name)


class Rows:
    """The signings that match, read from the table each time they are gone through."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen

    def __iter__(self) -> Iterator[Signing]:
        return self._chosen.signings()


def _among(column: str, spellings: Sequence[str]) -> Condition:
    # White space around a name is no part of it, but of the cell: every such cell is looked at.
    return lambda cells: cells[column].in_(spellings) | (cells[column] != _trimmed(cells[column]))


def _trimmed(cell: ColumnElement[str]) -> ColumnElement[str]:
    from sqlalchemy import func

    return func.trim(cell, type_=cell.type)


def _alone(signing: Signing) -> tuple[Signing]:
    return (signing,)


_LISTED: dict[str, tuple[tuple[Condition, ...], Callable[[Signing], bool]]] = {
    "without_amount": ((blank_or_odd("amount"),), lambda signing: signing.amount is None),
    "without_projects": ((blank_or_odd("projects"),), lambda signing: signing.projects is None),
    "hedged": ((), lambda signing: is_hedged(signing.amount)),
    "hedged_projects": ((), lambda signing: is_hedged(signing.projects)),
}
"""Which rows the lists of a total hold: what the engine can say of them, and what decides."""


def _there(table: Table, columns: Sequence[str]) -> list[str]:
    return [column for column in columns if column in table.columns]


def _names(table: Table, columns: Sequence[str]) -> list[str]:
    """Return the names in some columns, in the order of the rows that have them first."""
    met: dict[str, int] = {}
    for column in _there(table, columns):
        gathered = table.gather([column], partial(_Met, column), first=True)
        for name, first in gathered.first.items():
            met[name] = min(first, met.get(name, first))
    return sorted(met, key=lambda name: met[name])


class _Met:
    """The names in a column, with the first row of each."""

    def __init__(self, column: str) -> None:
        self._column = column
        self.first: dict[str, int] = {}

    def add(self, group: Group) -> None:
        for name in names_of(group.signing, self._column):
            self.first[name] = min(group.first, self.first.get(name, group.first))


class _Counted:
    """The places of a table, and how many signings were held in each."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.signed: Counter[str] = Counter()

    def add(self, group: Group) -> None:
        self.places.update(name for column in PLACES for name in names_of(group.signing, column))
        self.signed[group.signing.city] += group.rows


class _Cited:
    """The sources of those signings that are wanted, with the first row of each and how many cite it."""

    def __init__(self, wanted: Callable[[Signing], bool] = lambda _: True) -> None:
        self._wanted = wanted
        self.first: dict[str, int] = {}
        self.rows: Counter[str] = Counter()

    def add(self, group: Group) -> None:
        if self._wanted(group.signing):
            for name in names_of(group.signing, "source"):
                self.first[name] = min(group.first, self.first.get(name, group.first))
                self.rows[name] += group.rows
