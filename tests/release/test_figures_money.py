"""Amounts whose currency stands before them, or is named as people name it at home."""

from __future__ import annotations

import pytest

from mycity_cli.release.figures import find_mentions
from mycity_cli.release.text import read_release


def amounts(text: str) -> list[tuple[str, str, int]]:
    return [(each.figure.text, each.figure.unit, int(each.figure.value)) for each in find_mentions(read_release(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The notes have a value of RM2.36 billion.", ("RM2.36 billion", "MYR", 2_360_000_000)),
        ("Trade grew to RM 41.7 billion last year.", ("RM 41.7 billion", "MYR", 41_700_000_000)),
        ("The pledges sum to Rp 3 trillion.", ("Rp 3 trillion", "IDR", 3 * 10**12)),
        ("They took home orders for Dh1.5 billion.", ("Dh1.5 billion", "AED", 1_500_000_000)),
        ("合同金额15亿令吉。", ("15亿令吉", "MYR", 1_500_000_000)),
        ("合同金额3亿坡币。", ("3亿坡币", "SGD", 300_000_000)),
        ("合同金额12亿瑞郎。", ("12亿瑞郎", "CHF", 1_200_000_000)),
        # An article is no part of a sign.
        ("It is a $35 million pilot.", ("$35 million", "USD", 35_000_000)),
        ("Wuhan won a $1.2-billion deal.", ("$1.2-billion", "USD", 1_200_000_000)),
        ("A $6 million plant was agreed on.", ("$6 million", "USD", 6_000_000)),
        ("It cost A$35 million.", ("A$35 million", "AUD", 35_000_000)),
    ],
)
def test_the_currency_before_an_amount(text: str, found: tuple[str, str, int]) -> None:
    assert amounts(text) == [found]


@pytest.mark.parametrize("text", ["The hall has 12 rm of shelves.", "Arm 5 is longer.", "Farm 12 was visited."])
def test_letters_that_are_no_currency(text: str) -> None:
    assert amounts(text) == []
