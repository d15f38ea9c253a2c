"""Where a line of Chinese may be broken: between its characters, but never before a comma, nor within what is typed.

The rules are those of Unicode's line breaking (UAX 14), as far as messages need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NOT_BEFORE = frozenset("，。、；：？！）】》〉」』〕”’…—·～％‰々ー,.;:?!)]}%\xa0")
"""What never begins a line: what closes, what separates, and a space that holds together."""
_NOT_AFTER = frozenset("（【《〈「『〔“‘([{\xa0")
"""What never ends one: what opens."""
_IDEOGRAPHS = "\u2e80"
"""The first of the characters that are words by themselves, or take two cells as those do."""

_WORD = r"(?:'[^']*'|\"[^\"]*\"|[!-~]+)"
_TYPED = re.compile(
    rf"\x01*(?:mycity(?:[ \xa0]{_WORD})+"
    rf"|--[a-z][a-z-]*(?:[ \xa0=]{_WORD})?"
    r"|[a-z.]+ = \"[^\"]*\""
    r"|“[ -~]+”"
    r"|[-+−]?[0-9][0-9.,]*[十百千万亿]*(?:[美欧日港韩澳]?元|新台币元|新加坡元|英镑)?)\x02*"
)
"""What stays together: command lines, an option with its value, a quoted name, an amount with its unit."""
_CHARACTER = re.compile("\x01*[^\x01\x02]\x02*|[\x01\x02]+")
"""A character, with the marks that say where another colour begins and ends: those take no cells."""


class _Unit(NamedTuple):
    """What is not broken, and the space before it."""

    space: str
    text: str


def broken(line: str, most: int) -> list[str]:
    """Return a line as lines of so many cells; what is longer and cannot be broken stays whole."""
    lines, used = [""], 0
    for space, text in _units(line, most):
        cells = _cells(text)
        if lines[-1] and used + len(space) + cells > most:
            lines.append(text)
            used = cells
        else:
            between = space if lines[-1] else ""
            lines[-1] += f"{between}{text}"
            used += len(between) + cells
    return lines


def _units(line: str, most: int) -> Iterator[_Unit]:
    space, unit = "", ""
    for atom in _atoms(line):
        if atom == " ":
            if unit:
                yield from _fitting(_Unit(space, unit), most)
                space, unit = "", ""
            space += atom
        elif unit and _may_break(unit, atom):
            yield from _fitting(_Unit(space, unit), most)
            space, unit = "", atom
        else:
            unit += atom
    if unit:
        yield from _fitting(_Unit(space, unit), most)


def _atoms(line: str) -> Iterator[str]:
    """Yield what is typed, and all else character by character."""
    at = 0
    for typed in _TYPED.finditer(line):
        yield from _CHARACTER.findall(line, at, typed.start())
        yield typed[0]
        at = typed.end()
    yield from _CHARACTER.findall(line, at)


def _may_break(before: str, after: str) -> bool:
    last, first = before.rstrip("\x02")[-1:], after.lstrip("\x01")[:1]
    if not first or not last or first in _NOT_BEFORE or last in _NOT_AFTER:
        return False
    return first >= _IDEOGRAPHS or last >= _IDEOGRAPHS


def _fitting(unit: _Unit, most: int) -> Iterator[_Unit]:
    """Yield a unit, or its words where it is longer than a line."""
    if " " not in unit.text or _cells(unit.text) <= most:
        yield unit
        return
    space = unit.space
    for word in unit.text.split(" "):
        yield _Unit(space, word)
        space = " "


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return len(text) if text.isascii() else cell_len(text)
