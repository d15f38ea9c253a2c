"""What looks like a figure and is none: parts of names, ordinals, labels, dates, units of other things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mycity_cli.release.figures import english
from mycity_cli.release.plain import words

if TYPE_CHECKING:
    from mycity_cli.figure import Figure, Found
    from mycity_cli.release.figures.passage import Passage

_LABELS = words(
    "no nos number phase category fortune global level chapter article annex appendix section room hall booth "
    "building block gate line route highway runway class grade tier type lot page paragraph floor version step "
    "item stage web industry china made terminal zone plot unit volume vol issue"
)
"""Words whose number is a name: phase 2, hall 3, Fortune 500."""

_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ember|ober)?\Z"
)
_BEFORE_A_YEAR = words(
    "in of since by during until till before after year the from to and between early late mid end than through "
    "vs versus"
)
_AMBIGUOUS_UNITS = words("won rand real dong pound pounds rm 块 reais")
"""Words that are a currency after millions, and something else after a small number."""

_ONE_YUAN = re.compile(r"[一二两三四五六七八九十][元块]\Z")
"""二元, 三元 are words (ternary batteries, a district): nobody states an amount of a few yuan in words."""

_SUPERLATIVES = words(
    "largest biggest greatest highest newest latest earliest finest strongest fastest richest best most first few "
    "top oldest youngest smallest longest tallest busiest leading"
)


def is_label(passage: Passage, at: int) -> bool:
    """Return whether a number numbers something, or is part of a name or of another number."""
    before = passage.word(at - 1)
    if before == "第" or (before in ("几", "每") and passage.language == "zh"):
        return True
    if before == "数" and passage.language == "zh" and not _is_number_of(passage, at):
        return True
    if not passage.is_attached(at):
        if before == "." and passage.word(at - 2) in ("no", "nos", "vol"):
            return True
        return before in _LABELS
    if before == "." and (passage.word(at - 2) in ("no", "nos", "vol") or not passage.is_attached(at - 1)):
        return True
    if passage.tokens[at - 1].is_word:
        return passage.with_currency(at) == at
    if before in ("+", "/", ".", ":") and passage.is_attached(at - 1):
        return passage.tokens[at - 2].kind == "number" or (before == "/" and passage.language == "en")
    return (before == "-" and passage.is_attached(at - 1) and passage.tokens[at - 2].is_word) or before in "#№&_@"


def _is_number_of(passage: Passage, at: int) -> bool:
    """Return whether 数 before a number ends a noun, as in 项目数42个, and does not say "several", as in 数10个."""
    noun, written = passage.word(at - 2), passage.tokens[at]
    if written.kind != "number":
        return False
    return noun in tuple("总目同份件个量额向议单") or (noun == "约" and not written.text.endswith("0"))


def is_no_count(passage: Passage, figure: Figure, at: int, after: int) -> bool:
    """Return whether a number can count nothing: it has decimals, or is part of a date or of a compound word."""
    if figure.value != int(figure.value) or figure.value <= 0:
        return True
    if passage.tokens[after - 1].text == "亿":
        # 超百亿项目 are of that size, not so many.
        return True
    before, following = passage.word(at - 1), passage.word(after)
    if before == "in" and passage.word(at - 2) in english.NUMBER_WORDS and passage.tokens[at].is_word:
        # Seven in ten are a share.
        return True
    if passage.is_attached(after):
        if following in ("-", "/", ":", "'", "°") and not passage.word(after + 1).isdigit():
            return following != "-" or passage.word(after + 1) not in (english.ONE_DEAL | {"plus"})
        if following in ("/", ":") or (len(following) <= 2 and following.isascii() and following.isalpha()):
            return True
    written = passage.tokens[at].text
    if figure.value <= 31 and _MONTH.match(before) is not None and passage.language == "en":
        return True
    is_year = len(written) == 4 and written.isdigit() and 1900 <= figure.value <= 2100
    return is_year and (before in _BEFORE_A_YEAR or following == "年")


def counts_others(found: Found) -> bool:
    """Return whether the noun of a number in a row is its own, and none of deals: 300 people and 12 projects."""
    words_of = found.figure.thing.lower().split()
    if not words_of:
        return False
    noun = words_of[-1]
    return (
        noun not in english.DEALS | english.ONE_DEAL if noun.isascii() else noun.endswith(("企业", *"家名位人只种场座"))
    )


def is_money(passage: Passage, figure: Figure, at: int, end: int) -> bool:
    """Return whether an amount whose unit follows it is one: 19 won by Xiamen, 5 pounds and 三元 are none."""
    last = at
    while last + 1 < len(passage.tokens) and passage.tokens[last + 1].end <= end:
        last += 1
    if passage.word(last) in _AMBIGUOUS_UNITS and figure.value < 10_000:
        return passage.word(last) == "块" and passage.word(last + 1) == "钱"
    return _ONE_YUAN.match(passage.text[passage.tokens[at].start : end]) is None


def is_superlative(passage: Passage, start: int, end: int) -> bool:
    """Return whether "one of the ..." praises, and counts nothing."""
    return any(token.text in _SUPERLATIVES for token in passage.tokens[start:end])
