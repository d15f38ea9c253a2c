"""mycity data validate of tables: every bad row with its file and number, to people and to scripts."""

from __future__ import annotations

import gzip
import io
import json
import sys
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
error: deals.csv: row 3: city: is missing [missing-field]
help: every row needs one; a merged cell is filled down by --fill city
error: deals.csv: row 3: date: there is no month 13 [unreadable-period]
  2022-13
  ^^^^^^^
help: {DATES}
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
        (2, 1, "/0/amount", "unreadable-figure"),
        (4, 3, "/2/city", "missing-field"),
        (4, 3, "/2/date", "unreadable-period"),
    ]


def test_the_first_thousand_of_many_bad_rows_are_told(mycity: Mycity) -> None:
    Path("deals.csv").write_text(
        "id,city,amount\n" + "".join(f"{n},Suzhou,much\n" for n in range(3000)), encoding="utf-8"
    )
    result = mycity("data", "validate", "deals.csv")
    assert (result.code, result.out.count("error: deals.csv: row "), result.err) == (1, 1000, "3000 problems\n")
    assert "2,000 more" in result.out


def test_a_table_with_names_and_units_of_its_own_is_valid(mycity: Mycity) -> None:
    Path("a.csv").write_text("Where,amount\nSuzhou,52.56\n", encoding="utf-8")
    options = ("--map", "city=Where", "--amount-unit", "billion yuan")
    assert mycity("data", "validate", "a.csv", *options) == Result(0, "a.csv: valid: 1 signing\n", "")
    assert mycity("data", "validate", "a.csv", "-f", "json", *options) == Result(0, "[]\n", "")
    assert mycity("data", "validate", "a.csv") == Result(
        3,
        "",
        "error: a.csv: has no column 'city'\n"
        "help: known: Where, amount; name the column that holds it: --map city='Its Name'\n",
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
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    Path("deals.csv").write_text("city,amount\nSuzhou,5\nXiamen,5 yuan\n", encoding="utf-8")
    assert mycity("data", "validate", "deals.csv", columns=40).out == (
        "error: deals.csv: row 1: amount: '5'\nnames no currency [wrong-figure]\n"
        "help: say what numbers are:\n--amount-unit 'million USD', or a column\n'currency'\n"
    )


@pytest.mark.parametrize("columns", [40, 80])
def test_text_of_a_table_never_acts_on_the_terminal(mycity: Mycity, columns: int) -> None:
    text = "city,amount\n" + "Suzhou,5 yuan\n" * 20 + "\x1b[31m,\x1b[31m=cmd|'/C calc'!A0\u202e\n"
    Path("d.csv").write_text(text, encoding="utf-8")
    # The sign of progress on a slow machine does act on a terminal, unless that is a dumb one.
    mycity.monkeypatch.setenv("TERM", "dumb")
    result = mycity("data", "validate", "d.csv", columns=columns)
    assert result.code == 1
    assert all(character.isprintable() or character == "\n" for character in result.out + result.err)


OFFICE = "城市,日期,签约金额（亿元）\n苏州,2022年11月3日,525.63\n厦门,2022/6/15,未披露\n合计,,525.63\n"
NOTES = """\
note: '签约金额（亿元）' is taken for the amount, in 亿元; '日期' for the date; '城市' for the city (--map decides)
note: row 3 is a total ('合计') and is left out; --keep-totals keeps it
note: 1 cell of '签约金额（亿元）' states nothing: 1 × '未披露'
"""


def test_rows_that_are_no_signings_are_counted_beside_those_that_are(mycity: Mycity) -> None:
    Path("office.csv").write_text(OFFICE, encoding="utf-8")
    valid = "office.csv: valid: 2 signings; 1 row left out as a total\n"
    assert mycity("data", "validate", "office.csv") == Result(0, valid, NOTES)
    assert mycity("data", "validate", "office.csv", "--keep-totals").out == "office.csv: valid: 3 signings\n"
    Path("twice.csv").write_text("id,city,amount\na,x,5 yuan\na,x,5 yuan\n", encoding="utf-8")
    result = mycity("data", "validate", "twice.csv", "office.csv")
    assert result.out == f"twice.csv: valid: 1 signing; 1 row left out that stands there twice\n{valid}"
    assert result.err.splitlines()[0] == "note: twice.csv: row 2 is row 1 again, and is left out"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_table_on_standard_input_is_known_as_one(mycity: Mycity, encoding: str) -> None:
    for arguments in (["total", "--data", "-"], ["data", "validate", "-"]):
        given(mycity, OFFICE.encode(encoding))
        result = mycity(*arguments)
        assert (result.code, result.out) == (
            0, "52563000000\n" if "total" in arguments
            else "standard input: valid: 2 signings; 1 row left out as a total\n",
        )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        '[{"city": "Suzhou", "amount": "5 yuan"}]',
        '{"city": "Suzhou", "amount": "5 yuan"}\n',
        '{"城市": "苏州", "金额": "2 yuan"}\n{"城市": "苏州", "金额": "3 yuan"}\n',
        '{"results": [{"city": "Suzhou", "amount": "5 yuan"}]}',
        "city;amount\nSuzhou;5 yuan\n",
        "city|amount\nSuzhou|5 yuan\n",
    ],
)
def test_what_a_table_on_standard_input_looks_like(mycity: Mycity, text: str) -> None:
    given(mycity, text.encode())
    assert mycity("total", "--data", "-").out == "5\n"
    given(mycity, gzip.compress(text.encode()))
    assert mycity("data", "validate", "-").out.startswith("standard input: valid: ")


def test_standard_input_that_is_a_table_is_no_dataset(mycity: Mycity) -> None:
    given(mycity, b"city,amount\nSuzhou,5 yuan\n")
    assert mycity("facts", "--data", "-") == Result(
        2, "",
        "error: standard input: a table holds signings only\n"
        "help: give a dataset file; deals, conferences, total, sources, cities and check read tables too\n",
    )  # fmt: skip
    given(mycity, b"city\nSuzhou\n")
    assert mycity("data", "validate", "-", "--from", "csv").err == (
        "error: standard input: has no column 'amount'\n"
        "help: known: city; name the column that holds it: --map amount='Its Name'\n"
    )
    given(mycity, bundled().read_bytes())
    assert mycity("total", "--data", "-", "--skip-bad") == Result(
        2, "", "error: --skip-bad: is for tables\nhelp: a dataset says itself what its fields are\n"
    )


def test_a_table_whose_name_says_no_format(mycity: Mycity) -> None:
    Path("export").write_text("city,amount\nSuzhou,5 yuan\n", encoding="utf-8")
    how = ("--from", "csv")
    assert mycity("data", "validate", "export", *how) == Result(0, "export: valid: 1 signing\n", "")
    assert mycity("total", "--data", "export", *how).out == "5\n"
    assert mycity("data", "convert", "export", "deals.json", *how).code == 0
    assert mycity("total", "--data", "deals.json").out == "5\n"


def given(mycity: Mycity, content: bytes) -> None:
    mycity.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
