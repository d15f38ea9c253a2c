"""What may be added, compared, multiplied and divided: units as strings, and the rules that join two of them."""

from __future__ import annotations

from mycity_cli.figure import COUNT, POINTS, RATIO
from mycity_cli.figure.units import is_amount, unit_name
from mycity_cli.messages import Message, say

NUMBER = "number"
"""The unit of a bare number, `50`: it may be a count or a factor, never money."""

SCALED = "scaled"
"""The unit of a number with a scale word and no currency, `93 billion`: it takes the unit of what is beside it."""


_PER = " per "


def is_money(unit: str) -> bool:
    """Return whether a unit is a currency."""
    return is_amount(unit) and unit not in (NUMBER, SCALED) and not is_rate(unit)


def is_rate(unit: str) -> bool:
    """Return whether a unit is that of an exchange rate, so many of one currency for one of another."""
    return _PER in unit


def together(one: str, other: str) -> str | None:
    """Return the unit in which two values add up or compare; None where they do not."""
    if one == other:
        return one
    if NUMBER in (one, other) and SCALED in (one, other):
        return NUMBER
    for flexible, unit in ((one, other), (other, one)):
        if flexible == SCALED or (flexible == NUMBER and not is_money(unit)):
            return unit
    return None


def product(one: str, other: str) -> str | None:
    """Return the unit of a product; None for money times money, unless one is an exchange rate for the other."""
    for rate, unit in ((one, other), (other, one)):
        if is_rate(rate):
            priced, in_one_of = rate.split(_PER)
            return priced if unit == in_one_of else None if is_money(unit) or is_rate(unit) else rate
    money = [unit for unit in (one, other) if is_money(unit)]
    if money:
        return money[0] if len(money) == 1 else None
    if one == other == POINTS:
        return None
    return next(unit for unit in (POINTS, SCALED, COUNT, NUMBER, RATIO) if unit in (one, other))


def quotient(one: str, other: str) -> str | None:
    """Return the unit of a quotient; None where it would mean nothing: a count per yuan.

    An amount divided by an amount in another currency is an exchange rate.
    """
    if is_rate(other):
        priced, in_one_of = other.split(_PER)
        return RATIO if one == other else in_one_of if one == priced else None
    if is_rate(one):
        return None if is_money(other) else one
    if is_money(other):
        if is_money(one) and one != other:
            return f"{one}{_PER}{other}"
        return RATIO if one in (other, SCALED) else None
    if is_money(one):
        return RATIO if other == SCALED else one
    if POINTS in (one, other):
        return RATIO if one == other else POINTS if one == POINTS else None
    if one == RATIO or (one == other == COUNT):
        return RATIO
    if one == SCALED and other != SCALED:
        return SCALED
    return COUNT if (one, other) == (COUNT, RATIO) else NUMBER


def in_words(unit: str) -> Message:
    """Return what a value of a unit is called in a message."""
    if is_rate(unit):
        priced, in_one_of = unit.split(_PER)
        return say(
            "an exchange rate of {priced} per {currency}", priced=unit_name(priced), currency=unit_name(in_one_of)
        )
    return _NAMES.get(unit) or say("an amount in {currency}", currency=unit_name(unit))


_NAMES = {
    COUNT: say("a count"),
    RATIO: say("a ratio"),
    POINTS: say("a number of percentage points"),
    NUMBER: say("a plain number"),
    SCALED: say("a number without a unit"),
}
