"""The axis that bars are drawn along: from where to where it goes, and the round numbers on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from mycity_cli.exact import Rational
from mycity_cli.output.bars import Bar

_ROUND = (1, 2, 5)
_MOST_STEPS = 6


class Axis(NamedTuple):
    """An axis: where it begins, at zero or below, where it ends, at zero or above, and the numbers written on it."""

    low: Rational
    high: Rational
    ticks: tuple[Rational, ...] = ()

    @classmethod
    def of(cls, bars: Iterable[Bar]) -> Axis:
        """Return the axis that just holds bars, with all that they may be."""
        ends = [0, *(end for bar in bars for end in bar.ends)]
        return cls(min(ends), max(ends))

    @classmethod
    def round(cls, bars: Sequence[Bar]) -> Axis:
        """Return the axis that holds bars and begins and ends at round numbers, which stand on it with those between.

        Of nothing but zeros it goes to one.
        """
        low, high, _ = cls.of(bars)
        high = 1 if low == high else high
        step = _step(high - low)
        first, last = low // step, -(-high // step)
        return cls(first * step, last * step, tuple(number * step for number in range(first, last + 1)))

    @property
    def length(self) -> Rational:
        """How far it goes."""
        return self.high - self.low

    def at(self, value: Rational) -> Fraction:
        """Return where a number stands on the axis, from 0 at its beginning to 1 at its end."""
        return Fraction(value - self.low) / self.length


def _step(length: Rational) -> Rational:
    """Return the least of 1, 2, 5, 10, 20, ... and 0.5, 0.2, ... that takes few steps over a length."""
    step: Rational = 1
    while step * _MOST_STEPS >= length:
        step = Fraction(step, 10)
    while True:
        for factor in _ROUND:
            if step * factor * _MOST_STEPS >= length:
                return step * factor
        step *= 10
