"""Numbers as Chinese writes them: numerals and digits, places and scales, and what is said of them vaguely."""

from __future__ import annotations

from functools import cache
from typing import NoReturn

from mycity_cli.figure.lexicon import LEXICON, split, table
from mycity_cli.figure.numerals import MOST_DIGITS, TOO_LONG, Number, NumeralError, number_in_digits
from mycity_cli.figure.tokens import Level
from mycity_cli.figure.units import Bound
from mycity_cli.messages import say

_HIGHEST = 24
"""No number has a scale behind one of so high a power of ten: a row of them is a mistake, or an attack."""
_NO_PLACE = say("a place (十, 百, 千) is missing between two digits")


@cache
def _values(key: str) -> dict[str, int]:
    rows = enumerate(split(table("zh")["numbers"][key]))
    return {character: value for value, characters in rows for character in characters}


@cache
def _characters(key: str) -> frozenset[str]:
    return frozenset(table("zh")["numbers"][key])


@cache
def numeral_characters() -> frozenset[str]:
    """Return the characters that Chinese numbers begin with."""
    return frozenset(_values("digits")) | frozenset(_values("places")) | frozenset(_values("tens"))


def digits() -> dict[str, int]:
    """Return the characters for 0 to 9, and what they are."""
    return _values("digits")


def formal() -> frozenset[str]:
    """Return the numerals of cheques, which elsewhere are other words."""
    return _characters("formal")


@cache
def everyday_numerals() -> frozenset[str]:
    """Return the numerals that beside a number can only be a part of it."""
    return numeral_characters() - formal()


@cache
def _zeros() -> frozenset[str]:
    return frozenset(character for character, value in _values("digits").items() if value == 0)


@cache
def _after_zero() -> frozenset[str]:
    return numeral_characters() | _characters("several")


class ChineseNumbers(Level):
    """Reads the numbers of a text that are in Chinese numerals, or in digits with Chinese places and scales."""

    def read(self, at: int) -> Number | None:
        """Return the number that starts at a token, with its scales; None where none does.

        A scale alone is one of it: 亿元. Raises NumeralError for numerals that are no number.
        """
        section = self._with_half(self._section(at)) or self._bare_scale(at)
        if section is None:
            return None
        # Of two parts the later is the smaller, or both are before one larger scale: 1亿2000万, 1万5千亿.
        before: Number | None = None
        while True:
            part = self._scaled(section)
            if before is not None and 0 < before.power < part.power - section.power:
                joined = before.plus(section)
                if joined is None:
                    return before
                part, before = self._scaled(joined._replace(power=0)), None
            total = part if before is None else self._sum(before, part)
            if total is None:
                return before
            following = self._next_section(total)
            if following is None:
                return total
            before, section = total, following

    # --- scales ------------------------------------------------------------------------------------------------------

    def _sum(self, before: Number, part: Number) -> Number | None:
        """Return two parts as one number; a lone numeral behind a scale is one of its tenths: 三万五."""
        alone = part.power == 0 and part.place == 0 and part.digits < 10
        first = self.word(before.after)
        if alone and part.bound is None and first not in _zeros() and before.power:
            return before.plus(part.scaled(before.power - 1, part.after)._replace(power=0))
        return before.plus(part)

    def _next_section(self, total: Number) -> Number | None:
        """Return what may be a part behind a scale, None where nothing is."""
        if not total.power or total.bound is not None or total.is_bare_scale or self._names_money(total.after):
            return None
        at = total.after
        zero = self.word(at) in _zeros()
        try:
            section = self._section(at + (zero and self.is_digits(at + 1)))
        except NumeralError:
            return None
        if section is None or (self.is_digits(section.after - 1) and not self._scale(section.after)):
            # A lone 5 after 1亿 could be 5 or 50 million, and 1亿 20 may be two numbers.
            return section if section is not None and self.whole and (zero or section.digits >= 10) else None
        return section

    def _scaled(self, number: Number) -> Number:
        while True:
            number = self._with_odd(number)
            place = _values("places").get(self.word(number.after)) if number.bound is Bound.ODD else None
            if place is not None and not number.power:
                # 50余百亿
                number = number.scaled(place, number.after + 1)._replace(power=0)
            at = number.after + (self.word(number.after) == "个")
            found = self._scale(at)
            if found is None or number.power > _HIGHEST:
                return number if self.word(number.after) != "打" else self._dozens(number)
            number = number.scaled(*found)

    def _dozens(self, number: Number) -> Number:
        if number.place < 0 or number.bound is not None:
            return number
        return Number.plain(12 * number.digits * 10**number.place, 0, number.after + 1)

    def _scale(self, at: int) -> tuple[int, int] | None:
        found = LEXICON.scales.match(self.tokens, at)
        if found is None or self.tokens[at].is_word or (self.word(at) == "万" and self._names_money(at)):
            return None
        return found

    def _with_odd(self, number: Number) -> Number:
        """Return a number with 余, 多 or 来 behind it, before or behind its scale."""
        if number.bound is not None:
            return number
        at = number.after
        if self.word(at) == "个" and self.word(at + 1) in LEXICON.hedges_within and self._scale(at + 2) is not None:
            number = number._replace(after=at + 1)  # 3个多亿
        found = LEXICON.hedges_within.match(self.tokens, number.after)
        if found is not None and self._names_money(number.after):
            return number
        if found is None:
            found = LEXICON.hedges_inside.match(self.tokens, number.after)
            if found is None or not (self._scale(found[1]) or self.word(found[1]) in ("个", "元", "家", "项")):
                return number
        elif self.tokens[number.after].is_word:
            return number
        place = number.power + min(0, number.place - number.power) if number.power else number.significant
        return number._replace(after=found[1], bound=Bound.ODD, above=(1, place))

    def _names_money(self, at: int) -> bool:
        """Return whether a currency is named at a token whose first character could be a part of a number: 百慕大元."""
        found = LEXICON.currency.match(self.tokens, at) if self.word(at) in "零多百千万" else None
        return found is not None and found[1] > at + 1

    def _with_half(self, number: Number | None) -> Number | None:
        """Return a number with the half behind its measure: 一个半亿; and half by itself: 半亿, 半个亿."""
        if number is None or number.place < 0 or number.bound is not None:
            return number
        if self.word(number.after) == "个" and self.word(number.after + 1) == "半":
            return Number.plain(number.digits * 10 ** (number.place + 1) + 5, -1, number.after + 2)
        return number

    def _bare_scale(self, at: int) -> Number | None:
        if self.word(at) == "半":
            after = at + 1 + (self.word(at + 1) == "个")
            if self._scale(after) or (after > at + 1 and self.whole):
                return Number.plain(5, -1, at + 1)
        found = self._scale(at)
        return None if found is None else Number(1, found[0], found[1], found[0], power=found[0], is_bare_scale=True)

    # --- sections ----------------------------------------------------------------------------------------------------

    def _section(self, at: int) -> Number | None:
        """Return the number before a scale that starts at a token: 四百五十, 5千, 两三, 十几, 3.5, 三点五."""
        total: Number | None = None
        first, after_zero, is_open = at, False, True
        while is_open and self._may_go_on(at, first):
            term, at, zero = self._term(at, alone=total is None)
            if term is None:
                break
            place = self._place(at)
            is_open = place is not None or self.word(at - 1) in _values("tens")
            if place is not None:
                term, at = term.scaled(place, at + 1)._replace(power=0), at + 1
            elif total is not None and not is_open and not (zero or after_zero):
                term = self._tenth(total, term, first)
            if total is not None:
                term = self._joined(total, term, first, at)
            total = term if term.after == at else term._replace(after=at)
            after_zero = zero and not is_open
        if total is None:
            return None
        following = self.word(total.after)
        side_by_side = following in _values("digits") and not self.is_digits(total.after - 1)
        if self._place(total.after) is not None or (side_by_side and self._may_go_on(total.after, first)):
            self._misplaced(following, first, total.after)
        return self._decimals(total)

    def _may_go_on(self, at: int, first: int) -> bool:
        """Return whether a number can go on at a token: in running text no space stands between its numerals."""
        if at - first >= MOST_DIGITS:
            self._fail(TOO_LONG, first, at)
        return at < len(self.tokens) and (at == first or self.whole or self.touches(at))

    def _term(self, at: int, *, alone: bool) -> tuple[Number | None, int, bool]:
        """Return the number before a place, the token after it, and whether a zero stands before it."""
        start = at
        while self.word(at) in _zeros() and (self.is_digits(at + 1) or self.word(at + 1) in _after_zero()):
            at += 1
        zero, word = at > start, self.word(at)
        if self.is_digits(at):
            number: Number | None = number_in_digits(self, at)
        elif word in _values("tens"):
            number = Number(_values("tens")[word], 1, at + 1, 1)
        elif self._place(at) is not None:
            # Ten may go without its one: 一百十六.
            implied = alone or zero or _values("places")[word] == 1
            number = Number.plain(1, 0, at) if implied else None
        elif word in _characters("several"):
            number = self._several(at, alone=alone)
        else:
            number = self._row(at)
        return number, start if number is None else number.after, zero

    def _place(self, at: int) -> int | None:
        """Return the power of ten of 十, 百 or 千 at a token; None where another character, or 百分点, stands there."""
        if self.word(at) == "百" and self.word(at + 1) == "分" and self.word(at + 2) != "之":
            return None
        return _values("places").get(self.word(at))

    def _several(self, at: int, *, alone: bool) -> Number | None:
        """Return 几 or 数: alone and before a place or a scale 1 to 10, behind a number up to one more of its place."""
        if not alone:
            return Number.plain(0, 0, at + 1)._replace(bound=Bound.ODD, above=(1, 1))
        if self.word(at + 1) not in _values("places") and self._scale(at + 1) is None:
            return None
        return Number.plain(1, 0, at + 1)._replace(bound=Bound.BETWEEN, above=(9, 0))

    def _row(self, at: int) -> Number | None:
        """Return the digits in a row at a token: 三 as 3, 一七二〇 as 1720, and 两三 as two or three."""
        values, end = _values("digits"), at
        while self.word(end) in values and (end == at or self._may_go_on(end, at)):
            end += 1
        row = [values[self.word(n)] for n in range(at, end)]
        if len(row) < 2:
            return Number.plain(row[0], 0, end) if row else None
        # Two or three, seven or eight; of numbers further apart only "three or five" is said so.
        before_place = self.word(end) in _values("places")
        measured = before_place or self._scale(end) is not None or LEXICON.things.match(self.tokens, end) is not None
        gap = 2 if row == [3, 5] and measured else 1
        if len(row) == 2 and 0 < row[0] == row[1] - gap:
            return Number.plain(row[0], 0, end)._replace(bound=Bound.BETWEEN, above=(gap, 0))
        if before_place:
            self._misplaced(self.word(end), at, end)
        if any(self.word(n) in _characters("not_in_row") for n in range(at, end)):
            self._fail(_NO_PLACE, at, end - 1)
        return Number.plain(int("".join(map(str, row))), 0, end)

    def _tenth(self, total: Number, term: Number, first: int) -> Number:
        """Return a numeral behind a place without one of its own: 二百五 is 250, 十五 is 15."""
        if term.bound is Bound.ODD:
            return term._replace(above=(1, total.place))
        last = term.after - 1
        if self.is_digits(last):
            return term
        if term.digits >= 10:
            self._fail(_NO_PLACE, first, last)
        odd = self.word(term.after) in LEXICON.hedges_within
        if total.place > 1 and self._scale(term.after + odd) is not None:
            message = say("'{digit}' could be ones or tens: write the place, or 零 before it", digit=self.word(last))
            self._fail(message, last, last)
        return term.scaled(total.place - 1, term.after)._replace(power=0)

    def _joined(self, total: Number, term: Number, first: int, after: int) -> Number:
        joined = total.plus(term)
        if term.bound is Bound.ODD:
            return total._replace(after=after, bound=term.bound, above=term.above)
        if joined is None or term.digits == 0:
            self._misplaced(self.word(after - 1), first, after - 1)
        return joined._replace(after=after)

    def _decimals(self, number: Number) -> Number:
        """Return a number with the decimals behind 点: 三点五, 零点77."""
        at = number.after + 1
        if self.word(number.after) != "点" or number.bound is not None or number.place < 0:
            return number
        end = at
        if self.is_digits(at) and self.word(at).isdecimal():
            decimals, end = self.word(at), at + 1
        else:
            while self.word(end) in _values("digits"):
                end += 1
            decimals = "".join(str(_values("digits")[self.word(n)]) for n in range(at, end))
        if not decimals:
            return number
        if len(decimals) > MOST_DIGITS:
            self._fail(TOO_LONG, at, end - 1)
        return Number.plain(int(f"{number.digits * 10**number.place}{decimals}"), -len(decimals), end)

    # --- tokens ------------------------------------------------------------------------------------------------------

    def _misplaced(self, character: str, first: int, last: int) -> NoReturn:
        self._fail(say("'{character}' cannot stand here in a Chinese number", character=character), first, last)

    def _fail(self, message: str, first: int, last: int) -> NoReturn:
        raise NumeralError(message, self.tokens[first], self.tokens[min(last, len(self.tokens) - 1)])
