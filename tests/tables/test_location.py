"""Whether data is a table, and where it is."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from mycity_cli.dataset import load
from mycity_cli.errors import MycityError
from mycity_cli.exchange import sqlite_file
from mycity_cli.formats import FileFormat
from mycity_cli.tables.location import Database, Files, is_table, locate
from mycity_cli.tables.peeking import is_table_in_bytes


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def database(name: str, *tables: str) -> None:
    with closing(sqlite3.connect(name)) as opened:
        for table in tables:
            opened.execute(f"CREATE TABLE {table} (city TEXT)")
        opened.commit()


@pytest.mark.parametrize(
    "data",
    ["a.csv", "A.TSV", "a.tab", "a.txt", "a.psv", "a.csv.gz", "a.jsonl.zst", "*.csv", "a.xlsx", "a.xls", "a.ods",
     "a.xlsm", "a.parquet", "duckdb:///x#y"],
)  # fmt: skip
def test_an_ending_says_that_it_is_a_table(data: str) -> None:
    assert is_table(data)


@pytest.mark.parametrize("data", [None, "-", "a", "a.json", "a.sqlite", "a.db", "a.gz", "a.toml", "data.csv/"])
def test_what_is_not_there_or_says_nothing_is_none(data: str | None) -> None:
    assert is_table(data) is (data == "data.csv/")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"City": "A"}]', True),
        (b'\xef\xbb\xbf\n [ {"City": "A"}]', True),
        ('[{"City": "A"}]'.encode("utf-16"), True),
        (gzip.compress(b'[{"City": "A"}]', mtime=0), True),
        (b'{"meta": {}, "rows": [ {"City": "A"}]}', True),
        (b'{"places": [{"id": "a"}]}', False),
        (b'{"title": "t", "city": "a", "signings" : [{"id": "a"}]}', False),
        (b"[]", True),
        (b"[[[[", True),
        (b"{}", False),
        (b'{"title": "t"}', False),
        (b"", False),
        (b"\x1f\x8b nonsense", False),
    ],
)
def test_json_is_a_table_or_a_dataset_by_how_it_begins(content: bytes, expected: bool) -> None:  # noqa: FBT001
    Path("a.json").write_bytes(content)
    assert is_table("a.json") is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"city,amount\nA,5\n", True),
        (gzip.compress(b"city,amount\n", mtime=0), True),
        (b"PK\x03\x04", True),
        (b'[{"City": "A"}]', True),
        (b'{"City": "A"}\n{"City": "B"}\n', True),
        (b'{"rows": [{"City": "A"}]}', True),
        (b'{\n"title": "t",\n"places": [\n{"id": "a"}]}', False),
        (gzip.compress(b'{"places": []}', mtime=0), False),
        (b"{}", False),
        (b" \n", False),
    ],
)
def test_bytes_are_a_table_unless_they_may_be_a_dataset(content: bytes, expected: bool) -> None:  # noqa: FBT001
    assert is_table_in_bytes(content) is expected


def test_the_bundled_dataset_is_none() -> None:
    assert not is_table("data/deals.json")


def test_a_database_is_a_table_by_its_path() -> None:
    database("one.db", "deals")
    duckdb.connect("two.ddb").execute("CREATE TABLE deals (city TEXT)").close()
    one, two = Path("one.db").absolute(), Path("two.ddb").absolute()
    assert [is_table("one.db"), is_table("one.db#deals"), is_table("two.ddb")] == [True, True, True]
    assert locate("one.db") == Database(f"sqlite:///{one}", "deals", "one.db#deals")
    assert locate("one.db#deals") == Database(f"sqlite:///{one}", "deals", "one.db#deals")
    assert locate("two.ddb") == Database(f"duckdb:///{two}", "deals", "two.ddb#deals")


def test_a_dataset_in_sqlite_stays_a_dataset(tmp_path: Path) -> None:
    sqlite_file.write(load(None), tmp_path / "deals.sqlite", replace=False)
    assert not is_table("deals.sqlite")


def test_files() -> None:
    for name in ("a1.csv.gz", "a2.csv.gz"):
        Path(name).write_bytes(gzip.compress(b"city\nA\n", mtime=0))
    assert locate("a*.csv.gz") == Files(FileFormat.CSV, (Path("a1.csv.gz"), Path("a2.csv.gz")), "a*.csv.gz")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("none.csv", "error: none.csv: cannot be read: No such file or directory"),
        ("none*.csv", "error: none*.csv: no file has such a name\nhelp: see the names with: ls"),
        ("none.sqlite", "error: none.sqlite: cannot be read: No such file or directory"),
        ("text.db", ("error: text.db: is no database that can be read\n"
         "help: a database of SQLite or DuckDB can be read")),
        ("two.db", "error: two.db: has several tables\nhelp: name one: two.db#deals, two.db#more"),
        ("no.db", "error: no.db: has no table"),
        ("sqlite:///x", ("error: sqlite:///x: names no table\n"
         "help: write the name of the table after #: duckdb:///deals.ddb#deals")),
        ("empty.csv", "error: empty.csv: is empty\nhelp: a table has a header line, or at least one row"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told(data: str, message: str) -> None:
    Path("text.db").write_text("city,amount\n")
    Path("empty.csv").write_text("")
    database("two.db", "deals", "more")
    with closing(sqlite3.connect("no.db")) as opened:
        opened.execute("PRAGMA user_version = 1")
        opened.commit()
    with pytest.raises(MycityError) as raised:
        locate(data)
    assert str(raised.value) == message
