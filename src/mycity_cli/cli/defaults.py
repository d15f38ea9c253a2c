"""What says how a table is read: the command line, else its saved reading, the environment, or `[tool.mycity]`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.errors import DataError, MycityError, UsageError, suggestion

if TYPE_CHECKING:
    from mycity_cli.cli.table_options import Tables
    from mycity_cli.formats import FileFormat
    from mycity_cli.tables.saved import Saved, Value

NO_PROFILE = "none"
"""What --profile says to ignore the saved reading that lies beside a table."""

_PROJECT = "pyproject.toml"
_BESIDE = ("map", "data")
"""What a table [tool.mycity] may hold beside options."""


class Said(NamedTuple):
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


def said_of(tables: Tables, data: str | None, *, beside: bool = True, format: FileFormat | None = None) -> Said:
    """Return all that is said of how a table is read; its saved reading may lie beside it.

    `format` is that of the table where its name does not say it.

    Raises UsageError or DataError for what cannot be used.
    """
    from mycity_cli.tables.columns import parse_names

    given = parse_names(tables.map or ())
    found, notes, help = _profile(tables.profile, data, beside=beside)
    said = Said(tables, given, {})
    if found is not None:
        said, _ = _with(said, found)
    environment, project = _of_environment(), _of_project()
    for saved, name in ((environment, "the environment"), (project, "[tool.mycity]")):
        if saved is None:
            continue
        before = said
        said, taken = _with(said, _fitting(saved, data, said.tables.from_ or format))
        said = said._replace(defaults=before.defaults | taken)
        if taken:
            notes.append(f"read as {name} says: {', '.join(sorted(taken))}")
    return said._replace(notes=tuple(notes), help=help)


def also_read(tables: Tables | None, data: str | None, *, beside: bool = True) -> list[str]:
    """Return the files that are read though no option names them, which no result may replace.

    Those are the saved reading beside a table, the dataset that this or a default says it is like, and the project.
    What cannot be read is not told here: it is where it is read.
    """
    from mycity_cli.tables.location import is_table

    found: list[str] = []
    with suppress(MycityError):
        if (project := _tool_table()) is not None:
            found.append(str(project[0]))
        if tables is not None and data is not None and (tables.from_ is not None or is_table(data)):
            if beside and tables.profile is None and (saved := _beside(data)) is not None:
                found.append(str(saved))
            if (like := said_of(tables, data, beside=beside).tables.like) is not None:
                found.append(str(like))
    return found


def _with(said: Said, saved: Saved) -> tuple[Said, frozenset[str]]:
    """Return what is said with what a saved reading adds, and the options that it adds."""
    names = {column: name for column, name in saved.map.items() if column not in said.map}
    options = {key: value for key, value in saved.options.items() if getattr(said.tables, field_of(key)) is None}
    tables = said.tables._replace(**{field_of(key): _as_given(value) for key, value in options.items()})
    places = {key: saved.places[key] for key in (*options, *(f"map.{column}" for column in names))}
    taken = frozenset((*options, *(["map"] if names else [])))
    return said._replace(tables=tables, map={**names, **said.map}, places={**said.places, **places}), taken


def field_of(option: str) -> str:
    """Return the field of `Tables` that holds an option."""
    return "from_" if option == "from" else option.replace("-", "_")


def _as_given(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


@contextmanager
def placed_errors(said: Said) -> Iterator[None]:
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
        raise UsageError("is empty", where="--profile", help=f"give a file, or {NO_PROFILE}")
    path = Path(asked) if asked is not None else _beside(data) if beside else None
    if path is None:
        return None, [], ""
    from mycity_cli.tables.saved import place_like, read_saved

    saved = place_like(read_saved(path), path.parent)
    return saved, [f"read as {path} says"], "" if asked is not None else f"--profile {NO_PROFILE} ignores the file"


def _beside(data: str | None) -> Path | None:
    """Return the saved reading that lies beside the file of a table; for patterns and databases none is looked for."""
    from mycity_cli.tables.location import is_table_file
    from mycity_cli.tables.saved import profile_beside

    if data is None or not is_table_file(data):
        return None
    path = profile_beside(Path(data))
    return path if path.is_file() else None


# --- the environment ------------------------------------------------------------------------------------------------


def _of_environment() -> Saved | None:
    """Return what variables such as MYCITY_AMOUNT_UNIT say. Raises UsageError for one that cannot be used."""
    if not any(name.startswith("MYCITY_") and name != "MYCITY_DATA" for name in os.environ):
        return None
    from mycity_cli.tables.saved import KEYS, Saved, checked

    options: dict[str, Value] = {}
    places, names = {}, {}
    problems: list[MycityError] = []
    for key in KEYS:
        variable = f"MYCITY_{key.replace('-', '_').upper()}"
        text = os.environ.get(variable, "")
        if text:
            try:
                options |= checked({}, {key: _typed(key, text)}, ("", ""), variable).options
            except DataError as error:
                problems += [UsageError(each.message, where=variable, help=each.help) for each in error.problems]
            places[key] = variable
    for line in filter(None, map(str.strip, _parts(os.environ.get("MYCITY_MAP", "")))):
        column, name = _named(line)
        names[column], places[f"map.{column}"] = name, "MYCITY_MAP"
    if problems:
        raise problems[0]
    return Saved(names, options, places) if options or names else None


def _parts(text: str) -> list[str]:
    """Return the parts of a variable that lists several, each on a line or behind a semicolon."""
    return text.replace(";", "\n").splitlines()


def _named(text: str) -> tuple[str, str]:
    """Return the column and its name in a part of MYCITY_MAP. Raises UsageError for what is none."""
    from mycity_cli.tables.columns import COLUMNS

    column, sign, name = text.partition("=")
    if not sign:
        raise UsageError(f"'{text}' gives no name", where="MYCITY_MAP", help="write city=Host City;date=Signed")
    if column.strip() not in COLUMNS:
        help = suggestion(column.strip(), COLUMNS)
        raise UsageError(f"unknown column '{column.strip()}'", where="MYCITY_MAP", help=help)
    return column.strip(), name.strip()


_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def _typed(key: str, text: str) -> object:
    """Return the text of a variable as a file of TOML would have it."""
    match key:
        case "header-row":
            return int(text) if text.isascii() and text.isdigit() else text
        case "keep-totals" | "as-written":
            return _TRUTHS.get(text.lower(), text)
        case "missing" | "fill":
            return [part.strip() for part in _parts(text) if part.strip()]
    return text


# --- [tool.mycity] --------------------------------------------------------------------------------------------------


def default_data() -> str | None:
    """Return the data that `[tool.mycity]` names, None where it names none. Raises DataError for what is no name."""
    found = _tool_table()
    if found is None or "data" not in found[1]:
        return None
    path, table = found
    data = table["data"]
    if not isinstance(data, str) or not data:
        raise DataError("is no name of a file", where=f"{path}: [tool.mycity]: data", help='write data = "deals.csv"')
    return data if "://" in data or data == "-" else str(path.parent / data)


def _of_project() -> Saved | None:
    """Return what `[tool.mycity]` says of tables. Raises DataError for what cannot be used."""
    found = _tool_table()
    if found is None:
        return None
    from mycity_cli.tables.saved import checked, place_like

    path, table = found
    names = table.get("map", {})
    if not isinstance(names, dict):
        raise DataError("is no table", where=f"{path}: [tool.mycity]: map", help="write it as [tool.mycity.map]")
    options = {key: value for key, value in table.items() if key not in _BESIDE}
    places = f"{path}: [tool.mycity.map]", f"[tool.mycity.map] of {path}"
    saved = checked(names, options, places, f"{path}: [tool.mycity]", beside=_BESIDE)
    return place_like(saved, path.parent)


def _tool_table() -> tuple[Path, Mapping[str, Any]] | None:
    """Return the nearest pyproject.toml, in the working directory or above it, that has such a table, and the table."""
    try:
        folder = Path.cwd()
    except OSError:
        return None  # somebody has deleted it
    for above in (folder, *folder.parents):
        path = above / _PROJECT
        if b"mycity" not in _bytes_of(path):
            continue
        from mycity_cli.tables.saved import read_toml

        name = Path(os.path.relpath(path, folder))
        tools = read_toml(name).get("tool", {})
        table = tools.get("mycity") if isinstance(tools, dict) else None
        if table is None:
            continue
        if not isinstance(table, dict):
            raise DataError(
                "is no table", where=f"{name}: tool.mycity", help="write [tool.mycity] on a line of its own"
            )
        return name, table
    return None


def _bytes_of(path: Path) -> bytes:
    """Return the content of a file that may hold a table for us, nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


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
