"""What looks like a figure and is none: parts of names, ordinals, labels, dates, units of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures import english
from mycity_cli.release.lexicon import listed

if TYPE_CHECKING:
    from mycity_cli.figure.scanning import Found
    from mycity_cli.release.figures.passage import Passage

_EN = listed("counted.en")
_LAST_DAY = 31


def is_no_count(passage: Passage, found: Found, after: int) -> bool:
    """Return whether a number can count nothing: it has decimals, or is part of a date or of a compound word."""
    at, value = found.at, found.whole
    if value is None or value <= 0:
        return True
    if passage.tokens[after - 1].text == "亿":
        # 超百亿项目 are of that size, not so many.
        return True
    before, following = passage.word(at - 1), passage.word(after)
    if before == "in" and passage.word(at - 2) in english.NUMBER_WORDS and passage.tokens[at].is_word:
        # Seven in ten are a share.
        return True
    if passage.touches(after):
        if following in ("-", "/", ":", "'", "°") and not passage.word(after + 1).isdigit():
            return following != "-" or passage.word(after + 1) not in (english.ONE_DEAL | {"plus"})
        if following in ("/", ":") or (len(following) <= 2 and following.isascii() and following.isalpha()):
            return True
    if passage.language == "en" and (before in _EN["standards"] or following in _EN["measures"]):
        return True
    return _is_half(passage, at, after) or (
        value <= _LAST_DAY and before in LEXICON.months and passage.language == "en"
    )


def _is_half(passage: Passage, at: int, after: int) -> bool:
    """Return whether a number is one of two alike that say how a thing is shared: 50-50 deals."""
    for sign, other in ((after, after + 1), (at - 1, at - 2)):
        if passage.word(sign) in ("-", ":", "/") and passage.word(other) == passage.word(at) and passage.touches(sign):
            return True
    return False


def counts_others(found: Found) -> bool:
    """Return whether the noun of a number in a row is its own, and none of deals: 300 people and 12 projects."""
    words_of = found.reading.thing.lower().split()
    if not words_of:
        return False
    noun = words_of[-1]
    return (
        noun not in english.DEALS | english.ONE_DEAL if noun.isascii() else noun.endswith(("企业", *"家名位人只种场座"))
    )


def is_superlative(passage: Passage, start: int, end: int) -> bool:
    """Return whether "one of the ..." praises, and counts nothing."""
    return any(token.text in _EN["superlatives"] for token in passage.tokens[start:end])
