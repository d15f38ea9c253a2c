"""CSV as in RFC 4180, with a header line unless it is turned off. A spreadsheet runs no cell, unless they are raw."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from mycity_cli.errors import visible
from mycity_cli.output.listing import Card, Listing
from mycity_cli.output.machine import card_as_listing, cell_text
from mycity_cli.output.render import Style
from mycity_cli.spreadsheet import kept_text


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a line for each record."""
    columns = listing.columns_named(listing.chosen or listing.default)
    if style.header is not False:
        yield _line([column.name for column in columns])
    shown = str if style.raw else kept_text
    for record in listing.records:
        yield _line([shown(visible(cell_text(column.get(record), column.kind, style))) for column in columns])


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield a line for each field: its name and its value."""
    return listing(card_as_listing(card, style), style)


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()
