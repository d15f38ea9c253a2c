"""Workbooks: numbers are numbers, days are dates, text stays text, and what is lacking stands on a sheet."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listings import BARE, CARD, COLUMNS, FULL, HEDGED, HOSTILE, SHOWN, Row, every, listing, money
from mycity_cli.errors import DataError
from mycity_cli.figure import Figure, Scale
from mycity_cli.output import workbook
from mycity_cli.output.listing import Column, Kind, Listing
from mycity_cli.output.render import Style
from mycity_cli.output.workbook import sheet_name
from mycity_cli.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

calamine = pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")


def made(*levels: tuple[str, Listing[Any]], style: Style | None = None, notes: Sequence[str] = ()) -> bytes:
    named = [each._replace(title=name) for name, each in levels]
    whole = named[0]._replace(sheets=named if len(named) > 1 else (), notes=lambda: notes)
    return b"".join(workbook.listing(whole, style or Style()))


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def part(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def test_every_kind_of_cell() -> None:
    assert sheets(made(("Rows", every(FULL, HEDGED, BARE)))) == {
        "Rows": [
            ["name", "day", "count", "number", "amount", "share", "tags"],
            ["Suzhou", dt.date(2022, 11, 3), 30, 0.224, 52_563_000_000, 0.333333, "a;b"],
            ["Xiamen", "../2018-04", 1500, 0.5, 1_500_000_000, 0.666667, "c"],
            ["Xi'an", "", "", "", "", "", ""],
        ]
    }


def test_the_header_is_bold_and_stays_in_sight() -> None:
    content = made(("Rows", every(FULL)))
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert "<b/>" in part(content, "xl/styles.xml")
    assert sheets(made(("Rows", listing(FULL)), style=Style(header=False)))["Rows"] == [["Suzhou", 52_563_000_000]]


def test_columns_are_as_wide_as_what_they_hold_and_no_wider_than_sixty() -> None:
    rows = [Row("苏州工业园区", amount=Figure.parse("5亿元")), Row("x" * 500)]
    sheet = part(made(("Rows", listing(*rows[:1]))), "xl/worksheets/sheet1.xml")
    assert re.findall(r'<col min="\d" max="\d" width="(\d+)', sheet) == ["14", "13"]
    sheet = part(made(("Rows", listing(*rows))), "xl/worksheets/sheet1.xml")
    assert re.findall(r'<col min="\d" max="\d" width="(\d+)', sheet) == ["62", "13"]


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-2", "https://example.org", "0012", "{=1}"]
)
def test_text_stays_text(text: str) -> None:
    content = made(("Rows", listing(Row(text))))
    assert sheets(content)["Rows"][1][0] == text
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_act_is_shown(name: str) -> None:
    assert sheets(made(("Rows", listing(Row(HOSTILE[name])))))["Rows"][1][0] == SHOWN.get(name, HOSTILE[name])


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_a_number_of_fifteen_digits_is_exact(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    number = Listing(COLUMNS, [Row(number=value)], default=("number",), on_terminal=(), in_json=())
    found = sheets(made(("Rows", number)))["Rows"][1][0]
    # A spreadsheet holds the binary number nearest to it, of which these are the shortest digits.
    assert Fraction(repr(found)) == value


def test_a_number_of_more_digits_is_text_and_a_note_says_so() -> None:
    rows = [Row("a", amount=1_234_567_890_123_456), Row("b", amount=Fraction(10**16 + 1, 10)), Row("c", amount=10**20)]
    assert sheets(made(("Rows", listing(*rows)), notes=["one more"])) == {
        "Rows": [["name", "amount"], ["a", "1234567890123456"], ["b", "1000000000000000.1"], ["c", 10**20]],
        "Notes": [
            ["one more"],
            ["written as text on sheet Rows, since a spreadsheet keeps 15 digits: 2 numbers under amount"],
        ],
    }


def test_a_text_too_long_for_a_cell_is_cut_and_a_note_says_so() -> None:
    found = sheets(made(("Rows", listing(Row("x" * 40_000)))))
    assert found["Rows"][1][0] == f"{'x' * 32_766}…"
    assert found["Notes"] == [["cut on sheet Rows, since a cell holds 32,767 characters: 1 text under name"]]


def test_the_unit_of_amounts_is_noted() -> None:
    found = sheets(made(("Rows", listing(money("a", "5亿元"))), style=Style(scale=Scale.BILLION)))
    assert (found["Rows"][1], found["Notes"]) == (["a", 0.5], [["in units of one billion: amount"]])


def test_a_day_before_the_calendar_of_spreadsheets_is_text() -> None:
    rows = [Row("a", day=Period.parse(day)) for day in ("1899-12-31", "1900-03-01", "2022", "2022-11")]
    found = sheets(made(("Rows", listing(*rows, show="day"))))["Rows"]
    assert [row[0] for row in found[1:]] == ["1899-12-31", dt.date(1900, 3, 1), "2022", "2022-11"]


def test_several_levels_are_as_many_sheets_with_names_of_their_own() -> None:
    levels = [("By city", listing(FULL)), ("by CITY", listing(HEDGED)), ("Notes", listing())]
    found = sheets(made(*levels, notes=["n"]))
    assert list(found) == ["By city", "by CITY 2", "Notes", "Notes 2"]
    assert found["Notes 2"] == [["n"]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a/b[c]:*?\\d", "a b c     d"), ("", "Sheet"), ("'x'", "x"), ("History", "History 2"), ("y" * 40, "y" * 28)],
)
def test_the_name_of_a_sheet_is_one_that_excel_takes(name: str, expected: str) -> None:
    assert sheet_name(name, []) == expected


def test_two_runs_make_the_same_file() -> None:
    assert made(("Rows", every(FULL))) == made(("Rows", every(FULL)))


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    assert len(sheets(made(("Rows", listing(BARE, BARE))))["Rows"]) == 3
    with pytest.raises(DataError, match="a sheet holds 3 rows, and there are more"):
        made(("Rows", listing(BARE, BARE, BARE)))


def test_a_card_is_a_field_a_row() -> None:
    content = b"".join(workbook.card(CARD._replace(notes=lambda: ["a note"]), Style()))
    assert sheets(content) == {
        "Record": [
            ["field", "value"],
            ["id", "a-signing"],
            ["missing", ""],
            ["projects", 30],
            ["amount", 52_563_000_000],
            ["low", 52_562_500_000],
            ["tags", "a;b"],
            ["parts", ""],
        ],
        "Notes": [["a note"]],
    }


def test_a_yes_or_no_is_one() -> None:
    column = Column[bool]("lower_bound", lambda value: value, Kind.FLAG)
    flags = Listing((column,), [True, False], default=("lower_bound",), on_terminal=(), in_json=())
    assert sheets(made(("Rows", flags)))["Rows"] == [["lower_bound"], [True], [False]]
