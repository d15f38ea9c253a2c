"""The words for verdicts and their colours on a terminal. Nothing tells by its colour alone: the word says it."""

from __future__ import annotations

from functools import cache

from mycity_cli.messages import Language, Said, told
from mycity_cli.output.outcome_words import outcome_word

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


def verdict_word(verdict: str) -> Said | str:
    """Return what a verdict is called; a word that is none stays as it is."""
    return outcome_word(verdict) if verdict in COLORS else verdict


def color_of(word: str, language: Language = Language.ENGLISH) -> str:
    """Return how a word of a language is drawn by Rich, bold and in its colour; "" for a word that is no verdict."""
    color = _colors(language).get(word)
    return "" if color is None else f"bold {color}"


def before(word: str, language: Language = Language.ENGLISH) -> str:
    """Return what a terminal is told before a word, so that it is bold and has its colour; "" for no verdict."""
    color = _colors(language).get(word)
    return "" if color is None else f"\x1b[1;{_NUMBERS[color]}m"


@cache
def _colors(language: Language) -> dict[str, str]:
    """Return the colours of verdicts by their words in a language."""
    if language is Language.ENGLISH:
        return COLORS
    return {told(verdict_word(word), language): color for word, color in COLORS.items()}
