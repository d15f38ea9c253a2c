"""mycity data validate of tables: every bad row with its file and number, to people and to scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mycity_cli.dataset import bundled
from running import Result

if TYPE_CHECKING:
    from running import Mycity

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

BAD = "city,date,amount\nSuzhou,2022-11-03,52.563 bilion yuan\nXiamen\n,2022-13,5 yuan\n"
NO_ROW = "give it as many cells as the header line has, and quote a cell with a comma, a quotation mark or a line end"
DATES = "write a year, a month or a day (2022, 2018-04, 2022-11-03), or two of them (2017/2018-04, ../2018-04)"
TOLD = f"""\
error: deals.csv: line 3: has fewer cells than the header line [no-row]
help: {NO_ROW}
error: deals.csv: row 1: amount: cannot read 'bilion' after '52.563' [unreadable-figure]
  52.563 bilion yuan
         ^^^^^^
help: did you mean billion?
error: deals.csv: row 3: date: there is no month 13 [unreadable-period]
  2022-13
  ^^^^^^^
help: {DATES}
error: deals.csv: row 3: city: is missing [missing-field]
help: every row needs one
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_bad_row_is_told(mycity: Mycity) -> None:
    Path("deals.csv").write_text(BAD, encoding="utf-8")
    assert mycity("data", "validate", "deals.csv") == Result(1, TOLD, "4 problems\n")


def test_scripts_get_the_parts_of_every_problem(mycity: Mycity) -> None:
    Path("deals.csv").write_text(BAD, encoding="utf-8")
    result = mycity("data", "validate", "deals.csv", "--format", "json")
    assert (result.code, result.err) == (1, "")
    found = json.loads(result.out)
    assert found[0] == {
        "file": "deals.csv",
        "line": 3,
        "column": None,
        "pointer": "",
        "code": "no-row",
        "message": "has fewer cells than the header line",
        "help": NO_ROW,
        "row": None,
    }
    assert [(each["line"], each["row"], each["pointer"], each["code"]) for each in found[1:]] == [
        (None, 1, "/0/amount", "unreadable-figure"),
        (None, 3, "/2/date", "unreadable-period"),
        (None, 3, "/2/city", "missing-field"),
    ]


def test_all_of_many_bad_rows_are_told(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount\n" + "Suzhou,much\n" * 3000, encoding="utf-8")
    result = mycity("data", "validate", "deals.csv")
    assert (result.code, result.out.count("error: "), result.err) == (1, 3000, "3000 problems\n")


def test_a_table_with_names_and_units_of_its_own_is_valid(mycity: Mycity) -> None:
    Path("a.csv").write_text("Host City,amount\nSuzhou,52.563\n", encoding="utf-8")
    options = ("--map", "city=Host City", "--amount-unit", "billion yuan")
    assert mycity("data", "validate", "a.csv", *options) == Result(0, "a.csv: valid: 1 signing\n", "")
    assert mycity("data", "validate", "a.csv", "-f", "json", *options) == Result(0, "[]\n", "")
    assert mycity("data", "validate", "a.csv") == Result(
        3,
        "",
        "error: a.csv: has no column 'city'\n"
        "help: did you mean Host City?; name the column that holds it: --map city='Its Name'\n",
    )
    assert mycity("data", "validate", str(bundled()), *options) == Result(
        2, "", "error: --map: is for tables\nhelp: a dataset says itself what its fields are\n"
    )


def test_datasets_and_tables_are_validated_together(mycity: Mycity) -> None:
    mycity("data", "convert", bundled(), "deals.sqlite")
    Path("b1.csv").write_text("city,amount\nSuzhou,1 yuan\n", encoding="utf-8")
    Path("b2.csv").write_text("city,amount\nSuzhou,much\n", encoding="utf-8")
    files = ("none.csv", bundled(), "b*.csv", "sqlite:///deals.sqlite#signings")
    result = mycity("data", "validate", *files)
    assert (result.code, result.out.splitlines()[1:2]) == (
        3,
        ["error: b2.csv: row 1: amount: expected a number, found 'much' [unreadable-figure]"],
    )
    assert result.out.splitlines()[-1] == "sqlite:///deals.sqlite#signings: valid: 4 signings"
    assert result.err == ("error: none.csv: cannot be read: No such file or directory\n1 problem in 1 of 3 files\n")


def test_on_a_terminal_problems_are_broken_at_words(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount\nSuzhou,5\n", encoding="utf-8")
    assert mycity("data", "validate", "deals.csv", columns=40).out == (
        "error: deals.csv: row 1: amount: '5'\nnames no currency [wrong-figure]\n"
        "help: say what numbers are:\n--amount-unit 'million USD', or a column\n'currency'\n"
    )


@pytest.mark.parametrize("columns", [40, 80])
def test_text_of_a_table_never_acts_on_the_terminal(mycity: Mycity, columns: int) -> None:
    Path("d.csv").write_text("city,amount\n\x1b[31m,\x1b[31m=cmd|'/C calc'!A0\u202e\n", encoding="utf-8")
    # The sign of progress on a slow machine does act on a terminal, unless that is a dumb one.
    mycity.monkeypatch.setenv("TERM", "dumb")
    result = mycity("data", "validate", "d.csv", columns=columns)
    assert result.code == 1
    assert all(character.isprintable() or character == "\n" for character in result.out + result.err)
