"""Reading a figure from tokens: hedge, currency, number and scale, unit, thing counted, in the orders people use."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple, NoReturn, TypeVar

from mycity_cli.errors import FigureError, suggestion
from mycity_cli.figure import money
from mycity_cli.figure.chinese_numbers import ChineseNumbers, numeral_characters
from mycity_cli.figure.english_numbers import EnglishNumbers
from mycity_cli.figure.fractions import PLACE, decimal_of, precision_of
from mycity_cli.figure.lexicon import LEXICON, Bound, Phrases
from mycity_cli.figure.money import Money
from mycity_cli.figure.numerals import Number, NumeralError
from mycity_cli.figure.tokens import Token

T = TypeVar("T")

EXAMPLES = "write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%"

_LIKENESS = Fraction(3, 4)
"""How much of its letters a misspelt word shares with the one it was meant for."""

COUNT = "count"
RATIO = "ratio"
POINTS = "points"

_VAGUE = {Bound.ODD, Bound.BETWEEN}


class Reading(NamedTuple):
    """What a reader found: `digits` × 10^`place` of a unit, and how far the truth may lie from it.

    `place` is that of the last written digit, `significant` the one that counts for "about"; `above` is how far above
    it the number may lie, as digits and place, where a bound says so. `precision` is the place that a fraction in words
    is stated to. The figure stands from `start` to `end`, its number with its unit in `number`, without hedges and
    thing counted; `power` is the power of ten of its scale words or percent sign, `behind` the token behind that number,
    `after` the one behind the figure.
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

    def with_unit(self, unit: str, power: int) -> Reading:
        """Return a bare number as one of a unit and a scale: 3 in "3 to 5 billion yuan"."""
        above = self.above[0], self.above[1] + power
        return self._replace(
            unit=unit, place=self.place + power, significant=self.significant + power, above=above,
            power=self.power + power,
        )  # fmt: skip


class Reader:
    """Reads figures that start at tokens of a text.

    `whole` says that the text is one figure and nothing else, so that "$20 43" and a code in lower case have one
    meaning; `continental` that points set off groups and a comma decimals.
    """

    def __init__(self, text: str, tokens: list[Token], *, whole: bool = False, continental: bool = False) -> None:
        self.text = text
        self.tokens = tokens
        self.whole = whole
        self.english = EnglishNumbers(text, tokens, whole=whole, continental=continental)
        self.chinese = ChineseNumbers(text, tokens, whole=whole, continental=continental)
        self.at = 0
        self._first = 0
        self._bound: Bound | None = None
        self._around = ""

    def read(self, at: int = 0) -> Reading:
        """Return the figure that starts at a token. Raises FigureError, with the part at fault."""
        self.at = self._first = at
        self._bound, self._around = None, ""
        negative, prefix = False, None
        # Before digits nothing of this stands, and most figures begin with digits.
        if not self._is_digits():
            self._hedge(LEXICON.hedges_before)
        number_first = self.at
        if not self._is_digits():
            negative = self._sign()
            prefix = self._prefix()
            if self._hedge(LEXICON.hedges_before) is not None and prefix is None:
                number_first = self.at
            negative = negative or (prefix is not None and self._sign())
        if prefix is None and self._may_be_ratio() and (ratio := self._ratio_alone()) is not None:
            reading = self._made(ratio, RATIO, number_first, precision=ratio.above[1] if ratio.above[0] < 0 else None)
        else:
            reading = self._amount_or_count(number_first, prefix)
        return self._checked(reading, negative=negative)

    # --- what stands in the middle -----------------------------------------------------------------------------------

    def _amount_or_count(self, number_first: int, prefix: Money | None) -> Reading:
        """Return the reading of a number with its currency, percent sign or thing counted."""
        number = self._with_parts(self._number(is_money=prefix is not None))
        if (ratio := self._ratio_behind(number)) is not None:
            if prefix is not None:
                self._fail("a percentage has no currency", self._first, self.at)
            return self._made(self._odd_behind(ratio[0]), ratio[1], number_first)
        number, code = self._with_currency(number, prefix)
        return self._made(number, code or COUNT, number_first)

    def _made(self, number: Number, unit: str, first: int, *, precision: int | None = None) -> Reading:
        """Return the reading of a number of a unit; what is counted, and a hedge, may stand behind it."""
        span, behind = (self.tokens[first].start, self.tokens[self.at - 1].end), self.at
        thing = self._thing(unit)
        if self.at < len(self.tokens):
            self._hedge(LEXICON.hedges_after)
            self._second_part()
            thing = thing or self._thing(unit)
        bound = self._bound or Bound.EXACT
        if number.bound is not None:
            bound = self._with_vague(number)
        return Reading(
            digits=number.digits, place=number.place, significant=number.significant, unit=unit, thing=thing,
            bound=bound, start=self.tokens[self._first].start, end=self.tokens[self.at - 1].end, number=span,
            power=number.power, behind=behind, after=self.at, above=number.above if number.bound else (0, 0), precision=precision,
        )  # fmt: skip

    def _with_vague(self, number: Number) -> Bound:
        """Return the bound of a number that is vague by itself: "more than" and "about" give way to it."""
        if self._bound in (None, Bound.OVER, Bound.ABOUT, Bound.EXACT, number.bound):
            assert number.bound is not None
            return number.bound
        written = self.text[self.tokens[self.at - 1].start : self.tokens[self.at - 1].end]
        if number.bound is Bound.ODD:
            at = next(n for n in range(self.at - 1, -1, -1) if self.tokens[n].text in LEXICON.hedges_within)
            written = self.text[self.tokens[at].start : self.tokens[at].end]
            self._fail(f"'{written}' does not go with the hedge before it", at, at + 1)
        self._fail(f"'{written}' does not go with the hedge before it", self._first, self.at)

    def _checked(self, reading: Reading, *, negative: bool) -> Reading:
        """Return the reading with its sign. Raises FigureError where it says nothing."""
        if reading.digits == 0 and reading.bound is Bound.NEARLY:
            self._fail("nothing is nearly zero", self._first, self.at)
        if not negative:
            return reading
        if reading.bound in (Bound.NEARLY, *_VAGUE):
            self._fail("a hedged figure cannot be negative", self._first, self.at)
        return reading._replace(digits=-reading.digits)

    # --- numbers -----------------------------------------------------------------------------------------------------

    def _number(self, *, is_money: bool) -> Number:
        try:
            number = self._read_number(self.at, is_money=is_money)
            if number is None and self.text_at() in ("a", "an"):
                number = self._read_number(self.at + 1, is_money=is_money)
        except NumeralError as error:
            raise FigureError(error.message, self.text, error.start, error.end, help=EXAMPLES) from None
        if number is None and self.text_at() in ("a", "an") and self._is_before_currency_name():
            number = Number.plain(1, 0, self.at + 1)
        if number is None:
            raise self._want_of_number()
        if number.is_bare_scale and self._bound is None:
            suffix = money.after_number(self.text, self.tokens, number.after, strict=not self.whole)
            after = number.after if suffix is None else suffix.after
            if LEXICON.hedges_after.match(self.tokens, after) is None:
                first = self._first if self._first < self.at else self.at
                self._fail("a number is missing before the scale word", first, after)
        self.at = number.after
        return number

    def _is_before_currency_name(self) -> bool:
        """Return whether a whole text goes on from an article with a currency: a dollar."""
        named = money.named_at(self.text, self.tokens, self.at + 1, strict=True) if self.whole else None
        return named is not None and named.phrase.isalpha() and named.phrase.upper() != named.code

    def _read_number(self, at: int, *, is_money: bool) -> Number | None:
        """Return the number at a token in whichever language it is written."""
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind == "number" and not self._goes_on_in_chinese(at):
            return self.english.read(at, is_money=is_money)
        if token.kind == "sign" or token.kind == "number":
            number = self.chinese.read(at)
            if number is not None or token.kind == "number":
                return number
        if (number := self.english.read(at, is_money=is_money)) is not None:
            return number
        scale = LEXICON.scales.match(self.tokens, at)
        if scale is None:
            return None
        return Number(1, scale[0], scale[1], scale[0], power=scale[0], is_bare_scale=True)

    def _goes_on_in_chinese(self, at: int) -> bool:
        """Return whether what follows the digits at a token makes them a Chinese number: 5千, 30多, 1万, 12个亿."""
        while at < len(self.tokens) and self.tokens[at].kind == "number":
            at += 1
        following = self.text_at(at)
        if not following or following.isascii():
            return False
        if following == "个":
            return self.text_at(at + 1) in LEXICON.scales or self.text_at(at + 1) == "半"
        return (
            following in numeral_characters()
            or following in LEXICON.scales
            or following in LEXICON.hedges_within
            or following in LEXICON.hedges_inside
            or following == "点"
        )

    def _with_parts(self, number: Number) -> Number:
        """Return a number with the fraction behind 又: 三又二分之一."""
        if self.text_at() != "又" or number.power or number.place < 0 or number.bound is not None:
            return number
        self.at += 1
        parts = self._parts_of()
        if parts is None:
            self.at -= 1
            return number
        digits = number.digits * 10 ** (number.place - parts.place) + parts.digits
        return Number.plain(digits, parts.place, self.at)

    # --- ratios ------------------------------------------------------------------------------------------------------

    def _ratio_alone(self) -> Number | None:
        """Return a ratio that is no number with a sign behind it: half, a third, 三分之二, 3/4.

        Its `above` holds, with a negative first member, the place to which a fraction is stated.
        """
        for read in (self._half, self._parts_of, self._fraction_in_words, self._fraction_in_digits):
            number = read()
            if number is not None:
                return number
        return None

    def _may_be_ratio(self) -> bool:
        """Return whether what stands here could be a fraction: digits are one only before 分之, a bar, "in", "out of"."""
        return not self._is_digits() or self.text_at(self.at + 1) in ("分", "/", "in", "out")

    def _fraction(self, parts: int, whole: int, after: int) -> Number:
        digits, place = decimal_of(parts, whole)
        self.at = after
        return Number(digits, place, after, PLACE, above=(-1, precision_of(whole)))

    def _half(self) -> Number | None:
        """Return a half, and half a percent."""
        at = self.at
        if self.text_at() in LEXICON.halves or (self.text_at() == "一" and self.text_at(at + 1) == "半"):
            if self.chinese.read(at) is not None and self.text_at() == "半":
                return None
            after = at + (2 if self.text_at(at + 1) in ("半", "数") and self.text_at(at) in ("一", "半") else 1)
            if self.text_at(after) == "个":
                return None
        else:
            after = at + 1 if self.text_at() == "half" else at + 2
            if "half" not in (self.text_at(at), self.text_at(at + 1)) or self.text_at(at) not in ("half", "one", "a"):
                return None
            if self.text_at(after) in ("a", "an", "of") and LEXICON.ratios.match(self.tokens, after + 1) is not None:
                after += 1
            if self.english.read(at) is not None:
                return None
        self.at = after
        percent = LEXICON.ratios.match(self.tokens, after)
        if percent is not None:
            self.at = percent[1]
            return Number(5, percent[0] - 1, percent[1], percent[0] - 1, power=percent[0])
        return Number(5, -1, after, -1)

    def _parts_of(self) -> Number | None:
        """Return a Chinese fraction, whose whole stands first: 三分之二, 百分之22.4, 万分之五."""
        sign = next((n for n in range(self.at + 1, self.at + 8) if self.text_at(n) == "分"), None)
        if sign is None or self.text_at(sign + 1) != "之":
            return None
        try:
            whole = self.chinese.read(self.at)
            negative = self.text_at(sign + 2) == "负"
            parts = self._read_number(sign + 2 + negative, is_money=False)
        except NumeralError:
            # What stands around the sign is no numeral, and so no fraction: what else it is, is for others to say.
            return None
        if whole is None or parts is None or whole.after != sign or whole.digits <= 0 or whole.place < 0:
            return None
        self.at = parts.after
        of = whole.digits * 10**whole.place
        power = len(str(of)) - 1
        if of == 10**power and power > 1:
            shifted = parts.scaled(-power, parts.after)._replace(power=-power)
            return shifted._replace(digits=-shifted.digits) if negative else shifted
        if parts.place < 0 or not 0 < parts.digits * 10**parts.place < of or parts.bound is not None:
            return None
        return self._fraction(parts.digits * 10**parts.place, of, parts.after)

    def _fraction_in_words(self) -> Number | None:
        """Return an English fraction: a third, two-thirds, one in four, three out of five."""
        found = self.english.fraction(self.at)
        if found is not None and self.text_at() != "half":
            of_scale = self.english.read(self.at)
            return self._fraction(*found) if of_scale is None or not of_scale.power else None
        if self.text_at() in ("a", "an") or not (self._is_word() or self.whole):
            return None
        try:
            parts = self.english.read(self.at)
            if parts is None or parts.place < 0 or parts.power:
                return None
            at = parts.after
            if self.text_at(at) == "out" and self.text_at(at + 1) == "of":
                at += 2
            elif self.text_at(at) == "in" and (parts.digits == 1 or self.whole):
                at += 1
            else:
                return None
            whole = self.english.read(at)
        except NumeralError:
            return None
        if whole is None or whole.power or not 0 < parts.digits < whole.digits or not (self.whole or self._is_word(at)):
            return None
        return self._fraction(parts.digits, whole.digits, whole.after)

    def _fraction_in_digits(self) -> Number | None:
        """Return a fraction in digits or as one sign, in a text that is nothing else: 3/4, ½."""
        one, slash, other = (self.text_at(self.at + n) for n in range(3))
        if self.whole and slash == "/" and one.isdecimal() and other.isdecimal() and len(one + other) < 12:
            parts, whole = int(one), int(other)
            return self._fraction(parts, whole, self.at + 3) if 0 < parts < whole else None
        number = None if self._is_digits() or self._is_word() else self.english.read(self.at)
        if number is None or number.power or number.place >= 0 or self.text_at() == "点":
            return None
        self.at = number.after
        return number._replace(above=(-1, PLACE))

    def _ratio_behind(self, number: Number) -> tuple[Number, str] | None:
        """Return a number with the percent sign, or the words for percentage points, behind it."""
        # A 51-percent stake
        at = self.at + (self.text_at() == "-")
        points = LEXICON.points.match(self.tokens, at)
        found = points or LEXICON.ratios.match(self.tokens, at)
        if found is None:
            return None
        power, after = found
        tenths = self.tokens[self.at].text == "成"
        if tenths and number.digits * 10 ** max(0, number.place) > 10 * 10 ** max(0, -number.place):
            return None
        if number.power > 3:
            self._fail("a percentage has no scale word", self._first, after)
        self.at = after
        number = number.scaled(power, after)._replace(power=power)
        if tenths:
            number = self._hundredths(number)
        return number, POINTS if points else RATIO

    def _hundredths(self, number: Number) -> Number:
        """Return tenths with the hundredths behind them: 七成五, 三成半."""
        following = "5" if self.text_at() == "半" else ""
        try:
            section = None if following or self._is_digits() or not self.text_at() else self.chinese.read(self.at)
        except NumeralError:
            return number
        if section is not None and section.after == self.at + 1 and 0 < section.digits < 10 and section.place == 0:
            following = str(section.digits)
        total = number.plus(Number(int(following), -2, self.at + 1, -2)) if following else None
        if total is None or number.place != -1:
            return number
        self.at += 1
        return total._replace(power=number.power)

    # --- currencies --------------------------------------------------------------------------------------------------

    def _prefix(self) -> Money | None:
        if self._is_digits() or not self.text_at():
            return None
        at = self.at
        prefix = money.before_number(self.text, self.tokens, at, strict=not self.whole)
        if prefix is None and self.text_at() in ("a", "an"):
            prefix = money.before_number(self.text, self.tokens, at + 1, strict=not self.whole)
        if prefix is None:
            shared = LEXICON.ambiguous.match(self.tokens, at)
            if shared is not None and self.text_at(shared[1]) and self.tokens[shared[1]].kind == "number":
                self._fail_ambiguous(shared[0], at, shared[1])
            return None
        self.at = prefix.after
        return prefix

    def _with_currency(self, number: Number, prefix: Money | None) -> tuple[Number, str | None]:
        """Return a number with what its currency adds to it, a scale or subunits, and that currency."""
        suffix = self._suffix(prefix)
        if suffix is None and prefix is None and (joined := money.scale_and_code(self.text, self.tokens, self.at)):
            self.at += 1
            return number.scaled(joined[0], self.at), joined[1]
        if suffix is not None and not number.power:
            scale = LEXICON.scales.match(self.tokens, self.at)
            if scale is not None and scale[0] > 3:
                number = number.scaled(*scale)
                self.at = scale[1]
        if prefix is None and suffix is None:
            return self._in_subunits(number)
        named = prefix if suffix is None or (prefix is not None and suffix.phrase == "元") else suffix
        assert named is not None
        number = self._with_subunits(number, named)
        # In words on cheques, 整 and 正 end an amount.
        self.at += self.text_at() in ("整", "正") and not self.text_at(self.at - 1).isascii()
        return self._odd_behind(number), named.code

    def _suffix(self, prefix: Money | None) -> Money | None:
        """Return the currency behind a number, and move behind it."""
        if self.at >= len(self.tokens):
            return None
        if not LEXICON.may_name_money(self.tokens[self.at]):
            return None
        suffix = money.after_number(self.text, self.tokens, self.at, strict=not self.whole)
        if suffix is None:
            self._ambiguous_behind(prefix)
            return None
        if self._starts_next_amount(suffix, has_own=prefix is not None):
            return None
        if prefix is not None and not prefix.goes_with(suffix):
            self.at = suffix.after
            self._fail(f"two currencies, {prefix.code} and {suffix.code}", self._first, self.at)
        self.at = suffix.after
        return suffix

    def _ambiguous_behind(self, prefix: Money | None) -> None:
        at = self.at + (self.text_at() == "-")
        shared = LEXICON.ambiguous.match(self.tokens, at)
        if shared is None:
            return
        if prefix is None or prefix.code not in shared[0]:
            self._fail_ambiguous(shared[0], at, shared[1])
        self.at = shared[1]

    def _starts_next_amount(self, suffix: Money, *, has_own: bool) -> bool:
        """Return whether a sign or code belongs to a number after it: $5 €3, CNY 10 billion USD 2 billion."""
        is_code = suffix.phrase.isascii() and suffix.phrase.upper() == suffix.code
        mark = suffix.is_sign or is_code or not suffix.phrase[-1].isalpha()
        following = self.text_at(suffix.after)
        if not mark or not following or self.tokens[suffix.after].kind != "number":
            return False
        touches_own = self.tokens[self.at].start == self.tokens[self.at - 1].end
        touches_next = self.tokens[suffix.after].start == self.tokens[suffix.after - 1].end
        if has_own or self.whole or touches_own:
            return has_own
        if touches_next or self._has_own(suffix.after):
            return touches_next
        if is_code and self.tokens[self.at - 1].kind == "number":
            self._fail(f"{suffix.code} could be the currency of either number", self._first, suffix.after + 1)
        return True

    def _has_own(self, at: int) -> bool:
        """Return whether the number in digits at a token has a currency or subunit behind it: 10 rmb 20 usd."""
        after = at + 1
        scale = LEXICON.scales.match(self.tokens, after)
        after = after if scale is None else scale[1]
        return (
            money.subunit_at(self.tokens, after) is not None
            or money.after_number(self.text, self.tokens, after, strict=True) is not None
        )

    def _in_subunits(self, number: Number) -> tuple[Number, str | None]:
        """Return a number of subunits as one of their currency: 470 pence; a bare number as it is."""
        found = money.subunit_at(self.tokens, self.at)
        if found is None or number.power:
            return number, None
        code, power, after = found
        phrase = "".join(token.text for token in self.tokens[self.at : after])
        if not self.whole and len(phrase) < 3 and phrase != "¢" and (phrase.isascii() or len(phrase) < 2):
            return number, None
        self.at = after
        return self._with_subunits(number.scaled(power, after)._replace(power=0), None), code

    def _with_subunits(self, number: Number, named: Money | None) -> Number:
        """Return an amount with the subunits behind it: 3 dollars 50 cents, 123元5角, and in a whole text $20 43."""
        while number.place >= -1 and not number.power and number.bound is None:
            at = self.at + (self.text_at() in ("and", "又", "零", "〇"))
            try:
                part = self._read_number(at, is_money=False)
            except NumeralError:
                return number
            if part is None or part.power or part.place < 0 or part.bound is not None:
                return number
            found = money.subunit_at(self.tokens, part.after)
            after, power = part.after, -2
            if found is not None:
                power, after = found[1], found[2]
            elif not self._are_bare_subunits(part, named):
                return number
            elif named is not None and named.is_chinese and self.text_at(at - 1) not in ("零", "〇"):
                power = number.place - 1 if number.place < 0 else -1
            total = number._replace(digits=number.digits * 10 ** max(0, number.place), place=min(0, number.place))
            joined = total.plus(part.scaled(power, after)._replace(power=0))
            if joined is None:
                return number
            number, self.at = joined, after
        return number

    def _are_bare_subunits(self, part: Number, named: Money | None) -> bool:
        """Return whether a number that ends a whole text can be the cents of what is before it."""
        return self.whole and part.after == len(self.tokens) and part.digits * 10**part.place < (
            10 if named is not None and named.is_chinese else 100
        )  # fmt: skip

    def _odd_behind(self, number: Number) -> Number:
        """Return an amount with 多, 余 or "odd" behind its currency."""
        at = self.at + (self.text_at() == "-")
        found = LEXICON.hedges_within.match(self.tokens, at)
        if found is None or number.bound is not None:
            return number
        self.at = found[1]
        return number._replace(bound=Bound.ODD, above=(1, number.significant))

    # --- hedges, signs, things ---------------------------------------------------------------------------------------

    def _thing(self, unit: str) -> str:
        before = self.at
        if unit != COUNT or self._take(LEXICON.things) is None:
            return ""
        return self.text[self.tokens[before].start : self.tokens[self.at - 1].end]

    def _hedge(self, words: Phrases[Bound]) -> Bound | None:
        before = self.at
        bound = self._take(words)
        if bound is None:
            self._first_part()
            return None
        if self._bound in (None, bound):
            self._bound = bound
        else:
            hedge = self.text[self.tokens[before].start : self.tokens[self.at - 1].end]
            self._fail(f"'{hedge}' does not go with the hedge before it", before, self.at)
        return bound

    def _first_part(self) -> None:
        """Take what opens a hedge in two parts, in a whole text: 比 in 比170低."""
        if self.whole and self.text_at() == "比" and self.at == self._first:
            self._around, self.at = self.text_at(), self.at + 1

    def _second_part(self) -> None:
        bound = LEXICON.hedges_around.get((self._around, self.text_at())) if self._around else None
        if bound is not None:
            self._bound, self.at = bound, self.at + 1

    def _sign(self) -> bool:
        """Take a sign before a number; return whether it is a minus."""
        sign = self.text_at()
        if sign == "-" and self._is_word(self.at - 1) and self.tokens[self.at - 1].end == self.tokens[self.at].start:
            return False
        negative = sign in ("-", "负") or sign in LEXICON.words("en", "numbers", "minus")
        if negative or (sign == "+" and not self.whole):
            self.at += 1
        return negative

    # --- tokens ------------------------------------------------------------------------------------------------------

    def _take(self, words: Phrases[T]) -> T | None:
        found = words.match(self.tokens, self.at)
        if found is None:
            return None
        meaning, self.at = found
        return meaning

    def text_at(self, at: int | None = None) -> str:
        """Return the token at a number, or the next one; the empty text where there is none."""
        at = self.at if at is None else at
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _is_digits(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].kind == "number"

    def _is_word(self, at: int | None = None) -> bool:
        at = self.at if at is None else at
        return at < len(self.tokens) and self.tokens[at].is_word

    # --- failing -----------------------------------------------------------------------------------------------------

    def fail_at_rest(self, at: int) -> NoReturn:
        """Raise the FigureError for the first token after a figure that should have filled the text."""
        token = self.tokens[at]
        rest = self.text[token.start : token.end]
        words = _words()
        # Short words are near to too many others for an offer to be worth reading.
        misspelt = len(token.text) > 3 and token.text not in words
        offer = suggestion(token.text, words, most=0, likeness=_LIKENESS) if misspelt else ""
        message = f"cannot read '{rest}' after '{self.text[: token.start].strip()}'"
        raise FigureError(message, self.text, token.start, token.end, help=offer or EXAMPLES)

    def _fail(self, message: str, first: int, after: int, *, help: str = EXAMPLES) -> NoReturn:
        raise FigureError(message, self.text, self.tokens[first].start, self.tokens[after - 1].end, help=help)

    def _fail_ambiguous(self, codes: tuple[str, ...], first: int, after: int) -> NoReturn:
        name = self.text[self.tokens[first].start : self.tokens[after - 1].end]
        choice = f"write the code of the one that is meant: {' or '.join(codes[:4])}{', …' * (len(codes) > 4)}"
        self._fail(f"'{name}' are the money of several states", first, after, help=choice)

    def _want_of_number(self) -> FigureError:
        if self.at >= len(self.tokens):
            message = "no number in it" if self.tokens else "the figure is empty"
            return FigureError(message, self.text, len(self.text), len(self.text), help=EXAMPLES)
        token = self.tokens[self.at]
        found = self.text[token.start : token.end]
        return FigureError(f"expected a number, found '{found}'", self.text, token.start, token.end, help=EXAMPLES)


def _words() -> list[str]:
    """Return the words that a misspelt one may have been meant for."""
    lexicons: tuple[Phrases[int] | Phrases[str], ...] = (
        LEXICON.scales, LEXICON.currency, LEXICON.ratios, LEXICON.things,
    )  # fmt: skip
    return sorted(word for words in lexicons for word in words if len(word) > 2 and word.isascii())
