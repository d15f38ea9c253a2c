"""JSON as sheets: an object a row, its nested values under paths; numbers keep their digits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from mycity_cli.errors import DataError
from mycity_cli.messages import listed, say
from mycity_cli.tables.engines.marks import MESSAGES, NO_JSON
from mycity_cli.tables.items import escaped
from mycity_cli.tables.sheet import Cell, Line, Origin, Sheet, is_filled, shown

NO_OBJECT = say("is no object in braces")
HALF = say("has an escape that is half a character, such as \\ud83d")
NO_ROWS = say("a table in JSON is an array of objects, or one object on each line")

Row = tuple[int, int | None, Any]
"""The number of a row, its line, and its value."""


class _Twice(Exception):  # noqa: N818  # it is told as what is wrong with a row
    """A key or path stands twice in one object."""


class _Repeated(dict[str, Any]):
    """An object in which a key stands twice."""

    key = ""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    repeated = _Repeated(found)
    repeated.key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return repeated


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=str, parse_int=str, parse_constant=str)
_BROKEN = object()
_WHITE = " \t\r\n"


def sheet_of_json(text: str, name: str) -> Sheet:
    """Return the sheet that a text in JSON is: an array, lines of objects, or one object with one list of objects.

    Raises DataError for what is none of these.
    """
    start = len(text) - len(text.lstrip(_WHITE))
    if text[start : start + 1] == "[":
        return _sheet(name, list(_items(text, start, name)))
    try:
        value, end = _DECODER.raw_decode(text, start)
        is_one = not text[end:].strip(_WHITE)
    except (ValueError, RecursionError):
        is_one = False
    if is_one and isinstance(value, dict) and (found := list(_lists(value))):
        if len(found) > 1:
            names = listed(path for path, _ in found)
            raise DataError(say("has several lists of objects: {names}", names=names), where=name, help=NO_ROWS)
        path, items = found[0]
        sheet = _sheet(name, [(number, None, item) for number, item in enumerate(items, start=1)])
        note = say("the rows of {file} are its list '{list}'", file=name, list=path)
        return Sheet(name, sheet.origin, sheet.columns, sheet.lines, notes=(note,))
    return sheet_of_lines(text, name)


def sheet_of_lines(text: str, name: str) -> Sheet:
    """Return the sheet that lines of JSON are. Raises DataError where none is an object."""
    rows = [(at, at, _value(line)) for at, line in enumerate(text.split("\n"), start=1) if line.strip(_WHITE)]
    return _sheet(name, rows)


def _value(line: str) -> Any:
    try:
        return _DECODER.decode(line)
    except (ValueError, RecursionError):  # no JSON, or nested too deep
        return _BROKEN


def _items(text: str, start: int, name: str) -> Iterator[Row]:
    """Yield the items of an array. Raises DataError where it is no valid JSON."""
    at = _after_white(text, start + 1)
    line, counted = text.count("\n", 0, at) + 1, at
    number = 0
    try:
        while text[at : at + 1] != "]":
            line, counted = line + text.count("\n", counted, at), at
            value, at = _DECODER.raw_decode(text, at)
            number += 1
            yield number, line, value
            at = _after_white(text, at)
            if text[at : at + 1] == ",":
                at = _after_white(text, at + 1)
            elif text[at : at + 1] != "]":
                raise json.JSONDecodeError("Expecting ',' or ']'", text, at)  # noqa: TRY301
        if (rest := _after_white(text, at + 1)) < len(text):
            raise json.JSONDecodeError(say("extra data"), text, rest)  # noqa: TRY301
    except RecursionError as error:
        raise DataError(say("is nested too deep"), where=f"{name}:{line}") from error
    except json.JSONDecodeError as error:
        message = say("is no valid JSON: {why}", why=_words().get(error.msg.lower(), error.msg.lower()))
        raise DataError(message, where=f"{name}:{error.lineno}:{error.colno}", help=NO_ROWS) from error


@cache
def _words() -> dict[str, str]:
    """Return what Python's reader of JSON says, in small letters, as messages."""
    every = (
        say("expecting value"),
        say("expecting ',' delimiter"),
        say("expecting ':' delimiter"),
        say("expecting ',' or ']'"),
        say("expecting property name enclosed in double quotes"),
        say("illegal trailing comma before end of object"),
        say("illegal trailing comma before end of array"),
        say("unterminated string starting at"),
        say("invalid control character at"),
        say("invalid \\escape"),
        say("invalid \\uxxxx escape"),
        say("extra data"),
    )
    return {words: words for words in every}


def _after_white(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t", "\r", "\n"):
        at += 1
    return at


def _lists(value: dict[str, Any], path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Yield the lists of objects within an object, with the paths to them; not those within others."""
    for key, each in value.items():
        if isinstance(each, dict):
            yield from _lists(each, f"{path}{key}.")
        elif isinstance(each, list) and each and all(isinstance(item, dict) for item in each):
            yield f"{path}{key}", each


def _sheet(name: str, rows: Sequence[Row]) -> Sheet:
    columns: dict[str, int] = {}
    found: list[tuple[int, int | None, dict[str, Cell], str]] = []
    for number, line, value in rows:
        cells: dict[str, Cell] = {}
        problem = ""
        if isinstance(value, dict):
            try:
                _flatten(value, "", cells)
            except _Twice as twice:
                problem = say("has '{key}' twice", key=twice)
            except UnicodeError:
                problem = HALF
            else:
                for path in cells:
                    columns.setdefault(path, len(columns))
        else:
            problem = MESSAGES[NO_JSON][0] if value is _BROKEN else NO_OBJECT
        found.append((number, line, cells, problem))
    if not columns:
        raise DataError(say("holds no object that could be a row"), where=name, help=NO_ROWS)
    lines = [
        Line(number, () if problem else [cells.get(path) for path in columns], line, problem)
        for number, line, cells, problem in found
        if problem or any(map(is_filled, cells.values()))
    ]
    return Sheet(name, Origin.JSON, tuple(columns), lines)


def _flatten(value: dict[str, Any], before: str, cells: dict[str, Cell]) -> None:
    """Put the values within an object into cells by their paths.

    Raises _Twice where two have one path, UnicodeError for a text with half a character.
    """
    if isinstance(value, _Repeated):
        raise _Twice(before + value.key)
    for key, each in value.items():
        path = before + _name(key)
        if isinstance(each, dict):
            _flatten(each, f"{path}.", cells)
            continue
        if path in cells:
            raise _Twice(path)
        cells[path] = cell = _cell(each)
        if cell is not None and not cell.isascii():
            cell.encode()


@lru_cache(maxsize=4096)
def _name(key: str) -> str:
    """Return a key as the name of a column; the rows have the same keys over and over. Raises UnicodeError."""
    key.encode()
    return shown(key)


def _cell(value: Any) -> str | None:
    match value:
        case None | str():
            return value
        case bool():
            return _TRUTH[value]
        case list() if all(not isinstance(item, dict | list) for item in value):
            return "; ".join(escaped(str(_cell(item))) for item in value if item is not None)
    return json.dumps(value, ensure_ascii=False)


_TRUTH = {True: "true", False: "false"}
