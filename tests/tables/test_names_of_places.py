"""Which cities a table names, and what a typed name means where spellings are kept apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mycity_cli.tables.missing import missing_note

if TYPE_CHECKING:
    from running import Mycity
    from tables.conftest import Both


def test_the_word_in_a_total_row_is_no_city(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("city,amount,promoter\nSuzhou,5 yuan,\nXiamen,7 yuan,\n合计,12 yuan,Sum\n")
    cities = mycity("cities", "--data", path, "--format", "json")
    assert [each["name"] for each in json.loads(cities.out)] == ["Suzhou", "Xiamen"]
    unknown = mycity("total", "--data", path, "--city", "合计")
    assert (unknown.code, unknown.out) == (2, "")
    assert "合计" not in unknown.err.partition("help: ")[2]
    kept = mycity("cities", "--data", path, "--keep-totals", "--format", "json")
    assert [each["name"] for each in json.loads(kept.out)] == ["Sum", "Suzhou", "Xiamen", "合计"]


@pytest.mark.parametrize(
    "command",
    [
        ["total", "--city", "Suzhou"],
        ["total", "--city", "suzhou", "--by", "year"],
        ["total", "--city", "SUZHOU"],
        ["deals", "--city", "Suzhou", "--columns", "city,amount"],
        ["check", "Suzhou = 5 yuan", "amount(suzhou) = 7 yuan"],
    ],
    ids=" ".join,
)
def test_a_spelling_that_is_kept_apart_is_asked_for_alone(both: Both, tmp_path: Path, command: list[str]) -> None:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    path = tmp_path / "deals.csv"
    path.write_text("city,amount,date\nSuzhou,5 yuan,2022\nsuzhou,7 yuan,2022\n苏州,9 yuan,2023\n")
    engine, in_memory = both(path, *command, "--as-written")
    assert engine == in_memory
    if command == ["total", "--city", "Suzhou"]:
        assert engine.out == "5\n"


def test_words_that_are_as_frequent_are_told_in_one_order() -> None:
    from collections import Counter

    counted = Counter({"b": 1, "a": 1, "c": 2, "e": 1, "d": 1})
    told = "6 cells of 'x' state nothing: 2 × 'c', 1 × 'a', 1 × 'b', 1 × 'd', 1 other"
    assert missing_note("x", counted) == [told]
    assert missing_note("x", Counter(dict(reversed(counted.items())))) == [told]
