"""Statements about a table are decided by sums that the engine makes, not by rows that are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

from mycity_cli.tables.engine.table import Table

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


def test_a_proof_names_the_first_few_records(mycity: Mycity, deals: Path) -> None:
    result = mycity("check", "Suzhou < Xiamen", "--data", deals, "--format", "table")
    shown = " ".join(result.out.split())
    assert "from s0, s2, s4, s6, s8 and 15 more; by paper-0, paper-2, paper-4, paper-6, paper-1 and 2 more" in shown
    assert (result.code, result.err) == (0, "")


def test_json_has_every_record(mycity: Mycity, deals: Path) -> None:
    result = mycity("check", "Suzhou < Xiamen", "--data", deals, "--format", "json")
    assert [f'"s{n}"' in result.out for n in range(ROWS)] == [True] * ROWS


def test_that_bad_rows_were_left_out_is_said_on_a_terminal_too(mycity: Mycity, deals: Path) -> None:
    with deals.open("a", encoding="utf-8") as file:
        file.write("s99,Suzhou,5 apples,1,paper\n")
    result = mycity("check", "Suzhou < Xiamen", "--data", deals, "--skip-bad", "--format", "table")
    assert (result.code, result.err) == (0, "note: 1 bad row left out\n")
