"""Numbers that are no figures: labels, ordinals, dates, parts of names."""

from __future__ import annotations

import re

from mycity_cli.figure.chinese_numbers import digits
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.money import after_number, before_number
from mycity_cli.figure.tokens import Tokens

_YEAR = re.compile(r"(?:19|20)\d\d")
_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){2,}")
_IN_A_MONTH = frozenset({"in", "during", "since", "of", "this", "last", "by", "for"})
_NUMBERING = frozenset({"no", "nos", "vol", "fig"})
_LONGEST_DAY = 2


def is_name(line: Tokens, at: int) -> bool:
    """Return whether a number names or dates something, or is part of a word or of another number."""
    before = line.word(at - 1)
    if is_dated(line, at) or _is_plan(line, at):
        return True
    if not before or (before == "数" and line.is_digits(at) and is_noun_of_number(line, at - 1)):
        return False
    if before in LEXICON.ordinals or line.word(at - 2) + before in LEXICON.ordinals:
        return before != "每" or line.is_digits(at)
    month = _month_before(line, at)
    if month is not None and _is_day(line, at, month):
        return True
    if line.touches(at):
        return _is_joined(line, at, before)
    return (before in LEXICON.labels or (before == "." and line.word(at - 2) in _NUMBERING)) and not has_unit(
        line, at + 1
    )


def _is_plan(line: Tokens, at: int) -> bool:
    """Return whether a number names a five-year plan: 十四五."""
    if line.word(at) != "十" or line.word(at + 1) not in digits() or line.word(at + 2) != "五":
        return False
    return not any(words.match(line.tokens, at + 3) for words in (LEXICON.scales, LEXICON.things))


def is_dated(line: Tokens, at: int) -> bool:
    """Return whether a number is a year of a date or a season, or is written as dates and versions are: 2019.11.5."""
    written = line.word(at)
    if _VERSION.fullmatch(written):
        return True
    if _YEAR.fullmatch(written) is None:
        return False
    before, following = line.word(at - 1), line.word(at + 1)
    if has_unit(line, at + 1):
        return before in LEXICON.before_dates and not _has_power(line, at + 1)
    if before in LEXICON.before_years or _opens_season(line, at):
        return True
    if following in LEXICON.things:
        return False
    is_behind_day = before == "," and line.is_digits(at - 2) and _month_before(line, at - 2) is not None
    return is_behind_day or before in LEXICON.also_before_years


def has_unit(line: Tokens, at: int) -> bool:
    """Return whether a scale, a percent sign or a currency stands at a token, which may be a hyphen before it."""
    if _has_power(line, at):
        return True
    named = after_number(line, at)
    return named is not None and named.phrase not in LEXICON.doubtful and not line.is_digits(named.after)


def _has_power(line: Tokens, at: int) -> bool:
    """Return whether a scale or a percent sign stands at a token or behind a hyphen there: 5 billion, 5-million."""
    at += line.word(at) == "-"
    if LEXICON.short_scales.match(line.tokens, at) and line.touches(at) and after_number(line, at + 1):
        return True
    return any(words.match(line.tokens, at) for words in (LEXICON.scales, LEXICON.ratios))


def is_time(line: Tokens, at: int) -> bool:
    """Return whether a unit of time stands at a token: 9个月, 2018年, 18日."""
    return LEXICON.units_of_time.match(line.tokens, at) is not None


def is_noun_of_number(line: Tokens, at: int) -> bool:
    """Return whether 数 at a token ends a noun, as in 项目数42个, and does not say "several", as in 数10个."""
    noun = line.word(at - 1)
    if noun not in LEXICON.nouns_of_number:
        return False
    return noun != "约" or not line.word(at + 1).endswith("0")


def is_year(written: str) -> bool:
    """Return whether digits could be a year."""
    return _YEAR.fullmatch(written) is not None


def _is_joined(line: Tokens, at: int, before: str) -> bool:
    """Return whether a number touches what makes it a part of a name: A380, G20, 5+1, 1:2, covid-19, #3."""
    further = line.touches(at - 1)
    if line.is_word(at - 1):
        return not (_ends_currency(line, at) or _is_measured(line, at))
    if before == ".":
        return (further and not _ends_currency(line, at)) or line.word(at - 2) in _NUMBERING
    if before in ("+", "/", ":", "-") and further:
        return line.is_digits(at - 2) or (before in "/-" and line.is_word(at - 2))
    return before in "#№&_@"


def _opens_season(line: Tokens, at: int) -> bool:
    """Return whether a year opens a season or a span of years: 2013-14, 2018/19, 2018-2020."""
    bar, last = line.word(at + 1), line.word(at + 2)
    if bar not in ("-", "/", "~", "至") or not last.isdecimal():
        return False
    return is_year(last) or (len(last) == _LONGEST_DAY and bar in "-/")


def _ends_currency(line: Tokens, at: int) -> bool:
    """Return whether the letters before a number end the name or the sign of a currency: RMB5, $US5."""
    found = (before_number(line, first) for first in range(max(0, at - 3), at))
    return any(each is not None and each.after == at for each in found)


def _is_measured(line: Tokens, at: int) -> bool:
    """Return whether letters touch a number that states an amount in Chinese, as in GDP1.5万亿元: they are a word."""
    letters = line.written(at - 1, at)
    following = line.word(at + 1)
    if len(letters) < 2 or not letters.isupper() or following.isascii() or not line.is_digits(at):
        return False
    return following in LEXICON.scales or LEXICON.currency.match(line.tokens, at + 1) is not None


def _month_before(line: Tokens, at: int) -> int | None:
    """Return the token of a month before one, past the point of an abbreviation; None where none stands there."""
    month = at - 2 if line.word(at - 1) == "." else at - 1
    return month if line.word(month) in LEXICON.months else None


def _is_day(line: Tokens, at: int, month: int) -> bool:
    """Return whether a number behind a month is a day of it; in "In May 18 projects were signed" it is none."""
    written = line.word(at)
    if not written.isdecimal() or len(written) > _LONGEST_DAY or int(written) > 31 or _has_power(line, at + 1):
        return False
    return line.word(month - 1) not in _IN_A_MONTH or not line.is_word(at + 1) or not line.word(at + 1).endswith("s")
