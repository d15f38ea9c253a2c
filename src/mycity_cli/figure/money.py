"""The currency of an amount: its names, signs and codes before and after a number, and its subunits."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.figure.lexicon import LEXICON, table
from mycity_cli.figure.tokens import Token

_UNIT_OF_ANY = "元"
"""What the unit of a currency is called in Chinese where the currency itself is named beside it: 港币5亿元."""


class Money(NamedTuple):
    """A currency that is named at a token, and the token behind its name. `phrase` is the name as it is known."""

    code: str
    after: int
    phrase: str
    is_long: bool = False

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


def named_at(text: str, tokens: list[Token], at: int, *, strict: bool) -> Money | None:
    """Return the currency that is named at a token, None where none is.

    `strict` takes a code only in capitals, as running text has many words of three letters, and letters before a sign
    only where they touch it: a $35 million plant is not paid for in A$.
    """
    found = LEXICON.currency.match(tokens, at)
    while found is not None:
        code, after = found
        if not strict or _is_written_so(text, tokens, at, after, code):
            phrase = "".join(token.text for token in tokens[at:after])
            return Money(code, after, phrase, is_long=after > at + 1 and tokens[after - 1].is_word)
        # HKD $5 is no HKD$, and yet HKD.
        found = LEXICON.currency.match(tokens[at : after - 1], 0)
        found = found and (found[0], at + found[1])
    return None


def _is_written_so(text: str, tokens: list[Token], at: int, after: int, code: str) -> bool:
    """Return whether running text that holds a name of a currency means it: USD and no usd, A$5 and no "a $5"."""
    first, last = tokens[at], tokens[after - 1]
    if not first.is_word:
        return True
    written = text[first.start : last.end]
    if len(written) == 3 and written.isalpha() and written.upper() == code:
        return written == code or code in LEXICON.lower_codes
    if last.is_word or last.text == "." or not last.text.isascii() and last.text.isalpha():
        return True
    behind_apostrophe = at > 0 and tokens[at - 1].text in "'’" and tokens[at - 1].end == first.start
    letters, apart = first.end - first.start, len(written.split()) > 1
    if letters > 1:
        return letters == 2 or written[0].isupper() or not apart
    return written[0].isupper() and not apart and not behind_apostrophe


def before_number(text: str, tokens: list[Token], at: int, *, strict: bool) -> Money | None:
    """Return the currency that stands at a token and before a number: a name, a code and a sign, letters: AUD $, P."""
    money = named_at(text, tokens, at, strict=strict)
    if money is not None:
        more = named_at(text, tokens, money.after, strict=strict)
        if more is not None and money.code in LEXICON.shared_signs.get(more.phrase, (more.code,)):
            return money._replace(after=more.after)
        if more is not None and more.code in LEXICON.shared_signs.get(money.phrase, ()):
            return more
        return money
    token = tokens[at] if at + 1 < len(tokens) else None
    if token is None or not token.is_word or tokens[at + 1].start != token.end or tokens[at + 1].kind != "number":
        return None
    letters = text[token.start : token.end]
    code = LEXICON.currency_letters.get(letters)
    return None if code is None else Money(code, at + 1, letters)


def after_number(text: str, tokens: list[Token], at: int, *, strict: bool) -> Money | None:
    """Return the currency that stands at a token and behind a number: 5亿元, 3亿元美金, 5-billion-yuan."""
    at += at < len(tokens) and tokens[at].text == "-"
    money = named_at(text, tokens, at, strict=strict)
    if money is None or money.phrase != _UNIT_OF_ANY:
        return money
    more = named_at(text, tokens, money.after, strict=strict)
    if more is None or not more.is_chinese or _is_number(tokens, more.after):
        return money
    return more


def _is_number(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"


def scale_and_code(text: str, tokens: list[Token], at: int) -> tuple[int, str] | None:
    """Return the power of ten and the code that are one word at a token, as in 120 MEUR; None where none are."""
    if at >= len(tokens) or not tokens[at].is_word or not 4 <= len(tokens[at].text) <= 5:
        return None
    written = text[tokens[at].start : tokens[at].end]
    scale, code = tokens[at].text[:-3], written[-3:]
    power = LEXICON.short_scales.get(scale) or LEXICON.scales.get(scale)
    return (power, code) if power is not None and written.isupper() and code in LEXICON.currencies else None


def subunit_at(tokens: list[Token], at: int) -> tuple[str, int, int] | None:
    """Return the currency of the subunit that is named at a token, its power of ten, and the token behind its name."""
    found = LEXICON.subunits.match(tokens, at)
    return None if found is None else (*found[0], found[1])


def unit_name(currency: str) -> str:
    """Return what one unit of a currency is called in output."""
    return table("currencies")["units"].get(currency, currency)
