"""`mycity data profile`: how a table is read, to look at and edit."""

from collections.abc import Iterator
from contextlib import contextmanager
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.data.options import FORCE
from mycity_cli.cli.defaults import NO_PROFILE, SaidReading, also_read, field_of, placed_errors, said_of
from mycity_cli.cli.destination import require_writable
from mycity_cli.cli.language import language
from mycity_cli.cli.opening import known_places, read, settings_said
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import MycityError, UsageError
from mycity_cli.messages import say, told
from mycity_cli.passwords import has_password

if TYPE_CHECKING:
    from mycity_cli.tables.describing import Reading
    from mycity_cli.tables.saved import Value
    from mycity_cli.tables.settings import Settings
    from mycity_cli.tables.sheet import Sheet

EPILOG = """Examples:

mycity data profile deals.xlsx

mycity data profile deals.xlsx -o deals.mycity.toml

mycity data profile deals.csv --decimal , --amount-unit 'million EUR' -o deals.mycity.toml --force

Edit the file: what is in doubt is a remark that says what to choose. Every command that reads deals.xlsx then finds it
beside the table, or takes it by --profile; options on the command line win, and --profile none ignores it. Variables
such as MYCITY_AMOUNT_UNIT and a table [tool.mycity] in pyproject.toml set defaults for all tables.
"""


@with_groups
def profile(
    tables: Tables,
    table: Annotated[
        str, typer.Argument(metavar="TABLE", show_default=False, help="The table; - is one on standard input.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to a file.")
    ] = None,
    force: FORCE = False,  # noqa: FBT002  # a flag
) -> None:
    """Write how a table is read, as TOML: map, unit, signs and dates, with what was found in its columns."""
    from mycity_cli.tables.describing import described, described_sheets
    from mycity_cli.tables.sources.sheets import SheetsError

    inputs = [str(name) for name in (table, tables.like, tables.profile) if name not in (None, NO_PROFILE)]
    inputs += also_read(tables, table, beside=False)
    require_writable(output, inputs, force=bool(force))
    # What lies beside the table is not read: it is looked at anew.
    said = said_of(tables, table, beside=False)
    given = _given(said, table, output)
    notes = list(said.notes)
    with placed_errors(said):
        try:
            reading = _reading(table, said, given)
            lines = described(reading)
            notes += _notes(reading)
        except SheetsError as error:
            lines = described_sheets(error.where, error.titles, given)
            notes.append(say("{file}: {wrong} ({help})", file=error.where, wrong=error.message, help=error.help))
        streams.write_result([f"{told(line, language())}\n" for line in lines], output, replace=bool(force))
    streams.print_notes(notes)


def _reading(table: str, said: SaidReading, given: "dict[str, Value]") -> "Reading":
    """Return a table with what was found out of it. Raises MycityError for what is none, or does not fit."""
    from mycity_cli.tables.describing import Reading
    from mycity_cli.tables.known import PlaceNames
    from mycity_cli.tables.profile import profile_of
    from mycity_cli.tables.reading_rows import read_rows
    from mycity_cli.tables.row_columns import RowColumns
    from mycity_cli.tables.rows import TableRows

    settings = settings_said(said)
    names = PlaceNames(known_places(said.tables.like), as_written=settings.as_written)
    with _opened(table, settings) as sheet:
        found = profile_of(sheet, settings, is_draft=True)
        rows: TableRows | MycityError
        try:
            profile_of(sheet, settings)
            rows = read_rows(sheet, found, settings, names.id_of)
        except UsageError:
            raise
        except MycityError as error:
            rows = error
        is_used = None
        if found.unit is not None and "amount" in found.styles:
            _, reader = RowColumns(sheet, found, settings).amounts()
            is_used = reader is not None and reader.is_unit_used
        return Reading(sheet, found, settings, rows, given, is_used)


@contextmanager
def _opened(table: str, settings: "Settings") -> "Iterator[Sheet]":
    """Give the sheet that a table is."""
    from mycity_cli.tables.location import Database, is_table, locate

    if table == "-":
        from mycity_cli.tables.sources.opening import sheet_of_bytes

        yield sheet_of_bytes(*read("-"), settings.layout)
        return
    if not is_table(table):
        if not Path(table).exists():
            locate(table)
        raise UsageError(say("is no table"), where=table, help=say("a dataset says itself what its fields are"))
    place = locate(table)
    if isinstance(place, Database):
        from mycity_cli.tables.engines.connecting import connected

        with connected(place) as (connection, engine):
            from mycity_cli.tables.engines.databases import DatabaseTable
            from mycity_cli.tables.sources.database import sheet_of_database

            yield sheet_of_database(DatabaseTable(connection, engine, place))
        return
    from mycity_cli.tables.sources.opening import open_sheets

    with streams.progress(say("reading {name}", name=place.name)):
        sheet = open_sheets(place, settings.layout)
    yield sheet


def _notes(reading: "Reading") -> Iterator[str]:
    """Yield what was found out, and why the table cannot be read yet."""
    from mycity_cli.errors import DataError

    yield from (*reading.sheet.notes, *reading.profile.notes, *reading.profile.day_notes)
    rows = reading.rows
    if not isinstance(rows, MycityError):
        yield from rows.notes
        return
    for problem in (rows.problems if isinstance(rows, DataError) else ()) or (rows,):
        wrong, help = problem.message, problem.help
        if help:
            yield say("cannot be read yet: {wrong} ({help})", wrong=wrong, help=help)
        else:
            yield say("cannot be read yet: {wrong}", wrong=wrong)


def _given(said: SaidReading, table: str, output: Path | None) -> "dict[str, Value]":
    """Return the values of the options that were said, by the names of options."""
    from mycity_cli.tables.saved import KEYS

    found: dict[str, Value] = {}
    for key in KEYS:
        value = getattr(said.tables, field_of(key))
        if value is None or value is False:
            continue
        found[key] = tuple(value) if isinstance(value, list) else value
        texts = value if isinstance(value, list) else [value]
        if any(isinstance(text, str) and has_password(text) for text in texts):
            wrong = say("holds a password, which is written to no file")
            raise UsageError(wrong, where=f"--{key}", help=say("leave it out"))
    if said.tables.like is not None:
        # The dataset is named from where the saved reading lies.
        folder = Path(table).parent if output is None or not streams.names_a_file(output) else output.parent
        found["like"] = Path(relpath(said.tables.like, folder)).as_posix()
    return found
