"""mycity data convert: from one format to another, with a note on what is left out or made up."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mycity_cli.dataset import bundled, load
from mycity_cli.exchange.as_json import as_json
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity


@pytest.fixture
def tidy(mycity: Mycity, tmp_path: Path) -> Path:
    path = tmp_path / "tidy.json"
    assert mycity("data", "convert", bundled(), path) == Result(0, "", "")
    assert path.read_text(encoding="utf-8") == as_json(load())
    return path


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_a_table_of_the_signings_and_back(mycity: Mycity, tidy: Path, tmp_path: Path, ending: str) -> None:
    pytest.importorskip("duckdb")
    table, again = tmp_path / f"signings.{ending}", tmp_path / "again.json"
    assert mycity("data", "convert", tidy, table) == Result(
        0,
        "",
        "note: left out: all but the ids of 5 places, 2 sources, 5 conferences; 15 facts, 9 claims, title, "
        f"description, licenses; to convert back: --like {tidy}\n",
    )
    assert mycity("data", "convert", table, again, "--like", tidy) == Result(0, "", "")
    assert again.read_bytes() == tidy.read_bytes()
    assert mycity("data", "convert", table, again, "--force") == Result(
        0, "", "note: known by name only: 5 places, 2 sources, 3 conferences; complete them, or give --like DATASET\n"
    )
    assert mycity("total", "--data", again).out == "92913000000\n"


def test_sqlite_and_back(mycity: Mycity, tidy: Path, tmp_path: Path) -> None:
    path, again = tmp_path / "deals.sqlite", tmp_path / "again.json"
    assert mycity("data", "convert", tidy, path) == Result(0, "", "")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT sum(amount_whole) FROM signings").fetchone() == (92_913_000_000,)
    assert mycity("data", "convert", path, again) == Result(0, "", "")
    assert again.read_bytes() == tidy.read_bytes()


def test_a_table_of_another_program(mycity: Mycity, tmp_path: Path) -> None:
    path, out = tmp_path / "theirs.csv", tmp_path / "ours.json"
    path.write_text("ID,City,Kind,Amount,Currency,Source,Remark\n1,Suzhou,investment,5 billion,CNY,Ledger,x\n")
    assert mycity("data", "convert", path, out) == Result(
        0,
        "",
        f"note: columns of {path} that are not read: Remark\n"
        "note: known by name only: 1 place, 1 source; complete them, or give --like DATASET\n",
    )
    assert mycity("deals", "--data", out).out == "1\t\tSuzhou\t\tinvestment\t\t5000000000\tCNY\tledger\n"


def test_every_cell_that_is_wrong_is_told_and_nothing_is_written(mycity: Mycity, tmp_path: Path) -> None:
    path, out = tmp_path / "theirs.csv", tmp_path / "ours.json"
    path.write_text("id,city,kind,source,amount\n1,Suzhou,investment,Ledger,5 billoin yuan\n2,,investment,Ledger,\n")
    result = mycity("data", "convert", path, out)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(
        f"error: {path}:2: amount: cannot read 'billoin' after '5'\n  5 billoin yuan\n    ^^^^^^^\n"
    )
    assert result.err.endswith(f"error: {path}:3: city: is empty\nhelp: every row needs one\n")
    assert not out.exists()


def test_a_file_that_exists_is_replaced_only_by_force(mycity: Mycity, tidy: Path) -> None:
    assert mycity("data", "convert", tidy, tidy) == Result(
        2, "", f"error: {tidy}: exists already\nhelp: --force replaces it\n"
    )
    assert mycity("data", "convert", tidy, tidy, "--force") == Result(0, "", "")
    assert tidy.read_text(encoding="utf-8") == as_json(load())


ENDINGS = "known: .json, .sqlite, .sqlite3, .db, .csv, .jsonl, .ndjson, .parquet"


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        ([], 2, "error: IN: is missing\nhelp: see 'mycity data convert --help'\n"),
        (["tidy.json"], 2, "error: OUT: is missing\nhelp: see 'mycity data convert --help'\n"),
        (["tidy.json", "a.xlsx"], 2, f"error: OUT: no format has the ending '.xlsx'\nhelp: {ENDINGS}\n"),
        (["tidy.json", "a.jsn"], 2, "error: OUT: no format has the ending '.jsn'\nhelp: did you mean .json?\n"),
        (["tidy", "a.csv"], 2, f"error: IN: has no ending to tell the format by\nhelp: {ENDINGS}\n"),
        (["none.json", "a.csv"], 3, "error: none.json: cannot be read: No such file or directory\n"),
        (["none.csv", "a.json"], 3, "error: none.csv: cannot be read: No such file or directory\n"),
        (["folder.csv", "a.json"], 3, "error: folder.csv: cannot be read: Is a directory\n"),
        (["tidy.json", "folder.csv"], 3, "error: folder.csv: cannot be written: Is a directory\n"),
        (["tidy.json", "none/a.db"], 3, "error: none/a.db: cannot be written: No such file or directory\n"),
        (
            ["tidy.json", "a.csv", "--like", "tidy.json"],
            2,
            "error: --like: is for a table of signings; IN holds a whole dataset\n",
        ),
    ],
)
def test_wrong_input_is_told(
    mycity: Mycity, tidy: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, error: str
) -> None:
    monkeypatch.chdir(tidy.parent)
    (tidy.parent / "folder.csv").mkdir()
    before = sorted(os.listdir())  # noqa: PTH208  # names
    assert mycity("data", "convert", *arguments) == Result(code, "", error)
    assert sorted(os.listdir()) == before  # noqa: PTH208
