"""What figures are figures of, and how hedges bound them."""

from __future__ import annotations

from enum import StrEnum

COUNT = "count"
RATIO = "ratio"
POINTS = "points"
"""The difference of two ratios: percentage points."""

_NAMES = {"CNY": "yuan"}
"""What the unit of a currency is called in a heading where its code is not: `billion yuan`, but `billion USD`."""


class Bound(StrEnum):
    """How a hedge word bounds a figure."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    ODD = "odd"
    """From the value up to one step more: 余, 多 and "-odd" after a number."""
    BETWEEN = "between"
    """From the value, the lower end, up to the upper end: 3 to 5, 两三, 数十."""
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


def is_amount(unit: str) -> bool:
    """Return whether a unit is a currency."""
    return unit not in (COUNT, RATIO, POINTS)


def unit_name(currency: str) -> str:
    """Return what one unit of a currency is called in output."""
    return _NAMES.get(currency, currency)
