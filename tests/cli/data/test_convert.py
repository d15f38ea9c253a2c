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


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "parquet"])
def test_a_table_of_the_signings_and_back(mycity: Mycity, tidy: Path, tmp_path: Path, ending: str) -> None:
    pytest.importorskip("duckdb")
    table, again = tmp_path / f"signings.{ending}", tmp_path / "again.json"
    assert mycity("data", "convert", tidy, table) == Result(
        0,
        "",
        "note: left out: all but the ids of 5 places, 2 sources, 5 conferences; 15 facts, 9 claims, title, "
        f"description, publisher, licenses, city; to convert back: --like {tidy}\n",
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
    path.write_text("ID,City,Kind,Amount,Currency,Source,Remark,Chair\n1,Suzhou,investment,5 billion,CNY,Ledger,x,y\n")
    assert mycity("data", "convert", path, out) == Result(
        0,
        "",
        "note: 'Remark' is taken for the note (--map decides)\n"
        f"note: columns of {path} that are not read: Chair\n"
        "note: known by name only: 1 place, 1 source; complete them, or give --like DATASET\n",
    )
    assert mycity("deals", "--data", out).out == "1\t\tSuzhou\t\tinvestment\t\t5000000000\tCNY\tledger\n"


WORTH = "Host City;Signed;Worth\nSuzhou;2022-11-03;52.563\nXiamen;2022-06-15;13.55\n"
HOW = ("--map", "city=Host City", "--map", "amount=Worth", "--map", "date=Signed", "--amount-unit", "billion yuan")


def test_a_table_that_is_totalled_is_converted_with_the_same_options(mycity: Mycity, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    path, out = tmp_path / "2022.csv", tmp_path / "ours.json"
    path.write_text(WORTH, encoding="utf-8")
    assert mycity("data", "convert", path, out, *HOW) == Result(
        0,
        "",
        f"note: made, since {path} has no such column: id, kind, source\n"
        "note: known by name only: 2 places, 1 source; complete them, or give --like DATASET\n",
    )
    assert mycity("total", "--data", out).out == mycity("total", "--data", path, *HOW).out == "66113000000\n"
    columns = ("--columns", "city,date,stated,low,high")
    assert mycity("deals", "--data", out, *columns) == mycity("deals", "--data", path, *HOW, *columns)


def test_bad_rows_are_told_and_left_out_as_in_a_total(mycity: Mycity, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    path, out = tmp_path / "t.csv", tmp_path / "t.json"
    path.write_text("city,amount\n" + "Suzhou,much\n" * 30 + "Xiamen,5 yuan\n", encoding="utf-8")
    result = mycity("data", "convert", path, out, "--max-errors", "2")
    assert result == mycity("total", "--data", path, "--max-errors", "2")
    assert result.err.splitlines()[-2] == f"error: {path}: 30 of 31 rows are bad"
    assert "note: 30 bad rows left out\n" in mycity("data", "convert", path, out, "--skip-bad").err
    assert mycity("total", "--data", out).out == "5\n"


def test_options_of_tables_are_for_tables(mycity: Mycity, tidy: Path, tmp_path: Path) -> None:
    for option in (["--map", "city=x"], ["--amount-unit", "yuan"], ["--skip-bad"], ["--max-errors", "3"]):
        assert mycity("data", "convert", tidy, tmp_path / "x.sqlite", *option) == Result(
            2, "", f"error: {option[0]}: is for tables\nhelp: a dataset says itself what its fields are\n"
        )
    table = tmp_path / "t.csv"
    table.write_text("city,Remark\nSuzhou,x\n", encoding="utf-8")
    out = tmp_path / "t.json"
    assert mycity("data", "convert", table, out, "--map", "note=Remark").code == 0
    assert '"note": "x"' in out.read_text(encoding="utf-8")
    assert mycity("data", "convert", table, out, "--map", "nte=Remark", "--force").err == (
        "error: --map: unknown column 'nte'\nhelp: did you mean note?\n"
    )


def test_a_table_never_takes_the_place_of_the_one_that_is_read(mycity: Mycity, tmp_path: Path) -> None:
    table, link = tmp_path / "t.csv", tmp_path / "link.csv"
    table.write_text("id,city,kind,source,Remark\ns,Suzhou,k,p,x\n", encoding="utf-8")
    link.symlink_to(table)
    before = table.read_bytes()
    for source, target in ((table, table), (link, table), (table, link)):
        assert mycity("data", "convert", source, target, "--force") == Result(
            2, "", f"error: OUT: is '{source}', which is read\nhelp: write to another file\n"
        )
    assert table.read_bytes() == before


def test_every_cell_that_is_wrong_is_told_and_nothing_is_written(mycity: Mycity, tmp_path: Path) -> None:
    path, out = tmp_path / "theirs.csv", tmp_path / "ours.json"
    path.write_text("id,city,kind,source,amount\n1,Suzhou,investment,Ledger,5 billoin yuan\n2,,investment,Ledger,\n")
    result = mycity("data", "convert", path, out)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(
        f"error: {path}: row 1: amount: cannot read 'billoin' after '5'\n  5 billoin yuan\n    ^^^^^^^\n"
    )
    assert result.err.endswith(
        f"error: {path}: row 2: city: is missing\n"
        "help: every row needs one; a merged cell is filled down by --fill city\n"
        f"error: {path}: 2 of 2 rows are bad\nhelp: put them right, or leave them out with --skip-bad\n"
    )
    assert not out.exists()


def test_a_file_that_exists_is_replaced_only_by_force(mycity: Mycity, tidy: Path) -> None:
    other = tidy.with_name("other.json")
    other.write_text("{}", encoding="utf-8")
    assert mycity("data", "convert", tidy, other) == Result(
        2, "", f"error: {other}: exists already\nhelp: --force replaces it\n"
    )
    assert mycity("data", "convert", tidy, other, "--force") == Result(0, "", "")
    assert other.read_text(encoding="utf-8") == as_json(load())
    assert mycity("data", "convert", tidy, tidy, "--force") == Result(
        2, "", f"error: OUT: is '{tidy}', which is read\nhelp: write to another file\n"
    )


ENDINGS = "known: .json, .sqlite, .sqlite3, .db, .csv, .tsv, .tab, .jsonl and 2 more"


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        ([], 2, "error: IN: is missing\nhelp: see 'mycity data convert --help'\n"),
        (["tidy.json"], 2, "error: OUT: is missing\nhelp: see 'mycity data convert --help'\n"),
        (["tidy.json", "a.xlsx"], 2, f"error: OUT: no format has the ending '.xlsx'\nhelp: {ENDINGS}\n"),
        (["tidy.json", "a.jsn"], 2, "error: OUT: no format has the ending '.jsn'\nhelp: did you mean .json?\n"),
        (
            ["tidy", "a.csv"],
            2,
            f"error: IN: has no ending to tell the format by\nhelp: {ENDINGS.replace('2 more', '10 more')}\n",
        ),
        (
            ["sqlite:///x.sqlite#signings", "a.json"],
            2,
            "error: IN: is a database\nhelp: give a file: a table is saved as CSV or Parquet first\n",
        ),
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
