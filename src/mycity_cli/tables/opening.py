"""Opening the table that the user names: small ones are held in memory, large ones read where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mycity_cli.model import Place
from mycity_cli.tables.location import Files, locate
from mycity_cli.tables.settings import Progress, Settings, no_progress

if TYPE_CHECKING:
    from mycity_cli.query.engine import Engine
    from mycity_cli.tables.in_memory import TableInMemory


@contextmanager
def open_table(
    data: str, settings: Settings, places: Iterable[Place] = (), progress: Progress = no_progress
) -> Iterator[Engine]:
    """Give what answers questions from a table; names of cities are those of the places, as far as they fit.

    Raises DataError for a table that cannot be read, UsageError for a URL that is none and options that do not fit,
    MissingExtraError where a library is not installed.
    """
    place = locate(data)
    if isinstance(place, Files):
        yield in_memory(place, settings, places, progress)
        return
    raise NotImplementedError


def in_memory(
    files: Files, settings: Settings, places: Iterable[Place] = (), progress: Progress = no_progress
) -> TableInMemory:
    """Return the table that files are, held in memory. Raises what `open_table` does."""
    from mycity_cli.tables.in_memory import TableInMemory
    from mycity_cli.tables.sources.opening import open_sheets

    with progress(f"reading {files.name}"):
        return TableInMemory(open_sheets(files, settings.layout), settings, places)


def of_bytes(content: bytes, name: str, settings: Settings, places: Iterable[Place] = ()) -> TableInMemory:
    """Return the table that bytes are, such as those of standard input. Raises what `open_table` does."""
    from mycity_cli.tables.in_memory import TableInMemory
    from mycity_cli.tables.sources.opening import sheet_of_bytes

    return TableInMemory(sheet_of_bytes(content, name, settings.layout), settings, places)
