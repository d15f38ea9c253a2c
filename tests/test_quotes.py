"""Quotations that records carry: short, of the very figure, and shown where the figure is proved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import dataset, fact, signing
from mycity_cli.consistency.quotes import MOST_CHARACTERS, MOST_WORDS, fault_of, is_too_long
from mycity_cli.exchange import sqlite_file
from mycity_cli.exchange.as_json import as_json
from mycity_cli.exchange.merging import Named, merge
from running import Mycity

AMOUNT = {"amount": "52.563 billion yuan", "projects": 30}


def code_of(**fields: Any) -> str | None:
    """Return the code of what is wrong with the quotation of a signing."""
    [found] = dataset(signing("a", **fields)).signings
    fault = fault_of(found)
    return None if fault is None else fault[0]


@pytest.mark.parametrize(
    "quote",
    [
        "30 projects amounting to 52.563 billion yuan",
        "a total of RMB 52.563bn",
        "总投资525.63亿元",
        "总投资525.63亿",
        "thirty projects",
        "三十个项目",
        "30",
    ],
)
def test_a_quotation_with_the_figure(quote: str) -> None:
    assert code_of(**AMOUNT, quote=quote) is None


@pytest.mark.parametrize(
    "quote",
    [
        "52.653 billion yuan",
        "52.563 billion dollars",
        "52.563 million yuan",
        "52.6 billion yuan",
        "about 52.563 billion",
        "more than 30 projects",
        "三十余个项目",
        "many projects",
        "3 0",
        "300",
    ],
)
def test_a_quotation_without_it(quote: str) -> None:
    assert code_of(**AMOUNT, quote=quote) == "quote-without-figure"


def test_where_no_figure_is_stated_none_can_be_quoted() -> None:
    assert code_of(amount="none", quote="a memorandum of 5 pages") == "quote-without-figure"
    [found] = dataset(facts=[fact("motto", text="Open", quote="Open")]).facts
    assert fault_of(found) == (
        "quote-without-figure", "the record states no figure that is quoted", "leave the quotation out",
    )  # fmt: skip
    [found] = dataset(facts=[fact("share", figure="22.4%", quote="22.4% of all pandas")]).facts
    assert fault_of(found) is None


@given(st.integers(0, 40), st.integers(0, 100))
def test_words_and_characters_take_room_from_each_other(words: int, characters: int) -> None:
    quote = f"{'word, ' * words}{'字' * characters}"
    used = words * MOST_CHARACTERS + characters * MOST_WORDS
    assert is_too_long(quote) == (used > MOST_WORDS * MOST_CHARACTERS)


def test_signs_are_no_words() -> None:
    assert not is_too_long("- " * 100 + "word " * MOST_WORDS)
    assert is_too_long("word " * (MOST_WORDS + 1))
    assert not is_too_long("总" * MOST_CHARACTERS + "，。")


def test_a_proof_shows_the_quotation_and_leaves_one_out_that_does_not_fit(mycity: Mycity, tmp_path: Path) -> None:
    good, bad = "worth 52.563 billion yuan", "worth 50 billion yuan"
    for quote, shown in ((good, good), (bad, None)):
        path = tmp_path / "d.json"
        path.write_text(as_json(dataset(signing("a", **AMOUNT, quote=quote))), encoding="utf-8")
        found: Any = json.loads(mycity("check", "total > 1 yuan", "--data", path, "-f", "json").out)
        assert found["terms"][0]["evidence"][0]["quote"] == shown
        text = mycity("check", "total > 1 yuan", "--data", path, "-f", "markdown").out
        assert (f'| paper: "{good}" |\n' in text) == (shown is not None)
    assert json.loads(mycity("show", "a", "--data", path, "-f", "json").out)["quote"] == bad


def test_merging_and_sqlite_keep_quotations_and_the_publisher(tmp_path: Path) -> None:
    noted = signing("a", **AMOUNT, quote="30 projects")
    given = dataset(noted, facts=[fact("b", quote="418 pandas")], publisher="The Office")
    merged = merge([Named("one", given), Named("two", given)])
    assert merged.dataset == given
    assert merged.notes == ()
    sqlite_file.write(given, tmp_path / "d.sqlite", replace=False)
    assert sqlite_file.read(tmp_path / "d.sqlite") == given


def test_a_file_of_sqlite_without_the_new_columns_is_read(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "d.sqlite"
    given = dataset(signing("a", **AMOUNT), facts=[fact("b")])
    sqlite_file.write(given, path, replace=False)
    with sqlite3.connect(path) as database:
        for table, column in (("dataset", "publisher"), ("signings", "quote"), ("facts", "quote")):
            database.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    assert sqlite_file.read(path) == given


def test_a_table_of_signings_says_that_it_holds_no_quotations(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text(as_json(dataset(signing("a", **AMOUNT, quote="30 projects"))), encoding="utf-8")
    result = mycity("data", "convert", path, tmp_path / "d.csv")
    assert "; 1 quotation" in result.err
