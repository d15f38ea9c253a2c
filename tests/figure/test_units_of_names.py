"""What looks like a name, a day or a year is a figure where a unit stands behind it, or is said to be unread."""

from __future__ import annotations

import pytest

from figure.scanned import scanned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm made 5 billion yuan.", "5 billion yuan = 5,000,000,000 CNY"),
        ("We pay for item 3 million yuan.", "3 million yuan = 3,000,000 CNY"),
        ("In May 30 million yuan was spent.", "30 million yuan = 30,000,000 CNY"),
        ("In May 30% of it was spent.", "30% = 0.30 ratio"),
        ("It asks a fee of 2000 yuan.", "2000 yuan = 2,000 CNY"),
        ("It rose from 2010 billion.", "2010 billion = 2,010,000,000,000 count"),
    ],
)
def test_a_number_with_a_unit_is_no_name(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They made 5 of it.",
        "Hall 3.",
        "In May 30 of them came.",
        "In 2019 yuan funds grew.",
        "第5亿元",
    ],
)
def test_without_one_it_is_a_name(text: str) -> None:
    assert scanned(text) == ""


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("#5 billion yuan", "5 billion yuan"),
        ("Some 5:3 billion yuan went.", "5:3 billion yuan"),
        ("于2019.11.5亿元", "2019.11.5亿"),
    ],
)
def test_a_unit_behind_what_is_written_as_a_name(text: str, unread: str) -> None:
    assert scanned(text) == f"{unread}? it is written as names and dates are"
