"""Saved readings: files, and other places, that say how a table is read, checked as the options are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mycity_cli.errors import DataError, MycityError, UsageError, suggestion
from mycity_cli.files import system_words
from mycity_cli.formats import FileFormat
from mycity_cli.messages import clauses, listed, say
from mycity_cli.passwords import remember
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.peeking import COMPRESSED
from mycity_cli.tables.settings import AmountUnit, parse_share

ENDING = ".mycity.toml"

_IN_TOML = re.compile(r" \(at line (\d+), column (\d+)\)")
"""Where the reader of TOML says that it stopped."""

Value = str | int | bool | tuple[str, ...]


class Saved(NamedTuple):
    """What is said of how a table is read: names of columns by ours, and values by the names of options, without --.

    `places` says of each option where it is said, as errors call it, and of `map.city` what names that column.
    """

    map: Mapping[str, str]
    options: Mapping[str, Value]
    places: Mapping[str, str]


class _Wrong(Exception):  # noqa: N818  # no error of its own: it becomes one with its place
    """Why a value cannot be used, and what to do."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message, self.help = message, help


# --- files ----------------------------------------------------------------------------------------------------------


def profile_beside(table: Path) -> Path:
    """Return where the saved reading of a table is, if it has one: `deals.mycity.toml` beside `deals.xlsx`."""
    inner = table.with_suffix("") if table.suffix.lower() in COMPRESSED else table
    return inner.with_name(f"{inner.stem}{ENDING}")


def read_saved(path: Path) -> Saved:
    """Return the saved reading in a file. Raises DataError with all that is wrong in it."""
    name = str(path)
    content = read_toml(path)
    problems = [
        DataError(say("unknown table '{name}'", name=key), where=name, help=suggestion(key, ("map", "table")))
        for key in content
        if key not in ("map", "table")
    ]
    tables: dict[str, Mapping[str, Any]] = {}
    for key in ("map", "table"):
        found = content.get(key, {})
        if not isinstance(found, dict):
            help = say("write [{name}] on a line of its own", name=key)
            problems.append(DataError(say("'{name}' is no table", name=key), where=name, help=help))
            found = {}
        tables[key] = found
    in_map = say("[map] of {name}", name=name)
    return checked(tables["map"], tables["table"], (f"{name}: [map]", in_map), f"{name}: [table]", problems)


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a file of TOML holds. Raises DataError where it cannot be read."""
    name = str(path)
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        # What names data may be the URL of a database, and so may stand in a place for something else.
        remember(_texts_in(content))
    except OSError as error:
        raise DataError(say("cannot be read: {why}", why=system_words(error)), where=name) from error
    except UnicodeDecodeError as error:
        raise DataError(say("is not in UTF-8"), where=name, help=say("save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        from mycity_cli.tables.toml_words import why_no_toml

        place = _IN_TOML.search(str(error))
        message = say("is no TOML: {why}", why=why_no_toml(_IN_TOML.sub("", str(error))))
        where = f"{name}:{place[1]}:{place[2]}" if place else name
        raise DataError(message, where=where, help=say('texts stand in quotes: "Host City"')) from error
    except RecursionError as error:
        raise DataError(say("is nested too deep"), where=name) from error
    except ValueError as error:  # of Python's own, about a number of thousands of digits
        raise DataError(say("holds a number that is too long"), where=name) from error
    return content


def _texts_in(value: object) -> Iterator[str]:
    """Yield all texts in what a file of TOML holds, keys too."""
    match value:
        case str():
            yield value
        case dict():
            for key, each in value.items():
                yield from (key, *_texts_in(each))
        case list():
            for each in value:
                yield from _texts_in(each)


def place_like(saved: Saved, folder: Path) -> Saved:
    """Return a saved reading with the dataset of `like` where it is seen from: it is named from a folder."""
    like = saved.options.get("like")
    return saved if like is None else saved._replace(options={**saved.options, "like": str(folder / str(like))})


# --- values ---------------------------------------------------------------------------------------------------------


def checked(
    names: Mapping[str, Any],
    options: Mapping[str, Any],
    map_place: tuple[str, str],
    place: str | Callable[[str], str],
    problems: Sequence[DataError] = (),
    *,
    beside: tuple[str, ...] = (),
) -> Saved:
    """Return a saved reading of its parts, which stand at two places. Raises DataError with all that is wrong.

    `map_place` is what errors call that of the names, and what they call it in a sentence; `place` what they call that
    of the options, or what tells the place of each, and of `map.city`. `problems` are those that were found already;
    `beside` are the keys that may stand beside options, and are looked at elsewhere.
    """
    problems = list(problems)

    def at(key: str) -> str:
        if callable(place):
            return place(key)
        return map_place[0] if key.startswith("map.") else place

    found_names: dict[str, str] = {}
    found: dict[str, Value] = {}
    places: dict[str, str] = {}
    for column, name in names.items():
        if column not in COLUMNS:
            problems.append(
                DataError(
                    say("unknown column '{name}'", name=column),
                    where=at(f"map.{column}"),
                    help=_near(column, COLUMNS),
                )
            )
        elif not isinstance(name, str):
            help = say('write {column} = "Its Name", or {column} = "" to leave it out', column=column)
            message = say("{value} is no name", value=_called(name))
            problems.append(DataError(message, where=f"{at(f'map.{column}')}: {column}", help=help))
        else:
            found_names[column], places[f"map.{column}"] = name, map_place[1]
    for key, value in options.items():
        if key not in KEYS:
            message = say("unknown key '{name}'", name=key)
            problems.append(DataError(message, where=at(key), help=_near(key, (*KEYS, *beside))))
            continue
        try:
            found[key], places[key] = KEYS[key](value), f"{at(key)}: {key}"
        except _Wrong as wrong:
            problems.append(DataError(wrong.message, where=f"{at(key)}: {key}", help=wrong.help))
    if problems:
        raise DataError(say("cannot be used"), where=at(""), problems=problems)
    return Saved(found_names, found, places)


def _near(name: str, known: tuple[str, ...]) -> str:
    return suggestion(name.replace("_", "-") if name.replace("_", "-") in known else name, known, most=len(known))


def _called(value: object) -> str:
    """Return a value of TOML as errors call it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return say("'{text}'", text=value)
    return f"{value}" if isinstance(value, int) else say("this")


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise _Wrong(say("{value} is no text", value=_called(value)), say("write it in quotes"))
    return value


def _sheet(value: object) -> str:
    """Return the name of a sheet, or its number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(value)


def _row(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _Wrong(say("{value} is no row", value=_called(value)), say("rows are counted from 1"))
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        help = say("write true or false, without quotes")
        raise _Wrong(say("{value} is neither true nor false", value=_called(value)), help)
    return value


def _texts(value: object) -> tuple[str, ...]:
    """Return several texts, or one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        help = say('write ["TBC", "pending"]')
        raise _Wrong(say("{value} is no list of texts", value=_called(value)), help)
    return tuple(value)


def _one_of(*choices: str) -> Callable[[object], str]:
    def choose(value: object) -> str:
        for choice in choices:
            if isinstance(value, str) and value.lower() == choice:
                return choice
        help = say("write one of {values}", values=listed(map(_quoted, choices)))
        raise _Wrong(say("{value} is none of the values", value=_called(value)), help)

    return choose


def _quoted(text: str) -> str:
    return f'"{text}"'


def _parsed_by(parse: Callable[[str], object]) -> Callable[[object], str]:
    """Return what takes a text that can be parsed; it stays a text, as an option's value is one."""

    def take(value: object) -> str:
        text = _text(value)
        try:
            parse(text)
        except UsageError as error:
            raise _Wrong(error.message, error.help) from error
        return text

    return take


KEYS: Mapping[str, Callable[[object], Value]] = {
    "amount-unit": _parsed_by(AmountUnit.parse),
    "from": _one_of(*FileFormat),
    "sheet": _sheet,
    "encoding": _text,
    "header-row": _row,
    "decimal": _one_of(".", ","),
    "group": _one_of(",", ".", "'", " "),
    "date-order": _one_of("ymd", "dmy", "mdy"),
    "missing": _texts,
    "fill": _texts,
    "negative": _one_of("allow", "refuse"),
    "keep-totals": _truth,
    "as-written": _truth,
    "like": _text,
    "max-bad": _parsed_by(parse_share),
}
"""What may be said, called as the options are, and what checks each."""


# --- errors ---------------------------------------------------------------------------------------------------------


def place_error(error: MycityError, places: Mapping[str, str], help: str = "") -> None:
    """Make an error that names an option name the place where it is said; `help` is what else can be done then."""
    for each in _all_of(error):
        place = places.get(each.where.removeprefix("--")) if each.where.startswith("--") else None
        if place is not None:
            each.where = place
            each.help = clauses(filter(None, (each.help, help)))


def _all_of(error: MycityError) -> Iterator[MycityError]:
    yield error
    if isinstance(error, DataError):
        yield from error.problems
