"""Files of other formats and folders that are given for a dataset: what they are, and what to give instead."""

from __future__ import annotations

import io
import sqlite3
import sys
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mycity_cli.dataset import bundled
from mycity_cli.dataset.reading import MOST_BYTES
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

SHEET = "give its name the ending that it has by right: .xlsx, .xls or .ods"
DATABASE = (
    "name its table: --data 'sqlite:///{0}#signings'; one that mycity wrote becomes a dataset again with: "
    "mycity data convert {0} {1}"
)


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "noun", "help"),
    [
        ("d.json", zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet", SHEET),
        ("d.docx", zipped("[Content_Types].xml", "word/document.xml"), "a document of a word processor", ""),
        ("d.zip", zipped("d.json"), "a ZIP archive", "unpack it: unzip d.zip"),
        ("d.json", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old spreadsheet or word processor", SHEET),
        ("d.json", b"PAR1\x15\x04", "a Parquet file", "give its name the ending .parquet"),
        ("d.pdf", b"%PDF-1.7\n", "a PDF", "a release is audited with: mycity audit d.pdf"),
        ("my d.json.gz", b"\x1f\x8b\x08\x00", "compressed with gzip", "unpack it: gzip -d 'my d.json.gz'"),
        ("d.json", b"12345678DUCK\x40", "a DuckDB database", "name its table: --data 'duckdb:///d.json#TABLE'"),
    ],
)
def test_a_file_of_another_format_is_called_what_it_is(
    mycity: Mycity, here: Path, name: str, content: bytes, noun: str, help: str
) -> None:
    (here / name).write_bytes(content)
    help = help or f"a release is audited with: mycity audit {name}"
    told = f"error: {name}:1:1: {noun}, not JSON [other-format]\nhelp: {help}\n"
    assert mycity("deals", "--data", name) == Result(3, "", told)
    assert mycity("data", "merge", name) == Result(3, "", told)
    assert mycity("data", "validate", name) == Result(1, told, "1 problem\n")


def test_the_help_for_a_database_is_a_command_that_works(mycity: Mycity, here: Path) -> None:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    assert mycity("data", "convert", bundled(), "x.sqlite").code == 0
    help = DATABASE.format("x.sqlite", "x.json")
    told = f"error: x.sqlite:1:1: a SQLite database, not JSON [other-format]\nhelp: {help}\n"
    assert mycity("total", "--data", "x.sqlite") == Result(3, "", told)
    assert mycity("total", "--data", "sqlite:///x.sqlite#signings").out == "92913000000\n"
    assert mycity("data", "convert", "x.sqlite", "x.json") == Result(0, "", "")
    assert mycity("total", "--data", "x.json").out == "92913000000\n"
    mycity.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((here / "x.sqlite").read_bytes())))
    assert DATABASE.format("FILE", "FILE.json") in mycity("total", "--data", "-").err


def test_a_database_that_is_too_large_for_a_dataset_is_told_how_to_open_too(mycity: Mycity, here: Path) -> None:
    with closing(sqlite3.connect("large.db")) as database:
        for table in ("dataset", "signings", "places"):
            database.execute(f"CREATE TABLE {table} (id)")
    with (here / "large.db").open("r+b") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert mycity("total", "--data", "large.db").err == (
        f"error: large.db: is larger than 256 MiB\nhelp: {DATABASE.format('large.db', 'large.json')}\n"
    )


@pytest.mark.parametrize(
    ("names", "help"),
    [
        (["schema.json", "figures.json", ".hidden.json", "a.csv"], "give a file in it: 'my data/figures.json'"),
        (["b.csv", "a.csv", "notes.txt"], "give its tables as one: 'my data/*.csv'"),
        (["a.parquet"], "give its tables as one: 'my data/*.parquet'"),
        ([], "give a file: a dataset, or a table such as signings.csv"),
    ],
)
def test_of_a_folder_a_file_in_it_is_offered(mycity: Mycity, here: Path, names: list[str], help: str) -> None:
    (here / "my data").mkdir()
    for name in names:
        (here / "my data" / name).touch()
    told = f"error: my data: cannot be read: Is a directory\nhelp: {help}\n"
    assert mycity("deals", "--data", "my data") == Result(3, "", told)
    assert mycity("data", "validate", "my data") == Result(3, "", told)
    assert mycity("data", "merge", "my data") == Result(3, "", told)
