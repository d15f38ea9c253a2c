"""How much room text takes in a picture, as far as that can be known without its font."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rich.cells import cell_len

from mycity_cli.exact import Rational

_NARROW, _WIDE = Fraction(62, 100), Fraction(105, 100)
"""How wide a letter and a Chinese character are at most on average, in parts of the size of the font."""


def width_of(text: str, size: int) -> Rational:
    """Return how wide text is in a font of a size, rather too much than too little."""
    cells = cell_len(text)
    wide = max(0, cells - len(text))
    return size * (_NARROW * (len(text) - wide) + _WIDE * wide)


def cut(text: str, room: Rational, size: int) -> str:
    """Return text that fits into a room: whole, or its beginning with a sign that there is more."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wrapped(text: str, room: Rational, size: int) -> Iterator[str]:
    """Yield lines of text that fit into a room, broken at spaces; a longer word, and Chinese, anywhere."""
    line = ""
    for word in _words(text):
        if line and width_of(line + word, size) > room:
            yield line.rstrip()
            line = ""
        line += word if line else word.lstrip()
        while width_of(line, size) > room and len(line) > 1:
            first = cut(line, room + width_of("…", size), size).removesuffix("…") or line[0]
            yield first
            line = line[len(first) :].lstrip()
    if line.strip():
        yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Yield the pieces that a line may be broken between, each with the space before it."""
    start = 0
    for at in range(1, len(text)):
        if text[at] == " " or cell_len(text[at]) > 1:
            yield text[start:at]
            start = at
    yield text[start:]
