"""The text of a binary number without its exponent."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Integer, String, case, cast, func, literal

from mycity_cli.tables.engines.types import constant


def written_out(number: ColumnElement[str]) -> ColumnElement[str]:
    """Return the shortest text of a binary floating-point number without an exponent: 1.5e+16 is 15000000000000000."""
    is_negative = func.strpos(number, constant("-"), type_=Integer) == 1
    sign = case((is_negative, constant("-")), else_=constant(""))
    # A sign within is that of the exponent.
    size = case((is_negative, func.substr(number, constant(2), type_=String)), else_=number)
    mantissa = func.split_part(size, constant("e"), constant(1), type_=String)
    digits = func.replace(mantissa, constant("."), constant(""), type_=String)
    exponent = cast(func.split_part(size, constant("e"), constant(2), type_=String), Integer)
    # PostgreSQL writes an exponent also where digits are left for behind the point: 1.2345679e+06.
    whole = exponent + 1
    rest = func.substr(digits, whole + 1, type_=String)
    large = case(
        (func.length(digits) > whole, func.substr(digits, 1, whole, type_=String) + literal(".") + rest),
        else_=func.rpad(digits, whole, constant("0"), type_=String),
    )
    small = literal("0.") + func.repeat(constant("0"), -exponent - 1, type_=String) + digits
    has_exponent = func.strpos(number, constant("e"), type_=Integer) > 0
    return case((has_exponent, sign + case((exponent > 0, large), else_=small)), else_=number)
