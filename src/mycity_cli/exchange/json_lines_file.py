"""Rows as JSON Lines: an object a line, with every column, missing is null."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mycity_cli.errors import DataError
from mycity_cli.exchange.as_json import json_line
from mycity_cli.exchange.reading import open_text
from mycity_cli.exchange.signing_rows import Row, Table, joined
from mycity_cli.files import write_whole


def write(rows: Iterable[dict[str, str]], path: Path, *, replace: bool) -> None:
    """Write the file."""
    write_whole(path, _pieces(rows), replace=replace)


def _pieces(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    for row in rows:
        yield json_line({name: cell or None for name, cell in row.items()}) + "\n"


def read(path: Path) -> Table:
    """Return the rows of a file; a line that is no object of texts is a row with a problem.

    Raises DataError where the file cannot be read.
    """
    rows = []
    columns: dict[str, None] = {}
    # Only a line feed ends a line: JSON may hold the other characters that end lines elsewhere.
    for number, line in enumerate(open_text(path, newline="\n"), start=1):
        if line.strip():
            where = f"{path}:{number}"
            try:
                row = _row(line, where)
            except DataError as error:
                row = Row(where, {}, (error,))
            columns |= dict.fromkeys(row.cells)
            rows.append(row)
    return Table(tuple(columns), rows)


def _row(line: str, where: str) -> Row:
    try:
        # A number stays what was written: as a binary fraction it would be another.
        content = json.loads(line, parse_float=str, parse_int=str)
    except ValueError as error:
        raise DataError(f"no valid JSON: {error}", where=where) from error
    except RecursionError as error:
        raise DataError("no valid JSON: nested too deep", where=where) from error
    if not isinstance(content, dict):
        raise DataError("not an object: {...}", where=where)
    return Row(where, {name: _cell(value, f"{where}: {name}") for name, value in content.items()})


def _cell(value: Any, where: str) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case list() if all(isinstance(item, str) for item in value):
            return joined(value)
        case _:
            raise DataError("not a text: write it in quotes", where=where)
