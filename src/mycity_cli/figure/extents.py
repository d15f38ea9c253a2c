"""How far a number reaches that is not to be read: all that is a part of it, so that none is read by itself."""

from __future__ import annotations

from functools import cache

from mycity_cli.errors import FigureError
from mycity_cli.figure.chinese_numbers import numeral_characters
from mycity_cli.figure.fractions import VULGAR
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.numerals import NumeralError, is_group
from mycity_cli.figure.reader import Reader
from mycity_cli.figure.tokens import Level


@cache
def _parts() -> frozenset[str]:
    """Return the characters that behind a number are a part of it."""
    han = (scale for scale in LEXICON.scales if not scale.isascii())
    return numeral_characters() | frozenset("几多余半点成角分毛元个") | VULGAR | frozenset(han)


class Extents(Level):
    """Tells where numbers of a text that are not read begin and end."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.reader = reader

    def run_start(self, at: int) -> int:
        """Return the token where a run of digits, letters and points starts that has no space in it."""
        while self.touches(at) and (self.is_word(at - 1) or self.is_digits(at - 1) or self.word(at - 1) in ".,"):
            at -= 1
        return at

    def past(self, at: int) -> int:
        """Return the token behind a number that is not to be read, however it is written, without its unit."""
        try:
            ratio = self.reader.ratios.alone(at)
            number = self.reader.numbers.read(at) if ratio is None else ratio.number
        except NumeralError:
            number = None
        return self._run_end(max(at + 1, at if number is None else number.after))

    def _behind(self, at: int) -> int:
        try:
            return max(at + 1, self.reader.read(at).behind)
        except FigureError:
            return at + 1

    def end(self, first: int, after: int) -> int:
        """Return the token behind all that is a part of the same number as the tokens from one up to another."""
        end = self._run_end(after)
        while True:
            last = next((n for n in range(end - 1, first - 1, -1) if self.is_digits(n)), None)
            if last is None or (behind := self._run_end(self._behind(last))) <= end:
                return end
            end = behind

    def _run_end(self, at: int) -> int:
        """Return the token behind all digits and numerals that touch what stands before a token."""
        at += self.word(at) == "之" and self.word(at - 1) == "分"
        while (self.touches(at) and (self.is_digits(at) or self.word(at) in _parts())) or is_group(self, at):
            following = self.word(at + 1)
            is_subunit = self.word(at) in "角分毛元" and following != "之"
            if is_subunit and not (self.is_digits(at + 1) and self.word(at + 2) in ("角", "分", "毛")):
                return at + (self.word(at) != "元" and self.is_digits(at - 1))
            if self.word(at) == "个" and following not in ("半", "亿", "万"):
                return at
            at += 1 + (self.word(at) == "分")
        return at
