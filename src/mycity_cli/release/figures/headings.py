"""What the cells of a table hold: the heading of a column says it, or the name of a row."""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import zip_longest

from mycity_cli.expressions import expression
from mycity_cli.figure import RATIO
from mycity_cli.release.figures import chinese, english
from mycity_cli.release.figures.topics import Topic
from mycity_cli.release.figures.units import Shared, unit_named


class Left(Enum):
    """What a heading leaves to the names of the rows."""

    OPEN = auto()
    """It is a year, "Number", or none: the row says what its numbers are."""


Column = Shared | Topic | Left | None
"""What the numbers of a column are: amounts or percentages of a unit, counts of deals, or nothing that is known."""

_BRACKETED = expression(r"[（(\[](?:in |单位[:：]?\s?)?(?P<unit>[^()（）\[\]]{1,32})[)）\]]", re.IGNORECASE)
_AFTER_COMMA = expression(r"[,，/](?: in)? ?(?P<unit>[^,，/()（）]{1,32})$", re.IGNORECASE)
_NUMBER = r"\s*(?:\*\*)?(?:about|约|近|超|逾|over|>|~)?\s?\d[\d,]{0,20}(?:\.\d{1,10})?\s?(?:\*\*)?\s*"
_NUMBER_ALONE = expression(_NUMBER, re.IGNORECASE)
_VALUE = expression(rf"{_NUMBER}(?:[个项份宗笔单件起家]|[^\W\d]{{1,9}} ?(?:[a-z]{{1,8}}|元)|%)?\s*", re.IGNORECASE)
_YEAR = expression(r"\s*(?:19|20)\d\d年?\s*")
_PERIOD = expression(
    r"(?:.{0,8}(?:19|20)\d\d.{0,8}|[hq][1-4].{0,8}|[本上去今][年期月].{0,6}|.{0,6}(?:半年|季度|月)|合计|总计|total)?",
    re.IGNORECASE,
)
_SHARE = ("%", "share", "Share", "占比", "比重")


def is_number(cell: str) -> bool:
    """Return whether a cell holds a number and nothing else."""
    return _NUMBER_ALONE.fullmatch(cell) is not None


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the cells of a row begin and end."""
    bar = "|" if "|" in text[start:end] else "\t"
    if bar == "|":
        start += text[start] == "|"
        end -= text[end - 1] == "|" and end - 1 > start
    found = []
    while True:
        stop = text.find(bar, start, end)
        found.append((start, end if stop < 0 else stop))
        if stop < 0:
            return found
        start = stop + 1


def columns(row: list[str], general: Shared | None, topic: Topic | None) -> list[Column]:
    """Return what the numbers below the headings of a table are.

    `general` is the unit declared for the whole table, `topic` what was counted before it.
    """
    names = [heading.strip(" *\t") for heading in row]
    found = [_column(name, general) for name in names]
    # The corner may name what the whole table counts: Deal count | 2013 | 2012; Projects by type | Number.
    only_open = set(found[1:]) == {Left.OPEN}
    of_table = _numbers_deals(names[0]) or (only_open and english.names_deals(names[0]))
    numbered = topic is Topic.DEALS or english.names_deals(names[0])
    return [
        Topic.DEALS if column is Left.OPEN and (of_table or (numbered and _is_number_word(name))) else column
        for name, column in zip(names, found, strict=True)
    ]


def _column(name: str, general: Shared | None) -> Column:
    unit = _unit_of(name, _BRACKETED, _AFTER_COMMA)
    if unit is not None:
        return unit
    if name.startswith(_SHARE):
        return Shared(RATIO, -2)
    if english.names_deals(name) or chinese.names_deals(name):
        return Topic.DEALS
    if general is not None and (english.names_money(name) or chinese.names_money(name)):
        return general
    return Left.OPEN if _is_number_word(name) or _PERIOD.fullmatch(name) else None


class Row:
    """A row of a table, of which the first cell may name what the others hold: Signed contracts | 57."""

    def __init__(self, cells: list[str]) -> None:
        name = "" if is_number(cells[0]) else cells[0].strip(" *\t")
        self._cells = cells
        self._unit = _unit_of(name, _BRACKETED)
        self._numbers_deals = _numbers_deals(name)
        self._is_english = english.names_deals(name)
        self._names_deals = self._numbers_deals or self._is_english or chinese.names_deals(name)
        # Years name what stands below, and other numbers do not.
        self.is_of_headings = not any(_VALUE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells)

    def holds(self, columns: list[Column]) -> list[Shared | Topic | None]:
        """Return what the number in each cell is, below what the headings say."""
        # The heading above the names of the rows may be empty, and be lost before the first bar.
        lost = len(self._cells) == len(columns) + 1
        below = [None, *columns] if lost else columns or [Left.OPEN for _ in self._cells]
        return [self._held(column, cell) for column, cell in zip_longest(below[: len(self._cells)], self._cells)]

    def _held(self, column: Column, cell: str) -> Shared | Topic | None:
        if self.is_of_headings:
            return None
        if column is Topic.DEALS and cell is self._cells[0] and _YEAR.fullmatch(cell):
            return None
        if isinstance(column, Shared | Topic):
            return column
        counts = self._names_deals if column is Left.OPEN or self._is_english else self._numbers_deals
        return Topic.DEALS if counts and "." not in cell and not _YEAR.fullmatch(cell) else self._unit


def _unit_of(heading: str, *forms: re.Pattern[str]) -> Shared | None:
    """Return the unit that a heading of a column, or of a row, names behind itself: Taxes (billion yuan)."""
    for form in forms:
        found = form.search(heading)
        unit = None if found is None else unit_named(found["unit"].strip())
        if unit is not None:
            return unit
    return None


def _numbers_deals(name: str) -> bool:
    return english.numbers_deals(name) or chinese.numbers_deals(name)


def _is_number_word(name: str) -> bool:
    return english.names_number(name) or chinese.names_number(name)
