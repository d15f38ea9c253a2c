"""What stands around a number, read once: `about … billion yuan` means with 52.563 what it means with 26.8.

A file of a hundred thousand amounts has a few dozen such shapes, and reading one again takes most of the time of a
figure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mycity_cli.errors import FigureError
from mycity_cli.figure.lexicon import Bound
from mycity_cli.figure.numerals import Numeral
from mycity_cli.figure.reader import Reader, Reading
from mycity_cli.figure.tokens import tokenize

_SHAPED = re.compile(
    r"(?P<before>\D{0,40})(?P<number>(?:[0-9]{1,50}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(?:\.[0-9]{1,9})?)(?P<ending>\D{0,40})"
)
"""A text with one number in it. No digit of another script stands beside it: that would be a part of the number."""

_PROBES = ("7", "40", "1,234.5", "0.25", "0")
"""Numbers that are unlike each other in all that could give one shape two meanings: length, point, zeros at the end."""


class Shape(NamedTuple):
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
_SHAPES: dict[tuple[str, ...], Shape | None] = {}
"""The words before and behind a number that were met; None for those that mean one thing with one number only."""


def remember(text: str, reading: Reading) -> None:
    """Keep what the words around the number of a figure mean, where they mean the same around every other number."""
    match = _SHAPED.fullmatch(text)
    if match is None or len(_SHAPES) >= _MOST or (words := match.group(1, 3)) in _SHAPES:
        return
    before, ending = words
    numeral = _numeral(match["number"].replace(",", ""))
    length = reading.end - match.end("number")
    shape = Shape(reading.place - numeral.place, reading.unit, reading.thing, reading.bound, reading.start, length)
    # 余 and 多 speak of a place that depends on the number, and 18 billion 180 million is more than its number.
    plain = reading.bound is not Bound.ODD and reading.digits == numeral.digits
    known = plain and all(_holds(shape, before, probe, ending) for probe in _PROBES)
    _SHAPES[before, ending] = shape if known else None


def _holds(shape: Shape, before: str, number: str, ending: str) -> bool:
    """Return whether the reader makes of a number among these words what the shape makes of it."""
    text = f"{before}{number}{ending}"
    tokens = tokenize(text)
    reader = Reader(text, tokens)
    try:
        reading = reader.read()
    except FigureError:
        # "Nearly zero" is nothing; every other number may be nearly reached.
        return number == "0" and shape.bound is Bound.NEARLY
    told = Known(number.replace(",", ""), len(before) + len(number), shape).reading
    return reading == told._replace(odd=reading.odd) and reader.at == len(tokens)


class Known(NamedTuple):
    """A figure whose like was read before: its number without commas, where that ends, and the words around it."""

    number: str
    end: int
    shape: Shape

    @property
    def reading(self) -> Reading:
        """What the reader would make of it."""
        return self.shape.reading(_numeral(self.number), self.end)


def look_up(text: str) -> Known | None:
    """Return the figure that a text is, if its like was read before."""
    match = _SHAPED.fullmatch(text)
    shape = _SHAPES.get(match.group(1, 3)) if match is not None else None
    if match is None or shape is None or (shape.bound is Bound.NEARLY and not match[2].strip("0.,")):
        return None
    return Known(match[2].replace(",", ""), match.end(2), shape)


def _numeral(number: str) -> Numeral:
    whole, _, decimals = number.partition(".")
    return Numeral(int(whole + decimals), -len(decimals))
