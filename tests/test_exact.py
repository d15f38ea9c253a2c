"""Exact numbers, and their printing as plain decimals."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from mycity_cli.exact import Rational, decimal, grouped, plain, rational, rounded

HUGE = "1" * 60


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", 0),
        ("5", 5),
        ("-5", -5),
        ("5.00", 5),
        ("1E+3", 1000),
        ("0.224", Fraction(28, 125)),
        ("-0.5", Fraction(-1, 2)),
        (HUGE, int(HUGE)),
    ],
)
def test_a_decimal_is_a_rational_and_a_whole_one_is_an_int(value: str, expected: Rational) -> None:
    assert rational(Decimal(value)) == expected
    assert type(rational(Decimal(value))) is type(expected)


@pytest.mark.parametrize(
    ("digits", "exponent", "expected"),
    [
        ("5", 0, "5"),
        ("52563", 6, "52563000000"),
        ("-224", -3, "-0.224"),
        ("0", -2, "0.00"),
        (HUGE, -1, f"{HUGE[1:]}.1"),
    ],
)
def test_a_decimal_is_built_exactly(digits: str, exponent: int, expected: str) -> None:
    with localcontext(prec=3):
        built = decimal(digits, exponent)
    assert f"{built:f}" == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (0, 0, "0"),
        (7, 0, "7"),
        (7, 2, "7.00"),
        (-7, 1, "-7.0"),
        (10**30, 0, "1" + "0" * 30),
        (Fraction(1, 2), 0, "0.5"),
        (Fraction(1, 2), 3, "0.500"),
        (Fraction(-1, 8), 1, "-0.125"),
        (Fraction(1, 10**12), 0, "0.000000000001"),
        (Fraction(6, 2), 0, "3"),
        (Decimal("1E+9"), 0, "1000000000"),
        (Decimal("1E-9"), 0, "0.000000001"),
        (Decimal("52.5630"), 0, "52.563"),
        (Decimal("52.5630"), 4, "52.5630"),
        (Decimal("-0.00"), 0, "0"),
    ],
)
def test_plain_is_exact_and_never_scientific(value: Rational | Decimal, places: int, expected: str) -> None:
    assert plain(value, places=places) == expected


@pytest.mark.parametrize("value", [Fraction(1, 3), Fraction(-2, 7), Fraction(1, 30)])
def test_plain_refuses_what_has_no_finite_decimal(value: Fraction) -> None:
    with pytest.raises(ValueError, match=f"^{value} has no finite decimal$"):
        plain(value)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(2, 3), 0, "1"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(-1, 3), 0, "0"),
        (Fraction(-1, 300), 2, "0.00"),
        (Fraction(999, 1000), 2, "1.00"),
        (9, 2, "9.00"),
        (0, 1, "0.0"),
    ],
)
def test_rounding_takes_halves_away_from_zero_and_zero_has_no_sign(value: Rational, places: int, expected: str) -> None:
    assert rounded(value, places) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("-1000", "-1,000"),
        ("52563000000", "52,563,000,000"),
        ("1234.5678", "1,234.5678"),
        ("-0.5", "-0.5"),
        ("0.0005", "0.0005"),
    ],
)
def test_grouping_puts_commas_in_the_whole_part_only(number: str, expected: str) -> None:
    assert grouped(number) == expected
