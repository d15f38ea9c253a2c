"""The axis of bars: round numbers that hold them all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.exact import Rational
from mycity_cli.interval import Interval
from mycity_cli.output.axis import Axis
from mycity_cli.output.bars import Bar


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([52, 26, 13], [0, 10, 20, 30, 40, 50, 60]),
        ([100], [0, 20, 40, 60, 80, 100]),
        ([1], [0, Fraction(1, 5), Fraction(2, 5), Fraction(3, 5), Fraction(4, 5), 1]),
        ([-3, 7], [-4, -2, 0, 2, 4, 6, 8]),
        ([-50], [-50, -40, -30, -20, -10, 0]),
        ([0, None], [0, Fraction(1, 5), Fraction(2, 5), Fraction(3, 5), Fraction(4, 5), 1]),
        ([], [0, Fraction(1, 5), Fraction(2, 5), Fraction(3, 5), Fraction(4, 5), 1]),
    ],
)
def test_the_numbers_of_an_axis_are_round(values: list[int | None], ticks: list[Rational]) -> None:
    axis = Axis.round([Bar("a", value, "") for value in values])
    assert (axis.low, axis.high, list(axis.ticks)) == (ticks[0], ticks[-1], ticks)


def test_an_axis_holds_what_bars_may_be() -> None:
    axis = Axis.of([Bar("a", 5, "", Interval.around(5, 7)), Bar("b", 9, "")])
    assert (axis.low, axis.high, axis.at(5)) == (-2, 12, Fraction(1, 2))


@given(st.lists(st.fractions() | st.integers(-(10**15), 10**15), min_size=1))
def test_every_bar_lies_on_its_axis_with_zero(values: list[Rational]) -> None:
    axis = Axis.round([Bar("a", value, "") for value in values])
    assert all(0 <= axis.at(value) <= 1 for value in (*values, 0))
    assert [axis.at(axis.low), axis.at(axis.high)] == [Fraction(0), Fraction(1)]
    assert 2 <= len(axis.ticks) <= 9
    assert 0 in axis.ticks
