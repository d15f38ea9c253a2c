"""Tables as files: what is written, and what other programs write that is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from examples import dataset, signing
from mycity_cli.errors import DataError
from mycity_cli.exchange import converting
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.tables.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from examples import Raw

DATA = dataset(
    signing("s", note='=1, "a"', amount="-0 yuan", fields=["a", "b"]),
    signing("t", note="a\r\nb\rc", projects="more than 5"),
)
MAP = "name the column that holds it: --map city='Its Name'"
HEADER = "id,date,city,promoter,conference,kind,partner,projects,amount,currency,source,at,part_of,fields,note"


def signings(path: Path, settings: Settings | None = None) -> list[Raw]:
    return [plain_record(each) for each in converting.read(path, settings=settings).dataset.signings]


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


def test_what_is_around_a_cell_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    converting.write(dataset(signing("s", note=" a ", fields=[" b", "c;\\"])), path, replace=False)
    assert path.read_text(encoding="utf-8").splitlines()[1] == (
        r's,,suzhou,mianyang,,investment,,,,,paper,,,\ b;c\;\\," a "'
    )
    (again,) = signings(path)
    assert (again["note"], again["fields"]) == (" a ", [" b", "c;\\"])


def test_csv_as_spreadsheets_write_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes('\ufeffid,city,kind,source,note\r\n\r\ns,"Su\r\nzhou",k,a,\'=1\r\nt,x,k,a,\r\n'.encode())
    assert signings(path) == [
        {"id": "s", "sources": [{"id": "a"}], "note": "=1", "kind": "k", "city": "su-zhou"},
        {"id": "t", "sources": [{"id": "a"}], "kind": "k", "city": "x"},
    ]


def test_json_lines_of_other_programs_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(
        '{"city": "x", "amount": 12345678901234567890.123, "currency": "CNY", "projects": 5, "fields": ["a", "b;c"]}\n'
        '\n{"city": "y"}\n'
    )
    first, second = signings(path)
    assert (first["amount"], first["projects"], first["fields"]) == (
        "12345678901234567890.123 CNY",
        "5",
        ["a", "b;c"],
    )
    assert second == {
        "id": "t-3", "sources": [{"id": "t-jsonl", "at": "row 3"}], "kind": "unstated", "city": "y",
    }  # fmt: skip


def test_spreadsheets_and_other_text_are_read(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "t.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Deals")
    for number, row in enumerate(
        [["城市", "签约金额（亿元）", "日期"], ["苏州", 525.63, "2022年11月3日"], ["合计", 525.63, ""]]
    ):
        sheet.write_row(number, 0, row)
    book.close()
    read = converting.read(path)
    assert [plain_record(each) for each in read.dataset.signings] == [
        {
            "id": "t-1",
            "sources": [{"id": "t-xlsx", "at": "row 1"}],
            "kind": "unstated",
            "city": "place-1",
            "date": "2022-11-03",
            "amount": "525.63 亿元",
        }
    ]
    assert (read.bad, read.skipped, read.unread) == (0, 1, ())
    assert read.notes[-1] == "row 2 is a total ('合计') and is left out; --keep-totals keeps it"
    (tmp_path / "t.psv").write_bytes("城市|金额\n苏州|5亿元\n".encode("gb18030"))
    assert signings(tmp_path / "t.psv")[0]["amount"] == "5亿元"
    (tmp_path / "t.json").write_text('[{"city": "Suzhou", "amount": "5 yuan"}]', encoding="utf-8")
    assert signings(tmp_path / "t.json")[0]["amount"] == "5 yuan"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"", "error: t.csv: is empty\nhelp: a table has a header line, or at least one row"),
        (
            "t.csv",
            b"x" * 1000 + b",id\n",
            f"error: t.csv: has no column 'city'\nhelp: known: {'x' * 39}…, id; {MAP}",
        ),
        ("t.csv", b"city\0,id\n", "error: t.csv: holds NUL, as no text does\nhelp: save the file as UTF-8"),
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
        ("t.csv", 'a,"b', "has a quotation mark without its partner"),
        ("t.tsv", "a\tb\tc", "has more cells than the header line"),
        ("t.jsonl", "[1]", "is no object in braces"),
        ("t.jsonl", '{"id" "a"}', "is no valid JSON"),
        ("t.jsonl", "[" * 100_000, "is no valid JSON"),
    ],
)
def test_what_is_no_row_is_bad_at_its_line(tmp_path: Path, name: str, line: str, message: str) -> None:
    first = {
        "t.csv": "id,city\ns,Suzhou", "t.tsv": "id\tcity\ns\tSuzhou", "t.jsonl": '{"id": "s", "city": "Suzhou"}',
    }[name]  # fmt: skip
    path = tmp_path / name
    path.write_text(f"{first}\n{line}\n", encoding="utf-8")
    told = refusal(path).splitlines()
    assert told[0] == f"error: {name}: line {len(first.splitlines()) + 1}: {message}"
    assert told[-2:] == [
        f"error: {name}: 1 of 2 rows are bad", "help: put them right, or leave them out with --skip-bad",
    ]  # fmt: skip
    read = converting.read(path, settings=Settings(skip_bad=True))
    assert (len(read.dataset.signings), read.bad) == (1, 1)


def test_parquet_of_other_programs_is_read(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a[1]*?.parquet"
    with duckdb.connect(":memory:") as database:
        database.execute(
            "CREATE TABLE t AS SELECT 'x' AS city, 5::BIGINT AS projects, TIMESTAMP '2022-11-03 10:00:00' AS date, "
            "5e10::DOUBLE AS amount, 'CNY' AS currency, NULL::TEXT AS note"
        )
        database.table("t").write_parquet(str(path))
    (read,) = signings(path)
    assert read == {
        "id": "a-1-1", "sources": [{"id": "a-1-parquet", "at": "row 1"}], "kind": "unstated", "city": "x",
        "date": "2022-11-03", "projects": "5", "amount": "50000000000 CNY",
    }  # fmt: skip


@pytest.mark.parametrize("ending", ["parquet", "sqlite"])
def test_a_pipe_that_a_library_would_wait_for_is_refused(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("duckdb")
    os.mkfifo(tmp_path / f"t.{ending}")
    how = {"parquet": "twice", "sqlite": "in parts"}[ending]
    assert refusal(tmp_path / f"t.{ending}") == (
        f"error: t.{ending}: is no file that can be read {how}\nhelp: save it as a file first"
    )


def test_what_is_no_parquet_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    path = tmp_path / "t.parquet"
    path.write_bytes(b"id,city\n")
    assert refusal(path).startswith("error: t.parquet: is no Parquet file that can be read: ")


def test_parquet_holds_text_only(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "t.parquet"
    converting.write(DATA, path, replace=False)
    with duckdb.connect(":memory:") as database:
        table = database.read_parquet(str(path))
        assert {str(each) for each in table.types} == {"VARCHAR"}
        assert table.columns == HEADER.split(",")
