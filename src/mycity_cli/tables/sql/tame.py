"""What the statistics of a table prove of all its rows, so that no row has to be looked at for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Select, String, cast, func, select

from mycity_cli.tables.engines.raw import RawTable
from mycity_cli.tables.engines.types import Kind

_NATIVE = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE)

Fetched = Callable[[Select[*tuple[Any, ...]]], Iterator[Sequence[Any]]]
"""Yields the rows of a query."""


class Tame(NamedTuple):
    """The columns whose numbers and days are all such as a signing may have, and those of them that lack none.

    `same` are the columns with one text in all rows, and that text. `rows` is how many rows there are.
    """

    columns: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()
    same: Mapping[str, str] = MappingProxyType({})
    rows: int = 0

    @classmethod
    def of(cls, raw: RawTable, fetched: Fetched) -> Tame:
        """Return what is proved of a table, which is nothing where it has no statistics."""
        native = [name for name in ("amount", "projects", "date") if name in raw.types and _kind(raw, name) in _NATIVE]
        if not raw.has_statistics or not native:
            return cls()
        texts = [name for name in ("currency",) if name in raw.types and _kind(raw, name) is Kind.TEXT]
        cells = [raw.cell(raw.rows, column) for column in (*native, *texts)]
        ends = [cast(end(cell), String) for cell in cells for end in (func.min, func.max)]
        number, *found = next(fetched(select(func.count(), *map(func.count, cells), *ends)))
        counts, least, most = found[: len(cells)], found[len(cells) :: 2], found[len(cells) + 1 :: 2]
        told = dict(zip((*native, *texts), zip(counts, least, most, strict=True), strict=True))
        tame = [column for column in native if _is_tame(_kind(raw, column), *told[column][1:])]
        full = [column for column in tame if told[column][0] == number]
        same = {column: told[column][1] for column in texts if number and _is_same(number, *told[column])}
        return cls(frozenset(tame), frozenset(full), same, number)


ALL_TAME = Tame(frozenset({"amount", "projects", "date"}))
"""What holds of rows that the engine reads."""


def _kind(raw: RawTable, column: str) -> Kind:
    return raw.types[column].kind


def _is_tame(kind: Kind, least: str | None, most: str | None) -> bool:
    """Return whether numbers or days between two ends are such as a signing may have."""
    if least is None or most is None:
        return True
    if kind is Kind.DATE:
        return len(least) == len(most) == len("2022-11-03") and least >= "0001-01-01"
    return bool(Decimal(least) >= 0 and Decimal(most) < 10**27)


def _is_same(number: int, count: int, least: str | None, most: str | None) -> bool:
    return count == number and least == most
