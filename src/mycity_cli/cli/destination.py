"""Where a result goes: to a file that is free or may be replaced, and is none of those that are read."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from io import UnsupportedOperation
from pathlib import Path
from stat import S_ISREG
from urllib.parse import unquote

from mycity_cli.cli import streams
from mycity_cli.errors import UsageError
from mycity_cli.messages import say
from mycity_cli.passwords import hidden

_MARK = "\ufeff"
_IN_MEMORY = 1 << 24
"""Characters that are kept in memory until it is known whether a text is ASCII; more than that wait on disk."""
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.:\-]+:/")
"""How a URL starts, as a path has it."""

_FILE_OF_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.]*:///([^#]+)(?:#.*)?")


def require_file(output: Path | str | None, *, where: str = "--output") -> None:
    """Raise UsageError where a result would go to the URL of a database or a page, which nothing is written to."""
    if output is not None and _URL.match(str(output)):
        raise UsageError(say("is a URL, and results go to files"), where=where, help=say("give a file name"))


def require_writable(output: Path | None, inputs: Iterable[str], *, force: bool) -> None:
    """Raise UsageError where a result would go to a file that is read, or without `force` to one that exists."""
    require_file(output)
    require_other(output, inputs)
    if not force:
        streams.require_free(output)


def require_other(output: Path | None, inputs: Iterable[str], *, where: str = "--output") -> None:
    """Raise UsageError where a result would take the place of a file that is read.

    Inputs are names as the user gave them: of files, with wildcards too, of databases, and `-` for standard input.
    """
    written = _written(output)
    if written is None or not S_ISREG(written.st_mode):
        return
    for name in inputs:
        for read in _files_of(name):
            if os.path.samestat(read, written):
                place = where if streams.names_a_file(output) else say("standard output")
                wrong = (
                    say("is standard input, which is read")
                    if name == "-"
                    else say("is '{file}', which is read", file=hidden(name))
                )
                raise UsageError(wrong, where=place, help=say("write to another file"))


def replaces_a_file(output: Path | None) -> bool:
    """Return whether a result goes to a file that is there already."""
    written = _written(output)
    return written is not None and S_ISREG(written.st_mode)


def _written(output: Path | None) -> os.stat_result | None:
    """Return what the system knows of the file that is to be written; None where there is none yet."""
    try:
        return output.stat() if output is not None and streams.names_a_file(output) else os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, UnsupportedOperation):
        return None


def _files_of(name: str) -> Iterator[os.stat_result]:
    from glob import glob, has_magic

    try:
        if name == "-":
            yield os.fstat(sys.stdin.fileno())
            return
        for path in {name, name.partition("#")[0], *_paths_of_url(name)}:
            for each in glob(path, recursive=True) if has_magic(path) and not Path(path).exists() else [path]:  # noqa: PTH207
                if Path(each).exists():
                    yield Path(each).stat()
    except (OSError, ValueError, UnsupportedOperation, AttributeError):
        # What cannot be looked at is told when it is read.
        return


def _paths_of_url(name: str) -> set[str]:
    """Return what may be the path of the file that a URL names: behind `file:`, before a query, decoded."""
    found = _FILE_OF_URL.fullmatch(name)
    if found is None:
        return set()
    path = found[1].partition("?")[0].removeprefix("file:")
    return {found[1], path, unquote(path)}


def marked(pieces: Iterable[str]) -> Iterator[str]:
    """Yield a text with a byte order mark before it if it is not ASCII, which shows only where such a character is."""
    # Few commands need it, and it takes a while to load.
    from tempfile import SpooledTemporaryFile

    rest = iter(pieces)
    with SpooledTemporaryFile(max_size=_IN_MEMORY, mode="w+", encoding="ascii", newline="") as waiting:
        for piece in rest:
            if not piece.isascii():
                yield _MARK
                waiting.seek(0)
                yield from waiting
                yield piece
                yield from rest
                return
            waiting.write(piece)
        waiting.seek(0)
        yield from waiting


def with_mark(pieces: Iterable[str]) -> Iterator[str]:
    """Yield a text with a byte order mark before it."""
    yield _MARK
    yield from pieces
