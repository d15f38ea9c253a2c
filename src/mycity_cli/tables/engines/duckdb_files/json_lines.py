"""JSON Lines as tables, read by DuckDB."""

from __future__ import annotations

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
    null,
    or_,
    select,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from mycity_cli.tables.engines.duckdb_files.separated import LONGEST_HEADER, numbered_rows, of_text, patterns, read_csv
from mycity_cli.tables.engines.marks import NO_JSON, WITH_POINT
from mycity_cli.tables.engines.raw import RawTable
from mycity_cli.tables.engines.types import constant
from mycity_cli.tables.location import Files

_OBJECTS = (
    "SELECT * FROM read_json(:files, columns = :columns, format = 'newline_delimited', ignore_errors = true, "
    "maximum_object_size = :longest)"
)
_LONGEST = 2_000_000
"""The most bytes of a line, as of one of CSV."""

_LIST = ARRAY(String)

_WHITE = " \t\r\v\f"

_BLANK = r'^\s*\{(?:\s*"(?:[^"\\]|\\.)*"\s*:\s*(?:null|"(?:\s|\\[tnrf])*"|\{\s*\}|\[\s*\])\s*,?)*\s*\}\s*$'
"""An object in which nothing stands under any key."""


def json_lines(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    """Return the table that files of JSON Lines are: the keys of their objects by our names."""
    return _of_keys(connection, files, names)


def _of_keys(connection: Connection, files: Files, named: Mapping[str, str], *, exact: bool = False) -> RawTable:
    """Return the table of what lines hold under keys.

    Unless `exact`, DuckDB's own reader of JSON reads them where no number of the row is wanted: it takes half the time.
    To it, a line that is no object is a row without cells, and a number with a point a binary floating-point number.
    """
    nothing = "\x01"
    lines = read_csv(files, {"line": "VARCHAR"}, delimiter=nothing, header=False, quote="", strict=False)
    every = numbered_rows(lines)
    rows, numbered = (_cells(each, named, exact=exact) for each in (lines, every))
    table = of_text(connection, files, rows, dict(zip(named, named, strict=True)), numbered=numbered)
    table = replace(table, header=0, every=every)
    if exact:
        return replace(table, narrowed=lambda columns: _of_keys(connection, files, _only(named, columns), exact=True))
    folded = {key.casefold() for key in named.values()}
    if len(folded) == len(set(named.values())):
        # Columns of DuckDB whose names differ in case only are one.
        table = replace(table, rows=_objects(files, named))
    return replace(
        table,
        marked=_marked,
        repeated_keys=select(func.count()).select_from(lines).where(_may_repeat(lines.c.line, named)),
        narrowed=lambda columns: _of_keys(connection, files, _only(named, columns)),
        exactly=lambda: _of_keys(connection, files, named, exact=True),
    )


def _may_repeat(line: ColumnElement[str], named: Mapping[str, str]) -> ColumnElement[bool]:
    """Return whether one of the keys may stand in a line twice: the rows in memory show whether it does."""
    quoted = [re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:" for key in {*named.values()}]
    pattern = "|".join(f"{key}.*{key}" for key in quoted)
    return func.regexp_matches(line, constant(pattern), type_=Boolean)


def _only(named: Mapping[str, str], columns: Container[str]) -> dict[str, str]:
    return {name: key for name, key in named.items() if name in columns}


def _objects(files: Files, named: Mapping[str, str]) -> FromClause:
    """Return the rows as DuckDB's reader of JSON has them."""
    keys = list(dict.fromkeys(named.values()))
    query = text(_OBJECTS).bindparams(
        files=patterns(files.paths), columns=dict.fromkeys(keys, "VARCHAR"), longest=_LONGEST
    )
    table = query.columns(*(column(key, String) for key in keys)).subquery()
    cells = {name: table.c[key] for name, key in named.items()}
    return select(*(_as_read(name, cell).label(name) for name, cell in cells.items())).subquery()


def _as_read(name: str, cell: ColumnElement[str]) -> ColumnElement[str]:
    """Return a cell as it is read in memory: nothing where an object stands, of which each value has its own path.

    The texts of a list are one text. In figures neither can be read.
    """
    if name in ("amount", "projects"):
        return cell
    is_list = func.starts_with(cell, constant("["))
    is_flat = and_(~func.regexp_matches(cell, constant("^.+[[{]"), type_=Boolean), func.json_valid(cell, type_=Boolean))
    items = func.array_to_string(func.json_extract_string(cell, constant("$[*]")), constant("; "), type_=String)
    listed = case((is_flat, items), else_=cell)
    return case((func.starts_with(cell, constant("{")), null()), (is_list, listed), else_=cell)


def _cells(lines: FromClause, named: Mapping[str, str], *, exact: bool) -> FromClause:
    """Return what lines hold under keys; a line of white space is no row."""
    figures = [named[name] for name in ("amount", "projects") if name in named]
    line = _with_quoted_numbers(lines.c.line, figures) if exact else lines.c.line
    row = func.trim(lines.c.line, _WHITE) != ""
    if exact:
        row = and_(row, ~func.regexp_matches(lines.c.line, constant(_BLANK), type_=Boolean))
    values = func.json_extract_string(line, literal([_pointer(key) for key in named.values()], _LIST))
    extracted = select(lines, TRY(values).label("x")).where(row).subquery()
    cells: dict[str, ColumnElement[str]] = {
        name: _as_read(name, func.list_extract(extracted.c.x, place, type_=String))
        for place, name in enumerate(named, start=1)
    }
    if "amount" in cells:
        # A number or a list by itself is JSON, but no object: nothing is found in it.
        no_object = and_(cells["amount"].is_(None), ~func.starts_with(func.trim(extracted.c.line, _WHITE), "{"))
        cells["amount"] = case((or_(extracted.c.x.is_(None), no_object), NO_JSON), else_=cells["amount"])
    rest = [extracted.c[name] for name in ("file", "row") if name in extracted.c]
    return select(*(cell.label(name) for name, cell in cells.items()), *rest).subquery()


def _marked(text: ColumnElement[str]) -> ColumnElement[str]:
    """Return the text of a figure, marked where it may have been a number with a point or an exponent."""
    # Few numbers have one, and looking for the sign is quicker than the pattern.
    signs = [func.strpos(text, constant(sign), type_=Integer) > 0 for sign in (".", "e", "E")]
    pattern = func.regexp_matches(text, constant("^-?[0-9]+[.eE][-+.0-9eE]*$"), type_=Boolean)
    return case((case((or_(*signs), pattern), else_=false()), constant(WITH_POINT)), else_=text)


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


def keys_in(path: Path) -> list[str]:
    """Return the keys of the first lines of a file, in the order in which they come up."""
    keys: dict[str, None] = {}
    with path.open("rb") as stream:
        for _ in range(_LINES_LOOKED_AT):
            line = stream.readline(LONGEST_HEADER)
            try:
                record = json.loads(line, parse_float=str, parse_int=str)
            except (ValueError, RecursionError):  # no JSON, or nested too deep
                continue
            if isinstance(record, dict):
                keys.update(dict.fromkeys(record))
    return list(keys)


_LINES_LOOKED_AT = 1000
