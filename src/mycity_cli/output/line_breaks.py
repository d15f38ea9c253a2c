"""Where a line of Chinese may be broken: between its characters, but never before a comma, nor within what is typed.

The rules are those of Unicode's line breaking (UAX 14), as far as messages need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.messages import Language

if TYPE_CHECKING:
    from rich.text import Text

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
_WORDS = re.compile("[^ ]+ *| +")
_CHARACTER = re.compile("\x01*[^\x01\x02]\x02*|[\x01\x02]+")
"""A character, with the marks that say where another colour begins and ends: those take no cells."""


def broken(line: str, most: int, *, fold: bool = False) -> list[str]:
    """Return a line as lines of so many cells.

    What is longer and cannot be broken stays whole, or is cut anywhere where it is to be folded.
    """
    places = [0, *breaks(line, most, fold=fold), len(line)]
    return [line[start:end].rstrip(" ") for start, end in pairwise(places)]


def breaks(line: str, most: int, *, fold: bool = True) -> list[int]:
    """Return where the next line begins, each time that a line is full. Spaces before it belong to the line before."""
    found: list[int] = []
    used = 0
    for unit in _units(line, most, fold=fold):
        cells = _cells(unit.group.rstrip(" "))
        if used and used + cells > most:
            found.append(unit.start)
            used = 0
        used += _cells(unit.group)
    return found


def pieces(line: str) -> Iterator[str]:
    """Yield what a line is not broken within, each piece with the spaces behind it, however long it is."""
    unit = ""
    for atom in _atoms(line):
        if unit and atom != " " and (unit.endswith(" ") or _may_break(unit, atom)):
            yield unit
            unit = ""
        unit += atom
    if unit:
        yield unit


class _Unit(NamedTuple):
    """What is not broken, with the spaces behind it, and where it starts."""

    start: int
    group: str


def _units(line: str, most: int, *, fold: bool) -> Iterator[_Unit]:
    start = 0
    for unit in pieces(line):
        yield from _fitting(_Unit(start, unit), most, fold=fold)
        start += len(unit)


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


def _fitting(unit: _Unit, most: int, *, fold: bool) -> Iterator[_Unit]:
    """Yield a unit; its words where it is longer than a line, and the parts of a longer word that is to be folded."""
    from rich.cells import chop_cells

    start = unit.start
    if _cells(unit.group.rstrip(" ")) <= most:
        yield unit
        return
    for word in _WORDS.findall(unit.group):
        for part in chop_cells(word, most) if fold and _cells(word.rstrip(" ")) > most else [word]:
            yield _Unit(start, part)
            start += len(part)


def holds_chinese(text: str) -> bool:
    """Return whether there is a character in a text that may begin a line without a space before it."""
    return not text.isascii() and any(character >= _IDEOGRAPHS for character in text)


def in_lines(text: Text, most: int | None, language: Language) -> Text:
    """Return a text broken into lines of so many cells as a language does it; one that Rich breaks at spaces as it is.

    None is as many as it needs.
    """
    if most is None or language is not Language.CHINESE or text.cell_len <= most:
        return text
    lines = text.divide(breaks(text.plain, max(1, most)))
    for line in lines:
        line.rstrip()
    return type(text)("\n").join(lines)


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return len(text) if text.isascii() else cell_len(text)
