"""Spreadsheets as sheets."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest

from mycity_cli.errors import DataError, MycityError, UsageError
from mycity_cli.tables.settings import Layout
from mycity_cli.tables.sheet import Line, Origin, Sheet
from mycity_cli.tables.sources.excel import sheet_of_workbook
from tables.workbooks import open_cell, open_document, rows, workbook

MOMENT = datetime.fromisoformat("2022-11-03T14:30")


def typed(sheet: Any, book: Any) -> None:
    sheet.write_row(0, 0, ["City", "Amount", "Day", "Flag", "Left"])
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    sheet.write_row(1, 0, ["A", 10])
    sheet.write_datetime(1, 2, date(2022, 11, 3), day)
    sheet.write_boolean(1, 3, True)  # noqa: FBT003  # a cell
    sheet.write_row(2, 0, ["B", 0.1])
    sheet.write_datetime(2, 2, MOMENT, moment)
    sheet.write_formula(2, 3, "=1/0", None, "#DIV/0!")
    sheet.write_formula(3, 1, "=B2*2", None, 20)
    sheet.write(3, 0, " C ")
    sheet.write_formula(3, 4, "=X!A1", None, "#REF!")
    sheet.write_row(5, 0, ["D", 1e23, None, False])
    sheet.set_row(5, None, None, {"hidden": True})


def read(content: bytes, options: Layout | None = None) -> Sheet:
    return sheet_of_workbook(content, "a.xlsx", options or Layout())


def test_cells_have_the_types_of_the_file() -> None:
    found = read(workbook(Deals=typed))
    assert found == Sheet(
        "a.xlsx",
        Origin.EXCEL,
        ("City", "Amount", "Day", "Flag", "Left"),
        [
            Line(1, ["A", 10, date(2022, 11, 3), "true", ""]),
            Line(2, ["B", Decimal("0.1"), MOMENT, "#DIV/0!", ""]),
            Line(3, [" C ", 20, "", "", "#REF!"]),
            Line(5, ["D", 10**23, "", "false", ""]),
        ],
    )
    kinds = {type(cell) for line in found.lines for cell in line.cells}
    assert kinds == {str, int, Decimal, date, datetime}


def test_a_table_need_not_begin_in_the_corner() -> None:
    content = workbook(Deals=rows(["Deals 2023"], [], ["City", "Amount"], ["A", 5], first=2, column=3))
    assert read(content) == Sheet(
        "a.xlsx",
        Origin.EXCEL,
        ("City", "Amount"),
        [Line(1, ["A", 5])],
        ("Deals 2023",),
        ("the header is row 5 of a.xlsx, and rows are counted below it; --header-row decides",),
    )


def test_merged_names() -> None:
    def fill(sheet: Any, _: Any) -> None:
        sheet.merge_range(0, 0, 0, 3, "Deals 2023")
        sheet.merge_range(1, 0, 2, 0, "City")
        sheet.merge_range(1, 1, 1, 2, "Amount")
        sheet.write_row(2, 1, ["planned", "actual", "Date"])
        sheet.write_row(3, 0, ["A", 1, 2.5])

    found = read(workbook(Deals=fill), Layout(header_row=3))
    assert found.columns == ("City", "planned", "actual", "Date")


def test_open_document() -> None:
    content = open_document(
        [open_cell("City"), open_cell("Amount"), open_cell("Day")],
        [
            open_cell("A"),
            open_cell("5,50 €", "currency", value="5.5", currency="EUR"),
            open_cell("3.11.22", "date", date_value="2022-11-03"),
        ],
        [open_cell("B"), open_cell("#REF!"), open_cell("x", "date", date_value="2022-11-03T14:30:00")],
    )
    assert sheet_of_workbook(content, "a.ods", Layout()) == Sheet(
        "a.ods",
        Origin.EXCEL,
        ("City", "Amount", "Day"),
        [Line(1, ["A", Decimal("5.5"), date(2022, 11, 3)]), Line(2, ["B", "#REF!", MOMENT])],
    )


def test_a_broken_open_document_is_told() -> None:
    content = open_document([open_cell("City")], ["<table:table-cell><text:p>A</text:p></table:,cell>"])
    with pytest.raises(DataError) as raised:
        read(content)
    assert str(raised.value) == (
        "error: a.xlsx: is no spreadsheet that can be read: not well-formed (invalid token): line 1, column 525\n"
        "help: save it anew as .xlsx or .csv"
    )


COVER = rows(["Deals of 2023"], ["by the office"])
TABLE = rows(["City", "Amount"], ["A", 5])
OTHER = rows(["City", "Amount"], ["B", 7])


def test_the_only_sheet_with_a_table_is_taken() -> None:
    assert read(workbook(Cover=COVER, Empty=rows(), Deals=TABLE)) == Sheet(
        "a.xlsx",
        Origin.EXCEL,
        ("City", "Amount"),
        [Line(1, ["A", 5])],
        notes=("read is the sheet 'Deals' of a.xlsx, the only one with a table; --sheet decides",),
    )
    assert read(workbook(Empty=rows(), Deals=TABLE)).notes == ()


@pytest.mark.parametrize("asked", ["Second", "second", "2"])
def test_a_sheet_is_chosen_by_name_or_number(asked: str) -> None:
    assert read(workbook(First=TABLE, Second=OTHER), Layout(sheet=asked)) == Sheet(
        "a.xlsx", Origin.EXCEL, ("City", "Amount"), [Line(1, ["B", 7])]
    )


CHOOSE = "help: --sheet says which to read, by its name or number"


@pytest.mark.parametrize(
    ("content", "options", "kind", "message"),
    [
        (
            workbook(First=TABLE, Second=OTHER),
            Layout(),
            DataError,
            f"error: a.xlsx: has tables on several sheets: 'First', 'Second'\n{CHOOSE}",
        ),
        (
            workbook(Cover=COVER, Back=COVER),
            Layout(),
            DataError,
            f"error: a.xlsx: has no table that can be told on its sheets: 'Cover', 'Back'\n{CHOOSE}",
        ),
        (
            workbook(First=TABLE),
            Layout(sheet="Frist"),
            UsageError,
            "error: --sheet: unknown sheet 'Frist'\nhelp: did you mean First?",
        ),
        (
            workbook(First=TABLE),
            Layout(sheet="2"),
            UsageError,
            "error: --sheet: a.xlsx has 1 sheet, and no sheet 2",
        ),
        (workbook(First=rows()), Layout(sheet="1"), DataError, "error: a.xlsx: its sheet 'First' is empty"),
        (
            workbook(First=rows()),
            Layout(),
            DataError,
            "error: a.xlsx: is empty\nhelp: a table has a header line, or at least one row",
        ),
        (
            b"PK\x03\x04 nonsense",
            Layout(),
            DataError,
            ("error: a.xlsx: is no spreadsheet that can be read: it is damaged or cut off\n"
            "help: save it anew as .xlsx or .csv"),
        ),
        (
            workbook(First=rows(["City", "Amount"], ["A", 5], [], *[[]] * 10, first=1_000_000, column=16_000)),
            Layout(),
            DataError,
            ("error: a.xlsx: one of its sheets reaches to row 1000002 and column 16002\n"
            "help: delete what stands far from the table, and save it anew"),
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(content: bytes, options: Layout, kind: type[MycityError], message: str) -> None:
    with pytest.raises(kind) as raised:
        read(content, options)
    assert str(raised.value) == message


def test_what_would_be_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mycity_cli.tables.sources.workbook.MOST", 1 << 20)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (3 << 20))
    with pytest.raises(DataError) as raised:
        read(stream.getvalue())
    assert str(raised.value) == "error: a.xlsx: is larger than 2 MiB"
