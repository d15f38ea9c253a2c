"""Intervals of exact numbers whose ends are open, closed or absent, and their arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import NamedTuple

from mycity_cli.exact import Rational


class End(NamedTuple):
    """One end of an interval: a number, and whether the interval includes it."""

    value: Rational
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`; an end that is None is unbounded. Never empty.

    Raises ValueError where no number lies between the ends.
    """

    low: End | None
    high: End | None

    def __post_init__(self) -> None:
        if self.low is None or self.high is None or self.low.value < self.high.value:
            return
        if self.low.value > self.high.value or not (self.low.closed and self.high.closed):
            raise ValueError(f"no number lies in {self}")

    @classmethod
    def exactly(cls, value: Rational) -> Interval:
        """Return the interval of one number."""
        return cls(End(value), End(value))

    @classmethod
    def around(cls, value: Rational, slack: Rational) -> Interval:
        """Return the closed interval from `value` - `slack` to `value` + `slack`."""
        return cls(End(value - slack), End(value + slack))

    @classmethod
    def sum(cls, intervals: Iterable[Interval]) -> Interval:
        """Return the sum of intervals: as wide as they are together. The sum of none is exactly 0."""
        return reduce(cls.__add__, intervals, cls.exactly(0))

    def __contains__(self, value: Rational) -> bool:
        above = self.low is None or value > self.low.value or (self.low.closed and value == self.low.value)
        below = self.high is None or value < self.high.value or (self.high.closed and value == self.high.value)
        return above and below

    def __add__(self, other: Interval) -> Interval:
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(_negated(self.high), _negated(self.low))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if _is_zero(self) or _is_zero(other):
            return Interval.exactly(0)
        ends = [
            _times(x, y)
            for x, y in product((_Limit.below(self), _Limit.above(self)), (_Limit.below(other), _Limit.above(other)))
        ]
        return Interval(min(ends, key=_Limit.low_key).end(), max(ends, key=_Limit.high_key).end())

    def __truediv__(self, other: Interval) -> Interval:
        """Return every quotient. Raises ZeroDivisionError where `other` holds zero."""
        if _is_above_zero(self) and _is_above_zero(other):
            return Interval(_divided(self.low, other.high), _divided(self.high, other.low))
        return self * other.reciprocal()

    def reciprocal(self) -> Interval:
        """Return 1 / every number of the interval. Raises ZeroDivisionError where it holds zero."""
        if 0 in self:
            raise ZeroDivisionError(f"{self} holds zero")
        return Interval(_inverse(self.high), _inverse(self.low))

    def widened(self, by: Rational) -> Interval:
        """Return the interval with each end moved outwards by `by`, which is not negative."""
        return self + Interval.around(0, by)

    def reaching(self, value: Rational) -> Interval:
        """Return the interval with an end moved outwards to a number, where it does not hold the number."""
        if value in self:
            return self
        to = End(value)
        return Interval(to, self.high) if self.above(Interval.exactly(value)) else Interval(self.low, to)

    def meets(self, other: Interval) -> bool:
        """Return whether a number lies in both."""
        return not (self.above(other) or other.above(self))

    def above(self, other: Interval) -> bool:
        """Return whether every number of this interval is greater than every number of the other."""
        if self.low is None or other.high is None:
            return False
        touching = self.low.value == other.high.value and not (self.low.closed and other.high.closed)
        return self.low.value > other.high.value or touching

    def not_below(self, other: Interval) -> bool:
        """Return whether every number of this interval is greater than or equal to every number of the other."""
        return self.low is not None and other.high is not None and self.low.value >= other.high.value

    @property
    def width(self) -> Rational | None:
        """The distance between the ends; None where an end is unbounded."""
        return None if self.low is None or self.high is None else self.high.value - self.low.value

    def __str__(self) -> str:
        """Return the interval as mathematicians write it: `[1, 2)`."""
        left = "(-∞" if self.low is None else f"{'[' if self.low.closed else '('}{self.low.value}"
        right = "∞)" if self.high is None else f"{self.high.value}{']' if self.high.closed else ')'}"
        return f"{left}, {right}"


class _Limit(NamedTuple):
    """An end as a limit that can be multiplied: `infinite` is -1 or 1 for an unbounded end, else 0."""

    value: Rational
    closed: bool
    infinite: int = 0

    @classmethod
    def below(cls, interval: Interval) -> _Limit:
        return (
            cls(0, closed=False, infinite=-1) if interval.low is None else cls(interval.low.value, interval.low.closed)
        )

    @classmethod
    def above(cls, interval: Interval) -> _Limit:
        return (
            cls(0, closed=False, infinite=1)
            if interval.high is None
            else cls(interval.high.value, interval.high.closed)
        )

    def low_key(self) -> tuple[int, Rational, bool]:
        # Of two equal limits the closed one reaches further, at either end.
        return self.infinite, self.value, not self.closed

    def high_key(self) -> tuple[int, Rational, bool]:
        return self.infinite, self.value, self.closed

    def end(self) -> End | None:
        return None if self.infinite else End(self.value, self.closed)


def _times(x: _Limit, y: _Limit) -> _Limit:
    zeros = [limit for limit in (x, y) if not limit.infinite and limit.value == 0]
    if zeros:
        # Zero times anything is zero, attained wherever zero itself is or both factors are.
        return _Limit(0, any(zero.closed for zero in zeros))
    if x.infinite or y.infinite:
        return _Limit(0, closed=False, infinite=_sign(x) * _sign(y))
    return _Limit(x.value * y.value, x.closed and y.closed)


def _sign(limit: _Limit) -> int:
    return limit.infinite or (1 if limit.value > 0 else -1)


def _is_zero(interval: Interval) -> bool:
    return interval.low is not None and interval.low == interval.high and interval.low.value == 0


def _is_above_zero(interval: Interval) -> bool:
    """Return whether an interval is bounded, and above zero: such intervals divide end by end."""
    return interval.low is not None and interval.high is not None and interval.low.value > 0


def _divided(x: End | None, y: End | None) -> End | None:
    return None if x is None or y is None else End(Fraction(x.value) / y.value, x.closed and y.closed)


def _sum(x: End | None, y: End | None) -> End | None:
    return None if x is None or y is None else End(x.value + y.value, x.closed and y.closed)


def _negated(end: End | None) -> End | None:
    return None if end is None else End(-end.value, end.closed)


def _inverse(end: End | None) -> End | None:
    """Return 1 / an end: an unbounded end becomes an open zero, a zero end becomes unbounded."""
    if end is None:
        return End(0, closed=False)
    if end.value == 0:
        return None
    return End(Fraction(1) / end.value, end.closed)
