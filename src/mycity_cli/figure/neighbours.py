"""The rule of neighbours: a reading stands only where what touches it is no unread part of a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.figure import english_numbers, money
from mycity_cli.figure.chinese_numbers import everyday_numerals, numeral_characters
from mycity_cli.figure.faults import is_unknown_scale
from mycity_cli.figure.fractions import vulgar
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.names import has_unit, is_time, is_year
from mycity_cli.figure.tokens import Tokens
from mycity_cli.figure.units import COUNT, RATIO, is_amount
from mycity_cli.messages import say

if TYPE_CHECKING:
    from mycity_cli.figure.scanning import Found

_GROUP = re.compile(r"\d{3}(?:\.\d+)?")
_GROUPS = re.compile(r"\d{3}(?:,\d{3})+(?:\.\d+)?")
_CENTS = re.compile(r"\d\d")
_ONE_TO_TEN = frozenset("一二两三四五六七八九十")
_SMALL = 10_000
_LARGE = 5
"""The power of ten from which on a scale is no part of a smaller number: a hundred and six."""


_GOES_ON = say("it goes on with a part that cannot be read")
_ANOTHER = say("it is followed by another number")
_DIGITS = say("digits follow it that cannot be a part of it")
_MARK = say("a mark stands in it that is none of numbers")
_RANGE = say("it is one end of a range that cannot be read")
LETTERS = say("letters touch its digits")
_FRACTION = say("a fraction follows it")
_NUMBER_GOES_ON = say("the number before it goes on here")
_BETWEEN_NUMBERS = {
    "'": _DIGITS, "’": _DIGITS, "·": _MARK, "。": _MARK, ":": _ANOTHER, "/": _ANOTHER, "+": _ANOTHER, "-": _RANGE,
}  # fmt: skip
"""Why a number is not read behind which one of these signs joins another."""
_IN_NUMBERS = frozenset("'’·。")
"""Those that stand in no time, date or name, but in a number that is written wrong."""


class Verdict(NamedTuple):
    """Why a reading may not stand: the tokens from `first` up to `after`, and the reason that they are unread.

    Without a reason they state no figure at all, as A380 and 10:30 do not.
    """

    first: int
    after: int
    reason: str = ""


def judge(line: Tokens, ends: tuple[Found, ...], found_to: int) -> Verdict | None:
    """Return why a reading, or the ends of a range, may not stand; None where they may.

    The tokens up to `found_to` belong to the figure before it.
    """
    low, high = ends[0], ends[-1]
    if low is high and _is_other_word(line, low):
        return Verdict(low.first, low.reading.behind)
    if low is not high and low.unit != high.unit:
        return Verdict(low.first, high.after, say("the ends of a range do not fit together"))
    return _left(line, low, found_to) or _right(line, high, low.first) or _hedged_scale(line, high, low.first)


def _hedged_scale(line: Tokens, found: Found, first: int) -> Verdict | None:
    """Return a verdict where a hedge cuts a number from its scale: 5+ billion, ($5.2) million, $5.2 (million)."""
    at = found.reading.behind
    at = found.after if found.after > at else at + (line.word(at) in ("(", ")"))
    if at == found.reading.behind or found.reading.thing or not _is_bare(line, found.reading.behind - 1):
        return None
    found_behind = LEXICON.scales.match(line.tokens, at) or LEXICON.ratios.match(line.tokens, at)
    return (
        None if found_behind is None else Verdict(first, found_behind[1], say("it is cut from what stands behind it"))
    )


def _is_other_word(line: Tokens, found: Found) -> bool:
    """Return whether what looks like an amount is none: 19 won by Xiamen, 三元, 王四人民币账户."""
    at, reading = found.at, found.reading
    if not is_amount(found.unit) or found.first < at or found.power:
        return False
    if line.is_digits(reading.behind - 1) or reading.behind == at + 1:
        return False
    name, written = "".join(line.words(at + 1, reading.behind)).lstrip("-"), line.written(at + 1, reading.behind)
    is_small = reading.place >= 0 and reading.digits * 10**reading.place < _SMALL
    is_plain = not written.isupper() and written not in LEXICON.currency_letters
    return (is_small and is_plain and name in LEXICON.doubtful) or (
        line.word(at) in _ONE_TO_TEN and name in ("元", "块", "圆", "人民币")
    )


def _left(line: Tokens, found: Found, found_to: int) -> Verdict | None:
    at = found.first
    if at <= found_to:
        return None
    before = line.word(at - 1)
    if before == "(" and line.touches(at) and line.touches(at - 1) and _is_sign(line, at - 2):
        return Verdict(at - 2, found.after, say("a bracket cuts it from its currency"))
    if line.touches(at):
        if line.is_word(at - 1) and at < found.at and line.word(at)[0] not in "-+":
            if line.touches(at - 1) and line.word(at - 2) in ("'", "’"):
                return None
            return Verdict(at - 1, found.after, say("unknown currency '{name}'", name=line.written(at - 1, at + 1)))
        if line.is_digits(at) and before in LEXICON.scales and not line.is_word(at - 1):
            return Verdict(at - 1, found.after, _NUMBER_GOES_ON)
        if before == "-" and line.is_digits(at - 2) and is_amount(found.unit):
            return Verdict(at - 2, found.after, _RANGE)
    is_joined = before == "and" and at - 2 >= found_to and LEXICON.scales.get(line.word(at - 2), _LARGE) < _LARGE
    if is_joined or (before in ("点", "分") and line.word(at - 2) in numeral_characters()):
        return Verdict(at - 2, found.after, _NUMBER_GOES_ON)
    is_of_subunits = line.word(found.reading.behind - 1) in LEXICON.subunits
    name = at - 2 if before == "and" else at - 1
    if is_of_subunits and line.word(name) in LEXICON.currency:
        return Verdict(name, found.after, say("the amount before it goes on here"))
    return None


def _right(line: Tokens, found: Found, first: int) -> Verdict | None:
    at = found.reading.behind
    following = line.word(at)
    if not following:
        return None
    stated = found.unit != COUNT or found.first < found.at
    if not stated and is_time(line, at):
        return Verdict(first, at)
    if line.is_word(at):
        return _word_behind(line, found, at, first, stated=stated)
    if line.is_digits(at):
        return _number_behind(line, found, at, first)
    if not _is_bare(line, at - 1):
        return None
    if following == "," and line.is_digits(at - 1) and line.touches(at) and _GROUPS.fullmatch(line.word(at + 1)):
        return Verdict(first, at + 2, say("groups of digits follow it that no number has so"))
    return _sign_behind(line, at, first, stated=stated) if line.touches(at) else _scale_behind(line, at, first)


def _word_behind(line: Tokens, found: Found, at: int, first: int, *, stated: bool) -> Verdict | None:
    """Return why a word behind a reading makes it unreadable: $5x, 5G, $4.4 billiobn, 5 hundred million million."""
    glued = line.touches(at) and (line.is_digits(at - 1) or line.is_word(at - 1))
    stated = stated or LEXICON.currency.match(line.tokens, at + 1) is not None
    if glued or (stated and not found.power and found.unit != RATIO and is_unknown_scale(line.word(at))):
        stated = stated or (line.touches(at + 1) and has_unit(line, at + 1))  # 1OO亿
        return Verdict(first, at + 1, say("unknown scale '{name}'", name=line.written(at, at + 1)) if stated else "")
    if line.word(at) == "point" and line.is_digits(at + 1):
        return Verdict(first, at + 2, say("it goes on with decimals that cannot be read"))
    if _is_bare(line, at - 1):
        return _scale_behind(line, at, first)
    return _cents_behind(line, found, at + 1, first, joiner="and")


def _number_behind(line: Tokens, found: Found, at: int, first: int) -> Verdict | None:
    """Return why a number behind a reading makes it unreadable: 1400 009, 5亿3, 30%25, 5 1/2, $20 43."""
    last = line.word(at - 1)
    if line.touches(at) and last == "%":
        return Verdict(first, at + 1)
    if (line.touches(at) and _is_bare(line, at - 1)) or _are_parts(line, found, at):
        return Verdict(first, at + 1, _DIGITS)
    if line.is_digits(at - 1) and line.tokens[at].start == line.tokens[at - 1].end + 1:
        grouped = line.is_digits(at - 2) and at - 2 >= found.at
        if line.word(at + 1) == "-" and line.is_word(at + 2):
            return None  # 12 500-million-yuan projects
        if grouped or (_GROUP.fullmatch(line.word(at)) and not is_year(last)):
            return Verdict(first, at + 1, say("groups of digits stand side by side that are no number together"))
        if line.word(at).startswith("."):
            return Verdict(first, at + 1, _DIGITS)
        if found.first < found.at and LEXICON.scales.match(line.tokens, at + 1) and not found.power:
            return Verdict(first, at + 1, _DIGITS)
        if line.word(at + 1) == "/" and line.is_digits(at + 2):
            return Verdict(first, at + 3, _FRACTION)
    return _cents_behind(line, found, at, first)


def _are_parts(line: Tokens, found: Found, at: int) -> bool:
    """Return whether a number behind a reading has what makes it a smaller part of that, and yet is none: 5.5元3角."""
    if is_amount(found.unit) and LEXICON.subunits.match(line.tokens, at + 1) is not None:
        return True
    scale = LEXICON.scales.match(line.tokens, at + 1)
    return scale is not None and found.power > scale[0] and line.word(at - 1) in LEXICON.scales


def _cents_behind(line: Tokens, found: Found, at: int, first: int, *, joiner: str = "") -> Verdict | None:
    """Return whether a number that ends a clause could be the cents of the amount before it: 15 dollars 50."""
    closes = at + 1 >= len(line.tokens) or line.word(at + 1) in tuple(".,;)。，；）")
    if joiner not in ("", line.word(at - 1)) or not is_amount(found.unit) or found.power or not closes:
        return None
    in_words = bool(joiner) and line.is_word(at) and line.word(at) in english_numbers.small_numbers()
    if line.word(at - 1) == "元" or not (in_words or _CENTS.fullmatch(line.word(at))):
        return None
    return Verdict(first, at + 1, say("the number behind it could be its cents"))


def _sign_behind(line: Tokens, at: int, first: int, *, stated: bool) -> Verdict | None:
    """Return why a sign that touches a number makes it unreadable: 5几, 10:30, 5-10-15, 5°, 5$."""
    following = line.word(at)
    if _goes_on_in_chinese(line, at):
        return Verdict(first, at + 1, _GOES_ON)
    if following in _BETWEEN_NUMBERS and line.is_digits(at + 1) and line.touches(at + 1):
        return Verdict(first, at + 2, _BETWEEN_NUMBERS[following] if stated or following in _IN_NUMBERS else "")
    if vulgar(following) is not None:
        return Verdict(first, at + 1, _FRACTION)
    if line.is_word(at + 1) and line.touches(at + 1) and (joined := _joined_word(line, at, first, stated=stated)):
        return joined
    if following in ("°", "℃", "′", "″"):
        return None if stated else Verdict(first, at + 1)
    sign = money.named_at(line, at)
    if sign is not None and sign.is_sign and not line.is_digits(sign.after):
        return Verdict(first, sign.after, say("a currency sign touches it that cannot be its own"))
    return _scale_behind(line, at, first)


def _goes_on_in_chinese(line: Tokens, at: int) -> bool:
    """Return whether a character that touches a number is a part of it: 5几, 五点, 0万分之五, 十七成五."""
    following, further = line.word(at), line.word(at + 1)
    if following in everyday_numerals() or following in ("几", "半"):
        return True
    if following == "点":
        return line.is_digits(at + 1) or further in numeral_characters() or further in LEXICON.scales
    if following == "成":
        return further in numeral_characters() or further == "半"
    return following == "分" and further == "之"


def _joined_word(line: Tokens, at: int, first: int, *, stated: bool) -> Verdict | None:
    """Return why a word that a sign joins to a number makes it unreadable: 1-to-2 billion, $5.S, the O of 145.O3."""
    sign, word = line.word(at), line.word(at + 1)
    if sign == "-" and word in ("to", "and"):
        return Verdict(first, at + 2, _GOES_ON)
    if sign != ".":
        return None
    if line.is_digits(at + 2) and line.touches(at + 2):
        return Verdict(first, at)  # what follows the letters says so
    return Verdict(first, at + 2, LETTERS) if stated and len(word) == 1 else None


def _scale_behind(line: Tokens, at: int, first: int) -> Verdict | None:
    scale = LEXICON.scales.match(line.tokens, at + (line.word(at) == "-"))
    return None if scale is None else Verdict(first, scale[1], say("it goes on with a scale that cannot be read"))


def _is_sign(line: Tokens, at: int) -> bool:
    word = line.word(at)
    return word in LEXICON.currency and not word.isalpha()


def _is_bare(line: Tokens, at: int) -> bool:
    """Return whether a token that ends a reading is a number or a scale, so that no unit closes it."""
    word = line.word(at)
    return line.is_digits(at) or word in numeral_characters() or word in LEXICON.scales or word == "成"
