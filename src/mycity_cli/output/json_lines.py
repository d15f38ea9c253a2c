"""JSON Lines: an object on each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mycity_cli.output.json_ import card_object, objects, written
from mycity_cli.output.listing import Card, Listing
from mycity_cli.output.render import Style


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a line for each record."""
    for item in objects(listing, style):
        yield item + "\n"


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield one line with all the fields."""
    yield written(card_object(card, style), digits=style.numbers) + "\n"
