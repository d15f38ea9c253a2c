"""Opening the table that the user names: small ones are held in memory, large ones answered where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mycity_cli.formats import FileFormat
from mycity_cli.messages import say
from mycity_cli.query.data import KnownPlace
from mycity_cli.tables.engines.database_files import is_utf8
from mycity_cli.tables.location import Database, Files, locate
from mycity_cli.tables.settings import Progress, Settings, no_progress

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mycity_cli.query.engine import Engine
    from mycity_cli.tables.engines.raw import RawTable
    from mycity_cli.tables.in_memory import TableInMemory
    from mycity_cli.tables.large import LargeTable
    from mycity_cli.tables.sampling import Sample
    from mycity_cli.tables.sheet import Sheet

MOST_BYTES = 8 << 20
"""Files of no more bytes are held in memory."""

MOST_BYTES_IF_ODD = 64 << 20
"""Larger files are too, up to so many bytes, where an engine finds bad rows in them."""

MOST_ROWS = 20_000
"""Tables of a database of no more rows are held in memory."""

SEEN = 50
"""So many rows of a table of a database are looked at to find out what its columns are."""

FEWEST = 1000
"""So many rows of a larger table are looked at to find out what its columns are."""


@contextmanager
def open_table(
    data: str, settings: Settings, places: Iterable[KnownPlace] = (), progress: Progress = no_progress
) -> Iterator[Engine]:
    """Give what answers questions from a table; names of cities are those of the places, as far as they fit.

    Raises DataError for a table that cannot be read, UsageError for a URL that is none and options that do not fit,
    MissingExtraError where a library is not installed.
    """
    place = locate(data, settings.layout.format)
    if isinstance(place, Database):
        with _database(place, settings, tuple(places), progress) as engine:
            yield engine
        return
    if _size(place) > MOST_BYTES and all(is_utf8(str(path.absolute())) for path in place.paths):
        with _large_files(place, settings, tuple(places), progress) as large:
            if large is not None:
                yield large
                return
    yield in_memory(place, settings, places, progress)


def _size(files: Files) -> int:
    return sum(path.stat().st_size for path in files.paths)


def in_memory(
    files: Files, settings: Settings, places: Iterable[KnownPlace] = (), progress: Progress = no_progress
) -> TableInMemory:
    """Return the table that files are, held in memory. Raises what `open_table` does."""
    from mycity_cli.tables.in_memory import TableInMemory
    from mycity_cli.tables.sources.opening import open_sheets

    with progress(say("reading {name}", name=files.name)):
        return TableInMemory(open_sheets(files, settings.layout), settings, places)


def of_bytes(content: bytes, name: str, settings: Settings, places: Iterable[KnownPlace] = ()) -> TableInMemory:
    """Return the table that bytes are, such as those of standard input. Raises what `open_table` does."""
    from mycity_cli.tables.in_memory import TableInMemory
    from mycity_cli.tables.sources.opening import sheet_of_bytes

    return TableInMemory(sheet_of_bytes(content, name, settings.layout), settings, places)


def open_sheet(data: str, settings: Settings, progress: Progress = no_progress) -> Sheet:
    """Return all rows of the table that the user names, as they are. Raises what `open_table` does."""
    place = locate(data, settings.layout.format)
    with progress(say("reading {name}", name=place.name)):
        if isinstance(place, Files):
            from mycity_cli.tables.sources.opening import open_sheets

            return open_sheets(place, settings.layout)
        from mycity_cli.tables.engines.connecting import connected

        with connected(place) as (connection, engine):
            from mycity_cli.tables.engines.databases import DatabaseTable
            from mycity_cli.tables.sources.database import sheet_of_database

            return sheet_of_database(DatabaseTable(connection, engine, place))


@contextmanager
def _database(
    place: Database, settings: Settings, places: tuple[KnownPlace, ...], progress: Progress
) -> Iterator[Engine]:
    """Give what answers from a table of a database: from its rows where they are few."""
    from mycity_cli.tables.engines.connecting import connected

    with connected(place) as (connection, engine):
        # Imported here: it needs the libraries that the connection has found.
        from mycity_cli.tables.engines.databases import DatabaseTable
        from mycity_cli.tables.in_memory import TableInMemory
        from mycity_cli.tables.profile import profile_of
        from mycity_cli.tables.sampling import Sample, is_asked_plainly, is_plain
        from mycity_cli.tables.sources.database import sheet_of_database

        table = DatabaseTable(connection, engine, place)
        with progress(say("reading {name}", name=place.name)):
            rows, number = table.first_rows(SEEN, MOST_ROWS + 1)
        if number <= MOST_ROWS or not is_asked_plainly(settings):
            yield TableInMemory(sheet_of_database(table), settings, places)
            return
        sheet = sheet_of_database(table, rows)
        sample = Sample(sheet, profile_of(sheet, settings))
        sample.profile.require_all(sheet, settings)
        if not is_plain(sample):
            yield TableInMemory(sheet_of_database(table), settings, places)
            return
        written = list(table.types)
        names = {name: written[sample.profile.places[name]] for name in sample.names}
        yield _large(
            table.raw(names),
            sample,
            settings,
            places,
            progress,
            lambda: TableInMemory(sheet_of_database(table), settings, places),
        )


@contextmanager
def _large_files(
    files: Files, settings: Settings, places: tuple[KnownPlace, ...], progress: Progress
) -> Iterator[LargeTable | None]:
    """Give what answers from large files where an engine can; None where they must be read into memory."""
    from mycity_cli.tables.sampling import Sample, is_asked_plainly, is_plain, sampled

    sample: Sample | None
    if files.format is FileFormat.PARQUET and is_asked_plainly(settings):
        from mycity_cli.tables.profile import profile_of
        from mycity_cli.tables.sources.parquet import sheet_of_parquet

        sheet = sheet_of_parquet(files.paths[0], files.name, most=FEWEST)
        sample = Sample(sheet, profile_of(sheet, settings))
        sample.profile.require_all(sheet, settings)
        sample = sample if is_plain(sample) else None
    else:
        sample = sampled(files, settings)
    if sample is None:
        yield None
        return
    from mycity_cli.tables.engines.connecting import embedded

    with embedded() as connection:
        raw = _raw(connection, files, sample)
        yield (
            None
            if raw is None
            else _large(
                raw,
                sample,
                settings,
                places,
                progress,
                lambda: in_memory(files, settings, places, progress),
                fits_memory=_size(files) <= MOST_BYTES_IF_ODD,
            )
        )


def _raw(connection: Connection, files: Files, sample: Sample) -> RawTable | None:
    """Return files as the engine reads them; None where it does not find the columns that we do."""
    match files.format:
        case FileFormat.PARQUET:
            from mycity_cli.tables.engines.duckdb_files.parquet import parquet

            return parquet(connection, files, sample.names)
        case FileFormat.JSON_LINES:
            from mycity_cli.tables.engines.duckdb_files.json_lines import json_lines, keys_in

            keys = keys_in(files.paths[0])
            return json_lines(connection, files, sample.names) if {*sample.names.values()} <= {*keys} else None
        case _:
            from mycity_cli.tables.engines.duckdb_files.separated import separated

            sheet = sample.sheet
            places = {name: sample.profile.places[name] for name in sample.names}
            return separated(connection, files, places, width=len(sheet.columns), separator=sheet.separator)


def _large(
    raw: RawTable,
    sample: Sample,
    settings: Settings,
    places: tuple[KnownPlace, ...],
    progress: Progress,
    rows: Callable[[], TableInMemory],
    *,
    fits_memory: bool = False,
) -> LargeTable:
    from mycity_cli.tables.engines.types import Kind
    from mycity_cli.tables.known import PlaceNames
    from mycity_cli.tables.large import LargeTable
    from mycity_cli.tables.sql.answers import TableEngine
    from mycity_cli.tables.sql.readings import Readings
    from mycity_cli.tables.sql.table import Table

    names = PlaceNames(places, as_written=settings.as_written)
    are_numbers = "date" in raw.types and raw.types["date"].kind in (Kind.REAL, Kind.DECIMAL, Kind.WIDE)
    readings = Readings(sample.sheet, sample.profile, settings, names, days_are_numbers=are_numbers)
    table = Table(raw, readings, settings, progress, fits_memory=fits_memory)
    found = (*sample.sheet.notes, *sample.profile.notes)
    engine = TableEngine(table, found, sample.profile.day_notes, sample.names["amount"], sample.meanings)
    return LargeTable(engine, rows)
