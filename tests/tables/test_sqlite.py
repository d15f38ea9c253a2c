"""Tables of SQLite, whose columns hold values of any kind: an engine says of them what their rows in memory say."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from running import Mycity
from tables.conftest import Both

pytest.importorskip("sqlalchemy", reason="the extra tables is not installed")

COLUMNS = ("id", "date", "city", "amount", "currency", "projects", "conference")
COMMANDS = [
    ("total",),
    ("total", "-f", "json"),
    ("total", "--by", "city", "-f", "json"),
    ("total", "--by", "quarter", "-f", "json"),
    ("total", "--measure", "projects", "--currency", "CNY"),
    ("total", "--city", "Suzhou", "--min-amount", "12.5"),
    ("deals", "-f", "json"),
    ("deals", "--year", "2022", "--sort", "-amount"),
    ("conferences", "-f", "json"),
    ("cities",),
    ("check", "total > 5 billion yuan", "projects(Suzhou) < 100", "amount(2022) > amount(2021)"),
]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(
    rows: list[dict[str, Any]],
    types: dict[str, str] | None = None,
    *,
    path: str = "deals.db",
    more: str = "",
    encoding: str = "UTF-8",
) -> str:
    """Make a table of rows, each column with a type or none, and return what names it."""
    types = types or {}
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(f"PRAGMA encoding = '{encoding}'")
        columns = ", ".join(f"{name} {types.get(name, '')}" for name in COLUMNS)
        opened.execute(f"CREATE TABLE deals ({columns}{more}){' WITHOUT ROWID' * bool(more)}")
        for row in rows:
            marks = ", ".join("CAST(? AS TEXT)" if type(row[name]) is memoryview else "?" for name in row)
            opened.execute(f"INSERT INTO deals ({', '.join(row)}) VALUES ({marks})", [*row.values()])
        opened.commit()
    return f"{path}#deals"


def row(**cells: Any) -> dict[str, Any]:
    return {"date": "2022-11-03", "city": "Suzhou", "amount": 7, "currency": "CNY", "projects": 3} | cells


WHOLE = [row(), row(city="Xiamen", amount=0), row(city="苏州", amount=10**17, date="2021-01-31")]
CASES: dict[str, tuple[dict[str, str], list[dict[str, Any]]]] = {
    "integers": ({"amount": "INTEGER", "projects": "INT", "city": "TEXT", "date": "DATE"}, WHOLE),
    "integers without a type": ({}, WHOLE),
    "integers in columns of text": ({"amount": "TEXT", "projects": "VARCHAR(9)"}, WHOLE),
    "decimals that are binary": (
        {"amount": "DECIMAL(18,2)"},
        [row(amount=a) for a in (12.5, 0.1, 1e22, 1234567.89, 1e-7, 2.0, 9007199254740993, -0.0)],
    ),
    "sums beyond 64 bits": ({"amount": "INTEGER"}, [row(amount=9 * 10**17, projects=2**60)] * 12),
    "integers of 19 digits": ({"amount": "INTEGER"}, [row(amount=2**63 - 1), row(amount=2**63 - 1)]),
    "texts of figures": (
        {"amount": "INTEGER"},
        [row(amount=a, currency=None) for a in ("12 yuan", "$5 million", "about 30 yuan", "1,234.50 yuan")] + [row()],
    ),
    "names that differ in case": (
        {"city": "TEXT COLLATE NOCASE", "conference": "TEXT COLLATE NOCASE", "currency": "TEXT COLLATE NOCASE"},
        [row(city=c, conference=c) for c in ("Suzhou", "SUZHOU", "suzhou", "Zürich", "ZÜRICH", "Suzhou ")],
    ),
    "spaces at the end": ({"city": "TEXT COLLATE RTRIM"}, [row(city="Suzhou"), row(city="Suzhou  ")]),
    "times": (
        {"date": "DATETIME"},
        [row(date=d) for d in ("2022-11-03 12:30:00", "2022-11-03T00:00:00", "2022-11-03", "2022-11", "2022")],
    ),
    "leap days": ({"date": "DATE"}, [row(date=d) for d in ("2020-02-29", "2022-11-03")]),
    "days as numbers": ({"date": "INTEGER"}, [row(date=d) for d in (20221103, 20210131, 2022)]),
    "bytes": (
        {"amount": "BLOB"},
        [row(city=b"Suzhou", amount=b"12 yuan", currency=None, date=b"2022-11-03", projects=b"3", id=b"\xff")],
    ),
    "cities of bytes that are no text": ({}, [row(city=b"Su\xffzhou"), row(city=memoryview(b"Xi\xe9an")), row()]),
    "nothing": ({}, [row(), row(amount=None), row(date=None, projects=None)]),
    "no row": ({"amount": "INTEGER"}, []),
    "large and small": ({"amount": "REAL"}, [row(amount=1e300), row(amount=5e-324), row(amount=123456789.125)]),
    "numbers for names": ({}, [row(city=7, conference=2.0), row(city=7.5, conference=2), row(city="7")]),
}
BAD: dict[str, tuple[dict[str, str], list[dict[str, Any]]]] = {
    "words for numbers": ({"amount": "INTEGER", "projects": "INTEGER"}, [row(), row(amount="x"), row(projects="many")]),
    "bytes that are no text": (
        {},
        [row(), row(amount=b"\xff12 yuan"), row(date=b"2022-11-\xff"), row(projects=b"\xff3")],
    ),
    "texts that are no text": (
        {},
        [row()]
        + [row(amount=memoryview(a)) for a in (b"\xff12345", b"12\xff yuan", b"12 yuan\xff", b"\xe9")]
        + [row(date=memoryview(b"2022-11-03\xe9")), row(projects=memoryview(b"3\xe9"))],
    ),
    "texts with NUL": (
        {},
        [row()]
        + [row(amount=a) for a in ("12\0", "12\0 yuan", "\00012", "12 \0yuan", "\0")]
        + [row(date="2022-11-03\0"), row(date="2022\0-11-03"), row(projects="3\0"), row(projects="\0")],
    ),
    "less than nothing": (
        {"amount": "INTEGER", "projects": "INTEGER"},
        [row(amount=-5), row(projects=-1), row(amount=-0.5)],
    ),
    "no days": (
        {"date": "DATE"},
        [row(date=d) for d in ("2022-02-30", "0000-01-01", "-044-03-15", "now", "2459886.5", 5, 2.5, "12:00", 99999)],
    ),
    "more than all": ({}, [row(amount=float("inf")), row(amount="Infinity"), row(amount="9" * 400)]),
    "no city": ({}, [row(city=None), row(city=""), row(city=b"")]),
}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("case", CASES)
def test_an_engine_says_what_rows_in_memory_say(both: Both, case: str, command: tuple[str, ...]) -> None:
    types, rows = CASES[case]
    engine, in_memory = both(made(rows, types), *command)
    assert engine == in_memory


@pytest.mark.parametrize("more", [[], ["--skip-bad"]], ids=["refused", "left out"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("case", BAD)
def test_an_engine_refuses_what_rows_in_memory_refuse(
    both: Both, case: str, command: tuple[str, ...], more: list[str]
) -> None:
    types, rows = BAD[case]
    engine, in_memory = both(made(rows, types), *command, *more)
    assert engine == in_memory
