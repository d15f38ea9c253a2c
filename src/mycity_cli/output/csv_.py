"""CSV as in RFC 4180, with a header line unless it is turned off. A spreadsheet runs no cell, unless they are raw."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from mycity_cli.output.listing import Card, Listing
from mycity_cli.output.machine import card_as_listing, rows_of
from mycity_cli.output.render import Style
from mycity_cli.spreadsheet import kept_text


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a line for each record."""
    columns = listing.columns_named(listing.in_files)
    line = csv.writer(_Line(), lineterminator="\n").writerow
    if style.header is not False:
        yield line([column.name for column in columns])
    for cells in rows_of(listing, columns, style):
        yield line(cells if style.raw else map(kept_text, cells))


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield a line for each field: its name and its value."""
    return listing(card_as_listing(card, style), style)


class _Line:
    """What a writer of CSV writes to: it hands every line back, as the writer then does too."""

    def write(self, line: str) -> str:
        return line
