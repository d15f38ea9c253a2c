"""Parquet files as tables, read by DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, column, func, select, text
from sqlalchemy.exc import DBAPIError

from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.tables.engines.duckdb import ENGINE, type_named
from mycity_cli.tables.engines.duckdb_files.separated import numbered_rows, patterns
from mycity_cli.tables.engines.raw import RawTable, filled
from mycity_cli.tables.location import Files

_PARQUET = "SELECT * FROM read_parquet(:files, union_by_name = true, filename = :filename)"


def parquet(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    """Return the table that Parquet files are, with those of their columns that our names stand for.

    Raises DataError for what is none.
    """
    several = len(files.paths) > 1
    query = text(_PARQUET).bindparams(files=patterns(files.paths), filename=several)
    try:
        described = connection.execute(text(f"DESCRIBE {_PARQUET}"), dict(query.compile().params)).all()
    except DBAPIError as error:
        message = say("is no Parquet file that can be read: {why}", why=first_line(error))
        raise DataError(message, where=files.name) from error
    types = {name: type_named(kind) for name, kind, *_ in described}
    table = query.columns(*(column(name) for name, *_ in described)).subquery()
    cells = {name: table.c[own] for name, own in names.items()} | ({"file": table.c.filename} if several else {})
    named = [cell.label(name) for name, cell in cells.items()]
    rows = select(*named).subquery()

    def solid() -> RawTable:
        every = [(table.c[own], type_) for own, type_ in types.items() if own in table.c]
        without, numbered = (
            filled(query, ENGINE, every)
            for query in (select(*named), select(*named, func.row_number().over().label("row")))
        )
        return replace(raw, rows=without, numbered=numbered, solid=None)

    raw = RawTable(
        name=files.name,
        engine=ENGINE,
        connection=connection,
        rows=rows,
        numbered=numbered_rows(rows),
        columns={name: name for name in names},
        types={name: types[own] for name, own in names.items()},
        has_files=several,
        has_statistics=True,
        solid=solid,
    )
    return raw


def first_line(error: DBAPIError) -> str:
    """Return the first line of what a database says is wrong."""
    return str(error.orig).strip().partition("\n")[0]
