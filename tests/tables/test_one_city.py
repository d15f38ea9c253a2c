"""One city of a typed table: the rows of others are passed over only where none of them can be bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Mycity, Result

duckdb = pytest.importorskip("duckdb", reason="the extra tables is not installed")

SOUND = ["'Suzhou', 10, 'CNY'", "'  suzhou ', 5, 'CNY'", "'Xiamen', 7, 'CNY'"]
BAD = {
    "a currency of another city that is none": ("'Xiamen', 1, 'XYZQ'", "XYZQ"),
    "an amount of another city without a currency": ("'Xiamen', 1, NULL", "'1' names no currency"),
    "a row without a city": ("'  ', 1, 'CNY'", "city: is missing"),
    "a row whose city is no text at all": ("NULL, 1, 'CNY'", "city: is missing"),
    "an amount of another city below zero": ("'Xiamen', -1, 'CNY'", "-1"),
}


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES", -1)
    monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES_IF_ODD", -1)


def total(mycity: Mycity, folder: Path, rows: list[str], *options: str, more: str = "") -> Result:
    table = folder / "deals.parquet"
    values = ", ".join(f"({row})" for row in rows)
    duckdb.sql(f"COPY (SELECT *{more} FROM (VALUES {values}) AS t(city, amount, currency)) TO '{table}'")
    return mycity("total", *options, "--data", table)


def test_every_spelling_of_it_is_added_up(mycity: Mycity, tmp_path: Path) -> None:
    assert total(mycity, tmp_path, SOUND, "--city", "SUZHOU") == Result(0, "15\n", "")


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_row_of_another_city_is_told(mycity: Mycity, tmp_path: Path, kind: str) -> None:
    row, told = BAD[kind]
    result = total(mycity, tmp_path, [*SOUND, row], "--city", "Suzhou")
    assert (result.code, result.out) == (3, "")
    assert "row 4" in result.err
    assert told in result.err
    assert total(mycity, tmp_path, [*SOUND, row], "--city", "Suzhou", "--skip-bad", "--max-bad", "25%").out == ("15\n")


def test_a_date_of_another_city_that_is_none_is_told_where_days_are_asked_for(mycity: Mycity, tmp_path: Path) -> None:
    more = ", CASE city WHEN 'Xiamen' THEN '13.13.2022' ELSE '2022' END AS date"
    assert total(mycity, tmp_path, SOUND, "--city", "Suzhou", more=more) == Result(0, "15\n", "")
    result = total(mycity, tmp_path, SOUND, "--city", "Suzhou", "--since", "2022", more=more)
    assert (result.code, result.out) == (3, "")
    assert "row 3: date" in result.err


def test_a_currency_that_no_amount_has_is_not_told(mycity: Mycity, tmp_path: Path) -> None:
    rows = [*SOUND, "'Xiamen', NULL, 'XYZQ'", "'Wuhan', 3, 'USD'"]
    assert total(mycity, tmp_path, rows, "--city", "Suzhou") == Result(0, "15\n", "")


def test_a_name_that_no_row_has_is_told(mycity: Mycity, tmp_path: Path) -> None:
    result = total(mycity, tmp_path, SOUND, "--city", "Suzou")
    assert (result.code, result.out) == (2, "")
    assert "Suzou" in result.err
    assert "Suzhou" in result.err


def test_of_the_rows_of_other_cities_nothing_is_told(mycity: Mycity, tmp_path: Path) -> None:
    found = total(mycity, tmp_path, SOUND, "--city", "Xiamen", "-f", "csv", "--columns", "signings,amount")
    assert found == Result(0, "signings,amount\n1,7\n", "")


def test_a_quotation_mark_in_a_name_is_only_a_character(mycity: Mycity, tmp_path: Path) -> None:
    rows = ["'Xi''an', 2, 'CNY'", "'Suzhou', 1, 'CNY'"]
    assert total(mycity, tmp_path, rows, "--city", "Xi'an") == Result(0, "2\n", "")


def test_of_very_many_cities_one_is_found(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.parquet"
    rows = "SELECT 'City ' || i AS city, i AS amount, 'CNY' AS currency FROM range(2000) r(i)"
    duckdb.sql(f"COPY ({rows}) TO '{table}'")
    assert mycity("total", "--city", "city 1234", "--data", table) == Result(0, "1234\n", "")
