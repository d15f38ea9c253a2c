"""Numbers in English words, with their scales, halves and parts."""

from __future__ import annotations

import pytest

from figure.stated import Refusal, refusal, stated
from mycity_cli.figure import Figure
from mycity_cli.figure.scanning import Found, scan


@pytest.mark.parametrize(
    ("text", "value"),
    [("5 mn. yuan", 5 * 10**6), ("7 Mio. euros", 7 * 10**6), ("2 bn. US dollars", 2 * 10**9)],
)
def test_an_abbreviated_scale_has_a_point_before_a_currency(text: str, value: int) -> None:
    assert Figure.parse(text).value == value
    (found,) = scan(f"It cost {text} in all.")
    assert isinstance(found, Found)
    assert found.figure.text == text
    assert found.figure.value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zero", "0 count to 1"),
        ("nought", "0 count to 1"),
        ("naught", "0 count to 1"),
        ("nineteen", "19 count to 1"),
        ("twenty", "20 count to 1"),
        ("twenty-one", "21 count to 1"),
        ("Twenty One", "21 count to 1"),
        ("ninety-nine projects", "99 count to 1"),
        ("seven hundred fifty", "750 count to 1"),
        ("seven hundred and fifty-two", "752 count to 1"),
        ("a hundred", "100 count to 100"),
        ("one hundred", "100 count to 100"),
        ("a hundred and six", "106 count to 1"),
        ("a thousand", "1,000 count to 1,000"),
        ("two thousand and six", "2,006 count to 1"),
        ("two thousand six hundred forty-five", "2,645 count to 1"),
        ("twelve thousand three hundred and four", "12,304 count to 1"),
        ("twenty hundred", "2,000 count to 100"),
        ("five hundred thousand", "500,000 count to 100,000"),
        ("one million two hundred thousand", "1,200,000 count to 100,000"),
        ("a million and one", "1,000,001 count to 1"),
        ("nine hundred and ninety-nine million", "999,000,000 count to 1,000,000"),
        ("ten thousand million", "10,000,000,000 count to 1,000,000,000"),
        ("thirty-two billion yuan", "32,000,000,000 CNY to 1,000,000,000"),
        ("three billion forty million yuan", "3,040,000,000 CNY to 1,000,000"),
    ],
)
def test_numbers_in_words(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two point five million", "2,500,000 count to 100,000"),
        ("nought point two five", "0.25 count to 0.01"),
        ("zero point zero five", "0.05 count to 0.01"),
        ("point five", "0.5 count to 0.1"),
        ("six point twelve", "6.12 count to 0.01"),
        ("eighty-five point two", "85.2 count to 0.1"),
        ("three hundred point five", "300.5 count to 0.1"),
        ("one point two trillion yuan", "1,200,000,000,000 CNY to 100,000,000,000"),
        ("4 point 25 million", "4,250,000 count to 10,000"),
    ],
)
def test_decimals_in_words(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two and a half", "2.5 count to 0.1"),
        ("two and a half million", "2,500,000 count to 100,000"),
        ("six and a half billion yuan", "6,500,000,000 CNY to 100,000,000"),
        ("one and a quarter million", "1,250,000 count to 10,000"),
        ("four and three quarters million", "4,750,000 count to 10,000"),
        ("3 million and a half", "3,500,000 count to 100,000"),
        ("one million and a quarter", "1,250,000 count to 10,000"),
        ("12 and a half percent", "0.125 ratio to 0.001"),
        ("half a million", "500,000 count to 100,000"),
        ("half of a million", "500,000 count to 100,000"),
        ("half a billion dollars", "500,000,000 USD to 100,000,000"),
        ("a quarter million", "250,000 count to 10,000"),
        ("a quarter of a million", "250,000 count to 10,000"),
        ("three quarters of a million", "750,000 count to 10,000"),
        ("half a dozen", "6 count to 1"),
    ],
)
def test_halves_and_quarters(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a dozen", "12 count to 1"),
        ("two dozen contracts", "24 count to 1"),
        ("3 dozen", "36 count to 1"),
        ("five dozens", "60 count to 1"),
        ("10 doz", "120 count to 1"),
    ],
)
def test_dozens(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 hundred million", "500,000,000 count to 100,000,000"),
        ("5 thousand billion", "5,000,000,000,000 count to 1,000,000,000,000"),
        ("10 hundred thousand", "1,000,000 count to 100,000"),
        ("3 lakh crore", "3,000,000,000,000 count to 1,000,000,000,000"),
        ("two lakh crore rupees", "2,000,000,000,000 INR to 1,000,000,000,000"),
    ],
)
def test_scales_that_follow_each_other(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # They touch their number, or a currency is beside them, or the text is nothing else.
        ("5k", "5,000 count to 1,000"),
        ("5w", "50,000 count to 10,000"),
        ("5M", "5,000,000 count to 1,000,000"),
        ("5 m", "5,000,000 count to 1,000,000"),
        ("5MM", "5,000,000 count to 1,000,000"),
        ("5 mil", "5,000,000 count to 1,000,000"),
        ("5b", "5,000,000,000 count to 1,000,000,000"),
        ("5T", "5,000,000,000,000 count to 1,000,000,000,000"),
        ("$5 mm", "5,000,000 USD to 1,000,000"),
        ("5 T yuan", "5,000,000,000,000 CNY to 1,000,000,000,000"),
    ],
)
def test_scales_in_letters(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18 billion 180 million", "18,180,000,000 count to 1,000,000"),
        ("1 trillion 500 billion 20 million", "1,500,020,000,000 count to 1,000,000"),
        ("2 million 300 thousand", "2,300,000 count to 1,000"),
        ("5 million and 200 thousand", "5,200,000 count to 1,000"),
        ("3 thousand 5 hundred", "3,500 count to 100"),
        ("3 thousand and 5", "3,005 count to 1"),
    ],
)
def test_parts(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200-odd", "200 count to 1, odd +100"),
        ("thirty-odd", "30 count to 1, odd +10"),
        ("20 odd million", "20,000,000 count to 1,000,000, odd +10,000,000"),
        ("3 million odd", "3,000,000 count to 1,000,000, odd +1,000,000"),
        ("two hundred odd projects", "200 count to 100, odd +100"),
    ],
)
def test_what_is_odd_reaches_up(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-12", "-12 count to 1"),
        ("- 12", "-12 count to 1"),
        ("–12", "-12 count to 1"),
        ("−7", "-7 count to 1"),
        ("minus 5", "-5 count to 1"),
        ("minus twenty-two", "-22 count to 1"),
        ("minus two and a half", "-2.5 count to 0.1"),
        ("negative 3.5 million", "-3,500,000 count to 100,000"),
    ],
)
def test_signs(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hundred", Refusal("a number is missing before the scale word", "hundred")),
        ("million", Refusal("a number is missing before the scale word", "million")),
        ("billions", Refusal("a number is missing before the scale word", "billions")),
        ("hundreds of thousands", Refusal("a number is missing before the scale word", "hundreds")),
        ("a", Refusal("expected a number, found 'a'", "a")),
        ("half a", Refusal("cannot read 'a' after 'half'", "a")),
        ("point", Refusal("expected a number, found 'point'", "point")),
        ("two point", Refusal("cannot read 'point' after 'two'", "point")),
        ("twenty-zero", Refusal("cannot read '-' after 'twenty'", "-")),
        ("twenty ten", Refusal("cannot read 'ten' after 'twenty'", "ten")),
        ("thirty eleven", Refusal("cannot read 'eleven' after 'thirty'", "eleven")),
        ("one two", Refusal("cannot read 'two' after 'one'", "two")),
        ("two million three million", Refusal("cannot read 'three' after 'two million'", "three")),
        ("one million and", Refusal("cannot read 'and' after 'one million'", "and")),
        ("five hundred hundred", Refusal("cannot read 'hundred' after 'five hundred'", "hundred")),
        ("1 million million", Refusal("cannot read 'million' after '1 million'", "million")),
        ("a half million million", Refusal("cannot read 'million' after 'a half million'", "million")),
        ("5 million 200", Refusal("cannot read '200' after '5 million'", "200")),
        ("1 billion 1 billion", Refusal("cannot read '1' after '1 billion'", "1")),
        ("several hundred", Refusal("expected a number, found 'several'", "several")),
        ("few thousand", Refusal("expected a number, found 'few'", "few")),
        ("dozens of", Refusal("expected a number, found 'dozens'", "dozens")),
        ("+5", Refusal("expected a number, found '+'", "+")),
        ("--5", Refusal("expected a number, found '-'", "-")),
        ("minus minus 5", Refusal("expected a number, found 'minus'", "minus")),
        ("minus nearly 5", Refusal("a hedged figure cannot be negative", "minus nearly 5")),
        ("nearly minus 5", Refusal("a hedged figure cannot be negative", "nearly minus 5")),
        ("minus 30-odd", Refusal("a hedged figure cannot be negative", "minus 30-odd")),
        ("nearly zero", Refusal("nothing is nearly zero", "nearly zero")),
    ],
)
def test_what_is_no_number(text: str, expected: Refusal) -> None:
    assert refusal(text) == expected


def test_a_point_without_decimals_is_no_zero() -> None:
    assert refusal("point yuan") == Refusal("expected a number, found 'point'", "point")
