"""What follows a number, read once: `billion yuan` means after 26.8 what it means after 52.563.

A file of a hundred thousand amounts has a dozen such endings, and reading one again takes most of the time of a figure.
"""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.figure.lexicon import Bound
from mycity_cli.figure.numerals import Numeral, NumeralError, read_numeral
from mycity_cli.figure.reader import Reading
from mycity_cli.figure.tokens import Token


class _Ending(NamedTuple):
    """What an ending adds to the places of a number, the unit that it gives it, and of how many tokens it is."""

    shift: int
    unit: str
    tokens: int


_MOST = 1024
_ENDINGS: dict[tuple[str, ...], _Ending] = {}
"""The endings that were met, by all that followed the number."""


def remember(reading: Reading, after: int, tokens: list[Token], at: int) -> None:
    """Keep what follows a plain number, where it means the same after every other number."""
    numeral = _plain_number(tokens, at)
    if numeral is None or reading.bound is not Bound.EXACT or reading.thing or len(_ENDINGS) >= _MOST:
        return
    rest = tokens[at + 1 :]
    # Of two numbers the second may be a part of the first, which depends on how long both are.
    if all(token.kind != "number" for token in rest):
        ending = _Ending(reading.place - numeral.place, reading.unit, after - at - 1)
        _ENDINGS[tuple([token.text for token in rest])] = ending


def read_known(tokens: list[Token], at: int) -> tuple[Reading, int] | None:
    """Return the figure that starts at a token, and the number of the token after it, if its ending is known."""
    ending = _ENDINGS.get(tuple([token.text for token in tokens[at + 1 :]]))
    numeral = _plain_number(tokens, at) if ending is not None else None
    if ending is None or numeral is None:
        return None
    after = at + 1 + ending.tokens
    significant = numeral.significant_place + ending.shift
    place = numeral.place + ending.shift
    reading = Reading(
        numeral.digits, place, significant, place, ending.unit, "", Bound.EXACT, tokens[at].start, tokens[after - 1].end
    )
    return reading, after


def _plain_number(tokens: list[Token], at: int) -> Numeral | None:
    """Return the number at a token that is written in digits; None for any other token."""
    if at >= len(tokens) or tokens[at].kind != "number":
        return None
    try:
        found = read_numeral(tokens, at)
    except NumeralError:
        return None
    return found[0] if found is not None else None
