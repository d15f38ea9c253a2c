"""What may be compared, added, multiplied and divided."""

from __future__ import annotations

import pytest

from mycity_cli.figure import COUNT, RATIO
from mycity_cli.statement.dimensions import NUMBER, SCALED, product, quotient, together

TOGETHER = [
    ("CNY", "CNY", "CNY"),
    ("CNY", "USD", None),
    ("CNY", SCALED, "CNY"),
    ("CNY", NUMBER, None),
    ("CNY", COUNT, None),
    ("CNY", RATIO, None),
    (COUNT, NUMBER, COUNT),
    (COUNT, RATIO, None),
    (RATIO, NUMBER, RATIO),
    (SCALED, COUNT, COUNT),
    (SCALED, NUMBER, NUMBER),
    (NUMBER, NUMBER, NUMBER),
    (SCALED, SCALED, SCALED),
]


@pytest.mark.parametrize(("one", "other", "unit"), TOGETHER)
def test_what_is_compared_and_added(one: str, other: str, unit: str | None) -> None:
    assert together(one, other) == unit
    assert together(other, one) == unit


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("CNY", "CNY", None),
        ("CNY", "USD", None),
        ("CNY", COUNT, "CNY"),
        ("CNY", RATIO, "CNY"),
        ("CNY", SCALED, "CNY"),
        (COUNT, RATIO, COUNT),
        (COUNT, NUMBER, COUNT),
        (RATIO, NUMBER, NUMBER),
        (RATIO, RATIO, RATIO),
        (SCALED, NUMBER, SCALED),
        (NUMBER, NUMBER, NUMBER),
        ("CNY per USD", "USD", "CNY"),
        ("CNY per USD", "CNY", None),
        ("CNY per USD", "CNY per USD", None),
        ("CNY per USD", NUMBER, "CNY per USD"),
    ],
)
def test_what_is_multiplied(one: str, other: str, unit: str | None) -> None:
    assert product(one, other) == unit
    assert product(other, one) == unit


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("CNY", "CNY", RATIO),
        ("CNY", "USD", "CNY per USD"),
        ("CNY", "CNY per USD", "USD"),
        ("USD", "CNY per USD", None),
        ("CNY per USD", "CNY per USD", RATIO),
        ("CNY per USD", "USD per CNY", None),
        ("CNY per USD", NUMBER, "CNY per USD"),
        ("CNY per USD", "USD", None),
        ("CNY", COUNT, "CNY"),
        ("CNY", RATIO, "CNY"),
        ("CNY", NUMBER, "CNY"),
        ("CNY", SCALED, RATIO),
        (SCALED, "CNY", RATIO),
        (COUNT, "CNY", None),
        (RATIO, "CNY", None),
        (COUNT, COUNT, RATIO),
        (COUNT, RATIO, COUNT),
        (COUNT, NUMBER, NUMBER),
        (SCALED, NUMBER, SCALED),
        (SCALED, SCALED, NUMBER),
        (NUMBER, COUNT, NUMBER),
        (RATIO, COUNT, RATIO),
    ],
)
def test_what_is_divided(one: str, other: str, unit: str | None) -> None:
    assert quotient(one, other) == unit
