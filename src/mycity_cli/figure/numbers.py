"""Numbers in whichever language they are written, before anything is known of their unit."""

from __future__ import annotations

from mycity_cli.figure.chinese_numbers import ChineseNumbers, numeral_characters
from mycity_cli.figure.english_numbers import EnglishNumbers
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.numerals import Number, is_group
from mycity_cli.figure.tokens import Level, Tokens


class Numbers(Level):
    """Reads the numbers of a text, English and Chinese."""

    def __init__(self, line: Tokens) -> None:
        super().__init__(line)
        self.english = EnglishNumbers(line)
        self.chinese = ChineseNumbers(line)

    def read(self, at: int, *, is_money: bool = False) -> Number | None:
        """Return the number that starts at a token, None where none does.

        `is_money` says that a currency stands before it, so that a letter may be its scale. A scale alone is one of it,
        and marked so. Raises NumeralError for what begins as a number and is none.
        """
        if at >= len(self.tokens):
            return None
        if self.is_digits(at):
            in_chinese = self._goes_on_in_chinese(at)
            return self.chinese.read(at) if in_chinese else self.english.read(at, is_money=is_money)
        if not self.is_word(at):
            return self.chinese.read(at) or self.english.read(at)
        return self.english.read(at, is_money=is_money) or self._bare_scale(at)

    def _bare_scale(self, at: int) -> Number | None:
        scale = LEXICON.scales.match(self.tokens, at)
        if scale is None:
            return None
        return Number(1, scale[0], scale[1], scale[0], power=scale[0], is_bare_scale=True)

    def _goes_on_in_chinese(self, at: int) -> bool:
        """Return whether what follows the digits at a token makes them a Chinese number: 5千, 30多, 1万, 12个亿."""
        at += 1
        while is_group(self, at):
            at += 1
        following = self.word(at)
        if following.isascii():
            return False
        if following == "个":
            following = self.word(at + 1)
            return following in LEXICON.scales or following in LEXICON.hedges_within or following == "半"
        return (
            following in numeral_characters()
            or following in LEXICON.scales
            or following in LEXICON.hedges_within
            or following in LEXICON.hedges_inside
            or following in ("点", "打")
        )
