"""CSV as in RFC 4180, with a header line unless it is turned off. A spreadsheet runs no cell, unless they are raw."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from mycity_cli.figure import Scale
from mycity_cli.figure.amount_words import scale_name
from mycity_cli.output.listing import Card, Column, Kind, Listing
from mycity_cli.output.machine import card_as_listing, rows_of
from mycity_cli.output.render import Style
from mycity_cli.spreadsheet import kept_text


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a line for each record."""
    columns = listing.columns_named(listing.in_files)
    line = csv.writer(_Line(), lineterminator="\n").writerow
    if style.header is not False:
        yield line([_name(column, listing, style) for column in columns])
    for cells in rows_of(listing, columns, style):
        yield line(cells if style.raw else map(kept_text, cells))


def _name(column: Column[Any], listing: Listing[Any], style: Style) -> str:
    """Return what a column is called; amounts in another scale than their base units are called so too."""
    if column.kind is not Kind.AMOUNT or style.scale in (None, Scale.YUAN):
        return column.name
    return f"{column.name} ({scale_name(style.scale, listing.unit)})"


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield a line for each field: its name and its value."""
    return listing(card_as_listing(card, style), style)


class _Line:
    """What a writer of CSV writes to: it hands every line back, as the writer then does too."""

    def write(self, line: str) -> str:
        return line
