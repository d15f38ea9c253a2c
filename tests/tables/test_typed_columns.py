"""Columns with types of their own, in Parquet files and in a DuckDB file that is there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from tables.conftest import Both
from tables.oracle import Cells

duckdb = pytest.importorskip("duckdb", reason="the extra tables is not installed")
pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

CASES: dict[str, list[tuple[str, str | None]]] = {
    "INTEGER": [("7", "7"), ("0", "0"), ("1740000000", "1740000000"), ("NULL", None)],
    "BIGINT": [("9223372036854775807", "9223372036854775807"), ("1", "1")],
    "DECIMAL(18,2)": [("12.5", "12.50"), ("1740", "1740.00"), ("NULL", None)],
    "DECIMAL(38,4)": [
        ("0.25", "0.2500"),
        ("99999999999999999999", "99999999999999999999.0000"),
    ],
    "DOUBLE": [("0.1", "0.1"), ("1740", "1740"), ("12.5", "12.5"), ("NULL", None)],
    "FLOAT": [("0.1", "0.1"), ("1e10", "10000000000"), ("1.5e-7", "0.00000015")],
    "DOUBLE ": [
        ("1e16", "10000000000000000"),
        ("1.25e22", "12500000000000000000000"),
        ("1e-7", "0.0000001"),
    ],
    "VARCHAR": [("'52.563 billion yuan'", "52.563 billion yuan"), ("'7'", "7")],
}
"""What a cell of a type is written as in SQL, and the text that it stands for."""

COMMANDS = [
    ("total",),
    ("total", "-f", "json"),
    ("total", "--by", "city", "-f", "json"),
    ("total", "--city", "Suzhou", "--year", "2022"),
    ("deals", "-f", "json"),
]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(kind: str, where: str) -> list[Cells]:
    """Make a table with amounts of a type, as a file or a database, and return the cells of its rows."""
    rows = "\nUNION ALL ".join(
        f"SELECT 'Suzhou' AS city, CAST({sql} AS {kind}) AS amount, 'CNY' AS currency, {at} AS projects, "
        f"DATE '2022-11-0{at}' AS date"
        for at, (sql, _) in enumerate(CASES[kind], start=1)
    )
    if where.endswith(".parquet"):
        duckdb.sql(f"COPY ({rows}) TO '{where}' (FORMAT parquet)")
    else:
        with duckdb.connect(where) as connection:
            connection.execute(f"CREATE TABLE deals AS {rows}")
    return [
        {"city": "Suzhou", "amount": text, "currency": "CNY", "projects": str(at), "date": f"2022-11-0{at}"}
        for at, (_, text) in enumerate(CASES[kind], start=1)
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("kind", CASES)
def test_a_parquet_file(both: Both, told: Both, kind: str, command: tuple[str, ...]) -> None:
    rows = made(kind, "deals.parquet")
    found, expected = told(Path("deals.parquet"), rows, *command)
    assert found == expected
    engine, in_memory = both(Path("deals.parquet"), *command)
    assert engine == in_memory


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("kind", CASES)
def test_a_database_that_is_there(both: Both, told: Both, kind: str, command: tuple[str, ...]) -> None:
    rows = made(kind, "deals.ddb")
    found, expected = told("duckdb:///deals.ddb#deals", rows, *command)
    assert found == expected
    engine, in_memory = both("duckdb:///deals.ddb#deals", *command)
    assert engine == in_memory
