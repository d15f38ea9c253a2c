"""The currency of an amount: its names, signs and codes before and after a number, and its subunits."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.tokens import Tokens

_UNIT_OF_ANY = "元"
"""What the unit of a currency is called in Chinese where the currency itself is named beside it: 港币5亿元."""


class Money(NamedTuple):
    """A currency that is named at a token, and the token behind its name.

    `phrase` is the name as it is known, `is_long` that it has several words, `power` the power of ten of one unit that
    it counts: -2 for ¢.
    """

    code: str
    after: int
    phrase: str
    is_long: bool = False
    power: int = 0

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign that no letter belongs to."""
        return len(self.phrase) == 1 and not self.phrase.isalpha()

    @property
    def is_chinese(self) -> bool:
        """Whether it is a name in Chinese."""
        return not self.phrase.isascii() and self.phrase[0].isalpha()

    def goes_with(self, other: Money) -> bool:
        """Return whether another name, on the other side of the number, names the same currency or narrows this."""
        return (
            other.code == self.code
            or other.code in LEXICON.shared_signs.get(self.phrase, ())
            or (other.phrase == _UNIT_OF_ANY and self.phrase not in LEXICON.shared_signs)
        )


def named_at(line: Tokens, at: int) -> Money | None:
    """Return the currency that is named at a token, None where none is.

    Running text has many words of three letters, so that a code is one only in capitals, and letters before a sign
    only where they touch it: a $35 million plant is not paid for in A$.
    """
    found = LEXICON.currency.match(line.tokens, at)
    while found is not None:
        code, after = found
        if line.whole or _is_written_so(line, at, after, code):
            is_long = after > at + 1 and line.is_word(after - 1)
            return Money(code, after, "".join(line.words(at, after)), is_long)
        # HKD $5 is no HKD$, and yet HKD.
        found = LEXICON.currency.match(line.tokens[at : after - 1], 0)
        found = found and (found[0], at + found[1])
    return None


def _is_written_so(line: Tokens, at: int, after: int, code: str) -> bool:
    """Return whether running text that holds a name of a currency means it: USD and no usd, A$5 and no "a $5"."""
    if not line.is_word(at):
        return True
    written, last = line.written(at, after), line.tokens[after - 1]
    if len(written) == 3 and written.isalpha() and written.upper() == code:
        return written == code or code in LEXICON.lower_codes
    if last.is_word or last.text == "." or (not last.text.isascii() and last.text.isalpha()):
        return True
    letters, apart = line.tokens[at].end - line.tokens[at].start, " " in written
    if letters > 1:
        return letters == 2 or written[0].isupper() or not apart
    behind_apostrophe = line.touches(at) and line.word(at - 1) in ("'", "’")
    return written[0].isupper() and not apart and not behind_apostrophe


def before_number(line: Tokens, at: int) -> Money | None:
    """Return the currency that stands at a token and before a number: a name, a code and a sign, letters: AUD $, P."""
    money = named_at(line, at)
    if money is not None:
        more = named_at(line, money.after)
        if more is not None and money.code in LEXICON.shared_signs.get(more.phrase, (more.code,)):
            return money._replace(after=more.after)
        if more is not None and more.code in LEXICON.shared_signs.get(money.phrase, ()):
            return more
        return money
    if not line.is_digits(at + 1):
        return None
    if line.word(at) == "¢":
        code, power = LEXICON.subunits["¢"]
        return Money(code, at + 1, "¢", power=power)
    if not line.is_word(at):
        return None
    letters = line.written(at, at + 1)
    if letters not in LEXICON.currency_letters:
        return None
    # Two letters apart from their number mean money where that has a scale: SR 16 billion, and no "hall LE 4".
    is_sure = len(letters) > 2 or (len(letters) == 2 and (line.whole or LEXICON.scales.match(line.tokens, at + 2)))
    return Money(LEXICON.currency_letters[letters], at + 1, letters) if is_sure or line.touches(at + 1) else None


def after_number(line: Tokens, at: int) -> Money | None:
    """Return the currency that stands at a token and behind a number: 5亿元, 3亿元美金, 5-billion-yuan."""
    money = named_at(line, at + (line.word(at) == "-"))
    if money is None or money.phrase != _UNIT_OF_ANY:
        return money
    more = named_at(line, money.after)
    return money if more is None or not more.is_chinese or line.is_digits(more.after) else more


def scale_and_code(line: Tokens, at: int) -> tuple[int, str] | None:
    """Return the power of ten and the code that are one word at a token, as in 120 MEUR; None where none are."""
    word = line.word(at)
    if not 4 <= len(word) <= 5 or not line.is_word(at):
        return None
    written = line.written(at, at + 1)
    power = LEXICON.short_scales.get(word[:-3]) or LEXICON.scales.get(word[:-3])
    code = written[-3:]
    return (power, code) if power is not None and written.isupper() and code in LEXICON.currencies else None
