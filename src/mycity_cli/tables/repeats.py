"""Rows that stand twice in a table, and ids that two rows share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from mycity_cli.messages import listed, say
from mycity_cli.tables.rows import CellError, SkippedRow, Why
from mycity_cli.tables.sheet import Line

_MOST_TOLD = 3
_OWN_ID = say("give each row an id of its own, or leave the column out with --map id=")


class Repeats(NamedTuple):
    """The rows whose id another row has with other content, those that stand there twice, by place, and the notes."""

    bad: dict[int, CellError]
    skipped: dict[int, SkippedRow]
    notes: tuple[str, ...]


def row_ids(lines: Sequence[Line], ids: Sequence[str | None]) -> list[str]:
    """Return the id of each row; of one that states none its number, counted on from file to file.

    No two rows are called the same unless they state the same id themselves.
    """
    if all(ids):
        return [id for id in ids if id]
    taken = {id for id in ids if id}
    named: list[str] = []
    before, last, file = 0, 0, ""
    for line, id in zip(lines, ids, strict=True):
        if line.file != file:
            before, file = before + last, line.file
        last = line.number
        number = str(before + line.number)
        named.append(id or (number if number not in taken else f"row {number}"))
    return named


def find_repeats(lines: Sequence[Line], ids: Sequence[str | None], passed: Collection[int]) -> Repeats:
    """Return the repeats among rows, of which those in `passed` are not looked at."""
    if None not in (different := set(ids)) and len(different) == len(ids):
        return Repeats({}, {}, ())
    bad: dict[int, CellError] = {}
    skipped: dict[int, SkippedRow] = {}
    same: list[tuple[int, int]] = []
    by_id: dict[str, Line] = {}
    by_cells: dict[tuple[object, ...], Line] = {}
    for at, (line, id) in enumerate(zip(lines, ids, strict=True)):
        if at in passed:
            continue
        cells = tuple(line.cells)
        if id is None:
            first = by_cells.setdefault(cells, line)
            if first is not line:
                same.append((line.number, first.number))
            continue
        first = by_id.setdefault(id, line)
        if first is line:
            continue
        if tuple(first.cells) == cells:
            skipped[at] = SkippedRow(line.number, Why.AGAIN, first.number)
        else:
            message = say("'{id}' is the id of row {row} too", id=id, row=first.number)
            bad[at] = CellError(message, "id", "duplicate-id", help=_OWN_ID)
    return Repeats(bad, skipped, (*_counted_note(same), *_skipped_note(list(skipped.values()))))


def _counted_note(same: Sequence[tuple[int, int]]) -> list[str]:
    if not same:
        return []
    if len(same) == 1:
        row, first = same[0]
        return [say("row {row} is the same as row {first}, and both are counted", row=row, first=first)]
    rows = [say("row {row} as row {first}", row=row, first=first) for row, first in same[:_MOST_TOLD]]
    which = _first_of(rows, len(same))
    return [say("{number} rows are the same as others, and all are counted: {rows}", number=len(same), rows=which)]


def _skipped_note(skipped: Sequence[SkippedRow]) -> list[str]:
    if not skipped:
        return []
    if len(skipped) == 1:
        return [say("{row}, and is left out", row=skipped[0].told)]
    rows = _first_of([row.told for row in skipped[:_MOST_TOLD]], len(skipped))
    return [
        say(
            "{number} rows stand there again with the same id, and are left out: {rows}",
            number=len(skipped),
            rows=rows,
        )
    ]


def _first_of(rows: Sequence[str], number: int) -> str:
    """Return the first of so many rows as a list."""
    return listed([*rows, "…"] if number > len(rows) else rows)
