"""The laws of intervals, figures and periods. Each docstring says the rule that the law stands for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mycity_cli.errors import FigureError, PeriodError, TextError
from mycity_cli.exact import grouped, plain, rational, rounded
from mycity_cli.figure import COUNT, Bound, Figure, Scale
from mycity_cli.interval import Interval
from mycity_cli.period import Period
from strategies import Sample, Stated, any_text, intervals, period_texts, rationals, samples, stated_figures, written

if TYPE_CHECKING:
    from datetime import date

    from mycity_cli.exact import Rational
    from mycity_cli.interval import End

ZERO = Interval.exactly(0)
ONE = Interval.exactly(1)


def pairs(a: Sample, b: Sample) -> list[tuple[Rational, Rational]]:
    return list(product(a.members, b.members))


# --- intervals ---------------------------------------------------------------------------------------------------


@given(intervals, intervals, intervals)
def test_addition_commutes_and_associates(a: Interval, b: Interval, c: Interval) -> None:
    """The order in which figures are added does not change what their sum may be."""
    assert a + b == b + a
    assert (a + b) + c == a + (b + c) == Interval.sum([c, b, a])
    assert a + ZERO == a


@given(st.lists(intervals, max_size=6))
def test_a_sum_is_as_wide_as_its_terms_together(terms: list[Interval]) -> None:
    """Rounding errors of n figures may all lie on one side, so widths add; one unbounded term leaves no width."""
    widths = [term.width for term in terms]
    expected = None if None in widths else sum((width for width in widths if width is not None), start=0)
    assert Interval.sum(terms).width == expected


@given(samples(), samples())
def test_arithmetic_contains_what_members_give(a: Sample, b: Sample) -> None:
    """Whatever the true numbers are, their sum, difference and product lie in the interval computed."""
    for x, y in pairs(a, b):
        assert x + y in a.interval + b.interval
        assert x - y in a.interval - b.interval
        assert x * y in a.interval * b.interval
        assert -x in -a.interval


@given(samples(), samples())
def test_a_quotient_contains_the_quotients_of_members_or_is_refused(a: Sample, b: Sample) -> None:
    """Division is by intervals without zero only, and then holds every quotient."""
    if 0 in b.interval:
        with pytest.raises(ZeroDivisionError):
            a.interval / b.interval
        return
    for x, y in pairs(a, b):
        assert Fraction(x) / y in a.interval / b.interval


@given(intervals)
def test_an_interval_less_itself_contains_zero(a: Interval) -> None:
    """Two figures that are stated alike may be equal."""
    assert 0 in a - a


@given(intervals, rationals)
def test_multiplying_by_a_negative_swaps_the_ends_with_their_inclusion(a: Interval, factor: Rational) -> None:
    """An open end stays open wherever it goes."""
    assume(factor < 0)

    def times(end: End | None) -> tuple[Rational, bool] | None:
        return None if end is None else (end.value * factor, end.closed)

    def parts(end: End | None) -> tuple[Rational, bool] | None:
        return None if end is None else (end.value, end.closed)

    scaled = a * Interval.exactly(factor)
    assert (parts(scaled.low), parts(scaled.high)) == (times(a.high), times(a.low))
    assert -a == a * Interval.exactly(-1)
    assert ZERO - (ZERO - a) == a
    assert ZERO - a == -a


@given(intervals, intervals, intervals)
def test_multiplication_commutes_and_associates(a: Interval, b: Interval, c: Interval) -> None:
    """The order of factors does not change what the product may be; one changes nothing, zero leaves zero."""
    assert a * b == b * a
    assert (a * b) * c == a * (b * c)
    assert a * ONE == a
    assert a * ZERO == ZERO


@given(intervals, intervals)
def test_a_product_is_no_wider_than_it_must_be(a: Interval, b: Interval) -> None:
    """A closed end of a product is the product of two members; an open one, of two ends; none comes from none."""
    ends_of_a = [end for end in (a.low, a.high) if end is not None]
    ends_of_b = [end for end in (b.low, b.high) if end is not None]
    for end in ((a * b).low, (a * b).high):
        if end is None:
            assert a.width is None or b.width is None
        elif end.value == 0:
            assert not end.closed or 0 in a or 0 in b
        else:
            products = {(x.value * y.value, x.closed and y.closed) for x, y in product(ends_of_a, ends_of_b)}
            assert (end.value, end.closed) in products


@given(intervals)
def test_the_reciprocal_of_the_reciprocal_is_the_interval(a: Interval) -> None:
    """Dividing one by an interval twice gives it back, ends and all; one that holds zero has no reciprocal."""
    if 0 in a:
        with pytest.raises(ZeroDivisionError):
            a.reciprocal()
    else:
        assert a.reciprocal().reciprocal() == a


@given(samples(), samples())
def test_comparisons_hold_for_every_pair_of_members(a: Sample, b: Sample) -> None:
    """A is above B when every possible A is above every possible B; A meets B when they can be one number."""
    for x, y in pairs(a, b):
        assert x > y or not a.interval.above(b.interval)
        assert x >= y or not a.interval.not_below(b.interval)
        assert x != y or a.interval.meets(b.interval)


@given(intervals, intervals)
def test_comparisons_say_what_the_difference_says(a: Interval, b: Interval) -> None:
    """Above: the difference is positive throughout. Not below: nowhere negative. Meeting: it can be zero."""
    low = (a - b).low
    assert a.above(b) == (low is not None and (low.value > 0 or (low.value == 0 and not low.closed)))
    assert a.not_below(b) == (low is not None and low.value >= 0)
    assert a.meets(b) == b.meets(a) == (0 in a - b)


@given(intervals, intervals)
def test_of_two_intervals_one_is_above_or_they_meet(a: Interval, b: Interval) -> None:
    """Exactly one of three holds, so that a comparison always has a verdict."""
    assert [a.above(b), a.meets(b), b.above(a)].count(True) == 1
    assert a.meets(a)


# --- numbers -----------------------------------------------------------------------------------------------------


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20), st.integers(0, 30))
def test_a_plain_decimal_reads_back_as_the_same_number(value: Decimal, places: int) -> None:
    """Printing is exact, never in scientific notation, with at least the places asked for."""
    printed = plain(value, places=places)
    assert Fraction(printed) == Fraction(value)
    assert "e" not in printed.lower()
    assert len(printed.partition(".")[2]) >= places
    assert grouped(printed).replace(",", "") == printed


@given(st.fractions(), st.integers(0, 6))
def test_rounding_moves_a_number_by_half_a_place_at_most(value: Fraction, places: int) -> None:
    """Of two nearest decimals the one further from zero is taken; the sign does not matter."""
    error = Fraction(rounded(value, places)) - value
    half = Fraction(1, 2 * 10**places)
    assert abs(error) <= half
    assert abs(error) < half or abs(value + error) > abs(value)
    assert Fraction(rounded(-value, places)) == -Fraction(rounded(value, places))


# --- figures -----------------------------------------------------------------------------------------------------


@given(stated_figures)
def test_a_figure_is_read_as_it_was_stated(stated: Stated) -> None:
    """One parser reads both languages: value, unit, place of the last written digit and hedge, all exactly."""
    figure = Figure.parse(stated.text)
    assert (Fraction(figure.value), Fraction(figure.step)) == (stated.value, stated.step)
    assert (figure.unit, figure.bound) == (stated.unit, stated.bound)


@given(stated_figures)
def test_a_figure_prints_as_it_was_written_and_reads_back(stated: Stated) -> None:
    """Figures are kept as stated: what is written out again is the same text and the same figure."""
    figure = Figure.parse(stated.text)
    assert str(figure) == stated.text.strip()
    assert Figure.parse(str(figure)) == figure


@given(stated_figures, st.sampled_from(Scale))
def test_a_figure_prints_in_any_scale_exactly_with_the_digits_stated(stated: Stated, scale: Scale) -> None:
    """No digit is lost or made up when an amount is shown in another scale."""
    figure = Figure.parse(stated.text)
    printed = figure.in_scale(scale)
    assert Fraction(printed) * 10**scale.power == stated.value
    assert set(printed) <= set("0123456789.")
    last_place = Fraction(1, 10 ** len(printed.partition(".")[2]))
    assert last_place == min(Fraction(1), stated.step / 10**scale.power)


@given(stated_figures)
@example(Stated("1.0个项目", Fraction(1), Fraction(1, 10), COUNT, Bound.EXACT))
def test_the_interval_of_a_figure_follows_from_its_hedge(stated: Stated) -> None:
    """Plain and "about" figures contain their value, and so do those whose hedge includes it; others only touch it."""
    figure = Figure.parse(stated.text)
    value, interval = rational(figure.value), figure.interval
    match figure.bound:
        case Bound.EXACT:
            assert value in interval
            # A number with decimals counts nothing exactly: it was rounded.
            assert interval.width == (0 if figure.unit == COUNT and stated.step >= 1 else stated.step)
        case Bound.ABOUT:
            assert value in interval
            assert interval.width is not None
            assert interval.width >= stated.step
        case Bound.ODD:
            assert value in interval
            assert not Interval.exactly(value).above(interval)
        case Bound.AT_LEAST | Bound.AT_MOST:
            assert value in interval
        case Bound.OVER:
            assert value not in interval
            assert interval.above(Interval.exactly(value))
        case Bound.NEARLY:
            assert value not in interval
            assert Interval.exactly(value).above(interval)


@given(any_text)
@example("-5 or so")
@example("半成")
@example("百" * 61)
def test_any_text_is_a_figure_or_a_figure_error(text: str) -> None:
    """Nothing that a user types ends in anything but a figure or an error that points at a part of the text."""
    try:
        figure = Figure.parse(text)
    except FigureError as error:
        points_into(text, error)
    else:
        assert str(figure) == text.strip()
        assert Figure.parse(str(figure)) == figure
        assert "E" not in "".join(figure.in_scale(scale) for scale in Scale)


@given(any_text)
@example("nearly 0")
def test_every_figure_stands_for_an_interval(text: str) -> None:
    """A figure that can be read can be computed with; plain and "about" ones contain their value."""
    try:
        figure = Figure.parse(text)
    except FigureError:
        return
    interval = figure.interval
    if figure.bound in (Bound.EXACT, Bound.ABOUT):
        assert rational(figure.value) in interval


def points_into(text: str, error: TextError) -> None:
    """Assert that an error names a part of the text and can be drawn on one line each."""
    assert error.excerpt is not None
    assert error.excerpt.line == text
    assert 0 <= error.excerpt.start <= error.excerpt.end <= len(text)
    first, shown, carets, *help = str(error).split("\n")
    assert first.startswith("error: ")
    assert set(carets.strip()) == {"^"}
    assert shown.startswith("  ")
    assert len(help) <= 1


# --- periods -----------------------------------------------------------------------------------------------------


@given(period_texts())
def test_a_period_prints_as_it_was_written_and_reads_back(text: str) -> None:
    """Periods are kept as stated, and start before they end."""
    period = Period.parse(text)
    assert str(period) == text
    assert Period.parse(str(period)) == period
    assert period.start is None or period.end is None or period.start <= period.end


@given(st.dates(), st.data())
def test_a_year_a_month_and_a_day_hold_the_day_they_were_cut_from(day: date, data: st.DataObject) -> None:
    """A date that is known in part runs from its first day to its last: a year holds its months, a month its days."""
    year, month, exact = (Period.parse(day.isoformat()[:length]) for length in (4, 7, 10))
    assert year.key()[0] <= month.key()[0] <= exact.key()[0] == day == exact.key()[1] <= month.key()[1] <= year.key()[1]
    assert Period.parse(data.draw(written(day))).can_fall_in(day, day)
    assert year == Period.year(day.year)


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]))
def test_periods_of_one_precision_order_as_their_dates_do(one: date, other: date, length: int) -> None:
    """The parts of a period (year, month, day) order as dates do."""
    a, b = (Period.parse(day.isoformat()[:length]) for day in (one, other))
    assert (a.key() < b.key()) == (one.isoformat()[:length] < other.isoformat()[:length])
    assert (a == b) == (one.isoformat()[:length] == other.isoformat()[:length])


@given(period_texts(), st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_a_period_matches_a_range_that_holds_one_of_its_days(
    text: str, day: date, since: date | None, until: date | None
) -> None:
    """A period matches when it can fall in the range: a day of both is enough, and no day of both is not."""
    period = Period.parse(text)
    first, last = period.key()
    if first <= day <= last and (since is None or since <= day) and (until is None or day <= until):
        assert period.can_fall_in(since, until)
    if (since is not None and last < since) or (until is not None and until < first):
        assert not period.can_fall_in(since, until)


@given(period_texts())
def test_the_year_of_a_period_holds_its_quarter_which_holds_its_month(text: str) -> None:
    """A group is named only where it holds the whole period."""
    period = Period.parse(text)
    year, quarter, month = (period.within(part) for part in ("year", "quarter", "month"))
    assert month is None or quarter is not None
    assert quarter is None or quarter[:4] == year
    if month is not None and period.start is not None:
        assert Period.parse(month).key()[0] <= period.start


@given(any_text)
@example("0000")
@example("../..")
@example("9999-12-31/9999-12-30")
def test_any_text_is_a_period_or_a_period_error(text: str) -> None:
    """Nothing that a user types ends in anything but a period or an error that points at a part of the text."""
    try:
        period = Period.parse(text)
    except PeriodError as error:
        points_into(text, error)
    else:
        assert str(period) == text
