"""Rows in which nothing stands are none: in memory and to an engine, whatever the table is."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from running import Mycity
from tables.conftest import Both

duckdb = pytest.importorskip("duckdb", reason="the extra tables is not installed")
pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

CREATE = "CREATE TABLE deals (city VARCHAR, amount VARCHAR, note VARCHAR)"
ROWS: list[tuple[str | None, ...]] = [
    ("Suzhou", "7 yuan", None),
    ("", None, " \u3000"),
    (None, None, None),
    ("Xiamen", "5 yuan", "x"),
]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(name: str, rows: list[tuple[str | None, ...]]) -> str:
    if name == "deals.sqlite":
        with closing(sqlite3.connect(name)) as opened:
            opened.execute(CREATE)
            opened.executemany("INSERT INTO deals VALUES (?, ?, ?)", rows)
            opened.commit()
        return f"{name}#deals"
    with duckdb.connect(name if name.endswith(".duckdb") else ":memory:") as opened:
        opened.execute(CREATE)
        opened.executemany("INSERT INTO deals VALUES (?, ?, ?)", rows)
        if name.endswith(".parquet"):
            opened.execute(f"COPY deals TO '{name}' (FORMAT parquet)")
    return f"{name}#deals" if name.endswith(".duckdb") else name


@pytest.mark.parametrize("name", ["deals.sqlite", "deals.duckdb", "deals.parquet"])
def test_a_blank_row_is_none(both: Both, name: str) -> None:
    table = made(name, ROWS)
    for found in both(table, "total"):
        assert (found.code, found.out, found.err) == (0, "12\n", "")
    for found in both(table, "deals", "--columns", "id,city"):
        assert found.out == "1\tSuzhou\n4\tXiamen\n"


@pytest.mark.parametrize("name", ["deals.sqlite", "deals.duckdb", "deals.parquet"])
def test_a_row_with_nothing_but_a_remark_is_a_row(both: Both, name: str) -> None:
    table = made(name, [*ROWS, (None, None, "later")])
    for found in both(table, "total", "--skip-bad", "--max-bad", "50%", "-f", "json"):
        (said,) = json.loads(found.out)
        assert (said["rows"], said["bad"], said["signings"]) == (3, 1, 2)


def test_half_a_character_is_no_text(mycity: Mycity) -> None:
    Path("deals.jsonl").write_text(
        '{"city": "\\ud800", "amount": "7 yuan"}\n{"city": "\\ud83d\\ude00", "amount": "5 yuan"}\n'
    )
    found = mycity("total", "--data", "deals.jsonl")
    assert (found.code, found.out) == (3, "")
    assert found.err == (
        "error: deals.jsonl: line 1: has an escape that is half a character, such as \\ud83d\n"
        "help: write one object in braces on each line\n"
        "error: deals.jsonl: 1 of 2 rows are bad\n"
        "help: put them right, or leave them out with --skip-bad\n"
    )
