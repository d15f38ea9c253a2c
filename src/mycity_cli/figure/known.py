"""What follows a number, read once: `billion yuan` means after 26.8 what it means after 52.563.

A file of a hundred thousand amounts has a dozen such endings, and reading one again takes most of the time of a figure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mycity_cli.figure.lexicon import Bound
from mycity_cli.figure.numerals import read_digits
from mycity_cli.figure.reader import Reading

_PLAIN = re.compile(r"\s*(?P<number>\d(?:[\d,.]*\d)?)(?P<ending>\D{0,40})", re.ASCII)
"""A text that starts with its only number."""


class _Ending(NamedTuple):
    """What an ending adds to the places of a number, and the unit that it gives it."""

    shift: int
    unit: str
    length: int


_MOST = 1024
_ENDINGS: dict[str, _Ending] = {}
"""The endings that were met, as they were written."""


def remember(text: str, reading: Reading) -> None:
    """Keep what follows the number in a text that is one plain figure: it means the same after every other number."""
    match = _PLAIN.fullmatch(text)
    numeral = read_digits(match["number"]) if match is not None else None
    if match is None or numeral is None or reading.bound is not Bound.EXACT or reading.thing or len(_ENDINGS) >= _MOST:
        return
    # Only a number without a sign, and without a second part, says nothing but its digits and their places.
    if reading.digits == numeral.digits:
        ending = _Ending(reading.place - numeral.place, reading.unit, reading.end - match.end("number"))
        _ENDINGS[match["ending"]] = ending


def read_known(text: str) -> tuple[Reading, int] | None:
    """Return the figure that a text is and the power of ten of what follows its number, if its like was read before."""
    match = _PLAIN.fullmatch(text)
    ending = _ENDINGS.get(match["ending"]) if match is not None else None
    numeral = read_digits(match["number"]) if match is not None and ending is not None else None
    if match is None or ending is None or numeral is None:
        return None
    place = numeral.place + ending.shift
    reading = Reading(
        digits=numeral.digits,
        place=place,
        significant=numeral.significant_place + ending.shift,
        odd=place,
        unit=ending.unit,
        thing="",
        bound=Bound.EXACT,
        start=match.start("number"),
        end=match.end("number") + ending.length,
    )
    return reading, ending.shift
