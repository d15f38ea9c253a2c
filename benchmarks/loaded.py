"""Engines that hold a table of deals, for as long as they are measured."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from benchmarks.measuring import program
from engines.servers.mariadb import mariadb
from engines.servers.postgresql import PASSWORD, postgresql
from engines.servers.spark import spark
from engines.servers.starting import NotInstalled

_ROWS = """
SELECT i AS id, DATE '2015-01-01' + CAST(i * 7919 % 4000 AS INTEGER) AS date,
    ['Suzhou', 'Xiamen', 'Dongguan', 'Shenzhen', '成都', 'Málaga', 'São Paulo', 'Zürich', '苏州', 'Nanjing']
    [1 + i * 31 % 10] AS city, 'Mianyang' AS promoter, 'Conference ' || i % 200 AS conference,
    ['investment', 'memorandum'][1 + i % 2] AS kind, CAST(i % 97 AS INTEGER) AS projects,
    CAST(CASE WHEN i % 1000 = 3 THEN NULL ELSE (i * 104729 % 1000000007) END AS DECIMAL(18, 2)) AS amount,
    ['CNY', 'CNY', 'USD'][1 + i % 3] AS currency, 'source-' || i % 50 AS source
FROM range({rows}) AS r(i)
"""
_TYPES = {"id": "bigint PRIMARY KEY", "date": "date", "projects": "int", "amount": "decimal(18,2)"}

_ASK = """
import sys
from impala.dbapi import connect

port, query = sys.argv[1:]
with connect("127.0.0.1", int(port), auth_mechanism="PLAIN").cursor() as cursor:
    cursor.execute(query)
    print(len(cursor.fetchall()))
"""
_READ = """
import sqlite3, sys

path, query = sys.argv[1:]
print(len(sqlite3.connect(path).execute(query).fetchall()))
"""


class Loaded(NamedTuple):
    """An engine that holds the table: its URL, what types a query into a client of its own, parts of days in SQL."""

    url: str
    client: Sequence[str]
    env: dict[str, str]
    year: str = "extract(year FROM date)"
    quarter: str = "extract(quarter FROM date)"


@contextmanager
def _duckdb(folder: Path, rows: int) -> Iterator[Loaded]:
    path, tool = folder / "deals.duckdb", program("duckdb")
    if tool is None:
        raise NotInstalled("the duckdb tool is not installed: pip install duckdb-cli")
    # The tool may be older than the library: it makes the file, which both can read.
    made = [tool, str(path), "-c", f"CREATE TABLE deals AS {_ROWS.format(rows=rows)}"]
    subprocess.run(made, check=True, capture_output=True)
    yield Loaded(f"duckdb:///{path}#deals", [tool, "-readonly", str(path), "-c"], {})


@contextmanager
def _sqlite(folder: Path, rows: int) -> Iterator[Loaded]:
    path = folder / "deals.sqlite"
    names, found = _content(rows, "CAST(date AS VARCHAR) AS date, CAST(amount AS BIGINT) AS amount")
    with closing(sqlite3.connect(path)) as database, database:
        types = {"id": "INTEGER PRIMARY KEY", "projects": "INTEGER", "amount": "INTEGER"}
        columns = (f"{name} {types.get(name, 'TEXT')}" for name in names)
        database.execute(f"CREATE TABLE deals ({', '.join(columns)})")
        while block := found.fetchmany(10_000):
            database.executemany(f"INSERT INTO deals VALUES ({', '.join('?' * len(names))})", block)  # noqa: S608
    client = [sys.executable, "-c", _READ, str(path)]
    yield Loaded(f"sqlite:///{path}#deals", client, {}, "substr(date, 1, 4)", "(substr(date, 6, 2) + 2) / 3")


@contextmanager
def _postgresql(folder: Path, rows: int) -> Iterator[Loaded]:
    names, found = _content(rows)
    with postgresql() as server:
        with server.connect() as to, to.cursor() as cursor:
            cursor.execute(_create(names))
            with cursor.copy("COPY deals FROM STDIN") as copy:
                while block := found.fetchmany(10_000):
                    for row in block:
                        copy.write_row(row)
        with server.connect() as to:
            to.execute("ANALYZE deals")
        tool = program("psql")
        if tool is None:
            raise NotInstalled("psql is not installed (Debian: apt-get install postgresql-client)")
        client = [tool, "-h", "127.0.0.1", "-p", str(server.port), "-U", "mycity", "-d", "postgres", "-c"]
        yield Loaded(server.url("deals"), client, {"PGPASSWORD": PASSWORD})


@contextmanager
def _mariadb(folder: Path, rows: int) -> Iterator[Loaded]:
    names, found = _content(rows)
    with mariadb() as server:
        with server.connect() as to, to.cursor() as cursor:
            cursor.execute(_create(names))
            while block := found.fetchmany(10_000):
                cursor.executemany(f"INSERT INTO deals VALUES ({', '.join(['%s'] * len(names))})", block)  # noqa: S608
            cursor.execute("ANALYZE TABLE deals")
            to.commit()
        tool = program("mariadb")
        if tool is None:
            raise NotInstalled("mariadb is not installed (Debian: apt-get install mariadb-client)")
        where = ["-h", "127.0.0.1", "-P", str(server.port), "-u", "mycity", "-pmycity"]
        client = [tool, "--no-defaults", "--default-character-set=utf8mb4", *where, "mycity", "-e"]
        yield Loaded(server.url("deals"), client, {})


@contextmanager
def spark_with(folder: Path, rows: int, executors: int = 2) -> Iterator[Loaded]:
    """Give a Spark of so many executors, with the table in several files."""
    parts = folder / "parts"
    parts.mkdir()
    each = rows // _PARTS
    for part in range(_PARTS):
        within = _ROWS.format(rows=f"{part * each}, {part * each + each}")
        duckdb.sql(f"COPY ({within}) TO '{parts / f'{part}.parquet'}' (FORMAT parquet)")
    with spark(executors=executors) as server:
        server.execute(f"CREATE TABLE deals USING PARQUET LOCATION '{parts}'")
        yield Loaded(server.url("deals"), [sys.executable, "-c", _ASK, str(server.port)], {})


_PARTS = 4
ENGINES = {"duckdb": _duckdb, "sqlite": _sqlite, "postgresql": _postgresql, "mariadb": _mariadb, "spark": spark_with}


def _content(rows: int, replaced: str = "") -> tuple[list[str], Any]:
    """Return the names of the columns, and what the rows are fetched from."""
    query = _ROWS.format(rows=rows)
    found = duckdb.connect()
    found.execute(f"SELECT * REPLACE ({replaced}) FROM ({query})" if replaced else query)  # noqa: S608
    return [name for name, *_ in found.description or ()], found


def _create(names: Sequence[str]) -> str:
    columns = (f"{name} {_TYPES.get(name, 'varchar(100)')}" for name in names)
    return f"CREATE TABLE deals ({', '.join(columns)})"
