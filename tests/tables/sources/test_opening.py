"""Files, and the bytes of one, as sheets: by their endings, or by what they hold."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import duckdb
import pytest
import zstandard

from mycity_cli.errors import MissingExtraError, MycityError, UsageError
from mycity_cli.formats import FileFormat
from mycity_cli.tables.location import Files, locate
from mycity_cli.tables.settings import Layout
from mycity_cli.tables.sheet import Line, Origin, Sheet
from mycity_cli.tables.sources.opening import open_sheets, sheet_of_bytes
from tables.workbooks import rows, workbook


def opened(data: str, options: Layout | None = None) -> Sheet:
    place = locate(data)
    assert isinstance(place, Files)
    return open_sheets(place, options or Layout())


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def excel() -> bytes:
    return workbook(Deals=rows(["City", "Amount"], ["A", 5]))


def parquet() -> bytes:
    duckdb.connect().execute("COPY (SELECT 'A' AS \"City\", 5 AS \"Amount\") TO 'p.parquet' (FORMAT parquet)")
    return Path("p.parquet").read_bytes()


CSV = b"City,Amount\nA,5\n"
AS_TEXT = (Origin.TEXT, [Line(1, ["A", "5"], 2)])
AS_JSON = (Origin.JSON, [Line(1, ["A", "5"], 1)])
AS_EXCEL = (Origin.EXCEL, [Line(1, ["A", 5])])
AS_TYPED = (Origin.TYPED, [Line(1, ["A", 5])])


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", CSV, AS_TEXT),
        ("a.txt", b"City\tAmount\nA\t5\n", AS_TEXT),
        ("a.tsv", b"City\tAmount\nA\t5\n", AS_TEXT),
        ("a.tab", b"City\tAmount\nA\t5\n", AS_TEXT),
        ("a.psv", b"City|Amount\nA|5\n", AS_TEXT),
        ("A.CSV.GZ", gzip.compress(CSV, mtime=0), AS_TEXT),
        ("a.csv.zst", zstandard.compress(CSV), AS_TEXT),
        ("a.jsonl", b'{"City": "A", "Amount": 5}\n', AS_JSON),
        ("a.ndjson.gz", gzip.compress(b'{"City": "A", "Amount": 5}\n', mtime=0), AS_JSON),
        ("a.json", b'[{"City": "A", "Amount": 5}]', AS_JSON),
        ("a.json.gz", gzip.compress(b'[{"City": "A", "Amount": 5}]', mtime=0), AS_JSON),
        ("a.xlsx", excel(), AS_EXCEL),
        ("a.xlsm", excel(), AS_EXCEL),
    ],
)
def test_a_file_is_read_by_its_ending_and_bytes_by_what_they_are(
    name: str, content: bytes, expected: tuple[Origin, list[Line]]
) -> None:
    origin, lines = expected
    sheet = Sheet(name, origin, ("City", "Amount"), lines)
    Path(name).write_bytes(content)
    assert opened(name) == sheet
    assert sheet_of_bytes(content, name, Layout()) == sheet


def test_parquet() -> None:
    origin, lines = AS_TYPED
    content = parquet()
    assert opened("p.parquet") == Sheet("p.parquet", origin, ("City", "Amount"), lines)
    assert sheet_of_bytes(content, "-", Layout()) == Sheet("-", origin, ("City", "Amount"), lines)


def test_what_a_file_is_goes_before_its_ending() -> None:
    Path("a.csv").write_bytes(excel())
    Path("a.xls").write_bytes(CSV)
    origin, lines = AS_EXCEL
    note = "a.csv is a spreadsheet, whatever its ending"
    assert opened("a.csv") == Sheet("a.csv", origin, ("City", "Amount"), lines, notes=(note,))
    origin, lines = AS_TEXT
    note = "a.xls is text in cells, whatever its ending"
    assert opened("a.xls") == Sheet("a.xls", origin, ("City", "Amount"), lines, notes=(note,))


def test_the_option_says_the_format() -> None:
    content = b'[{"City": "A"}]\n'
    assert sheet_of_bytes(content, "-", Layout(format=FileFormat.CSV)) == Sheet(
        "-", Origin.TEXT, ('[{"City": "A"}]',), []
    )


def test_notes_come_in_the_order_of_reading() -> None:
    content = "签约项目,\n城市,投资额\n绵阳,10\n\n注：略\n".encode("gb18030")
    assert sheet_of_bytes(content, "standard input", Layout()) == Sheet(
        "standard input",
        Origin.TEXT,
        ("城市", "投资额"),
        [Line(1, ["绵阳", "10"], 3)],
        ("签约项目",),
        (
            "standard input is read as GB18030; --encoding decides",
            "the header is row 2 of standard input, and rows are counted below it; --header-row decides",
            "left out below the table: row 5 of standard input, '注：略'",
        ),
    )


def test_files_of_one_pattern_are_one_table() -> None:
    Path("a1.csv").write_bytes(CSV)
    Path("a2.csv").write_text("Deals\nCity;Amount\n\nB;7\nC\n")
    assert opened("a*.csv") == Sheet(
        "a*.csv",
        Origin.TEXT,
        ("City", "Amount"),
        [
            Line(1, ["A", "5"], 2, file="a1.csv"),
            Line(2, ["B", "7"], 4, file="a2.csv"),
            Line(3, (), 5, "has fewer cells than the header line", "a2.csv"),
        ],
        ("Deals",),
        ("the header is row 2 of a2.csv, and rows are counted below it; --header-row decides",),
    )


def test_keys_that_one_file_lacks_are_empty() -> None:
    Path("a1.jsonl").write_text('{"City": "A"}\n')
    Path("a2.jsonl").write_text('{"Amount": 5, "City": "B"}\nx\n')
    assert opened("a*.jsonl") == Sheet(
        "a*.jsonl",
        Origin.JSON,
        ("City", "Amount"),
        [
            Line(1, ["A", None], 1, file="a1.jsonl"),
            Line(1, ["B", "5"], 1, file="a2.jsonl"),
            Line(2, (), 2, "is no valid JSON", "a2.jsonl"),
        ],
    )


SPREADSHEETS = "is for spreadsheets, which have several sheets"


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (CSV, Layout(sheet="1"), f"error: --sheet: {SPREADSHEETS}"),
        (
            excel(),
            Layout(encoding="gbk"),
            "error: --encoding: is for files of text\nhelp: spreadsheets and Parquet say it themselves",
        ),
        (b'[{"a": 1}]', Layout(header_row=1), "error: --header-row: is for text in cells and spreadsheets"),
    ],
)
def test_an_option_that_means_nothing_is_told(content: bytes, options: Layout, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        sheet_of_bytes(content, "-", options)
    assert str(raised.value) == message


def test_files_with_other_headers_are_told() -> None:
    Path("a1.csv").write_bytes(CSV)
    Path("a2.csv").write_text("City,Sum\nB,7\n")
    with pytest.raises(MycityError) as raised:
        opened("a*.csv")
    assert str(raised.value) == (
        "error: a2.csv: its header line is not that of a1.csv\n"
        "help: give files of one kind, or one file after the other"
    )


def test_markup_is_told() -> None:
    Path("a.csv").write_text("<html><table></table></html>")
    with pytest.raises(MycityError) as raised:
        opened("a.csv")
    assert str(raised.value) == "error: a.csv: is HTML or XML, and no table\nhelp: save it as .xlsx or .csv"


@pytest.mark.parametrize(
    ("library", "content", "message"),
    [
        ("python_calamine", excel(), "spreadsheets are read by python-calamine, which is not installed"),
        ("zstandard", zstandard.compress(CSV), "compressed files are read by zstandard, which is not installed"),
        ("duckdb", b"PAR1", "Parquet files are read by DuckDB, which is not installed"),
    ],
)
def test_a_missing_library_is_told(library: str, content: bytes, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError) as raised:
        sheet_of_bytes(content, "-", Layout())
    assert str(raised.value) == f"error: {message}\nhelp: pip install 'mycity-cli[tables]'"
