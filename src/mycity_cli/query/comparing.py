"""How a value that a record states compares with one that a condition names."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from mycity_cli.errors import TextError
from mycity_cli.exact import rational
from mycity_cli.figure import COUNT, POINTS, RATIO, Bound, Figure
from mycity_cli.interval import Interval
from mycity_cli.messages import say
from mycity_cli.period import Period
from mycity_cli.query.aspects import not_in

T = TypeVar("T")


class Comparing(StrEnum):
    """How a condition compares; of two signs that begin alike the longer comes first."""

    NOT = "!="
    NOT_ABOVE = "<="
    NOT_BELOW = ">="
    EQUAL = "="
    BELOW = "<"
    ABOVE = ">"
    CONTAINS = "~"


ORDERS = (Comparing.BELOW, Comparing.NOT_ABOVE, Comparing.ABOVE, Comparing.NOT_BELOW)
"""The comparisons that ask which of two is the larger."""


class Order(NamedTuple):
    """What is known of a value beside another: whether it is surely less, not less, more, not more, or the same.

    All are False where the value may be one or the other.
    """

    less: bool
    not_less: bool
    more: bool
    not_more: bool
    same: bool

    def answer(self, comparing: Comparing) -> bool | None:
        """Return whether the comparison holds; None where that is not known."""
        yes, no = {
            Comparing.BELOW: (self.less, self.not_less),
            Comparing.NOT_BELOW: (self.not_less, self.less),
            Comparing.ABOVE: (self.more, self.not_more),
            Comparing.NOT_ABOVE: (self.not_more, self.more),
            Comparing.EQUAL: (self.same, self.less or self.more),
            Comparing.NOT: (self.less or self.more, self.same),
        }[comparing]
        return True if yes else False if no else None


_OTHERWISE = {COUNT: say("no plain number"), RATIO: say("no share"), POINTS: say("no percentage points")}
"""Why a figure does not compare with one of a unit that is no currency."""


def figure_order(stated: Figure, named: Figure) -> Order | str:
    """Return how a figure lies to a plain one, or why they do not compare.

    A plain figure counts as stated, a hedged one as all that it may be. A number that names no currency is one in any.
    """
    if named.unit != stated.unit and not (named.unit == COUNT and stated.is_amount):
        return _OTHERWISE.get(named.unit) or not_in(named.unit)
    value = Interval.exactly(rational(named.value))
    plain = stated.bound is Bound.EXACT
    possible = Interval.exactly(rational(stated.value)) if plain else stated.interval
    return Order(
        less=value.above(possible),
        not_less=possible.not_below(value),
        more=possible.above(value),
        not_more=value.not_below(possible),
        same=possible == value,
    )


def date_order(stated: Period, named: Period) -> Order:
    """Return how a date lies to another: before it, after it, or in it as a whole."""
    first, last = stated.key()
    start, end = named.key()
    return Order(
        less=last < start,
        not_less=first >= start,
        more=first > end,
        not_more=last <= end,
        same=start <= first and last <= end,
    )


def figure_in(text: str) -> Figure | None:
    """Return the plain figure that a text is, None where it is none."""
    return _read(Figure.parse, text)


def date_in(text: str) -> Period | None:
    """Return the date that a text is, None where it is none."""
    return _read(Period.parse, text)


def is_code(text: str) -> bool:
    """Return whether a text is digits that are a name rather than a number: 007."""
    return len(text) > 1 and text.startswith("0") and text.isdigit()


def _read(parse: Callable[[str], T], text: str) -> T | None:
    try:
        return parse(text.strip())
    except TextError:
        return None
