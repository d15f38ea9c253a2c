"""The rows of a table that match a selection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, or_

from mycity_cli.figure import Figure
from mycity_cli.query import Group as By
from mycity_cli.query import LeftOut, Measure, Selected, Selection, Total
from mycity_cli.query.selection import NO_AMOUNT, NO_DATE, Sieve, require_consistent
from mycity_cli.query.sums import is_hedged
from mycity_cli.query.totals import IN_TIME, is_unplaced, may_hold
from mycity_cli.tables.later import Later
from mycity_cli.tables.rows import TableRow, citation
from mycity_cli.tables.sql.adding import NO_RECORDS, Ids, Part, Totalling
from mycity_cli.tables.sql.day_keys import DayKeys
from mycity_cli.tables.sql.groups import Group
from mycity_cli.tables.sql.listing import Condition, hedged, lacking, undated, within_days
from mycity_cli.tables.sql.readings import Readings
from mycity_cli.tables.sql.spellings import Filters, names_of
from mycity_cli.tables.sql.table import Table

if TYPE_CHECKING:
    from mycity_cli.model import Cited

_MOST_SPELLINGS = 500
"""How many spellings of a name the engine is asked to look for."""

KEY_COLUMNS: dict[By, tuple[str, ...]] = {
    By.CITY: ("city",),
    By.PROMOTER: ("promoter",),
    By.YEAR: (),
    By.QUARTER: (),
    By.MONTH: (),
    By.KIND: ("kind",),
    By.CONFERENCE: ("conference",),
    By.SOURCE: ("source",),
}
"""The columns that say in which group a row is, besides its day."""


def keys_of(selections: Sequence[Selection]) -> set[str]:
    """Return the columns of names that say whether rows pass selections."""
    return {column for selection in selections for column in Filters.of(selection).given}


def limits_of(selections: Sequence[Selection]) -> list[Figure]:
    """Return the limits that amounts must pass."""
    return [limit for each in selections for limit in (each.min_amount, each.max_amount) if limit is not None]


class Chosen:
    """The rows of a table that match a selection, added up; those that match perhaps are only counted so far."""

    def __init__(
        self, table: Table, selection: Selection, by: By | None = None, filters: Filters | None = None
    ) -> None:
        require_consistent(selection)
        self._table = table
        self._filters = filters or Filters.of(selection, table.place)
        self._sieve = Sieve.of(selection, self._filters.named)
        self.whole = Totalling.by(None)
        self.parts = Totalling.by(by)
        self._by = by
        self.currencies: set[str] = set()
        self._sections: set[int] = set()
        self._doubts: Counter[str] = Counter()
        self._unplaced: set[tuple[str | None, ...]] = set()
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
        dated: bool = False,
    ) -> Chosen:
        """Return what matches. Raises UsageError for names that nothing has, and filters that contradict each other."""
        keys = {*columns, *keys_of([selection])}
        filters = Filters.of(selection, table.place)
        chosen = table.gather(
            table.having(sorted(keys)),
            lambda: cls(table, selection, by, filters),
            limits=limits_of([selection]),
            projects=projects,
            dated=dated,
            days=DayKeys.of([selection], by),
            cities=filters.city or None,
        )
        chosen.require_found()
        return chosen

    def add(self, group: Group) -> bool | str:
        """Take a group more, if it matches; return whether it does, or why that cannot be said."""
        signing = group.signing
        self._filters.meet(signing)
        match self._sieve.answer(NO_RECORDS, signing, _alone):
            case True:
                self.whole.add(group)
                if self._by is not None:
                    self.parts.add(group)
                if group.section is not None:
                    self._sections.add(group.section)
                self._perhaps += group.rows * (not self._sieve.surely_dated(signing))
                if (money := signing.money) is not None:
                    self.currencies.add(money.unit)
                return True
            case str(reason):
                self._doubts[reason] += group.rows
                if self._by is not None and is_unplaced(LeftOut(reason, ())):
                    self._unplaced.add(tuple(self.parts.keys_of(signing)))
                return reason
        return False

    def require_found(self) -> None:
        """Raise UnknownNameError for a name of the selection that no row has."""
        self._filters.require_found(lambda columns: names_in(self._table, columns), self._table.names.places)

    def is_open(self, row: Total) -> bool:
        """Return whether the total of a group may have some of the rows that a filter left out for what they lack."""
        in_time = (self._by in IN_TIME,)
        return any(may_hold((keys,), row, in_time) for keys in self._unplaced)

    @property
    def selected(self) -> Selected[TableRow]:
        """The rows that match, read when they are asked for, and what the filters cannot decide."""
        told = tuple(
            LeftOut(why, Later(number, partial(self._doubted, why))) for why, number in sorted(self._doubts.items())
        )
        return Selected(Rows(self), self._table.rows, told, Later(self._perhaps, self._perhaps_dated))

    def _doubted(self, why: str) -> Iterator[str]:
        """Yield the ids of the signings of which a filter cannot say whether they match, for one reason."""
        conditions = {NO_DATE: [undated()], NO_AMOUNT: [lacking(self._table.readings, "amount")]}.get(why, [])
        for signing in self._table.signings(*self._named(), *conditions):
            if self._sieve.answer(NO_RECORDS, signing, _alone) == why:
                yield signing.id

    def _perhaps_dated(self) -> Iterator[str]:
        """Yield the ids of the signings that match, but may be dated outside the range."""
        for signing in self._table.signings(*self._named(), undated()):
            match = self._sieve.answer(NO_RECORDS, signing, _alone)
            if match is True and not self._sieve.surely_dated(signing):
                yield signing.id

    def signings(self, *conditions: Condition) -> Iterator[TableRow]:
        """Yield the signings that match and fulfil conditions."""
        if self._sieve.is_open:
            yield from self._table.signings(*conditions)
            return
        limits = limits_of([self._sieve.selection])
        worth = [self._table.within(limits, self._sections)] if limits else []
        for signing in self._table.signings(*self._named(), *worth, *conditions):
            if self._sieve.answer(NO_RECORDS, signing, _alone) is True:
                yield signing

    def ids(self, part: Part, which: str, number: int | None) -> Ids:
        """Return the ids of one list of a total."""
        return Ids(number, lambda: self._ids(part, which))

    def _ids(self, part: Part, which: str) -> Iterable[str]:
        if which == "sources":
            return [source.id for source in self.sources(part.holds)]
        return (id for id, signing in self._listed(which) if part.holds(signing))

    def without(self, measure: Measure, number: int) -> Ids:
        """Return the ids of those signings that match and state no figure of a measure."""
        return Ids(number, lambda: (id for id, _ in self._listed(f"without_{measure}")))

    def _listed(self, which: str) -> Iterator[tuple[str, TableRow]]:
        """Yield the signings of a list, with their ids."""
        condition, is_listed = _LISTED[which]
        for signing in self.signings(condition(self._table.readings)):
            if is_listed(signing):
                yield signing.id, signing

    def sources(self, holds: Callable[[TableRow], bool]) -> list[Cited]:
        """Return what those signings cite that match and that something holds for, in the order of the rows.

        The signings that it is asked about stand for all of a group: they have the amount of none of them.
        """
        if "source" not in self._table.columns:
            return []
        selection = self._sieve.selection
        columns = {"source", *(KEY_COLUMNS[self._by] if self._by is not None else ()), *keys_of([selection])}

        def is_wanted(signing: TableRow) -> bool:
            return self._sieve.answer(NO_RECORDS, signing, _alone) is True and holds(signing)

        found = self._table.gather(
            self._table.having(sorted(columns)),
            lambda: Citing(is_wanted),
            first=True,
            limits=limits_of([selection]),
            days=DayKeys.of([selection], self._by),
            cities=self._filters.city or None,
        )
        return [citation(name) for name in sorted(found.first, key=lambda name: found.first[name])]

    def _named(self) -> list[Condition]:
        """Return the conditions that the names and the days of the selection make, names as far as they are few."""
        names = [
            _among(column, names)
            for column, spellings in self._filters.given.items()
            if column in self._table.columns
            and len(names := self._table.written(column, spellings.found)) <= _MOST_SPELLINGS
        ]
        first, last = self._sieve.first, self._sieve.last
        return names if first is None and last is None else [*names, within_days(first, last)]


class Rows:
    """The signings that match, read from the table each time they are gone through."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen

    def __iter__(self) -> Iterator[TableRow]:
        return self._chosen.signings()


def _among(column: str, spellings: Sequence[str]) -> Condition:
    def among(cells: Any) -> ColumnElement[bool]:
        # White space around a name is no part of it, but of the cell: every such cell is looked at.
        found: ColumnElement[bool] = cells[column].in_(spellings) | (cells[column] != _trimmed(cells[column]))
        # So is a cell that may hold several.
        several = [cells[column].contains(sign, autoescape=True) for sign in (";", "\\")] if column == "source" else []
        return or_(found, *several)

    return among


def _trimmed(cell: ColumnElement[str]) -> ColumnElement[str]:
    return func.trim(cell, type_=cell.type)


def _alone(signing: TableRow) -> tuple[TableRow]:
    return (signing,)


_LISTED: dict[str, tuple[Callable[[Readings], Condition], Callable[[TableRow], bool]]] = {
    "without_amount": (lambda read: lacking(read, "amount"), lambda signing: signing.lacks_amount),
    "without_projects": (lambda read: lacking(read, "projects"), lambda signing: signing.lacks_projects),
    "hedged": (lambda read: hedged(read, "amount"), lambda signing: is_hedged(signing.money)),
    "hedged_projects": (lambda read: hedged(read, "projects"), lambda signing: is_hedged(signing.projects)),
}
"""Which rows the lists of a total hold: what the engine can say of them, and what decides."""


def names_in(table: Table, columns: Sequence[str]) -> list[str]:
    """Return the names in some columns, in the order of the rows that have them first."""
    met: dict[str, int] = {}
    for column in table.having(columns):
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


class Citing:
    """The sources of those signings that are wanted, with the first row of each and how many cite it."""

    def __init__(self, wanted: Callable[[TableRow], bool] = lambda _: True) -> None:
        self._wanted = wanted
        self.first: dict[str, int] = {}
        self.rows: Counter[str] = Counter()

    def add(self, group: Group) -> None:
        """Take a group more."""
        if self._wanted(group.signing):
            for name in names_of(group.signing, "source"):
                self.first[name] = min(group.first, self.first.get(name, group.first))
                self.rows[name] += group.rows
