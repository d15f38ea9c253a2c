"""Statements about a table are decided by sums that the engine makes, not by rows that are read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

import pytest

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

from mycity_cli.tables.sql.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

ROWS = 40


@pytest.fixture
def deals(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    rows = (
        f"s{n},{('Suzhou', 'Xiamen')[n % 2]},{n + 1 + 10 * (n % 2)} billion yuan,{n},paper-{n % 7}\n"
        for n in range(ROWS)
    )
    path.write_text("id,city,amount,projects,source\n" + "".join(rows), encoding="utf-8")
    return path


def no_rows(*_: object) -> NoReturn:
    pytest.fail("rows are read")


def test_no_row_is_read_for_a_verdict(mycity: Mycity, deals: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Table, "signings", no_rows)
    statements = ["Suzhou < Xiamen", "total - Suzhou = Xiamen", "projects(Suzhou) = 380", "signings() = 40"]
    result = mycity("check", *statements, "--data", deals)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "true\tSuzhou < Xiamen\t400000000000\t620000000000",
        "true\ttotal - Suzhou = Xiamen\t620000000000\t620000000000",
        "true\tprojects(Suzhou) = 380\t380\t380",
        "true\tsignings() = 40\t40\t40",
    ]


def test_what_two_sums_share_cancels(mycity: Mycity, deals: Path) -> None:
    result = mycity("check", "total - Suzhou = Xiamen", "--data", deals, "--columns", "margin", "--format", "json")
    assert (result.code, '"low": "0"' in result.out, '"high": "0"' in result.out) == (0, True, True)


def test_sums_share_what_they_do_also_where_the_help_of_an_error_looked_one_up(mycity: Mycity, deals: Path) -> None:
    statements = ["Suzhou > 1 yuan", "total(2022) > 1", "total - Suzhou > 0 yuan"]
    result = mycity("check", *statements, "--data", deals, "--columns", "margin", "--format", "json")
    # What is left is Xiamen: 620 billion yuan, with the rounding of its own twenty figures and of no others.
    assert result.code == 2
    assert ('"low": "610000000000"' in result.out, '"high": "630000000000"' in result.out) == (True, True)


@pytest.fixture
def gaps(tmp_path: Path) -> Path:
    path = tmp_path / "gaps.csv"
    rows = (
        "a,Suzhou,5.0 billion yuan,3",
        "b,Suzhou,,4",
        "c,Xiamen,2.0 billion yuan,1",
        "d,Xiamen, none ,2",
        "e,Dongguan,3 billion yuan,",
    )
    path.write_text("id,city,amount,projects\n" + "\n".join(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("total < 93 billion yuan", "undecided"),
        ("total > 9 billion yuan", "true"),
        ("total = 93 billion yuan", "true"),
        ("total = 9.0 billion yuan", "false"),
        ("total - Suzhou < 6 billion yuan", "true"),
        ("Xiamen < 3 billion yuan", "true"),
        ("Xiamen / total > 50%", "false"),
        ("Xiamen / total > 10%", "undecided"),
        ("amount(min-amount=4 billion) < 6 billion", "undecided"),
        ("amount(min-amount=4 billion) - amount(Suzhou, min-amount=4 billion) = 0 yuan", "true"),
        ("projects() < 100", "undecided"),
        ("projects(min-amount=4 billion) < 8", "true"),
        ("projects(min-amount=4 billion) > 3", "undecided"),
        ("signings(min-amount=4 billion) < 3", "true"),
        ("signings(min-amount=4 billion) < 2", "undecided"),
        ("amount(Xiamen, max-amount=1 billion) = 0 yuan", "true"),
    ],
)
def test_a_sum_that_misses_a_figure_is_a_lower_bound(mycity: Mycity, gaps: Path, statement: str, verdict: str) -> None:
    assert mycity("check", statement, "--data", gaps, "--columns", "verdict").out == f"{verdict}\n"


def test_a_total_tells_what_is_missing_from_what_is_none(mycity: Mycity, gaps: Path) -> None:
    result = mycity("total", "--data", gaps, "--format", "json")
    assert json.loads(result.out) == [
        {
            "signings": 5,
            "projects": 10,
            "projects_low": 10,
            "projects_high": None,
            "projects_lower_bound": True,
            "amount": "10000000000",
            "currency": "CNY",
            "low": "9400000000",
            "high": None,
            "without_amount": ["b"],
            "without_projects": ["e"],
            "rows": 5,
            "bad": 0,
            "skipped": 0,
            "lower_bound": True,
            "left_out": [],
            "perhaps": 0,
        }
    ]
    assert mycity("total", "--data", gaps, "--city", "Xiamen").err == ""
    assert mycity("deals", "--data", gaps, "--min-amount", "1 yuan", "--columns", "id").out.split() == ["a", "c", "e"]


def test_a_proof_counts_many_records_and_names_them_on_request(mycity: Mycity, deals: Path) -> None:
    result = mycity("check", "Suzhou < Xiamen", "--data", deals, "--format", "table")
    assert "from 20 records; by 7 sources" in " ".join(result.out.split())
    assert (result.code, result.err) == (0, "")
    shown = " ".join(mycity("check", "Suzhou < Xiamen", "--data", deals, "--format", "table", "--ids").out.split())
    assert "from s0, s2, s4, s6, s8, s10, s12" in shown
    assert "; by paper-0, paper-2, paper-4, paper-6, paper-1, paper-3, paper-5" in shown


def test_json_has_every_record(mycity: Mycity, deals: Path) -> None:
    result = mycity("check", "Suzhou < Xiamen", "--data", deals, "--format", "json")
    assert [f'"s{n}"' in result.out for n in range(ROWS)] == [True] * ROWS


def test_that_bad_rows_were_left_out_is_said_on_a_terminal_too(mycity: Mycity, deals: Path) -> None:
    with deals.open("a", encoding="utf-8") as file:
        file.write("s99,Suzhou,5 apples,1,paper\n")
    result = mycity("check", "Suzhou < Xiamen", "--data", deals, "--skip-bad", "--format", "table")
    assert (result.code, result.err) == (4, "note: 1 bad row left out\n")


def test_a_bad_row_is_one_signing_at_most(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("city,amount\nSuzhou,5 yuan\nXiamen,many\nXiamen,7 yuan\n")
    statements = ["signings() = 12", "signings() = 3", "signings() < 4", "signings() < 3", "signings(Suzhou) > 2"]
    result = mycity("check", *statements, "--data", path, "--skip-bad", "--columns", "verdict")
    assert result.out.split("\n") == ["false", "true", "true", "undecided", "false", ""]
