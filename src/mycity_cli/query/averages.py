"""The average, the median and the largest of figures, each with the interval that theirs leave it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import Figure
from mycity_cli.interval import End, Interval

T = TypeVar("T")

Estimate = tuple[Rational, Interval]
"""A value, and all that it may be."""


def average(figures: Sequence[Figure]) -> Estimate:
    """Return the average of figures of one unit: their sum by their number. There is at least one."""
    each = Fraction(1, len(figures))
    value = sum((rational(figure.value) for figure in figures), start=0) * each
    return _whole(value), Interval.sum(figure.interval for figure in figures) * Interval.exactly(each)


def median(figures: Sequence[Figure]) -> Estimate:
    """Return the median of figures of one unit, that of two in the middle halfway between. There is at least one."""
    middle = _middle(sorted(rational(figure.value) for figure in figures))
    value = Fraction(sum(middle), len(middle))
    lows = [figure.interval.low for figure in figures]
    highs = [figure.interval.high for figure in figures]
    return _whole(value), Interval(_between(_middle(_up(lows, _low))), _between(_middle(_up(highs, _high))))


def largest(figures: Sequence[Figure]) -> Estimate:
    """Return the largest of figures of one unit. There is at least one."""
    value = max(rational(figure.value) for figure in figures)
    lows = [figure.interval.low for figure in figures]
    highs = [figure.interval.high for figure in figures]
    return value, Interval(_up(lows, _low)[-1], _up(highs, _high)[-1])


def _middle(ordered: Sequence[T]) -> Sequence[T]:
    """Return the one in the middle, or the two."""
    return ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]


def _up(ends: Sequence[End | None], key: Callable[[End | None], tuple[int, Rational, bool]]) -> list[End | None]:
    return sorted(ends, key=key)


def _low(end: End | None) -> tuple[int, Rational, bool]:
    """Return what low ends are sorted by: of two at one number the open one lies above it."""
    return (-1, 0, False) if end is None else (0, end.value, not end.closed)


def _high(end: End | None) -> tuple[int, Rational, bool]:
    """Return what high ends are sorted by: of two at one number the open one lies below it."""
    return (1, 0, False) if end is None else (0, end.value, end.closed)


def _between(ends: Sequence[End | None]) -> End | None:
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    value = Fraction(sum(end.value for end in known), len(known))
    return End(_whole(value), all(end.closed for end in known))


def _whole(value: Rational) -> Rational:
    """Return a whole number as such: sums of others with it are then faster."""
    return value.numerator if value.denominator == 1 else value
