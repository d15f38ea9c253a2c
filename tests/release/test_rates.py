"""The rates of currencies since 1994."""

from __future__ import annotations

import pytest

from mycity_cli.release.rates import rates_of


@pytest.mark.parametrize(
    ("priced", "per", "ends"),
    [
        ("CNY", "USD", ("6.00", "8.80")),
        ("CNY", "HKD", ("0.77", "1.14")),
        ("CNY", "JPY", ("0.044", "0.108")),
        ("EUR", "USD", ("0.53", "1.38")),
        ("AED", "USD", ("3.67", "3.68")),
        ("HKD", "USD", ("7.70", "7.86")),
        ("INR", "USD", ("31.00", "95.00")),
    ],
)
def test_the_range_of_a_pair(priced: str, per: str, ends: tuple[str, str]) -> None:
    rates = rates_of(priced, per)
    assert rates is not None
    assert rates.ends == ends


@pytest.mark.parametrize(("priced", "per"), [("CNY", "KZT"), ("KZT", "CNY"), ("RUB", "USD")])
def test_a_pair_that_has_no_useful_range(priced: str, per: str) -> None:
    assert rates_of(priced, per) is None
