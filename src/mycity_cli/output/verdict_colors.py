"""The colours of verdicts on a terminal, in one table. Nothing tells by its colour alone: the word says it."""

from __future__ import annotations

COLORS = {
    "true": "green",
    "agrees": "green",
    "false": "red",
    "differs": "red",
    "undecided": "yellow",
    "not checkable": "magenta",
    "not checked": "magenta",
}
"""The colour of each verdict, by its word: a name of the eight that every terminal has."""

_NUMBERS = {"red": 31, "green": 32, "yellow": 33, "magenta": 35}
"""What a terminal calls them (ECMA-48, SGR)."""


def color_of(word: str) -> str:
    """Return how a word is drawn by Rich, bold and in its colour; "" for a word that is no verdict."""
    color = COLORS.get(word)
    return "" if color is None else f"bold {color}"


def before(word: str) -> str:
    """Return what a terminal is told before a word, so that it is bold and has its colour; "" for no verdict."""
    color = COLORS.get(word)
    return "" if color is None else f"\x1b[1;{_NUMBERS[color]}m"
