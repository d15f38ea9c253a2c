"""Cells as people read them: one unit for all amounts, hedges as signs, decimal points below each other."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from mycity_cli.errors import visible
from mycity_cli.exact import Rational, grouped, plain, rounded
from mycity_cli.figure import Bound, Figure, Scale
from mycity_cli.figure.amount_words import amount_text, number_text, scale_name
from mycity_cli.output.amounts import MARKS, best_scale
from mycity_cli.output.listing import Cell, Column, Kind, Listing, Nested, list_items
from mycity_cli.output.render import Style

RANGE = "–"
"""What stands between the ends of a range."""

NUMERIC = (Kind.COUNT, Kind.NUMBER, Kind.AMOUNT, Kind.SHARE)


_FIGURES = (Kind.COUNT, Kind.NUMBER, Kind.AMOUNT)
_NONE_YES_NO = {None: "", True: "yes", False: "no"}


class Grid(NamedTuple):
    """A listing as text: the headings (title, and unit where there is one), the rows, and the row of totals if any."""

    columns: list[Column[Any]]
    headings: list[tuple[str, ...]]
    rows: list[list[str]]
    totals: list[str] | None


def grid(listing: Listing[Any], columns: list[Column[Any]], style: Style) -> Grid:
    """Return the columns of a listing as text."""
    records = list(listing.records)
    everything = records if listing.totals is None else [*records, listing.totals]
    money = [column.get(record) for column in columns if column.kind is Kind.AMOUNT for record in everything]
    scale = style.scale or best_scale(money)
    cells = [[cell_text(column.get(record), column.kind, scale) for record in everything] for column in columns]
    for column, texts in zip(columns, cells, strict=True):
        if column.kind in NUMERIC:
            texts[:] = aligned(texts)
    rows = [list(row) for row in zip(*cells, strict=True)]
    headings: list[tuple[str, ...]] = [
        (column.heading, scale_name(scale, listing.unit))
        if column.kind is Kind.AMOUNT
        else tuple(column.heading.split("\n"))
        for column in columns
    ]
    totals = rows.pop() if listing.totals is not None and rows else None
    return Grid(columns, headings, rows, totals)


def cell_text(cell: Cell, kind: Kind, scale: Scale) -> str:
    """Return a cell as text; the empty text where a value is missing."""
    match cell:
        case None | True | False:
            return _NONE_YES_NO[cell]
        case tuple() | Mapping():
            return visible(", ".join(list_items(cell)))
        case int() | Fraction() if kind is Kind.SHARE:
            return share_text(cell)
        case Figure() if kind in _FIGURES:
            return _figure_text(cell, kind, scale)
        case int() | Fraction() if kind is Kind.AMOUNT:
            return grouped(amount_text(cell, scale))
        case int() | Fraction() if not isinstance(cell, bool):
            return grouped(number_text(cell))
        case Nested():
            return cell_text(cell.shown, kind, scale)
        case _:
            return visible(str(cell).lower() if isinstance(cell, bool) else str(cell))


def _figure_text(figure: Figure, kind: Kind, scale: Scale) -> str:
    """Return a stated number: with the sign of its hedge, a range with both its ends."""
    if kind is Kind.NUMBER:
        return grouped(plain(figure.value))
    mark = MARKS[figure.bound]
    high = figure.interval.high if figure.bound is Bound.BETWEEN else None
    written = grouped(amount_text(figure, scale) if kind is Kind.AMOUNT else plain(figure.value))
    return f"{mark}{written}" if high is None else f"{written}{RANGE}{cell_text(high.value, kind, scale)}"


def share_text(share: Rational) -> str:
    """Return a share as a percentage with one decimal; what is too small for that is not called zero."""
    if 0 < share < Fraction(1, 2000):
        return "<0.1%"
    return f"{rounded(share * 100, 1)}%"


def aligned(texts: list[str]) -> list[str]:
    """Return numbers padded to one width, their decimal points below each other."""
    after_point = [len(last) - last.index(".") if "." in (last := text.split(RANGE)[-1]) else 0 for text in texts]
    longest = max(after_point, default=0)
    padded = [text + " " * (longest - length) for text, length in zip(texts, after_point, strict=True)]
    width = max(map(len, padded), default=0)
    return [text.rjust(width) if text.strip() else "" for text in padded]
