"""What is called otherwise in Chinese: names as they are shown there, and what somebody means who types them so.

Whoever types English needs none of it: what is ASCII is looked up nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from mycity_cli.figure.folding import fold, narrow
from mycity_cli.messages import Language, Said, told, worded
from mycity_cli.query.data import KnownPlace

_SHORT: Mapping[str, tuple[str, ...]] = {
    "projects": ("项目",),
    "signings": ("签约数", "签约数量"),
    "average": ("平均", "平均值"),
    "median": ("中位数", "中位"),
    "max": ("最大", "最大值"),
    "year": ("年", "年份"),
    "quarter": ("季",),
    "month": ("月",),
    "province": ("省",),
    "currency": ("币种",),
}
"""What people type for a longer title, which `titles` has."""

_QUARTER = re.compile(r"(\d{4})-?Q([1-4])|(\d{4})年第?([1-4一二三四])季度", re.IGNORECASE)
_HAN_DAY = re.compile(r"(\d{4})年(?:(\d\d?)月(?:(\d\d?)[日号])?)?")
_PERIOD = re.compile(r"(\d{4}|\.\.)(-\d\d){0,2}(/(\d{4}|\.\.)(-\d\d){0,2})?")


# --- columns and groups ----------------------------------------------------------------------------------------------


def column_called(typed: str, known: Iterable[str]) -> str | None:
    """Return which of some columns of ours is called so in Chinese; None for none, and where several are."""
    if typed.isascii():
        return None
    key = title_key(typed)
    found = [column for column in known if key in _words_of(column)]
    return found[0] if len(found) == 1 else None


def titles_of(columns: Iterable[str]) -> frozenset[str]:
    """Return what some columns of ours are called in Chinese, as titles are compared."""
    return frozenset(word for column in columns for word in _words_of(column))


def title_key(title: str) -> str:
    """Return a title as it is compared with what is typed: in one line, simplified, whatever the width."""
    return "".join(fold(title).split())


@cache
def _words_of(column: str) -> frozenset[str]:
    from mycity_cli.query.titles import LEVEL_WORDS, TITLES, heading_of

    shown = [each[column] for each in (TITLES, LEVEL_WORDS) if column in each] + [heading_of(column, counts=True)]
    return frozenset((*(title_key(told(word, Language.CHINESE)) for word in shown), *_SHORT.get(column, ())))


# --- kinds, places, regions -------------------------------------------------------------------------------------------


def kind_said(kind: str) -> Said | str:
    """Return a kind of signing or conference, which is said in each language as it is called there."""
    from mycity_cli.query.titles import KIND_WORDS

    return KIND_WORDS.get(kind, kind)


def kind_called(typed: str, known: Iterable[str | None]) -> str | None:
    """Return which of some kinds is called so in Chinese; None for none."""
    if typed.isascii():
        return None
    key = title_key(typed)
    return next((kind for kind in known if kind is not None and title_key(kind_in_chinese(kind)) == key), None)


def kind_in_chinese(kind: str) -> str:
    """Return what a kind is called in Chinese."""
    return told(kind_said(kind), Language.CHINESE)


def region_said(name: str) -> Said:
    """Return the name of a province or country, which is said in each language as it is called there."""
    return worded(lambda language: name if language is Language.ENGLISH else region_in_chinese(name))


def region_in_chinese(name: str) -> str:
    """Return what a province or country is called in Chinese; what is not known, as it is."""
    from mycity_cli.gazetteer import chinese_name

    return chinese_name(name)


def regions_called(typed: str, known: Iterable[str]) -> list[str]:
    """Return which of some provinces or countries are called so in Chinese, with or without the word for their rank."""
    if typed.isascii():
        return []
    from mycity_cli.gazetteer import known as known_place

    place = known_place(fold(typed))
    return [] if place is None else [name for name in known if known_place(name) == place]


def region_texts(region: str | None, wanted: str) -> list[str]:
    """Return the texts of a province or country in which a wanted one is looked for: in Chinese too where that is."""
    if not region:
        return []
    if wanted.isascii():
        return [region]
    return [region, region_in_chinese(region), *(wanted for _ in regions_called(wanted, [region]))]


def own_name(place: KnownPlace) -> Said:
    """Return the name of a place, which is said in each language as it is called there."""
    return worded(lambda language: (language is not Language.ENGLISH and chinese_of(place.names)) or place.name)


def chinese_of(names: Mapping[str, str]) -> str | None:
    """Return the Chinese one of names by their language tags, the simplified one first; None where there is none."""
    tags = sorted(names, key=lambda tag: (tag not in ("zh", "zh-Hans", "zh-CN"), tag))
    return next((names[tag] for tag in tags if tag == "zh" or tag.startswith("zh-")), None)


# --- dates ------------------------------------------------------------------------------------------------------------


def period_in(word: str) -> str | None:
    """Return the period that a word is, as ISO 8601 has it: 2022-Q2 and 2022年6月 are some; None for any other word."""
    word = narrow(word)
    if _PERIOD.fullmatch(word):
        return word
    if (quarter := _QUARTER.fullmatch(word)) is not None:
        year, number = quarter[1] or quarter[3], "_1234一二三四".index(quarter[2] or quarter[4])
        last = 3 * ((number - 1) % 4 + 1)
        return f"{year}-{last - 2:02}/{year}-{last:02}"
    if (day := _HAN_DAY.fullmatch(word)) is not None:
        return "-".join(part.zfill(2) for part in day.groups() if part)
    return None
