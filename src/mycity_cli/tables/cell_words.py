"""The words that tables have in cells and headers, each with what it means; they stand as data beside this module."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_NO_LETTER = re.compile(r"[\W_]+")


@cache
def words(file: str, section: str) -> Mapping[str, Any]:
    """Return a section of the data of `headers` or `cells`."""
    found: Mapping[str, Any] = _table(file)[section]
    return found


@cache
def _table(file: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text("utf-8"))


def folded(text: str) -> str:
    """Return a text without what people vary in writing it: case, width of letters, white space."""
    if text.isascii():
        return " ".join(text.casefold().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def bare(text: str) -> str:
    """Return a name without what tables vary in it: case, width of letters, white space and punctuation."""
    return _NO_LETTER.sub("", folded(text).replace("#", "no"))


@cache
def word_set(section: str, key: str) -> frozenset[str]:
    """Return the folded words of a list of the data of cells."""
    return frozenset(map(folded, words("cells", section)[key]))
