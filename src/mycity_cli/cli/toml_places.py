"""Where the keys of a file of TOML stand: the reader of TOML says only what they hold."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_TABLE = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?")
_KEY = re.compile(r"\s*([^=#\[\]{}]+?)\s*=")


def lines_of_keys(text: str) -> dict[tuple[str, ...], int]:
    """Return the line of each key, by its name and those of the tables that it is in.

    A line within a text of several lines that looks like a key is one as well: keys before it keep their lines.
    """
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if (header := _TABLE.fullmatch(line)) is not None:
            table = _names(header[1])
            found.setdefault(table, number)
        elif (key := _KEY.match(line)) is not None:
            found.setdefault((*table, *_names(key[1])), number)
    return found


def _names(dotted: str) -> tuple[str, ...]:
    """Return the parts of a key such as `tool.mycity`, or `map."a b"`."""
    try:
        value: Any = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    names: list[str] = []
    while isinstance(value, dict):
        name, value = next(iter(value.items()))
        names.append(name)
    return tuple(names)
