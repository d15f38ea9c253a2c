"""Which row of a file names its columns: the first that is as full as most rows and holds names only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.tables.looks import is_figure, is_worded
from mycity_cli.tables.sheet import Cell, RawRow, is_blank, is_filled, shown

MOST_LOOKED_AT = 200
"""The rows from which it is told how full most are, and what stands in each column."""

_MOST_ABOVE = 40
"""The rows above a header at the most."""

_HELP = say("--header-row says which row names the columns; a table needs one")


def find_header(rows: Sequence[RawRow], name: str) -> int:
    """Return the row that names the columns, from 0. Raises DataError where none can be told."""
    sound = [at for at, row in enumerate(rows) if not row.problem and not is_blank(row.cells)]
    used = _used_columns([rows[at].cells for at in sound])
    # A table of two columns has them both; of many some may be without a name.
    needed = -(-3 * len(used) // 5)
    if len(used) > 1:
        needed = max(2, needed)
    for at in sound[:_MOST_ABOVE]:
        cells = rows[at].cells
        if _fullness(cells) < needed or (needed > 1 and _is_one_text(cells)):
            continue
        may_be_title = _fullness(cells) < len(used) or any(map(_says_something, cells))
        if may_be_title and _is_title(rows, at, sound, len(used), name):
            continue
        below = [rows[other].cells for other in sound if other > at]
        if (figure := _first_figure(cells, below)) is not None:
            message = say(
                "has no header that can be told: row {row} holds '{figure}', which names no column",
                row=at + 1,
                figure=figure,
            )
            raise DataError(message, where=name, help=_HELP)
        _require_one_row(rows, at, sound, used, name)
        return at
    raise DataError(say("has no header that can be told: no row has as many cells as most"), where=name, help=_HELP)


def _is_title(rows: Sequence[RawRow], at: int, sound: Sequence[int], width: int, name: str) -> bool:
    """Return whether a row with fewer cells than most is above the header: a full row of names follows it.

    Raises DataError where the full row follows at once, and nothing tells which of the two is the header.
    """
    full = next((other for other in sound if other > at and _fullness(rows[other].cells) >= width), None)
    if full is None or not _is_row_of_names(rows[full].cells):
        return False
    below = [rows[other].cells for other in sound if other > full]
    if not any(_holds_figures(below, column) for column in range(width)):
        return False
    cells = rows[at].cells
    if full > at + 1 or any(is_figure(cell) or _says_something(cell) for cell in cells):
        return True
    message = say("has a header in row {upper}, or in row {lower}", upper=at + 1, lower=full + 1)
    raise DataError(message, where=name, help=_lower_help(full + 1))


def _lower_help(row: int) -> str:
    return say("--header-row {row} takes the names of the lower one", row=row)


def _says_something(cell: Cell) -> bool:
    """Return whether a cell is a remark such as `Unit: million USD`, and not a name such as `Note:`."""
    return isinstance(cell, str) and is_worded(shown(cell)) and not shown(cell).endswith((":", "："))


def _is_row_of_names(cells: Iterable[Cell]) -> bool:
    return all(isinstance(cell, str) and not is_figure(cell) for cell in cells if is_filled(cell))


def _fullness(cells: Iterable[Cell]) -> int:
    return sum(map(is_filled, cells))


def _is_one_text(cells: Iterable[Cell]) -> bool:
    """Return whether the cells of a row all say the same, as a title does that was written into each."""
    texts = [shown(cell) for cell in cells if is_filled(cell)]
    return len(texts) > 1 and len(set(texts)) == 1


def _used_columns(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the columns in which something stands in every fifth row at least, of those that are no titles."""
    several = [cells for cells in rows if _fullness(cells) > 1] or rows
    width = max((len(cells) for cells in several), default=0)
    counts = [sum(1 for cells in several if at < len(cells) and is_filled(cells[at])) for at in range(width)]
    return [at for at, count in enumerate(counts) if count * 5 >= len(several) and count]


def _first_figure(cells: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> str | None:
    """Return the first cell that is a figure or a day and so no name; a year may name a column of figures."""
    has_name = any(isinstance(cell, str) and is_filled(cell) and not is_figure(cell) for cell in cells)
    for at, cell in enumerate(cells):
        if not is_filled(cell) or (isinstance(cell, str) and not is_figure(cell)):
            continue
        column = [row[at] for row in below if at < len(row) and is_filled(row[at])]
        if not (has_name and _is_year(cell) and sum(map(_is_year, column)) * 4 <= len(column)):
            return shown(cell)
    return None


def _require_one_row(rows: Sequence[RawRow], at: int, sound: Sequence[int], used: Sequence[int], name: str) -> None:
    """Raise DataError where the row below a header names what the header leaves without a name."""
    following = at + 1
    if following not in sound:
        return
    above, cells = rows[at].cells, rows[following].cells
    below = [rows[other].cells for other in sound if other > following]
    unnamed = [column for column in used if not _at(above, column) and _at(cells, column)]
    if unnamed and _is_row_of_names(cells) and any(_holds_figures(below, column) for column in unnamed):
        message = say("its header has two rows, {upper} and {lower}", upper=at + 1, lower=following + 1)
        raise DataError(message, where=name, help=_lower_help(following + 1))


def _at(cells: Sequence[Cell], column: int) -> bool:
    return column < len(cells) and is_filled(cells[column])


def _holds_figures(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    """Return whether at least half of what stands in a column are figures."""
    found = [row[column] for row in rows if _at(row, column)]
    return bool(found) and 2 * sum(map(is_figure, found)) >= len(found)


_YEAR = re.compile(r"(?:19|20)\d\d(?:年|[/–-]\d\d(?:\d\d)?)?|(?:FY|CY)\s?\d{2,4}|(?:19|20)\d\d\s?[QH][1-4]")


def _is_year(cell: Cell) -> bool:
    return isinstance(cell, str | int) and _YEAR.fullmatch(shown(cell)) is not None
