"""Values and ranges in words: `52.563 billion yuan`, `52.5625 to 52.5635 billion yuan`, `more than 500`."""

from __future__ import annotations

from collections.abc import Sequence

from mycity_cli.exact import Rational, grouped
from mycity_cli.figure import RATIO, Scale
from mycity_cli.figure.amount_words import number_text, scale_name, with_unit
from mycity_cli.interval import End, Interval
from mycity_cli.messages import Language, Said, say_as, worded
from mycity_cli.output.amounts import best_scale
from mycity_cli.output.ranges import between
from mycity_cli.output.verdicts import scaled
from mycity_cli.statement.dimensions import is_money


def value_text(value: Rational, unit: str, scale: Scale | None, beside: Interval | None = None) -> Said:
    """Return a value with its unit, in a scale or in the one that reads best.

    In Chinese that is the one of what the value may be as well, where that stands `beside` it.
    """
    return worded(lambda language: _with_unit(value, unit, scale or _best([value], _ends(beside), language)))


def range_text(interval: Interval, unit: str, scale: Scale | None, beside: Rational | None = None) -> Said:
    """Return an interval in words, its unit once; in Chinese in the scale of the value `beside` it as well."""
    more = [] if beside is None else [beside]
    return worded(lambda language: _range(interval, unit, scale or _best(_ends(interval), more, language), language))


def _best(values: Sequence[Rational], beside: Sequence[Rational], language: Language) -> Scale:
    return best_scale(values if language is Language.ENGLISH else [*values, *beside], language)


def _ends(interval: Interval | None) -> list[Rational]:
    return [] if interval is None else [end.value for end in (interval.low, interval.high) if end is not None]


def _range(interval: Interval, unit: str, scale: Scale, language: Language) -> str:
    match interval:
        case Interval(low=End() as low, high=End() as high) if low == high:
            return say_as("range", "exactly {value}", value=_with_unit(low.value, unit, scale))
        case Interval(low=End(), high=End()) if unit != RATIO or language is Language.ENGLISH:
            # The unit of both ends stands behind the last; but in Chinese each percentage has its sign.
            return between(interval, lambda value: _number(value, unit, scale), lambda text: _unit(text, unit, scale))
    return between(interval, lambda value: _with_unit(value, unit, scale))


def _with_unit(value: Rational, unit: str, scale: Scale) -> str:
    return _unit(_number(value, unit, scale), unit, scale)


def _number(value: Rational, unit: str, scale: Scale) -> str:
    return grouped(number_text(value * 100 if unit == RATIO else scaled(value, unit, scale)))


def _unit(number: str, unit: str, scale: Scale) -> str:
    """Return a number with its unit behind it."""
    if unit == RATIO:
        return f"{number}%"
    return with_unit(number, scale_name(scale, unit)) if is_money(unit) else number
