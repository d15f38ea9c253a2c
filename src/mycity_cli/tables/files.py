"""Files as tables: CSV, TSV, JSON Lines and Parquet, read by DuckDB."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ARRAY,
    Boolean,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    String,
    and_,
    case,
    column,
    false,
    func,
    literal,
    or_,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from mycity_cli.errors import DataError
from mycity_cli.tables.columns import find_columns
from mycity_cli.tables.location import FileFormat, Files, delimiter_of
from mycity_cli.tables.marks import NO_JSON, WITH_POINT
from mycity_cli.tables.raw import TEXT, Kind, RawTable, Rejected, Type, constant

_CSV = (
    "SELECT * FROM read_csv(:files, columns = :columns, delim = :delimiter, header = :header, quote = :quote, "
    "escape = :quote, auto_detect = false, store_rejects = true, filename = :filename)"
)
_PARQUET = "SELECT * FROM read_parquet(:files, union_by_name = true, filename = :filename)"


_LIST = ARRAY(String)


def open_files(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    """Return the table that files are together.

    Raises DataError for what is no such file, and for a column that must be there and is not.
    """
    match files.format:
        case FileFormat.PARQUET:
            return _parquet(connection, files, names)
        case FileFormat.JSON_LINES:
            return _json_lines(connection, files, names)
        case FileFormat.CSV | FileFormat.TSV:
            return _separated(connection, files, names)


def _numbered(rows: FromClause) -> FromClause:
    return select(rows, func.row_number().over().label("row")).subquery()


# --- CSV and TSV -----------------------------------------------------------------------------------------------------


def _separated(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    headers = [_header(path, files.format) for path in files.paths]
    first, delimiter = headers[0]
    places = find_columns(first, names, where=str(files.paths[0]))
    for path, header in zip(files.paths, headers, strict=True):
        if header != headers[0]:
            message = f"its header line is not that of {files.paths[0]}"
            raise DataError(message, where=str(path), help="give files of one kind, or one file after the other")
    columns = {f"c{place}": "VARCHAR" for place in range(len(first))}
    rows = _read_csv(files, columns, delimiter=delimiter, header=True, quote='"')
    cells = {name: f"c{place}" for name, place in places.items()}
    return _of_text(connection, files, rows, cells)


def _of_text(connection: Connection, files: Files, rows: FromClause, columns: Mapping[str, str]) -> RawTable:
    return RawTable(
        name=files.name,
        connection=connection,
        rows=rows,
        numbered=_numbered(rows),
        columns=columns,
        types=dict.fromkeys(columns, TEXT),
        has_files=len(files.paths) > 1,
        rejected=lambda: _rejected(connection),
    )


def _read_csv(files: Files, columns: Mapping[str, str], **options: Any) -> FromClause:
    several = len(files.paths) > 1
    query = text(_CSV).bindparams(files=_patterns(files.paths), columns=dict(columns), filename=several, **options)
    there = [column(name, String) for name in columns]
    table = query.columns(*there, *([column("filename", String)] if several else [])).subquery()
    if not several:
        return table
    return select(*(table.c[name] for name in columns), table.c.filename.label("file")).subquery()


def _header(path: Path, format: FileFormat) -> tuple[list[str], str]:
    """Return the names in the header line of a file, and what stands between them."""
    try:
        with path.open("rb") as stream:
            line = stream.readline(_LONGEST_HEADER).decode("utf-8-sig")
            delimiter = delimiter_of(line, format)
            # A name in quotation marks may hold the end of a line.
            while line.count('"') % 2 and (more := stream.readline(_LONGEST_HEADER)):
                line += more.decode()
            names = next(csv.reader(line.splitlines(keepends=True), delimiter=delimiter), [])
    except UnicodeDecodeError as error:
        raise DataError("not in UTF-8", where=str(path), help="save the file as UTF-8") from error
    except (OSError, csv.Error) as error:
        raise DataError(f"cannot be read: {error}", where=str(path)) from error
    if not any(name.strip() for name in names):
        raise DataError("has no header line", where=str(path), help="the first line names the columns: city,amount")
    return names, delimiter


_LONGEST_HEADER = 1024 * 1024


def _rejected(connection: Connection) -> list[Rejected]:
    """Return the lines that were no rows when the file was read last."""
    query = text(
        "SELECT DISTINCT file_path, line, CAST(error_type AS VARCHAR) AS kind FROM reject_errors "
        "JOIN reject_scans USING (scan_id, file_id) WHERE scan_id = (SELECT max(scan_id) FROM reject_scans) "
        "ORDER BY file_path, line"
    )
    try:
        found = connection.execute(query).all()
    except DBAPIError:
        # The tables are made with the first line that is no row.
        return []
    return [Rejected(file, line, _KINDS.get(kind, kind.lower())) for file, line, kind in found]


_KINDS = {
    "MISSING COLUMNS": "has fewer cells than the header line",
    "TOO MANY COLUMNS": "has more cells than the header line",
    "UNQUOTED VALUE": "has a quotation mark without its partner",
    "INVALID ENCODING": "is not in UTF-8",
    "INVALID STATE": "has a quotation mark in the midst of a cell",
    "LINE SIZE OVER MAXIMUM": "is longer than 2 MB",
}


# --- JSON Lines ------------------------------------------------------------------------------------------------------


def _json_lines(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    keys = _keys(files.paths[0])
    found = find_columns(keys, names, where=str(files.paths[0]))
    return _of_keys(connection, files, {name: keys[place] for name, place in found.items()})


def _of_keys(connection: Connection, files: Files, named: Mapping[str, str], *, exact: bool = False) -> RawTable:
    """Return the table of what lines of JSON hold under keys. Unless `exact`, numbers with a point are only marked."""
    # Lines are read as lines: DuckDB's reader of JSON makes binary floating-point numbers of decimals.
    nothing = "\x01"
    lines = _read_csv(files, {"line": "VARCHAR"}, delimiter=nothing, header=False, quote="")
    figures = [name for name in ("amount", "projects") if name in named]
    line = _with_quoted_numbers(lines.c.line, [named[name] for name in figures]) if exact else lines.c.line
    values = func.json_extract_string(line, literal([_pointer(key) for key in named.values()], _LIST))
    extracted = select(lines, TRY(values).label("x")).subquery()
    cells: dict[str, ColumnElement[str]] = {
        name: func.list_extract(extracted.c.x, place, type_=String) for place, name in enumerate(named, start=1)
    }
    if not exact:
        for name in figures:
            # Few numbers have a point or an exponent, and looking for the sign is quicker than the pattern.
            signs = [func.strpos(cells[name], constant(sign), type_=Integer) > 0 for sign in (".", "e", "E")]
            pattern = func.regexp_matches(cells[name], constant("^-?[0-9]+[.eE][-+.0-9eE]*$"), type_=Boolean)
            with_point = case((or_(*signs), pattern), else_=false())
            cells[name] = case((with_point, constant(WITH_POINT)), else_=cells[name])
    no_json = and_(extracted.c.x.is_(None), func.trim(extracted.c.line) != "")
    cells["amount"] = case((no_json, NO_JSON), else_=cells["amount"])
    rest = [extracted.c.file] if len(files.paths) > 1 else []
    rows = select(*(cell.label(name) for name, cell in cells.items()), *rest, extracted.c.line).subquery()
    table = _of_text(connection, files, rows, dict(zip(named, named, strict=True)))

    def narrowed(columns: Container[str]) -> RawTable:
        kept = {name: key for name, key in named.items() if name in columns}
        return _of_keys(connection, files, kept, exact=exact)

    exactly = None if exact else lambda: _of_keys(connection, files, named, exact=True)
    return replace(table, exactly=exactly, narrowed=narrowed)


def _with_quoted_numbers(line: ColumnElement[str], keys: Sequence[str]) -> ColumnElement[str]:
    """Return a line whose numbers behind these keys are texts: DuckDB would make binary floating-point numbers of them.

    A key in quotation marks before a colon is a key: within a text of JSON the marks would be escaped.
    """
    quoted = "|".join(re.escape(json.dumps(key, ensure_ascii=False)) for key in keys)
    number = "-?[0-9][-+.0-9eE]*"
    pattern = f"((?:{quoted})[ \\t]*:[ \\t]*)({number})"
    return func.regexp_replace(line, literal(pattern), constant(r'\1"\2"'), constant("g"), type_=String)


class TRY(FunctionElement[Any]):  # as SQL has it
    """NULL where the evaluation of its argument fails."""

    inherit_cache = True


@compiles(TRY)
def _compile_try(element: TRY, compiler: Any, **options: Any) -> str:
    return f"TRY({compiler.process(element.clauses, **options)})"


def _pointer(key: str) -> str:
    """Return the JSON Pointer (RFC 6901) of a key."""
    return "/" + key.replace("~", "~0").replace("/", "~1")


def _keys(path: Path) -> list[str]:
    """Return the keys of the first lines of a file, in the order in which they come up."""
    keys: dict[str, None] = {}
    with path.open("rb") as stream:
        for _ in range(_LINES_LOOKED_AT):
            line = stream.readline(_LONGEST_HEADER)
            try:
                record = json.loads(line, parse_float=str, parse_int=str)
            except ValueError:
                continue
            if isinstance(record, dict):
                keys.update(dict.fromkeys(record))
    return list(keys)


_LINES_LOOKED_AT = 1000


# --- Parquet ---------------------------------------------------------------------------------------------------------


def _parquet(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    several = len(files.paths) > 1
    query = text(_PARQUET).bindparams(files=_patterns(files.paths), filename=several)
    try:
        described = connection.execute(text(f"DESCRIBE {_PARQUET}"), dict(query.compile().params)).all()
    except DBAPIError as error:
        raise DataError(f"is no Parquet file that can be read: {first_line(error)}", where=files.name) from error
    there = [name for name, *_ in described if not (several and name == "filename")]
    types = {name: type_of(kind) for name, kind, *_ in described}
    table = query.columns(*(column(name) for name, *_ in described)).subquery()
    found = {name: there[place] for name, place in find_columns(there, names, where=files.name).items()}
    rows = select(
        *(table.c[own].label(name) for name, own in found.items()),
        *([table.c.filename.label("file")] if several else []),
    ).subquery()
    return RawTable(
        name=files.name,
        connection=connection,
        rows=rows,
        numbered=_numbered(rows),
        columns={name: name for name in found},
        types={name: types[own] for name, own in found.items()},
        has_files=several,
        has_statistics=True,
    )


_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
_MOST_PRECISION = 27
"""The digits of a DECIMAL of which as many can be added as there may be rows."""


def type_of(name: str) -> Type:
    """Return the type of a column of DuckDB by its name."""
    if name in _INTEGERS:
        return Type(Kind.INTEGER)
    if name in ("DOUBLE", "FLOAT"):
        return Type(Kind.REAL)
    if name.startswith("TIMESTAMP"):
        return Type(Kind.TIME)
    if name == "DATE":
        return Type(Kind.DATE)
    decimal = re.fullmatch(r"DECIMAL\((\d+),(\d+)\)", name)
    if decimal is not None and int(decimal[1]) <= _MOST_PRECISION:
        return Type(Kind.DECIMAL, int(decimal[2]))
    return Type(Kind.TEXT if name == "VARCHAR" else Kind.OTHER)


# --- all -------------------------------------------------------------------------------------------------------------


def _patterns(paths: Sequence[Path]) -> list[str]:
    """Return paths as DuckDB takes them: with what it would take for a pattern written out."""
    return [re.sub(r"([*?\[])", r"[\1]", str(path)) for path in paths]


def first_line(error: DBAPIError) -> str:
    """Return the first line of what a database says is wrong."""
    return str(error.orig).strip().partition("\n")[0]
