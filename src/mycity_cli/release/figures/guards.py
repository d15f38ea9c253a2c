"""What looks like a figure and is none: parts of names, ordinals, labels, dates, units of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures import english
from mycity_cli.release.plain import words

if TYPE_CHECKING:
    from mycity_cli.figure.scanning import Found
    from mycity_cli.release.figures.passage import Passage

_SUPERLATIVES = words(
    "largest biggest greatest highest newest latest earliest finest strongest fastest richest best most first few "
    "top oldest youngest smallest longest tallest busiest leading"
)


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
    return value <= 31 and before in LEXICON.months and passage.language == "en"


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
    return any(token.text in _SUPERLATIVES for token in passage.tokens[start:end])
