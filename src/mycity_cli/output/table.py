"""Tables for a terminal, drawn by Rich."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator
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
    crowded = not _fits(shown, kept, style.width)
    if crowded:
        # Numbers are not broken as long as headings can be.
        words = [tuple(word for line in heading for word in line.split()) for heading in shown.headings]
        shown = shown._replace(headings=words)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_header=style.header is not False)
    numeric = {index for index in kept if shown.columns[index].kind in human.NUMERIC}
    widths = _widths(shown)

    def cell(index: int, text: str, emphasis: str = "") -> Text:
        # Set flush right by hand: Rich would take off the spaces that keep the decimal points below each other.
        return Text(text.rjust(widths[index]) if index in numeric else text, style=emphasis)

    for index in kept:
        heading = "\n".join(cell(index, line).plain for line in shown.headings[index])
        # A number that is broken over two lines reads as two numbers; one that is cut shows that it is.
        wraps = index not in numeric and (crowded or shown.columns[index].kind is Kind.PROSE)
        overflow: Literal["fold", "ellipsis"] = "ellipsis" if index in numeric else "fold"
        table.add_column(Text(heading, style="bold"), overflow=overflow, no_wrap=not wraps)
    strong = [False] * len(shown.rows) if listing.is_strong is None else map(listing.is_strong, listing.records)
    for row, stands_out in zip(shown.rows, strong, strict=True):
        table.add_row(*(cell(index, row[index], "bold" if stands_out else "") for index in kept))
    if shown.totals is not None:
        table.add_row(*(cell(index, shown.totals[index], "bold") for index in kept))
    yield drawn(table, style)


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
    while shown.columns[kept[-1]].rank > 0 and not _fits(shown, kept, width):
        kept.pop()
    return set(kept)


def _fits(shown: human.Grid, kept: Collection[int], width: int | None) -> bool:
    """Return whether columns fit side by side, prose in lines of a few words."""
    widths = [
        min(needed, _PROSE) if column.kind is Kind.PROSE else needed
        for needed, column in zip(_widths(shown), shown.columns, strict=True)
    ]
    return width is None or sum(widths[index] + _GAP for index in kept) - _GAP <= width


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
