"""The arithmetic of relations: what each figure would have to be, and whether it is, or is but for one digit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import RATIO, Figure
from mycity_cli.interval import End, Interval
from mycity_cli.release.findings import Candidate, RelationKind

_ONE = Interval.exactly(1)
_SCALES = tuple(Fraction(10) ** power for power in (-4, -3, -1, 1, 3, 4))
"""The scales that are mistaken for each other: million and billion, 万 and 亿, a place of the point."""


class Arithmetic:
    """The figures of a release, and what the relations between them come to."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self._intervals = [figure.interval for figure in figures]
        self._wanted: dict[Candidate, Interval | None] = {}

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
        wanted = self.wanted(candidate)
        return wanted is not None and self._intervals[_last(candidate)].meets(wanted)

    def chance(self, candidate: Candidate) -> Fraction:
        """Return how probable it is that unrelated figures of this size and precision agree; 1 where anything does."""
        wanted, figure = self.wanted(candidate), self.figures[_last(candidate)]
        widths = (None if wanted is None else wanted.width, self._intervals[_last(candidate)].width)
        if any(width is None for width in widths):
            return Fraction(1)
        slack = max(sum(Fraction(width) for width in widths if width is not None), Fraction(rational(figure.step)))
        value = abs(rational(figure.value))
        size = max(Fraction(1), value) if figure.unit == RATIO else value
        return min(Fraction(1), slack / size) if size else Fraction(1)

    def is_far_off(self, candidate: Candidate) -> bool:
        """Return whether what a result would have to be is more than twice what is stated, or less than half."""
        wanted = self.wanted(candidate)
        if wanted is None:
            return True
        value = abs(rational(self.figures[_last(candidate)].value))
        low, high = (None if end is None else end.value for end in (wanted.low, wanted.high))
        return (low is not None and low > 2 * value) or (high is not None and 2 * high < value)

    def is_slip(self, candidate: Candidate) -> bool:
        """Return whether a relation that does not hold would, with one digit of one figure changed, or its scale."""
        wanted = self.wanted(candidate)
        if wanted is None:
            return False
        if _slips_into(self.figures[_last(candidate)], wanted):
            return True
        terms = [self._intervals[each] for each in candidate.terms]
        try:
            needed = _terms(candidate, terms, wanted, self._intervals[_last(candidate)])
        except ZeroDivisionError:
            return False
        return any(_slips_into(self.figures[each], need) for each, need in zip(candidate.terms, needed, strict=False))

    def ways_to_slip(self, candidate: Candidate) -> int:
        """Return how many figures one digit can turn those of a relation into."""
        numbers = {*candidate.terms, _last(candidate)}
        return sum(9 * len(str(_coefficient(self.figures[each]))) for each in numbers)

    def is_cut(self, candidate: Candidate) -> bool:
        """Return whether a result is right but for its last digit, which was cut off where it should be rounded."""
        wanted, figure = self.wanted(candidate), self.figures[_last(candidate)]
        if wanted is None or wanted.low is None or wanted.high is None or candidate.result is None:
            return False
        value, step = rational(figure.value), rational(figure.step)
        return value <= wanted.low.value < value + step


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


def _slips_into(figure: Figure, wanted: Interval) -> bool:
    if wanted.low is None or wanted.high is None:
        return False
    step, slack = rational(figure.step), rational(figure.slack)
    low = -((slack - wanted.low.value) // step)
    high = (wanted.high.value + slack) // step
    digits = str(_coefficient(figure))
    if len(digits) > 1:
        for place in range(len(digits)):
            unit = 10 ** (len(digits) - 1 - place)
            base = int(digits) - int(digits[place]) * unit
            first = max(0, -((base - low) // unit))
            if first <= 9 and base + first * unit <= high and (place or first):
                return True
    value = rational(figure.value)
    return (
        any(wanted.low.value <= value * scale <= wanted.high.value for scale in _SCALES) if figure.is_amount else False
    )


def _coefficient(figure: Figure) -> int:
    """Return the digits of a figure as a whole number: 13.45 billion is 1345."""
    value: Rational = Fraction(rational(figure.value)) / Fraction(rational(figure.step))
    return abs(int(value))
