"""Recomputing conversions: the rate that each implies, beside the rates that have been and those of the same text."""

from __future__ import annotations

from fractions import Fraction

from mycity_cli.exact import Rational, rational, rounded
from mycity_cli.figure import Figure
from mycity_cli.figure.units import unit_name
from mycity_cli.messages import Message, say
from mycity_cli.release.findings import Candidate, Relation
from mycity_cli.release.rates import SINCE, rates_of
from mycity_cli.release.statements import between, decided, equal, number, over
from mycity_cli.statement.verdict import Outcome

_MOST = 6
"""How many conversions before and after one it is compared with."""

_APART = Fraction(3, 20)
"""How far the rates of one text may lie apart, as a share: its figures may be of several years."""


def converted(candidates: list[Candidate], figures: list[Figure]) -> dict[Candidate, Relation]:
    """Return each conversion with its rate checked: against the range of its pair since 1994, then against each other.

    A rate outside of the range is false, and one that is clearly at odds with most of the others of the text. Of two
    the later is called false. A pair that has no range is not checkable.
    """
    found: dict[Candidate, Relation] = {}
    by_pair: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in candidates:
        found[candidate] = _in_range(candidate, figures)
        by_pair.setdefault(_pair(candidate, figures), []).append(candidate)
    for group in by_pair.values():
        sound = [each for each in group if found[each].outcome is not Outcome.FALSE]
        for at, candidate in enumerate(sound):
            other = _at_odds(candidate, sound[max(0, at - _MOST) : at + _MOST + 1], figures)
            if other is not None:
                found[candidate] = _compared(candidate, other, figures)
    return found


def _sides(candidate: Candidate, figures: list[Figure]) -> tuple[Figure, Figure]:
    """Return the two amounts, of which the first is in the currency that rates are told in, yuan where any are."""
    one, other = figures[candidate.terms[0]], figures[candidate.result or 0]
    pair = sorted((one, other), key=lambda figure: (figure.unit != "CNY", figure.unit))
    return pair[0], pair[1]


def _pair(candidate: Candidate, figures: list[Figure]) -> tuple[str, str]:
    one, other = _sides(candidate, figures)
    return one.unit, other.unit


def _rate(candidate: Candidate, figures: list[Figure]) -> Rational:
    one, other = _sides(candidate, figures)
    return Fraction(rational(one.value)) / rational(other.value)


def _in_range(candidate: Candidate, figures: list[Figure]) -> Relation:
    one, other = _sides(candidate, figures)
    rates = rates_of(one.unit, other.unit)
    implied = _implied(candidate, figures)
    if rates is None:
        rate = number(_number(_rate(candidate, figures)))
        statement = decided((one, other), lambda sides: equal(over(*sides), rate)).statement
        reason = say("the implied rate is {rate}; no range of rates is known for the pair", rate=implied)
        return Relation(candidate, statement, Outcome.NOT_CHECKABLE, reason)
    low, high = rates.ends
    verdict = decided((one, other), lambda sides: equal(over(*sides), between(low, high)))
    range_ = {"rate": implied, "low": low, "high": high, "year": SINCE}
    if verdict.outcome is Outcome.TRUE:
        reason = say("the implied rate is {rate}, within {low} to {high}, the range since {year}", **range_)
    else:
        reason = say("the implied rate is {rate}, outside {low} to {high}, the range since {year}", **range_)
    return Relation(candidate, verdict.statement, verdict.outcome, reason)


def _at_odds(candidate: Candidate, group: list[Candidate], figures: list[Figure]) -> Candidate | None:
    """Return a conversion that a conversion is at odds with, where it is the one to be doubted; else None."""
    others = [each for each in group if each is not candidate]
    apart = [each for each in others if _apart(candidate, each, figures)]
    if not apart or 2 * len(apart) < len(others):
        return None
    if len(apart) == len(others) == 1 or 2 * len(apart) == len(others):
        return apart[0] if group.index(candidate) > group.index(apart[0]) else None
    return apart[0]


def _apart(one: Candidate, other: Candidate, figures: list[Figure]) -> bool:
    (a, b), (c, d) = (_sides(each, figures) for each in (one, other))
    if 0 in b.interval or 0 in d.interval:
        return False
    first, second = a.interval / b.interval, c.interval / d.interval
    slack = _APART * max(_rate(one, figures), _rate(other, figures))
    return not first.widened(slack).meets(second)


def _compared(candidate: Candidate, other: Candidate, figures: list[Figure]) -> Relation:
    a, b = _sides(candidate, figures)
    c, d = _sides(other, figures)
    verdict = decided((a, b, c, d), lambda sides: equal(over(*sides[:2]), over(*sides[2:])))
    rate, elsewhere = _implied(candidate, figures), _implied(other, figures)
    reason = say("the implied rate is {rate}, but {other} elsewhere in the text", rate=rate, other=elsewhere)
    return Relation(candidate, verdict.statement, verdict.outcome, reason)


def _implied(candidate: Candidate, figures: list[Figure]) -> Message:
    one, other = _sides(candidate, figures)
    rate = _number(_rate(candidate, figures))
    return say("{rate} {unit} per {other}", rate=rate, unit=unit_name(one.unit), other=unit_name(other.unit))


def _number(rate: Rational) -> str:
    places = 3
    while abs(rate) * 10**places < 100 and places < 9:
        places += 1
    return rounded(rate, places)
