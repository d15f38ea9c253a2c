"""Opening the table that the user names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mycity_cli.tables.location import Database, locate
from mycity_cli.tables.settings import Progress, Settings, no_progress

if TYPE_CHECKING:
    from mycity_cli.tables.engine.answers import TableEngine
    from mycity_cli.tables.engine.table import Table


@contextmanager
def open_table(
    data: str, names: Mapping[str, str], settings: Settings, progress: Progress = no_progress
) -> Iterator[TableEngine]:
    """Give what answers questions from a table. Raises what `open_rows` does."""
    with open_rows(data, names, settings, progress) as table:
        # Imported here: it needs the libraries that the connection has found.
        from mycity_cli.tables.engine.answers import TableEngine

        yield TableEngine(table)


@contextmanager
def open_rows(
    data: str, names: Mapping[str, str], settings: Settings, progress: Progress = no_progress
) -> Iterator[Table]:
    """Give a table that is open; `names` are those that its columns have there.

    Raises DataError for a table that cannot be read, UsageError for a URL that is none, MissingExtraError where the
    libraries that read tables are not installed.
    """
    from mycity_cli.tables.engine.connecting import connected, embedded

    place = locate(data)
    with connected(place) if isinstance(place, Database) else embedded() as connection:
        # Imported here: what follows needs the libraries that the connection has found.
        from mycity_cli.tables.engine.table import Table

        if isinstance(place, Database):
            from mycity_cli.tables.engine.databases import open_database

            raw = open_database(connection, place, names)
        else:
            from mycity_cli.tables.engine.files import open_files

            raw = open_files(connection, place, names)
        yield Table(raw, settings, progress)
