"""What engines that are written in Java share: casts that fail quietly, patterns, and texts of binary numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
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

from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.binary import DOUBLE, SINGLE, shortest
from mycity_cli.tables.engines.types import Kind, Type, constant

HALF = 1 << 32
"""Numbers are added up in two halves, of which none is too large for the sum of thousands of millions."""


class JavaEngine(SqlEngine):
    """An engine that is written in Java. It may cast a text before it looks at whether that is meant."""

    single: ClassVar[str] = ""
    """What the engine calls binary numbers of single precision."""

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a text without a collation that ignores case, and without blanks that fill it up; a number as such."""
        match type_.kind:
            case Kind.TEXT:
                return cast(cell, String)
            case Kind.INTEGER:
                return cast(cell, BigInteger)  # what is done to it would be done to 32 bits of an INT
            case Kind.DECIMAL:
                return type_coerce(cell, Numeric)
        return cell

    def handed_over(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a binary number as a text, which Python makes the shortest."""
        return java_text(cell, self.single) if type_.kind is Kind.REAL else cell

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return the shortest text of a binary number."""
        return plain_text(cell, self.single)

    def integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text may be cast to: one that is written otherwise too, such as 007."""
        return try_cast(text, BigInteger)

    def big_integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text is, NULL for others."""
        return try_cast(text, BigInteger)

    def is_day(self, text: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return whether a text is what the engine writes for the day that it casts it to."""
        return and_(self.length(text) == constant(10), cast(try_cast(text, Date), String) == text)

    def added_up(self, sums: Sequence[Any]) -> int | Decimal | None:
        """Return the sum, from those of the halves."""
        if sums[0] is None or len(sums) == 1:
            return super().added_up(sums)
        high, low = sums
        return int(high) * HALF + int(low)


def at_end(pattern: str) -> str:
    """Return a pattern whose end is that of the text, and not before a last end of line too."""
    return rf"{pattern[:-1]}\z" if pattern.endswith("$") else pattern


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
