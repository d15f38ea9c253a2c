"""Opening the dataset that `--data` names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mycity_cli.cli import streams
from mycity_cli.cli.defaults import Said, placed_errors, said_of
from mycity_cli.cli.options import Data, Tables
from mycity_cli.errors import UsageError
from mycity_cli.query.data import KnownPlace
from mycity_cli.query.engine import Engine, InMemory
from mycity_cli.tables.location import hidden, is_table
from mycity_cli.tables.peeking import is_table_content

if TYPE_CHECKING:
    from mycity_cli.model import Dataset
    from mycity_cli.tables.settings import Settings


_LAST: list[Engine] = []
"""What answered last, kept: to take a large table apart, row by row, is time lost where the process ends."""


def open_dataset(data: Data) -> Dataset:
    """Return the dataset that the option names: a file, standard input for `-`, the bundled one where it is not given.

    Raises DataError with every problem that it has, UsageError for a table.
    """
    if is_table(data.data):
        raise _only_signings(hidden(str(data.data)))
    # Imported here, as Pydantic is with it: a table needs neither.
    from mycity_cli.dataset import load, parse

    if data.data == "-":
        content, name = read("-")
        if is_table_content(content):
            raise _only_signings(name)
        return parse(content, name=name)
    return load(data.data)


@contextmanager
def open_engine(data: Data, tables: Tables) -> Iterator[Engine]:
    """Give what answers questions from the dataset or the table that the options name.

    Raises DataError where it cannot be read, UsageError for options of tables that are given with a dataset.
    """
    if data.data == "-":
        yield _engine_of_input(tables)
        return
    if data.data is None or not (is_table(data.data) or tables.from_ is not None):
        require_no_table_options(tables)
        yield InMemory(open_dataset(data))
        return
    from mycity_cli.tables.opening import open_table

    said = said_of(tables, data.data)
    with (
        placed_errors(said),
        open_table(data.data, settings_said(said), known_places(said.tables.like), streams.progress) as engine,
    ):
        _LAST[:] = [engine]
        yield engine


def _engine_of_input(tables: Tables) -> Engine:
    """Return what answers questions from standard input, which is a dataset or a table."""
    content, name = read("-")
    if tables.from_ is None and not is_table_content(content):
        from mycity_cli.dataset import parse

        require_no_table_options(tables)
        return InMemory(parse(content, name=name))
    from mycity_cli.tables.opening import of_bytes

    return of_bytes(content, name, settings_of(tables), known_places(tables.like))


def _only_signings(where: str) -> UsageError:
    help = "give a dataset file; deals, conferences, total, sources, cities and check read tables too"
    return UsageError("a table holds signings only", where=where, help=help)


def known_places(like: Path | None) -> Sequence[KnownPlace]:
    """Return the places whose names a table's are matched with: those of a dataset, else of the bundled one."""
    if like is None:
        from mycity_cli.tables.known import bundled_places

        return bundled_places()
    from mycity_cli.dataset import load

    return load(like).places


def require_no_table_options(tables: Tables) -> None:
    """Raise UsageError where an option is given that says how to read a table, and a dataset is read."""
    for option, value in tables._asdict().items():
        if value:
            name = f"--{option.rstrip('_').replace('_', '-')}"
            raise UsageError("is for tables", where=name, help="a dataset says itself what its fields are")


def settings_of(tables: Tables, data: str | None = None) -> Settings:
    """Return what is said of a table: by the options, else by its saved reading, the environment or `[tool.mycity]`.

    Without the name of a table only by the options. Raises UsageError for what is no unit, column or share, and
    DataError for a saved reading that cannot be used.
    """
    if data is not None and is_table(data):
        said = said_of(tables, data)
        with placed_errors(said):
            return settings_said(said)
    from mycity_cli.tables.columns import parse_names

    return settings_said(Said(tables, parse_names(tables.map or ()), {}))


def settings_said(said: Said) -> Settings:
    """Return what is said of a table. Raises UsageError for what is no unit or share."""
    from mycity_cli.tables.location import FileFormat
    from mycity_cli.tables.settings import AmountUnit, Layout, Settings, parse_share

    plain, tables = Settings(), said.tables
    return Settings(
        map=said.map,
        unit=None if tables.amount_unit is None else AmountUnit.parse(tables.amount_unit),
        layout=Layout(
            format=None if tables.from_ is None else FileFormat(tables.from_),
            encoding=tables.encoding,
            sheet=tables.sheet,
            header_row=tables.header_row,
            fill=tuple(tables.fill or ()),
        ),
        decimal=tables.decimal,
        group=tables.group,
        negative=tables.negative == "allow",
        missing=tuple(tables.missing or ()),
        date_order=tables.date_order,
        keep_totals=bool(tables.keep_totals),
        as_written=bool(tables.as_written),
        max_errors=tables.max_errors or plain.max_errors,
        skip_bad=bool(tables.skip_bad),
        max_bad=plain.max_bad if tables.max_bad is None else parse_share(tables.max_bad),
        map_from={key.removeprefix("map."): by for key, by in said.places.items() if key.startswith("map.")},
        unit_from=said.places.get("amount-unit", plain.unit_from).partition(": [")[0],
        is_unit_default="amount-unit" in said.defaults,
        notes=said.notes,
    )


def read(file: str) -> tuple[bytes, str]:
    """Return the content of a file, of standard input for `-`, and what it is called. Raises DataError."""
    from mycity_cli.dataset.reading import read_file, read_stream

    if file != "-":
        return read_file(Path(file)), file
    with streams.open_input() as stream:
        return read_stream(stream, name="standard input"), "standard input"
