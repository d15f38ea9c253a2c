"""Numbers: what all ways of writing them come to, and those in digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from mycity_cli.figure.tokens import Token, Tokens
from mycity_cli.figure.units import Bound
from mycity_cli.messages import say

MOST_DIGITS = 60
"""No figure is written with more digits; a longer run is a mistake, or an attack on the arithmetic."""

_GROUPED = r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:['’]\d{3})+"
_DIGITS = re.compile(rf"(?:{_GROUPED}|\d+)(?:\.\d+)?|\.\d+", re.ASCII)
_CONTINENTAL = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_NEXT_GROUP = re.compile(r"\d{3}(?:\.\d+)?", re.ASCII)
_NEXT_CONTINENTAL = re.compile(r"\d{3}(?:,\d+)?", re.ASCII)
TOO_LONG = say("a number of more than {digits} digits", digits=MOST_DIGITS)


class NumeralError(Exception):
    """A number that cannot be read: the tokens `first` to `last`, and why."""

    def __init__(self, message: str, first: Token, last: Token) -> None:
        super().__init__(message)
        self.message = message
        self.start = first.start
        self.end = last.end


class Number(NamedTuple):
    """`digits` × 10^`place`, where `place` is that of the last written digit; `after` is the token behind it.

    `significant` is the place that counts for "about", `power` the power of ten of the scale words. A number that is
    known to lie above its value only so far has the `bound` that says so, and how far `above`, as digits and place.
    `complete` says that it has no room for a scale: five sixths, ten thousand and one.
    """

    digits: int
    place: int
    after: int
    significant: int
    power: int = 0
    bound: Bound | None = None
    above: tuple[int, int] = (0, 0)
    is_bare_scale: bool = False

    @classmethod
    def plain(cls, digits: int, place: int, after: int) -> Number:
        """Return a number without scale words."""
        return cls(digits, place, after, significant_place(digits, place))

    def scaled(self, power: int, after: int) -> Number:
        """Return the number times a power of ten, as a scale word behind it says."""
        above = (self.above[0], self.above[1] + power) if self.above[0] else self.above
        place, significant, scale = self.place + power, self.significant + power, self.power + power
        return Number(self.digits, place, after, significant, scale, self.bound, above, self.is_bare_scale)

    def plus(self, part: Number) -> Number | None:
        """Return the sum of the number and a smaller part written behind it; None where that has no room for it."""
        room = self.place - part.place
        if room < 0 or part.digits >= 10**room or part.digits < 0 or self.bound is not None:
            return None
        return part._replace(digits=self.digits * 10**room + part.digits)


def significant_place(digits: int, place: int) -> int:
    """Return the place of the last digit of a number that is not a trailing zero of a whole number."""
    while place >= 0 and digits and digits % 10 == 0:
        digits, place = digits // 10, place + 1
    return place


def read_digits(text: str, *, continental: bool = False) -> tuple[int, int] | None:
    """Return the number that digits with their marks are, as digits and place; None where they are none.

    `continental` takes points for marks of groups, and the comma for that of decimals: 1.234,56.
    """
    if len(text) > MOST_DIGITS or (_CONTINENTAL if continental else _DIGITS).fullmatch(text) is None:
        return None
    whole, _, decimals = _plain(text, continental=continental).partition(".")
    return int(whole + decimals), -len(decimals)


def _plain(text: str, *, continental: bool) -> str:
    if continental:
        return text.replace(".", "").replace(",", ".")
    return text if text.isdecimal() else text.replace(",", "").replace("'", "").replace("’", "")


def number_in_digits(line: Tokens, at: int) -> Number:
    """Return the number in digits at a token, with the groups behind it that spaces set off: 1 234 567.

    Raises NumeralError for digits whose marks are those of no number.
    """
    token = line.tokens[at]
    written, after = token.text, at + 1
    if len(written) > MOST_DIGITS:
        raise NumeralError(TOO_LONG, token, token)
    if len(written) <= 3 and written.isdecimal():
        while written.isdecimal() and len(written) <= MOST_DIGITS and is_group(line, after):
            written += line.word(after)
            after += 1
    found = read_digits(written, continental=line.continental)
    if found is None:
        message = say(
            "cannot read the number '{number}': commas stand before groups of three digits, one point before decimals",
            number=token.text,
        )
        raise NumeralError(message, token, line.tokens[after - 1])
    return Number.plain(*found, after)


def is_group(line: Tokens, at: int) -> bool:
    """Return whether a token is a group of three digits behind digits and one space that does not end a line."""
    group = _NEXT_GROUP if not line.continental else _NEXT_CONTINENTAL
    if not (line.is_digits(at) and line.is_digits(at - 1)) or group.fullmatch(line.word(at)) is None:
        return False
    if line.word(at + 1) == "-" and line.touches(at + 1) and line.is_word(at + 2):
        return False  # 12 500-million-yuan projects
    gap = line.text[line.tokens[at - 1].end : line.tokens[at].start]
    return len(gap) == 1 and gap not in "\n\t\r"
