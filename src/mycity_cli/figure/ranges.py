"""Ranges: two numbers, of which one may have the unit and scale of the other: 3 to 5 billion, $3-5 billion, 5-20%."""

from __future__ import annotations

from mycity_cli.errors import FigureError
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.reader import FigureReading, Reader
from mycity_cli.figure.tokens import Tokens
from mycity_cli.figure.units import COUNT, Bound, is_amount

_TO = frozenset({"to", "-", "~", "—", "至", "到", "through"})


def upper_end(line: Tokens, first: int, after: int) -> int | None:
    """Return the token where the upper end of a range starts, of which the tokens `first` up to `after` are the lower.

    None where nothing between them says "to".
    """
    word = line.word(after)
    if word == "and" and "between" in line.words(first - 3, first):
        return after + 1
    if word not in _TO:
        return None
    return after + 2 if word == "—" == line.word(after + 1) else after + 1


def completed(line: Tokens, low: FigureReading, high: FigureReading) -> tuple[FigureReading, FigureReading] | None:
    """Return the two ends of a range, each with the unit and scale that they share; None where they share none."""
    if high.unit == "CNY" != low.unit and is_amount(low.unit) and line.word(high.behind - 1) == "元":
        high = high._replace(unit=low.unit)  # 港币3亿至5亿元
    if low.unit == COUNT and high.unit != COUNT and not low.thing:
        low = low.with_unit(high.unit, 0 if low.power else high.power)
    elif low.unit == high.unit == COUNT:
        if high.power and not low.power:
            low = low.with_unit(COUNT, high.power)
    elif high.unit == COUNT and not high.thing:
        before = low.power < 0 and LEXICON.ratios.match(line.tokens, low.behind - 1) is None
        if not high.power and low.power and not before:
            return None  # $3 billion to 5: of what?
        high = high.with_unit(low.unit, low.power if before else 0)  # 百分之五至十
        if high.power and not low.power:
            low = low.with_unit(low.unit, high.power)
    elif low.unit == high.unit and high.power and not low.power and is_amount(low.unit):
        # $3 to $5 billion
        low = low.with_unit(low.unit, high.power)
    if low.unit != high.unit or low.bound is not Bound.EXACT or high.bound is not Bound.EXACT:
        return None
    return (low, high) if _difference(low, high)[0] >= 0 else None


def _difference(low: FigureReading, high: FigureReading) -> tuple[int, int]:
    """Return how far one reading lies above another, as digits and place."""
    place = min(low.place, high.place)
    return high.digits * int(10 ** (high.place - place)) - low.digits * int(10 ** (low.place - place)), place


def read_range(reader: Reader, low: FigureReading) -> FigureReading | None:
    """Return the range whose lower end was read, as a reading from its value up to so far above; None for no range."""
    at = upper_end(reader, 0, low.after)
    if at is None or at >= len(reader.tokens):
        return None
    try:
        high = reader.read(at)
    except FigureError:
        return None
    ends = completed(reader, low, high)
    if ends is None:
        return None
    low, high = ends
    return low._replace(
        bound=Bound.BETWEEN, above=_difference(low, high), end=high.end, after=high.after, thing=high.thing or low.thing
    )
