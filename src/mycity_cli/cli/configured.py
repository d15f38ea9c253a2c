"""What is said where no option is given: by the environment, by the project, by the user's own configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.errors import DataError, MycityError, UsageError, did_you_mean, nearest, suggestion
from mycity_cli.messages import language_of, say, say_as

if TYPE_CHECKING:
    from mycity_cli.tables.saved import Saved, Value

CHOICES: Mapping[str, tuple[str, ...]] = {
    "format": ("table", "tsv", "csv", "json", "jsonl", "markdown", "html"),
    "unit": ("auto", "yuan", "wan", "million", "yi", "billion", "trillion"),
    "color": ("auto", "always", "never"),
    "lang": ("en", "zh"),
}
"""The settings that have one of several values, and these."""

SETTINGS = ("data", *CHOICES, "pager")
"""What may be said besides how tables are read."""

CONFIG = "MYCITY_CONFIG"
"""The variable of the environment that names the file of the user's configuration; empty for none."""

OTHER_UNITS = {"元": "yuan", "万": "wan", "万元": "wan", "亿": "yi", "亿元": "yi"}
"""What the units of amounts are called too."""

_VARIABLES = (
    *(f"MYCITY_{key.upper()}" for key in SETTINGS), CONFIG, "MYCITY_MAP", "MYCITY_FORCE_TTY", "MYCITY_DEBUG",
)  # fmt: skip
"""The variables that are ours, besides those of the options of tables."""

_OTHER_NAMES = {"md": "markdown", **OTHER_UNITS}
_PROJECT = "pyproject.toml"
_TOOL = ("tool", "mycity")


class Configured(NamedTuple):
    """A value, who said it (`environment`, `project` or `user`), and where, as errors call it."""

    value: str
    by: str
    place: str


class Layer(NamedTuple):
    """All that one of them says: `by` is which, and `name` what notes call it.

    `settings` are those of SETTINGS, and `tables` how tables are read, None where nothing is said of it. `file` is the
    one that says it.
    """

    by: str
    name: str
    settings: Mapping[str, Configured] = {}
    tables: Saved | None = None
    file: str | None = None


def forget() -> None:
    """Read everything again: another command begins."""
    layers.cache_clear()


@cache
def layers() -> tuple[Layer, ...]:
    """Return what is said, each going before those behind it.

    Raises UsageError or DataError for what cannot be used.
    """
    return tuple(filter(None, (_of_environment(), _of_project(), _of_user())))


def configured(key: str) -> Configured | None:
    """Return what is said of one of SETTINGS, None where nothing is. Raises what `layers` does."""
    return next((layer.settings[key] for layer in layers() if key in layer.settings), None)


def configured_or_none(key: str) -> Configured | None:
    """Return the same; None too where what is said cannot be used, which is told elsewhere."""
    with suppress(MycityError):
        return configured(key)
    return None


def user_file() -> Path | None:
    """Return where the user's own configuration is, if there is one; None where there can be none."""
    named = os.environ.get(CONFIG)
    if named is not None:
        return Path(named) if named else None
    folder = os.environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(folder):  # noqa: PTH117  # no path yet; one that is not absolute is to be ignored
        home = os.path.expanduser("~")  # noqa: PTH111  # without a home it stays what it is
        if home == "~":
            return None
        folder = f"{home}/.config"
    return Path(folder, "mycity", "config.toml")


def checked_setting(key: str, value: object) -> str:
    """Return the value of one of SETTINGS. Raises UsageError for one that it cannot have."""
    if key in CHOICES:
        text = value.lower() if isinstance(value, str) else ""
        text = (language_of(text) or text) if key == "lang" else _OTHER_NAMES.get(text, text)
        if text not in CHOICES[key]:
            is_text = isinstance(value, str)
            wrong = (
                say("'{given}' is none of the values", given=value) if is_text else say("this is none of the values")
            )
            known = CHOICES[key]
            raise UsageError(wrong, help=suggestion(str(value), known, most=len(known)))
        return text
    if not isinstance(value, str) or (key == "data" and not value):
        if key == "data":
            raise UsageError(say("is no name of a file"), help=say("write {line}", line='data = "deals.csv"'))
        help = say("write {line}, or {other} for none", line='pager = "less -S"', other='pager = ""')
        raise UsageError(say("is no command"), help=help)
    return value


# --- the environment --------------------------------------------------------------------------------------------------


def _of_environment() -> Layer | None:
    """Return what variables such as MYCITY_UNIT and MYCITY_AMOUNT_UNIT say."""
    ours = {name: text for name, text in os.environ.items() if name.startswith("MYCITY_")}
    found: dict[str, Configured] = {}
    for key in SETTINGS:
        variable = f"MYCITY_{key.upper()}"
        text = ours.pop(variable, "")
        if text or (key == "pager" and variable in os.environ):
            try:
                found[key] = Configured(checked_setting(key, text), "environment", variable)
            except UsageError as error:
                error.where = variable
                raise
    tables = None
    if any(ours.values()):
        from mycity_cli.cli.table_variables import saved_in_variables

        tables = saved_in_variables(ours)
    return Layer("environment", say("the environment"), found, tables) if found or tables else None


def unknown_variables() -> list[str]:
    """Return notes on variables that begin as ours do and are none: nobody looks at them."""
    ours = [name for name in os.environ if name.startswith("MYCITY_") and name not in _VARIABLES]
    if not ours:
        return []
    from mycity_cli.tables.saved import KEYS

    known = [*_VARIABLES, *(f"MYCITY_{key.replace('-', '_').upper()}" for key in KEYS)]
    return [
        say("{name} is no variable of mycity and changes nothing: {help}", name=name, help=_nearest(name, known))
        for name in sorted(ours)
        if name not in known
    ]


def _nearest(name: str, known: Sequence[str]) -> str:
    # What all of them begin with makes no two of them alike.
    near = nearest(name.removeprefix("MYCITY_"), [each.removeprefix("MYCITY_") for each in known])
    return say("see 'mycity help environment'") if near is None else did_you_mean(f"MYCITY_{near}")


# --- files ------------------------------------------------------------------------------------------------------------


def _of_project() -> Layer | None:
    """Return what the nearest pyproject.toml says, in the working directory or above it, that has such a table."""
    try:
        folder = Path.cwd()
    except OSError:
        return None  # somebody has deleted it
    for above in (folder, *folder.parents):
        path = above / _PROJECT
        if b"mycity" not in _bytes_of(path):
            continue
        name = Path(os.path.relpath(path, folder))
        content, lines = _read(name)
        tools = content.get("tool", {})
        table = tools.get("mycity") if isinstance(tools, dict) else None
        if table is None:
            continue
        if not isinstance(table, dict):
            help = say("write {line} on a line of its own", line="[tool.mycity]")
            raise DataError(
                say_as("TOML", "is no table"),
                where=say("{place}: {part}", place=str(name), part="tool.mycity"),
                help=help,
            )
        return _of_table(Layer("project", "[tool.mycity]", file=str(name)), table, _Places(name, lines, _TOOL))
    return None


def _of_user() -> Layer | None:
    """Return what the user's own configuration says."""
    path = user_file()
    if path is None or (CONFIG not in os.environ and not path.is_file()):
        return None
    if path.exists() and not path.is_file() and str(path) != os.devnull:
        help = say("{variable} names a file of settings, or {none}", variable=CONFIG, none=os.devnull)
        raise DataError(say("is no file"), where=str(path), help=help)
    content, lines = _read(path)
    return _of_table(Layer("user", str(path), file=str(path)), content, _Places(path, lines, ()))


class _Places(NamedTuple):
    """Where the keys of a file stand, as errors call it; they are those of a table within it."""

    path: Path
    lines: Mapping[tuple[str, ...], int]
    table: tuple[str, ...]

    def of(self, key: str) -> str:
        """Return the place of a key, of `map.city` where it is in the table of names; that of the table for none."""
        outer = (*self.table, "map") if key.startswith("map.") else self.table
        line = self.lines.get((*outer, key.removeprefix("map.")) if key else outer)
        file = str(self.path) if line is None else f"{self.path}:{line}"
        return say("{place}: {part}", place=file, part=f"[{'.'.join(outer)}]") if outer else file


def _of_table(layer: Layer, table: Mapping[str, Any], place: _Places) -> Layer:
    """Return a layer with what a table of a file says. Raises DataError with all that cannot be used."""
    from mycity_cli.tables.saved import checked, place_like

    name = str(layer.file)
    folder = Path(name).parent
    found: dict[str, Configured] = {}
    problems: list[DataError] = []
    for key in filter(SETTINGS.__contains__, table):
        where = say("{place}: {part}", place=place.of(key), part=key)
        try:
            value = checked_setting(key, table[key])
        except UsageError as error:
            problems.append(DataError(error.message, where=where, help=error.help))
            continue
        if key == "pager" and layer.by == "project":
            # Whoever lists the deals of a folder from elsewhere must not run what that folder says.
            help = say(
                "name it in your own configuration, {file}, or in {variable}",
                file=str(user_file() or CONFIG), variable="MYCITY_PAGER",
            )  # fmt: skip
            problems.append(DataError(say("a project names no program to run"), where=where, help=help))
            continue
        found[key] = Configured(_seen_from(folder, value) if key == "data" else value, layer.by, where)
    names = table.get("map", {})
    if not isinstance(names, dict):
        help = say("write it as {table}", table=_map_of(layer))
        problems.append(
            DataError(
                say_as("TOML", "is no table"),
                where=say("{place}: {part}", place=place.of("map"), part="map"),
                help=help,
            )
        )
        names = {}
    rest: dict[str, Value] = {key: value for key, value in table.items() if key not in (*SETTINGS, "map")}
    in_map = say("{part} of {file}", part=_map_of(layer), file=name)
    saved = checked(names, rest, (place.of("map"), in_map), place.of, problems, beside=("map", *SETTINGS))
    tables = place_like(saved, folder) if saved.map or saved.options else None
    return layer._replace(settings=found, tables=tables)


def _map_of(layer: Layer) -> str:
    return "[tool.mycity.map]" if layer.by == "project" else "[map]"


def _seen_from(folder: Path, data: str) -> str:
    """Return data that a file in a folder names, as it is named from here."""
    return data if "://" in data or data == "-" else str(folder / Path(data).expanduser())


def _read(path: Path) -> tuple[dict[str, Any], Mapping[tuple[str, ...], int]]:
    """Return what a file holds, and the lines of its keys."""
    from mycity_cli.cli.toml_places import lines_of_keys
    from mycity_cli.tables.saved import read_toml

    return read_toml(path), lines_of_keys(_bytes_of(path).decode("utf-8-sig", "replace"))


def _bytes_of(path: Path) -> bytes:
    """Return the content of a file that may hold something for us, nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
