"""Totals and statements about tables from which bad rows are left out, or whose amounts may be below zero."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from running import Mycity, Result

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """City,Conference,Date,Amount,Projects
Suzhou,Fair,2022-01-03,50 yuan,3
Xiamen,Expo,2022-02-01,30 yuan,2
Xiamen,Fair,2021-02-01,20 yuan,1
Suzhou,Last,2022-05-05,x9y yuan,4
"""
LEFT_OUT = "note: 1 bad row left out\n"
LEAST = f"{LEFT_OUT}note: what the bad rows say is missing, so the total is at least 98.5 yuan\n"
ANYHOW = ("--skip-bad", "--max-bad", "50%")

WHOLE = """id,city,amount,projects,part_of
w,Suzhou,x yuan,9,
a,Suzhou,60 yuan,3,w
b,Suzhou,40 yuan,2,w
c,Xiamen,7 yuan,1,
"""

NEGATIVE = """City,Amount,Projects
Suzhou,50 yuan,3
Xiamen,-20 yuan,2
Xiamen,,1
"""


@pytest.fixture(params=["in memory", "large"])
def table(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a table with a bad row, which is read into memory or answered by an engine."""
    if request.param == "large":
        pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
        monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES", -1)
        monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES_IF_ODD", -1)
        monkeypatch.setattr("mycity_cli.tables.opening.in_memory", None)
    path = tmp_path / "deals.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# --- bad rows --------------------------------------------------------------------------------------------------------


def test_a_total_beside_a_bad_row_is_a_lower_bound_in_json(mycity: Mycity, table: Path) -> None:
    result = mycity("total", "--data", table, *ANYHOW, "-f", "json")
    assert result.err == LEAST
    assert json.loads(result.out) == [
        {
            "signings": 3,
            "projects": 6,
            "projects_low": 6,
            "projects_high": None,
            "projects_lower_bound": True,
            "amount": "100",
            "currency": "CNY",
            "low": "98.5",
            "high": None,
            "without_amount": [],
            "without_projects": [],
            "rows": 4,
            "bad": 1,
            "skipped": 0,
            "lower_bound": True,
            "left_out": [],
            "perhaps": 0,
        }
    ]


def test_the_groups_beside_a_bad_row_are_lower_bounds(mycity: Mycity, table: Path) -> None:
    # Nobody knows to which of them the row belongs.
    assert mycity(
        "total",
        "--by",
        "city",
        "--data",
        table,
        *ANYHOW,
        "-f",
        "csv",
        "--columns",
        "key,amount,low,high,bad,lower_bound",
    ) == Result(0, "key,amount,low,high,bad,lower_bound\nSuzhou,50,49.5,,1,true\nXiamen,50,49,,1,true\n", LEAST)


@pytest.mark.parametrize(
    ("measure", "out", "note"),
    [
        ("amount", "100", "so the total is at least 98.5 yuan"),
        ("projects", "6", "so the total is at least so much"),
        ("signings", "3", "so the total is at least so much"),
    ],
)
def test_a_bare_number_beside_a_bad_row(mycity: Mycity, table: Path, measure: str, out: str, note: str) -> None:
    assert mycity("total", "--measure", measure, "--data", table, *ANYHOW) == Result(
        0, f"{out}\n", f"{LEFT_OUT}note: what the bad rows say is missing, {note}\n"
    )


def test_where_every_row_is_bad_nothing_is_left_to_add_up(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", "city,amount\nSuzhou,x yuan\n")
    assert mycity(
        "total", "--data", path, "--skip-bad", "--max-bad", "100%", "-f", "csv", "--columns", "amount"
    ) == Result(
        4,
        "amount\n0\n",
        f"{LEFT_OUT}note: what the bad rows say is missing, so the total is at least so much\n"
        f"error: {path}: every row is bad: nothing is left to add up\n",
    )


def test_the_card_says_at_least(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", ROWS)
    assert mycity("total", "--data", path, *ANYHOW, "--color", "never", columns=100).out == (
        "Signings           3\nProjects at least  6\nAmount             100 yuan\nCurrency           CNY\n"
        "At least           98.5 yuan\n"
    )


@pytest.mark.parametrize(
    ("measure", "high", "note"),
    [
        ("max", None, "so the largest is at least 49.5 yuan"),
        ("average", "33.833333", ""),
    ],
)
def test_measures_of_the_amounts_beside_a_bad_row(
    mycity: Mycity, tmp_path: Path, measure: str, high: str | None, note: str
) -> None:
    path = written(tmp_path / "deals.csv", ROWS)
    result = mycity("total", "--measure", measure, "--data", path, *ANYHOW, "-f", "json")
    (row,) = json.loads(result.out)
    assert (row[f"{measure}_high"], row["bad"], row["lower_bound"]) == (high, 1, True)
    assert result.err == f"{LEFT_OUT}note: what the bad rows say is missing{', ' if note else ''}{note}\n"


def test_the_conferences_beside_a_bad_row(mycity: Mycity, table: Path) -> None:
    assert mycity("conferences", "--data", table, "--skip-bad", "--columns", "id,amount") == Result(
        0,
        "Fair\t70\nExpo\t30\n",
        f"{LEFT_OUT}note: what the bad rows say is missing, so at each conference is at least so much\n",
    )


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("total < 200 yuan", "undecided"),
        ("total < 90 yuan", "false"),
        ("total > 90 yuan", "true"),
        ("total > 100 yuan", "undecided"),
        ("total = 150 yuan", "true"),
        ("total = 90 yuan", "false"),
        # The row may be one of Suzhou, or of another city: no gap cancels.
        ("total >= Suzhou", "undecided"),
        ("total = Suzhou + Xiamen", "true"),
        ("total - Suzhou < 80 yuan", "undecided"),
        ("amount(2022) > amount(2021)", "undecided"),
        ("Suzhou / total > 1%", "undecided"),
        # A thing is itself.
        ("Suzhou <= amount(city=Suzhou)", "true"),
        ("projects() < 10", "undecided"),
        ("projects() >= 6", "true"),
        ("projects() >= projects(Suzhou)", "undecided"),
        ("signings() < 4", "undecided"),
        ("signings() >= 3", "true"),
        ("signings() < 3", "false"),
        # It is one signing at most.
        ("signings() > signings(Suzhou)", "true"),
        ("signings() <= 4", "true"),
        ("signings() = 5", "false"),
        ("conferences() < 3", "undecided"),
        ("conferences() >= 2", "true"),
        ("conferences() = 1", "false"),
    ],
)
def test_what_a_bad_row_leaves_open(mycity: Mycity, table: Path, statement: str, outcome: str) -> None:
    result = mycity("check", statement, "--data", table, "--skip-bad", "--columns", "verdict")
    code = {"true": 0, "false": 1, "undecided": 4}[outcome]
    assert result == Result(code, f"{outcome}\n", f"{LEFT_OUT}note: left out, bad rows: row 4\n")


def test_the_proof_names_the_bad_rows(mycity: Mycity, table: Path) -> None:
    result = mycity("check", "total < 200 yuan", "--data", table, "--skip-bad", "-f", "table")
    assert result.out.startswith("Verdict    undecided\nStatement  total < 200 yuan\nSince      ")
    assert "; a sum is a lower bound, bad rows are left out: row 4\n" in result.out
    assert "Term       total: 100 yuan (at least 98.5 yuan); from records 1, 2, 3\n" in result.out
    assert result.out.endswith("Left out   row 4: bad rows\n")
    found = json.loads(mycity("check", "signings() < 200", "--data", table, "--skip-bad", "-f", "json").out)
    assert found["left_out"] == [{"reason": "bad rows", "records": ["row 4"]}]
    assert (found["left"]["low"], found["left"]["high"]) == (3, 4)


def test_many_bad_rows_are_not_all_named_in_a_proof(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", "city,amount\nSuzhou,1 yuan\n" + "Suzhou,x yuan\n" * 8)
    shown = mycity("check", "total < 9 yuan", "--data", path, "--skip-bad", "-f", "table").out
    assert "8 bad rows are left out\n" in shown
    assert shown.endswith("Left out   8 bad rows\n")
    by_name = mycity("check", "total < 9 yuan", "--data", path, "--skip-bad", "-f", "table", "--ids").out
    rows = ", ".join(f"row {number}" for number in range(2, 10))
    assert by_name.endswith(f"Left out   {rows}: bad rows\n")


def test_bad_rows_of_several_files_are_named_with_their_files(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "a.csv", "city,amount\nSuzhou,1 yuan\nSuzhou,x yuan\n")
    written(tmp_path / "b.csv", "city,amount\nSuzhou,x yuan\nSuzhou,2 yuan\n")
    found = json.loads(mycity("check", "total < 9 yuan", "--data", "*.csv", "--skip-bad", "-f", "json").out)
    assert found["left_out"] == [{"reason": "bad rows", "records": ["a.csv: row 2", "b.csv: row 1"]}]


def test_without_any_figure_a_statement_is_not_checkable(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", "city,amount\nSuzhou,\nXiamen,1 yuan\nXiamen,x yuan\n")
    result = mycity("check", "Suzhou > 9 yuan", "--data", path, "--skip-bad", "--columns", "verdict,reason")
    assert (result.code, result.out) == (4, "not checkable\tno amount stated for 1; bad rows are left out: row 3\n")


# --- parts of bad rows -----------------------------------------------------------------------------------------------


def test_what_may_be_a_part_of_a_bad_row_is_no_sure_part_of_a_total(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", WHOLE)
    result = mycity("total", "--data", path, *ANYHOW, "-f", "json")
    (row,) = json.loads(result.out)
    assert (row["amount"], row["low"], row["high"]) == ("107", "6.5", None)
    assert (row["projects"], row["projects_low"], row["projects_high"]) == (6, 1, None)
    assert result.err == (
        f"{LEFT_OUT}note: what the bad rows say is missing, and these may be a part of one of them: a, b, "
        "so the total is at least 6.5 yuan\n"
    )
    assert mycity("total", "--measure", "signings", "--data", path, *ANYHOW) == Result(
        0, "3\n", f"{LEFT_OUT}note: what the bad rows say is missing, and these may be a part of one of them: a, b\n"
    )


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("signings() >= 3", 4),
        ("signings() >= 1", 0),
        ("total > 100 yuan", 4),
        ("total > 6 yuan", 0),
        ("projects() > 1", 4),
    ],
)
def test_what_parts_of_bad_rows_leave_open(mycity: Mycity, tmp_path: Path, statement: str, code: int) -> None:
    path = written(tmp_path / "deals.csv", WHOLE)
    assert mycity("check", statement, "--data", path, "--skip-bad", "--quiet").code == code


# --- amounts below zero ----------------------------------------------------------------------------------------------


def test_where_amounts_may_be_below_zero_a_sum_that_misses_one_has_no_end(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", NEGATIVE)
    options = ("--data", path, "--negative", "allow")
    note = "note: no amount is stated for signing 3, so the total may be less or more: amounts may be below zero\n"
    result = mycity("total", *options, "-f", "json")
    (row,) = json.loads(result.out)
    assert result.err == note
    assert (row["amount"], row["low"], row["high"], row["lower_bound"]) == ("30", None, None, True)
    assert (row["projects_low"], row["projects_high"], row["projects_lower_bound"]) == (6, 6, False)
    assert mycity("total", *options) == Result(0, "30\n", note)
    assert mycity("total", *options, "--color", "never", columns=100).out == (
        "Signings        3\nProjects        6\nAmount stated   30 yuan\nCurrency        CNY\n"
        "Without amount  signing 3\n"
    )
    groups = json.loads(mycity("total", "--by", "city", *options, "-f", "json").out)
    assert [(row["key"], row["low"], row["high"]) for row in groups] == [
        ("Suzhou", "49.5", "50.5"),
        ("Xiamen", None, None),
    ]
    levels = json.loads(mycity("total", "--by", "city,year", *options, "-f", "json").out)
    assert [(row["city"], row["low"]) for row in levels if row["level"] == 1] == [("Suzhou", "49.5"), ("Xiamen", None)]


def test_where_no_amount_is_missing_a_sum_has_its_ends(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", "City,Amount\nSuzhou,50 yuan\nXiamen,-20 yuan\n")
    (row,) = json.loads(mycity("total", "--data", path, "--negative", "allow", "-f", "json").out)
    assert (row["low"], row["high"], row["lower_bound"]) == ("29", "31", False)


def test_bad_rows_may_take_something_from_a_total_too(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", NEGATIVE.replace("Xiamen,,1", "Xiamen,x yuan,1"))
    options = ("--data", path, "--negative", "allow", *ANYHOW)
    told = "what the bad rows say is missing, so the total may be less or more: amounts may be below zero"
    less = f"{LEFT_OUT}note: {told}\n"
    assert mycity("total", *options) == Result(0, "30\n", less)
    assert mycity("total", "--by", "city", *options, "--columns", "key,low,high") == Result(
        0, "Suzhou\t\t\nXiamen\t\t\n", less
    )
    assert mycity("total", "--measure", "projects", *options).err == (
        f"{LEFT_OUT}note: what the bad rows say is missing, so the total is at least so much\n"
    )


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("total > -1000 yuan", 4),
        ("total < 1000 yuan", 4),
        ("total = 7 yuan", 0),
        ("Suzhou > Xiamen", 4),
        ("Suzhou > 49 yuan", 0),
        ("total - Xiamen = 50 yuan", 0),
        ("total > Xiamen", 0),
        ("projects() = 6", 0),
    ],
)
def test_statements_where_amounts_may_be_below_zero(mycity: Mycity, tmp_path: Path, statement: str, code: int) -> None:
    path = written(tmp_path / "deals.csv", NEGATIVE)
    assert mycity("check", statement, "--data", path, "--negative", "allow", "--quiet").code == code


def test_a_proof_says_that_a_sum_may_be_any_number(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", NEGATIVE)
    result = mycity(
        "check", "total > 0 yuan", "--data", path, "--negative", "allow", "--columns", "verdict,reason", "--no-header"
    )
    assert result.out == (
        "undecided\tthe figures that are stated do not settle it; a sum may be any number, since amounts may be below "
        "zero, no amount stated for 3\n"
    )


def test_a_part_below_zero_may_give_way_to_its_whole(mycity: Mycity, tmp_path: Path) -> None:
    path = written(
        tmp_path / "deals.csv",
        "id,city,amount,part_of\nw,Suzhou,,\na,Suzhou,-5 yuan,w\nb,Suzhou,20 yuan,\n",
    )
    (row,) = json.loads(mycity("total", "--data", path, "--negative", "allow", "-f", "json").out)
    assert (row["amount"], row["low"], row["high"]) == ("20", None, None)
    result = mycity("check", "amount(max-amount=10 yuan) < 9 yuan", "--data", path, "--negative", "allow", "--quiet")
    assert result.code == 4


# --- what rows are called --------------------------------------------------------------------------------------------


def test_rows_of_several_files_are_all_added_up(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "a.csv", "city,amount\nSuzhou,1 yuan\nSuzhou,4 yuan\n")
    written(tmp_path / "b.csv", "city,amount\nSuzhou,2 yuan\nXiamen,5 yuan\n")
    assert mycity("total", "--data", "*.csv") == Result(0, "12\n", "")
    found = json.loads(mycity("check", "total = 12 yuan", "--data", "*.csv", "-f", "json").out)
    assert (found["left"]["value"], found["terms"][0]["records"]) == ("12", ["1", "2", "3", "4"])


def test_a_row_without_an_id_is_not_called_as_another(mycity: Mycity, tmp_path: Path) -> None:
    path = written(tmp_path / "deals.csv", "id,city,amount\n2,Suzhou,1 yuan\n,Xiamen,5 yuan\n")
    found = json.loads(mycity("check", "total = 6 yuan", "--data", path, "-f", "json").out)
    assert (found["left"]["value"], found["terms"][0]["records"]) == ("6", ["2", "row 2"])


@pytest.mark.parametrize("ending", ["md", "html", "txt", "svg"])
def test_what_is_no_total_is_called_so_in_the_file(mycity: Mycity, tmp_path: Path, ending: str) -> None:
    pytest.importorskip("jinja2", reason="the extra report is not installed")
    table, path = tmp_path / "table.csv", tmp_path / f"total.{ending}"
    table.write_text("city,amount\nSuzhou,1 million yuan\nXiamen,2 million yuan\nXiamen,bad\n", encoding="utf-8")
    result = mycity("total", "--data", table, "--by", "city", "--skip-bad", "--output", path)
    assert result.code == 4
    assert "1 of 3 rows are bad and left out (33.3 %): what is left is no total" in path.read_text(encoding="utf-8")
