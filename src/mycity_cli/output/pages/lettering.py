"""How much room text takes in a picture, as far as that can be known without its font."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rich.cells import cell_len

from mycity_cli.exact import Rational
from mycity_cli.output.line_breaks import holds_chinese, pieces

_WIDTHS = (("mwMW@%…", Fraction(1)), ("ABCDEFGHIJKLNOPQRSTUVXYZ", Fraction(3, 4)))
_NARROW, _WIDE = Fraction(62, 100), Fraction(105, 100)
"""How wide other letters and Chinese characters are at most on average, in parts of the size of the font."""


def width_of(text: str, size: int) -> Rational:
    """Return how wide text is in a font of a size, rather too much than too little."""
    return size * sum((_width_of(character) for character in text), start=Fraction(0))


def _width_of(character: str) -> Fraction:
    if cell_len(character) > 1:
        return _WIDE
    return next((width for characters, width in _WIDTHS if character in characters), _NARROW)


def cut(text: str, room: Rational, size: int) -> str:
    """Return text that fits into a room: whole, or its beginning with a sign that there is more."""
    if width_of(text, size) <= room:
        return text
    return f"{text[: _fitting(text, room - width_of('…', size), size)].rstrip()}…"


def _fitting(text: str, room: Rational, size: int) -> int:
    """Return how many characters at the beginning of a text fit into a room."""
    for number, character in enumerate(text):
        room -= size * _width_of(character)
        if room < 0:
            return number
    return len(text)


def wrapped(text: str, room: Rational, size: int) -> Iterator[str]:
    """Yield lines of text that fit into a room, broken at spaces, Chinese as it is broken; a longer word anywhere."""
    line = ""
    for word in pieces(text) if holds_chinese(text) else _words(text):
        # The spaces behind a piece take no room at the end of a line.
        if line and width_of(line + word.rstrip(), size) > room:
            yield line.rstrip()
            line = ""
        line += word if line else word.lstrip()
        while (fitting := _fitting(line.rstrip(), room, size)) < len(line.rstrip()):
            yield line[: max(1, fitting)].rstrip()
            line = line[max(1, fitting) :].lstrip()
    if line.strip():
        yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, each with the space before it."""
    start = 0
    for at in range(1, len(text)):
        if text[at] == " ":
            yield text[start:at]
            start = at
    yield text[start:]
