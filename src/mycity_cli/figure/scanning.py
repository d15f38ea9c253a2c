"""Finding figures in running text: a number is read whole with what belongs to it, or it is unread and said so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from mycity_cli.errors import FigureError
from mycity_cli.figure import chinese_numbers, english_numbers, money, neighbours
from mycity_cli.figure.figure import Figure
from mycity_cli.figure.lexicon import LEXICON, Bound
from mycity_cli.figure.names import is_name
from mycity_cli.figure.ranges import after_to, completed
from mycity_cli.figure.reader import COUNT, Reader, Reading
from mycity_cli.figure.tokens import Token, tokenize

_SIGNS = frozenset({"-", "+", "负", "minus", "negative"})
_LONGEST_PHRASE = 4
"""So many tokens before a number a hedge or a currency may begin."""

_NO_TEXT = re.compile(r"\S*(?:://|www\.|[?&]\w+=|\w@\w)\S*")
"""Addresses: digits and percent signs in them are no figures."""


class Unread(NamedTuple):
    """A number that cannot be read whole: the characters from `start` up to, not including, `end`, and the reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a text. Its number with its unit stands from `start` up to `end`, without hedges and thing counted.

    `first` is the token that the number starts at, `at` that of its digits, `after` the one behind the whole figure.
    """

    text: str
    reading: Reading
    first: int
    at: int

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return Figure.of(self.reading, self.text[self.reading.start : self.reading.end])

    @property
    def unit(self) -> str:
        """The unit of the figure."""
        return self.reading.unit

    @property
    def power(self) -> int:
        """The power of ten of its scale words or percent sign."""
        return self.reading.power

    @property
    def start(self) -> int:
        """Where its number starts."""
        return self.reading.number[0]

    @property
    def end(self) -> int:
        """Where its number ends."""
        return self.reading.number[1]

    @property
    def after(self) -> int:
        """The token behind the figure."""
        return self.reading.after

    def with_unit(self, unit: str, power: int) -> Found:
        """Return a bare number as a figure of a unit and a scale that it shares."""
        return Found(self.text, self.reading.with_unit(unit, power), self.first, self.at)


def scan(text: str, tokens: list[Token] | None = None) -> Iterator[Found | Unread]:
    """Yield the figures of a text and its unread numbers, in order.

    Numbers that are part of names, dates and the like are neither. `tokens` are those of the text where they are known.
    """
    return _Scanner(text, tokenize(text) if tokens is None else tokens).scan()


@cache
def _starts() -> frozenset[str]:
    """Return the words and characters that numbers start with."""
    english = frozenset(english_numbers.small_numbers()) | frozenset(english_numbers.tens())
    chinese = chinese_numbers.numeral_characters() | frozenset("半几数")
    scales = frozenset(scale for scale in LEXICON.scales if not scale.isascii())
    return english | chinese | scales | _vague_words() | frozenset("½¼¾⅓⅔⅛⅜⅝⅞") | {"half", "quarter", "a", "an"}


@cache
def _vague_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in LEXICON.vague)


@cache
def _may_hold() -> re.Pattern[str]:
    han = "".join(sorted(word for word in _starts() if not word.isascii()))
    latin = "|".join(sorted(word for word in _starts() if word.isascii() and len(word) > 2))
    after_article = "dozen|" + "|".join([*english_numbers.fraction_names(), *filter(str.isalpha, LEXICON.scales)])
    return re.compile(rf"[\d{han}]|\b(?:{latin}|an? (?:{after_article}))", re.IGNORECASE)


def may_hold_number(text: str) -> bool:
    """Return whether a number could start in a text: most sentences without one need no tokens."""
    return _may_hold().search(text) is not None


class _Scanner:
    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.reader = Reader(text, tokens)
        self.read_to = 0
        self.masked = [match.span() for match in _NO_TEXT.finditer(text)] if _may_hold_address(text) else []

    def scan(self) -> Iterator[Found | Unread]:
        starts = _starts()
        for at in [n for n, (text, _, _, kind) in enumerate(self.tokens) if kind == "number" or text in starts]:
            if at >= self.read_to and self._starts_number(at):
                yield from self._number(at)

    # --- one number --------------------------------------------------------------------------------------------------

    def _number(self, at: int) -> Iterator[Found | Unread]:
        """Yield the figure, the ends of a range or the unread number at a token, and note how far it was read."""
        if self._is_masked(at):
            self.read_to = self._after_numeral(at)
            return
        if is_name(self.text, self.tokens, at):
            self.read_to = self._after_numeral(at)
            if self._is_glued(at) and neighbours.has_unit(self.tokens, at + 1):
                yield self._unread(self._run_start(at), self.read_to, "letters touch its digits")
            return
        if (vague := self._vague(at)) is not None:
            yield vague
            return
        if self._word(at) in _vague_words():
            return
        found = self._read(at)
        if isinstance(found, Unread):
            yield found
        if not isinstance(found, Found):
            return
        ends = self._range(found)
        verdict = neighbours.judge(self.text, self.tokens, ends[0], ends[-1], self.read_to)
        if verdict is None:
            self.read_to = ends[-1].after
            yield from ends
        elif verdict.reason:
            yield self._unread(verdict.first, verdict.after, verdict.reason)
        else:
            self.read_to = max(verdict.after, at + 1)

    def _read(self, at: int) -> Found | Unread | None:
        """Return the figure whose digits are at a token, with the hedge, sign and currency before it."""
        first = self._currency_start(at)
        if first == at and self._sign_start(at) < at:
            first = self._currency_start(at - 1)
            first = at if first == at - 1 else first
        signed = self._sign_start(first)
        hedged = self._hedge_start(signed)
        failure: FigureError | None = None
        for start in dict.fromkeys((hedged, signed)):
            try:
                reading = self.reader.read(start)
            except FigureError as error:
                failure = error
                continue
            if start < signed and reading.unit == COUNT and self._word(start) in ("under", "beyond", "below"):
                continue
            number = self.tokens[signed].start, reading.number[1]
            return Found(self.text, reading._replace(number=number), signed, at)
        self.read_to = self._after_numeral(at)
        return None if failure is None else self._why(failure, signed, at)

    def _why(self, failure: FigureError, first: int, at: int) -> Unread | None:
        """Return the number that cannot be read, None where none was meant: 一带一路 is no number."""
        assert failure.excerpt is not None
        after = self._after_numeral(at)
        if "expected" in failure.message or "missing before" in failure.message:
            return None
        if self.tokens[at].kind != "number" and first == at and not neighbours.has_unit(self.tokens, after):
            return None
        if neighbours.is_date_or_version(self.tokens[at].text) and first == at:
            return None
        end = max(after, next((n for n in range(at, len(self.tokens)) if self.tokens[n].end >= failure.excerpt.end), at) + 1)
        return self._unread(first, end, failure.message)

    def _unread(self, first: int, after: int, reason: str) -> Unread:
        self.read_to = after
        return Unread(self.tokens[first].start, self.tokens[after - 1].end, reason)

    def _range(self, low: Found) -> tuple[Found, ...]:
        """Return the two ends of a range that a figure begins, with the unit that they share; else the figure alone."""
        at = after_to(self.reader, low.after)
        if at is None and self._word(low.after) == "and" and self._is_between(low.first):
            at = low.after + 1
        if at is None or at >= len(self.tokens):
            return (low,)
        start = at
        prefix = money.before_number(self.text, self.tokens, at, strict=True)
        at = at if prefix is None else prefix.after
        if not (at < len(self.tokens) and self._starts_number(at)) or is_name(self.text, self.tokens, low.at):
            return (low,)
        try:
            high = self.reader.read(start)
        except FigureError:
            return (low,)
        ends = completed(low.reading, high)
        if ends is None:
            return (low,)
        return Found(self.text, ends[0], low.first, low.at), Found(self.text, ends[1], start, at)

    def _is_between(self, at: int) -> bool:
        return "between" in {self._word(n) for n in range(at - 3, at)}

    def _vague(self, at: int) -> Unread | None:
        """Return what says only about how many: several hundred million, hundreds of millions of dollars, 数10亿."""
        after = at + 1
        if (found := LEXICON.vague.match(self.tokens, at)) is not None:
            after = found[1]
            while (scale := LEXICON.scales.match(self.tokens, after)) is not None:
                after = scale[1]
            if after == found[1]:
                return None
        elif not (self._word(at) in ("几", "数") and self._is_number(after)) or neighbours.is_noun_of_number(
            self.tokens, at
        ):  # fmt: skip
            return None
        else:
            after = self._after_numeral(after)
        named = money.after_number(self.text, self.tokens, after + (self._word(after) == "of"), strict=True)
        return self._unread(at, after if named is None else named.after, "it says about how many without a number")

    def _is_number(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].kind == "number"

    # --- what stands before ------------------------------------------------------------------------------------------

    def _currency_start(self, at: int) -> int:
        """Return the token where a currency starts that stands before a number, else that of the number."""
        if not at or at <= self.read_to or not self._may_be_currency(at - 1):
            return at
        for first in range(max(self.read_to, at - _LONGEST_PHRASE), at):
            found = money.before_number(self.text, self.tokens, first, strict=True)
            if found is not None and found.after == at and self._is_prefix(first, found, at):
                return first
        return at

    def _may_be_currency(self, at: int) -> bool:
        """Return whether a token could end the name of a currency: most words before numbers do not."""
        token = self.tokens[at]
        return LEXICON.currency.could_end_with(token.text) or (
            token.is_word and self.text[token.start : token.end] in LEXICON.currency_letters
        )

    def _is_prefix(self, first: int, found: money.Money, at: int) -> bool:
        """Return whether a currency belongs to the number after it: signs and codes do, most names to one before."""
        phrase = found.phrase
        if not phrase.isalpha() or phrase == "renminbi" or found.is_long:
            return True
        if phrase.isascii():
            written = self.text[self.tokens[first].start : self.tokens[found.after - 1].end]
            return len(phrase) <= 3 and (phrase not in LEXICON.doubtful or written[0].isupper())
        return len(phrase) > 1 and (self._is_number(at) or phrase[-1] in "币元镑金圆")

    def _sign_start(self, at: int) -> int:
        """Return the token of a sign before a number or its currency, else that token: −5, minus 5, 负5."""
        before = self.tokens[at - 1].text if at > self.read_to else ""
        if before not in _SIGNS:
            return at
        if before in ("负", "minus", "negative"):
            return at - 1
        touches = self.tokens[at - 1].end == self.tokens[at].start
        apart = at < 2 or self.tokens[at - 2].end < self.tokens[at - 1].start or not self.tokens[at - 2].text[0].isalnum()
        han = at >= 2 and self.tokens[at - 2].kind == "sign" and self.tokens[at - 2].text.isalpha()
        return at - 1 if before in ("-", "+") and touches and (apart or han) else at

    def _hedge_start(self, at: int) -> int:
        """Return the token where a hedge starts that stands before a number, else that of the number."""
        if not at or not LEXICON.hedges_before.could_end_with(self.tokens[at - 1].text):
            return at
        for first in range(max(self.read_to, at - _LONGEST_PHRASE), at):
            found = LEXICON.hedges_before.match(self.tokens, first)
            if found is not None and found[1] == at and not self._is_no_hedge(first, at):
                return first
        return at

    def _is_no_hedge(self, first: int, at: int) -> bool:
        """Return whether what looks like a hedge is part of a word, or of another phrase: 签约, 最近, crept up to."""
        hedge = " ".join(token.text for token in self.tokens[first:at])
        if hedge == "上":
            # 迈上千亿元台阶 names a level; 上千亿元 is more than one.
            bare = self._word(at) in ("万", "亿", "百", "千", "十")
            return not bare or self._word(first - 1) in LEXICON.words("zh", "levels")
        behind = LEXICON.no_hedges.get(hedge, frozenset())
        return "*" in behind or self._word(first - 1) in behind or self._word(first - 2) in behind & {"take", "took"}

    # --- tokens ------------------------------------------------------------------------------------------------------

    def _word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _starts_number(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == "number":
            return True
        if token.text not in _starts():
            return False
        if token.text in chinese_numbers.formal() and not self._is_formal(at):
            return False
        if token.text in ("a", "an"):
            following = self._word(at + 1)
            return following in LEXICON.scales or following in ("dozen", "half", "quarter") or (
                following in english_numbers.fraction_names()
            )  # fmt: skip
        return True

    def _is_formal(self, at: int) -> bool:
        """Return whether a numeral as cheques have it stands beside another, or before a unit: 壹佰, 伍元, and no 大陆."""
        following = self._word(at + 1)
        if following in ("元", "圆", "角", "成"):
            return not self._word(at - 1).isalpha()
        return bool(following) and (
            following in chinese_numbers.numeral_characters() or following in LEXICON.scales or following in "分点"
        )

    def _is_glued(self, at: int) -> bool:
        """Return whether letters touch a number that itself touches what stands before them: the O of 145.O3."""
        return at > 2 and self.tokens[at - 1].is_word and self._run_start(at) < at - 1

    def _run_start(self, at: int) -> int:
        """Return the token where a run of digits, letters and points starts that has no space in it."""
        while (
            at
            and self.tokens[at - 1].end == self.tokens[at].start
            and (self.tokens[at - 1].is_word or self._is_number(at - 1) or self._word(at - 1) in ".,")
        ):
            at -= 1
        return at

    def _after_numeral(self, at: int) -> int:
        """Return the token behind a number that is not to be read."""
        after = at + 1
        while after < len(self.tokens) and (
            self._word(after) in chinese_numbers.numeral_characters() or self._word(after) in ("万", "亿")
        ):
            after += 1
        return after

    def _is_masked(self, at: int) -> bool:
        start = self.tokens[at].start
        return any(first <= start < last for first, last in self.masked)


def _may_hold_address(text: str) -> bool:
    return "://" in text or "www." in text or "=" in text or "@" in text
