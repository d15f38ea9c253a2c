"""Text in cells: what separates them is found out, and every line is a row or told to be none."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.formats import FileFormat
from mycity_cli.tables.sheet import RawRow
from mycity_cli.tables.sources.delimited import OPEN_QUOTE, QUOTE_WITHIN, ROWS_IN_CELL, TOO_LONG, rows_of_text


def rows(text: str, format: FileFormat = FileFormat.CSV) -> list[RawRow]:
    return rows_of_text(text, format)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("City,Amount\nA,10\n", [["City", "Amount"], ["A", "10"]]),
        ("City;Amount\nA;1,5\nB;2,5\n", [["City", "Amount"], ["A", "1,5"], ["B", "2,5"]]),
        ("City, State;Amount\nReno, NV;5\nA, B;6\n", [["City, State", "Amount"], ["Reno, NV", "5"], ["A, B", "6"]]),
        ("City\tAmount\nReno, NV\t5\n", [["City", "Amount"], ["Reno, NV", "5"]]),
        ("City|Amount\nA|1,000\nB|2,000\n", [["City", "Amount"], ["A", "1,000"], ["B", "2,000"]]),
        ("sep=;\nCity;Amount\nA, B;5\n", [["City", "Amount"], ["A, B", "5"]]),
        ("Deals, all\nCity;Amount\nA;1,5\nB;2\n", [["Deals, all"], ["City", "Amount"], ["A", "1,5"], ["B", "2"]]),
        ("City\nA\n", [["City"], ["A"]]),
        ('City, Amount\nA, "1,000"\n', [["City", "Amount"], ["A", "1,000"]]),
        ('City,Name\nA,"the ""big"" one"\n', [["City", "Name"], ["A", 'the "big" one']]),
        ('City,Name\nA,a 5" pipe\n', [["City", "Name"], ["A", 'a 5" pipe']]),
        ("City,Amount\rA,10\r", [["City", "Amount"], ["A", "10"]]),
        ("City,Amount\n\n,\nA,10", [["City", "Amount"], [], ["", ""], ["A", "10"]]),
        ("", []),
    ],
)  # fmt: skip
def test_cells(text: str, expected: list[list[str]]) -> None:
    assert [list(row.cells) for row in rows(text)] == expected
    assert not any(row.problem for row in rows(text))


def test_tabs_separate_in_a_file_of_tabs() -> None:
    text = "City, name\tAmount\nA, B\t5\n"
    assert [list(row.cells) for row in rows(text, FileFormat.TSV)] == [["City, name", "Amount"], ["A, B", "5"]]


def test_a_row_starts_on_its_line() -> None:
    assert rows('sep=,\nCity,"Amount\n(USD mn)"\n\nA,"1\r\n2"\nB,3\n') == [
        RawRow(["City", "Amount\n(USD mn)"], 2),
        RawRow([], 4),
        RawRow(["A", "1\r\n2"], 5),
        RawRow(["B", "3"], 7),
    ]


def test_a_mark_without_its_partner_spoils_one_line() -> None:
    assert rows('City,Amount\nA,1\n"B,2\nC,3\n') == [
        RawRow(["City", "Amount"], 1),
        RawRow(["A", "1"], 2),
        RawRow((), 3, OPEN_QUOTE),
        RawRow(["C", "3"], 4),
    ]


def test_a_mark_that_another_closes_hides_no_rows() -> None:
    assert rows('City,Amount\n"A,1\nB,2\nC,3\nD",4\nE,5\n') == [
        RawRow(["City", "Amount"], 1),
        RawRow((), 2, ROWS_IN_CELL),
        RawRow(["B", "2"], 3),
        RawRow(["C", "3"], 4),
        RawRow(['D"', "4"], 5),
        RawRow(["E", "5"], 6),
    ]


def test_prose_of_several_lines_is_a_cell() -> None:
    text = 'City,Note\nA,"one\ntwo, with a comma\nthree"\n'
    assert rows(text)[1] == RawRow(["A", "one\ntwo, with a comma\nthree"], 2)


def test_a_mark_in_the_midst_of_a_cell_is_told() -> None:
    assert rows('City,Amount\n"A" b,1\nB,2\n')[1:] == [RawRow((), 2, QUOTE_WITHIN), RawRow(["B", "2"], 3)]


def test_a_cell_that_is_too_long_is_told() -> None:
    assert rows(f"City,Amount\n{'x' * 140_000},1\nB,2\n")[1:] == [RawRow((), 2, TOO_LONG), RawRow(["B", "2"], 3)]


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=3, max_size=6), st.sampled_from(",;\t|"))
def test_what_is_written_is_read(table: list[list[str]], delimiter: str) -> None:
    stream = StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    text = f"sep={delimiter}\n{stream.getvalue()}"
    found = rows(text)
    if not any(row.problem for row in found):
        assert [list(row.cells) for row in found] == table


@given(st.text(max_size=60))
def test_any_text_is_rows(text: str) -> None:
    lines = [row.line or 0 for row in rows(text)]
    assert lines == sorted(lines)
