"""Ids that are numbers: what is said of them names what they are of, so that nobody takes one for a count."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Mycity
from tables.conftest import Both

TABLE = """city,date,projects,amount
Suzhou,2024,3,1 billion yuan
Suzhou,2024-01,more than 2,
Suzhou,,2,about 2 billion yuan
Suzhou,2024/2025,,3 billion yuan
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_notes_name_rows(both: Both, table: Path) -> None:
    large, small = both(table, "total", "--format", "json")
    assert large == small
    assert small.err == (
        "note: no amount is stated for signing 2, so the total is at least 4 billion yuan\n"
        "note: at least 4 billion yuan, since these amounts are hedged: signing 3\n"
        "note: no number of projects is stated for signing 4\n"
        "note: more than 7 projects, since these numbers are hedged: signing 2\n"
    ).replace("4 billion yuan", "4500000000 yuan")


def test_what_was_left_out_is_named(both: Both, table: Path) -> None:
    large, small = both(table, "deals", "--year", "2024", "--min-amount", "1 billion yuan", "--ids")
    assert large == small
    assert small.err.startswith(
        "note: 1 left out, no amount stated: signing 2\n"
        "note: 1 left out, no date stated: signing 3\n"
        "note: 1 may be dated outside the range: signing 4\n"
    )


def test_cards_name_rows(mycity: Mycity, table: Path) -> None:
    assert "Without amount      signing 2\n" in mycity("total", "--data", table, "--format", "table").out


def test_several_are_signings(mycity: Mycity, table: Path) -> None:
    table.write_text("city,amount\nSuzhou,\nSuzhou,\nSuzhou,1 yuan\n", encoding="utf-8")
    assert "stated for signings 1, 2, so" in mycity("total", "--data", table, "-f", "json").err
