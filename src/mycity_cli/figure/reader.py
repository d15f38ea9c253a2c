"""Reading a figure from tokens: hedge, currency, number and scale, unit, thing counted, in the orders people use."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from mycity_cli.errors import FigureError
from mycity_cli.figure.amounts import Amounts
from mycity_cli.figure.faults import EXAMPLES, fault, no_number, want_of_number
from mycity_cli.figure.lexicon import LEXICON, Phrases
from mycity_cli.figure.money import Money, after_number, before_number
from mycity_cli.figure.numbers import Numbers
from mycity_cli.figure.numerals import Number, NumeralError
from mycity_cli.figure.ratios import Ratios
from mycity_cli.figure.tokens import Level, Tokens
from mycity_cli.figure.units import COUNT, Bound
from mycity_cli.messages import say

T = TypeVar("T")

_NO_CURRENCY = say("a percentage has no currency")
_VAGUE = {Bound.ODD, Bound.BETWEEN}
_GIVE_WAY = {None, Bound.OVER, Bound.ABOUT, Bound.EXACT}
"""Hedges that a number which is vague by itself replaces: 超200多亿元 is "200-odd", 大约十多 "ten-odd"."""


class FigureReading(NamedTuple):
    """What a reader found: `digits` × 10^`place` of a unit, and how far the truth may lie from it.

    `place` is that of the last written digit, `significant` the one that counts for "about"; `above` is how far above
    it the number may lie, as digits and place, where a bound says so. `precision` is the place that a fraction in words
    is stated to. The figure stands from `start` to `end`, its number with its unit in `number`, without hedges and
    thing counted; `power` is the power of ten of its scale words or percent sign, `behind` the token behind that
    number, `after` the one behind the figure.
    """

    digits: int
    place: int
    significant: int
    unit: str
    thing: str
    bound: Bound
    start: int
    end: int
    number: tuple[int, int]
    power: int
    behind: int
    after: int
    above: tuple[int, int] = (0, 0)
    precision: int | None = None

    def with_unit(self, unit: str, power: int) -> FigureReading:
        """Return a bare number as one of a unit and a scale: 3 in "3 to 5 billion yuan"."""
        above = self.above[0], self.above[1] + power
        return self._replace(
            unit=unit, place=self.place + power, significant=self.significant + power, above=above,
            power=self.power + power,
        )  # fmt: skip


class Reader(Level):
    """Reads the figures of a text. `at` is the token that is read next."""

    def __init__(self, line: Tokens) -> None:
        super().__init__(line)
        self.numbers = Numbers(line)
        self.ratios = Ratios(self.numbers)
        self.amounts = Amounts(self.numbers)
        self.at = 0
        self._first = 0
        self._bound: Bound | None = None
        self._opening = ""

    def read(self, at: int = 0) -> FigureReading:
        """Return the figure that starts at a token. Raises FigureError, with the part at fault."""
        self.at = self._first = number_first = at
        self._bound, self._opening = None, ""
        prefix, negative = None, False
        # Before digits nothing of this stands, and most figures begin with digits.
        if not self.is_digits(at):
            self._hedge(LEXICON.hedges_before)
            number_first = self.at
            negative = self._sign()
            prefix = self.amounts.prefix(self.at)
            self.at = self.at if prefix is None else prefix.after
            if self._hedge(LEXICON.hedges_before) is not None and prefix is None:
                number_first = self.at
            negative = negative or (prefix is not None and self._sign())
        try:
            reading = self._middle(number_first, prefix)
        except NumeralError as error:
            raise FigureError(error.message, self.text, error.start, error.end, help=EXAMPLES) from None
        return self._checked(reading, negative=negative)

    # --- number and unit ---------------------------------------------------------------------------------------------

    def _middle(self, first: int, prefix: Money | None) -> FigureReading:
        """Return the reading of a ratio, or of a number with its currency, percent sign or thing counted."""
        ratio = self.ratios.alone(self.at)
        if ratio is not None:
            if prefix is not None:
                raise fault(self, _NO_CURRENCY, self._first, ratio.number.after)
            return self._made(ratio.number, ratio.unit, first, precision=ratio.precision)
        number = self._number(is_money=prefix is not None)
        following = self.word(number.after)
        if prefix is None and following not in LEXICON.behind_numbers and "." not in following:
            # Nothing that belongs to a figure stands behind most bare numbers.
            return self._made(number, COUNT, first)
        number = self._with_parts(number)
        ratio = self.ratios.behind(number, self._first)
        if ratio is not None:
            if prefix is not None:
                raise fault(self, _NO_CURRENCY, self._first, ratio.number.after)
            return self._made(self.amounts.odd_behind(ratio.number), ratio.unit, first)
        number, currency = self.amounts.around(number, prefix, self._first)
        if currency is not None:
            number = self.amounts.odd_behind(number)
        return self._made(number, currency or COUNT, first)

    def _number(self, *, is_money: bool) -> Number:
        number = self.numbers.read(self.at, is_money=is_money)
        if number is None and self.word(self.at) in ("a", "an"):
            number = self.numbers.read(self.at + 1, is_money=is_money)
        if number is None and self.amounts.is_before_name(self.at):
            number = Number.plain(1, 0, self.at + 1)
        if number is None:
            raise want_of_number(self, self.at)
        if number.is_bare_scale and self._bound is None:
            suffix = after_number(self, number.after)
            after = number.after if suffix is None else suffix.after
            if LEXICON.hedges_after.match(self.tokens, after) is None:
                message = say("a number is missing before the scale word")
                raise no_number(self, message, min(self._first, self.at), after)
        return number

    def _with_parts(self, number: Number) -> Number:
        """Return a number with the fraction behind 又: 三又二分之一."""
        if self.word(number.after) != "又" or number.power or number.place < 0 or number.bound is not None:
            return number
        ratio = self.ratios.parts_of(number.after + 1)
        if ratio is None:
            return number
        parts = ratio.number
        return Number.plain(number.digits * 10 ** (number.place - parts.place) + parts.digits, parts.place, parts.after)

    def _made(self, number: Number, unit: str, first: int, *, precision: int | None = None) -> FigureReading:
        """Return the reading of a number of a unit; what is counted, and a hedge, may stand behind it."""
        self.at = behind = number.after
        thing = ""
        if self.at < len(self.tokens):
            thing = self._thing(unit)
            self._hedge(LEXICON.hedges_after)
        self._closing()
        thing = thing or self._thing(unit)
        bound = self._bound or Bound.EXACT if number.bound is None else self._with_vague(number.bound)
        return FigureReading(
            digits=number.digits, place=number.place, significant=number.significant, unit=unit, thing=thing,
            bound=bound, start=self.tokens[self._first].start, end=self.tokens[self.at - 1].end,
            number=(self.tokens[first].start, self.tokens[behind - 1].end), power=number.power, behind=behind,
            after=self.at, above=number.above, precision=precision,
        )  # fmt: skip

    def _with_vague(self, bound: Bound) -> Bound:
        """Return the bound of a number that is vague by itself. Raises FigureError where a hedge contradicts it."""
        if self._bound in _GIVE_WAY or self._bound is bound:
            return bound
        within = [n for n in range(self._first, self.at) if self.word(n) in LEXICON.hedges_within]
        first, after = (within[-1], within[-1] + 1) if within else (self._first, self.at)
        raise self._contradiction(first, after)

    def _contradiction(self, first: int, after: int) -> FigureError:
        """Return the error for a hedge that contradicts the one before it."""
        message = say("'{hedge}' does not go with the hedge before it", hedge=self.written(first, after))
        return fault(self, message, first, after)

    def _checked(self, reading: FigureReading, *, negative: bool) -> FigureReading:
        """Return the reading with its sign. Raises FigureError where it says nothing."""
        if reading.digits == 0 and reading.bound is Bound.NEARLY:
            raise fault(self, say("nothing is nearly zero"), self._first, self.at)
        if not negative:
            return reading
        if reading.bound in (Bound.NEARLY, *_VAGUE):
            raise fault(self, say("a hedged figure cannot be negative"), self._first, self.at)
        return reading._replace(digits=-reading.digits)

    # --- hedges, signs, things ---------------------------------------------------------------------------------------

    def _thing(self, unit: str) -> str:
        before = self.at
        if unit != COUNT or self._take(LEXICON.things) is None:
            return ""
        return self.written(before, self.at)

    def _hedge(self, words: Phrases[Bound]) -> Bound | None:
        before = self.at
        bound = self._take(words)
        opens = (
            self.whole and before == self._first and any(self.word(before) == one for one, _ in LEXICON.hedges_around)
        )
        if (bound is not None or opens) and self._names_money(before):
            # 约旦第纳尔 begins with a hedge, 比索 with half of one, and TOP is a code.
            self.at = before
            return None
        if bound is None:
            if opens:
                self._opening, self.at = self.word(before), before + 1
            return None
        if self._bound not in (None, bound):
            raise self._contradiction(before, self.at)
        self._bound = bound
        return bound

    def _names_money(self, at: int) -> bool:
        found = LEXICON.currency.match(self.tokens, at) or LEXICON.ambiguous.match(self.tokens, at)
        if found is None:
            return False
        return found[1] > at + 1 or (not self.whole and before_number(self, at) is not None)

    def _closing(self) -> None:
        """Take the second part of a hedge around a number, in a whole text: 低 in 比170低."""
        if not self._opening:
            return
        bound = LEXICON.hedges_around.get((self._opening, self.word(self.at)))
        if bound is None:
            message = say("'{word}' has no second part behind the number", word=self._opening)
            raise fault(self, message, self._first, self._first + 1)
        self._bound, self.at = bound, self.at + 1

    def _sign(self) -> bool:
        """Take a sign before a number; return whether it is a minus."""
        sign = self.word(self.at)
        if sign == "-" and self.is_word(self.at - 1) and self.touches(self.at):
            return False
        negative = sign in ("-", "负") or sign in LEXICON.minus
        if negative or (sign == "+" and not self.whole):
            self.at += 1
        return negative

    def _take(self, words: Phrases[T]) -> T | None:
        found = words.match(self.tokens, self.at)
        if found is None:
            return None
        meaning, self.at = found
        return meaning
