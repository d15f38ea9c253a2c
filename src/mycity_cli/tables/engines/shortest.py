"""The text of a binary number without its exponent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Integer, String, and_, case, cast, func, literal

from mycity_cli.tables.engines.types import constant

Parts = tuple[ColumnElement[str], ColumnElement[str]]


def written_out(number: ColumnElement[str], parts: Parts | None = None) -> ColumnElement[str]:
    """Return the shortest text of a binary floating-point number without an exponent: 1.5e+16 is 15000000000000000.

    `parts` are what is before its sign of an exponent and behind it, where the engine has no `split_part`.
    """
    mantissa, power = parts or (func.split_part(number, constant("e"), constant(at), type_=String) for at in (1, 2))
    digits = func.replace(mantissa, constant("."), constant(""), type_=String)
    exponent = cast(power, Integer)
    # PostgreSQL writes an exponent also where digits are left for behind the point: 1.2345679e+06.
    whole = exponent + 1
    rest = func.substr(digits, whole + 1, type_=String)
    large = case(
        (func.length(digits) > whole, func.substr(digits, 1, whole, type_=String) + literal(".") + rest),
        else_=func.rpad(digits, whole, constant("0"), type_=String),
    )
    small = literal("0.") + func.repeat(constant("0"), -exponent - 1, type_=String) + digits
    has_exponent = and_(mantissa != number, func.substr(number, 1, 1, type_=String) != literal("-"))
    return case((has_exponent, case((exponent > 0, large), else_=small)), else_=number)


def signed(cell: ColumnElement[Any], size: ColumnElement[str]) -> ColumnElement[str]:
    """Return the text of a number from that of its absolute value."""
    return case((cell < 0, func.concat(constant("-"), size, type_=String)), else_=size)
