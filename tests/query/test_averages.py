"""The average, the median and the largest of figures, with what they may be."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import dataset, signing
from mycity_cli.exact import rational
from mycity_cli.figure import Figure
from mycity_cli.interval import Interval
from mycity_cli.query import Measure, Sum, group_totals, total
from mycity_cli.query.averages import average, largest, median
from mycity_cli.query.totals import OF_AMOUNTS, Group

if TYPE_CHECKING:
    from mycity_cli.exact import Rational

HEDGES = ("", "about ", "more than ", "at least ", "at most ", "nearly ")

AMOUNTS = st.builds(
    lambda hedge, number: Figure.parse(f"{hedge}{number} yuan"), st.sampled_from(HEDGES), st.integers(1, 30)
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("10", ("10 [19/2, 21/2]", "10 [19/2, 21/2]", "10 [19/2, 21/2]")),
        ("10 20", ("15 [29/2, 31/2]", "15 [29/2, 31/2]", "20 [39/2, 41/2]")),
        ("1 1 2", ("4/3 [5/6, 11/6]", "1 [1/2, 3/2]", "2 [3/2, 5/2]")),
        ("5 1.0 30", ("12 [233/20, 247/20]", "5 [9/2, 11/2]", "30 [59/2, 61/2]")),
        ("1 2 3 40", ("23/2 [11, 12]", "5/2 [2, 3]", "40 [79/2, 81/2]")),
        (">2 2 1", ("5/3 (4/3, ∞)", "2 [3/2, 5/2]", "2 (2, ∞)")),
        (">9 1", ("5 (19/4, ∞)", "5 (19/4, ∞)", "9 (9, ∞)")),
        (">9 ≤9", ("9 (9/2, ∞)", "9 (9/2, ∞)", "9 (9, ∞)")),
        ("≥9 >9 1", ("19/3 (37/6, ∞)", "9 [9, ∞)", "9 (9, ∞)")),
    ],
)
def test_what_figures_come_to(texts: str, expected: tuple[str, str, str]) -> None:
    words = {">": "more than ", "≥": "at least ", "≤": "at most "}
    figures = [Figure.parse(f"{words.get(text[0], '')}{text.lstrip('>≥≤')} yuan") for text in texts.split()]
    told = tuple(f"{value} {interval}" for value, interval in (of(figures) for of in (average, median, largest)))
    assert told == expected


@given(st.lists(AMOUNTS, min_size=1))
def test_the_average_times_their_number_is_the_sum(figures: list[Figure]) -> None:
    value, interval = average(figures)
    whole = Sum.of(figures)
    assert value * len(figures) == whole.value
    assert interval * Interval.exactly(len(figures)) == whole.interval


def member(draw: st.DrawFn, interval: Interval) -> Rational:
    """Return one of the numbers of an interval."""
    low = interval.low.value if interval.low is not None else -100
    high = interval.high.value if interval.high is not None else low + 100
    inner = low + Fraction(draw(st.integers(1, 9)), 10) * (high - low)
    return draw(st.sampled_from([each for each in (low, inner, high) if each in interval]))


@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.data())
def test_whatever_the_figures_are_what_they_come_to_is_in_the_interval(
    figures: list[Figure], data: st.DataObject
) -> None:
    truth = [data.draw(st.composite(member)(figure.interval)) for figure in figures]
    ordered = sorted(truth)
    half = len(ordered) // 2
    middle = Fraction(ordered[half] + ordered[-half - 1]) / 2
    assert sum(truth, start=0) / Fraction(len(truth)) in average(figures)[1]
    assert middle in median(figures)[1]
    assert ordered[-1] in largest(figures)[1]


@given(st.lists(AMOUNTS, min_size=1))
def test_they_lie_between_the_least_and_the_largest_figure(figures: list[Figure]) -> None:
    values = [rational(figure.value) for figure in figures]
    for of in OF_AMOUNTS.values():
        assert min(values) <= of(figures)[0] <= max(values)


DATA = dataset(
    signing("a", amount="10 billion yuan"),
    signing("b", amount="20 billion yuan"),
    signing("part", amount="5 billion yuan", part_of="b"),
    signing("c", city="xiamen", amount="US$1 billion"),
    signing("d", city="xiamen"),
    signing("e", city="xian", amount="3 billion yuan"),
    signing("f", city="xian"),
)


def test_a_total_has_them_where_they_are_asked_for() -> None:
    rows = {
        measure: {
            (row.key, row.currency): row.of_amounts and (row.of_amounts.value, row.of_amounts.number)
            for row in group_totals(DATA, DATA.signings, Group.CITY, measure)
        }
        for measure in OF_AMOUNTS
    }
    assert rows[Measure.AVERAGE] == {
        ("Suzhou", "CNY"): (15 * 10**9, 2),
        ("Xi'an", "CNY"): (3 * 10**9, 1),
        ("Xiamen", "USD"): (10**9, 1),
    }
    assert rows[Measure.MEDIAN] == rows[Measure.AVERAGE]
    assert rows[Measure.MAX]["Suzhou", "CNY"] == (20 * 10**9, 2)
    assert all(row.of_amounts is None for row in total(DATA, DATA.signings))


def test_a_missing_amount_may_be_larger_than_the_largest() -> None:
    intervals = {
        row.key: str(row.of_amounts.interval)
        for row in group_totals(DATA, DATA.signings, Group.CITY, Measure.MAX)
        if row.of_amounts is not None
    }
    assert intervals == {
        "Suzhou": "[19500000000, 20500000000]",
        "Xi'an": "[2500000000, ∞)",
        "Xiamen": "[500000000, ∞)",
    }


def test_groups_are_ranked_by_them() -> None:
    data = dataset(
        *(signing(f"s{number}", amount="4 billion yuan") for number in range(3)),
        signing("x", city="xiamen", amount="9 billion yuan"),
    )
    assert [row.key for row in group_totals(data, data.signings, Group.CITY, Measure.AVERAGE)] == ["Xiamen", "Suzhou"]
    assert [row.key for row in group_totals(data, data.signings, Group.CITY)] == ["Suzhou", "Xiamen"]
