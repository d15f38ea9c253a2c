"""Exact numbers: integers and fractions to compute with, plain decimals to print. No float, no rounding unasked."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from functools import reduce

Rational = int | Fraction
"""An exact number. Whole numbers are `int`, which adds about twenty times faster than `Fraction`."""

_EXACTLY = Context(prec=2000, traps=[Inexact])


def rational(value: Decimal) -> Rational:
    """Return the exact value of a decimal."""
    numerator, denominator = value.as_integer_ratio()
    return numerator if denominator == 1 else Fraction(numerator, denominator)


def total(values: Iterable[Decimal]) -> Rational:
    """Return the exact sum of decimals, of which none has more than some hundred digits."""
    # Decimals add many times faster than fractions; where this many digits were too few, the context would raise.
    return rational(reduce(_EXACTLY.add, values, Decimal(0)))


def decimal(digits: str, exponent: int = 0) -> Decimal:
    """Return `digits` × 10^`exponent` exactly, whatever the precision of the current context."""
    return Decimal(f"{digits}E{exponent}")


def plain(value: Rational | Decimal, *, places: int = 0) -> str:
    """Return the value as a plain decimal, never in scientific notation, with at least `places` digits after the point.

    Raises ValueError where the value has no finite decimal (1/3): such a value must be `rounded`.
    """
    if isinstance(value, Decimal):
        value = rational(value)
    if isinstance(value, int):
        return f"{value}.{'0' * places}" if places else str(value)
    needed = _decimal_places(value.denominator)
    if needed is None:
        raise ValueError(f"{value} has no finite decimal")
    return _with_places(value, max(needed, places))


def rounded(value: Rational, places: int) -> str:
    """Return the value to `places` digits after the point, halves away from zero (ISO 80000-1, rule B)."""
    return _with_places(value, places)


def grouped(number: str) -> str:
    """Return a plain decimal with a comma before each group of three digits of its whole part."""
    sign = "-" if number.startswith("-") else ""
    whole, point, rest = number.removeprefix("-").partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


def _decimal_places(denominator: int) -> int | None:
    """Return how many decimal places a fraction in lowest terms needs, or None where no number of them is enough."""
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _with_places(value: Rational, places: int) -> str:
    scaled = abs(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest >= scaled.denominator:
        whole += 1
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
