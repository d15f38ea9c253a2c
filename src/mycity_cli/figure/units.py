"""What figures are figures of, and how hedges bound them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mycity_cli.messages import Said, say_as

COUNT = "count"
RATIO = "ratio"
POINTS = "points"
"""The difference of two ratios: percentage points."""

_NAMES: Mapping[str, Said] = {
    "CNY": say_as("currency", "yuan"),
    "USD": say_as("currency", "USD"),
    "EUR": say_as("currency", "EUR"),
    "GBP": say_as("currency", "GBP"),
    "JPY": say_as("currency", "JPY"),
    "HKD": say_as("currency", "HKD"),
    "TWD": say_as("currency", "TWD"),
    "KRW": say_as("currency", "KRW"),
    "SGD": say_as("currency", "SGD"),
    "AUD": say_as("currency", "AUD"),
}
"""What the units of the currencies are called that are called otherwise than by their codes in some language."""


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


def unit_name(currency: str) -> Said:
    """Return what one unit of a currency is called in output: `billion yuan`, but `billion USD`."""
    return _NAMES.get(currency) or say_as("currency", currency)
