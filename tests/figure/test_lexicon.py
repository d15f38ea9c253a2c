"""The phrases of figures: each is found by its own tokens and means one thing at one place."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from mycity_cli.figure.lexicon import LEXICON, Phrases, split, table
from mycity_cli.figure.tokens import tokenize

LEXICONS: dict[str, Phrases[Any]] = {
    name: getattr(LEXICON, name)
    for name in (
        "currency",
        "ambiguous",
        "subunits",
        "scales",
        "short_scales",
        "ratios",
        "points",
        "hedges_before",
        "hedges_after",
        "hedges_within",
        "hedges_inside",
        "vague",
        "things",
    )
}
BEHIND_A_NUMBER = [name for name in LEXICONS if name not in ("hedges_before", "vague")]
BEFORE_A_NUMBER = ["hedges_before", "currency", "ambiguous", "vague"]
TABLES = {name: table(name) for name in ("en", "zh")}
LISTS = [
    (language, section, key)
    for language, sections in TABLES.items()
    for section, keys in sections.items()
    for key in keys
]


@pytest.mark.parametrize("name", LEXICONS)
def test_a_phrase_is_matched_by_its_own_tokens(name: str) -> None:
    words = LEXICONS[name]
    wrong = []
    for phrase, meaning in words.items():
        tokens = tokenize(phrase)
        if words.match(tokens, 0) != (meaning, len(tokens)):
            wrong.append(phrase)
    assert wrong == []


@pytest.mark.parametrize(("language", "section", "key"), LISTS)
def test_no_phrase_stands_twice_in_a_list(language: str, section: str, key: str) -> None:
    if (section, key) in {("numbers", "tens"), ("fractions", "one"), ("fractions", "many")}:
        return  # empty places stand for what has no name
    values = TABLES[language][section][key]
    phrases = values.replace("|", "") if (language, section) == ("zh", "numbers") else split(values)
    assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []


def rows(section: str) -> list[str]:
    return [
        phrase for language in TABLES.values() for row in language.get(section, {}).values() for phrase in split(row)
    ]


@pytest.mark.parametrize(
    "section",
    ["scales", "short_scales", "ratios", "points", "hedges_before", "hedges_after", "hedges_within", "hedges_around"],
)
def test_no_phrase_stands_in_two_rows_of_a_section(section: str) -> None:
    assert [phrase for phrase, count in Counter(rows(section)).items() if count > 1] == []


def test_no_number_has_two_words_of_other_values() -> None:
    numbers = TABLES["en"]["numbers"]
    words = [*split(numbers["small"]), *filter(None, split(numbers["tens"])), *split(numbers["nothing"])]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    characters = "".join(TABLES["zh"]["numbers"][key] for key in ("digits", "places", "tens")).replace("|", "")
    assert [character for character, count in Counter(characters).items() if count > 1] == []


def shared(names: list[str]) -> dict[tuple[str, str], set[str]]:
    pairs = combinations(names, 2)
    return {(a, b): common for a, b in pairs if (common := set(LEXICONS[a]) & set(LEXICONS[b]))}


def test_no_phrase_has_two_meanings_before_a_number() -> None:
    # TOP is the code of the paanga, and "top 50" in a whole text at most fifty.
    assert shared(BEFORE_A_NUMBER) == {("hedges_before", "currency"): {"top"}}


def test_no_phrase_has_two_meanings_behind_a_number() -> None:
    assert shared(BEHIND_A_NUMBER) == {}


def test_what_is_no_hedge_somewhere_is_one() -> None:
    assert set(LEXICON.no_hedges) <= set(LEXICON.hedges_before)


def test_numerals_of_cheques_are_numerals() -> None:
    numbers = TABLES["zh"]["numbers"]
    known = numbers["digits"] + numbers["places"]
    assert [numeral for numeral in numbers["formal"] if numeral not in known] == []
    assert [numeral for numeral in split(numbers["not_in_row"])[0] if numeral not in known] == []


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("us dollars", 0, ("USD", 2)),
        ("U.S. dollars", 0, ("USD", 2)),
        ("US  dollars", 0, ("USD", 2)),
        ("US$5", 0, ("USD", 2)),
        ("usd", 0, ("USD", 1)),
        ("dollars", 0, ("USD", 1)),
        ("元人民币", 0, ("CNY", 4)),
        ("元人", 0, ("CNY", 1)),
        ("5 yuan", 1, ("CNY", 2)),
        ("港幣", 0, ("HKD", 2)),
        ("złoty", 0, ("PLN", 1)),
        ("usdollars", 0, None),
        ("u s", 0, None),
        ("5", 0, None),
        ("5", 1, None),
        ("", 0, None),
    ],
)
def test_the_longest_phrase_wins(text: str, at: int, expected: tuple[str, int] | None) -> None:
    assert LEXICON.currency.match(tokenize(text), at) == expected
