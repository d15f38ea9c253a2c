"""The rule of neighbours: a reading stands only where what touches it is no unread part of a number."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.errors import suggestion
from mycity_cli.figure import money
from mycity_cli.figure.chinese_numbers import everyday_numerals, numeral_characters
from mycity_cli.figure.lexicon import LEXICON, Bound, Phrases
from mycity_cli.figure.reader import COUNT, RATIO
from mycity_cli.figure.tokens import Token

if TYPE_CHECKING:
    from mycity_cli.figure.scanning import Found

_DATE_OR_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){2,}")
_GROUP = re.compile(r"\d{3}(?:\.\d+)?")
_GROUPS = re.compile(r"\d{3}(?:,\d{3})+(?:\.\d+)?")
_LIKENESS = Fraction(3, 4)
"""How much of its letters a misspelt scale shares with the one it was meant for."""

_ONE_TO_TEN = frozenset("一二两三四五六七八九十")


class Verdict(NamedTuple):
    """Why a reading may not stand: the tokens from `first` up to `after`, and the reason that they are unread.

    Without a reason they state no figure at all, as A380 and 10:30 do not.
    """

    first: int
    after: int
    reason: str = ""


def judge(text: str, tokens: list[Token], low: Found, high: Found, read_to: int) -> Verdict | None:
    """Return why a reading, or the two ends of a range, may not stand; None where they may.

    The tokens up to `read_to` belong to the figure before it.
    """
    return _other_word(text, tokens, high, low) or _left(text, tokens, low, read_to) or _right(text, tokens, high, low)


def _other_word(text: str, tokens: list[Token], found: Found, low: Found) -> Verdict | None:
    """Return a verdict for what looks like an amount and is none: 19 won by Xiamen, 三元, 王四人民币账户."""
    if found.unit in (COUNT, RATIO) or found.first < found.at or found.power or found.at != low.at:
        return None
    after = found.reading.behind
    if after != found.at + 2:
        is_renminbi = tokens[found.at].text in _ONE_TO_TEN and tokens[found.at + 1].text == "人" and after == found.at + 4
        return Verdict(low.first, after) if is_renminbi else None
    word = tokens[after - 1]
    is_small = found.reading.place >= 0 and found.reading.digits * 10**found.reading.place < 10_000
    written = text[word.start : word.end]
    if is_small and word.text in LEXICON.doubtful and not written.isupper() and written not in LEXICON.currency_letters:
        return Verdict(low.first, after)
    return Verdict(low.first, after) if tokens[found.at].text in _ONE_TO_TEN and word.text in ("元", "块", "圆") else None


def _left(text: str, tokens: list[Token], found: Found, read_to: int) -> Verdict | None:
    at = found.first
    if at <= read_to:
        return None
    before = tokens[at - 1]
    touches = before.end == tokens[at].start
    stated = found.unit not in (COUNT, RATIO)
    if touches and before.is_word and at < found.at:
        if at > 1 and tokens[at - 2].text in "'’" and tokens[at - 2].end == before.start:
            return None
        sign = text[before.start : tokens[at].end]
        return Verdict(at - 1, found.after, f"unknown currency '{sign}'") if tokens[at].kind == "sign" else None
    if before.text in ("点", "分") and at > 1 and tokens[at - 2].text in numeral_characters():
        return Verdict(at - 2, found.after, "the number before it goes on here")
    if touches and before.text == "-" and at > 1 and tokens[at - 2].kind == "number" and stated:
        return Verdict(at - 2, found.after, "it is one end of a range that cannot be read")
    return None


def _right(text: str, tokens: list[Token], found: Found, low: Found) -> Verdict | None:
    at = found.reading.behind
    if at >= len(tokens):
        return None
    last, following = tokens[at - 1], tokens[at]
    touches = last.end == following.start
    is_bare = last.kind == "number" or last.text in numeral_characters() or last.text in LEXICON.scales
    stated = found.unit != COUNT or found.first < found.at
    if found.unit == COUNT and is_time(tokens, at):
        return Verdict(low.first, at)
    if following.is_word and touches and (last.kind == "number" or last.is_word):
        name = text[following.start : following.end]
        return Verdict(low.first, at + 1, f"unknown scale '{name}'" if stated else "")
    if following.is_word and not touches and stated and not found.power and _is_misspelt_scale(following.text):
        return Verdict(low.first, at + 1, f"unknown scale '{text[following.start : following.end]}'")
    if following.kind == "number":
        return _number_behind(tokens, low, found, at, touches=touches, is_bare=is_bare)
    if not is_bare:
        return None
    if following.text == "," and touches and last.kind == "number" and _GROUPS.fullmatch(_word(tokens, at + 1)):
        return Verdict(low.first, at + 2, "groups of digits follow it that no number has so")
    if touches and not following.text.isascii() and (
        following.text in everyday_numerals() or following.text in ("几", "点") and _goes_on(tokens, at)
    ):  # fmt: skip
        return Verdict(low.first, _numerals_from(tokens, at), "it goes on with a part that cannot be read")
    if touches and following.text in (":", "/") and _touches_number(tokens, at):
        return Verdict(low.first, at + 2, "it is followed by another number" if stated else "")
    if touches and following.text in ("°", "℃", "'", "′", "″"):
        return Verdict(low.first, at + 1) if found.unit == COUNT and following.text != "'" else None
    if touches and following.text == "-" and _touches_number(tokens, at):
        return Verdict(low.first, at + 2, "it is one end of a range that cannot be read" if stated else "")
    scale = LEXICON.scales.match(tokens, at + (following.text == "-"))
    if scale is not None:
        return Verdict(low.first, scale[1], "it goes on with a scale that cannot be read")
    sign = money.named_at(text, tokens, at, strict=True) if touches else None
    if sign is not None and sign.is_sign and not _is_number(tokens, sign.after):
        return Verdict(low.first, sign.after, "a currency sign touches it that cannot be its own")
    if following.text == "point" and _is_number(tokens, at + 1):
        return Verdict(low.first, at + 2, "it goes on with decimals that cannot be read")
    return None


def _number_behind(
    tokens: list[Token], low: Found, found: Found, at: int, *, touches: bool, is_bare: bool
) -> Verdict | None:
    """Return why a number behind a reading makes it unreadable: 1400 009, 5亿3, 30%25, 5 1/2."""
    last, following = tokens[at - 1], tokens[at]
    if touches and last.text == "%":
        return Verdict(low.first, at + 1)
    if (
        not is_bare and found.unit not in (COUNT, RATIO) and re.fullmatch(r"\d\d", following.text)
        and not found.power and _closes(tokens, at + 1) and last.text != "元"
    ):  # fmt: skip
        return Verdict(low.first, at + 1, "the number behind it could be its cents")
    if touches and is_bare:
        return Verdict(low.first, at + 1, "digits follow it that cannot be a part of it")
    gap = following.start - last.end
    if last.kind != "number" or gap != 1:
        return None
    if _GROUP.fullmatch(following.text) and "." not in last.text and not _is_like_year(last.text):
        return Verdict(low.first, at + 1, "groups of digits stand side by side that are no number together")
    if _word(tokens, at + 1) == "/" and _is_number(tokens, at + 2):
        return Verdict(low.first, at + 3, "a fraction follows it")
    return None


def _is_misspelt_scale(word: str) -> bool:
    """Return whether a word behind an amount is nearly that of a scale: $4.4 billiobn."""
    if len(word) < 5:
        return False
    near = [scale for scale in LEXICON.scales if scale[:2] == word[:2] and len(scale) > 4]
    return bool(near) and bool(suggestion(word, near, most=0, likeness=_LIKENESS))


def _closes(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in ".,;)。，；）"


def is_time(tokens: list[Token], at: int) -> bool:
    """Return whether a unit of time stands at a token: 9个月, 2018年, 18日."""
    units = LEXICON.words("zh", "units_of_time")
    phrase = ""
    for token in tokens[at : at + 4]:
        phrase += token.text
        if phrase in units:
            return True
    return False


def has_unit(tokens: list[Token], at: int) -> bool:
    """Return whether a scale, a percent sign or a currency stands at a token."""
    lexicons: tuple[Phrases[int] | Phrases[str], ...] = (LEXICON.scales, LEXICON.ratios, LEXICON.currency)
    return any(words.match(tokens, at) is not None for words in lexicons)


def is_date_or_version(written: str) -> bool:
    """Return whether digits with points are a date or a version: 2019.11.5, 192.168.0.1."""
    return _DATE_OR_VERSION.fullmatch(written) is not None


def is_noun_of_number(tokens: list[Token], at: int) -> bool:
    """Return whether 数 at a token ends a noun, as in 项目数42个, and does not say "several", as in 数10个."""
    noun = _word(tokens, at - 1)
    if noun not in LEXICON.words("zh", "nouns_of_number"):
        return False
    return noun != "约" or not _word(tokens, at + 1).endswith("0")


def _goes_on(tokens: list[Token], at: int) -> bool:
    following = _word(tokens, at + 1)
    return following in numeral_characters() or following in LEXICON.scales or _is_number(tokens, at + 1)


def _numerals_from(tokens: list[Token], at: int) -> int:
    while at < len(tokens) and (
        tokens[at].text in numeral_characters() or tokens[at].text in LEXICON.scales or tokens[at].text in "几点"
    ):
        at += 1
    return at


def _is_like_year(written: str) -> bool:
    return len(written) == 4 and written.isdecimal() and 1900 <= int(written) <= 2100


def _is_number(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"


def _touches_number(tokens: list[Token], at: int) -> bool:
    return _is_number(tokens, at + 1) and tokens[at + 1].start == tokens[at].end


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
