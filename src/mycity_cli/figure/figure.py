"""The figure: a number as somebody stated it, with its unit, its precision and its hedge."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mycity_cli.exact import decimal, plain, rational
from mycity_cli.figure.known import HALVES, Shape, look_up, shape_behind
from mycity_cli.figure.units import COUNT, RATIO, Bound, is_amount
from mycity_cli.interval import End, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema

    from mycity_cli.figure.reader import FigureReading
    from mycity_cli.figure.tokens import Token

_ABOUT = Bound.ABOUT
_EVEN = frozenset({Bound.EXACT, Bound.ABOUT})
_NEARLY = Fraction(9, 10)
"""What is "nearly" a figure is at least this share of it."""


class Scale(StrEnum):
    """A power of ten of a currency's unit, in which amounts are shown."""

    YUAN = "yuan"
    WAN = "wan"
    MILLION = "million"
    YI = "yi"
    BILLION = "billion"
    TRILLION = "trillion"

    @property
    def power(self) -> int:
        """The power of ten; `yuan` is one unit of whatever currency the amount is in."""
        return {"yuan": 0, "wan": 4, "million": 6, "yi": 8, "billion": 9, "trillion": 12}[self]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as stated.

    `value` and `step` (the place of the last written digit) are in base units: yuan, dollars, 1; 22.4% is 0.224.
    `unit` is an ISO 4217 code, `count`, `ratio`, or `points` for a difference of two ratios. `slack` is how far the
    true number may lie from the value of a plain or an "about" figure, either way, or above the value of a range or of
    a 余 or 多 figure. `thing` is what a count says that it counts. `text` is the figure as it was written.
    """

    value: Decimal
    unit: str
    step: Decimal
    bound: Bound = Bound.EXACT
    slack: Decimal = Decimal(0)
    thing: str = field(default="", compare=False)
    text: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str, *, continental: bool = False) -> Figure:
        """Return the figure that the whole text states. Raises FigureError, which says which part is no figure.

        `continental` takes points for marks of groups of digits and the comma for that of decimals: 1.234,56.
        """
        return _whole(text, continental=True) if continental else _parsed(text)

    @classmethod
    def read(cls, text: str, tokens: list[Token], at: int) -> tuple[Figure, int]:
        """Return the figure that starts at a token of a longer text, and the number of the token after it.

        Raises FigureError where none starts there.
        """
        from mycity_cli.figure.whole import read_at

        reading = read_at(text, tokens, at)
        return cls.of(reading, text[reading.start : reading.end]), reading.after

    @classmethod
    def of(cls, reading: FigureReading, text: str) -> Figure:
        """Return the figure of a reading, written as `text`."""
        place = reading.place if reading.precision is None else reading.precision
        value, slack = decimal(str(reading.digits), reading.place), _slack_of(reading, place)
        return cls(value, reading.unit, decimal("1", place), reading.bound, slack, reading.thing, text.strip())

    @classmethod
    def known(cls, text: str) -> tuple[Figure, int, tuple[int, int]] | None:
        """Return the figure that a text is, the power of ten of its scale words, and where it starts and ends.

        None where the text is no plain number with its unit, or the first of its kind to be read: that is for `read`.
        """
        known = look_up(text)
        if known is None:
            return None
        number, end, shape = known
        if shape.bound is not Bound.EXACT or shape.thing or text[shape.start] not in "0123456789":
            return None
        span = shape.start, end + shape.length
        return _with_words(number, shape, text[slice(*span)]), shape.shift, span

    @classmethod
    def numbers_before(cls, ending: str) -> Callable[[str], Figure] | None:
        """Return what reads the ASCII digits that stand before an ending as `parse` reads both together.

        None where no figure with that ending was read before, and where it is a hedge or says what is counted.
        """
        shape = shape_behind(ending)
        if shape is None or shape.bound is not Bound.EXACT or shape.thing or ending != ending.rstrip():
            return None
        shift, manner = shape.shift, _manner(shape, 0)
        return lambda digits: cls(decimal(digits, shift), *manner, f"{digits}{ending}")

    @property
    def interval(self) -> Interval:
        """Every number that the figure may stand for, in base units.

        Plain amounts and ratios reach half a step either way, as in XBRL Calculations 1.1 (Working Group's rule for
        values rounded to the stated precision); plain counts are exact; each hedge has a rule of its own.
        """
        value = rational(self.value)
        match self.bound:
            case Bound.EXACT | Bound.ABOUT:
                return Interval.around(value, rational(self.slack))
            case Bound.ODD | Bound.BETWEEN:
                return Interval(End(value), End(value + rational(self.slack)))
            case Bound.OVER:
                return Interval(End(value, closed=False), None)
            case Bound.NEARLY:
                return Interval(End(value * _NEARLY), End(value, closed=False))
            case Bound.AT_LEAST:
                return Interval(End(value), None)
            case Bound.AT_MOST:
                return Interval(End(0) if value >= 0 else None, End(value))

    @property
    def is_even(self) -> bool:
        """Whether the interval of the figure is closed and reaches as far below its value, by its slack, as above."""
        return self.bound in _EVEN

    @property
    def is_amount(self) -> bool:
        """Whether the figure is money."""
        return is_amount(self.unit)

    def in_scale(self, scale: Scale) -> str:
        """Return the value in a scale as a plain decimal, with the digits that were stated: never rounded."""
        places = -self.step.as_tuple().exponent + scale.power  # type: ignore[operator]  # a step is always finite
        return plain(Fraction(rational(self.value), 10**scale.power), places=max(0, places))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from mycity_cli._schema import text_schema

        return text_schema(cls, _parsed, "a figure as people state it: 52.563 billion yuan, 525.63亿元, 30, 22.4%")


# The same few thousand texts come again and again in a large file: what they state is read, and held, once.
@lru_cache(maxsize=1 << 14)
def _parsed(text: str) -> Figure:
    known = look_up(text)
    if known is not None:
        number, _, shape = known
        return _with_words(number, shape, text)
    half = HALVES.get(text)
    if half is not None:
        return Figure(Decimal("0.5"), RATIO, Decimal("0.1"), half, _slack(half, RATIO, -1, -1), "", text)
    return _whole(text, continental=False)


# The words of figures are data to load, which a command does without where those of its figures are known.
def _whole(text: str, *, continental: bool) -> Figure:
    """Return the figure that a text is, as the reader reads it."""
    from mycity_cli.figure.whole import read_whole

    return Figure.of(read_whole(text, continental=continental), text)


def _with_words(number: str, shape: Shape, text: str) -> Figure:
    """Return the figure of a number, without commas, among words of a known shape, written as `text`."""
    # The digits go straight from the text into the value: a third of all time for a large file is spent here.
    point = number.find(".")
    if point >= 0:
        manner = _manner(shape, point + 1 - len(number))
    elif shape.bound is not _ABOUT:
        manner = _manner(shape, 0)
    else:
        manner = _manner(shape, 0, len(number) - len(number.rstrip("0")) if number.strip("0") else 0)
    return Figure(decimal(number, shape.shift), *manner, text.strip())


# Of all figures of a file few differ in more than their value: the others share their step and slack.
@lru_cache(maxsize=1024)
def _manner(shape: Shape, place: int, zeros: int = 0) -> tuple[str, Decimal, Bound, Decimal, str]:
    """Return the unit, step, bound, slack and thing of numbers among words: their last digit's place, and its zeros."""
    place += shape.shift
    slack = _slack(shape.bound, shape.unit, place, place + zeros)
    return shape.unit, decimal("1", place), shape.bound, slack, shape.thing


def _slack_of(reading: FigureReading, place: int) -> Decimal:
    """Return how far a figure may lie from its value; `place` is that of its last digit."""
    if reading.bound in (Bound.ODD, Bound.BETWEEN):
        digits, above = reading.above
        return decimal(str(digits), above)
    return _slack(reading.bound, reading.unit, place, reading.significant)


def _slack(bound: Bound, unit: str, place: int, rounded: int) -> Decimal:
    """Return how far a figure may lie from its value: nothing for one with a hedge that is open to one side.

    `place` is that of its last digit, `rounded` the one that its hedge speaks of.
    """
    match bound:
        case Bound.ABOUT:
            return decimal("5", rounded - 1)
        # A number with decimals counts nothing: 3.9 is a quotient that somebody rounded.
        case Bound.EXACT if unit != COUNT or place < 0:
            return decimal("5", place - 1)
        case _:
            return Decimal(0)
