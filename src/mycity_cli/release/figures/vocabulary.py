"""The words that tell what numbers of a release count; as data in `words/`, one file for each language, by meaning."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDER = Path(__file__).parent / "words"


@cache
def vocabulary(language: str) -> dict[str, frozenset[str]]:
    """Return the words of a language, `en` or `zh`, by what they mean."""
    lists = tomllib.loads((_FOLDER / f"{language}.toml").read_text("utf-8"))
    return {meaning: frozenset(words.split()) for meaning, words in lists.items()}


def any_of(*lists: Iterable[str]) -> str:
    """Return the pattern of one of the words of some lists, the longest that fits."""
    return f"(?:{'|'.join(sorted({word for words in lists for word in words}, key=lambda word: (-len(word), word)))})"
