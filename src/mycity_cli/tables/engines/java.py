"""Binary numbers of engines that are written in Java: their texts are mended where Java's are not the shortest."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    Numeric,
    String,
    TypeDecorator,
    and_,
    case,
    cast,
    func,
    or_,
    try_cast,
    type_coerce,
)

from mycity_cli.tables.engines.binary import DOUBLE, SINGLE, shortest
from mycity_cli.tables.engines.types import constant


class Shortest(TypeDecorator[str]):
    """The text of a binary number as Java has it, told as the shortest text that means it and no other.

    With an `f` behind it the number has single precision.
    """

    impl = String
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Return the text without an exponent, and without a point where it is whole."""
        del dialect
        if value is None:
            return None
        text = str(value)
        return shortest(text.removesuffix("f"), SINGLE if text.endswith("f") else DOUBLE)


def java_text(cell: ColumnElement[Any], single: str) -> ColumnElement[str]:
    """Return a binary number as Java writes it; `single` is what the engine calls those of single precision."""
    mark = case((func.typeof(cell) == constant(single), constant("f")), else_=constant(""))
    return type_coerce(func.concat(cast(cell, String), mark), Shortest())


def plain_text(cell: ColumnElement[Any], single: str) -> ColumnElement[str]:
    """Return the shortest text of a binary number, which is not final before it is read.

    Of 15 digits, or 6 of single precision, no two texts mean the same: none is shorter. What Java writes with more
    digits may be too long by one, which is mended as it is read.
    """
    java = cast(cell, String)
    digits = func.regexp_replace(java, constant("E.*|[-.]"), constant(""), type_=String)
    most = case((func.typeof(cell) == constant(single), constant(SINGLE.digits)), else_=constant(DOUBLE.digits))
    size = func.abs(cell)
    is_sure = and_(
        func.length(digits, type_=Integer) <= most,
        or_(cell == constant(0), and_(size >= Decimal("0.001"), size < constant(10**15))),
    )
    plain = cast(try_cast(java, Numeric(38, 18)), String)
    written = func.regexp_replace(plain, constant("[.]?0+$"), constant(""), type_=String)
    return type_coerce(case((is_sure, written), else_=java_text(cell, single)), Shortest())
