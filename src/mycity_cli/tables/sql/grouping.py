"""The query for groups of rows: what all rows of a group share, and what they add up to.

Rows are grouped by their cities first. A group in which the city does not matter is then made of few, and a name is
looked at once for each, whether it may be that of a total.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func, not_, null, select, true, union_all
from sqlalchemy.types import NULLTYPE

from mycity_cli.tables.engines.types import constant
from mycity_cli.tables.sql.cells import DAY, IS_READ, OWN_DAY, PLAIN, Cells, Columns
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
    cells: Cells, keys: Iterable[str], asked: Sums, cities: Collection[str] | None = None, read: Cells | None = None
) -> tuple[Select[Any], Answer]:
    """Return the query for groups of rows, and what it returns.

    It counts the rows, and sums what the engine can read. With limits the section of the amounts is a key, and the
    least of them stands for all. What is the same in all rows is no key: see `fixed`. Of the other rows than those of
    some cities nothing is told. `read` are the rows that the engine reads, where they are grouped apart from others.
    """
    grouping = _Grouping(cells, asked, read)
    kept = [key for key in keys if key not in cells.fixed]
    if "city" in kept:
        return grouping.once(kept, cities)
    if (asked.first or asked.ends) and not cells.engine.groups_texts:
        return grouping.once([*kept, ODD_CITY], cities)
    return grouping.without_cities(kept, cities)


class _Grouping:
    def __init__(self, cells: Cells, asked: Sums, read: Cells | None = None) -> None:
        self._cells = cells
        self._columns = cells.rows.c
        self._engine = cells.engine
        self._asked = asked
        self._read = None if read is None else _Grouping(read, asked)

    def once(self, kept: list[str], cities: Collection[str] | None) -> tuple[Select[Any], Answer]:
        """Return the query for groups of which all rows share the city."""
        query, answer = self._grouped(kept, cities)
        if not self._asked.first:
            return query, answer
        parts = query.subquery().c
        told = (self._begun({each.name: each})[each.name].label(each.name) for each in parts)
        return select(*told), answer

    def _begun(self, columns: Columns) -> Columns:
        return columns | ({"first": self._engine.begin(columns["first"])} if "first" in columns else {})

    def _grouped(
        self, kept: list[str], cities: Collection[str] | None, *, with_days: bool = False
    ) -> tuple[Select[Any], Answer]:
        single, odd, _ = self._keys(kept)
        answer = Answer(single, odd, list(self._sums()))
        query = partial(self.query, kept, cities, with_days=with_days)
        if self._read is None:
            return query(), answer
        of_read = self._read.query(kept, cities, with_days=with_days, is_read=True)
        return select(*union_all(of_read, query(is_read=False)).subquery().c), answer

    def query(
        self, kept: list[str], cities: Collection[str] | None, *, with_days: bool, is_read: bool | None = None
    ) -> Select[Any]:
        """Return the query for groups: of all rows, or of those that are read, or of the others."""
        keys, days = self._keys(kept)[2], dict(zip(self._cells.day_names, self._days(), strict=True))
        same = {key: true() if PLAIN[key] else cast(null(), String) for key in keys if is_read and key in PLAIN}
        columns = keys | same | self._sums() | (days if with_days else {})
        query = select(*(each.label(name) for name, each in columns.items()))
        if is_read is not None:
            query = query.where(self._columns[IS_READ] if is_read else not_(self._columns[IS_READ]))
        if cities is not None:
            query = query.where(self._columns.city.in_(sorted(cities)))
        return query.group_by(*(each for name, each in keys.items() if name not in same), *days.values())

    def without_cities(self, kept: list[str], cities: Collection[str] | None) -> tuple[Select[Any], Answer]:
        """Return the query for groups whose rows may be in any city."""
        query, (single, odd, rest) = self._grouped(["city", *kept], cities, with_days=True)
        parts = query.subquery().c
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
            found[f"low:{column}"], found[f"high:{column}"] = self._ends(column)
        return found

    def _ends(self, column: str) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """Return the first and the last text of a column, of which a missing one is ""."""
        missing = constant("")
        if column == "date" and OWN_DAY in self._columns:
            # As texts days have the same order, but to make one of each row takes longer than all the rest.
            day = self._columns[OWN_DAY]
            low, high = (cast(end(day), String) for end in (func.min, func.max))
            return case((func.count(day) == func.count(), low), else_=missing), func.coalesce(high, missing)
        text = func.coalesce(self._columns[column], missing, type_=String)
        return func.min(text), func.max(text)


def _sum(number: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.sum(number, type_=NULLTYPE)


_AGAIN: dict[str, Callable[[ColumnElement[Any]], ColumnElement[Any]]] = {
    "rows": _sum, "amount": _sum, "projects": _sum, "counted": _sum, "first": func.min, "least": func.min,
    "date": func.min, "low": func.min, "high": func.max,
}  # fmt: skip
"""How what is told of groups is told of all of them together."""
