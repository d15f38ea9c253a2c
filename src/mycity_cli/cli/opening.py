"""Opening the dataset that `--data` names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.cli import streams
from mycity_cli.cli.defaults import SaidReading, placed_errors, said_of
from mycity_cli.cli.options import Data
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import UsageError
from mycity_cli.messages import all_of, say
from mycity_cli.passwords import hidden
from mycity_cli.query.data import KnownPlace
from mycity_cli.query.engine import Engine, InMemory

if TYPE_CHECKING:
    from fractions import Fraction

    from mycity_cli.model import Dataset
    from mycity_cli.output.grounds import Grounds
    from mycity_cli.provenance import Origin, Provenance
    from mycity_cli.tables.settings import Settings


def open_dataset(data: Data) -> Dataset:
    """Return the dataset that the option names: a file, standard input for `-`, the bundled one where it is not given.

    Raises DataError with every problem that it has, UsageError for a table.
    """
    # Imported here, as Pydantic is with it: a table needs neither.
    from mycity_cli.dataset import parse

    content, name = _read_dataset(data)
    return parse(content, name=name)


def open_for_proof(data: Data) -> tuple[Dataset, Provenance]:
    """Return what `open_dataset` does, and what a proof from it rests on."""
    from mycity_cli import __version__
    from mycity_cli.dataset import parse
    from mycity_cli.provenance import provenance

    content, name = _read_dataset(data)
    dataset = parse(content, name=name)
    return dataset, provenance(dataset, _origin_of(content, name, data), __version__)


def open_with_grounds(data: Data, *, proving: bool) -> tuple[Dataset, Grounds | None]:
    """Return what `open_dataset` does, and what answers from it rest on where they are to be proved, else None."""
    if not proving:
        return open_dataset(data), None
    from mycity_cli.output.grounds import Grounds

    dataset, provenance = open_for_proof(data)
    return dataset, Grounds(lambda: dataset, provenance)


def _read_dataset(data: Data) -> tuple[bytes, str]:
    """Return the content of a dataset, and what it is called. Raises DataError, and UsageError for a table."""
    if is_table(data):
        raise _only_signings(hidden(str(data.data)))
    if data.data == "-":
        from mycity_cli.tables.peeking import is_table_content

        content, name = read("-")
        if is_table_content(content):
            raise _only_signings(name)
        return content, name
    if data.data is None:
        from mycity_cli.bundled import bundled

        return read(str(bundled()))
    return read(str(Path(data.data)))


def _origin_of(content: bytes, name: str, data: Data) -> Origin:
    """Return the origin of a dataset; where the bundled one lies is nobody's business."""
    from mycity_cli.provenance import origin_of_content

    return origin_of_content(content, Path(name).name if data.data is None else hidden(name))


def is_table(data: Data) -> bool:
    """Return whether the option names a table, and not a dataset."""
    if data.data is None:
        return False
    # What tells tables apart is needed by nobody who asks the bundled dataset.
    from mycity_cli.tables.location import is_table

    return is_table(data.data)


class Opened(NamedTuple):
    """What answers questions, and the share of its rows that may be bad; None where no row can be.

    `origin` is where it was read, where a proof was announced.
    """

    engine: Engine
    max_bad: Fraction | None = None
    origin: Origin | None = None

    def provenance(self) -> Provenance:
        """Return what a proof from the answers rests on. It must have been announced when the data was opened."""
        from mycity_cli import __version__
        from mycity_cli.provenance import provenance

        if self.origin is None:
            raise ValueError("no proof was announced when the data was opened")
        return provenance(self.engine.dataset, self.origin, __version__)

    @property
    def grounds(self) -> Grounds | None:
        """What the answers rest on; None where no proof was announced."""
        if self.origin is None:
            return None
        from mycity_cli.output.grounds import Grounds

        return Grounds(lambda: self.engine.dataset, self.provenance())


@contextmanager
def open_engine(data: Data, tables: Tables) -> Iterator[Engine]:
    """Give what answers questions from the dataset or the table that the options name.

    Raises DataError where it cannot be read, UsageError for options of tables that are given with a dataset.
    """
    with opened(data, tables) as found:
        yield found.engine


@contextmanager
def opened(data: Data, tables: Tables, *, proving: bool = False) -> Iterator[Opened]:
    """Give what answers questions, with how much of it may be left out. Raises what `open_engine` does.

    Only for what is `proving` its answers files are hashed, before they are read.
    """
    if data.data == "-":
        with _opened_input(data, tables, proving=proving) as found:
            yield found
        return
    if data.data is None or not (is_table(data) or tables.from_ is not None):
        require_no_table_options(tables)
        if proving:
            yield _opened_dataset(*_read_dataset(data), data, proving=proving)
        else:
            yield Opened(InMemory(open_dataset(data)))
        return
    from mycity_cli.tables.opening import open_table

    with said_for(tables, data.data) as said:
        settings = settings_said(said)
        origin = None
        if proving:
            from mycity_cli.provenance import origin_of_table

            origin = origin_of_table(data.data, settings.layout.format)
        with open_table(data.data, settings, known_places(said.tables.like), streams.progress) as engine:
            yield Opened(engine, settings.max_bad, origin)


def _opened_dataset(content: bytes, name: str, data: Data, *, proving: bool) -> Opened:
    """Return what answers questions from the content of a dataset. Raises DataError with every problem that it has."""
    from mycity_cli.dataset import parse

    origin = _origin_of(content, name, data) if proving else None
    return Opened(InMemory(parse(content, name=name)), origin=origin)


@contextmanager
def _opened_input(data: Data, tables: Tables, *, proving: bool) -> Iterator[Opened]:
    """Give what answers questions from standard input, which is a dataset or a table."""
    from mycity_cli.tables.peeking import is_table_content

    content, name = read("-")
    if tables.from_ is None and not is_table_content(content):
        require_no_table_options(tables)
        yield _opened_dataset(content, name, data, proving=proving)
        return
    from mycity_cli.tables.opening import of_bytes

    with said_for(tables, "-", content) as said:
        settings = settings_said(said)
        engine = of_bytes(content, name, settings, known_places(said.tables.like))
        yield Opened(engine, settings.max_bad, _origin_of(content, name, data) if proving else None)


def _only_signings(where: str) -> UsageError:
    commands = all_of(["deals", "conferences", "total", "sources", "cities", "check"])
    help = say("give a dataset file; {commands} read tables too", commands=commands)
    return UsageError(say("a table holds signings only"), where=where, help=help)


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
            raise UsageError(say("is for tables"), where=name, help=say("a dataset says itself what its fields are"))


@contextmanager
def said_for(tables: Tables, data: str, content: bytes | None = None) -> Iterator[SaidReading]:
    """Give what is said of a table: by the options, else by its saved reading, the environment or `[tool.mycity]`.

    `content` is that of standard input. Errors in options name the place where those are said. Raises UsageError or
    DataError for what cannot be used.
    """
    format = None
    if content is not None and tables.from_ is None:
        from mycity_cli.tables.sources.opening import format_of_bytes

        format = format_of_bytes(content, say("standard input"))
    said = said_of(tables, data, format=format)
    with placed_errors(said):
        yield said


def settings_said(said: SaidReading) -> Settings:
    """Return what is said of a table. Raises UsageError for what is no unit or share."""
    from mycity_cli.formats import FileFormat
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
        unit_from=said.places.get("amount-unit", plain.unit_from).partition(": ")[0],
        is_unit_default="amount-unit" in said.defaults,
        notes=said.notes,
    )


def read(file: str) -> tuple[bytes, str]:
    """Return the content of a file, of standard input for `-`, and what it is called. Raises DataError."""
    from mycity_cli.dataset.reading import read_file, read_stream

    if file != "-":
        return read_file(Path(file)), file
    name = say("standard input")
    with streams.open_input() as stream:
        return read_stream(stream, name=name), name
