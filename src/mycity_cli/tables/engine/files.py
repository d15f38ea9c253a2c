"""Files as tables, by their format."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from mycity_cli.errors import DataError
from mycity_cli.tables.engine.raw import RawTable
from mycity_cli.tables.location import FileFormat, Files


def open_files(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    """Return the table that files are together.

    Raises DataError for what is no such file, and for a column that must be there and is not.
    """
    # Only the format that is read is imported.
    match files.format:
        case FileFormat.PARQUET:
            from mycity_cli.tables.engine.parquet import parquet

            return parquet(connection, files, names)
        case FileFormat.JSON_LINES:
            from mycity_cli.tables.engine.json_lines import json_lines

            return json_lines(connection, files, names)
        case FileFormat.CSV | FileFormat.TSV:
            from mycity_cli.tables.engine.separated import separated

            return separated(connection, files, names)
        case FileFormat.JSON | FileFormat.EXCEL:
            raise DataError("cannot be read yet", where=files.name)
