"""Datasets in the formats of other programs, by the ending of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from mycity_cli.dataset import load
from mycity_cli.errors import UsageError, suggestion
from mycity_cli.exchange.as_json import as_json
from mycity_cli.exchange.from_rows import Read, dataset_of
from mycity_cli.exchange.signing_rows import LeftOut, left_out, rows_of
from mycity_cli.files import write_whole
from mycity_cli.formats import DATASETS, suffix_of
from mycity_cli.messages import say
from mycity_cli.model import Dataset
from mycity_cli.tables import location
from mycity_cli.tables.settings import Progress, Settings, no_progress

WHOLE = ("as_json", "sqlite_file")
"""What writes the formats that hold all of a dataset. The others hold its signings, one a row."""


def require_input(path: Path, *, where: str) -> None:
    """Raise UsageError where the ending of a file says no format that is read."""
    if not location.is_table(str(path)) and not location.is_format(path):
        _module_of(path, where, (*DATASETS, *location.ENDINGS))


def require_output(path: Path, *, where: str) -> None:
    """Raise UsageError where the ending of a file says no format that is written."""
    _module_of(path, where)


def is_table(path: Path) -> bool:
    """Return whether a file holds only the signings of a dataset."""
    return location.is_table(str(path))


def is_written_as_table(path: Path) -> bool:
    """Return whether what is written to a file is only the signings of a dataset."""
    return _module_of(path, "") not in WHOLE


def read(
    path: Path, *, like: Dataset | None = None, settings: Settings | None = None, progress: Progress = no_progress
) -> Read:
    """Return the dataset in a file. Raises DataError as `load` does, and for a table as `open_sheet` does.

    For a table of signings, `like` is what it leaves out, and the settings say how to read it.
    """
    settings = settings or Settings()
    if settings.layout.format is not None or is_table(path) or _is_no_dataset(path):
        from mycity_cli.tables.opening import open_sheet

        sheet = open_sheet(str(path), settings, progress)
        # Spellings are one place where they are in a total of the table.
        places = (load() if like is None else like).places
        return dataset_of(sheet, like=like, settings=settings, places=places)
    if _module_of(path, str(path), (*DATASETS, *location.ENDINGS)) == "sqlite_file":
        from mycity_cli.exchange import sqlite_file

        return Read(sqlite_file.read(path))
    return Read(load(path))


def _is_no_dataset(path: Path) -> bool:
    """Return whether the ending of a file, which may not be there, is that of tables only."""
    return location.is_format(path) and suffix_of(path.name) not in DATASETS


def write(dataset: Dataset, path: Path, *, replace: bool) -> LeftOut | None:
    """Write a dataset to a file, whole or not at all, and return what the format leaves out of it, if anything.

    Raises DataError where the file cannot be written, UsageError where it exists and must not be replaced.
    """
    match _module_of(path, str(path)):
        case "as_json":
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


def _module_of(path: Path, where: str, known: Iterable[str] = DATASETS) -> str:
    if _URL.match(str(path)):
        help = say("give a file: a table is saved as CSV or Parquet first")
        raise UsageError(say("is a database"), where=where, help=help)
    ending = suffix_of(path.name)
    if ending not in DATASETS:
        # What holds everything is offered first.
        offered = sorted(dict.fromkeys(known), key=lambda each: DATASETS.get(each) not in WHOLE)
        wrong = say("no format has the ending '{ending}'", ending=ending)
        if not ending:
            wrong = say("has no ending to tell the format by")
        raise UsageError(wrong, where=where, help=suggestion(ending, offered))
    return DATASETS[ending]
