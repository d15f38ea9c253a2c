"""A sentence, or a piece of one, as it is read: its tokens, and what stands before a number in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mycity_cli.errors import FigureError
from mycity_cli.figure import Figure, Found, Shared, lexicon
from mycity_cli.figure.tokens import Token, tokenize
from mycity_cli.release.plain import words

_SIGNS = words("$ us$ ¥ € £ ₩ ₹ ฿ ₫ ₱ ₽")
_PREFIXES = words(
    "人民币 新台币 台币 港币 港元 澳门币 日元 欧元 英镑 rs rs. rm rp dh dhs rmb renminbi 美元 美金 "
    "us$ hk$ nt$ s$ a$ c$ cn¥ rmb¥ jp¥ nz$ r$ u.s.$ usd$ mop$ au$ sg$ ca$"
)
_ADDING = words("add adds added adding sum sums summed")
_LONGEST_PHRASE = 4

STARTS = (
    frozenset(lexicon.ENGLISH_NUMBERS)
    | frozenset(lexicon.ENGLISH_TENS)
    | frozenset(lexicon.CHINESE_DIGITS)
    | frozenset(lexicon.CHINESE_PLACES)
    | words("half 半 万 亿 a an")
)
"""The words that numbers start with."""

_HAN_STARTS = "".join(sorted(word for word in STARTS if not word.isascii()))
_LATIN_STARTS = "|".join(sorted(word for word in STARTS if word.isascii() and len(word) > 2))
_AFTER_ARTICLE = "dozen|half|third|quarter|fifth|" + "|".join(word for word in lexicon.SCALES if word.isascii())
_MAY_HOLD_NUMBER = re.compile(rf"[\d{_HAN_STARTS}]|\b(?:{_LATIN_STARTS}|an? (?:{_AFTER_ARTICLE}))", re.IGNORECASE)

_CHINESE_NUMERALS = frozenset(lexicon.CHINESE_DIGITS) | frozenset(lexicon.CHINESE_PLACES) | words("万 亿")


@dataclass(slots=True)
class Passage:
    """A piece of a text, its tokens, and where it begins in the copy of the text that is read.

    The tokens before `read_to` belong to figures that were found.
    """

    text: str
    offset: int
    language: str
    tokens: list[Token]
    read_to: int = 0
    _found: dict[tuple[int, Shared | None], Found | None] = field(default_factory=dict)

    @staticmethod
    def may_hold_number(text: str) -> bool:
        """Return whether a number could start in a text: most sentences without one need no tokens."""
        return _MAY_HOLD_NUMBER.search(text) is not None

    @classmethod
    def of(cls, text: str, start: int, end: int, language: str) -> Passage:
        """Return the passage from `start` to `end` of a text."""
        piece = text[start:end]
        return cls(piece, start, language, tokenize(piece))

    def find(self, at: int, shared: Shared | None = None) -> Found | None:
        """Return the figure that starts at a token, None where none does. Each is read once."""
        key = at, shared
        if key not in self._found:
            try:
                self._found[key] = Figure.find(self.text, self.tokens, at, shared)
            except FigureError:
                self._found[key] = None
        return self._found[key]

    def word(self, at: int) -> str:
        """Return the token at a number, the empty text where there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_attached(self, at: int) -> bool:
        """Return whether no space stands between a token and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def may_start_number(self) -> list[int]:
        """Return the numbers of the tokens that a number could start with."""
        return [at for at, token in enumerate(self.tokens) if token.kind == "number" or token.text in STARTS]

    def starts_number(self, at: int) -> bool:
        """Return whether a number could start at a token."""
        token = self.tokens[at]
        if token.kind == "number":
            return True
        if token.text not in STARTS:
            return False
        if token.text in ("a", "an"):
            following = self.word(at + 1)
            return following in lexicon.SCALES or following in ("dozen", "half", "third", "quarter", "fifth")
        return True

    def after_numeral(self, at: int) -> int:
        """Return the number of the token behind a number that is not to be read."""
        after = at + 1
        while after < len(self.tokens) and self.tokens[after].text in _CHINESE_NUMERALS:
            after += 1
        return after

    def with_currency(self, at: int) -> int:
        """Return the number of the token where a currency starts that stands before a number, else of the number."""
        if not at or not lexicon.CURRENCY.could_end_with(self.tokens[at - 1].text):
            return at
        for first in range(max(self.read_to, at - _LONGEST_PHRASE), at):
            found = lexicon.CURRENCY.match(self.tokens, first)
            if found is not None and found[1] == at and self._is_prefix(first, at):
                return first
        return at

    def _is_prefix(self, first: int, at: int) -> bool:
        """Return whether a currency belongs to the number after it: signs and codes do, other names to one before."""
        start, end = self.tokens[first].start, self.tokens[at - 1].end
        written = self.text[start:end]
        phrase = "".join(token.text for token in self.tokens[first:at])
        if phrase in ("元人民币", "人民币") and first and self.tokens[first - 1].text in ("元", "亿", "万"):
            return False
        if self.tokens[first].text == "a" and self.tokens[first].end < self.tokens[first + 1].start:
            return False  # a $35 million plant is not paid for in A$
        return (
            phrase in _SIGNS or phrase in _PREFIXES or (len(written) == 3 and written.isascii() and written.isupper())
        )

    def with_currency_after(self, at: int) -> int:
        """Return the number of the token after a currency sign or code that starts at a token, else of that token."""
        found = lexicon.CURRENCY.match(self.tokens, at)
        return found[1] if found is not None and self._is_prefix(at, found[1]) else at

    def with_hedge(self, at: int) -> int:
        """Return the number of the token where a hedge starts that stands before a number, else of the number."""
        if not at or not lexicon.HEDGES_BEFORE.could_end_with(self.tokens[at - 1].text):
            return at
        for first in range(max(self.read_to, at - _LONGEST_PHRASE), at):
            found = lexicon.HEDGES_BEFORE.match(self.tokens, first)
            if found is not None and found[1] == at and not self._is_no_hedge(first, at):
                return first
        return at

    def _is_no_hedge(self, first: int, at: int) -> bool:
        """Return whether what looks like a hedge is part of a word: 签约, 通过, 最近, 会上."""
        hedge = "".join(token.text for token in self.tokens[first:at])
        before = self.word(first - 1)
        if hedge in ("top", "前"):
            return True
        if hedge == "upto":
            return before in _ADDING  # 7.3 and 4.4 billion add up to 11.7 billion, and to no less
        if hedge == "上":
            # 迈上千亿元台阶 names a level; 上千亿元 is more than one.
            return before in tuple("迈登跨站跃踏") or self.word(at) not in ("万", "亿", "百", "千", "十")
        if hedge == "约":
            return before in tuple("签合条特契履预节公制邀")
        if hedge == "过":
            return before in tuple("经通超透")
        if hedge == "破":
            return before in tuple("打爆攻识")
        if hedge == "近":
            return before in tuple("最附临新")
        return False
