"""Amounts of money: a number with the currency before or behind it, and with its subunits."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.errors import FigureError
from mycity_cli.figure import money
from mycity_cli.figure.faults import ambiguous, fault
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.money import Money
from mycity_cli.figure.numbers import Numbers
from mycity_cli.figure.numerals import Number, NumeralError
from mycity_cli.figure.tokens import Level
from mycity_cli.figure.units import Bound
from mycity_cli.messages import say


class Amount(NamedTuple):
    """A number with its currency, None where it has none."""

    number: Number
    currency: str | None


class Amounts(Level):
    """Reads the currencies of a text around its numbers.

    FigureError is raised for currencies that contradict each other, and for a name that several states share.
    """

    def __init__(self, numbers: Numbers) -> None:
        super().__init__(numbers)
        self.numbers = numbers

    def prefix(self, at: int) -> Money | None:
        """Return the currency at a token that stands before a number, past an article; None where none does."""
        found = money.before_number(self, at)
        if found is None and self.word(at) in ("a", "an"):
            found = money.before_number(self, at + 1)
            if found is not None and not self._has_number(found.after):
                return None  # a dollar, of which it is one
        if found is None:
            shared = LEXICON.ambiguous.match(self.tokens, at)
            if shared is not None and self.is_digits(shared[1]):
                raise ambiguous(self, shared[0], at, shared[1])
        return found

    def is_before_name(self, at: int) -> bool:
        """Return whether a whole text goes on from an article with a currency, of which it is one: a dollar."""
        if not self.whole or self.word(at) not in ("a", "an"):
            return False
        if LEXICON.subunits.match(self.tokens, at + 1) is not None:
            return True
        named = money.named_at(self, at + 1)
        return named is not None and named.phrase.isalpha() and named.phrase.upper() != named.code

    def _has_number(self, at: int) -> bool:
        try:
            return self.numbers.read(at) is not None
        except NumeralError:
            return True

    def around(self, number: Number, prefix: Money | None, first: int) -> Amount:
        """Return a number with the currency behind it, or else before it, and what that adds: a scale, subunits."""
        if prefix is not None and prefix.power:
            number = number.scaled(prefix.power, number.after)._replace(power=0)
        if number.after >= len(self.tokens):
            return Amount(number, None if prefix is None else prefix.code)
        suffix = self._suffix(number, prefix, first)
        if suffix is None and prefix is None:
            joined = money.scale_and_code(self, number.after)
            if joined is not None:
                return Amount(number.scaled(joined[0], number.after + 1), joined[1])
            return self._of_subunits(number)
        if suffix is not None:
            number = self._behind(number, suffix)
        elif prefix is not None and (shared := LEXICON.ambiguous.match(self.tokens, number.after)) is not None:
            number = number._replace(after=shared[1])
        named = suffix if suffix is not None and (prefix is None or suffix.phrase != "元") else prefix
        number = self._with_subunits(number, named)
        # In words on cheques, 整 and 正 end an amount.
        ends = self.word(number.after) in ("整", "正") and not self.word(number.after - 1).isascii()
        return Amount(number._replace(after=number.after + ends), named and named.code)

    def odd_behind(self, number: Number) -> Number:
        """Return a number with 多, 余 or "odd" behind its currency or percent sign."""
        at = number.after + (self.word(number.after) == "-")
        found = LEXICON.hedges_within.match(self.tokens, at)
        if found is None or number.bound is not None:
            return number
        return number._replace(after=found[1], bound=Bound.ODD, above=(1, number.significant))

    # --- the currency behind a number --------------------------------------------------------------------------------

    def _behind(self, number: Number, suffix: Money) -> Number:
        """Return a number read past its currency, with a scale or subunit behind that: 75 USD million, 5 euro cents."""
        subunit = LEXICON.subunits.match(self.tokens, suffix.after) if not number.power else None
        if subunit is not None and self.is_word(suffix.after):
            return number.scaled(subunit[0][1], subunit[1])._replace(power=0)
        scale = None if number.power else LEXICON.scales.match(self.tokens, suffix.after)
        if scale is None or scale[0] <= 3:
            return number._replace(after=suffix.after)
        return number.scaled(*scale)

    def _suffix(self, number: Number, prefix: Money | None, first: int) -> Money | None:
        """Return the currency behind a number."""
        at = number.after
        if not LEXICON.may_name_money(self.tokens[at]):
            return None
        suffix = money.after_number(self, at)
        if suffix is None:
            at += self.word(at) == "-"
            shared = LEXICON.ambiguous.match(self.tokens, at)
            if shared is not None and (prefix is None or prefix.code not in shared[0]):
                raise ambiguous(self, shared[0], at, shared[1])
            return None
        if self._starts_next_amount(number, suffix, first, has_own=prefix is not None):
            return None
        if money.is_word_too(self, suffix) and not number.power:
            return None
        if prefix is not None and not prefix.goes_with(suffix):
            message = say("two currencies, {one} and {other}", one=prefix.code, other=suffix.code)
            raise fault(self, message, first, suffix.after)
        return suffix

    def _starts_next_amount(self, number: Number, suffix: Money, first: int, *, has_own: bool) -> bool:
        """Return whether a sign or code belongs to a number after it: $5 €3, CNY 10 billion USD 2 billion."""
        is_code = suffix.phrase.isascii() and suffix.phrase.upper() == suffix.code
        mark = suffix.is_sign or is_code or not suffix.phrase[-1].isalpha()
        if not mark or not self.is_digits(suffix.after):
            return False
        if has_own or self.whole:
            return has_own
        if self.touches(number.after):
            if self.touches(suffix.after):
                raise self._of_either(suffix, first)
            return False
        if self.touches(suffix.after) or self._has_own(suffix.after):
            return self.touches(suffix.after)
        if is_code and self.is_digits(number.after - 1):
            raise self._of_either(suffix, first)
        return True

    def _of_either(self, suffix: Money, first: int) -> FigureError:
        message = say("{currency} could be the currency of either number", currency=suffix.code)
        return fault(self, message, first, suffix.after + 1)

    def _has_own(self, at: int) -> bool:
        """Return whether the number in digits at a token has a currency or subunit behind it: 10 rmb 20 usd."""
        scale = LEXICON.scales.match(self.tokens, at + 1)
        after = at + 1 if scale is None else scale[1]
        return LEXICON.subunits.match(self.tokens, after) is not None or money.after_number(self, after) is not None

    # --- subunits ----------------------------------------------------------------------------------------------------

    def _of_subunits(self, number: Number) -> Amount:
        """Return a number of subunits as one of their currency: 470 pence; a bare number as it is."""
        found = LEXICON.subunits.match(self.tokens, number.after)
        if found is None or number.power:
            return Amount(number, None)
        (code, power), after = found
        phrase = "".join(self.words(number.after, after))
        is_plain = phrase == "¢" or len(phrase) > 2 or (len(phrase) == 2 and not phrase.isascii())
        if not (self.whole or is_plain):
            # In running text 5 p is a page, 5分 are minutes.
            return Amount(number, None)
        return Amount(self._with_subunits(number.scaled(power, after)._replace(power=0), None), code)

    def _with_subunits(self, number: Number, named: Money | None) -> Number:
        """Return an amount with the subunits behind it: 3 dollars 50 cents, 123元5角, and in a whole text $20 43."""
        while number.place >= -1 and not number.power and number.bound is None:
            joiner = self.word(number.after)
            at = number.after + (joiner in ("and", "又", "零", "〇"))
            try:
                part = self.numbers.read(at)
            except NumeralError:
                break
            if part is None or part.power or part.place < 0 or part.bound is not None:
                break
            found = LEXICON.subunits.match(self.tokens, part.after)
            if found is not None and self.word(found[1]) != "之":
                power, after = found[0][1], found[1]
            elif self._are_bare_subunits(part, named):
                power, after = self._bare_power(number, named, joiner), part.after
            else:
                break
            total = number._replace(digits=number.digits * 10 ** max(0, number.place), place=min(0, number.place))
            joined = total.plus(part.scaled(power, after)._replace(power=0))
            if joined is None:
                break
            number = joined
        return number

    def _are_bare_subunits(self, part: Number, named: Money | None) -> bool:
        """Return whether a number that ends a whole text, or a clause behind 块, can be the cents of the amount."""
        in_chinese = named is not None and named.is_chinese
        in_text = in_chinese and self.word(part.after - 2) == "块" and self.touches(part.after - 1)
        ends = part.after == len(self.tokens) if self.whole else in_text and not self.word(part.after).isalnum()
        return ends and part.digits * 10**part.place < (10 if in_chinese else 100)

    @staticmethod
    def _bare_power(number: Number, named: Money | None, joiner: str) -> int:
        """Return of which power subunits without a name are: 十块3 are 3角, $20 43 are 43 cents."""
        if named is None or not named.is_chinese or joiner in ("零", "〇"):
            return -2
        return number.place - 1 if number.place < 0 else -1
