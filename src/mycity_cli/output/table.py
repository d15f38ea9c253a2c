"""Tables for a terminal, drawn by Rich."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Literal

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from mycity_cli.output import human
from mycity_cli.output.amounts import best_scale, scale_name
from mycity_cli.output.listing import Card, Kind, Listing
from mycity_cli.output.render import Style

_GAP = 2
UNLIMITED = 1_000_000
"""Cells of a line that has as many as it needs: more than Rich will ever be asked for."""
_PROSE = 18
"""How many cells prose needs at least to be read with ease."""


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a table; on a terminal too narrow for all its columns, one without the least important.

    Where columns that the user named cannot stand side by side without broken words, they stand one below the other.
    """
    shown = human.grid(listing, list(listing.columns_named(listing.chosen or listing.on_terminal)), style)
    if listing.chosen and not _fits_by_words(shown, style.width):
        yield from _one_below_the_other(shown, style)
        return
    kept = sorted(range(len(shown.columns)) if listing.chosen else _fitting(shown, style.width))
    widths = _widths(shown)
    crowded = not _fits(shown, widths, kept, style.width)
    if crowded:
        # Numbers are not broken as long as headings can be.
        words = [tuple(word for line in heading for word in line.split()) for heading in shown.headings]
        shown = shown._replace(headings=words)
        widths = _widths(shown)
    # Without headings Rich makes columns narrower than those.
    by_hand = None if style.header is False else _body_by_hand(shown, kept, widths, style.width)
    table = _headed(shown, kept, widths, crowded=crowded, roomy=by_hand is not None)
    table.show_header = style.header is not False
    if by_hand is not None:
        # Rich takes a minute for a hundred thousand rows, and to lines that are not broken it adds nothing but spaces.
        yield drawn(table, style)
        yield from by_hand
        table.show_header = False
    for row in shown.rows if by_hand is None else ():
        table.add_row(*(Text(text) for text in _flush(shown, row, kept, widths)))
    if shown.totals is not None:
        table.add_row(*(Text(text, style="bold") for text in _flush(shown, shown.totals, kept, widths)))
    if table.row_count or by_hand is None:
        yield drawn(table, style)


def _headed(shown: human.Grid, kept: Sequence[int], widths: Sequence[int], *, crowded: bool, roomy: bool) -> Table:
    """Return a table of some columns without rows; where they are `roomy`, each is as wide as its texts."""
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0))
    for index in kept:
        is_number = shown.columns[index].kind in human.NUMERIC
        lines = [line.rjust(widths[index]) if is_number else line for line in shown.headings[index]]
        # A number that is broken over two lines reads as two numbers; one that is cut shows that it is.
        wraps = not is_number and (crowded or shown.columns[index].kind is Kind.PROSE)
        overflow: Literal["fold", "ellipsis"] = "ellipsis" if is_number else "fold"
        heading = Text("\n".join(lines), style="bold")
        table.add_column(heading, overflow=overflow, no_wrap=not wraps, min_width=widths[index] if roomy else None)
    return table


def _flush(shown: human.Grid, row: Sequence[str], kept: Iterable[int], widths: Sequence[int]) -> Iterator[str]:
    """Yield the cells of some columns, numbers flush right.

    That is done by hand: Rich would take off the spaces that keep the decimal points below each other.
    """
    for index in kept:
        is_number = shown.columns[index].kind in human.NUMERIC
        yield row[index].rjust(widths[index]) if is_number else row[index]


def _body_by_hand(
    shown: human.Grid, kept: Sequence[int], widths: Sequence[int], width: int | None
) -> Iterator[str] | None:
    """Return the lines of the rows where every cell has room on one line; None where Rich has to break some."""
    if width is not None and sum(widths[index] + _GAP for index in kept) - _GAP > width:
        return None
    if any("\n" in text or "\t" in text for row in shown.rows for text in row):
        return None
    return (
        "".join(
            text + " " * (widths[index] + _GAP - cell_len(text))
            for index, text in zip(kept, _flush(shown, row, kept, widths), strict=True)
        ).rstrip()
        + "\n"
        for row in shown.rows
    )


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield the fields of a record, one below the other."""
    scale = style.scale or best_scale(cell for column, cell in card.fields if column.kind is Kind.AMOUNT)
    unit = f" {scale_name(scale, card.unit)}"
    texts = ((column, human.cell_text(cell, column.kind, scale)) for column, cell in card.fields)
    yield _fields(
        ((column.heading, text + unit if column.kind is Kind.AMOUNT else text) for column, text in texts if text), style
    )


def _one_below_the_other(shown: human.Grid, style: Style) -> Iterator[str]:
    """Yield the cells of each row with their headings, one below the other, and an empty line between rows."""
    named = [
        (heading[0], f" {heading[1]}") if column.kind is Kind.AMOUNT else (" ".join(heading), "")
        for column, heading in zip(shown.columns, shown.headings, strict=True)
    ]
    longest = max(cell_len(name) for name, _ in named)
    for number, row in enumerate([*shown.rows, *([shown.totals] if shown.totals else [])]):
        yield "\n" if number else ""
        texts = zip(named, map(str.strip, row), strict=True)
        yield _fields(((name, text + unit) for (name, unit), text in texts if text), style, longest)


def _fields(fields: Iterable[tuple[str, str]], style: Style, longest: int | None = None) -> str:
    """Return names and texts, one below the other; the longest name of all there are takes so many cells."""
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_header=False)
    table.add_column(
        justify="left", no_wrap=style.width is None, min_width=longest and min(longest, (style.width or longest) // 2)
    )
    table.add_column(justify="left", overflow="fold")
    for name, text in fields:
        table.add_row(Text(name, style="bold"), Text(text))
    return drawn(table, style)


def fitting_columns(listing: Listing[Any], style: Style) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the columns that a table shows, and of those it leaves out for want of width."""
    columns = list(listing.columns_named(listing.on_terminal))
    if listing.chosen:
        return listing.chosen, ()
    kept = _fitting(human.grid(listing, columns, style), style.width)
    names = [column.name for column in columns]
    return (
        tuple(name for index, name in enumerate(names) if index in kept),
        tuple(name for index, name in enumerate(names) if index not in kept),
    )


def _fitting(shown: human.Grid, width: int | None) -> set[int]:
    """Return the columns that fit side by side: the least important go first, those of rank 0 stay."""
    widths = _widths(shown)
    kept = sorted(range(len(widths)), key=lambda index: (shown.columns[index].rank, index))
    while shown.columns[kept[-1]].rank > 0 and not _fits(shown, widths, kept, width):
        kept.pop()
    return set(kept)


def _fits(shown: human.Grid, widths: Sequence[int], kept: Collection[int], width: int | None) -> bool:
    """Return whether columns of these widths fit side by side, prose in lines of a few words."""
    least = [
        min(needed, _PROSE) if column.kind is Kind.PROSE else needed
        for needed, column in zip(widths, shown.columns, strict=True)
    ]
    return width is None or sum(least[index] + _GAP for index in kept) - _GAP <= width


def _fits_by_words(shown: human.Grid, width: int | None) -> bool:
    """Return whether all columns fit side by side where they are broken at words, numbers not at all."""
    rows = [*shown.rows, *([shown.totals] if shown.totals else [])]
    taken = 0
    for index, (column, heading) in enumerate(zip(shown.columns, shown.headings, strict=True)):
        cells = [row[index] for row in rows]
        whole = cells if column.kind in human.NUMERIC else [word for text in cells for word in text.split()]
        taken += _GAP + max(map(cell_len, [*whole, *(word for line in heading for word in line.split())]), default=0)
    return width is None or taken - _GAP <= width


def _widths(shown: human.Grid) -> list[int]:
    """Return how many cells each column takes."""
    rows = [*shown.rows, *([shown.totals] if shown.totals else [])]
    return [
        max(cell_len(text) for text in (*heading, *(row[index] for row in rows)))
        for index, heading in enumerate(shown.headings)
    ]


def drawn(what: RenderableType, style: Style) -> str:
    """Return lines of a table or a text as wide as the terminal, without spaces at their ends."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=style.width or UNLIMITED,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )
    console.print(what)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().split("\n")[:-1])
