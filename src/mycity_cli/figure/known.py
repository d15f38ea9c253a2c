"""What stands around a number, read once: `about … billion yuan` means with 52.563 what it means with 26.8.

A file of a hundred thousand amounts has a few dozen such shapes, and reading one again takes most of the time of a
figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mycity_cli.figure.units import COUNT, RATIO, Bound

SHAPED = re.compile(
    r"(?P<before>\D{0,40})(?P<number>(?:[0-9]{1,50}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(?:\.[0-9]{1,9})?)(?P<ending>\D{0,40})"
)
"""A text with one number in it. No digit of another script stands beside it: that would be a part of the number."""

_NEARLY = Bound.NEARLY

HALVES = {"half": Bound.EXACT, "nearly half": _NEARLY, "more than half": Bound.OVER}
"""The hedge of each text that is known from the start and has no digits."""


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


_MOST = 1024
CODES = ("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "KRW", "INR", "AUD", "SGD", "CHF", "MYR", "THB", "IDR", "VND")
"""The codes of currencies that are stated most, known without the lexicon: a table often has one in its own column."""

SEEDS = {
    ("", ""): Shape(0, COUNT, "", Bound.EXACT, 0, 0),
    ("", "%"): Shape(-2, RATIO, "", Bound.EXACT, 0, 1),
    ("", " projects"): Shape(0, COUNT, "projects", Bound.EXACT, 0, 9),
    ("more than ", ""): Shape(0, COUNT, "", Bound.OVER, 0, 0),
    ("top ", ""): Shape(0, COUNT, "", Bound.AT_MOST, 0, 0),
    ("", " million yuan"): Shape(6, "CNY", "", Bound.EXACT, 0, 13),
    ("", " billion yuan"): Shape(9, "CNY", "", Bound.EXACT, 0, 13),
    ("about ", " billion yuan"): Shape(9, "CNY", "", Bound.ABOUT, 0, 13),
    ("", "亿元"): Shape(8, "CNY", "", Bound.EXACT, 0, 2),
    **{("", f" {code}"): Shape(0, code, "", Bound.EXACT, 0, 4) for code in CODES},
}
"""What stands around most numbers, known from the start: a command on figures of these shapes needs no reader."""

_SHAPES: dict[tuple[str, str], Shape | None] = dict(SEEDS)
"""The words before and behind a number that were met; None for those that mean one thing with one number only."""


def learn(text: str, shape_of: Callable[[re.Match[str]], Shape | None]) -> None:
    """Keep what the words around the number of a text mean, as a function of its match says; None for no fixed meaning.

    `before`, `number` and `ending` are the groups of the match.
    """
    match = SHAPED.fullmatch(text)
    if match is not None and len(_SHAPES) < _MOST and (words := (match["before"], match["ending"])) not in _SHAPES:
        _SHAPES[words] = shape_of(match)


def shape_behind(ending: str) -> Shape | None:
    """Return the shape of numbers with nothing before them and these words behind; None where none was met."""
    return _SHAPES.get(("", ending))


def look_up(text: str) -> tuple[str, int, Shape] | None:
    """Return the number in a text without its commas, where it ends, and the shape of the words around it.

    None where no figure with these words was read before, and where they mean another thing with this number.
    """
    match = SHAPED.fullmatch(text)
    if match is None:
        return None
    before, number, ending = match.groups()
    shape = _SHAPES.get((before, ending))
    if shape is None or (shape.bound is _NEARLY and not number.strip("0.,")):
        return None
    return number.replace(",", ""), match.end(2), shape
