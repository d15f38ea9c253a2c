"""Amounts of money in the unit asked for, or in the one that reads best."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import Bound, Figure, Scale
from mycity_cli.figure.amount_words import scale_for
from mycity_cli.messages import Language

if TYPE_CHECKING:
    from mycity_cli.output.listing import Cell

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


def best_scale(amounts: Iterable[Cell], language: Language = Language.ENGLISH) -> Scale:
    """Return the largest scale of a language that the largest amount reaches, else single units."""
    return scale_for(map(_value, amounts), language)


def _value(amount: Cell) -> Rational:
    if isinstance(amount, Figure):
        return rational(amount.value)
    return amount if isinstance(amount, int | Fraction) else 0
