"""Numbers as English writes them: digits and words, their scales, and parts that add up."""

from __future__ import annotations

from functools import cache

from mycity_cli.figure.fractions import VULGAR, decimal_of, vulgar
from mycity_cli.figure.lexicon import LEXICON, split, table
from mycity_cli.figure.numerals import Number, number_in_digits, significant_place
from mycity_cli.figure.tokens import Level
from mycity_cli.figure.units import Bound

_LONGEST_ABBREVIATION = 4


@cache
def small_numbers() -> dict[str, int]:
    """Return the words for the numbers below twenty, and what they are."""
    words = table("en")["numbers"]
    found = {word: value for value, word in enumerate(split(words["small"]))}
    return found | dict.fromkeys(split(words["nothing"]), 0)


@cache
def tens() -> dict[str, int]:
    """Return the words for twenty to ninety, and what they are."""
    return {word: 10 * value for value, word in enumerate(split(table("en")["numbers"]["tens"])) if word}


@cache
def fraction_names() -> dict[str, tuple[int, bool]]:
    """Return the words for parts, with how many make a whole, and whether the word is a plural."""
    words = table("en")["fractions"]
    found = {name: (parts, False) for parts, name in enumerate(split(words["one"])) if name}
    found |= {name: (parts, True) for parts, name in enumerate(split(words["many"])) if name}
    one, many = split(words["fourth"])
    return found | {one: (4, False), many: (4, True)}


@cache
def _continuations() -> frozenset[str]:
    """Return the tokens with which a number in digits can go on; most have none of them behind them."""
    words = table("en")["numbers"]
    fixed = {"and", "-", "/", words["point"], *split(words["dozen"]), *VULGAR}
    return LEXICON.scales.beginnings | LEXICON.short_scales.beginnings | LEXICON.hedges_within.beginnings | fixed


class EnglishNumbers(Level):
    """Reads the numbers of a text that are in digits or English words."""

    def read(self, at: int, *, is_money: bool = False) -> Number | None:
        """Return the number that starts at a token, with its scales; None where none does.

        `is_money` says that a currency stands before it, so that a letter may be its scale. Raises NumeralError for
        digits that are no number.
        """
        simple = self._simple(at)
        # Most numbers in digits have nothing behind them that they could go on with.
        if simple is None or (self.is_digits(at) and self.word(simple.after) not in _continuations()):
            return simple
        number = self._part_of(simple, is_money=is_money)
        in_words = self.is_word(at)
        while (part := self._next_part(number, is_money=is_money, in_words=in_words)) is not None:
            number = part
        return number

    # --- parts -------------------------------------------------------------------------------------------------------

    def _part(self, at: int, *, is_money: bool) -> Number | None:
        number = self._simple(at)
        return None if number is None else self._part_of(number, is_money=is_money)

    def _part_of(self, number: Number, *, is_money: bool) -> Number:
        """Return a number with its scale, and with a fraction before or behind that."""
        if (mixed := self._and_fraction(number)) is not None and self._scaled(mixed, is_money=is_money) is not mixed:
            return self._scaled(mixed, is_money=is_money)
        scaled = self._scaled(number, is_money=is_money)
        mixed = self._and_fraction(scaled)
        # A billion and a quarter million is no billion and a quarter.
        return scaled if mixed is None or LEXICON.scales.match(self.tokens, mixed.after) else mixed

    def _next_part(self, number: Number, *, is_money: bool, in_words: bool) -> Number | None:
        """Return a number with the smaller part behind it: 18 billion 180 million, two thousand and six."""
        if not number.power:
            return None
        joined = self.word(number.after) == "and"
        at = number.after + joined
        if at >= len(self.tokens) or self.word(at) in ("a", "an", "half", "quarter"):
            quarter = self._part(at, is_money=is_money) if joined and at < len(self.tokens) else None
            return number.plus(quarter) if quarter is not None and quarter.power else None
        part = self._part(at, is_money=is_money)
        if part is None or (joined and part.power > 2 and not self.whole):
            return None  # 5 billion yuan and 3 million people, 5 billion and 3 million
        if not (part.power or self._may_stand_behind(number, at, in_words, joined)):
            return None
        return number.plus(part)

    def _may_stand_behind(self, number: Number, at: int, in_words: bool, joined: bool) -> bool:  # noqa: FBT001
        """Return whether a part without a scale may belong to the number before it: a million 200 is nobody's way."""
        if self.tokens[at].kind != "number":
            return self.tokens[at].is_word and in_words
        return joined and number.power in (2, 3) and self.whole

    def _scaled(self, number: Number, *, is_money: bool) -> Number:
        """Return a number times the scale words behind it, with "odd" before or behind them."""
        while True:
            number = self._with_odd(self._dozens(number))
            at = number.after + (self.word(number.after) == "-" and number.power == 0)
            scale = LEXICON.scales.match(self.tokens, at) if self.is_word(at) else None
            found = scale or self._short_scale(at, is_money=is_money)
            # A million million is nobody's way to write; a hundred million, a thousand billion and a lakh crore are.
            if found is None or (number.power and found[0] <= number.power):
                return number
            number = number.scaled(found[0], found[1] if is_money else self._past_point(found[1]))

    def _past_point(self, at: int) -> int:
        """Return the token behind the point of an abbreviated scale, at which a currency stands: 5 bn. yuan."""
        if self.word(at) != "." or not self.touches(at) or len(self.word(at - 1)) > _LONGEST_ABBREVIATION:
            return at
        named = LEXICON.currency.match(self.tokens, at + 1)
        return at if named is None or self.is_digits(named[1]) else at + 1

    def _dozens(self, number: Number) -> Number:
        if self.word(number.after) not in LEXICON.dozens or number.place < number.power:
            return number
        digits = 12 * number.digits * 10 ** (number.place - number.power)
        significant = significant_place(digits, 0) + number.power
        return Number(digits, number.power, number.after + 1, significant, number.power)

    def _with_odd(self, number: Number) -> Number:
        at = number.after
        at += self.word(at) == "-"
        found = LEXICON.hedges_within.match(self.tokens, at)
        if found is None or number.bound is not None or not self.tokens[at].is_word:
            return number
        place = number.power + min(0, number.place - number.power) if number.power else number.significant
        return number._replace(after=found[1], bound=Bound.ODD, above=(1, place))

    def _short_scale(self, at: int, *, is_money: bool) -> tuple[int, int] | None:
        """Return the power of a letter that scales a number: it touches it, or a currency is beside it.

        500M, 10k and 3b touch their number; a "mm" that does is a length where no currency is near.
        """
        found = LEXICON.short_scales.match(self.tokens, at)
        if self.touches(at + 1) and (self.is_digits(at + 1) or self.word(at + 1) in ("²", "³")):
            return None  # 500m2
        if found is None or (not self.touches(at) and LEXICON.currency.match(self.tokens, at) is not None):
            return None  # 5 billion T$
        is_money = is_money or LEXICON.currency.match(self.tokens, found[1]) is not None
        if is_money:
            return found
        return found if (self.touches(at) or self.whole) and self.written(at, at + 1) != "mm" else None

    # --- without scale -----------------------------------------------------------------------------------------------

    def _simple(self, at: int) -> Number | None:
        if self.is_digits(at):
            number = number_in_digits(self, at)
            return self._with_vulgar(number) if number.place == 0 else number
        if not self.is_word(at):
            fraction = vulgar(self.word(at))
            return None if fraction is None else Number.plain(*decimal_of(*fraction), at + 1)
        return self._share_of_scale(at) or self._in_words(at)

    def _with_vulgar(self, number: Number) -> Number:
        """Return a whole number with the fraction behind it: 3½, and in a whole text 2 1/2 and 2 point 5."""
        fraction = vulgar(self.word(number.after))
        if fraction is not None:
            return _plus_decimal(number, decimal_of(*fraction), number.after + 1)
        one, bar, other = (self.word(number.after + n) for n in range(3))
        if self.whole and one == "point" and bar.isdecimal():
            return Number.plain(int(f"{number.digits}{bar}"), -len(bar), number.after + 2)
        if bar != "/" or not (one.isdecimal() and other.isdecimal() and 0 < int(one) < int(other) <= 100):
            return number
        words = (LEXICON.scales, LEXICON.ratios)
        if not self.whole and not any(each.match(self.tokens, number.after + 3) for each in words):
            return number
        return _plus_decimal(number, decimal_of(int(one), int(other)), number.after + 3)

    def _share_of_scale(self, at: int) -> Number | None:
        """Return half or a quarter of the scale behind it: half a million, a quarter million, three quarters of a."""
        first = at
        parts = 1
        if self.word(at) in ("a", "an"):
            at += 1
        elif self.word(at) in small_numbers() and small_numbers()[self.word(at)]:
            parts, at = small_numbers()[self.word(at)], at + 1
        name = fraction_names().get(self.word(at))
        if name is None or (self.word(at) not in ("half", "quarter") and not name[1]) or parts >= name[0]:
            return None
        at += 1
        at += self.word(at) in ("of", "-")
        at += self.word(at) in ("a", "an")
        if self.word(at) == "dozen" and name[0] == 2 and first + 1 < at:
            return Number.plain(6, 0, at + 1)
        found = LEXICON.scales.match(self.tokens, at)
        if found is None or found[0] < 3 or self.word(at).endswith("s"):
            return None
        return Number.plain(*decimal_of(parts, name[0]), at)

    def _in_words(self, at: int) -> Number | None:
        """Return the number below a thousand in words: twenty-two, a hundred and six, two dozen, two point five.

        Hundreds without anything after them are left to the scale: five hundred, five hundred million.
        """
        first = at
        if self.word(at) in ("a", "an"):
            value, after = 1, at + 1
            if not (self.word(after) in ("dozen", "hundred") or LEXICON.scales.match(self.tokens, after)):
                return None
        elif (small := self._below_a_hundred(at)) is not None:
            value, after = small
        elif self.word(at) == "point":
            number = self._decimals(Number.plain(0, 0, at))
            return number if number.after > at else None
        else:
            return None
        if self.word(after) == "hundred":
            rest = self._below_a_hundred(after + 2 if self.word(after + 1) == "and" else after + 1)
            if rest is not None and rest[0]:
                return self._decimals(Number.plain(100 * value + rest[0], 0, rest[1]))
            if self.word(after + 1) == "point":
                return self._decimals(Number.plain(100 * value, 0, after + 1))
        number = Number(value, 0, after, significant_place(value, 0))
        return number if self.word(first) in ("a", "an") else self._decimals(number)

    def _below_a_hundred(self, at: int) -> tuple[int, int] | None:
        word = self.word(at)
        if word in small_numbers():
            return small_numbers()[word], at + 1
        if word not in tens():
            return None
        after = at + 2 if self.word(at + 1) == "-" else at + 1
        ones = small_numbers().get(self.word(after), 0)
        return (tens()[word] + ones, after + 1) if 1 <= ones <= 9 else (tens()[word], at + 1)

    def _decimals(self, number: Number) -> Number:
        """Return a number with the decimals behind "point": two point five, nought point eleven."""
        if self.word(number.after) != "point":
            return number
        at, decimals = number.after + 1, ""
        while (found := self._below_a_hundred(at)) is not None:
            decimals += str(found[0])
            at = found[1]
        if not decimals:
            return number
        return Number.plain(int(f"{number.digits}{decimals}"), -len(decimals), at)

    # --- fractions ---------------------------------------------------------------------------------------------------

    def _and_fraction(self, number: Number) -> Number | None:
        """Return a number with the fraction of its last scale behind "and": two and a half, 3 million and a half."""
        if self.word(number.after) != "and" or number.place < number.power or number.bound is not None:
            return None
        found = self.fraction(number.after + 1)
        if found is None or not (self.whole or self._fits_in_text(number, found[2])):
            return None
        digits, place = decimal_of(found[0], found[1])
        part = Number(digits, place, found[2], place).scaled(number.power, found[2])
        base = number._replace(digits=number.digits * 10 ** (number.place - number.power), place=number.power)
        total = base.plus(part)
        return None if total is None else total._replace(power=number.power, significant=total.place)

    def _fits_in_text(self, number: Number, after: int) -> bool:
        """Return whether a half behind a number in running text is a part of it: no "30 projects and half of them"."""
        return self.word(after) not in ("of", "the") and self.word(number.after + 1) in ("a", "an")

    def fraction(self, at: int) -> tuple[int, int, int] | None:
        """Return a fraction in words as parts, whole and the token after it: a third, two-thirds, three quarters."""
        word = self.word(at)
        article = word in ("a", "an")
        parts = 1 if article else small_numbers().get(word, 0)
        if word == "half":
            return 1, 2, at + 1
        if not 0 < parts < 20:
            return None
        of = at + 2 if self.word(at + 1) == "-" else at + 1
        name = fraction_names().get(self.word(of))
        if name is None or name[1] != (parts > 1) or parts >= name[0]:
            return None
        return parts, name[0], of + 1


def _plus_decimal(number: Number, decimal: tuple[int, int], after: int) -> Number:
    digits, place = decimal
    return Number.plain(number.digits * 10**-place + digits, place, after)
