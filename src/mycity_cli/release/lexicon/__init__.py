"""The words that say how figures belong together, by what they mean: a table for each language.

An entry of a table is a phrase; `*` stands for the rest of a word, and a phrase is otherwise a regular expression.
English phrases are whole words, whatever their case.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "zh")


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    folder = files(__package__)
    return {each: tomllib.loads(folder.joinpath(f"{each}.toml").read_text(encoding="utf-8")) for each in LANGUAGES}


@cache
def words(*meanings: str) -> str:
    """Return the pattern of every phrase of either language that has one of the meanings. Raises KeyError for none."""
    parts = []
    for language in LANGUAGES:
        table = _tables()[language]
        phrases = [phrase for meaning in meanings for phrase in table.get(meaning, ())]
        if phrases:
            either = "|".join(phrases)
            parts.append(either if language == "zh" else rf"\b(?:{either.replace('*', '[a-z-]*')})\b")
    if not parts:
        raise KeyError(*meanings)
    return f"(?:{'|'.join(parts)})"


@cache
def cue(*meanings: str) -> re.Pattern[str]:
    """Return what finds any phrase that has one of the meanings."""
    return re.compile(words(*meanings), re.IGNORECASE)


@cache
def ending(*meanings: str, most: int = 0, within: str = r"[^.;。；]") -> re.Pattern[str]:
    """Return what finds a phrase at the end of a text, with at most some characters behind it."""
    return re.compile(rf"{words(*meanings)}{within}{{0,{most}}}\s*\Z", re.IGNORECASE)


@cache
def opening(*meanings: str, most: int = 0, within: str = r"[^.;,。；，]") -> re.Pattern[str]:
    """Return what finds a phrase at the start of a text, with at most some characters before it."""
    return re.compile(rf"\s*{within}{{0,{most}}}{words(*meanings)}", re.IGNORECASE)
