"""Numbers in running text that are not read whole: each is unread, with the reason."""

from __future__ import annotations

import pytest

from figure.scanned import scanned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid $5x for it.", "$5x? unknown scale 'x'"),
        ("Sales of $4.4 billiobn were made.", "$4.4 billiobn? unknown scale 'billiobn'"),
        ("It cost US$5 mill. in all.", "US$5 mill? unknown scale 'mill'"),
        ("They lost 5 zillion dollars.", "5 zillion? unknown scale 'zillion'"),
        ("See a.a hundred and six%", "hundred and six%? the number before it goes on here"),
        ("$5:30", "$5:30? it is followed by another number"),
        ("worth $5-10-15 there", "$5-10-15? it is one end of a range that cannot be read"),
        ("145.O3 billion yuan", "145.O3 billion yuan? letters touch its digits"),
        ("It is ¥1'2345 now.", "¥1'2345? digits follow it that cannot be a part of it"),
    ],
)
def test_what_touches_a_number_and_is_no_part_of_it(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "AED 22, 523,786,000.00 was paid.",
            "AED 22, 523,786,000.00? groups of digits follow it that no number has so",
        ),
        ("1400 009 people", "1400 009? groups of digits stand side by side that are no number together"),
    ],
)
def test_marks_out_of_place(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It cost 5 billion pesos.",
            "5 billion pesos? 'pesos' is the money of several states: ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU",
        ),
        (
            "worth 3 million riyals there",
            "3 million riyals? 'riyals' is the money of several states: IRR, OMR, QAR, SAR, YER",
        ),
        ("投资5亿比索。", "5亿比索? '比索' is the money of several states: ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU"),
    ],
)
def test_money_of_several_states(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost 15 dollars 50.", "15 dollars 50? the number behind it could be its cents"),
        ("I paid $20 43.", "$20 43? the number behind it could be its cents"),
        ("5 1/2 inches", "5 1/2? a fraction follows it"),
    ],
)
def test_cents_or_another_number(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 hundred million million", "5 hundred million million? it goes on with a scale that cannot be read"),
        ("$5 billion million", "$5 billion million? it goes on with a scale that cannot be read"),
    ],
)
def test_scales_that_cannot_be_read(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("worth 三百五亿元", "三百五亿? '五' could be ones or tens: write the place, or 零 before it"),
    ],
)
def test_numbers_in_words_that_are_none(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("several hundred million dollars", "several hundred million dollars? it says about how many without a number"),
        ("hundreds of millions of dollars", "hundreds of millions of dollars? it says about how many without a number"),
        ("dozens of millions", "dozens of millions? it says about how many without a number"),
        ("数10个项目", "数10? it says about how many without a number"),
    ],
)
def test_how_many_without_a_number(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("worth $5 yuan there", "$5 yuan? two currencies, USD and CNY"),
        ("worth ABC$5 there", "ABC$5? unknown currency 'ABC$'"),
    ],
)
def test_currencies_that_contradict_each_other(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize("number", ["1,23,4", "1.234,56", "1,23", "12,3456", "1..2"])
def test_digits_with_marks_out_of_place(number: str) -> None:
    reason = "commas stand before groups of three digits, one point before decimals"
    assert scanned(f"It has {number} units.") == f"{number}? cannot read the number '{number}': {reason}"
