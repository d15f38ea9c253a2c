"""Tables of SQLite, whose columns hold values of any kind: an engine says of them what their rows in memory say."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mycity_cli.tables.patterns import FEWEST
from running import Mycity
from tables.conftest import Both

pytest.importorskip("sqlalchemy", reason="the extra tables is not installed")

COLUMNS = ("id", "date", "city", "amount", "currency", "projects", "conference")
_COUNTED = re.compile(r"\d+ (?:of \d+ rows are bad|bad rows? left out)")
COMMANDS = [
    ("total", "-f", "json"),
    ("total", "--by", "city,quarter", "-f", "json"),
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
    "below zero": (
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
@pytest.mark.parametrize("command", [each for each in COMMANDS if each != ("cities",)], ids=" ".join)
@pytest.mark.parametrize("case", BAD)
def test_an_engine_refuses_what_rows_in_memory_refuse(
    both: Both, case: str, command: tuple[str, ...], more: list[str]
) -> None:
    types, rows = BAD[case]
    engine, in_memory = both(made(rows, types), *command, *more)
    assert (engine.code, engine.out) == (in_memory.code, in_memory.out)
    # In memory many rows that are wrong in one way are told as a pattern, with the option that reads them.
    assert _COUNTED.findall(engine.err) == _COUNTED.findall(in_memory.err)
    if len(rows) < FEWEST:
        assert engine == in_memory


@pytest.mark.parametrize("case", ["texts of figures", "cities of bytes that are no text", "decimals that are binary"])
def test_a_database_of_utf_16(both: Both, case: str) -> None:
    types, rows = CASES[case]
    engine, in_memory = both(made([*rows, row(city="苏州")], types, encoding="UTF-16be"), "deals", "-f", "json")
    assert engine == in_memory
    assert engine.code == 0


def test_reals_are_their_shortest_decimals(mycity: Mycity, both: Both) -> None:
    engine, in_memory = both(made([row(amount=a) for a in (0.1, 0.2, 1e22)], {"amount": "DECIMAL(18,2)"}), "total")
    assert engine == in_memory
    assert engine.out == "10000000000000000000000.3\n"


def test_a_day_that_is_none_is_a_bad_row(both: Both) -> None:
    rows = [row(), row(date="2022-02-29"), row(date="2020-02-29")]
    engine, in_memory = both(made(rows, {"date": "DATE"}), "total", "--by", "quarter")
    assert engine == in_memory
    assert engine.err == (
        "error: deals.db#deals: row 2: date: 2022-02 has no day 29\n"
        "  2022-02-29\n"
        "  ^^^^^^^^^^\n"
        "help: write a year, a month or a day: 2022, 2018-04, 2022-11-03\n"
        "error: deals.db#deals: 1 of 3 rows are bad\n"
        "help: put them right, or leave them out with --skip-bad\n"
    )


# --- order and names -------------------------------------------------------------------------------------------------

NUMBERED = [row(id=None, city=city, amount=10**at) for at, city in enumerate("DBCAE", 1)]


def _run(sql: str) -> None:
    with closing(sqlite3.connect("deals.db")) as opened:
        opened.executescript(sql)
        opened.commit()


def _cities(both: Both, table: str = "deals.db#deals") -> list[str]:
    engine, in_memory = both(table, "deals", "-f", "json")
    assert engine == in_memory
    assert engine.code == 0, engine.err
    return [f"{each['id']} {each['city']}" for each in json.loads(engine.out)]


def test_rows_come_in_the_order_of_their_numbers(both: Both) -> None:
    made(NUMBERED)
    _run("DELETE FROM deals WHERE city = 'C'; CREATE INDEX by_city ON deals (city, amount)")
    assert sorted(_cities(both)) == ["1 D", "2 B", "3 A", "4 E"]


@pytest.mark.parametrize("columns", ["rowid, city", "rowid, _rowid_, city", "rowid, _rowid_, oid, city", "ROWID, city"])
def test_columns_that_are_called_like_the_numbers_of_rows(both: Both, columns: str) -> None:
    names = columns.count(",")
    rows = ", ".join(f"({'9, ' * names}'{city}', '{10**at} CNY')" for at, city in enumerate("CAB", 1))
    _run(f"CREATE TABLE deals ({columns}, amount); INSERT INTO deals VALUES {rows}")
    expected = (
        ["1 A", "2 B", "3 C"] if "oid" in columns.replace("rowid", "").replace("_rowid_", "") else ["1 C", "2 A", "3 B"]
    )
    assert sorted(_cities(both)) == expected


def test_a_table_without_numbers_of_rows_is_ordered_by_its_key(both: Both) -> None:
    made([row(id=i, city=c) for i, c in ((10, "A"), (9, "B"), ("x", "C"))], more=", PRIMARY KEY (id)")
    assert sorted(_cities(both)) == ["10 A", "9 B", "x C"]


def test_a_view(both: Both) -> None:
    made([*WHOLE, row(amount="5 million yuan", currency=None), row(amount=0.5)], {"amount": "INTEGER"})
    _run("CREATE VIEW large AS SELECT city, amount, currency, date FROM deals WHERE amount <> 7")
    for command in COMMANDS:
        engine, in_memory = both("deals.db#large", *command)
        assert engine == in_memory


def test_a_view_of_what_is_gone(both: Both) -> None:
    made(WHOLE)
    _run("CREATE VIEW gone AS SELECT * FROM deals; DROP TABLE deals")
    engine, in_memory = both("deals.db#gone", "total")
    assert engine == in_memory
    assert (engine.code, engine.err) == (3, "error: deals.db#gone: cannot be read: no such table: main.deals\n")


ODD = [
    "a :b",
    'say "x"',
    "it's",
    "100%",
    "a.b",
    "a#b",
    "select",
    "苏州",
    "%(x)s",
    "?",
    "[x]",
    "{x}",
    "a;b",
    " x ",
    "main.deals",
]


@pytest.mark.parametrize("name", ODD)
def test_odd_names(both: Both, name: str) -> None:
    quoted = name.replace('"', '""')
    with closing(sqlite3.connect("deals.db")) as opened:
        opened.execute(f'CREATE TABLE "{quoted}" ("{quoted}" INTEGER, "city {quoted}" TEXT, "amount:x" INTEGER)')
        opened.execute(f"INSERT INTO \"{quoted}\" VALUES (7, 'Suzhou', 12)")
        opened.commit()
    mapped = ("--map", f"city=city {name}".strip(), "--map", "amount=amount:x", "--amount-unit", "CNY")
    for command in (("total",), ("deals",), ("total", "--by", "city", "--min-amount", "5 yuan")):
        engine, in_memory = both(f"sqlite:///deals.db#{name}", *command, *mapped)
        if "#" in name:
            continue
        assert engine == in_memory
        assert engine.code == 0, engine.err


# --- opened to be read -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///missing.db",
        "sqlite+pysqlite:///missing.db",
        "sqlite:///file:missing.db?mode=rwc&uri=true",
        "sqlite:///file:missing.db?mode=memory&uri=true",
        "sqlite:///missing.db?mode=rwc",
    ],
)
def test_a_database_that_is_not_there(mycity: Mycity, tmp_path: Path, url: str) -> None:
    result = mycity("total", "--data", f"{url}#deals")
    assert (result.code, result.out) == (3, "")
    assert result.err == f"error: {url}#deals: cannot be read: No such file or directory\n"
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite+aiosqlite:///deals.db", "sqlite+aiosqlite cannot be asked"),
        ("sqlite+pysqlcipher:///deals.db", "sqlite+pysqlcipher cannot be asked"),
    ],
)
def test_what_is_refused(mycity: Mycity, url: str, message: str) -> None:
    made(WHOLE)
    result = mycity("total", "--data", f"{url}#deals")
    assert (result.code, result.out) == (3, "")
    assert result.err == f"error: {url}#deals: {message}\nhelp: write sqlite:///deals.db#deals\n"


@pytest.mark.parametrize("name", ["a b.db", "a?b.db", "a%20b.db", "苏州.db", "a&mode=rwc.db"])
def test_files_of_any_name(both: Both, name: str) -> None:
    made([*WHOLE], path=name)
    engine, in_memory = both(f"{name}#deals", "total")
    assert engine == in_memory
    assert (engine.code, engine.out) == (0, f"{10**17 + 7}\n")


def test_nothing_is_written(mycity: Mycity, tmp_path: Path) -> None:
    made(WHOLE)
    before = Path("deals.db").read_bytes()
    assert mycity("total", "--data", "sqlite:///deals.db#deals").code == 0
    assert Path("deals.db").read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["deals.db"]


def test_what_is_no_database(mycity: Mycity) -> None:
    Path("deals.db").write_text("city,amount\n" * 100, encoding="utf-8")
    result = mycity("total", "--data", "sqlite:///deals.db#deals")
    assert (result.code, result.err) == (
        3,
        "error: sqlite:///deals.db#deals: cannot be read: file is not a database\n",
    )


# --- values of every kind --------------------------------------------------------------------------------------------

DECLARED = [
    "",
    "INTEGER",
    "REAL",
    "TEXT",
    "BLOB",
    "DECIMAL(18,2)",
    "DATETIME",
    "DATE",
    "BOOLEAN",
    "VARCHAR(20) COLLATE NOCASE",
]
numbers = st.one_of(
    st.integers(-(2**63), 2**63 - 1), st.integers(0, 100), st.floats(allow_nan=False), st.sampled_from([0.5, 2.0, 1e16])
)
texts = st.one_of(
    st.sampled_from(
        ["", " ", "none", "12 yuan", "$5", "1,234.50", "about 30", "2022-11", "7\0", "苏州", "SUZHOU", "é"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=6),
)
damaged = st.sampled_from([memoryview(cell) for cell in (b"\xff", b"Xi\xe9an", b"12\xff", b"\xed\xa0\x80", b"\xc3")])
values = st.one_of(st.none(), numbers, texts, damaged, st.binary(max_size=4))
days = st.one_of(
    values, st.dates().map(str), st.sampled_from(["2022-02-30", "2022-11-03 10:00", 20221103, 2022, "0000-01-01"])
)
rows_of_any = st.lists(
    st.fixed_dictionaries(
        {
            "date": days,
            "city": st.one_of(values, st.sampled_from(["Suzhou", "Xiamen", "suzhou"])),
            "amount": st.one_of(values, st.integers(0, 10**12)),
            "currency": st.sampled_from(["CNY", "CNY", "USD", "cny"]),
            "projects": st.one_of(values, st.integers(0, 50)),
        }
    ),
    max_size=6,
)


@settings(
    max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(rows=rows_of_any, types=st.fixed_dictionaries(dict.fromkeys(COLUMNS, st.sampled_from(DECLARED))))
def test_every_row_is_read_or_told(both: Both, rows: list[dict[str, Any]], types: dict[str, str]) -> None:
    Path("deals.db").unlink(missing_ok=True)
    table = made(rows, types)
    total, deals, check = (
        both(table, *command, "--format", "json", "--skip-bad")
        for command in (["total"], ["deals"], ["check", "signings() = 1"])
    )
    for engine, in_memory in (total, deals, check):
        assert (engine.code, engine.out) == (in_memory.code, in_memory.out)
        assert _COUNTED.findall(engine.err) == _COUNTED.findall(in_memory.err)
    sums = json.loads(total[0].out)  # one for each currency
    for each in sums:
        assert each["rows"] == len(rows) == sum(one["signings"] for one in sums) + each["bad"]
