"""The query for groups of rows: what all rows of a group share, and what they add up to.

Rows are grouped by their cities first. A group in which the city does not matter is then made of few, and a name is
looked at once for each, whether it may be that of a total.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func, null, select
from sqlalchemy.types import NULLTYPE

from mycity_cli.tables.engines.types import constant
from mycity_cli.tables.sql.cells import DAY, PLAIN, Cells, Columns
from mycity_cli.tables.sql.limits import Limits
from mycity_cli.tables.sql.total_patterns import patterns

ODD_CITY = "odd_city"
"""A city that must be looked at: one that is missing, or whose name may be that of a total. Else NULL."""


class Sums(NamedTuple):
    """What a query for groups tells besides: numbers of projects, first rows, where amounts lie beside limits.

    `ends` are columns of which the first and the last text is told.
    """

    projects: bool = True
    first: bool = False
    limits: Limits | None = None
    ends: tuple[str, ...] = ()


class Answer(NamedTuple):
    """The columns that a query for groups returns, by their names.

    First a column for each key, and one for all of those that are mostly PLAIN; then what the rows are and add up to.
    """

    single: list[str]
    odd: list[str]
    rest: list[str]


def grouped(
    cells: Cells, keys: Iterable[str], asked: Sums, cities: Collection[str] | None = None
) -> tuple[Select[Any], Answer]:
    """Return the query for groups of rows, and what it returns.

    It counts the rows, and sums what the engine can read. With limits the section of the amounts is a key, and the
    least of them stands for all. What is the same in all rows is no key: see `fixed`. Of the other rows than those of
    some cities nothing is told.
    """
    grouping = _Grouping(cells, asked)
    kept = [key for key in keys if key not in cells.fixed]
    if "city" in kept:
        return grouping.once(kept, cities)
    if (asked.first or asked.ends) and not cells.engine.groups_texts:
        return grouping.once([*kept, ODD_CITY], cities)
    return grouping.without_cities(kept, cities)


class _Grouping:
    def __init__(self, cells: Cells, asked: Sums) -> None:
        self._cells = cells
        self._columns = cells.rows.c
        self._engine = cells.engine
        self._asked = asked

    def once(self, kept: list[str], cities: Collection[str] | None) -> tuple[Select[Any], Answer]:
        """Return the query for groups of which all rows share the city."""
        return self._grouped(kept, cities, self._begun)

    def _begun(self, sums: Columns) -> Columns:
        return sums | ({"first": self._engine.begin(sums["first"])} if "first" in sums else {})

    def _grouped(
        self, kept: list[str], cities: Collection[str] | None, told: Callable[[Columns], Columns]
    ) -> tuple[Select[Any], Answer]:
        single, odd, keys = self._keys(kept)
        sums = told(self._sums())
        query = select(*(each.label(name) for name, each in (keys | sums).items()))
        if cities is not None:
            query = query.where(self._columns.city.in_(sorted(cities)))
        return query.group_by(*keys.values(), *self._days()), Answer(single, odd, list(sums))

    def without_cities(self, kept: list[str], cities: Collection[str] | None) -> tuple[Select[Any], Answer]:
        """Return the query for groups whose rows may be in any city."""
        query, (single, odd, rest) = self._grouped(["city", *kept], cities, lambda sums: sums)
        days = [day.label(name) for name, day in zip(self._cells.day_names, self._days(), strict=True)]
        parts = query.add_columns(*days).subquery().c
        single = [name for name in single if name != "city"]
        keys = [parts[name] for name in (*single, *(["odd"] if odd else []))]
        odd_city = self._odd(parts["city"]).label(ODD_CITY)
        again = self._begun({name: _AGAIN[name.partition(":")[0]](parts[name]) for name in rest})
        told = (each.label(name) for name, each in again.items())
        outer = select(*keys[: len(single)], odd_city, *keys[len(single) :], *told)
        outer = outer.group_by(*keys, odd_city, *(parts[name] for name in self._cells.day_names))
        return outer, Answer([*single, ODD_CITY], odd, rest)

    def _odd(self, city: ColumnElement[str]) -> ColumnElement[Any]:
        plain, of_totals = patterns()
        is_plain = and_(self._engine.matches(city, plain), ~self._engine.matches(city, of_totals))
        return case((is_plain, null()), else_=func.coalesce(city, constant(""), type_=String))

    def _days(self) -> list[ColumnElement[Any]]:
        return [self._columns[name] for name in self._cells.day_names]

    def _keys(self, kept: list[str]) -> tuple[list[str], list[str], Columns]:
        """Return the names of single keys, of those that are packed, and the columns of all."""
        odd = [key for key in kept if key in PLAIN]
        packed = self._engine.packed([self._key(key) for key in odd], unless=self._is_plain(odd)) if odd else None
        if packed is None:
            odd = []
        keys = {key: self._key(key) for key in kept if key not in odd}
        limits = self._asked.limits
        if limits is not None:
            number = self._columns.number
            keys["section"] = case((number.is_not(None), limits.section(number)))
        return list(keys), odd, keys if packed is None else keys | {"odd": packed}

    def _is_plain(self, odd: Iterable[str]) -> ColumnElement[bool]:
        """Return the condition that these keys of a row are PLAIN."""
        read = ("before", "after", "amount_text", "stated") if "plain" in self._columns else ()
        rest = [key for key in odd if key not in read]
        conditions = [self._key(key) if key == "stated" else self._key(key).is_(None) for key in rest]
        return and_(*([self._columns.plain] if read else []), *conditions)

    def _key(self, key: str) -> ColumnElement[Any]:
        if key == ODD_CITY:
            return self._odd(self._columns.city)
        if key == "stated":
            return self._engine.truth(self._columns.number.is_not(None))
        return self._columns[key]

    def _sums(self) -> Columns:
        """Return what is told of a group besides its keys; what is behind a colon tells several of a kind apart."""
        columns, asked, engine = self._columns, self._asked, self._engine
        counts = columns.projects_number
        found: Columns = {"rows": func.count()}
        found |= {f"amount:{at}": _sum(each) for at, each in enumerate(engine.addends(columns.number))}
        if asked.projects:
            found |= {f"projects:{at}": _sum(each) for at, each in enumerate(engine.addends(counts))}
            found["counted"] = func.count(counts)
        if asked.first:
            found["first"] = func.min(columns.row)
        if asked.limits is not None:
            found["least"] = func.min(columns.number, type_=NULLTYPE)
        if DAY in columns:
            found["date"] = cast(func.min(columns[DAY]), String)
        for column in asked.ends:
            text = func.coalesce(columns[column], constant(""), type_=String)
            found |= {f"low:{column}": func.min(text), f"high:{column}": func.max(text)}
        return found


def _sum(number: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.sum(number, type_=NULLTYPE)


_AGAIN: dict[str, Callable[[ColumnElement[Any]], ColumnElement[Any]]] = {
    "rows": _sum, "amount": _sum, "projects": _sum, "counted": _sum, "first": func.min, "least": func.min,
    "date": func.min, "low": func.min, "high": func.max,
}  # fmt: skip
"""How what is told of groups is told of all of them together."""
