"""What speaks for each option of an assertion together, in decibans: ten make it ten times as likely (Good, 1950).

What the words and the structure say is a sum of weights of features, which are data. Arithmetic speaks last: an option
that fits is the likelier the less probable a fit by chance is, and one that does not is a slip or another figure.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import NamedTuple

from mycity_cli.release.arithmetic import Arithmetic
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.weights import decibans, told

_MOST = 30
_OTHER = -60
"""What is told again is copied: it differs by little, or is another figure."""
_COMPANY = 12
_HOPELESS = -30
"""What weighs less is not meant, whatever it comes to."""
_UNLIKELY = -24
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


def weigh(assertion: Assertion, arithmetic: Arithmetic, least: int) -> list[Weighed]:
    """Return the options of an assertion, the likeliest first. That none of them is meant weighs as much as 0.

    Options that weigh less than `least` may be left out.
    """
    doubt = told(assertion.kind, assertion.doubts)
    weighed = (_weighed(option, assertion.kind, doubt, arithmetic, least) for option in assertion.options)
    return sorted((each for each in weighed if each is not None), key=lambda each: -each.weight)


def _weighed(option: Option, kind: str, doubt: int, arithmetic: Arithmetic, least: int) -> Weighed | None:
    """Return an option with its weight; None where it weighs too little, which is found out as cheaply as can be."""
    said = told(kind, option.features) - doubt
    if said + option.most < _HOPELESS:
        return None
    fits = arithmetic.agrees(option.candidate)
    company = partial(_company, option, arithmetic)
    slip = 0 if fits else max(_MISS, _SLIP - arithmetic.least_likely_slip(option.candidate))
    if not fits and _is_less(said + option.most + slip, company, least):
        return None
    if option.more is not None:
        more = option.more()
        option = option._replace(features=(*option.features, *more), more=None)
        said += told(kind, more)
    if said < _HOPELESS:
        return None
    if fits:
        evidence = min(_MOST, -decibans(arithmetic.chance(option.candidate)))
        return Weighed(option, said, said + evidence + company(), Fit.FITS)
    if _is_less(said + slip, company, least):
        return None
    slip = max(_MISS, _SLIP - decibans(arithmetic.likely_slip(option.candidate)))
    if _is_less(said + slip, company, least):
        return None
    if said > _UNLIKELY and arithmetic.is_slip(option.candidate):
        return Weighed(option, said, said + slip + company(), Fit.SLIPS)
    miss = _miss(option.candidate, arithmetic)
    return Weighed(option, said, said + miss + company(), Fit.MISSES)


def _miss(candidate: Candidate, arithmetic: Arithmetic) -> int:
    """Return what an option weighs that does not fit, and would not with another digit."""
    far = arithmetic.is_far_off(candidate)
    if candidate.kind is RelationKind.RESTATED:
        return _OTHER if far else _FAR_MISS
    return _FAR_MISS if far else _MISS


def _is_less(weight: int, company: Callable[[], int], least: int) -> bool:
    """Return whether a weight is less than `least` even with what the other measure adds to it."""
    return weight < least and (weight + _COMPANY < least or weight + company() < least)


def _company(option: Option, arithmetic: Arithmetic) -> int:
    """Return what the same relation in the other measure weighs, where it holds."""
    if option.companion is None or not arithmetic.agrees(option.companion):
        return 0
    return min(_COMPANY, -decibans(arithmetic.chance(option.companion)))
