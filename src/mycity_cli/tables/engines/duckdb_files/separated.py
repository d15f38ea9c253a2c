"""CSV and TSV files as tables, read by DuckDB."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, FromClause, String, column, func, select, text
from sqlalchemy.exc import DBAPIError

from mycity_cli.messages import say
from mycity_cli.tables.engines.base import WHITE
from mycity_cli.tables.engines.duckdb import ENGINE
from mycity_cli.tables.engines.raw import RawTable, Rejected, filled
from mycity_cli.tables.engines.types import TEXT
from mycity_cli.tables.location import Files

_CSV = (
    "SELECT * FROM read_csv(:files, columns = :columns, delim = :delimiter, header = :header, quote = :quote, "
    "escape = :quote, strict_mode = :strict, auto_detect = false, store_rejects = true, filename = :filename)"
)


def separated(
    connection: Connection, files: Files, places: Mapping[str, int], *, width: int, separator: str
) -> RawTable:
    """Return the table that files of text in cells are: so many columns, and at which places those of ours stand."""
    columns = {f"c{place}": "VARCHAR" for place in range(width)}
    rows = read_csv(files, columns, delimiter=separator, header=True, quote='"', strict=True)
    cells = {name: f"c{place}" for name, place in places.items()}
    numbered = numbered_rows(rows)
    table = of_text(connection, files, rows, cells, numbered=numbered)

    def solid() -> RawTable:
        without, numbered_too = (
            filled(select(*each.c), ENGINE, [(each.c[own], TEXT) for own in columns]) for each in (rows, numbered)
        )
        return replace(table, rows=without, numbered=numbered_too)

    return replace(table, solid=solid)


def of_text(
    connection: Connection, files: Files, rows: FromClause, columns: Mapping[str, str], *, numbered: FromClause
) -> RawTable:
    """Return the table of rows of text that were read from files line by line."""
    return RawTable(
        name=files.name,
        engine=ENGINE,
        connection=connection,
        rows=rows,
        numbered=numbered,
        columns=columns,
        types=dict.fromkeys(columns, TEXT),
        has_files=len(files.paths) > 1,
        rejected=lambda: _rejected(connection),
    )


def numbered_rows(rows: FromClause) -> FromClause:
    """Return rows with their numbers, `row`, from 1."""
    return select(rows, func.row_number().over().label("row")).subquery()


def read_csv(files: Files, columns: Mapping[str, str], **options: Any) -> FromClause:
    """Return what DuckDB's reader of CSV makes of files, with these columns and options, and `file` of several."""
    several = len(files.paths) > 1
    query = text(_CSV).bindparams(files=patterns(files.paths), columns=dict(columns), filename=several, **options)
    there = [column(name, String) for name in columns]
    table = query.columns(*there, *([column("filename", String)] if several else [])).subquery()
    if not several:
        return table
    return select(*(table.c[name] for name in columns), table.c.filename.label("file")).subquery()


LONGEST_HEADER = 1024 * 1024


def _rejected(connection: Connection) -> list[Rejected]:
    """Return the lines that were no rows when the file was read last."""
    query = text(
        "SELECT DISTINCT file_path, line, CAST(error_type AS VARCHAR) AS kind, "
        "regexp_full_match(replace(replace(csv_line, delimiter, ''), quote, ''), :white) AS is_blank "
        "FROM reject_errors JOIN reject_scans USING (scan_id, file_id) "
        "WHERE scan_id = (SELECT max(scan_id) FROM reject_scans) ORDER BY file_path, line"
    ).bindparams(white=WHITE)
    try:
        found = connection.execute(query).all()
    except DBAPIError:
        # The tables are made with the first line that is no row.
        return []
    return [
        Rejected(file, line, "" if is_blank and kind in _COUNTS else _KINDS.get(kind, kind.lower()))
        for file, line, kind, is_blank in found
    ]


_COUNTS = ("MISSING COLUMNS", "TOO MANY COLUMNS")
"""Of a line in which nothing stands it does not matter how many cells it has."""

_KINDS = {
    "MISSING COLUMNS": say("has fewer cells than the header line"),
    "TOO MANY COLUMNS": say("has more cells than the header line"),
    "UNQUOTED VALUE": say("has a quotation mark without its partner"),
    "INVALID ENCODING": say("is not in UTF-8"),
    "INVALID STATE": say("has a quotation mark in the midst of a cell"),
    "LINE SIZE OVER MAXIMUM": say("is longer than 2 MB"),
}


def patterns(paths: Sequence[Path]) -> list[str]:
    """Return paths as DuckDB takes them: with what it would take for a pattern written out."""
    return [re.sub(r"([*?\[])", r"[\1]", str(path)) for path in paths]
