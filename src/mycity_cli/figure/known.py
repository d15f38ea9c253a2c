"""What stands around a number, read once: `about … billion yuan` means with 52.563 what it means with 26.8.

A file of a hundred thousand amounts has a few dozen such shapes, and reading one again takes most of the time of a
figure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mycity_cli.errors import FigureError
from mycity_cli.figure.lexicon import Bound
from mycity_cli.figure.numerals import Numeral, read_digits
from mycity_cli.figure.reader import Reader, Reading
from mycity_cli.figure.tokens import tokenize

_SHAPED = re.compile(r"(?P<before>\D{0,40})(?P<number>[0-9](?:[0-9,.]*[0-9])?)(?P<ending>\D{0,40})")
"""A text with one number in it. No digit of another script stands beside it: that would be a part of the number."""

_PROBES = ("7", "40", "1,234.5", "0.25", "0")
"""Numbers that are unlike each other in all that could give one shape two meanings: length, point, zeros at the end."""


class _Shape(NamedTuple):
    """What the words around a number make of it: where the figure starts and ends among them, and the rest as read."""

    shift: int
    unit: str
    thing: str
    bound: Bound
    start: int
    length: int

    def reading(self, numeral: Numeral, end: int) -> Reading:
        """Return what the reader would make of a number that ends at an offset, among these words."""
        place = numeral.place + self.shift
        return Reading(
            digits=numeral.digits,
            place=place,
            significant=numeral.significant_place + self.shift,
            odd=place,
            unit=self.unit,
            thing=self.thing,
            bound=self.bound,
            start=self.start,
            end=end + self.length,
        )


_MOST = 1024
_SHAPES: dict[tuple[str, str], _Shape | None] = {}
"""The words before and behind a number that were met; None for those that mean one thing with one number only."""


def remember(text: str, reading: Reading) -> None:
    """Keep what the words around the number of a figure mean, where they mean the same around every other number."""
    match = _SHAPED.fullmatch(text)
    numeral = read_digits(match["number"]) if match is not None else None
    if match is None or numeral is None or len(_SHAPES) >= _MOST or _words(match) in _SHAPES:
        return
    before, ending = _words(match)
    length = reading.end - match.end("number")
    shape = _Shape(reading.place - numeral.place, reading.unit, reading.thing, reading.bound, reading.start, length)
    # 余 and 多 speak of a place that depends on the number, and 18 billion 180 million is more than its number.
    plain = reading.bound is not Bound.ODD and reading.digits == numeral.digits
    known = plain and all(_holds(shape, before, probe, ending) for probe in _PROBES)
    _SHAPES[before, ending] = shape if known else None


def _holds(shape: _Shape, before: str, number: str, ending: str) -> bool:
    """Return whether the reader makes of a number among these words what the shape makes of it."""
    numeral = read_digits(number)
    text = f"{before}{number}{ending}"
    tokens = tokenize(text)
    reader = Reader(text, tokens)
    try:
        reading = reader.read()
    except FigureError:
        # "Nearly zero" is nothing; every other number may be nearly reached.
        return number == "0" and shape.bound is Bound.NEARLY
    told = numeral is not None and shape.reading(numeral, len(before) + len(number))._replace(odd=reading.odd)
    return reading == told and reader.at == len(tokens)


def read_known(text: str) -> tuple[Reading, int] | None:
    """Return the figure that a text is and the power of ten that its words give it, if its like was read before."""
    match = _SHAPED.fullmatch(text)
    shape = _SHAPES.get(_words(match)) if match is not None else None
    numeral = read_digits(match["number"]) if match is not None and shape is not None else None
    if match is None or shape is None or numeral is None or (shape.bound is Bound.NEARLY and not numeral.digits):
        return None
    return shape.reading(numeral, match.end("number")), shape.shift


def _words(match: re.Match[str]) -> tuple[str, str]:
    return match["before"], match["ending"]
