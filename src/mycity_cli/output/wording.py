"""Values and ranges in words: `52.563 billion yuan`, `52.5625 to 52.5635 billion yuan`, `more than 500`."""

from __future__ import annotations

from mycity_cli.exact import Rational, grouped
from mycity_cli.figure import RATIO, Scale
from mycity_cli.figure.amount_words import number_text, scale_name
from mycity_cli.interval import End, Interval
from mycity_cli.output.amounts import best_scale
from mycity_cli.output.verdicts import scaled
from mycity_cli.statement.dimensions import is_money


def value_text(value: Rational, unit: str, scale: Scale | None) -> str:
    """Return a value with its unit, in a scale or in the one that reads best."""
    chosen = scale or best_scale([value])
    return f"{_number(value, unit, chosen)}{_unit(unit, chosen)}"


def range_text(interval: Interval, unit: str, scale: Scale | None) -> str:
    """Return an interval in words, its unit once."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    chosen = scale or best_scale(end.value for end in ends)
    match interval:
        case Interval(low=None, high=None):
            text = "any number"
        case Interval(low=End() as low, high=None):
            text = _one_sided(low, "more", unit, chosen)
        case Interval(low=None, high=End() as high):
            text = _one_sided(high, "less", unit, chosen)
        case Interval(low=End() as low, high=End() as high) if low == high:
            text = f"exactly {value_text(low.value, unit, chosen)}"
        case Interval(low=End() as low, high=End() as high):
            numbers = [_number(end.value, unit, chosen) for end in (low, high)]
            above, below = "" if low.closed else "above ", "" if high.closed else "below "
            text = f"{above}{numbers[0]} to {below}{numbers[1]}{_unit(unit, chosen)}"
    return text


def _one_sided(end: End, direction: str, unit: str, scale: Scale) -> str:
    words = (f"at {'least' if direction == 'more' else 'most'}") if end.closed else f"{direction} than"
    return f"{words} {value_text(end.value, unit, scale)}"


def _number(value: Rational, unit: str, scale: Scale) -> str:
    return grouped(number_text(value * 100 if unit == RATIO else scaled(value, unit, scale)))


def _unit(unit: str, scale: Scale) -> str:
    if unit == RATIO:
        return "%"
    return f" {scale_name(scale, unit)}" if is_money(unit) else ""
