"""The weight of each feature of an option, in decibans: data, learned from releases whose relations are known."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from mycity_cli.exact import Rational

_TENTHS = (1000, 1259, 1585, 1995, 2512, 3162, 3981, 5012, 6310, 7943)
"""A thousand times the powers of ten from 0 to 9 tenths."""


@cache
def weights() -> dict[str, dict[str, int]]:
    """Return the weight of each feature by the kind of relation: those set by hand, and those that were fitted."""
    fitted, by_hand = (
        tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
        for name in ("weights.toml", "weights_by_hand.toml")
    )
    return {kind: {**table, **by_hand.get(kind, {})} for kind, table in fitted.items()}


def told(kind: str, features: Iterable[str]) -> int:
    """Return what features weigh together; one without a weight says nothing."""
    known = weights().get(kind, {})
    return sum([known.get(feature, 0) for feature in features])


def decibans(odds: Rational) -> int:
    """Return ten times the logarithm of odds to the base of ten, rounded down. Raises ValueError for none."""
    if odds <= 0:
        raise ValueError("there is no logarithm of nothing")
    power, above, below = 0, odds.numerator, odds.denominator
    while above >= 10 * below:
        below, power = below * 10, power + 10
    while above < below:
        above, power = above * 10, power - 10
    return power + bisect_right(_TENTHS, above * 1000 // below) - 1
