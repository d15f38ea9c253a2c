"""Rows that stand twice in a table, and ids that two rows share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from mycity_cli.tables.rows import CellError, SkippedRow
from mycity_cli.tables.sheet import Line

_MOST_TOLD = 3


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
            skipped[at] = SkippedRow(line.number, f"is row {first.number} again")
        else:
            help = "give each row an id of its own, or leave the column out with --map id="
            bad[at] = CellError(f"'{id}' is the id of row {first.number} too", "id", "duplicate-id", help=help)
    return Repeats(bad, skipped, (*_counted_note(same), *_skipped_note(list(skipped.values()))))


def _counted_note(same: Sequence[tuple[int, int]]) -> list[str]:
    if len(same) == 1:
        return [f"row {same[0][0]} is the same as row {same[0][1]}, and both are counted"]
    told = ", ".join(f"row {row} as row {first}" for row, first in same[:_MOST_TOLD]) + ", …" * (len(same) > _MOST_TOLD)
    return [f"{len(same)} rows are the same as others, and all are counted: {told}"] if same else []


def _skipped_note(skipped: Sequence[SkippedRow]) -> list[str]:
    if len(skipped) == 1:
        return [f"row {skipped[0].number} {skipped[0].why}, and is left out"]
    told = ", ".join(f"row {row.number} {row.why}" for row in skipped[:_MOST_TOLD]) + ", …" * (
        len(skipped) > _MOST_TOLD
    )
    return [f"{len(skipped)} rows stand there again with the same id, and are left out: {told}"] if skipped else []
