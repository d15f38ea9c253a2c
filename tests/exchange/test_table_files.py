"""Tables as files: what is written, and what other programs write that is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from examples import dataset, signing
from mycity_cli.errors import DataError
from mycity_cli.exchange import converting, csv_file, json_lines_file, parquet_file
from mycity_cli.exchange.signing_rows import Row
from mycity_cli.tables.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

DATA = dataset(
    signing("s", note='=1, "a"', amount="-0 yuan", fields=["a", "b"]),
    signing("t", note="a\r\nb\rc", projects="more than 5"),
)
MAP = "name the column that holds it: --map city='Its Name'"
HEADER = "id,date,city,promoter,conference,kind,partner,projects,amount,currency,source,at,part_of,fields,note"


def refusal(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        converting.read(path)
    return str(caught.value).replace(f"{path.parent}/", "")


def test_csv_is_quoted_where_it_has_to_be_and_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    converting.write(DATA, path, replace=False)
    assert path.read_bytes().decode() == (
        f"{HEADER}\n"
        's,,suzhou,mianyang,,investment,,,\'-0 yuan,CNY,paper,,,a;b,"\'=1, ""a"""\n'
        't,,suzhou,mianyang,,investment,,more than 5,,,paper,,,,"a\r\nb\rc"\n'
    )


def test_json_lines_have_every_column(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    converting.write(dataset(signing("s", note="苏州")), path, replace=False)
    assert path.read_text(encoding="utf-8") == (
        '{"id": "s", "date": null, "city": "suzhou", "promoter": "mianyang", "conference": null, "kind": "investment",'
        ' "partner": null, "projects": null, "amount": null, "currency": null, "source": "paper", "at": null,'
        ' "part_of": null, "fields": null, "note": "苏州"}\n'
    )


def test_csv_as_spreadsheets_write_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes('\ufeffid,city,kind,source,note\r\n\r\ns,"Su\r\nzhou",k,a,\'=1\r\nt,x,k,a,\r\n'.encode())
    table = csv_file.read(path)
    assert table.columns == ("id", "city", "kind", "source", "note")
    assert [row.where for row in table.rows] == [f"{path}:3", f"{path}:5"]
    assert table.rows[0].cells == {"id": "s", "city": "Su\r\nzhou", "kind": "k", "source": "a", "note": "=1"}
    assert table.rows[1].cells == {"id": "t", "city": "x", "kind": "k", "source": "a", "note": ""}


def test_a_large_table_with_a_nul_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = 20_000
    path.write_text("id,note\n0,a\0b\n" + "".join(f"{n},{'x' * 90}\n" for n in range(1, rows)), encoding="utf-8")
    table = csv_file.read(path)
    assert (len(table.rows), table.rows[0].cells["note"]) == (rows, "a\0b")


def test_json_lines_of_other_programs_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"amount": 12345678901234567890.123, "projects": 5, "fields": ["a", "b;c"]}\n\n{"x": null}\n')
    table = json_lines_file.read(path)
    assert table.columns == ("amount", "projects", "fields", "x")
    assert table.rows[0].cells == {"amount": "12345678901234567890.123", "projects": "5", "fields": "a;b\\;c"}
    assert table.rows[1] == Row(f"{path}:3", {"x": ""})


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"", "error: t.csv: is empty\nhelp: a table has a header line"),
        ("t.csv", b'id,city\na,"b', "error: t.csv:2: no valid CSV: unexpected end of data"),
        (
            "t.csv",
            b"x" * (17 * 1024 * 1024) + b"\n",
            "error: t.csv:1: no valid CSV: field larger than field limit (16777216)",
        ),
        (
            "t.csv",
            b"x" * 1000 + b",id\n",
            f"error: t.csv: has no column 'city'\nhelp: known: {'x' * 39}…, id; {MAP}",
        ),
        ("t.csv", b"id\n\xff\n", "error: t.csv: not in UTF-8: the byte 0xff at 3\nhelp: save the file as UTF-8"),
    ],
)
def test_what_is_no_table_is_an_error(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == message


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("t.csv", "a,b,c", "has more cells than the header line"),
        ("t.csv", "a", "has fewer cells than the header line"),
        ("t.tsv", "a\tb\tc", "has more cells than the header line"),
        ("t.jsonl", "[1]", "not an object: {...}"),
        ("t.jsonl", '{"id" "a"}', "no valid JSON: Expecting ':' delimiter: line 1 column 7 (char 6)"),
        ("t.jsonl", '{"id": true}', "id: not a text: write it in quotes"),
        ("t.jsonl", '{"id": NaN}', "id: not a text: write it in quotes"),
        ("t.jsonl", '{"id": [null]}', "id: not a text: write it in quotes"),
        ("t.jsonl", "[" * 100_000, "no valid JSON: nested too deep"),
    ],
)
def test_what_is_no_row_is_bad_at_its_line(tmp_path: Path, name: str, line: str, message: str) -> None:
    first = {"t.csv": "id,city", "t.tsv": "id\tcity", "t.jsonl": '{"id": "s", "city": "Suzhou"}'}[name]
    path = tmp_path / name
    path.write_text(f"{first}\n{line}\n", encoding="utf-8")
    told = refusal(path).splitlines()
    assert told[0] == f"error: {name}:2: {message}"
    rows = "1 of 2 rows are bad" if name == "t.jsonl" else "1 of 1 row is bad"
    assert told[-2:] == [f"error: {name}: {rows}", "help: put them right, or leave them out with --skip-bad"]
    read = converting.read(path, settings=Settings(skip_bad=True))
    assert (len(read.dataset.signings), read.bad) == (int(name == "t.jsonl"), 1)


def test_parquet_of_other_programs_is_read_as_text(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a[1]*?.parquet"
    with duckdb.connect(":memory:") as database:
        database.execute(
            "CREATE TABLE t AS SELECT 5::BIGINT AS projects, DATE '2022-11-03' AS date, NULL::TEXT AS note"
        )
        database.table("t").write_parquet(str(path))
    table = parquet_file.read(path)
    assert table.columns == ("projects", "date", "note")
    assert table.rows == [Row(f"{path}: row 1", {"projects": "5", "date": "2022-11-03", "note": ""})]


@pytest.mark.parametrize("ending", ["parquet", "sqlite"])
def test_a_pipe_that_a_library_would_wait_for_is_refused(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("duckdb")
    os.mkfifo(tmp_path / f"t.{ending}")
    assert refusal(tmp_path / f"t.{ending}") == (
        f"error: t.{ending}: is no file that can be read in parts\nhelp: save it as a file first"
    )


def test_what_is_no_parquet_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    path = tmp_path / "t.parquet"
    path.write_bytes(b"id,city\n")
    assert refusal(path).startswith("error: t.parquet: no Parquet file that can be read: ")


def test_numbers_of_parquet_count_with_the_digits_that_a_table_counts(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "t.parquet"
    with duckdb.connect(":memory:") as database:
        database.execute(
            'CREATE TABLE t AS SELECT 5e10::DOUBLE AS amount, 12.50::DECIMAL(9,2) AS "a""b", '
            "TIMESTAMP '2022-11-03 10:00:00' AS date"
        )
        database.table("t").write_parquet(str(path))
    (row,) = parquet_file.read(path).rows
    assert row.cells == {"amount": "50000000000", 'a"b': "12.50", "date": "2022-11-03"}


def test_parquet_holds_text_only(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "t.parquet"
    converting.write(DATA, path, replace=False)
    with duckdb.connect(":memory:") as database:
        table = database.read_parquet(str(path))
        assert {str(each) for each in table.types} == {"VARCHAR"}
        assert table.columns == HEADER.split(",")
