"""The words that releases are told in, by meaning: data in `lexicon/`, read as patterns when first asked for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicon"
_LATIN = re.compile("[A-Za-z]")


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of a file of the lexicon by their meaning.

    A meaning lists phrases, each a pattern of its own, one a line or between bars with a space on both sides. Those in
    Latin letters are whole words, in either case.
    """
    data: dict[str, str] = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return {meaning: re.compile(_joined(phrases), re.IGNORECASE) for meaning, phrases in data.items()}


def _joined(phrases: str) -> str:
    found = [phrase.strip() for phrase in re.split(r"\n| \| ", phrases) if phrase.strip()]
    return "|".join(rf"(?<!\w)(?:{each})(?!\w)" if _is_word(each) else f"(?:{each})" for each in found)


def _is_word(phrase: str) -> bool:
    """Return whether a phrase is of Latin words; escapes are no letters of theirs."""
    return _LATIN.search(re.sub(r"\\.|\(\?<?[:=!]", "", phrase)) is not None and phrase.isascii()
