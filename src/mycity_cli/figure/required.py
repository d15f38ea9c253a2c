"""What a figure has to be where only one kind of figure is meant."""

from __future__ import annotations

from enum import Enum

from mycity_cli.figure.figure import Figure
from mycity_cli.figure.units import COUNT
from mycity_cli.messages import say


def require_count(figure: Figure) -> Figure:
    """Return a figure that counts something. Raises ValueError for another."""
    if figure.unit != COUNT or figure.value < 0 or figure.value != figure.value.to_integral_value():
        raise ValueError(say("'{figure}' is no count", figure=figure))
    return figure


def require_amount(figure: Figure) -> Figure:
    """Return a figure that is an amount of money. Raises ValueError for another."""
    if not figure.is_amount:
        raise ValueError(say("'{figure}' names no currency", figure=figure))
    if figure.value < 0:
        raise ValueError(say("'{figure}' is below zero", figure=figure))
    return figure


class NoMoney(Enum):
    """What stands where an amount would, in a record about which no money is ever stated."""

    NONE = "none"

    def __str__(self) -> str:
        return self.value
