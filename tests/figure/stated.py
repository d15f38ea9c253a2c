"""How tests write what a whole text states: `2,500,000 count to 100,000`, or why it is refused."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.errors import FigureError
from mycity_cli.figure import Bound, Figure

EXAMPLES = "write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%"


def stated(text: str, *, continental: bool = False) -> str:
    """Return the value, the unit and the last place of a figure, its bound, and how far above its value it may lie."""
    figure = Figure.parse(text, continental=continental)
    bound = "" if figure.bound is Bound.EXACT else f", {figure.bound}"
    above = f" +{figure.slack:,f}" if figure.bound in (Bound.ODD, Bound.BETWEEN) else ""
    return f"{figure.value:,f} {figure.unit} to {figure.step:,f}{bound}{above}"


class Refusal(NamedTuple):
    """Why a text states no figure: the message, the part at fault, and what to write instead."""

    message: str
    part: str
    help: str = EXAMPLES


def refusal(text: str, *, continental: bool = False) -> Refusal | str:
    """Return why a text is refused; what it states where it is not."""
    try:
        return stated(text, continental=continental)
    except FigureError as caught:
        error = caught
    assert error.excerpt is not None
    assert error.excerpt.line == text
    return Refusal(error.message, text[error.excerpt.start : error.excerpt.end], error.help)
