"""Fractions in words: a third, two-thirds, one in four, 三分之一."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.figure.lexicon import ENGLISH_NUMBERS
from mycity_cli.figure.numerals import NumeralError, read_numeral
from mycity_cli.figure.tokens import Token

PLACE = -1
"""A fraction in words is stated to a tenth, as `half` is."""

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_MANY = {"halves": 2} | {f"{part}s": number for part, number in _PARTS.items() if part != "half"}
_MOST_PARTS = 20


class Fraction(NamedTuple):
    """A fraction as `digits` × 10^`place`, to three places where it has no end, and the token after it."""

    digits: int
    place: int
    after: int


def read_fraction(tokens: list[Token], at: int) -> Fraction | None:
    """Return the fraction in words that starts at a token; None where none does."""
    if at >= len(tokens):
        return None
    word = tokens[at].text
    if tokens[at].is_word:
        parts = 1 if word in ("a", "an") else ENGLISH_NUMBERS.get(word, 0)
        return _english(tokens, at + 1, parts, article=word in ("a", "an")) if 0 < parts < 10 else None
    if tokens[at].kind != "number" and word not in ("百", "千", "万"):
        return _chinese(tokens, at)
    return None


def _english(tokens: list[Token], at: int, parts: int, *, article: bool) -> Fraction | None:
    of = at + 1 if _word(tokens, at) == "-" else at
    names = _PARTS if parts == 1 else _MANY
    if _word(tokens, of) in names:
        whole = names[_word(tokens, of)]
        return _fraction(parts, whole, of + 1) if parts < whole else None
    if article:
        return None
    if _word(tokens, at) == "out" and _word(tokens, at + 1) == "of":
        at += 2
    elif _word(tokens, at) == "in" and parts == 1:
        at += 1
    else:
        return None
    whole = ENGLISH_NUMBERS.get(_word(tokens, at), 0)
    return _fraction(parts, whole, at + 1) if parts < whole <= _MOST_PARTS else None


def _chinese(tokens: list[Token], at: int) -> Fraction | None:
    """Read 三分之一: the whole stands first."""
    sign = next((n for n in range(at + 1, min(at + 4, len(tokens))) if tokens[n].text == "分"), None)
    if sign is None or _word(tokens, sign + 1) != "之":
        return None
    try:
        whole, parts = read_numeral(tokens[at:sign], 0), read_numeral(tokens[sign + 2 : sign + 4], 0)
    except NumeralError:
        # What stands around the sign is no numeral, and so no fraction: what else it is, is for others to say.
        return None
    if whole is None or parts is None or whole[1] != sign - at:
        return None
    one, other = (numeral.digits * 10**numeral.place if numeral.place >= 0 else 0 for numeral in (parts[0], whole[0]))
    return _fraction(one, other, sign + 2 + parts[1]) if 0 < one < other <= _MOST_PARTS else None


def _fraction(parts: int, whole: int, after: int) -> Fraction:
    thousandths = (2000 * parts + whole) // (2 * whole)
    place = -3
    while thousandths % 10 == 0:
        thousandths, place = thousandths // 10, place + 1
    return Fraction(thousandths, place, after)


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""
