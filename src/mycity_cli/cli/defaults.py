"""What says how a table is read: the command line, else its saved reading, else what is configured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.cli.configured import layers
from mycity_cli.errors import MycityError, UsageError
from mycity_cli.messages import listed, say
from mycity_cli.passwords import hidden

if TYPE_CHECKING:
    from mycity_cli.cli.table_options import Tables
    from mycity_cli.formats import FileFormat
    from mycity_cli.tables.saved import Saved, Value

NO_PROFILE = "none"
"""What --profile says to ignore the saved reading that lies beside a table."""


class SaidReading(NamedTuple):
    """The options of a table with their defaults, names of columns included.

    `places` are those of the options that were not given on the command line, as errors call them, by the names of
    options; `help` is what else can be done about one. `notes` say where they are from.
    """

    tables: Tables
    map: Mapping[str, str]
    places: Mapping[str, str]
    defaults: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    help: str = ""


def said_of(tables: Tables, data: str | None, *, beside: bool = True, format: FileFormat | None = None) -> SaidReading:
    """Return all that is said of how a table is read; its saved reading may lie beside it.

    `format` is that of the table where its name does not say it.

    Raises UsageError or DataError for what cannot be used.
    """
    from mycity_cli.tables.columns import parse_names

    given = parse_names(tables.map or ())
    found, notes, help = _profile(tables.profile, data, beside=beside)
    said = SaidReading(tables, given, {})
    if found is not None:
        said, _ = _with(said, found)
    for layer in layers():
        if layer.tables is None:
            continue
        before = said
        said, taken = _with(said, _fitting(layer.tables, data, said.tables.from_ or format))
        said = said._replace(defaults=before.defaults | taken)
        if taken:
            values = listed(_values(layer.tables, taken, before))
            notes.append(say("read as {name} says: {values}", name=layer.name, values=values))
    return said._replace(notes=tuple(notes), help=help)


def also_read(tables: Tables | None, data: str | None, *, beside: bool = True) -> list[str]:
    """Return the files that are read though no option names them, which no result may replace.

    Those are the saved reading beside a table, the dataset that this or a default says it is like, and the files of
    the configuration.
    What cannot be read is not told here: it is where it is read.
    """
    from mycity_cli.tables.location import is_table

    found: list[str] = []
    with suppress(MycityError):
        found += [layer.file for layer in layers() if layer.file is not None]
        if tables is not None and data is not None and (tables.from_ is not None or is_table(data)):
            if beside and tables.profile is None and (saved := _beside(data)) is not None:
                found.append(str(saved))
            if (like := said_of(tables, data, beside=beside).tables.like) is not None:
                found.append(str(like))
    return found


def _with(said: SaidReading, saved: Saved) -> tuple[SaidReading, frozenset[str]]:
    """Return what is said with what a saved reading adds, and the options that it adds."""
    names = {column: name for column, name in saved.map.items() if column not in said.map}
    options = {key: value for key, value in saved.options.items() if getattr(said.tables, field_of(key)) is None}
    tables = said.tables._replace(**{field_of(key): _as_given(value) for key, value in options.items()})
    places = {key: saved.places[key] for key in (*options, *(f"map.{column}" for column in names))}
    taken = frozenset((*options, *(["map"] if names else [])))
    return said._replace(tables=tables, map={**names, **said.map}, places={**said.places, **places}), taken


def _values(saved: Saved, taken: Iterable[str], before: SaidReading) -> Iterator[str]:
    """Yield the options that were taken of what is said, with their values, which whoever reads a result cannot see."""
    for option in sorted(taken):
        if option == "map":
            yield from (f"map {column} '{name}'" for column, name in saved.map.items() if column not in before.map)
            continue
        value = saved.options[option]
        given = value if isinstance(value, tuple) else (value,)
        shown = [str(each).lower() if isinstance(each, bool) else f"'{hidden(str(each))}'" for each in given]
        yield " ".join([option, *shown])


def field_of(option: str) -> str:
    """Return the field of `Tables` that holds an option."""
    return "from_" if option == "from" else option.replace("-", "_")


def _as_given(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


@contextmanager
def placed_errors(said: SaidReading) -> Iterator[None]:
    """Let errors in options name the place where those are said that were not given on the command line."""
    try:
        yield
    except MycityError as error:
        from mycity_cli.tables.saved import place_error

        place_error(error, said.places, said.help)
        raise


# --- saved readings -------------------------------------------------------------------------------------------------


def _profile(asked: str | None, data: str | None, *, beside: bool) -> tuple[Saved | None, list[str], str]:
    """Return the saved reading of a table, the note that it is used, and how not to use it; None where it has none."""
    if asked == NO_PROFILE:
        return None, [], ""
    if asked is not None and not asked:
        raise UsageError(say("is empty"), where="--profile", help=say("give a file, or {none}", none=NO_PROFILE))
    path = Path(asked) if asked is not None else _beside(data) if beside else None
    if path is None:
        return None, [], ""
    from mycity_cli.tables.saved import place_like, read_saved

    saved = place_like(read_saved(path), path.parent)
    help = "" if asked is not None else say("{option} ignores the file", option=f"--profile {NO_PROFILE}")
    return saved, [say("read as {name} says", name=str(path))], help


def _beside(data: str | None) -> Path | None:
    """Return the saved reading that lies beside the file of a table; for patterns and databases none is looked for."""
    from mycity_cli.tables.location import is_table_file
    from mycity_cli.tables.saved import profile_beside

    if data is None or not is_table_file(data):
        return None
    path = profile_beside(Path(data))
    return path if path.is_file() else None


# --- defaults that a table has no use for ---------------------------------------------------------------------------


def _fitting(saved: Saved, data: str | None, asked: str | None) -> Saved:
    """Return defaults without those that mean nothing in the format of a table: they are there for others."""
    from mycity_cli.formats import FileFormat
    from mycity_cli.tables.location import format_of_name

    format = FileFormat(asked) if asked is not None else format_of_name(data or "")
    is_text = format in (FileFormat.CSV, FileFormat.TSV)
    fits = {
        "sheet": format is FileFormat.EXCEL,
        "header-row": is_text or format is FileFormat.EXCEL,
        "encoding": is_text or format in (FileFormat.JSON, FileFormat.JSON_LINES),
    }
    return saved._replace(options={key: value for key, value in saved.options.items() if fits.get(key, True)})
