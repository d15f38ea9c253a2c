"""The same answers from a PostgreSQL server, started here where there is one to start."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Mycity
from tables.conftest import Both
from tables.oracle import Cells

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")

PASSWORD = "s3cret word"  # noqa: S105  # of a server that lives as long as these tests


def _programs() -> Path | None:
    found = [Path(where).parent for name in ("pg_ctl",) if (where := shutil.which(name)) is not None]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists()), None)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Give the URL of a server of its own, without a database."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    as_user = []
    if os.geteuid() == 0:
        # The server refuses to run as root.
        if (
            shutil.which("setpriv") is None
            or subprocess.run(["id", "postgres"], capture_output=True, check=False).returncode
        ):
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres to run it as")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    folder = Path(tempfile.mkdtemp(prefix="mycity-postgres-"))
    try:
        if as_user:
            shutil.chown(folder, "postgres", "postgres")
        words = folder / "password"
        words.write_text(PASSWORD)
        words.chmod(0o644)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        data, log = folder / "data", folder / "log"
        make = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "mycity",
            "-A",
            "scram-sha-256",
            f"--pwfile={words}",
            "-E",
            "UTF8",
            "--locale=C",
        ]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        start = [programs / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start"]
        for command in (make, start):
            done = subprocess.run(
                [*as_user, *map(str, command)], capture_output=True, text=True, check=False, cwd=folder
            )
            if done.returncode:
                pytest.skip(f"PostgreSQL does not start: {done.stderr.strip()[-300:]}")
        try:
            yield f"127.0.0.1:{port}/postgres"
        finally:
            stop = [*as_user, str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
            subprocess.run(stop, capture_output=True, check=False, cwd=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


ROWS: list[Cells] = [
    {
        "id": "a",
        "date": "2022-11-03",
        "city": "Suzhou",
        "projects": "30",
        "amount": "52563000000.00",
        "currency": "CNY",
    },
    {
        "id": "b",
        "date": "2022-08-31",
        "city": "Dongguan",
        "projects": "27",
        "amount": "26800000000.00",
        "currency": "CNY",
    },
    {"id": "c", "date": None, "city": "苏州", "projects": None, "amount": None, "currency": None},
    {"id": "d", "date": "2023-06-15", "city": "Suzhou", "projects": "7", "amount": "1740.25", "currency": "USD"},
]
TEXTS: list[Cells] = [
    {"id": "a", "date": "2022-11", "city": "Suzhou", "projects": "about 30", "amount": "52.563 billion yuan"},
    {"id": "b", "date": "../2018-04", "city": "Xiamen", "projects": None, "amount": "约930亿元"},
    {"id": "c", "date": None, "city": "Xi'an; DROP TABLE deals", "projects": "7", "amount": "$1,740"},
]


def url(server: str, table: str, password: str = PASSWORD) -> str:
    return f"postgresql+psycopg://mycity:{password.replace(' ', '%20')}@{server}#{table}"


@pytest.fixture(scope="module")
def filled(server: str) -> str:
    """Return the URL of a server with a table of numbers, and one of texts."""
    host, _, rest = server.partition(":")
    with psycopg.connect(
        host=host, port=rest.partition("/")[0], dbname="postgres", user="mycity", password=PASSWORD
    ) as to:
        to.execute(
            "CREATE TABLE deals (id text PRIMARY KEY, date date, city text, "
            "projects int, amount numeric(18,2), currency text)"
        )
        to.execute("CREATE TABLE stated (id text PRIMARY KEY, date text, city text, projects text, amount text)")
        for name, rows in (("deals", ROWS), ("stated", TEXTS)):
            for cells in rows:
                marks = ", ".join(["%s"] * len(cells))
                to.execute(f"INSERT INTO {name} VALUES ({marks})", list(cells.values()))  # noqa: S608  # names of ours
    return server


@pytest.mark.parametrize("table", ["deals", "stated"])
@pytest.mark.parametrize(
    "command",
    [
        ["total"], ["total", "--format", "json"], ["total", "--by", "city", "--format", "json"],
        ["total", "--by", "year"],
        ["deals"], ["deals", "--city", "suzhou", "--format", "json"], ["deals", "--year", "2022"], ["cities"],
        ["total", "--min-amount", "1740"], ["total", "--currency", "CNY", "--columns", "amount,low,high,sources"],
        ["total", "--measure", "projects"], ["check", "projects() < 100"], ["conferences"], ["sources"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_the_answers_are_those_of_a_dataset(
    both: Both, told: Both, filled: str, table: str, command: list[str]
) -> None:
    found, expected = told(url(filled, table), ROWS if table == "deals" else TEXTS, *command)
    assert found == expected
    engine, in_memory = both(url(filled, table), *command)
    assert engine == in_memory


def test_nothing_is_written(filled: str) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import SQLAlchemyError

    from mycity_cli.tables.engines.connecting import connected
    from mycity_cli.tables.location import Database

    place = Database(url(filled, "deals").partition("#")[0], "deals", "db")
    with connected(place) as (connection, _), pytest.raises(SQLAlchemyError, match="read-only"):
        connection.execute(text("DELETE FROM deals"))


def test_a_wrong_password_is_not_shown(mycity: Mycity, filled: str) -> None:
    result = mycity("total", "--data", url(filled, "deals", "not this one"))
    assert result.code == 3
    assert result.out == ""
    assert result.err.startswith(
        f"error: postgresql+psycopg://mycity:***@{filled}#deals: cannot be read: connection failed"
    )
    assert "password authentication failed" in result.err
    assert "not this one" not in result.err


def test_a_table_that_is_not_there(mycity: Mycity, filled: str) -> None:
    result = mycity("total", "--data", url(filled, "deal"))
    where = f"postgresql+psycopg://mycity:***@{filled}#deal"
    assert (result.code, result.err) == (3, f"error: {where}: has no table 'deal'\nhelp: did you mean deals?\n")


@pytest.mark.parametrize(
    ("kind", "stated", "expected"),
    [
        ("real", "1234567.9", "1234567.9"), ("real", "12345678", "12345678"), ("real", "1e10", "10000000000"),
        ("double precision", "1.5e16", "15000000000000000"), ("double precision", "0.00001234", "0.00001234"),
        ("double precision", "123456789012345.6", "123456789012345.6"),
        ("double precision", "1234567890123456.8", "1234567890123456.8"),
    ],
)  # fmt: skip
def test_a_binary_number_is_what_its_shortest_form_says(
    mycity: Mycity, filled: str, kind: str, stated: str, expected: str
) -> None:
    host, _, rest = filled.partition(":")
    with psycopg.connect(
        host=host, port=rest.partition("/")[0], dbname="postgres", user="mycity", password=PASSWORD
    ) as to:
        to.execute("DROP TABLE IF EXISTS binaries")
        to.execute(f"CREATE TABLE binaries (city text, amount {kind}, currency text)")
        to.execute("INSERT INTO binaries VALUES ('Suzhou', %s, 'CNY')", [stated])
    for command in (["total"], ["deals", "--columns", "amount"]):
        result = mycity(*command, "--data", url(filled, "binaries"))
        assert (result.code, result.out, result.err) == (0, f"{expected}\n", "")
