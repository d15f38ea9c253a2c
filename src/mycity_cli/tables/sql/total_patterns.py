"""Patterns by which engines tell names that are no names of totals for sure: the others are looked at one by one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mycity_cli.tables.cell_words import word_set

_LATIN = "A-Za-zÀ-ÖØ-Þà-öø-ÿĀ-įĴ-ľŁ-ňŊ-ž"
"""Letters that folding makes no others of than their small ones."""

_PLAIN = f"^([0-9{_LATIN}][-0-9{_LATIN} .,'()/&]*|[\u4e00-\u9fff]+)$"


class Patterns(NamedTuple):
    """What every name matches that is looked at no closer, and what none of them does."""

    plain: str
    of_totals: str


@cache
def patterns() -> Patterns:
    """Return the patterns, which every engine's regular expressions understand."""
    names = [name for name in word_set("totals", "words") if re.fullmatch(_PLAIN, name)]
    # A name within another is found wherever the longer one is.
    least = sorted(name for name in names if not any(other != name and other in name for other in names))
    return Patterns(_PLAIN, "|".join("".join(map(_either_case, name)) for name in least))


def _either_case(letter: str) -> str:
    if letter == " ":
        return "[-,;:/ ]+"
    upper = letter.upper()
    if upper != letter and len(upper) == 1:
        return f"[{letter}{upper}]"
    return letter if letter.isalnum() else f"[{letter}]"
