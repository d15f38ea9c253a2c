"""Rows as a CSV (RFC 4180) or TSV file that a spreadsheet opens as text and numbers, and never runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mycity_cli.errors import UsageError
from mycity_cli.files import write_whole
from mycity_cli.messages import say
from mycity_cli.spreadsheet import kept_text
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.location import delimiter_of, file_format


def write(rows: Iterable[dict[str, str]], path: Path, *, replace: bool) -> None:
    """Write the file. Raises UsageError for a character that no text file has."""
    write_whole(path, _pieces(rows, delimiter_of("", file_format(path)), str(path)), replace=replace)


def _pieces(rows: Iterable[dict[str, str]], delimiter: str, name: str) -> Iterator[str]:
    yield _line(COLUMNS, delimiter)
    for row in rows:
        for column, cell in row.items():
            if "\0" in cell:
                message = say(
                    "'{id}' has NUL in its {column}, which no file of text can have", id=row["id"], column=column
                )
                raise UsageError(message, where=name, help=say("write .jsonl, .parquet or .sqlite"))
        yield _line(map(kept_text, row.values()), delimiter)


def _line(cells: Iterable[str], delimiter: str) -> str:
    return delimiter.join(_quoted(cell, delimiter) for cell in cells) + "\n"


def _quoted(cell: str, delimiter: str) -> str:
    """Return a cell as it stands in a line: in quotation marks where it would not be read as it is without."""
    is_plain = not any(mark in cell for mark in (delimiter, '"', "\r", "\n")) and cell.strip() == cell
    return cell if is_plain else '"{}"'.format(cell.replace('"', '""'))
