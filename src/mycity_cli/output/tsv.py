"""Tab-separated lines, for `cut` and `awk`: no header unless asked for, one line a record whatever a name holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mycity_cli.output.listing import Card, Listing
from mycity_cli.output.machine import card_as_listing, rows_of
from mycity_cli.output.render import Style


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a line for each record."""
    columns = listing.columns_named(listing.chosen or listing.default)
    if style.header:
        yield "\t".join(column.name for column in columns) + "\n"
    for cells in rows_of(listing, columns, style):
        yield "\t".join(cells) + "\n"


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield a line for each field: its name and its value."""
    return listing(card_as_listing(card, style), style)
