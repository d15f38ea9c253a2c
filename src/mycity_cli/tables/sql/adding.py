"""Totals of a table, added up from its groups of rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import Interval
from mycity_cli.query import Group as By
from mycity_cli.query import Measure, Sum, Total
from mycity_cli.query.sums import is_hedged
from mycity_cli.query.totals import KEYS, without_some_amounts
from mycity_cli.tables.later import Later
from mycity_cli.tables.records import TableRecords
from mycity_cli.tables.rows import TableRow
from mycity_cli.tables.sql.groups import Group, added

NO_RECORDS = TableRecords((), ())
"""The records in which the ids of places are looked up while rows are read: each stands for itself."""

Key = str | None


@dataclass
class Added:
    """What some rows add up to so far; the numbers of those that lack an amount or projects, or hedge them.

    `moneyless` is the number of those that have no amount to state.
    """

    rows: int = 0
    amount: Sum | None = None
    projects: Sum | None = None
    without_amount: int = 0
    moneyless: int = 0
    without_projects: int = 0
    hedged: int = 0
    hedged_projects: int = 0

    def add(self, group: Group) -> None:
        """Take a group more."""
        self.rows += group.rows
        self.amount = added(self.amount, group.amount)
        self.projects = added(self.projects, group.projects)
        self.without_projects += 0 if group.signing.amount is NoMoney.NONE else group.rows - group.counted
        figure = group.signing.amount
        if group.signing.lacks_amount:
            self.without_amount += group.rows
        elif group.amount is None:
            self.moneyless += group.rows
        self.hedged += group.rows * is_hedged(figure)
        self.hedged_projects += group.rows * is_hedged(group.signing.projects)

    def merged(self, other: Added) -> Added:
        """Return what both add up to."""
        return Added(
            self.rows + other.rows,
            added(self.amount, other.amount),
            added(self.projects, other.projects),
            self.without_amount + other.without_amount,
            self.moneyless + other.moneyless,
            self.without_projects + other.without_projects,
            self.hedged + other.hedged,
            self.hedged_projects + other.hedged_projects,
        )


Ids = Later[str]
"""The ids of rows."""


@dataclass(frozen=True)
class Part:
    """The signings of one total: those of a key, whose amounts are in one of some currencies, None for no amount."""

    keys_of: Callable[[TableRow], Iterable[Key]]
    key: Key
    units: Collection[str | None]

    def holds(self, signing: TableRow) -> bool:
        """Return whether a signing that matches is one of them."""
        unit = None if (money := signing.money) is None else money.unit
        return unit in self.units and self.key in self.keys_of(signing)


Lists = Callable[[Part, str, int | None], Sequence[str]]
"""Returns the ids of one list of a total, by the name of its field: those of `without_amount`, `hedged`, ..."""


@dataclass
class Totalling:
    """Groups added up by key and currency."""

    keys_of: Callable[[TableRow], Iterable[Key]]
    by_key: dict[Key, dict[str | None, Added]] = field(default_factory=dict)

    @classmethod
    def by(cls, by: By | None) -> Totalling:
        """Return what adds up groups by a key, or as a whole."""
        if by is None:
            whole = cls(lambda _: (None,))
            whole.by_key[None] = {}
            return whole
        keys_of = KEYS[by]
        return cls(lambda signing: keys_of(NO_RECORDS, signing))

    def add(self, group: Group) -> None:
        """Take a group more."""
        unit = None if (money := group.signing.money) is None else money.unit
        for key in self.keys_of(group.signing):
            self.by_key.setdefault(key, {}).setdefault(unit, Added()).add(group)

    def totals(self, lists: Lists, *, counts: bool = False) -> list[Total]:
        """Return the totals: for each key one for each currency, as those of a dataset are, or one for all of them."""
        return [row for key, parts in self.by_key.items() for row in self._of_key(key, parts, lists, counts=counts)]

    def _of_key(self, key: Key, parts: dict[str | None, Added], lists: Lists, *, counts: bool) -> list[Total]:
        currencies = sorted(unit for unit in parts if unit is not None)
        if counts or len(currencies) <= 1:
            currency = currencies[0] if len(currencies) == 1 else None
            whole = Added()
            for part in parts.values():
                whole = whole.merged(part)
            row = _total(Part(self.keys_of, key, (*currencies, None)), currency, whole, lists)
            return [row._replace(amount=None, mixed=True) if len(currencies) > 1 else row]
        units = [*currencies, *([None] if None in parts else [])]
        rows = [_total(Part(self.keys_of, key, (unit,)), unit, parts[unit], lists) for unit in units]
        if None in parts and parts[None].without_amount:
            rows = [row if row.currency is None else without_some_amounts(row, Measure.AMOUNT) for row in rows]
        return rows


def _total(part: Part, currency: str | None, whole: Added, lists: Lists) -> Total:
    return Total(
        key=part.key,
        signings=whole.rows,
        projects=_known(whole.projects, whole.rows, whole.without_projects),
        amount=_known(whole.amount, whole.rows, whole.without_amount),
        currency=currency,
        without_amount=lists(part, "without_amount", whole.without_amount),
        without_projects=lists(part, "without_projects", whole.without_projects),
        hedged=lists(part, "hedged", whole.hedged),
        hedged_projects=lists(part, "hedged_projects", whole.hedged_projects),
        parts=(),
        sources=lists(part, "sources", None),
        lower_bound=bool(whole.without_amount),
        projects_lower_bound=bool(whole.without_projects),
    )


def _known(sum: Sum | None, rows: int, missing: int) -> Sum | None:
    """Return the sum of the figures that rows state, open above where some are missing; None where none states one."""
    if sum is None:
        return None if rows else Sum(0, Interval.exactly(0))
    return sum.at_least if missing else sum
