"""The currency of an amount: its names, signs and codes before and after a number, and its subunits."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.figure.folding import narrow
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.tokens import Tokens

_UNIT_OF_ANY = "元"
"""What the unit of a currency is called in Chinese where the currency itself is named beside it: 港币5亿元."""


class Money(NamedTuple):
    """A currency that is named at a token, and the token behind its name.

    `phrase` is the name as it is known, `is_sure` that it belongs to the number behind it, `power` the power of ten of
    one unit that it counts: -2 for ¢.
    """

    code: str
    after: int
    phrase: str
    is_sure: bool = False
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
        return not self.power and (
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
        if _is_written_so(line, at, after, code):
            is_sure = after > at + 1 and line.is_word(after - 1)
            return Money(code, after, "".join(line.words(at, after)), is_sure)
        # HKD $5 is no HKD$, and yet HKD.
        found = LEXICON.currency.match(line.tokens[at : after - 1], 0)
        found = found and (found[0], at + found[1])
    return None


def _is_written_so(line: Tokens, at: int, after: int, code: str) -> bool:
    """Return whether running text that holds a name of a currency means it: USD and no usd, A$5 and no "a $5"."""
    if not line.is_word(at):
        return True
    written, last = narrow(line.written(at, after)), line.tokens[after - 1]
    if line.whole:
        # Even there "a $5" is no A$5.
        return " " not in written or line.tokens[at].end > line.tokens[at].start + 1 or last.is_word
    if len(written) == 3 and written.isalpha() and written.upper() == code:
        return written == code or code in LEXICON.lower_codes
    if last.is_word or last.text == "." or (not last.text.isascii() and last.text.isalpha()):
        return True
    letters, apart = line.tokens[at].end - line.tokens[at].start, " " in written
    if letters > 1:
        return letters == 2 or written[0].isupper() or not apart
    if line.word(at - 1) in ("'", "’"):
        return False
    # In words that are set apart, "c $ 5" has no other meaning; "a $5" has, and so has "Series C $5".
    return written[0].islower() and written[0] != "a" if apart else written[0].isupper()


def before_number(line: Tokens, at: int) -> Money | None:
    """Return the currency that stands at a token and before a number: a name, a code and a sign, letters: AUD $, P."""
    letters = narrow(line.written(at, at + 1)) if line.is_word(at) and line.is_digits(at + 1) else ""
    if letters in LEXICON.currency_letters and line.touches(at + 1) and letters not in LEXICON.currencies:
        return Money(LEXICON.currency_letters[letters], at + 1, letters, is_sure=True)
    money = named_at(line, at)
    if money is not None and is_word_too(line, money) and not LEXICON.scales.match(line.tokens, money.after + 1):
        return None
    if money is not None:
        more = named_at(line, money.after)
        if more is not None and money.code in LEXICON.shared_signs.get(more.phrase, (more.code,)):
            return money._replace(after=more.after)
        if more is not None and more.code in LEXICON.shared_signs.get(money.phrase, ()):
            return more
        return money
    if line.word(at + 1) == "." and line.touches(at + 1) and line.is_digits(at + 2) and line.is_word(at):
        code = LEXICON.currency_letters.get(narrow(line.written(at, at + 1)))
        return None if code is None else Money(code, at + 2, line.word(at), is_sure=True)
    if not line.is_digits(at + 1):
        return None
    if line.word(at) == "¢":
        code, power = LEXICON.subunits["¢"]
        return Money(code, at + 1, "¢", power=power)
    if letters not in LEXICON.currency_letters:
        return None
    # Two letters apart from their number mean money where that has a scale: SR 16 billion, and no "hall LE 4".
    is_sure = len(letters) > 2 or (len(letters) == 2 and (line.whole or LEXICON.scales.match(line.tokens, at + 2)))
    return Money(LEXICON.currency_letters[letters], at + 1, letters, is_sure=True) if is_sure else None


def is_word_too(line: Tokens, money: Money) -> bool:
    """Return whether running text has a code that is an English word too: TOP 50, TRY 30 new dishes."""
    return not line.whole and money.code in LEXICON.words_too and money.phrase.upper() == money.code


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
    written = narrow(line.written(at, at + 1))
    power = LEXICON.short_scales.get(word[:-3]) or LEXICON.scales.get(word[:-3])
    code = written[-3:]
    return (power, code) if power is not None and written.isupper() and code in LEXICON.currencies else None
