"""The SQL that questions become, without a server."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, column, literal, select, table
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.elements import quoted_name

from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.raw import RawTable
from mycity_cli.tables.engines.types import TEXT, Kind, Type
from mycity_cli.tables.sql.cells import Cells
from mycity_cli.tables.sql.grouping import Sums, grouped
from mycity_cli.tables.sql.tame import Tame

SHOWN = literal(1).label("one")


def written(element: Any, dialect: Dialect) -> str:
    """Return the SQL of an expression or a query, its white space as single spaces; it must have no parameters."""
    compiled = (element if isinstance(element, Select) else select(element.label("x"))).compile(dialect=dialect)
    assert compiled.params == {}
    return " ".join(str(compiled).split())


def cell(name: str = "amount") -> Any:
    return table("deals", column(quoted_name(name, quote=True))).c[name]


def question(engine: SqlEngine, dialect: Dialect, amount: Type, asked: Sums) -> str:
    """Return the question for the totals of each city of a table whose amounts have a type."""
    types = {"city": TEXT, "amount": amount, "currency": TEXT}
    source = table("deals", *map(column, types))
    cells = [engine.compared(source.c[name], type_).label(name) for name, type_ in types.items()]
    order = engine.order(source, types, [])
    place = engine.place(order)
    raw = RawTable(
        "deals",
        engine,
        None,  # type: ignore[arg-type]  # nobody is asked
        select(*cells).subquery(),
        select(*cells, engine.number(order).label("row")).subquery(),
        {name: name for name in types},
        types,
        is_unordered=True,
        placed=None if place is None else select(*cells, place.label("row")).subquery(),
    )
    read = Cells(raw, Tame(), (), numbered=asked.first, placed=asked.first, only=set(types))
    query, _ = grouped(read, ["city", "stated", "currency", "amount_text"], asked)
    return written(query, dialect)


DECIMAL, INTEGER, REAL = Type(Kind.DECIMAL, 2), Type(Kind.INTEGER), Type(Kind.REAL)
