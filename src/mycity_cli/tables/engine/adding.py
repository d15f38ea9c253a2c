"""Totals of a table, added up from its groups of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar, overload

from mycity_cli.interval import Interval
from mycity_cli.query import Group as By
from mycity_cli.query import Sum, Total
from mycity_cli.query.data import Deal
from mycity_cli.query.totals import KEYS, is_hedged
from mycity_cli.tables.engine.groups import Group, added
from mycity_cli.tables.records import TableRecords

EMPTY = TableRecords((), ())
"""The records in which the names of a table are looked up: each is its own id."""

Key = str | None


@dataclass
class Added:
    """What some rows add up to so far; the numbers of those that state no amount, no projects, or one with a hedge."""

    rows: int = 0
    amount: Sum | None = None
    projects: Sum | None = None
    without_amount: int = 0
    without_projects: int = 0
    hedged: int = 0
    hedged_projects: int = 0

    def add(self, group: Group) -> None:
        """Take a group more."""
        self.rows += group.rows
        self.amount = added(self.amount, group.amount)
        self.projects = added(self.projects, group.projects)
        self.without_projects += group.rows - group.counted
        figure = group.signing.amount
        if figure is None:
            self.without_amount += group.rows
        self.hedged += group.rows * is_hedged(figure)
        self.hedged_projects += group.rows * is_hedged(group.signing.projects)

    def merged(self, other: Added) -> Added:
        """Return what both add up to."""
        return Added(
            self.rows + other.rows,
            added(self.amount, other.amount),
            added(self.projects, other.projects),
            self.without_amount + other.without_amount,
            self.without_projects + other.without_projects,
            self.hedged + other.hedged,
            self.hedged_projects + other.hedged_projects,
        )


T = TypeVar("T")


class Later(Sequence[T]):
    """Things of which the number is known, read when they are asked for, and of the first few no more than those.

    None is for a number that is not known.
    """

    def __init__(self, number: int | None, read: Callable[[], Iterable[T]]) -> None:
        self._number = number
        self._read = read
        self._known: Sequence[T] | None = None

    def __len__(self) -> int:
        return self._number if self._number is not None else len(self._all())

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if self._known is None and isinstance(index, slice) and index.stop is not None and index.stop >= 0:
            return tuple(islice(self._read(), index.stop))[index]
        return self._all()[index]

    def __eq__(self, other: object) -> bool:
        """Return whether the same things are there: only where they are as many are they read for that."""
        return isinstance(other, Sequence) and len(self) == len(other) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # what is equal to a tuple would have to have the hash of one

    def _all(self) -> Sequence[T]:
        if self._known is None:
            self._known = () if self._number == 0 else tuple(self._read())
        return self._known


Ids = Later[str]
"""The ids of rows."""


@dataclass(frozen=True)
class Part:
    """The signings of one total: those of a key, in a currency; where `mixed`, also those without an amount."""

    keys_of: Callable[[Deal], Iterable[Key]]
    key: Key
    currency: str | None
    mixed: bool

    def holds(self, signing: Deal) -> bool:
        """Return whether a signing that matches is one of them."""
        unit = None if signing.amount is None else signing.amount.unit
        right = unit == self.currency or (self.mixed and unit is None)
        return right and self.key in self.keys_of(signing)


Lists = Callable[[Part, str, int | None], Sequence[str]]
"""Returns the ids of one list of a total, by the name of its field: those of `without_amount`, `hedged`, ..."""


@dataclass
class Totalling:
    """Groups added up by key and currency."""

    keys_of: Callable[[Deal], Iterable[Key]]
    by_key: dict[Key, dict[str | None, Added]] = field(default_factory=dict)

    @classmethod
    def by(cls, by: By | None) -> Totalling:
        """Return what adds up groups by a key, or as a whole."""
        if by is None:
            whole = cls(lambda _: (None,))
            whole.by_key[None] = {}
            return whole
        keys_of = KEYS[by]
        return cls(lambda signing: keys_of(EMPTY, signing))

    def add(self, group: Group) -> None:
        """Take a group more."""
        unit = None if group.signing.amount is None else group.signing.amount.unit
        for key in self.keys_of(group.signing):
            self.by_key.setdefault(key, {}).setdefault(unit, Added()).add(group)

    def totals(self, lists: Lists) -> list[Total]:
        """Return the totals: for each key one for each currency, as those of a dataset are."""
        return [row for key, parts in self.by_key.items() for row in self._of_key(key, parts, lists)]

    def _of_key(self, key: Key, parts: dict[str | None, Added], lists: Lists) -> list[Total]:
        currencies = sorted(unit for unit in parts if unit is not None)
        if len(currencies) <= 1:
            currency = currencies[0] if currencies else None
            whole = Added()
            for part in parts.values():
                whole = whole.merged(part)
            return [_total(Part(self.keys_of, key, currency, mixed=True), whole, lists)]
        units = [*currencies, *([None] if None in parts else [])]
        return [_total(Part(self.keys_of, key, unit, mixed=False), parts[unit], lists) for unit in units]


def _total(part: Part, whole: Added, lists: Lists) -> Total:
    nothing = Sum(0, Interval.exactly(0))
    return Total(
        key=part.key,
        signings=whole.rows,
        projects=whole.projects if whole.projects is not None or whole.rows else nothing,
        amount=whole.amount if whole.amount is not None or whole.rows else nothing,
        currency=part.currency,
        without_amount=lists(part, "without_amount", whole.without_amount),
        without_projects=lists(part, "without_projects", whole.without_projects),
        hedged=lists(part, "hedged", whole.hedged),
        hedged_projects=lists(part, "hedged_projects", whole.hedged_projects),
        parts=(),
        sources=lists(part, "sources", None),
    )
