"""Ratios: percentages, tenths, fractions, halves, in signs, digits and words."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.figure.chinese_numbers import digits
from mycity_cli.figure.faults import fault
from mycity_cli.figure.fractions import decimal_of, precision_of
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.numbers import Numbers
from mycity_cli.figure.numerals import Number, NumeralError
from mycity_cli.figure.tokens import Level
from mycity_cli.figure.units import POINTS, RATIO, Bound
from mycity_cli.messages import say


class Ratio(NamedTuple):
    """A number that is a ratio, or the difference of two; `precision` is the place that a fraction is stated to."""

    number: Number
    unit: str = RATIO
    precision: int | None = None


class Ratios(Level):
    """Reads the ratios of a text."""

    def __init__(self, numbers: Numbers) -> None:
        super().__init__(numbers)
        self.numbers = numbers

    def alone(self, at: int) -> Ratio | None:
        """Return the ratio at a token that has no sign behind it: half, a third, 三分之二, 3/4; None where none is."""
        if self.is_digits(at) and self.word(at + 1) not in ("分", "/", "in", "out"):
            return None
        if self.words(at, at + 3) == ["百", "分", "百"]:
            return Ratio(Number(100, -2, at + 3, -2))
        return self._half(at) or self.parts_of(at) or self._in_words(at) or self._in_digits(at)

    def behind(self, number: Number, first: int) -> Ratio | None:
        """Return a number with the percent sign, or the words for percentage points, behind it; None without one.

        Raises FigureError for a percentage with a scale; the figure starts at the token `first`.
        """
        at = number.after + (self.word(number.after) == "-")  # a 51-percent stake
        points = LEXICON.points.match(self.tokens, at)
        found = points or LEXICON.ratios.match(self.tokens, at)
        if found is None:
            return None
        power, after = found
        tenths = self.word(at) == "成"
        if tenths and self.word(at + 1) and self.word(at + 1) in LEXICON.no_tenths:
            return None  # 三成员单位
        if tenths and number.digits * 10 ** max(0, number.place) > 10 * 10 ** max(0, -number.place):
            return None
        if number.power > 3:
            raise fault(self, say("a percentage has no scale word"), first, after)
        number = number.scaled(power, after)._replace(power=power)
        return Ratio(self._hundredths(number) if tenths else number, POINTS if points else RATIO)

    def parts_of(self, at: int) -> Ratio | None:
        """Return the Chinese fraction at a token, its whole first: 三分之二, 百分之22.4, 万分之五; else None."""
        sign = next((n for n in range(at + 1, at + 8) if self.word(n) == "分"), None)
        if sign is None or self.word(sign + 1) != "之":
            return None
        negative = self.word(sign + 2) == "负"
        try:
            whole = self.numbers.chinese.read(at)
            parts = self.numbers.read(sign + 2 + negative)
        except NumeralError:
            # What stands around the sign is no numeral, and so no fraction: what else it is, is for others to say.
            return None
        if whole is None or parts is None or whole.after != sign or whole.digits <= 0 or whole.place < 0:
            return None
        of = whole.digits * 10**whole.place
        power = len(str(of)) - 1
        if of == 10**power and power > 1:
            shifted = parts.scaled(-power, parts.after)._replace(power=-power)
            return Ratio(shifted._replace(digits=-shifted.digits) if negative else shifted)
        if parts.place < 0 or not 0 < parts.digits * 10**parts.place < of or parts.bound is Bound.BETWEEN:
            return None
        ratio = _fraction(parts.digits * 10**parts.place, of, parts.after)
        if parts.bound is None:
            return ratio
        # 三分之二多: up to a tenth more.
        return ratio._replace(number=ratio.number._replace(bound=parts.bound, above=(1, ratio.precision or 0)))

    # --- kinds of ratios ---------------------------------------------------------------------------------------------

    def _half(self, at: int) -> Ratio | None:
        """Return a half, and half a percent."""
        after = self._after_half(at)
        if after is None:
            return None
        return self._of_percent(Ratio(Number(5, -1, after, -1)))

    def _of_percent(self, ratio: Ratio) -> Ratio:
        """Return a fraction, or that of a percent or a percentage point where one is named behind it."""
        at = ratio.number.after
        at += self.word(at) in ("of", "a", "an")
        at += self.word(at) in ("a", "an")
        points = LEXICON.points.match(self.tokens, at)
        percent = points or LEXICON.ratios.match(self.tokens, at)
        if percent is None:
            return ratio
        number = ratio.number.scaled(*percent)._replace(power=percent[0])
        precision = None if ratio.precision is None else ratio.precision + percent[0]
        return Ratio(number, POINTS if points else RATIO, precision)

    def _after_half(self, at: int) -> int | None:
        """Return the token behind the word for a half at a token; None where none is, or it is half of a scale."""
        word, following = self.word(at), self.word(at + 1)
        if word == "half" or (word in ("one", "a") and following == "half"):
            return None if self.numbers.english.read(at) is not None else at + 1 + (word != "half")
        if word in ("一", "半") and following and word + following in LEXICON.halves:
            return at + 2
        if word != "半" or self.numbers.chinese.read(at) is not None or following == "个":
            return None
        return at + 1

    def _in_words(self, at: int) -> Ratio | None:
        """Return an English fraction: a third, two-thirds, one in four, three out of five."""
        english = self.numbers.english
        found = english.fraction(at)
        if found is not None and self.word(at) != "half":
            of_scale = english.read(at)
            return self._of_percent(_fraction(*found)) if of_scale is None or not of_scale.power else None
        if self.word(at) in ("a", "an") or not (self.is_word(at) or self.whole):
            return None
        try:
            parts = english.read(at)
            if parts is None or parts.place < 0 or parts.power:
                return None
            of = self._after_of(parts)
            whole = None if of is None else english.read(of)
        except NumeralError:
            return None
        if of is None or whole is None or whole.power or not 0 < parts.digits < whole.digits:
            return None
        return _fraction(parts.digits, whole.digits, whole.after) if self.whole or self.is_word(of) else None

    def _after_of(self, parts: Number) -> int | None:
        """Return the token behind "in" or "out of" behind the parts of a fraction."""
        if self.words(parts.after, parts.after + 2) == ["out", "of"]:
            return parts.after + 2
        return parts.after + 1 if self.word(parts.after) == "in" and (parts.digits == 1 or self.whole) else None

    def _in_digits(self, at: int) -> Ratio | None:
        """Return a fraction in digits in a text that is nothing else, or as one sign: 3/4, ½."""
        one, bar, other = (self.word(at + n) for n in range(3))
        if self.whole and bar == "/" and one.isdecimal() and other.isdecimal() and len(one + other) < 12:
            return _fraction(int(one), int(other), at + 3) if 0 < int(one) < int(other) else None
        if self.is_digits(at) or self.is_word(at) or one == "点":
            return None
        number = self.numbers.english.read(at)
        return None if number is None or number.power or number.place >= 0 else Ratio(number, RATIO, precision_of(1))

    def _hundredths(self, number: Number) -> Number:
        """Return tenths with the hundredths behind them: 七成五, 三成半."""
        at = number.after
        value = 5 if self.word(at) == "半" else digits().get(self.word(at), 0)
        if self.is_digits(at) and len(self.word(at)) == 1 and (self.whole or self.touches(at)):
            value = 0 if self._goes_on(at + 1) else int(self.word(at))
        if number.place != -1 or not value or self.word(at + 1) in digits():
            return number
        total = number.plus(Number(value, -2, at + 1, -2))
        return number if total is None else total._replace(power=number.power)

    def _goes_on(self, at: int) -> bool:
        """Return whether a digit is one of another number: 5 in 三成5元."""
        words = (LEXICON.scales, LEXICON.currency, LEXICON.subunits)
        return self.touches(at) and any(each.match(self.tokens, at) is not None for each in words)


def _fraction(parts: int, whole: int, after: int) -> Ratio:
    digits, place = decimal_of(parts, whole)
    precision = precision_of(whole)
    return Ratio(Number(digits, place, after, precision), RATIO, precision)
