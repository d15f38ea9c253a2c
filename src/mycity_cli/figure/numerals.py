"""Numbers as they are written: digits, English words, Chinese numerals."""

from __future__ import annotations

import re
from typing import NamedTuple

from mycity_cli.figure.lexicon import CHINESE_DIGITS, CHINESE_PLACES, ENGLISH_NUMBERS, ENGLISH_TENS
from mycity_cli.figure.tokens import Token

MOST_DIGITS = 60
"""No figure is written with more digits; a longer run is a mistake, or an attack on the arithmetic."""

_DIGITS = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)


class NumeralError(Exception):
    """A number that cannot be read: the tokens `first` to `last`, and why."""

    def __init__(self, message: str, first: Token, last: Token) -> None:
        super().__init__(message)
        self.message = message
        self.start = first.start
        self.end = last.end


class Numeral(NamedTuple):
    """`digits` × 10^`place`, where `place` is that of the last written digit."""

    digits: int
    place: int
    in_chinese: bool = False

    @property
    def significant_place(self) -> int:
        """The place of the last digit that is not a trailing zero of a whole number."""
        place, digits = self.place, self.digits
        while place >= 0 and digits and digits % 10 == 0:
            digits, place = digits // 10, place + 1
        return place


def read_numeral(tokens: list[Token], at: int) -> tuple[Numeral, int] | None:
    """Return the number that starts at a token, and the number of the token after it; None where none starts.

    Raises NumeralError where one starts that cannot be read.
    """
    if at == len(tokens):
        return None
    token = tokens[at]
    if token.kind == "number":
        return _from_digits(token), at + 1
    if token.is_word:
        return _from_english(tokens, at)
    return _from_chinese(tokens, at)


def _from_digits(token: Token) -> Numeral:
    if len(token.text) > MOST_DIGITS:
        raise NumeralError(f"a number of more than {MOST_DIGITS} digits", token, token)
    numeral = read_digits(token.text)
    if numeral is None:
        reason = "commas stand before groups of three digits, one point before decimals"
        raise NumeralError(f"cannot read the number '{token.text}': {reason}", token, token)
    return numeral


def read_digits(text: str) -> Numeral | None:
    """Return the number that digits, commas and a point are; None where they are none, or too many."""
    if len(text) > MOST_DIGITS or _DIGITS.fullmatch(text) is None:
        return None
    whole, _, decimals = text.replace(",", "").partition(".")
    return Numeral(int(whole + decimals), -len(decimals))


def _from_english(tokens: list[Token], at: int) -> tuple[Numeral, int] | None:
    """Return a number below a thousand in words: twenty-two, a hundred and six, two dozen.

    Hundreds without anything after them are left to the scale: five hundred, five hundred million.
    """
    small = _below_a_hundred(tokens, at)
    if small is None and tokens[at].text not in ("a", "an"):
        return None
    value, after = small or (1, at + 1)
    if _text(tokens, after) == "dozen":
        return Numeral(12 * value, 0), after + 1
    if _text(tokens, after) == "hundred":
        rest = _below_a_hundred(tokens, after + 2 if _text(tokens, after + 1) == "and" else after + 1)
        if rest is not None and rest[0]:
            return Numeral(100 * value + rest[0], 0), rest[1]
    return None if small is None else (Numeral(value, 0), after)


def _below_a_hundred(tokens: list[Token], at: int) -> tuple[int, int] | None:
    word = _text(tokens, at)
    if word in ENGLISH_NUMBERS:
        return ENGLISH_NUMBERS[word], at + 1
    if word not in ENGLISH_TENS:
        return None
    after = at + 2 if _text(tokens, at + 1) == "-" else at + 1
    ones = ENGLISH_NUMBERS.get(_text(tokens, after), 0)
    return (ENGLISH_TENS[word] + ones, after + 1) if 1 <= ones <= 9 else (ENGLISH_TENS[word], at + 1)


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""


def _from_chinese(tokens: list[Token], at: int) -> tuple[Numeral, int] | None:
    end = at
    while end < len(tokens) and (tokens[end].text in CHINESE_DIGITS or tokens[end].text in CHINESE_PLACES):
        end += 1
    written = tokens[at:end]
    if not written:
        return None
    decimals = end
    if end < len(tokens) and tokens[end].text == "点":
        decimals = end + 1
        while decimals < len(tokens) and tokens[decimals].text in CHINESE_DIGITS:
            decimals += 1
    if decimals - at > MOST_DIGITS:
        raise NumeralError(f"a number of more than {MOST_DIGITS} digits", written[0], tokens[decimals - 1])
    if decimals > end + 1:
        whole = _chinese_whole(written)
        fraction = [CHINESE_DIGITS[token.text] for token in tokens[end + 1 : decimals]]
        digits = int("".join(map(str, [whole.digits * 10**whole.place, *fraction])))
        return Numeral(digits, -len(fraction), in_chinese=True), decimals
    return _chinese_whole(written), end


def _chinese_whole(written: list[Token]) -> Numeral:
    """Return 三百零五 as 305, place 0, and 三十 as 3, place 1: the place is that of the last digit written."""
    if all(token.text in CHINESE_DIGITS for token in written):
        return Numeral(int("".join(str(CHINESE_DIGITS[token.text]) for token in written)), 0, in_chinese=True)
    value, last_place, pending, after_zero = 0, 4, None, False
    for token in written:
        if token.text in CHINESE_PLACES:
            place = CHINESE_PLACES[token.text]
            if place >= last_place:
                raise NumeralError(f"'{token.text}' cannot stand here in a Chinese number", written[0], token)
            value += (1 if pending is None else pending) * 10**place
            last_place, pending, after_zero = place, None, False
        elif CHINESE_DIGITS[token.text] == 0 and pending is None:
            after_zero = True
        elif pending is not None:
            raise NumeralError("a place (十, 百, 千) is missing between two digits", written[0], token)
        else:
            pending = CHINESE_DIGITS[token.text]
    if pending is not None:
        if last_place > 1 and not after_zero:
            last = written[-1]
            raise NumeralError(f"'{last.text}' could be ones or tens: write the place, or 零 before it", last, last)
        value, last_place = value + pending, 0
    return Numeral(value // 10**last_place, last_place, in_chinese=True)
