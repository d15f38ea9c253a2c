"""Fractions in words, and numbers that share the unit of a neighbour."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mycity_cli.errors import FigureError
from mycity_cli.figure import COUNT, RATIO, Bound, Figure, Shared
from mycity_cli.figure.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("a third", "0.333", Bound.EXACT),
        ("one third", "0.333", Bound.EXACT),
        ("two-thirds", "0.667", Bound.EXACT),
        ("two thirds", "0.667", Bound.EXACT),
        ("a quarter", "0.25", Bound.EXACT),
        ("three quarters", "0.75", Bound.EXACT),
        ("one-fifth", "0.2", Bound.EXACT),
        ("seven eighths", "0.875", Bound.EXACT),
        ("one in four", "0.25", Bound.EXACT),
        ("three out of five", "0.6", Bound.EXACT),
        ("三分之一", "0.333", Bound.EXACT),
        ("四分之三", "0.75", Bound.EXACT),
        ("nearly a third", "0.333", Bound.NEARLY),
        ("more than two thirds", "0.667", Bound.OVER),
        ("近三分之二", "0.667", Bound.NEARLY),
        ("三分之二以上", "0.667", Bound.AT_LEAST),
    ],
)
def test_a_fraction_in_words_is_a_ratio(text: str, value: str, bound: Bound) -> None:
    figure = Figure.parse(text)
    assert (figure.value, figure.unit, figure.bound, figure.step) == (Decimal(value), RATIO, bound, Decimal("0.1"))


def test_a_fraction_in_words_is_as_precise_as_half() -> None:
    assert Figure.parse("a third").slack == Figure.parse("half").slack == Decimal("0.05")


@pytest.mark.parametrize(
    "text",
    [
        "third",
        "five thirds",
        "two third",
        "one in one",
        "三分",
        "一分之三",
        "三分之",
        "$ a third",
        "十百分之六",
        "三分之百百",
    ],
)
def test_what_is_no_fraction(text: str) -> None:
    with pytest.raises(FigureError):
        Figure.parse(text)


@pytest.mark.parametrize(
    ("text", "shared", "value", "unit", "step"),
    [
        ("3", Shared("CNY", 9), "3_000_000_000", "CNY", "1_000_000_000"),
        ("3.2", Shared("CNY", 8), "320_000_000", "CNY", "10_000_000"),
        ("10亿", Shared("CNY", 8), "1_000_000_000", "CNY", "100_000_000"),
        ("20", Shared(RATIO, -2), "0.2", RATIO, "0.01"),
        ("$3", Shared("USD", 9), "3_000_000_000", "USD", "1_000_000_000"),
        ("3 million yuan", Shared("USD", 9), "3_000_000", "CNY", "1_000_000"),
        ("3%", Shared("USD", 9), "0.03", RATIO, "0.01"),
        ("3", None, "3", COUNT, "1"),
    ],
)
def test_a_number_has_the_unit_and_scale_that_it_shares(
    text: str, shared: Shared | None, value: str, unit: str, step: str
) -> None:
    found = Figure.find(text, tokenize(text), 0, shared)
    assert (found.figure.value, found.figure.unit, found.figure.step) == (Decimal(value), unit, Decimal(step))


@pytest.mark.parametrize(
    ("text", "number", "power"),
    [
        ("about 5.2 billion yuan", "5.2 billion yuan", 9),
        ("超过人民币500亿元", "人民币500亿元", 8),
        ("30 projects", "30", 0),
        ("10亿元以上", "10亿元", 8),
        ("nearly 22.4%", "22.4%", -2),
        ("more than a third", "a third", 0),
        ("US$ about 5bn", "US$ about 5bn", 9),
    ],
)
def test_where_the_number_stands_in_a_figure(text: str, number: str, power: int) -> None:
    found = Figure.find(text, tokenize(text), 0)
    assert (text[found.start : found.end], found.power) == (number, power)


def test_a_sign_of_money_belongs_to_the_number_after_it() -> None:
    text = "5 billion $3 billion"
    found = Figure.find(text, tokenize(text), 0)
    assert (found.figure.unit, found.after) == (COUNT, 2)
