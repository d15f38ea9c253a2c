"""Reading a figure from tokens: hedge, currency, number and scale, unit, thing counted, in the orders people use."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple, NoReturn, TypeVar

from mycity_cli.errors import FigureError, suggestion
from mycity_cli.figure import fractions, lexicon
from mycity_cli.figure.lexicon import Bound, Lexicon
from mycity_cli.figure.numerals import Numeral, NumeralError, read_numeral
from mycity_cli.figure.tokens import Token

T = TypeVar("T")

_EXAMPLES = "write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%"

_LIKENESS = Fraction(3, 4)
"""How much of its letters a misspelt word shares with the one it was meant for."""

COUNT = "count"
RATIO = "ratio"

# A bare sign that several currencies share gives way to a currency named after the number: "$5 billion HKD".
_SHARED_SIGNS = {
    "$": {"USD", "HKD", "AUD", "CAD", "NZD", "SGD", "TWD"},
    "¥": {"CNY", "JPY"},
}


class Reading(NamedTuple):
    """What a reader found: `digits` × 10^`place` of a unit, and how far the truth may lie from it.

    `place` is that of the last written digit; the places of `significant` and `odd` are those that count for "about",
    and for a number followed by 余 or 多. `precision` is the place that a fraction in words is stated to.
    """

    digits: int
    place: int
    significant: int
    odd: int
    unit: str
    thing: str
    bound: Bound
    start: int
    end: int
    precision: int | None = None


class Shared(NamedTuple):
    """The unit, and the power of ten, that a number without them has from its neighbour: 3 in "3 to 5 billion yuan"."""

    unit: str = COUNT
    power: int = 0


class Reader:
    """Reads one figure that starts at a token. `at` is the next token to read.

    `number` is where the number that was read starts and ends, with its unit, without hedges and thing counted, and
    `power` the power of ten of its scale words or percent sign.
    """

    def __init__(self, text: str, tokens: list[Token], at: int = 0, shared: Shared | None = None) -> None:
        self.text = text
        self.tokens = tokens
        self.at = at
        self.number = 0, 0
        self.power = 0
        self._shared_unit = shared or Shared()
        self._first = at
        self._bound: Bound | None = None
        self._currency: str | None = None
        self._shared: set[str] = set()
        self._half = False
        self._in_chinese = False
        self._bare_scale = False

    def read(self) -> Reading:
        """Return the figure at the current token and move behind it. Raises FigureError, with the part at fault."""
        self._hedge(lexicon.HEDGES_BEFORE)
        number_first = self.at
        negative, chinese_percent = False, None
        # Before digits nothing of this stands, and most figures begin with digits.
        if not self._is_at_digits():
            negative = self._take_sign("-")
            self._prefix_currency()
            self._hedge(lexicon.HEDGES_BEFORE)
            if (fraction := fractions.read_fraction(self.tokens, self.at)) is not None and self._currency is None:
                return self._fraction(fraction, number_first)
            chinese_percent = self._take(lexicon.CHINESE_PERCENT)
            negative = negative or self._take_sign("-")
        numeral, scale, odd = self._number()
        ratio = chinese_percent or self._ratio_sign(numeral, scaled=scale > 0)
        if ratio is None:
            self._suffix_currency()
        elif self._currency is not None:
            self._fail("a percentage has no currency", self._first, self.at)
        elif self._odd():
            odd = numeral.significant_place
        unit = RATIO if ratio is not None else self._currency or self._shared_unit.unit
        self.power = scale + (ratio or 0) or self._shared_unit.power
        self.number = self.tokens[number_first].start, self.tokens[self.at - 1].end
        thing = self._thing(unit)
        self._hedge(lexicon.HEDGES_AFTER)
        thing = thing or self._thing(unit)
        self._check(numeral, negative=negative)
        return Reading(
            digits=-numeral.digits if negative else numeral.digits,
            place=numeral.place + self.power,
            significant=numeral.significant_place + self.power,
            odd=odd + self.power - scale,
            unit=unit,
            thing=thing,
            bound=self._bound or Bound.EXACT,
            start=self.tokens[self._first].start,
            end=self.tokens[self.at - 1].end,
        )

    def _fraction(self, fraction: fractions.Fraction, first: int) -> Reading:
        """Return the reading of a fraction in words, and of the hedge after it."""
        self.at = fraction.after
        self.number = self.tokens[first].start, self.tokens[self.at - 1].end
        self._hedge(lexicon.HEDGES_AFTER)
        return Reading(
            digits=fraction.digits,
            place=fraction.place,
            significant=fractions.PLACE,
            odd=fractions.PLACE,
            unit=RATIO,
            thing="",
            bound=self._bound or Bound.EXACT,
            start=self.tokens[self._first].start,
            end=self.tokens[self.at - 1].end,
            precision=fractions.PLACE,
        )

    def _check(self, numeral: Numeral, *, negative: bool) -> None:
        """Raise FigureError where what was read says nothing."""
        if self._bare_scale and self._bound is None:
            self._fail("a number is missing before the scale word", self._first, self.at)
        if numeral.digits == 0 and self._bound is Bound.NEARLY:
            self._fail("nothing is nearly zero", self._first, self.at)
        if negative and self._bound not in (None, Bound.ABOUT):
            self._fail("a hedged figure cannot be negative", self._first, self.at)

    def fail_at_rest(self) -> NoReturn:
        """Raise the FigureError for the first token after a figure that should have filled the text."""
        token = self.tokens[self.at]
        rest = self.text[token.start : token.end]
        words = _words()
        # Short words are near to too many others for an offer to be worth reading.
        misspelt = len(token.text) > 3 and token.text not in words
        offer = suggestion(token.text, words, most=0, likeness=_LIKENESS) if misspelt else ""
        message = f"cannot read '{rest}' after '{self.text[: token.start].strip()}'"
        raise FigureError(message, self.text, token.start, token.end, help=offer or _EXAMPLES)

    # --- parts ---------------------------------------------------------------------------------------------------

    def _number(self) -> tuple[Numeral, int, int]:
        """Return the number, the power of ten of its scale words, and the place that 余 or 多 speaks of.

        A number may have parts, each smaller than the last digit of the one before: 18 billion 180 million, 1亿2000万.
        """
        numeral, scale, odd = self._part(self._first_numeral())
        while scale and self._bound is not Bound.ODD and (part := self._next_part(numeral.place + scale)) is not None:
            small, small_scale, odd = part
            shift = numeral.place + scale - small.place - small_scale
            numeral, scale = Numeral(numeral.digits * 10**shift + small.digits, small.place), small_scale
        return numeral, scale, odd

    def _part(self, numeral: Numeral) -> tuple[Numeral, int, int]:
        """Return a number with its scale; 余 or 多 before the scale speaks of the number, after it of the scale."""
        if self._odd():
            scale = self._scale()
            return numeral, scale, numeral.significant_place + scale
        scale = self._scale()
        self._odd()
        return numeral, scale, scale + min(0, numeral.place)

    def _next_part(self, last_place: int) -> tuple[Numeral, int, int] | None:
        before = self.at, self._bound
        after_zero = self._text() in ("零", "〇")
        if after_zero and self.at + 1 < len(self.tokens) and self.tokens[self.at + 1].kind == "number":
            # 3亿零500万
            self.at += 1
        numeral = self._numeral()
        if numeral is None:
            return None
        part = numeral, scale, _ = self._part(numeral)
        # A lone 三 after 两万 could be 3 or 3000, and 1 million 200 is nobody's way to write: both are left unread.
        has_place = after_zero or numeral.place > 0 or numeral.digits >= 10
        follows = scale > 0 or (numeral.in_chinese and has_place)
        room = last_place - numeral.place - scale
        if follows and room >= 0 and numeral.digits < 10**room:
            return part
        self.at, self._bound = before
        return None

    def _first_numeral(self) -> Numeral:
        if not self._is_at_digits() and (tenths := self._take(lexicon.HALF)) is not None:
            self._half = True
            before = self.at
            if self._take_article() and self._take_sign("dozen"):
                self._half = False
                return Numeral(6, 0)
            if self.at > before and not self._starts(lexicon.SCALES) and not self._starts(lexicon.PERCENT):
                self.at = before
            return Numeral(tenths, -1)
        before = self.at
        if (numeral := self._numeral()) is not None:
            return numeral
        article = self._take_article()
        if self._starts(lexicon.SCALES):
            self._bare_scale = not article
            return Numeral(1, 0)
        if article and (numeral := self._numeral()) is not None:
            return numeral
        self.at = before
        raise self._want_of_number()

    def _numeral(self) -> Numeral | None:
        try:
            found = read_numeral(self.tokens, self.at)
        except NumeralError as error:
            raise FigureError(error.message, self.text, error.start, error.end, help=_EXAMPLES) from None
        if found is None:
            return None
        numeral, self.at = found
        return numeral

    def _scale(self) -> int:
        """Return the power of ten of the scale words here: each multiplies the one before, which is smaller."""
        total, last = 0, 0
        while True:
            before = self.at
            self._take_sign("-")
            self._measure_of_scale()
            place = lexicon.CHINESE_PLACES.get(self._text())
            if place is not None and total == 0:
                self.at += 1
                scale = place
            else:
                scale = self._take(lexicon.SCALES) or 0
            if scale <= last:
                self.at = before
                return total
            total, last = total + scale, scale

    def _measure_of_scale(self) -> None:
        """Move behind the 个 of 12个亿; in 12个亿元以上项目 it measures the projects."""
        if self._text() != "个":
            return
        following = [token.text for token in self.tokens[self.at + 1 : self.at + 3]]
        if following[:1] == ["亿"] and following[1:] not in (["元"], ["级"]):
            self.at += 1

    def _ratio_sign(self, numeral: Numeral, *, scaled: bool) -> int | None:
        """Return the power of ten of a percent sign (or of 成, tenths) here; None where the figure is no ratio."""
        before = self.at
        self._take_sign("-")
        percent = self._take(lexicon.PERCENT)
        if percent is None:
            self.at = before
        if percent is None and 0 <= numeral.digits <= 10 and numeral.place in (0, 1):
            percent = self._take(lexicon.TENTHS)
        if percent is not None and scaled:
            self._fail("a percentage has no scale word", self._first, self.at)
        return 0 if percent is None and self._half and not scaled else percent

    def _prefix_currency(self) -> None:
        before = self.at
        self._currency = self._take(lexicon.CURRENCY)
        self._in_chinese = self.at > before and not self.tokens[before].text.isascii()
        if self.at == before + 1:
            self._shared = _SHARED_SIGNS.get(self.tokens[before].text, set())

    def _suffix_currency(self) -> None:
        before = self.at
        self._take_sign("-")
        currency = self._take(lexicon.CURRENCY)
        if currency is None or self._starts_next_amount():
            self.at = before
        elif self._currency in (None, currency) or currency in self._shared:
            self._currency = currency
        elif self._in_chinese and self.tokens[self.at - 1].text == "元":
            # 港币5亿元: after a currency named in Chinese 元 is its unit.
            return
        else:
            self._fail(f"two currencies, {self._currency} and {currency}", self._first, self.at)

    def _starts_next_amount(self) -> bool:
        """Return whether the sign just read belongs to a number after it: $5 €3."""
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        sign = self.tokens[self.at - 1]
        return following is not None and following.kind == "number" and sign.kind == "sign" and sign.text in "$¥€£₩₹"

    def _thing(self, unit: str) -> str:
        before = self.at
        if unit != COUNT or self._take(lexicon.THINGS_COUNTED) is None:
            return ""
        return self.text[self.tokens[before].start : self.tokens[self.at - 1].end]

    def _odd(self) -> bool:
        before = self.at
        # Asked of every number, and said of few.
        if not self._take_sign("-") and not self._starts(lexicon.HEDGES_WITHIN):
            return False
        if self._hedge(lexicon.HEDGES_WITHIN) is None:
            self.at = before
            return False
        return True

    def _hedge(self, words: Lexicon[Bound]) -> Bound | None:
        before = self.at
        bound = self._take(words)
        if bound is None:
            return None
        if self._bound in (None, bound):
            self._bound = bound
        elif {bound, self._bound} == {Bound.OVER, Bound.ODD}:
            # 超200多亿元: "more than" gives way to the narrower "200-odd".
            self._bound = Bound.ODD
        else:
            hedge = self.text[self.tokens[before].start : self.tokens[self.at - 1].end]
            self._fail(f"'{hedge}' does not go with the hedge before it", before, self.at)
        return bound

    # --- tokens --------------------------------------------------------------------------------------------------

    def _take(self, words: Lexicon[T]) -> T | None:
        found = words.match(self.tokens, self.at)
        if found is None:
            return None
        meaning, self.at = found
        return meaning

    def _starts(self, words: Lexicon[T]) -> bool:
        return words.match(self.tokens, self.at) is not None

    def _take_sign(self, sign: str) -> bool:
        if self.at >= len(self.tokens) or self.tokens[self.at].text != sign:
            return False
        self.at += 1
        return True

    def _take_article(self) -> bool:
        return self._take_sign("a") or self._take_sign("an")

    def _is_at_digits(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].kind == "number"

    def _text(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    # --- failing -------------------------------------------------------------------------------------------------

    def _fail(self, message: str, first: int, after: int) -> NoReturn:
        raise FigureError(message, self.text, self.tokens[first].start, self.tokens[after - 1].end, help=_EXAMPLES)

    def _want_of_number(self) -> FigureError:
        if self.at == len(self.tokens):
            message = "no number in it" if self.tokens else "the figure is empty"
            return FigureError(message, self.text, len(self.text), len(self.text), help=_EXAMPLES)
        token = self.tokens[self.at]
        found = self.text[token.start : token.end]
        return FigureError(f"expected a number, found '{found}'", self.text, token.start, token.end, help=_EXAMPLES)


def _words() -> list[str]:
    """Return the words that a misspelt one may have been meant for."""
    lexicons: tuple[Iterable[str], ...] = (
        lexicon.SCALES,
        lexicon.CURRENCY,
        lexicon.PERCENT,
        lexicon.THINGS_COUNTED,
    )
    return sorted(word for words in lexicons for word in words if len(word) > 2 and word.isascii())
