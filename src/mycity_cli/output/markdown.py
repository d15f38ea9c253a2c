"""Markdown tables, as GitHub and pandoc read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mycity_cli.errors import visible
from mycity_cli.messages import Language, say, say_as, told
from mycity_cli.output.human import NUMERIC, Grid, card_for_people, grid
from mycity_cli.output.listing import Card, Column, Kind, Listing
from mycity_cli.output.render import Style

# Everything that Markdown or the HTML in it could take for markup.
_ESCAPED = {ord(c): f"\\{c}" for c in "\\`*_[]<>|#~&"}


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield the lines of a table, and below it its notes."""
    shown = grid(listing, list(listing.columns_named(listing.chosen or listing.on_terminal)), style)
    if style.header is not False:
        yield _line([_heading(column, heading, style.language) for column, heading in _headed(shown)])
        yield "".join("| ---: " if column.kind in NUMERIC else "| --- " for column in shown.columns) + "|\n"
    for row in shown.rows:
        yield _line(row)
    if shown.totals is not None:
        yield _line(shown.totals)
    yield from notes(listing.notes(), style.language)


def _headed(shown: Grid) -> Iterable[tuple[Column[Any], tuple[str, ...]]]:
    return zip(shown.columns, shown.headings, strict=True)


def _heading(column: Column[Any], lines: tuple[str, ...], language: Language) -> str:
    """Return the heading of a column on one line: `Amount, billion yuan`."""
    if len(lines) == 1:
        return lines[0]
    if column.kind is Kind.AMOUNT:
        return told(say_as("heading", "{title}, {unit}", title=lines[0], unit=lines[1]), language)
    return told(say_as("heading", "{first}, {second}", first=lines[0], second=lines[1]), language)


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield a table of two columns: the fields and their values."""
    return listing(card_for_people(card, style), style)


def notes(found: Iterable[str], language: Language = Language.ENGLISH) -> Iterator[str]:
    """Yield the lines of a list that stands below a table, a note an item; nothing where there is none."""
    for number, note in enumerate(found):
        yield "\n" if not number else ""
        yield f"- {told(say('note: {note}', note=escaped(told(note, language))), language)}\n"


def escaped(text: str) -> str:
    """Return a text in which nothing is markup, and nothing acts on a terminal."""
    return visible(text.strip()).translate(_ESCAPED)


def line(*cells: str, plain: bool = False) -> str:
    """Return a row of a table of texts; `plain` leaves them as they are."""
    return "".join(f"| {cell if plain else escaped(cell)} " for cell in cells) + "|\n"


def _line(cells: list[str]) -> str:
    return "".join(f"| {cell.strip().translate(_ESCAPED)} " for cell in cells) + "|\n"
