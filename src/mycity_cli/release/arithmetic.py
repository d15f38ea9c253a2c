"""The arithmetic of relations: what each figure would have to be, and whether it is, or is but for one digit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import lcm
from typing import NamedTuple

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import RATIO, Figure
from mycity_cli.interval import End, Interval
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.weights import decibans

_QUOTIENTS = (RelationKind.SHARE, RelationKind.AVERAGE, RelationKind.GROWTH)
_ONE = Interval.exactly(1)
_SCALES = (10, 1000, 10000)
"""The scales that are mistaken for each other: million and billion, 万 and 亿, a place of the point."""


class _Written(NamedTuple):
    """A figure as it is written: its digits, as a whole number and one by one, and what one of the last is worth."""

    value: Rational
    step: Rational
    slack: Rational
    digits: str
    is_amount: bool

    @classmethod
    def of(cls, figure: Figure) -> _Written:
        value, step = rational(figure.value), rational(figure.step)
        digits = str(abs(int(Fraction(value) / step)))
        return cls(value, step, rational(figure.slack), digits, figure.is_amount)

    def slips_into(self, wanted: Interval) -> bool:
        """Return whether the figure is one that is wanted but for a digit, two digits changed about, or the scale."""
        if wanted.low is None or wanted.high is None:
            return False
        low, high = wanted.low.value, wanted.high.value
        return self._with_other_digit(low, high) or (self.is_amount and self._at_other_scale(low, high))

    def _with_other_digit(self, low: Rational, high: Rational) -> bool:
        if len(self.digits) == 1:
            return False
        least, most = -((self.slack - low) // self.step), (high + self.slack) // self.step
        own = int(self.digits)
        unit = 10 ** (len(self.digits) - 1)
        if least > own + 9 * unit or most < own - 9 * unit:
            return False
        for place, digit in enumerate(self.digits):
            base = own - int(digit) * unit
            first = max(0, -((base - least) // unit))
            if first <= 9 and base + first * unit <= most and (place or first):
                return True
            following = self.digits[place + 1 : place + 2]
            # Two digits that have changed places: 58 for 85.
            if following and least <= own + (int(following) - int(digit)) * (unit - unit // 10) <= most:
                return True
            unit //= 10
        return False

    def _at_other_scale(self, low: Rational, high: Rational) -> bool:
        # In whole numbers, since there are many of these and fractions are slow.
        (one, of_one), (other, of_other) = (end.as_integer_ratio() for end in (low, high))
        value, below = self.value.as_integer_ratio()
        one, other, low_value, high_value = one * below, other * below, value * of_one, value * of_other
        return any(
            (one <= low_value * scale and high_value * scale <= other)
            or (one * scale <= low_value and high_value <= other * scale)
            for scale in _SCALES
        )


class Arithmetic:
    """The figures of a release, and what the relations between them come to."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self._intervals = [figure.interval for figure in figures]
        ends = [end.value for each in self._intervals for end in (each.low, each.high) if end is not None]
        self._unit = lcm(*(end.denominator for end in ends))
        self._whole = [self._scaled(each) for each in self._intervals]
        self._wanted: dict[Candidate, Interval | None] = {}
        self._written = cache(lambda number: _Written.of(figures[number]))
        self._least_chance = cache(self._chance_of_precision)

    def _scaled(self, interval: Interval) -> tuple[int, int] | None:
        """Return the ends of an interval in whole numbers, `_unit` times as large; None where one is missing."""
        if interval.low is None or interval.high is None:
            return None
        return int(interval.low.value * self._unit), int(interval.high.value * self._unit)

    def wanted(self, candidate: Candidate) -> Interval | None:
        """Return what the result would have to be, given the terms; None where something is divided by zero.

        What is compared without a result has to be as its last term.
        """
        if candidate not in self._wanted:
            try:
                self._wanted[candidate] = _result(candidate, [self._intervals[each] for each in candidate.terms])
            except ZeroDivisionError:
                self._wanted[candidate] = None
        return self._wanted[candidate]

    def agrees(self, candidate: Candidate) -> bool:
        """Return whether a relation holds at the precision stated."""
        if candidate.kind is RelationKind.SUM and candidate not in self._wanted:
            return self._adds_up(candidate)
        if self._is_other_quotient(candidate):
            return False
        wanted = self.wanted(candidate)
        return wanted is not None and self._intervals[_last(candidate)].meets(wanted)

    def _is_other_quotient(self, candidate: Candidate) -> bool:
        """Return whether a quotient is clearly none that is stated, in whole numbers; False where it takes more."""
        if candidate.kind not in _QUOTIENTS or candidate.by_amount or candidate.result is None:
            return False
        one, other, result = (self._whole[each] for each in (*candidate.terms, candidate.result))
        if one is None or other is None or result is None or one[0] <= 0 or other[0] <= 0:
            return False
        low, high = result
        if candidate.kind is RelationKind.GROWTH:
            low, high = (
                (self._unit - high, self._unit - low) if candidate.falling else (self._unit + low, self._unit + high)
            )
        return one[0] * self._unit > high * other[1] or one[1] * self._unit < low * other[0]

    def _adds_up(self, candidate: Candidate) -> bool:
        """Return whether a sum holds: as `agrees`, without making the intervals on the way."""
        terms = [self._intervals[each] for each in candidate.terms]
        result = self._intervals[_last(candidate)]
        lows = [term.low for term in terms if term.low is not None]
        if result.high is not None and len(lows) == len(terms):
            low = sum([end.value for end in lows])
            if low > result.high.value:
                return False
            if low == result.high.value and not (result.high.closed and all(end.closed for end in lows)):
                return False
        highs = [term.high for term in terms if term.high is not None]
        if result.low is not None and len(highs) == len(terms):
            high = sum([end.value for end in highs])
            if high < result.low.value:
                return False
            return high > result.low.value or (result.low.closed and all(end.closed for end in highs))
        return True

    def chance(self, candidate: Candidate) -> Fraction:
        """Return how probable it is that unrelated figures of this size and precision agree; 1 where anything does."""
        wanted, number = self.wanted(candidate), _last(candidate)
        wide = None if wanted is None else wanted.width
        own = self._intervals[number].width
        if wide is None or own is None:
            return Fraction(1)
        return self._ratio(number, max(wide + own, rational(self.figures[number].step)))

    def _ratio(self, number: int, slack: Rational) -> Fraction:
        """Return what share of the size of a figure a slack is, 1 at the most."""
        figure = self.figures[number]
        value: Rational = rational(figure.value)
        size = max(value, -value, 1 if figure.unit == RATIO else 0)
        return min(Fraction(1), Fraction(slack) / size) if size else Fraction(1)

    def least_likely_slip(self, candidate: Candidate) -> int:
        """Return what `likely_slip` comes to at the least, in decibans, from what costs little."""
        return min(0, _decibans_of_ways(self._ways(candidate)) + self._least_chance(_last(candidate)))

    def likely_slip(self, candidate: Candidate) -> Fraction:
        """Return how probable it is that one digit turns unrelated figures of this kind into ones that agree."""
        return min(Fraction(1), self._ways(candidate) * self.chance(candidate))

    def _chance_of_precision(self, last: int) -> int:
        own = self._intervals[last].width
        if own is None:
            return 0
        chance = self._ratio(last, max(own, rational(self.figures[last].step)))
        return decibans(chance) - 1  # one less, since both of what is added are rounded

    def _ways(self, candidate: Candidate) -> int:
        """Return how many figures one digit can turn those of a relation into."""
        numbers = {*candidate.terms, _last(candidate)}
        return 9 * sum([len(self._written(each).digits) for each in numbers])

    def is_far_off(self, candidate: Candidate) -> bool:
        """Return whether what a result would have to be is more than twice what is stated, or less than half."""
        wanted = self.wanted(candidate)
        if wanted is None:
            return True
        value: Rational = rational(self.figures[_last(candidate)].value)
        value = max(value, -value)
        low, high = (None if end is None else end.value for end in (wanted.low, wanted.high))
        return (low is not None and low > 2 * value) or (high is not None and 2 * high < value)

    def is_slip(self, candidate: Candidate) -> bool:
        """Return whether a relation that does not hold would, with one digit of one figure changed, or its scale."""
        wanted = self.wanted(candidate)
        if wanted is None:
            return False
        if self._written(_last(candidate)).slips_into(wanted):
            return True
        terms = [self._intervals[each] for each in candidate.terms]
        try:
            needed = _terms(candidate, terms, wanted, self._intervals[_last(candidate)])
        except ZeroDivisionError:
            return False
        return any(self._written(each).slips_into(need) for each, need in zip(candidate.terms, needed, strict=False))

    def is_cut(self, candidate: Candidate) -> bool:
        """Return whether a result is right but for its last digit, which was cut off where it should be rounded."""
        wanted, figure = self.wanted(candidate), self.figures[_last(candidate)]
        if wanted is None or wanted.low is None or wanted.high is None or candidate.result is None:
            return False
        value, step = rational(figure.value), rational(figure.step)
        return value <= wanted.low.value < value + step


_decibans_of_ways = cache(decibans)


def _last(candidate: Candidate) -> int:
    return candidate.terms[-1] if candidate.result is None else candidate.result


def _result(candidate: Candidate, terms: list[Interval]) -> Interval:
    match candidate.kind:
        case RelationKind.SUM:
            return Interval.sum(terms)
        case RelationKind.SHARE | RelationKind.AVERAGE:
            return terms[0] / terms[1]
        case RelationKind.GROWTH if candidate.by_amount:
            new, by = terms
            return by / (new + by if candidate.falling else new - by)
        case RelationKind.GROWTH:
            quotient = terms[0] / terms[1]
            return _ONE - quotient if candidate.falling else quotient - _ONE
        case _:
            return terms[0]


def _terms(candidate: Candidate, terms: list[Interval], total: Interval, result: Interval) -> list[Interval]:
    """Return what each term would have to be, given the others and the result."""
    match candidate.kind:
        case RelationKind.SUM:
            return [_less(total, term, result) for term in terms]
        case RelationKind.SHARE | RelationKind.AVERAGE:
            return [result * terms[1], terms[0] / result]
        case RelationKind.GROWTH if candidate.by_amount:
            rate = result / (_ONE - result if candidate.falling else _ONE + result)
            return [terms[1] / rate, terms[0] * rate]
        case RelationKind.GROWTH:
            rate = _ONE - result if candidate.falling else _ONE + result
            return [terms[1] * rate, terms[0] / rate]
        case _:
            return [result]


def _less(total: Interval, term: Interval, result: Interval) -> Interval:
    """Return what one term of a sum would have to be: the result less what the others add up to."""
    if None in (total.low, total.high, term.low, term.high, result.low, result.high):
        return Interval(None, None)
    low = result.low.value - (total.high.value - term.high.value)  # type: ignore[union-attr]  # none is unbounded here
    high = result.high.value - (total.low.value - term.low.value)  # type: ignore[union-attr]
    return Interval(End(low), End(high))
