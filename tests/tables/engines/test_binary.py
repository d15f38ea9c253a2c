"""The shortest decimals of binary numbers, whatever text means them."""

from __future__ import annotations

import struct
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.tables.engines.binary import DOUBLE, SINGLE, shortest


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_double_is_told_as_python_tells_it(number: float) -> None:
    found = shortest(f"{number:.17g}")
    assert Decimal(found) == Decimal(repr(number))
    assert "e" not in found.lower()


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_no_shorter_text_means_a_number_of_single_precision(number: float) -> None:
    digits = next(n for n in range(1, 10) if struct.pack("f", float(f"{number:.{n - 1}e}")) == struct.pack("f", number))
    assert Decimal(shortest(f"{number:.9g}", SINGLE)) == Decimal(f"{number:.{digits - 1}e}")


@pytest.mark.parametrize(
    ("java", "told"),
    [
        ("1.34217728E8", "134217730"),
        ("1.6777216E7", "16777216"),
        ("0.1", "0.1"),
        ("12.0", "12"),
        ("-0.0", "0"),
        ("-2.50", "-2.5"),
    ],
)
def test_what_java_writes_of_single_precision(java: str, told: str) -> None:
    assert shortest(java, SINGLE) == told


@pytest.mark.parametrize(
    ("java", "told"),
    [
        ("2.0E-3", "0.002"),
        ("1.0E16", "10000000000000000"),
        ("2.2999999999999998E22", "22999999999999998000000"),
        ("NaN", "nan"),
        ("-Infinity", "-inf"),
        ("much", "much"),
    ],
)
def test_what_java_writes_of_double_precision(java: str, told: str) -> None:
    assert shortest(java, DOUBLE) == told
