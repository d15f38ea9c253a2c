"""What SQLite lacks, as functions of this process: regular expressions, and the exact texts of its values.

Texts come to them as the bytes that lie in the file, since those need not be UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

TEXT_OF, FOUND, MATCHES = "mycity_text", "mycity_found", "mycity_matches"
"""The names of the functions."""

_AT_THE_END = re.compile(r"\[[^\]]+\]\*\$")


def text_factory(content: bytes) -> str:
    """Return a text as it is handed over: what is no UTF-8 of it is told byte by byte, in hexadecimal."""
    return content.decode(errors="backslashreplace")


def functions(encoding: str) -> Mapping[str, tuple[int, Callable[..., Any]]]:
    """Return the functions by their names, each with the number of its arguments, for texts in an encoding."""

    def found(content: bytes | None, pattern: str) -> str | bytes | None:
        text = _sound(content, encoding)
        return content if text is None else _finder(pattern)(text)

    def matches(content: bytes | None, pattern: str) -> bool | None:
        text = _sound(content, encoding)
        return None if content is None else text is not None and _compiled(pattern).search(text) is not None

    return {TEXT_OF: (1, text_of), FOUND: (2, found), MATCHES: (2, matches)}


def text_of(value: Any) -> str | None:
    """Return the text of a binary number, its shortest without an exponent, or of bytes."""
    match value:
        case None | str():
            return value
        case bytes():
            return text_factory(value)
        case int():
            return str(value)
    number = Decimal(repr(value))
    if not number.is_finite():
        return repr(value)
    return str(int(number)) if number == number.to_integral_value() else format(number, "f")


def _sound(content: bytes | None, encoding: str) -> str | None:
    """Return a text; None for one that is damaged, or of which SQLite's own functions see the beginning only."""
    if content is None:
        return None
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # The end is to be that of the text, and not that of its last line.
    return re.compile(f"{pattern[:-1]}\\Z" if pattern.endswith("$") else pattern)


@lru_cache
def _finder(pattern: str) -> Callable[[str], str]:
    """Return what finds a regular expression first; one of signs at the end looks from there."""
    if _AT_THE_END.fullmatch(pattern):
        ending = re.compile(pattern[:-1])
        return lambda text: _matched(ending.match(text[::-1]))[::-1]
    compiled = _compiled(pattern)
    return lambda text: _matched(compiled.search(text))


def _matched(match: re.Match[str] | None) -> str:
    return "" if match is None else match[0]
