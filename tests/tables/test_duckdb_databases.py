"""Tables of DuckDB's own databases: an engine says of their cells what their rows in memory say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mycity_cli.tables.patterns import FEWEST
from running import Mycity
from tables.conftest import Both

duckdb = pytest.importorskip("duckdb", reason="the extra tables is not installed")
pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

_COUNTED = re.compile(r"\d+ (?:of \d+ rows are bad|bad rows? left out)")
COMMANDS = [
    ("total", "-f", "json"),
    ("total", "--by", "city,quarter", "-f", "json"),
    ("total", "--city", "Suzhou", "--min-amount", "12.5"),
    ("deals", "-f", "json"),
    ("conferences", "-f", "json"),
    ("check", "total > 5 billion yuan", "projects(Suzhou) < 100", "amount(2022) > amount(2021)"),
]
PLAIN = {"date": "DATE '2022-11-03'", "city": "'Suzhou'", "amount": "7", "currency": "'CNY'", "projects": "3"}
CASES: dict[str, tuple[str, list[str]]] = {
    "amount HUGEINT": ("amount", ["170141183460469231731687303715884105727", "1", "NULL"]),
    "amount UHUGEINT": ("amount", ["340282366920938463463374607431768211455", "0"]),
    "amount DECIMAL(38,4)": ("amount", ["12345678901234567890.1234", "0.25", "1234.5"]),
    "amount DECIMAL(38,0)": ("amount", ["99999999999999999999999999999999999999"]),
    "amount DECIMAL(27,3)": ("amount", ["823.171", "999999999999999999999999.999"]),
    "amount UBIGINT": ("amount", ["18446744073709551615", "18446744073709551615"]),
    "amount FLOAT": ("amount", ["0.1", "1e10", "16777216"]),
    "amount BOOLEAN": ("amount", ["true"]),
    "amount ENUM('7', '12 yuan')": ("amount", ["'7'", "'12 yuan'"]),
    "amount BLOB": ("amount", ["'7'", "'12'"]),
    "amount INTEGER[]": ("amount", ["[7]"]),
    "amount STRUCT(a INTEGER)": ("amount", ["{'a': 7}"]),
    "amount DATE": ("amount", ["DATE '2022-11-03'"]),
    "city VARCHAR COLLATE NOCASE": ("city", ["'Suzhou'", "'SUZHOU'", "'suzhou'", "'Züri'", "'ZÜRI'"]),
    "city VARCHAR COLLATE NOCASE.NOACCENT": ("city", ["'Zurich'", "'Zürich'", "'zurich'"]),
    "city ENUM('Suzhou', 'Xiamen')": ("city", ["'Suzhou'", "'Xiamen'"]),
    "city UUID": ("city", ["'d9ecac69-8f2b-488b-b94e-de00d3030c8e'"]),
    "city BLOB": ("city", ["encode('苏州')", "'\\xFFa'::BLOB", "'Suzhou'"]),
    "city VARCHAR[]": ("city", ["['a', 'b']", "['it''s']"]),
    "city STRUCT(a VARCHAR)": ("city", ["{'a': 'Suzhou'}"]),
    "city MAP(VARCHAR, INTEGER)": ("city", ["MAP {'a': 1}"]),
    "city BOOLEAN": ("city", ["true", "false"]),
    "city INTEGER": ("city", ["7", "8"]),
    "city DOUBLE": ("city", ["7", "8.5", "1e22"]),
    "city TIME": ("city", ["TIME '10:00:00'"]),
    "city INTERVAL": ("city", ["INTERVAL 3 DAY"]),
    "currency VARCHAR COLLATE NOCASE": ("currency", ["'CNY'", "'cny'", "'USD'"]),
    "currency ENUM('CNY', 'USD')": ("currency", ["'CNY'", "'USD'"]),
    "date TIMESTAMPTZ": ("date", ["'2022-11-03 23:30:00-05'", "'2021-12-31 23:30:00-05'", "NULL"]),
    "date TIMESTAMP": ("date", ["'2022-11-03 23:30:00.123456'", "'2022-11-03'", "'2021-02-28 00:00:01'"]),
    "date TIMESTAMP_S": ("date", ["'2022-11-03 23:30:00'"]),
    "date TIMESTAMP_MS": ("date", ["'2022-11-03 23:30:00.123'"]),
    "date TIMESTAMP_NS": ("date", ["'2022-11-03 23:30:00.123456789'"]),
    "date VARCHAR": ("date", ["'2022-11-03 23:30:00'", "'2022-11'", "'2020-02-29'", "'2021/2022'"]),
    "date INTEGER": ("date", ["20221103", "2022", "1000"]),
    "date DECIMAL(8,2)": ("date", ["2022", "2021"]),
    "date DOUBLE": ("date", ["2022", "20221103"]),
    "projects HUGEINT": ("projects", ["170141183460469231731687303715884105727", "1"]),
    "projects DECIMAL(18,2)": ("projects", ["3.00", "4"]),
    "projects VARCHAR": ("projects", ["'about 30'", "'7个项目'"]),
}
BAD: dict[str, tuple[str, list[str]]] = {
    "date DATE": ("date", ["'infinity'", "'-infinity'", "'20000-01-01'", "'0044-03-15 (BC)'", "'2022-11-03'"]),
    "date TIMESTAMP": ("date", ["'infinity'", "'-infinity'", "'20000-01-01'", "'2022-11-03'"]),
    "date TIMESTAMPTZ": ("date", ["'infinity'", "'2022-11-03'"]),
    "date DECIMAL(8,2)": ("date", ["2022.11", "2022"]),
    "amount DOUBLE": ("amount", ["'nan'", "'inf'", "-1", "7"]),
    "amount DECIMAL(38,4)": ("amount", ["-0.5", "7"]),
    "amount HUGEINT": ("amount", ["-5", "7"]),
    "amount VARCHAR": ("amount", ["'7' || chr(0)", "'7'"]),
    "city VARCHAR": ("city", ["NULL", "''", "'Suzhou'"]),
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*statements: str) -> None:
    with duckdb.connect("deals.ddb") as connection:
        for statement in statements:
            connection.execute(statement)


def made(case: str, column: str, values: list[str]) -> None:
    """Make a table of which one column has a type, and a row for each of its values."""
    types = {"date": "DATE", "city": "VARCHAR", "amount": "BIGINT", "currency": "VARCHAR", "projects": "INTEGER"}
    columns = ", ".join(case if name == column else f"{name} {type_}" for name, type_ in types.items())
    rows = (", ".join(({**PLAIN, column: value}).values()) for value in values)
    run(f"CREATE TABLE deals ({columns})", *(f"INSERT INTO deals VALUES ({each})" for each in rows))


@pytest.mark.parametrize("case", CASES)
def test_an_engine_says_what_rows_in_memory_say(both: Both, case: str) -> None:
    made(case, *CASES[case])
    for command in COMMANDS:
        engine, in_memory = both("deals.ddb#deals", *command)
        assert engine == in_memory


@pytest.mark.parametrize("case", BAD)
def test_an_engine_refuses_what_rows_in_memory_refuse(both: Both, case: str) -> None:
    column, values = BAD[case]
    made(case, column, values)
    for command in COMMANDS:
        for more in ([], ["--skip-bad"]):
            engine, in_memory = both("deals.ddb#deals", *command, *more)
            assert (engine.code, engine.out) == (in_memory.code, in_memory.out)
            assert _COUNTED.findall(engine.err) == _COUNTED.findall(in_memory.err)
            if len(values) < FEWEST:
                assert engine == in_memory


def test_a_view(both: Both) -> None:
    made("amount VARCHAR", "amount", ["'7'", "'12 yuan'", "'$5 million'", "'0.5'"])
    run("CREATE VIEW large AS SELECT city, amount, currency, date FROM deals WHERE amount NOT IN ('7', '$5 million')")
    for command in (("total", "-f", "json"), ("deals", "-f", "json"), ("total", "--by", "quarter")):
        engine, in_memory = both("deals.ddb#large", *command)
        assert engine == in_memory
        assert engine.code == 0, engine.err


@pytest.mark.parametrize(
    "name", ["a :b", 'say "x"', "it's", "100%", "a.b", "select", "苏州", "%(x)s", "?", "[x]", "a;b", "$1"]
)
def test_odd_names(both: Both, name: str) -> None:
    quoted = name.replace('"', '""')
    run(
        f'CREATE TABLE "{quoted}" ("{quoted}" INTEGER, "city {quoted}" VARCHAR, "amount:x" INTEGER)',
        f"INSERT INTO \"{quoted}\" VALUES (7, 'Suzhou', 12)",
    )
    mapped = ("--map", f"city=city {name}", "--map", "amount=amount:x", "--amount-unit", "CNY")
    for command in (("total",), ("deals",), ("total", "--by", "city", "--min-amount", "5 yuan")):
        engine, in_memory = both(f"duckdb:///deals.ddb#{name}", *command, *mapped)
        assert engine == in_memory
        assert engine.code == 0, engine.err


def test_rows_come_in_the_order_in_which_they_were_put_in(both: Both) -> None:
    run(
        "CREATE TABLE deals AS SELECT 'City ' || (i * 7919 % 30011) AS city, i AS amount, 'CNY' AS currency "
        "FROM range(300000) AS r(i)",
        "DELETE FROM deals WHERE amount < 150000 OR amount % 50 <> 0",
    )
    engine, in_memory = both("deals.ddb#deals", "deals", "-f", "json")
    assert engine == in_memory


# --- opened to be read -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("duckdb+embedded://", "duckdb+embedded cannot be asked"),
        ("duckdb+embedded:///deals.ddb", "duckdb+embedded cannot be asked"),
        ("duckdb://", "names no file"),
        ("duckdb:///:memory:", "names no file"),
    ],
)
def test_what_is_refused(mycity: Mycity, url: str, message: str) -> None:
    made("city VARCHAR", "city", ["'Suzhou'"])
    result = mycity("total", "--data", f"{url}#deals")
    assert (result.code, result.out) == (3, "")
    assert result.err == f"error: {url}#deals: {message}\nhelp: write duckdb:///deals.ddb#deals\n"


@pytest.mark.parametrize("url", ["duckdb:///none.ddb", "duckdb:///md:deals", "duckdb:///http://127.0.0.1:1/deals.ddb"])
def test_a_database_that_is_not_there(mycity: Mycity, tmp_path: Path, url: str) -> None:
    result = mycity("total", "--data", f"{url}#deals")
    assert (result.code, result.out) == (3, "")
    assert result.err == f"error: {url}#deals: cannot be read: No such file or directory\n"
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("settings", ["", "?enable_external_access=true", "?access_mode=read_write"])
@pytest.mark.parametrize("exists", [True, False])
def test_a_view_reads_no_file(both: Both, settings: str, *, exists: bool) -> None:
    Path("deals.csv").write_text("city,amount\nSuzhou,7 yuan\n", encoding="utf-8")
    run("CREATE VIEW deals AS SELECT * FROM 'deals.csv'")
    if not exists:
        Path("deals.csv").unlink()
    before = Path("deals.ddb").read_bytes()
    engine, in_memory = both(f"duckdb:///deals.ddb{settings}#deals", "total")
    assert engine == in_memory
    assert (engine.code, engine.out) == (3, "")
    assert engine.err.startswith(f"error: duckdb:///deals.ddb{settings}#deals: cannot be read: ")
    assert engine.err.count("\n") == 1
    assert Path("deals.ddb").read_bytes() == before
