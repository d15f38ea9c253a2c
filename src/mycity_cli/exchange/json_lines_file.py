"""Rows as JSON Lines: an object a line, with every column, missing is null."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mycity_cli.exchange.as_json import json_line
from mycity_cli.files import write_whole


def write(rows: Iterable[dict[str, str]], path: Path, *, replace: bool) -> None:
    """Write the file."""
    write_whole(path, _pieces(rows), replace=replace)


def _pieces(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    for row in rows:
        yield json_line({name: cell or None for name, cell in row.items()}) + "\n"
