"""Amounts of money in the unit asked for, or in the one that reads best."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from mycity_cli.exact import Rational, plain, rational, rounded
from mycity_cli.figure import Bound, Figure, Scale
from mycity_cli.figure.units import unit_name

if TYPE_CHECKING:
    from mycity_cli.output.listing import Cell

QUOTIENT_PLACES = 6
"""Digits after the point of a quotient: it may have no last digit, so that here, alone, something is rounded."""

MARKS = {
    Bound.EXACT: "",
    Bound.ABOUT: "~",
    Bound.OVER: ">",
    Bound.ODD: "≥",
    Bound.BETWEEN: "≥",
    Bound.NEARLY: "<",
    Bound.AT_LEAST: "≥",
    Bound.AT_MOST: "≤",
}
"""The sign that stands before a hedged figure in a table."""


def amount_text(amount: Figure | Rational, scale: Scale) -> str:
    """Return an amount in a scale as a plain decimal: a figure with its digits as stated, another as `number_text`."""
    if isinstance(amount, Figure):
        value = amount.value
        if scale is Scale.YUAN and value.same_quantum(amount.step) and not value.is_signed():
            return f"{value:f}"  # the same digits, in a tenth of the time
        return amount.in_scale(scale)
    return number_text(Fraction(amount, 10**scale.power))


def number_text(number: Rational) -> str:
    """Return a number as a plain decimal: exactly, or where it has no last digit, to QUOTIENT_PLACES."""
    try:
        return plain(number)
    except ValueError:
        return rounded(number, QUOTIENT_PLACES)


def best_scale(amounts: Iterable[Cell]) -> Scale:
    """Return the largest of trillion, billion and million that the largest amount reaches, else single units."""
    values = [_value(amount) for amount in amounts]
    largest = max((*values, *(-value for value in values)), default=0)
    for scale in (Scale.TRILLION, Scale.BILLION, Scale.MILLION):
        if largest >= 10**scale.power:
            return scale
    return Scale.YUAN


def scale_name(scale: Scale, currency: str | None) -> str:
    """Return what amounts in a scale are called in a heading: `billion yuan`, `million USD`, `billion`."""
    unit = unit_name(currency) if currency is not None else ""
    return unit or "units" if scale is Scale.YUAN else f"{scale} {unit}".strip()


def _value(amount: Cell) -> Rational:
    if isinstance(amount, Figure):
        return rational(amount.value)
    return amount if isinstance(amount, int | Fraction) else 0
