"""The shortest decimal of a binary floating-point number, found without one: by its text and exact arithmetic."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple


class Precision(NamedTuple):
    """The bits of the numbers of a format, the exponent of the least, and the digits of which no two mean the same.

    Of numbers down to `tiny` the latter is true: smaller ones have fewer bits.
    """

    bits: int
    least: int
    digits: int
    tiny: Decimal


SINGLE = Precision(24, -149, 6, Decimal("1e-36"))
DOUBLE = Precision(53, -1074, 15, Decimal("1e-300"))


def shortest(text: str, precision: Precision = DOUBLE) -> str:
    """Return the shortest decimal that means the number which a text means; it has no exponent.

    A text that means no number, or an infinite one, is returned in small letters, as Python writes it.
    """
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    if not number.is_finite():
        return str(number).lower().replace("infinity", "inf")
    number = _shortest(abs(number), precision).copy_sign(number) if number else number
    written = f"{number:f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written) if number else "0"


def _shortest(number: Decimal, precision: Precision) -> Decimal:
    is_normal = number > precision.tiny
    if is_normal and len(number.as_tuple().digits) <= precision.digits:
        return number
    mantissa, exponent = _nearest(Fraction(number), precision)
    value = _power(2, exponent) * mantissa
    half = _power(2, exponent - 1)
    below = _power(2, exponent - 2) if mantissa == 1 << (precision.bits - 1) and exponent > precision.least else half
    digits = precision.digits if is_normal else 1
    while True:
        place = number.adjusted() + 1 - digits
        scaled = value / _power(10, place)
        # Even numbers are those that are meant by what lies in the middle between two.
        for found in sorted((floor(scaled), ceil(scaled)), key=lambda each: abs(each - scaled)):
            off = found * _power(10, place) - value
            if -below < off < half or (mantissa % 2 == 0 and off in (-below, half)):
                return Decimal(found).scaleb(place)
        digits += 1


def _nearest(number: Fraction, precision: Precision) -> tuple[int, int]:
    """Return the number of the format that is nearest: a whole number, and the power of two that it is times."""
    exponent = number.numerator.bit_length() - number.denominator.bit_length() - precision.bits
    while number / _power(2, exponent) >= 1 << precision.bits:
        exponent += 1
    exponent = max(exponent, precision.least)
    mantissa = round(number / _power(2, exponent))
    if mantissa == 1 << precision.bits:
        return mantissa // 2, exponent + 1
    return mantissa, exponent


def _power(base: int, exponent: int) -> Fraction:
    return Fraction(base**exponent) if exponent >= 0 else Fraction(1, base**-exponent)
