"""From a result to text or bytes: the format's own module makes them, from what all formats need to know."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.figure import Scale
from mycity_cli.formats import Format
from mycity_cli.messages import Language

if TYPE_CHECKING:
    from mycity_cli.output.bars import Chart
    from mycity_cli.output.listing import Card, Listing


class Style(NamedTuple):
    """How to write, decided once for the destination.

    `scale` is the unit of amounts; None leaves it to the format: base units for machines, for people the one that suits
    the largest amount. `width` is how many cells a line may take; None is as many as it needs. `header` None leaves the
    header line to the format. `raw` leaves text as it is where a spreadsheet would run it. `numbers` makes numbers of
    the strings that JSON has for amounts. `language` is that of people: what programs read is the same in all.
    """

    scale: Scale | None = None
    width: int | None = None
    color: bool = False
    header: bool | None = None
    raw: bool = False
    numbers: bool = False
    language: Language = Language.ENGLISH


Pieces = Iterator[str] | Iterator[bytes]
"""What a format makes of a result, one after the other: text, each piece of which ends a line, or bytes."""


def render(result: Listing[Any] | Card, format: Format, style: Style) -> Pieces:
    """Return what a format makes of records under columns, or of one record."""
    module = _module_of(format)
    pieces: Pieces = module.listing(result, style) if hasattr(result, "records") else module.card(result, style)
    return pieces


def render_chart(chart: Chart, format: Format, style: Style) -> Pieces:
    """Return what a format makes of groups that are drawn as bars."""
    pieces: Pieces = _module_of(format).chart(chart, style)
    return pieces


def _module_of(format: Format) -> Any:
    # Only the format asked for is imported: Rich is needed by tables alone, json by JSON.
    return import_module(f"mycity_cli.output.{format.form.module}")
