"""Datasets in the formats of other programs, by the ending of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from mycity_cli.dataset import load
from mycity_cli.errors import UsageError, suggestion
from mycity_cli.exchange.as_json import as_json
from mycity_cli.exchange.from_rows import Read, dataset_of
from mycity_cli.exchange.signing_rows import LeftOut, left_out, rows_of
from mycity_cli.files import write_whole
from mycity_cli.model import Dataset
from mycity_cli.tables.settings import Settings

_MODULES = {
    ".json": "json",
    ".sqlite": "sqlite_file",
    ".sqlite3": "sqlite_file",
    ".db": "sqlite_file",
    ".csv": "csv_file",
    ".tsv": "csv_file",
    ".tab": "csv_file",
    ".jsonl": "json_lines_file",
    ".ndjson": "json_lines_file",
    ".parquet": "parquet_file",
}
"""What reads and writes the files with an ending."""

WHOLE = ("json", "sqlite_file")
"""The formats that hold all of a dataset. The others hold its signings, one a row."""


def require_format(path: Path, *, where: str) -> None:
    """Raise UsageError where the ending of a file says no format."""
    _module_of(path, where)


def is_table(path: Path) -> bool:
    """Return whether a file holds only the signings of a dataset."""
    return _module_of(path, "") not in WHOLE


def read(
    path: Path,
    *,
    like: Dataset | None = None,
    names: Mapping[str, str] | None = None,
    settings: Settings | None = None,
) -> Read:
    """Return the dataset in a file. Raises DataError as `load` does.

    For a table of signings, `like` is what it leaves out, `names` are those of its columns there, and the settings say
    how to read it.
    """
    match _module_of(path, str(path)):
        case "json":
            return Read(load(path))
        case "sqlite_file":
            from mycity_cli.exchange import sqlite_file

            return Read(sqlite_file.read(path))
        case name:
            module = import_module(f"mycity_cli.exchange.{name}")
            return dataset_of(module.read(path), name=str(path), like=like, names=names, settings=settings)


def write(dataset: Dataset, path: Path, *, replace: bool) -> LeftOut | None:
    """Write a dataset to a file, whole or not at all, and return what the format leaves out of it, if anything.

    Raises DataError where the file cannot be written, UsageError where it exists and must not be replaced.
    """
    match _module_of(path, str(path)):
        case "json":
            write_whole(path, [as_json(dataset)], replace=replace)
            return None
        case "sqlite_file":
            from mycity_cli.exchange import sqlite_file

            sqlite_file.write(dataset, path, replace=replace)
            return None
        case name:
            import_module(f"mycity_cli.exchange.{name}").write(rows_of(dataset), path, replace=replace)
            return left_out(dataset)


_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.]+:/")
"""How the URL of a database starts, as a path has it."""


def _module_of(path: Path, where: str) -> str:
    if _URL.match(str(path)):
        raise UsageError("is a database", where=where, help="give a file: a table is saved as CSV or Parquet first")
    ending = path.suffix.lower()
    if ending not in _MODULES:
        said = f"no format has the ending '{ending}'" if ending else "has no ending to tell the format by"
        raise UsageError(said, where=where, help=suggestion(ending, list(_MODULES)))
    return _MODULES[ending]
