"""Numbers that are hedged, in formats that have no sign for it: it is told beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Mycity
from tables.conftest import Both

TABLE = """city,projects,amount
Suzhou,3,more than 500 million yuan
Xiamen,more than 5,近百亿元
Dongguan,2,5 to 6 billion yuan
Hong Kong,2,up to HK$1 billion
Suzhou,2,1 billion yuan
"""
AMOUNTS = (
    "note: 4 cells of amount are hedged or a range, and only a plain number here: "
    "--columns …,amount,stated,low,high shows what is stated\n"
)
PROJECTS = (
    "note: 1 cell of projects is hedged or a range, and only a plain number here: "
    "--columns …,projects,projects_stated shows what is stated\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_plain_numbers_of_hedged_ones_are_told(both: Both, table: Path, format: str) -> None:
    large, small = both(table, "deals", "--format", format)
    assert large == small
    assert small.err.endswith(AMOUNTS + PROJECTS)


def test_files_and_workbooks_are_told_of_too(mycity: Mycity, table: Path, tmp_path: Path) -> None:
    for name in ("out.csv", "out.tsv", "out.xlsx"):
        assert mycity("deals", "--data", table, "-o", tmp_path / name).err.endswith(AMOUNTS + PROJECTS)


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "markdown", "html"])
def test_formats_that_say_it_need_no_note(mycity: Mycity, table: Path, format: str) -> None:
    assert "hedged" not in mycity("deals", "--data", table, "--format", format).err


@pytest.mark.parametrize("columns", ["city", "amount,stated,projects,projects_stated", "low,amount"])
def test_columns_that_say_it_need_no_note(mycity: Mycity, table: Path, columns: str) -> None:
    assert "hedged" not in mycity("deals", "--data", table, "--format", "csv", "--columns", columns).err


def test_only_what_is_written_is_counted(mycity: Mycity, table: Path) -> None:
    assert "1 cell of amount is" in mycity("deals", "--data", table, "--limit", "1", "--format", "csv").err


def test_a_range_stands_as_it_is_in_a_table(mycity: Mycity, table: Path) -> None:
    table.write_text("city,projects,amount\nSuzhou,3 to 4,5 to 6.5 billion yuan\nXiamen,2,1.25 billion yuan\n", "utf-8")
    assert mycity("deals", "--data", table, "--format", "table", "--columns", "city,projects,amount").out == (
        "                        Amount\nCity    Projects  billion yuan\nSuzhou       3–4        5–6.5\n"
        "Xiamen         2          1.25\n"
    )
