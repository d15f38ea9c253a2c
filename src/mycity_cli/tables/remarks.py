"""The remarks below a table: where it was taken from, what its signs mean, who filled it in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mycity_cli.tables.looks import is_day, is_figure, is_worded
from mycity_cli.tables.sheet import Cell, RawRow, is_blank, is_filled, shown


def remarks_from(rows: Sequence[RawRow], width: int) -> int:
    """Return where the remarks below the rows of a table begin, which is their end where there are none.

    A remark is text in one cell, behind which no row follows; that it is none of the table is shown by its words or its
    length, or by a blank row before it. What holds an amount is left to be judged as a row.
    """
    first = len(rows)
    while first and _may_be_remark(rows[first - 1]):
        first -= 1
    for at in range(first, len(rows)):
        if is_blank(rows[at].cells):
            continue
        text = _text(rows[at])
        if is_worded(text) or (width > 1 and (_is_sentence(text) or _is_apart(rows, at, first))):
            # Blank rows before it are no rows of the table either; and what follows a remark is one.
            return at
    return len(rows)


def _text(row: RawRow) -> str:
    return next(shown(cell) for cell in row.cells if is_filled(cell))


def _may_be_remark(row: RawRow) -> bool:
    """Return whether a row is blank, or holds one text without an amount, or a remark that commas cut in pieces."""
    if row.problem:
        return False
    filled = [cell for cell in row.cells if is_filled(cell)]
    if not filled:
        return True
    if len(filled) == 1 and is_day(filled[0]):
        return True  # the day on which a remark before it was signed
    if not isinstance(filled[0], str) or is_figure(filled[0]):
        return False
    if is_worded(shown(filled[0])):
        return not any(map(_is_amount, filled[1:]))
    return len(filled) == 1 and not _holds_amount(filled[0])


def _is_amount(cell: Cell) -> bool:
    return is_figure(cell) and re.fullmatch(r"(?:19|20)\d\d", shown(cell)) is None


def _holds_amount(text: str) -> bool:
    """Return whether an amount or a number of many stands anywhere in a text."""
    from mycity_cli.figure.scanning import Found, may_hold_number, scan

    if not may_hold_number(text):
        return False
    return any(not isinstance(found, Found) or found.figure.is_amount or found.power for found in scan(text))


def _is_sentence(text: str) -> bool:
    """Return whether a text is longer than what stands in a cell, or ends as a sentence does."""
    wide = sum(2 if character > "\u2e80" else 1 for character in text)
    return wide > _LONGEST or (text.endswith(("。", ".", "！", "；")) and len(text.split()) > 3)


_LONGEST = 60
"""The width of the longest text that may be a name in a table."""


def _is_apart(rows: Sequence[RawRow], at: int, first: int) -> bool:
    """Return whether a blank row is between a text and the table, in whose column it does not stand elsewhere."""
    if not any(is_blank(row.cells) and not row.problem for row in rows[first:at]):
        return False
    column = next(place for place, cell in enumerate(rows[at].cells) if is_filled(cell))
    text = rows[at].cells[column]
    return not any(column < len(row.cells) and row.cells[column] == text for row in rows[:at])
