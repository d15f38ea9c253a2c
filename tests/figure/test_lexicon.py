"""The words of figures: each is found by its own phrase, means one thing, and works in a figure."""

from __future__ import annotations

import ast
import inspect
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from mycity_cli.figure import Bound, Figure, lexicon
from mycity_cli.figure.currencies import CURRENCIES, UNIT_NAMES, unit_name
from mycity_cli.figure.lexicon import Lexicon
from mycity_cli.figure.tokens import tokenize

if TYPE_CHECKING:
    pass

LEXICONS: dict[str, Lexicon[Any]] = {name: value for name, value in vars(lexicon).items() if isinstance(value, Lexicon)}
PHRASES = [(name, phrase) for name, words in LEXICONS.items() for phrase in words]
AFTER_A_NUMBER = ("SCALES", "PERCENT", "TENTHS", "CURRENCY", "THINGS_COUNTED", "HEDGES_AFTER", "HEDGES_WITHIN")
BEFORE_A_NUMBER = ("CURRENCY", "HEDGES_BEFORE", "CHINESE_PERCENT", "HALF", "SCALES")


def as_written() -> list[tuple[str, list[tuple[Any, str]]]]:
    """Return the meanings and phrases of each lexicon in its source, before any of them can hide another."""
    found = []
    for node in ast.parse(inspect.getsource(lexicon)).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in LEXICONS:
                # What is evaluated is an argument in our own source.
                code = compile(ast.Expression(node.value.args[0]), f"<{name}>", "eval")
                meanings = eval(code, dict(vars(lexicon)))  # noqa: S307
                found.append((name, [(meaning, phrase) for meaning, phrases in meanings.items() for phrase in phrases]))
    return found


def test_every_lexicon_is_looked_at() -> None:
    assert {name for name, _ in as_written()} == set(LEXICONS)


@pytest.mark.parametrize(("name", "pairs"), as_written(), ids=[name for name, _ in as_written()])
def test_no_phrase_stands_twice_in_a_lexicon(name: str, pairs: list[tuple[Any, str]]) -> None:
    phrases = [phrase for _, phrase in pairs]
    assert sorted(phrases) == sorted(set(phrases))
    assert dict(LEXICONS[name]) == {phrase: meaning for meaning, phrase in pairs}


@pytest.mark.parametrize(("name", "phrase"), PHRASES)
def test_a_phrase_is_matched_by_its_own_key(name: str, phrase: str) -> None:
    words, tokens = LEXICONS[name], tokenize(phrase)
    assert words.match(tokens, 0) == (words[phrase], len(tokens))


@pytest.mark.parametrize("place", [AFTER_A_NUMBER, BEFORE_A_NUMBER], ids=["after", "before"])
def test_no_phrase_has_two_meanings_at_one_place(place: tuple[str, ...]) -> None:
    shared = {
        (one, other): common
        for one, other in combinations(place, 2)
        if (common := set(LEXICONS[one]) & set(LEXICONS[other]))
    }
    assert shared == {}


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("us dollars", 0, ("USD", 2)),
        ("US$5", 0, ("USD", 2)),
        ("usd", 0, ("USD", 1)),
        ("dollars", 0, ("USD", 1)),
        ("元人民币", 0, ("CNY", 4)),
        ("元人", 0, ("CNY", 1)),
        ("5 yuan", 1, ("CNY", 1 + 1)),
        ("yuans", 0, None),
        ("u s", 0, None),
        ("5", 0, None),
        ("5", 1, None),
        ("", 0, None),
    ],
)
def test_the_longest_phrase_wins(text: str, at: int, expected: tuple[str, int] | None) -> None:
    assert lexicon.CURRENCY.match(tokenize(text), at) == expected


def test_two_latin_words_have_a_space_between_them() -> None:
    assert lexicon.CURRENCY.match(tokenize("usdollars"), 0) is None
    assert lexicon.CURRENCY.match(tokenize("US  dollars"), 0) == ("USD", 2)


# --- currencies --------------------------------------------------------------------------------------------------


def test_a_name_belongs_to_one_currency() -> None:
    names = [name for code, names in CURRENCIES.items() for name in (code.lower(), *names)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("code", CURRENCIES)
def test_a_currency_has_an_iso_code_and_names_in_lower_case(code: str) -> None:
    assert len(code) == 3
    assert code.isascii()
    assert code.isupper()
    assert all(name == name.lower().strip() for name in CURRENCIES[code])


def test_a_currency_has_a_name_for_headings() -> None:
    assert [unit_name(code) for code in ("CNY", "USD")] == ["yuan", "USD"]
    assert set(UNIT_NAMES) <= set(CURRENCIES)


# --- in figures --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "code"),
    lexicon.CURRENCY.items(),
)
def test_every_currency_is_read_before_and_after_a_number(phrase: str, code: str) -> None:
    before, after = Figure.parse(f"{phrase} 5 billion"), Figure.parse(f"5 billion {phrase}")
    assert before.unit == after.unit == code
    assert Figure.parse(f"5亿{phrase}").unit == code
    assert Figure.parse(phrase.upper() + "5").unit == code


@pytest.mark.parametrize(("phrase", "power"), lexicon.SCALES.items())
def test_every_scale_multiplies(phrase: str, power: int) -> None:
    assert Figure.parse(f"5 {phrase} yuan").value == Figure.parse(f"5{phrase}").value == 5 * 10**power


@pytest.mark.parametrize(("phrase", "bound"), lexicon.HEDGES_BEFORE.items())
def test_every_hedge_is_read_before_a_number_and_before_its_currency(phrase: str, bound: Bound) -> None:
    for text in (f"{phrase} 50", f"{phrase}50亿元", f"{phrase} $50", f"$ {phrase} 50"):
        assert Figure.parse(text).bound is bound


@pytest.mark.parametrize(("phrase", "bound"), lexicon.HEDGES_AFTER.items())
def test_every_hedge_is_read_after_a_unit(phrase: str, bound: Bound) -> None:
    for text in (f"50 {phrase}", f"50 yuan {phrase}", f"50亿元{phrase}", f"50% {phrase}", f"50 projects {phrase}"):
        assert Figure.parse(text).bound is bound


@pytest.mark.parametrize(("phrase", "bound"), lexicon.HEDGES_WITHIN.items())
def test_every_inner_hedge_is_read_before_and_after_a_scale(phrase: str, bound: Bound) -> None:
    for text in (f"50{phrase}亿元", f"50亿{phrase}元", f"50-{phrase} million yuan", f"50 {phrase}"):
        assert Figure.parse(text).bound is bound


@pytest.mark.parametrize("phrase", lexicon.THINGS_COUNTED)
def test_every_thing_counted_is_read_after_a_number(phrase: str) -> None:
    assert Figure.parse(f"50 {phrase}") == Figure.parse(f"50{phrase}") == Figure.parse("50")


@pytest.mark.parametrize("phrase", [*lexicon.PERCENT, *lexicon.TENTHS])
def test_every_sign_of_a_ratio_is_read_after_a_number(phrase: str) -> None:
    power = {**lexicon.PERCENT, **lexicon.TENTHS}[phrase]
    assert Figure.parse(f"5 {phrase}").value * 10**-power == 5


@pytest.mark.parametrize("phrase", list(lexicon.HALF))
def test_every_half_is_read(phrase: str) -> None:
    assert Figure.parse(phrase) == Figure.parse("half")
