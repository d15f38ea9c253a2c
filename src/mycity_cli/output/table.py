"""Tables for a terminal: which columns there is room for, and how they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.figure.amount_words import scale_name, with_unit
from mycity_cli.messages import Language, told
from mycity_cli.output import human
from mycity_cli.output.amounts import best_scale
from mycity_cli.output.bars import Chart
from mycity_cli.output.drawing import GAP, UNLIMITED, Track, cells_of, drawn, side_by_side
from mycity_cli.output.line_breaks import in_lines
from mycity_cli.output.listing import Card, Column, Kind, Listing
from mycity_cli.output.render import Style
from mycity_cli.output.verdict_colors import color_of

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["UNLIMITED", "card", "chart", "drawn", "fitted", "fitting_columns", "lines", "listing"]

_PROSE = 18
"""How many cells prose needs at least to be read with ease."""


class Fitted(NamedTuple):
    """A listing as text, and which of its columns there is room for: those kept, by number, and those left out."""

    grid: human.Grid
    kept: list[int]
    dropped: tuple[str, ...]
    stacked: bool
    """Whether the cells of a row stand one below the other."""
    strong: tuple[bool, ...] = ()
    """Which rows stand out."""


def fitted(listing: Listing[Any], style: Style) -> Fitted:
    """Return a listing as a table shows it: on a terminal too narrow for all its columns, without the least important.

    Where columns that the user named cannot stand side by side without broken words, they stand one below the other.
    """
    shown = human.grid(listing, list(listing.columns_named(listing.chosen or listing.on_terminal)), style)
    everything = list(range(len(shown.columns)))
    strong = () if listing.is_strong is None else tuple(map(listing.is_strong, listing.records))
    if listing.chosen:
        return Fitted(shown, everything, (), stacked=not _fits_by_words(shown, style.width), strong=strong)
    kept = sorted(_fitting(shown, style.width))
    dropped = [shown.columns[index] for index in everything if index not in kept]
    if any(column.kind is Kind.AMOUNT for column in dropped):
        # The unit is that of the amounts that are shown.
        shown = human.grid(listing, [shown.columns[index] for index in kept], style)
        kept = list(range(len(kept)))
    return Fitted(shown, kept, tuple(column.name for column in dropped), stacked=False, strong=strong)


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a table, as `fitted` has it."""
    yield from lines(fitted(listing, style), style)


def lines(table: Fitted, style: Style) -> Iterator[str]:
    """Yield the lines of a table."""
    shown, kept = table.grid, table.kept
    if table.stacked:
        yield from _one_below_the_other(shown, style)
        return
    crowded = not _fits(shown, kept, style.width)
    if crowded:
        # Numbers are not broken as long as headings can be.
        words = [tuple(word for line in heading for word in line.split()) for heading in shown.headings]
        shown = shown._replace(headings=words)
    numeric = {index for index in kept if shown.columns[index].kind in human.NUMERIC}
    widths = _widths(shown)

    def text(index: int, text: str) -> str:
        # Set flush right by hand: Rich would take off the spaces that keep the decimal points below each other.
        return " " * (widths[index] - cells_of(text)) + text if index in numeric else text

    columns = [
        Track(
            "\n".join(text(index, line) for line in shown.headings[index]),
            [text(index, row[index]) for row in shown.rows],
            None if shown.totals is None else text(index, shown.totals[index]),
            # A number that is broken over two lines reads as two numbers; one that is cut shows that it is.
            wraps=index not in numeric and (crowded or shown.columns[index].kind is Kind.PROSE),
            cut=index in numeric,
            words=shown.columns[index].kind is Kind.VERDICT and style.color,
        )
        for index in kept
    ]
    yield from side_by_side(columns, style, table.strong)


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield the fields of a record, one below the other."""
    from rich.text import Text

    language = style.language
    scale = style.scale or best_scale((cell for column, cell in card.fields if column.kind is Kind.AMOUNT), language)
    unit = scale_name(scale, card.unit)
    texts = ((column, human.field_text(column, cell, scale, language)) for column, cell in card.fields)
    yield _fields(
        (
            (
                Text(told(column.heading, language), f"bold {color_of(column.name)}"),
                _painted(column, _with_unit(text, unit, language) if column.kind is Kind.AMOUNT else text, language),
            )
            for column, text in texts
            if text
        ),
        style,
    )


def _with_unit(text: str, unit: str, language: Language) -> str:
    """Return an amount with its unit behind it; the word that there is none has no unit."""
    if not any(map(str.isdigit, text)):
        return text
    return told(with_unit(text, unit), language)


def _painted(column: Column[Any], text: str, language: Language) -> Text:
    """Return the text of a cell, a verdict in its colour."""
    from rich.text import Text

    if column.kind is Kind.VERDICT:
        # The word has the style, and not the spaces that fill its column.
        return Text().append(text, color_of(text, language))
    return Text(text)


def chart(drawn: Chart, style: Style) -> Iterator[str]:
    """Yield groups as bars of text."""
    from mycity_cli.output.chart import chart

    return chart(drawn.bars, style.width, color=style.color, language=style.language)


def _one_below_the_other(shown: human.Grid, style: Style) -> Iterator[str]:
    """Yield the cells of each row with their headings, one below the other, and an empty line between rows."""
    from rich.text import Text

    language = style.language
    named = [
        (column, heading[0], heading[1]) if column.kind is Kind.AMOUNT else (column, " ".join(heading), "")
        for column, heading in zip(shown.columns, shown.headings, strict=True)
    ]
    longest = max(cells_of(name) for _, name, _ in named)
    for number, row in enumerate([*shown.rows, *([shown.totals] if shown.totals else [])]):
        yield "\n" if number else ""
        texts = zip(named, map(str.strip, row), strict=True)
        fields = (
            (Text(name, "bold"), _painted(column, _with_unit(text, unit, language) if unit else text, language))
            for (column, name, unit), text in texts
            if text
        )
        yield _fields(fields, style, longest)


def _fields(fields: Iterable[tuple[Text, Text]], style: Style, longest: int | None = None) -> str:
    """Return names and texts, one below the other; the longest name of all there are takes so many cells."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=False)
    table.add_column(
        justify="left", no_wrap=style.width is None, min_width=longest and min(longest, (style.width or longest) // 2)
    )
    table.add_column(justify="left", overflow="fold")
    rows = list(fields)
    beside = max((name.cell_len for name, _ in rows), default=0) + GAP
    room = None if style.width is None else style.width - max(beside, (longest or 0) + GAP)
    for name, text in rows:
        table.add_row(name, in_lines(text, room, style.language))
    return drawn(table, style)


def fitting_columns(listing: Listing[Any], style: Style) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the columns that a table shows, and of those it leaves out for want of width."""
    table = fitted(listing, style)
    return tuple(table.grid.columns[index].name for index in table.kept), table.dropped


def _fitting(shown: human.Grid, width: int | None) -> set[int]:
    """Return the columns that fit side by side: the least important go first, those of rank 0 stay."""
    widths = _widths(shown)
    kept = sorted(range(len(widths)), key=lambda index: (shown.columns[index].rank, index))
    while shown.columns[kept[-1]].rank > 0 and not _fits(shown, kept, width, widths):
        kept.pop()
    return set(kept)


def _fits(shown: human.Grid, kept: Collection[int], width: int | None, widths: Sequence[int] | None = None) -> bool:
    """Return whether columns fit side by side, prose in lines of a few words."""
    if width is None:
        return True
    least = [
        min(needed, _PROSE) if column.kind is Kind.PROSE else needed
        for needed, column in zip(widths or _widths(shown), shown.columns, strict=True)
    ]
    return sum(least[index] + GAP for index in kept) - GAP <= width


def _fits_by_words(shown: human.Grid, width: int | None) -> bool:
    """Return whether all columns fit side by side where they are broken at words, numbers not at all."""
    if width is None:
        return True
    rows = [*shown.rows, *([shown.totals] if shown.totals else [])]
    taken = 0
    for index, (column, heading) in enumerate(zip(shown.columns, shown.headings, strict=True)):
        cells = [row[index] for row in rows]
        whole = cells if column.kind in human.NUMERIC else [word for text in cells for word in text.split()]
        taken += GAP + max(map(cells_of, [*whole, *(word for line in heading for word in line.split())]), default=0)
    return taken - GAP <= width


def _widths(shown: human.Grid) -> list[int]:
    """Return how many cells each column takes."""
    columns = list(zip(*shown.rows, *([shown.totals] if shown.totals else []), strict=True)) or [()] * len(
        shown.columns
    )
    return [
        max(cells_of(text) for text in (*heading, *texts))
        for heading, texts in zip(shown.headings, columns, strict=True)
    ]
