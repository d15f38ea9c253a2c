"""How tests write what was found in a text: `US$3.39 billion = 3390000000 USD over; 30 projects = 30`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mycity_cli.exact import plain
from mycity_cli.figure import COUNT, RATIO, Bound
from mycity_cli.release.figures import find_mentions
from mycity_cli.release.text import read_release

if TYPE_CHECKING:
    from mycity_cli.release.findings import Mention


def figures_of(text: str) -> str:
    """Return the figures of a text, each with its characters, value, unit and bound."""
    return "; ".join(
        f"{text[found.start : found.end]} = {stated(found)}" for found in find_mentions(read_release(text))
    )


def stated(found: Mention) -> str:
    """Return the value, the unit and the bound of a figure."""
    figure = found.figure
    value = plain(figure.value * 100 if figure.unit == RATIO else figure.value)
    unit = {COUNT: "", RATIO: "%"}.get(figure.unit, f" {figure.unit}")
    bound = "" if figure.bound is Bound.EXACT else f" {figure.bound}"
    return f"{value}{unit}{bound}"
