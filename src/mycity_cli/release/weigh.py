"""The weight of evidence for each option of an assertion, in decibans: ten make it ten times as likely (Good, 1950).

What the words and the structure say is a sum of weights of features, which are data. Arithmetic speaks last: an option
that fits is the likelier the less probable a fit by chance is, and one that does not is a slip or another figure.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from mycity_cli.exact import Rational
from mycity_cli.release.arithmetic import Arithmetic
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.findings import Candidate

_TENTHS = (1000, 1259, 1585, 1995, 2512, 3162, 3981, 5012, 6310, 7943)
"""A thousand times the powers of ten from 0 to 9 tenths."""
_MOST = 30
_COMPANY = 12
_HOPELESS = -30
"""What weighs less is not meant, whatever it comes to."""
_UNLIKELY = -20
"""What weighs less and does not fit is not meant."""
_SLIP = -13
"""About one figure in twenty that is misprinted differs from what is meant in one digit."""
_MISS = -16
_FAR_MISS = -24
"""One that is off by more than a factor of two, and by no slip, is rarely one that is misprinted."""


class Fit(Enum):
    """How the figures of an option go together."""

    FITS = "fits"
    SLIPS = "slips"
    MISSES = "misses"


class Weighed(NamedTuple):
    """An option with the weight that words and structure give it, and the one that it has with arithmetic."""

    option: Option
    told: int
    weight: int
    fit: Fit


@cache
def weights() -> dict[str, dict[str, int]]:
    """Return the weight of each feature by the kind of relation, in decibans."""
    text = files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def decibans(odds: Rational) -> int:
    """Return ten times the logarithm of odds to the base of ten, rounded down. Raises ValueError for none."""
    if odds <= 0:
        raise ValueError("there is no logarithm of nothing")
    power = 0
    value = Fraction(odds)
    while value >= 10:
        value, power = value / 10, power + 10
    while value < 1:
        value, power = value * 10, power - 10
    return power + bisect_right(_TENTHS, int(value * 1000)) - 1


def told(kind: str, features: Iterable[str]) -> int:
    """Return what features weigh together; one without a weight says nothing."""
    known = weights().get(kind, {})
    return sum(known.get(feature, 0) for feature in features)


def weigh(assertion: Assertion, arithmetic: Arithmetic) -> list[Weighed]:
    """Return the options of an assertion, the likeliest first. That none of them is meant weighs as much as 0."""
    doubt = told(assertion.kind, assertion.doubts)
    found = []
    for option in assertion.options:
        said = told(assertion.kind, option.features) - doubt
        if said < _HOPELESS:
            continue
        fit, evidence = _evidence(option.candidate, arithmetic, said)
        if option.companion is not None and arithmetic.agrees(option.companion):
            evidence += min(_COMPANY, -decibans(arithmetic.chance(option.companion)))
        found.append(Weighed(option, said, said + evidence, fit))
    return sorted(found, key=lambda each: -each.weight)


def _evidence(candidate: Candidate, arithmetic: Arithmetic, said: int) -> tuple[Fit, int]:
    if arithmetic.agrees(candidate):
        return Fit.FITS, min(_MOST, -decibans(arithmetic.chance(candidate)))
    if said > _UNLIKELY and arithmetic.is_slip(candidate):
        likely = min(Fraction(1), arithmetic.ways_to_slip(candidate) * arithmetic.chance(candidate))
        return Fit.SLIPS, max(_MISS, _SLIP - decibans(likely))
    return Fit.MISSES, _FAR_MISS if arithmetic.is_far_off(candidate) else _MISS
