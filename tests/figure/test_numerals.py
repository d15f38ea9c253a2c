"""Numbers in digits, English words and Chinese numerals, before any scale or unit."""

from __future__ import annotations

import pytest

from mycity_cli.figure.numerals import MOST_DIGITS, Numeral, NumeralError, read_numeral
from mycity_cli.figure.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "digits", "place", "rest"),
    [
        # Digits.
        ("0", 0, 0, ""),
        ("007", 7, 0, ""),
        ("1234", 1234, 0, ""),
        ("1,234", 1234, 0, ""),
        ("12,345,678.90", 1234567890, -2, ""),
        ("52.563 billion", 52563, -3, "billion"),
        ("1,234,", 1234, 0, ","),
        ("5.", 5, 0, "."),
        ("１２．５", 125, -1, ""),
        ("1 234", 1, 0, "234"),
        # English words.
        ("zero", 0, 0, ""),
        ("nineteen projects", 19, 0, "projects"),
        ("Twenty", 20, 0, ""),
        ("twenty-one", 21, 0, ""),
        ("twenty one", 21, 0, ""),
        ("ninety-nine", 99, 0, ""),
        ("twenty ten", 20, 0, "ten"),
        ("twenty-zero", 20, 0, "-zero"),
        ("twenty-billion", 20, 0, "-billion"),
        ("one hundred", 1, 0, "hundred"),
    ],
)
def test_digits_and_english_words(text: str, digits: int, place: int, rest: str) -> None:
    tokens = tokenize(text)
    found = read_numeral(tokens, 0)
    assert found is not None
    numeral, after = found
    assert numeral == Numeral(digits, place)
    assert "".join(token.text for token in tokens[after:]) == rest


@pytest.mark.parametrize(
    ("text", "digits", "place", "rest"),
    [
        ("零", 0, 0, ""),
        ("三", 3, 0, ""),
        ("两", 2, 0, ""),
        ("十", 1, 1, ""),
        ("十五", 15, 0, ""),
        ("三十", 3, 1, ""),
        ("三十五", 35, 0, ""),
        ("百", 1, 2, ""),
        ("一百零五", 105, 0, ""),
        ("一百五十", 15, 1, ""),
        ("一百一十五", 115, 0, ""),
        ("二百二十二", 222, 0, ""),
        ("三千", 3, 3, ""),
        ("三千零五", 3005, 0, ""),
        ("三千零五十", 305, 1, ""),
        ("三千五百", 35, 2, ""),
        ("九千九百九十九", 9999, 0, ""),
        ("两千万", 2, 3, "万"),
        ("二〇二二", 2022, 0, ""),
        ("一二三", 123, 0, ""),
        ("三点五亿", 35, -1, "亿"),
        ("三点五〇", 350, -2, ""),
        ("十点五", 105, -1, ""),
        ("零点零五", 5, -2, ""),
        ("三点", 3, 0, "点"),
        ("三点亿", 3, 0, "点亿"),
    ],
)
def test_chinese_numerals(text: str, digits: int, place: int, rest: str) -> None:
    tokens = tokenize(text)
    found = read_numeral(tokens, 0)
    assert found is not None
    numeral, after = found
    assert numeral == Numeral(digits, place, in_chinese=True)
    assert "".join(token.text for token in tokens[after:]) == rest


@pytest.mark.parametrize("text", ["", "billion", "万", "yuan", "-5", ".5", ",", "half", "点五", "a", "½", "廿"])
def test_no_number_starts_there(text: str) -> None:
    assert read_numeral(tokenize(text), 0) is None


@pytest.mark.parametrize("text", ["1,23", "1.2.3", "1..2", "1,234,56", "1234,567", "1.234,567", "0,5", "٣", "1٣"])
def test_digits_with_commas_and_points_out_of_place_are_refused(text: str) -> None:
    with pytest.raises(NumeralError) as caught:
        read_numeral(tokenize(text), 0)
    reason = "commas stand before groups of three digits, one point before decimals"
    assert caught.value.message == f"cannot read the number '{text}': {reason}"
    assert (caught.value.start, caught.value.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "message", "at_fault"),
    [
        ("9" * (MOST_DIGITS + 1), "a number of more than 60 digits", "9" * (MOST_DIGITS + 1)),
        ("九" * (MOST_DIGITS + 1), "a number of more than 60 digits", "九" * (MOST_DIGITS + 1)),
        ("三百五", "'五' could be ones or tens: write the place, or 零 before it", "五"),
        ("五千三", "'三' could be ones or tens: write the place, or 零 before it", "三"),
        ("十百", "'百' cannot stand here in a Chinese number", "十百"),
        ("三百百五", "'百' cannot stand here in a Chinese number", "三百百"),
        ("三十二百", "'百' cannot stand here in a Chinese number", "三十二百"),
        ("二三十", "a place (十, 百, 千) is missing between two digits", "二三"),
    ],
)
def test_a_number_that_cannot_be_read_says_why_and_where(text: str, message: str, at_fault: str) -> None:
    with pytest.raises(NumeralError) as caught:
        read_numeral(tokenize(text), 0)
    assert caught.value.message == str(caught.value) == message
    assert text[caught.value.start : caught.value.end] == at_fault


def test_the_longest_number_is_read_whole() -> None:
    digits = "9" * MOST_DIGITS
    assert read_numeral(tokenize(digits), 0) == (Numeral(int(digits), 0), 1)


@pytest.mark.parametrize(
    ("digits", "place", "significant_place"),
    [(5, 0, 0), (500, 0, 2), (450, 0, 1), (0, 0, 0), (3, 1, 1), (30, 1, 2), (50, -1, -1), (500, -2, -2), (-500, 0, 2)],
)
def test_trailing_zeros_of_a_whole_number_are_not_significant(digits: int, place: int, significant_place: int) -> None:
    assert Numeral(digits, place).significant_place == significant_place
