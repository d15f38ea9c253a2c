"""Reading a dataset file: up to a limit, and as UTF-8."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from mycity_cli import files
from mycity_cli.errors import DataError
from mycity_cli.messages import say

MOST_BYTES = 256 * 1024 * 1024
"""The largest file that is read: a dataset of three quarters of a million signings."""


_NO_TEXT = (b"PK\3\4", b"PAR1", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\xff\xfe", b"\xfe\xff")
"""How a stream begins that is read whole although it has NUL: a spreadsheet, Parquet, what is compressed, UTF-16."""


def read_file(path: Path) -> bytes:
    """Return the content of a file, a named pipe or a device. Raises DataError where it cannot be read."""
    try:
        return files.read_file(path, MOST_BYTES, text=True)
    except DataError as error:
        error.help = error.help or _help(path)
        raise


def read_stream(stream: BinaryIO, *, name: str) -> bytes:
    """Return what a stream called `name` holds. Raises DataError where it cannot be read, or holds too much."""
    return files.read_bounded(stream, MOST_BYTES, where=name, text=True, unless=_NO_TEXT)


def _help(path: Path) -> str:
    """Return what to give in place of a folder, or of a large file of another format; "" for others."""
    with suppress(OSError, ValueError):
        if path.is_dir():
            return _help_for_folder(path)
        if path.is_file():
            from mycity_cli.dataset.formats import format_of

            with path.open("rb") as stream:
                format = format_of(stream.read(4096), str(path))
            return format.help if format is not None else ""
    return ""


def _help_for_folder(folder: Path) -> str:
    """Return which file of a folder to give: the first of its datasets, or of its tables all of a kind as one."""
    from shlex import quote

    names = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
    for name in names:
        if name.endswith(".json"):
            return say("give a file in it: {file}", file=quote(str(folder / name)))
    for ending in (".csv", ".tsv", ".jsonl", ".parquet"):
        if any(name.endswith(ending) for name in names):
            return say("give its tables as one: {files}", files=quote(str(folder / f"*{ending}")))
    return say("give a file: a dataset, or a table such as signings.csv")
