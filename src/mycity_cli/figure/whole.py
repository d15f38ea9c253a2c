"""Reading whole strings: each is one figure and nothing else; and what the words around its number mean is kept."""

from __future__ import annotations

import re

from mycity_cli.errors import FigureError
from mycity_cli.figure.faults import fault, rest
from mycity_cli.figure.known import SHAPED, Shape, learn
from mycity_cli.figure.numerals import read_digits, significant_place
from mycity_cli.figure.ranges import read_range
from mycity_cli.figure.reader import FigureReading, Reader
from mycity_cli.figure.tokens import Token, Tokens, tokenize
from mycity_cli.figure.units import Bound, is_amount
from mycity_cli.messages import say

_PROBES = ("7", "40", "1,234.5", "0.25", "0")
"""Numbers that are unlike each other in all that could give one shape two meanings: length, point, zeros at the end."""


def read_whole(text: str, *, continental: bool = False) -> FigureReading:
    """Return the reading of a text that is one figure. Raises FigureError, which says which part is no figure."""
    tokens = tokenize(text)
    in_brackets = len(tokens) > 2 and (tokens[0].text, tokens[-1].text) == ("(", ")")
    # In accounts a loss stands in brackets, and an amount with a note has a star behind it.
    if in_brackets:
        tokens = tokens[1:-1]
    elif tokens and tokens[-1].text == "*":
        tokens.pop()
    reader = Reader(Tokens(text, tokens, whole=True, continental=continental))
    reading = reader.read()
    if reading.after < len(tokens):
        reading = read_range(reader, reading) or reading
    if reading.after < len(tokens):
        raise rest(reader, reading.after)
    if not in_brackets:
        if not continental:
            learn(text, lambda match: _shape(match, reading))
        return reading
    if reading.bound is not Bound.EXACT or not is_amount(reading.unit):
        raise fault(reader, say("only a plain amount in brackets is one below zero"), 0, len(tokens))
    return reading._replace(digits=-reading.digits)


def read_at(text: str, tokens: list[Token], at: int) -> FigureReading:
    """Return the reading of the figure that starts at a token of a longer text, which is written by the same rules.

    Raises FigureError where none starts there.
    """
    reading = Reader(Tokens(text, tokens, whole=True)).read(at)
    if at == 0 and reading.after == len(tokens):
        learn(text, lambda match: _shape(match, reading))
    return reading


def _shape(match: re.Match[str], reading: FigureReading) -> Shape | None:
    """Return what the words around the number of a text make of it, None where another number would be read otherwise.

    余 and 多 speak of a place that depends on the number, and 18 billion 180 million is more than its number.
    """
    shift = _shift(match["number"], reading)
    if shift is None:
        return None
    length = reading.end - match.end("number")
    shape = Shape(shift, reading.unit, reading.thing, reading.bound, reading.start, length)
    return shape if all(holds(shape, match["before"], probe, match["ending"]) for probe in _PROBES) else None


def _shift(number: str, reading: FigureReading) -> int | None:
    """Return the power of ten by which the words around a number move its digits, None where they do more than that."""
    stated = read_digits(number)
    if stated is None or reading.bound in (Bound.ODD, Bound.BETWEEN) or reading.precision is not None:
        return None
    digits, place = stated
    return reading.place - place if reading.digits == digits else None


def shift_of(text: str) -> int:
    """Return the power of ten by which the words of a text that is one figure scale its number: million, cents.

    Raises FigureError for a text that is none. What was read before has no part in it.
    """
    reading = read_whole(text)
    match = SHAPED.fullmatch(text)
    shift = None if match is None else _shift(match["number"], reading)
    return reading.power if shift is None else shift


def holds(shape: Shape, before: str, number: str, ending: str) -> bool:
    """Return whether the reader makes of a number among these words what the shape makes of it."""
    text = f"{before}{number}{ending}"
    tokens = tokenize(text)
    try:
        reading = Reader(Tokens(text, tokens, whole=True)).read()
    except FigureError:
        # "Nearly zero" is nothing; every other number may be nearly reached.
        return number == "0" and shape.bound is Bound.NEARLY
    digits, place = read_digits(number) or (0, 0)
    stated = digits, place + shape.shift, significant_place(digits, place) + shape.shift
    stands = shape.start, len(before) + len(number) + shape.length
    told = (*stated, shape.unit, shape.thing, shape.bound, *stands)
    return reading.after == len(tokens) and reading[: len(told)] == told
