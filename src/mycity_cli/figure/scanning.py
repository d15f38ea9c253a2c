"""Finding figures in running text: a number is read whole with what belongs to it, or it is unread and said so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from mycity_cli.errors import FigureError
from mycity_cli.figure import chinese_numbers, english_numbers, money, neighbours
from mycity_cli.figure.extents import Extents
from mycity_cli.figure.faults import NoNumberError
from mycity_cli.figure.figure import Figure
from mycity_cli.figure.folding import narrow
from mycity_cli.figure.fractions import VULGAR
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.names import has_unit, is_name, is_noun_of_number
from mycity_cli.figure.ranges import completed, upper_end
from mycity_cli.figure.reader import FigureReading, Reader
from mycity_cli.figure.tokens import Level, Tokens, tokenize
from mycity_cli.figure.units import COUNT
from mycity_cli.messages import say

_AS_NAMES = say("it is written as names and dates are")
"""Why a number with a unit is unread that stands as none does: #5 billion yuan, 5:3 billion yuan."""

_LONGEST_PHRASE = 16
"""So many tokens before a number a hedge or a currency may begin: of a Chinese name each character is one."""

_IN_ADDRESS = re.compile(r"://|www\.|[?&]\w{1,40}=|\w@\w", re.ASCII)
"""What marks an address: digits and percent signs in it are no figures."""

_DIGIT = re.compile(r"\d")

VAGUE = say("it says about how many without a number")
"""Why what is no number is unread: 两三个, several hundred."""


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
    reading: FigureReading
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

    @property
    def whole(self) -> int | None:
        """The value where it is a whole number, in digits with the scale; None where it has decimals."""
        reading = self.reading
        return reading.digits * int(10**reading.place) if reading.place >= 0 else None

    def with_unit(self, unit: str, power: int) -> Found:
        """Return a bare number as a figure of a unit and a scale that it shares."""
        return Found(self.text, self.reading.with_unit(unit, power), self.first, self.at)


def scan(text: str) -> Iterator[Found | Unread]:
    """Yield the figures of a text and its unread numbers, in order.

    Numbers that are part of names, dates and the like are neither.
    """
    return scan_tokens(Tokens(text, tokenize(text)))


def scan_tokens(line: Tokens) -> Iterator[Found | Unread]:
    """Yield the figures and the unread numbers of a text that is cut into tokens, as `scan` does."""
    return _Scanner(line).scan()


@cache
def _starts() -> frozenset[str]:
    """Return the words and characters that numbers start with."""
    english = frozenset(english_numbers.small_numbers()) | frozenset(english_numbers.tens())
    chinese = chinese_numbers.numeral_characters() | frozenset("半几数")
    scales = frozenset(scale for scale in LEXICON.scales if not scale.isascii())
    return english | chinese | scales | _vague_words() | VULGAR | {"half", "quarter", "a", "an"}


@cache
def _vague_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in LEXICON.vague)


@cache
def _may_hold() -> re.Pattern[str]:
    han = "".join(sorted(word for word in _starts() if not word.isascii()))
    latin = "|".join(sorted(word for word in _starts() if word.isascii() and len(word) > 2))
    after_article = "dozen|" + "|".join([*english_numbers.fraction_names(), *filter(str.isalpha, LEXICON.scales)])
    return re.compile(rf"[\d{han}]|\b(?:{latin}|an? (?:{after_article}))", re.IGNORECASE)


def _is_sign(word: str) -> bool:
    return word in ("-", "+", "负") or word in LEXICON.minus


def may_hold_number(text: str) -> bool:
    """Return whether a number could start in a text: most sentences without one need no tokens."""
    return _DIGIT.search(text) is not None or _may_hold().search(text) is not None


def _addresses(text: str) -> list[tuple[int, int]]:
    """Return where addresses stand in a text: printable ASCII without spaces, around what marks one."""
    found: list[tuple[int, int]] = []
    last = 0
    for mark in _IN_ADDRESS.finditer(text):
        start, end = mark.span()
        if start < last:
            continue
        while start > last and "!" <= text[start - 1] <= "~":
            start -= 1
        while end < len(text) and "!" <= text[end] <= "~":
            end += 1
        found.append((start, last := end))
    return found


def _may_hold_address(text: str) -> bool:
    return "=" in text or "@" in text or "://" in text or "www." in text


class _Scanner(Level):
    def __init__(self, line: Tokens) -> None:
        super().__init__(line)
        self.reader = Reader(self)
        self.extents = Extents(self.reader)
        # So far were tokens looked at, told of in an item, and found to be figures.
        self.read_to = self.told = self.found_to = 0
        plain = narrow(self.text)
        self.masked = _addresses(plain) if _may_hold_address(plain) else []

    def scan(self) -> Iterator[Found | Unread]:
        starts = _starts()
        for at in [n for n, (text, _, _, kind) in enumerate(self.tokens) if kind == "number" or text in starts]:
            if at >= self.read_to and self._starts_number(at):
                yield from self._number(at)

    # --- one number --------------------------------------------------------------------------------------------------

    def _number(self, at: int) -> tuple[Found | Unread, ...]:
        """Return the figure, the ends of a range or the unread number at a token, and note how far it was read."""
        start = self.tokens[at].start
        if self.masked and self._is_masked(start):
            self.read_to = self.extents.past(at)
            return ()
        if is_name(self, at):
            return self._name(at)
        if self.word(at) in _vague_words():
            return self._vague(at, LEXICON.vague.match(self.tokens, at))
        if self.word(at) in "几数" and self.is_digits(at + 1):
            return () if is_noun_of_number(self, at) else self._vague(at, ("", self.extents.past(at + 1)), scaled=True)
        found = self._read(at)
        if not isinstance(found, Found):
            return () if found is None else (found,)
        ends = self._range(found)
        verdict = neighbours.judge(self, ends, self.found_to)
        if verdict is None:
            self.read_to = self.told = self.found_to = ends[-1].after
            return ends
        if verdict.reason:
            return (self._unread(verdict.first, verdict.after, verdict.reason),)
        self.read_to = self.extents.end(at, max(verdict.after, at + 1))
        if self.is_digits(at) and self._has_power(at, self.read_to):
            return (self._unread(verdict.first, self.read_to, _AS_NAMES),)  # 5:3 billion yuan
        return ()

    def _is_masked(self, start: int) -> bool:
        """Return whether a character stands in an address."""
        at = bisect_right(self.masked, start, key=itemgetter(0))
        return at > 0 and start < self.masked[at - 1][1]

    def _name(self, at: int) -> tuple[Unread, ...]:
        """Pass over a number that is a name; where it has a unit as amounts and ratios do, it is unread: 145.O3亿."""
        after = self.extents.past(at)
        if (
            (self.touches(at) or "." in self.word(at))
            and self.word(at - 1) not in LEXICON.ordinals
            and self._is_measured(at, after)
        ):
            reason = neighbours.LETTERS if self.is_word(at - 1) else _AS_NAMES
            return (self._unread(self.extents.run_start(at), after, reason),)
        self.read_to = after
        return ()

    def _is_measured(self, at: int, after: int) -> bool:
        """Return whether a number has a scale, a percent sign or a currency of its own."""
        if self._has_power(at, after + 1):
            return True
        named = money.after_number(self, after)
        return self.touches(after) and named is not None and not self.is_digits(named.after)

    def _has_power(self, at: int, after: int) -> bool:
        """Return whether a scale or a percent sign stands behind a token and before another."""
        powers = (LEXICON.scales, LEXICON.ratios)
        return any(words.match(self.tokens, n) for n in range(at + 1, after) for words in powers)

    def _read(self, at: int) -> Found | Unread | None:
        """Return the figure whose digits are at a token, with the hedge, sign and currency before it."""
        first = self._sign_start(self._currency_start(at))
        if first == at - 1 and _is_sign(self.word(first)):
            first = self._currency_start(first)  # $-5
        hedged = self._hedge_start(first)
        failure: FigureError | None = None
        for start in dict.fromkeys((hedged, first)):
            try:
                reading = self.reader.read(start)
            except FigureError as error:
                failure = error
                continue
            if start < first and reading.unit == COUNT and self.word(start) in ("under", "beyond", "below"):
                continue
            if reading.number[0] != self.tokens[first].start:
                reading = reading._replace(number=(self.tokens[first].start, reading.number[1]))
            return Found(self.text, reading, first, at)
        return self._why(failure, first, at)

    def _why(self, failure: FigureError | None, first: int, at: int) -> Unread | None:
        """Return the number that cannot be read, None where none was meant: 一带一路 is no number."""
        if failure is None or failure.excerpt is None:
            self.read_to = at + 1
            return None
        end = failure.excerpt.end
        after = next((n for n in range(at, len(self.tokens)) if self.tokens[n].end >= end), at) + 1
        if isinstance(failure, NoNumberError):
            self.read_to = at + 1
            return None
        behind = max(after, self.extents.end(at, after))
        if first < at or self.is_digits(at) or has_unit(self, behind):
            return self._unread(first, after, failure.message)
        self.read_to = behind
        return None

    def _unread(self, first: int, after: int, reason: str) -> Unread:
        """Return what is not read, with all that touches it as a part of the same number."""
        first = max(first, self.told)
        after = self.read_to = self.told = self.extents.end(first, max(after, first + 1))
        return Unread(self.tokens[first].start, self.tokens[after - 1].end, reason)

    def _range(self, low: Found) -> tuple[Found, ...]:
        """Return the two ends of a range that a figure begins, with the unit that they share; else the figure alone."""
        start = upper_end(self, low.first, low.after)
        if start is None or start >= len(self.tokens):
            return (low,)
        prefix = money.before_number(self, start)
        at = start if prefix is None else prefix.after
        if at >= len(self.tokens) or not self._starts_number(at):
            return (low,)
        try:
            high = self.reader.read(start)
            ends = completed(self, low.reading, high)
        except FigureError:
            return (low,)
        if ends is not None:
            return Found(self.text, ends[0], low.first, low.at), Found(self.text, ends[1], start, at)
        if self.word(low.after) in ("~", "至", "—", "-") and self.touches(low.after) and self.touches(start):
            return Found(self.text, low.reading, low.first, low.at), Found(self.text, high, start, at)
        return (low,)

    def _vague(self, at: int, found: tuple[str, int] | None, *, scaled: bool = False) -> tuple[Unread, ...]:
        """Return what says only about how many: several hundred million, hundreds of millions of dollars, 数10亿."""
        if found is None:
            return ()
        after = found[1]
        while not scaled and (scale := LEXICON.scales.match(self.tokens, after)) is not None:
            after = scale[1]
        if after == found[1] and not scaled:
            return ()
        named = money.after_number(self, after + (self.word(after) == "of"))
        return (self._unread(at, after if named is None else named.after, VAGUE),)

    # --- what stands before ------------------------------------------------------------------------------------------

    def _currency_start(self, at: int) -> int:
        """Return the token where a currency starts that stands before a number, else that of the number."""
        if at <= self.read_to or not self._may_be_currency(at - 1):
            return at
        for first in range(max(self.read_to, at - _LONGEST_PHRASE), at):
            found = money.before_number(self, first)
            if found is not None and found.after == at and self._is_prefix(first, found, at):
                return first
        return at

    def _may_be_currency(self, at: int) -> bool:
        """Return whether a token could end the name of a currency: most words before numbers do not."""
        is_letters = self.is_word(at) and narrow(self.written(at, at + 1)) in LEXICON.currency_letters
        return is_letters or self.word(at) == "¢" or LEXICON.currency.could_end_with(self.word(at))

    def _is_prefix(self, first: int, found: money.Money, at: int) -> bool:
        """Return whether a currency belongs to the number after it: signs and codes do, most names to one before."""
        phrase = found.phrase
        if not phrase.isalpha() or phrase == "renminbi" or found.is_sure:
            return True
        if phrase.isascii():
            return len(phrase) <= 3 and (phrase not in LEXICON.doubtful or self.written(first, first + 1)[0].isupper())
        return len(phrase) > 1 and (self.is_digits(at) or phrase[-1] in "币元镑金圆")

    def _sign_start(self, at: int) -> int:
        """Return the token of a sign before a number or its currency, else that token: −5, minus 5, 负5."""
        before = self.word(at - 1) if at > self.read_to else ""
        if not _is_sign(before):
            return at
        if before not in "-+":
            return at - 1
        further = self.tokens[at - 2] if at > 1 else None
        apart = further is None or not self.touches(at - 1) or not further.text[0].isalnum()
        is_han = further is not None and further.kind == "sign" and further.text.isalpha()
        return at - 1 if self.touches(at) and (apart or is_han) else at

    def _hedge_start(self, at: int) -> int:
        """Return the token where a hedge starts that stands before a number, else that of the number."""
        if not at or not LEXICON.hedges_before.could_end_with(self.word(at - 1)):
            return at
        for first in range(max(self.read_to, at - _LONGEST_PHRASE), at):
            found = LEXICON.hedges_before.match(self.tokens, first)
            if found is not None and found[1] == at and not self._is_no_hedge(first, at):
                return first
        return at

    def _is_no_hedge(self, first: int, at: int) -> bool:
        """Return whether what looks like a hedge is part of a word, or of another phrase: 签约, 最近, crept up to."""
        hedge, before = " ".join(self.words(first, at)), self.word(first - 1)
        if hedge in ("~", "≈") and self.touches(first) and self.is_digits(first - 1):
            return True
        if hedge == "上":
            # 迈上千亿元台阶 names a level; 上千亿元 is more than one.
            return self.word(at) not in ("万", "亿", "百", "千", "十") or before in LEXICON.levels
        behind = LEXICON.no_hedges.get(hedge, frozenset())
        return "*" in behind or before in behind

    # --- tokens ------------------------------------------------------------------------------------------------------

    def _starts_number(self, at: int) -> bool:
        if self.is_digits(at):
            return True
        word, following = self.word(at), self.word(at + 1)
        if word in chinese_numbers.formal():
            return self._is_formal(at)
        if not word.isascii() and (named := LEXICON.currency.match(self.tokens, at)) and named[1] > at + 2:
            return False  # 万那杜瓦图5亿
        if word in ("a", "an"):
            return following in LEXICON.scales or following in english_numbers.fraction_names() or following == "dozen"
        return word in _starts()

    def _is_formal(self, at: int) -> bool:
        """Return whether a numeral of cheques stands beside another, or before a unit: 壹佰, 伍元, and no 大陆."""
        following = self.word(at + 1)
        if following in ("元", "圆", "角", "成"):
            return not self.word(at - 1).isalpha()
        return bool(following) and (
            following in chinese_numbers.numeral_characters() or following in LEXICON.scales or following in "分点"
        )
