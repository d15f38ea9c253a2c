"""Numbers in digits, with the marks that set off their groups."""

from __future__ import annotations

import pytest

from figure.stated import Refusal, refusal, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "0 count to 1"),
        ("007", "7 count to 1"),
        ("42", "42 count to 1"),
        ("12345678", "12,345,678 count to 1"),
        ("3.14", "3.14 count to 0.01"),
        ("0.50", "0.50 count to 0.01"),
        (".5", "0.5 count to 0.1"),
        (".25 million", "250,000 count to 10,000"),
        ("-.5%", "-0.005 ratio to 0.001"),
        ("1,234", "1,234 count to 1"),
        ("12,345,678.90", "12,345,678.90 count to 0.01"),
        ("１，２３４．５", "1,234.5 count to 0.1"),
    ],
)
def test_digits(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,34,567", "1,234,567 count to 1"),
        ("1,23,456 rupees", "123,456 INR to 1"),
        ("1,00,00,000", "10,000,000 count to 1"),
        ("98,76,54,321.25", "987,654,321.25 count to 0.01"),
    ],
)
def test_groups_of_two_and_three(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 234", "1,234 count to 1"),
        ("999 000", "999,000 count to 1"),
        ("1 234 567", "1,234,567 count to 1"),
        ("12 345 678.9", "12,345,678.9 count to 0.1"),
        ("1 234 567 yuan", "1,234,567 CNY to 1"),
        ("$1 234", "1,234 USD to 1"),
    ],
)
def test_groups_behind_spaces(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12'345", "12,345 count to 1"),
        ("1'234'567", "1,234,567 count to 1"),
        ("1’234’567.25", "1,234,567.25 count to 0.01"),
        ("CHF 1'200", "1,200 CHF to 1"),
    ],
)
def test_groups_behind_apostrophes(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234,56", "1,234.56 count to 0.01"),
        ("1.234.567", "1,234,567 count to 1"),
        ("0,5%", "0.005 ratio to 0.001"),
        ("12,5 million euros", "12,500,000 EUR to 100,000"),
        ("3.500", "3,500 count to 1"),
        ("1234,5", "1,234.5 count to 0.1"),
        ("1,234", "1.234 count to 0.001"),
        ("-2,25", "-2.25 count to 0.01"),
        ("EUR 1.234,56", "1,234.56 EUR to 0.01"),
    ],
)
def test_points_and_commas_the_other_way_round(text: str, expected: str) -> None:
    assert stated(text, continental=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.5.2",
        "1,234.5",
        "12.34",
        "1,2,3",
    ],
)
def test_marks_out_of_place_the_other_way_round(text: str) -> None:
    reason = "commas stand before groups of three digits, one point before decimals"
    assert refusal(text, continental=True) == Refusal(f"cannot read the number '{text}': {reason}", text)


@pytest.mark.parametrize(
    "text",
    [
        "1,23",
        "1,23,4",
        "1,234,56",
        "1234,567",
        "12,3456",
        "1,2345",
        "1,234.567.8",
        "1.234.567",
        "1.234,56",
        "1.2.3",
        "1..2",
        "1,,2",
        "0,5",
        "٣",
        "5٣",
    ],
)
def test_marks_out_of_place(text: str) -> None:
    reason = "commas stand before groups of three digits, one point before decimals"
    assert refusal(text) == Refusal(f"cannot read the number '{text}': {reason}", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (",5", Refusal("expected a number, found ','", ",")),
        ("5,", Refusal("cannot read ',' after '5'", ",")),
        ("5.", Refusal("cannot read '.' after '5'", ".")),
        ("1 23", Refusal("cannot read '23' after '1'", "23")),
        ("1 2345", Refusal("cannot read '2345' after '1'", "2345")),
        ("12 34", Refusal("cannot read '34' after '12'", "34")),
        ("1234 567", Refusal("cannot read '567' after '1234'", "567")),
        ("1  234", Refusal("cannot read '234' after '1'", "234")),
        ("1 234 5678", Refusal("cannot read '5678' after '1 234'", "5678")),
        ("1 234,567", Refusal("cannot read '234,567' after '1'", "234,567")),
        ("1,234 567", Refusal("cannot read '567' after '1,234'", "567")),
        ("1'23", Refusal("cannot read ''' after '1'", "'")),
        ("1'2345", Refusal("cannot read ''' after '1'", "'")),
        ("1''234", Refusal("cannot read ''' after '1'", "'")),
        ("'234", Refusal("expected a number, found '''", "'")),
        ("0x10", Refusal("cannot read 'x' after '0'", "x")),
        ("1e9", Refusal("cannot read 'e' after '1'", "e")),
        ("1_000", Refusal("cannot read '_' after '1'", "_")),
        ("5#", Refusal("cannot read '#' after '5'", "#")),
        ("5°", Refusal("cannot read '°' after '5'", "°")),
    ],
)
def test_what_is_no_number(text: str, expected: Refusal) -> None:
    assert refusal(text) == expected


@pytest.mark.parametrize("digits", ["9" * 61, "九" * 61])
def test_a_number_has_sixty_digits_at_most(digits: str) -> None:
    assert refusal(digits) == Refusal("a number of more than 60 digits", digits)
    assert stated(digits[:60]) == f"{int('9' * 60):,} count to 1"
