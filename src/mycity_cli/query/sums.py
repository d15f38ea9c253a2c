"""Sums of figures, and what such a sum may be where some of them are missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mycity_cli.exact import Rational, rational
from mycity_cli.exact import total as exact_total
from mycity_cli.figure import Bound, Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import End, Interval
from mycity_cli.query.data import Records


class Sum(NamedTuple):
    """The sum of figures: of their values, and of their intervals."""

    value: Rational
    interval: Interval

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Sum:
        """Return the sum of figures of one unit."""
        # Most figures reach as far below their value as above it: their sum does so too, without an interval of each.
        even: list[Figure] = []
        uneven: list[Figure] = []
        for figure in figures:
            (even if figure.is_even else uneven).append(figure)
        middle = exact_total(figure.value for figure in even)
        interval = Interval.around(middle, exact_total(figure.slack for figure in even))
        if not uneven:
            return cls(middle, interval)
        value = exact_total(figure.value for figure in (*even, *uneven))
        return cls(value, Interval.sum([interval, *(figure.interval for figure in uneven)]))

    @classmethod
    def as_written(cls, figures: Iterable[Figure]) -> Sum:
        """Return the sum of figures of one unit, of which plain ones are exactly what is written, without rounding."""
        known = list(figures)
        return cls(cls.of(known).value, Interval.sum(map(_as_written, known)))

    def with_more(self, more: Iterable[Sum]) -> Sum:
        """Return the sum with others on top of it."""
        sums = [self, *more]
        return Sum(sum(each.value for each in sums), Interval.sum(each.interval for each in sums)) if more else self

    @property
    def at_least(self) -> Sum:
        """The sum as the least that it can be: where a figure is missing, which may be of any size."""
        return self.beside(MISSING)

    def beside(self, gap: Interval) -> Sum:
        """Return the sum where figures are missing that add anything in an interval to it."""
        return self.with_more([Sum(0, gap)])


MISSING = Interval(End(0), None)
"""What a figure may be that is not stated: nothing signed is less than nothing."""

_ANYTHING = Interval(None, None)


def missing_amount(dataset: Records) -> Interval:
    """Return what an amount may be that is not stated: anything, where amounts may be below zero."""
    return _ANYTHING if dataset.may_be_negative else MISSING


class Spread(NamedTuple):
    """The average, the median or the largest of amounts, all that it may be, and how many amounts state it."""

    value: Rational
    interval: Interval
    number: int


def _as_written(figure: Figure) -> Interval:
    """Return the number itself, or what its hedge word says that it may be."""
    return figure.interval if is_hedged(figure) else Interval.exactly(rational(figure.value))


def is_hedged(figure: Figure | NoMoney | None) -> bool:
    """Return whether a figure is stated with a hedge: about, more than, nearly, ..."""
    return isinstance(figure, Figure) and figure.bound is not Bound.EXACT
