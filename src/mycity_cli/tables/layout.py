"""From the rows of a file to a sheet: which row names the columns, what stands above it and below the last row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mycity_cli.errors import DataError, UsageError
from mycity_cli.messages import say
from mycity_cli.tables.header import MOST_LOOKED_AT, find_header
from mycity_cli.tables.looks import is_figure, is_worded
from mycity_cli.tables.remarks import remarks_from
from mycity_cli.tables.settings import Layout
from mycity_cli.tables.sheet import Cell, Line, Origin, RawRow, Sheet, is_blank, is_filled, shown

TOO_FEW = say("has fewer cells than the header line")
TOO_MANY = say("has more cells than the header line")

Range = tuple[tuple[int, int], tuple[int, int]]
"""Cells that are merged into one: the row and the column of the first, and those of the last, from 0."""


class _Header(NamedTuple):
    """The row that names the columns, from 0, and the names."""

    at: int
    names: tuple[str, ...]


def laid_out(
    rows: Sequence[RawRow], name: str, origin: Origin, options: Layout, *, merged: Sequence[Range] = ()
) -> Sheet:
    """Return the sheet that rows are. `merged` are the cells of a spreadsheet that are one.

    Raises DataError where no header can be told, UsageError where --header-row names no row that could be one.
    """
    header = _header(rows, name, options.header_row, merged)
    notes: list[str] = []
    titles = tuple(dict.fromkeys(shown(cell) for row in rows[: header.at] for cell in row.cells if is_filled(cell)))
    if titles and options.header_row is None:
        notes.append(
            say(
                "the header is row {row} of {name}, and rows are counted below it; --header-row decides",
                row=header.at + 1,
                name=name,
            )
        )
    body = rows[header.at + 1 :]
    end = remarks_from(body, len(header.names))
    remarks = [(at, row) for at, row in enumerate(body[end:], start=header.at + end + 2) if is_filled_row(row)]
    if remarks:
        notes.append(_left_out(remarks, name))
    lines = _text_lines(body[:end], header.names) if origin is Origin.TEXT else _lines(body[:end])
    columns, lines = _without_empty_columns(header.names, lines)
    return Sheet(name, origin, columns, lines, titles, tuple(notes), header_row=header.at + 1)


def is_filled_row(row: RawRow) -> bool:
    """Return whether anything stands in a row."""
    return bool(row.problem) or not is_blank(row.cells)


def _left_out(remarks: Sequence[tuple[int, RawRow]], name: str) -> str:
    """Return the note that says which rows below the table are none of it."""
    first, row = remarks[0]
    text = next(shown(cell) for cell in row.cells if is_filled(cell))
    text = f"{text[:_QUOTED]}…" if len(text) > _QUOTED else text
    if len(remarks) == 1:
        return say("left out below the table: row {row} of {name}, '{text}'", row=first, name=name, text=text)
    return say(
        "left out below the table: {number} rows from row {row} of {name} on, '{text}'",
        number=len(remarks),
        row=first,
        name=name,
        text=text,
    )


_QUOTED = 40


def _header(rows: Sequence[RawRow], name: str, asked: int | None, merged: Sequence[Range]) -> _Header:
    if not any(map(is_filled_row, rows)):
        help = say("the first line names the columns: city,amount")
        raise DataError(say("has no header line"), where=name, help=help)
    if asked is None:
        at = find_header(rows[:MOST_LOOKED_AT], name)
    else:
        if not 1 <= asked <= len(rows):
            message = say("{name} has {number} rows, and no row {row}", name=name, number=len(rows), row=asked)
            raise UsageError(message, where="--header-row")
        at = asked - 1
        if rows[at].problem:
            message = say("row {row} of {name} {problem}", row=asked, name=name, problem=rows[at].problem)
            raise UsageError(message, where="--header-row")
        if is_blank(rows[at].cells):
            raise UsageError(say("row {row} of {name} is blank", row=asked, name=name), where="--header-row")
    return _Header(at, tuple(shown(cell) if is_filled(cell) else "" for cell in _names(rows, at, merged)))


def _names(rows: Sequence[RawRow], at: int, merged: Sequence[Range]) -> list[Cell]:
    """Return the names in a row, those of merged cells too; one that is missing may stand above, beside others."""
    cells = list(rows[at].cells)
    for (top, left), (bottom, right) in merged:
        # Of merged cells only the first holds the name of all.
        if top <= at <= bottom and is_filled(value := _cell(rows, top, left)):
            cells += [None] * (right + 1 - len(cells))
            cells[left : right + 1] = [value] * (right + 1 - left)
    above = rows[at - 1].cells if at else ()
    if sum(map(is_filled, above)) > 1:
        for column, cell in enumerate(above[: len(cells)]):
            if (
                not is_filled(cells[column])
                and isinstance(cell, str)
                and not is_figure(cell)
                and not is_worded(shown(cell))
            ):
                cells[column] = cell
    return cells


def _cell(rows: Sequence[RawRow], row: int, column: int) -> Cell:
    cells = rows[row].cells
    return cells[column] if column < len(cells) else None


def _text_lines(rows: Sequence[RawRow], names: Sequence[str]) -> list[Line]:
    """Return the lines of a text file: there every row has to have as many cells as the header."""
    width = len(names)
    named = next((at + 1 for at in reversed(range(width)) if names[at]), width)
    lines = []
    for number, (cells, line, problem) in enumerate(rows, start=1):
        if problem:
            lines.append(Line(number, (), line, problem))
        elif len(cells) == width:
            if not is_blank(cells):
                lines.append(Line(number, cells, line))
        elif not is_blank(cells):
            lines.append(_unlike(cells, number, line, width, named))
    return lines


def _unlike(cells: Sequence[Cell], number: int, line: int | None, width: int, named: int) -> Line:
    """Return the line of a row that has not as many cells as the header: only what is empty may be too much."""
    if len(cells) < named:
        return Line(number, (), line, TOO_FEW)
    if any(is_filled(cell) for cell in cells[width:]):
        return Line(number, (), line, TOO_MANY)
    return Line(number, [*cells[:width], *[""] * (width - len(cells))], line)


def _lines(rows: Sequence[RawRow]) -> list[Line]:
    """Return the lines of a file whose rows have no width of their own."""
    return [Line(number, row.cells, row.line) for number, row in enumerate(rows, start=1) if not is_blank(row.cells)]


def _without_empty_columns(names: Sequence[str], lines: list[Line]) -> tuple[tuple[str, ...], list[Line]]:
    """Return the columns without those that have neither a name nor a cell, and the lines with as many cells."""
    width = max([len(names), *(len(line.cells) for line in lines)])
    columns = [*names, *[""] * (width - len(names))]
    kept = [
        at
        for at, column in enumerate(columns)
        if column or any(at < len(line.cells) and is_filled(line.cells[at]) for line in lines)
    ]
    if len(kept) == width:
        full = [line if line.problem or len(line.cells) == width else _padded(line, width) for line in lines]
        return tuple(columns), full
    lines = [line if line.problem else _padded(line, width) for line in lines]
    picked = [line if line.problem else line._replace(cells=[line.cells[at] for at in kept]) for line in lines]
    return tuple(columns[at] for at in kept), picked


def _padded(line: Line, width: int) -> Line:
    return line._replace(cells=[*line.cells, *[None] * (width - len(line.cells))])
