"""What stands around a number, read once: `about … billion yuan` means with 52.563 what it means with 26.8.

A file of a hundred thousand amounts has a few dozen such shapes, and reading one again takes most of the time of a
figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mycity_cli.errors import FigureError
from mycity_cli.figure.lexicon import Bound
from mycity_cli.figure.numerals import significant_place
from mycity_cli.figure.reader import Reader, Reading
from mycity_cli.figure.tokens import Tokens, tokenize

_SHAPED = re.compile(r"(\D{0,40})((?:[0-9]{1,50}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(?:\.[0-9]{1,9})?)(\D{0,40})")
"""A text with one number in it. No digit of another script stands beside it: that would be a part of the number."""

_NEARLY = Bound.NEARLY

_PROBES = ("7", "40", "1,234.5", "0.25", "0")
"""Numbers that are unlike each other in all that could give one shape two meanings: length, point, zeros at the end."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What the words around a number make of it: where the figure starts and ends among them, and the rest as read.

    There is one shape for the same words, which is equal to itself alone: it is looked up for every figure.
    """

    shift: int
    unit: str
    thing: str
    bound: Bound
    start: int
    length: int

    def makes(self, reading: Reading, number: str, end: int) -> bool:
        """Return whether the reader made of a number that ends at an offset what the shape makes of it."""
        digits, place = _numeral(number)
        significant = significant_place(digits, place) + self.shift
        told = (
            digits,
            place + self.shift,
            significant,
            self.unit,
            self.thing,
            self.bound,
            self.start,
            end + self.length,
        )
        return reading[: len(told)] == told


_MOST = 1024
_SHAPES: dict[tuple[str, str], Shape | None] = {}
"""The words before and behind a number that were met; None for those that mean one thing with one number only."""


def remember(text: str, reading: Reading) -> None:
    """Keep what the words around the number of a figure mean, where they mean the same around every other number."""
    match = _SHAPED.fullmatch(text)
    if match is None or len(_SHAPES) >= _MOST or (words := (match[1], match[3])) in _SHAPES:
        return
    before, ending = words
    digits, place = _numeral(match[2].replace(",", ""))
    length = reading.end - match.end(2)
    shape = Shape(reading.place - place, reading.unit, reading.thing, reading.bound, reading.start, length)
    # 余 and 多 speak of a place that depends on the number, and 18 billion 180 million is more than its number.
    plain = reading.bound not in (Bound.ODD, Bound.BETWEEN) and reading.digits == digits and reading.precision is None
    known = plain and all(_holds(shape, before, probe, ending) for probe in _PROBES)
    _SHAPES[words] = shape if known else None


def _holds(shape: Shape, before: str, number: str, ending: str) -> bool:
    """Return whether the reader makes of a number among these words what the shape makes of it."""
    text = f"{before}{number}{ending}"
    tokens = tokenize(text)
    try:
        reading = Reader(Tokens(text, tokens, whole=True)).read()
    except FigureError:
        # "Nearly zero" is nothing; every other number may be nearly reached.
        return number == "0" and shape.bound is Bound.NEARLY
    fills = reading.after == len(tokens)
    return fills and shape.makes(reading, number.replace(",", ""), len(before) + len(number))


def look_up(text: str) -> tuple[str, int, Shape] | None:
    """Return the number in a text without its commas, where it ends, and the shape of the words around it.

    None where no figure with these words was read before, and where they mean another thing with this number.
    """
    match = _SHAPED.fullmatch(text)
    if match is None:
        return None
    before, number, ending = match.groups()
    shape = _SHAPES.get((before, ending))
    if shape is None or (shape.bound is _NEARLY and not number.strip("0.,")):
        return None
    return number.replace(",", ""), match.end(2), shape


def _numeral(number: str) -> tuple[int, int]:
    """Return the digits and the place of a number without commas."""
    whole, _, decimals = number.partition(".")
    return int(whole + decimals), -len(decimals)
