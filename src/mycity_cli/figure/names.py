"""Numbers that are no figures: labels, ordinals, dates, parts of names."""

from __future__ import annotations

import re

from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.neighbours import is_noun_of_number
from mycity_cli.figure.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"(?:19|20)\d\d[.,]\d{1,2}(?:[.,]\d{1,2})?")
_IN_A_MONTH = frozenset({"in", "during", "since", "of", "this", "last", "by", "for"})


def is_name(text: str, tokens: list[Token], at: int) -> bool:
    """Return whether a number names or dates something, or is part of a word or of another number."""
    before = tokens[at - 1] if at else None
    if _is_dated(tokens, at):
        return True
    if before is None:
        return False
    word = before.text
    if word in LEXICON.words("zh", "labels") and not (word == "每" and not tokens[at].text.isascii()):
        return True
    if word == "数" and tokens[at].kind == "number" and is_noun_of_number(tokens, at - 1):
        return False
    if word in LEXICON.words("en", "months") and _is_day(tokens, at):
        return True
    if before.end < tokens[at].start:
        return word in LEXICON.words("en", "labels") or (word == "." and _word(tokens, at - 2) in ("no", "nos", "vol", "fig"))
    return _is_joined(text, tokens, at)


def _is_joined(text: str, tokens: list[Token], at: int) -> bool:
    """Return whether a number touches what makes it a part of a name: A380, G20, 5+1, 1:2, covid-19, #3."""
    before, further = tokens[at - 1], tokens[at - 2] if at > 1 else None
    touches_further = further is not None and further.end == before.start
    if before.is_word:
        letters = text[before.start : before.end]
        return letters not in LEXICON.currency_letters and before.text not in LEXICON.currency
    if before.text == ".":
        return _word(tokens, at - 2) in ("no", "nos", "vol", "fig") or touches_further
    if before.text in ("+", "/", ":") and touches_further and further is not None:
        return further.kind == "number" or (before.text == "/" and further.is_word)
    if before.text == "-" and touches_further and further is not None:
        return further.is_word or further.kind == "number"
    return before.text in "#№&_@"


def _is_dated(tokens: list[Token], at: int) -> bool:
    """Return whether a number is a year, a date, a time or a duration."""
    token, following = tokens[at], _word(tokens, at + 1)
    if token.kind == "number" and _DATE.fullmatch(token.text) and "." in token.text and len(token.text) > 7:
        return True
    if _YEAR.fullmatch(token.text) and (
        _word(tokens, at - 1) in LEXICON.words("en", "before_years") or _is_span_of_years(tokens, at)
    ):
        return not (following in LEXICON.things and len(following) > 2)
    return False


def _is_span_of_years(tokens: list[Token], at: int) -> bool:
    """Return whether a year opens a season or a span: 2013-14, 2018/19, 2018-2020."""
    if _word(tokens, at + 1) not in ("-", "/", "~", "至") or at + 2 >= len(tokens):
        return False
    last = tokens[at + 2].text
    return last.isdecimal() and (_YEAR.fullmatch(last) is not None or (len(last) == 2 and tokens[at + 1].text in "-/"))


def _is_day(tokens: list[Token], at: int) -> bool:
    """Return whether a number behind a month is a day of it; in "In May 18 projects were signed" it is none."""
    written = tokens[at].text
    if not written.isdecimal() or int(written) > 31 or len(written) > 2:
        return False
    opens = _word(tokens, at - 2) in _IN_A_MONTH
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return not (opens and following is not None and following.is_word and following.text.endswith("s"))


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
