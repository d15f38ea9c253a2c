"""The words that releases are told in, by meaning: data in this folder, read as patterns when first asked for.

A meaning lists phrases, one a line or between bars with a space on both sides. A phrase is a regular expression in
which `*` behind a letter stands for the rest of a word. English phrases are whole words, in either case.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from mycity_cli.expressions import expression

LANGUAGES = ("en", "zh")
_LATIN = expression("[A-Za-z]")
_SYNTAX = re.compile(r"\\.|\(\?P<\w+>|\(\?")
_REST_OF_WORD = expression(r"(?<!\\)([A-Za-z])\*")


@cache
def table(name: str) -> dict[str, Any]:
    """Return a file of the lexicon as it is written."""
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    return data


def phrases(listed: str) -> list[str]:
    """Return the phrases of a meaning."""
    found = [phrase.strip() for phrase in re.split(r"\n| \| ", listed) if phrase.strip()]
    # Both cases are named: to ignore the case of a range takes long to compile, since letters far away are the same.
    return [_REST_OF_WORD.sub(r"\1(?-i:[A-Za-z-]*)", phrase) for phrase in found]


@cache
def listed(name: str) -> dict[str, frozenset[str]]:
    """Return the phrases of a file of the lexicon by their meaning, as words."""
    return {meaning: frozenset(phrases(each)) for meaning, each in table(name).items()}


def either_case(pattern: str) -> re.Pattern[str]:
    """Return what finds a pattern in small letters and capitals."""
    # Where no letter has two cases, as in Chinese, to ask for both takes ten times as long to compile.
    has_cases = _LATIN.search(_SYNTAX.sub("", pattern)) is not None
    return expression(pattern, re.IGNORECASE if has_cases else 0)


def any_of(*lists: Iterable[str]) -> str:
    """Return the pattern of one of the words of some lists, the longest that fits."""
    return f"(?:{'|'.join(sorted({word for words in lists for word in words}, key=lambda word: (-len(word), word)))})"


# --- patterns of one file ---------------------------------------------------------------------------------------------


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of a file of the lexicon by their meaning."""
    return {meaning: either_case(_joined(phrases(each))) for meaning, each in table(name).items()}


def _joined(found: list[str]) -> str:
    return "|".join(_either(list(group), are_words=are_words) for are_words, group in groupby(found, _is_word))


def _either(found: list[str], *, are_words: bool) -> str:
    # One look behind for all words: where no word begins none of them is tried.
    either = "|".join(f"(?:{each})(?!\\w)" if are_words else f"(?:{each})" for each in found)
    return rf"(?<!\w)(?:{either})" if are_words else either


def _is_word(phrase: str) -> bool:
    """Return whether a phrase is of Latin words; escapes are no letters of theirs."""
    return _LATIN.search(re.sub(r"\\.|\(\?<?[:=!]", "", phrase)) is not None and phrase.isascii()


# --- cues: patterns of both languages ---------------------------------------------------------------------------------


@cache
def words(*meanings: str) -> str:
    """Return the pattern of every phrase of either language that has one of the meanings. Raises KeyError for none."""
    parts = []
    for language in LANGUAGES:
        of_language = table(f"assertions.{language}")
        found = [phrase for meaning in meanings for phrase in phrases(of_language.get(meaning, ""))]
        if found:
            parts.append("|".join(found) if language == "zh" else rf"\b(?:{'|'.join(found)})\b")
    if not parts:
        raise KeyError(*meanings)
    return f"(?:{'|'.join(parts)})"


@cache
def cue(*meanings: str) -> re.Pattern[str]:
    """Return what finds any phrase that has one of the meanings."""
    return either_case(words(*meanings))


@cache
def ending(*meanings: str, most: int = 0, within: str = r"[^.;。；]") -> re.Pattern[str]:
    """Return what finds a phrase at the end of a text, with at most some characters behind it."""
    return either_case(rf"{words(*meanings)}{within}{{0,{most}}}\s*\Z")


@cache
def opening(*meanings: str, most: int = 0, within: str = r"[^.;,。；，]") -> re.Pattern[str]:
    """Return what finds a phrase at the start of a text, with at most some characters before it."""
    return either_case(rf"\s*{within}{{0,{most}}}{words(*meanings)}")
