"""Results as pages: lists as tables, records in full, fact sheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from mycity_cli.messages import Language, counted, say, told
from mycity_cli.output.grounds import Grounds
from mycity_cli.output.human import NUMERIC, card_for_people, grid
from mycity_cli.output.listing import Card, Cell, Listing
from mycity_cli.output.pages.bar_lines import column
from mycity_cli.output.pages.captions import named, origin
from mycity_cli.output.pages.fact_sheet import FactSheet, sheet_page
from mycity_cli.output.pages.paper import page
from mycity_cli.output.pages.words import words_of
from mycity_cli.output.proofs.parts import source_text, url_of
from mycity_cli.output.render import Style
from mycity_cli.query.data import KnownSource

_MOST_ROWS = 10_000
"""So many rows a page has at most: with more a browser takes long to show it."""


class _ColumnHeading(NamedTuple):
    """The heading of a column, its unit, and whether its cells are numbers."""

    heading: str
    unit: str
    number: bool


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a listing as a page with a table. Raises MissingExtraError where the extra for it is not installed."""
    rest = iter(listing.records)
    shown = listing._replace(records=list(islice(rest, _MOST_ROWS)))
    more = sum(1 for _ in rest)
    columns = list(shown.columns_named(shown.chosen or shown.on_terminal))
    table = grid(shown, columns, style)
    cells = [column(texts) for texts in zip(*table.rows, strict=True)] or [[] for _ in columns]
    language = style.language
    words = words_of(language)["listing"]
    grounds = listing.grounds
    provenance = None if grounds is None else grounds.provenance
    cut = say("the first {shown:,} of {of:,} rows are shown", shown=_MOST_ROWS, of=_MOST_ROWS + more)
    notes: list[str] = [cut] if more else []
    yield page(
        "listing.html.jinja",
        language,
        title=told(listing.title, language) or words["title"],
        kicker=words["kicker"],
        lead="" if provenance is None else named(provenance),
        origin=[] if provenance is None else origin(provenance, language),
        sources=[(told(source_text(each), language), url_of(each)) for each in _cited(shown, grounds)],
        columns=[
            _ColumnHeading(heading[0], " ".join(heading[1:]), each.kind in NUMERIC)
            for each, heading in zip(columns, table.headings, strict=True)
        ],
        rows=list(zip(*cells, strict=True)),
        totals=None if table.totals is None else column(table.totals),
        caption=told(counted("{number:,} row", "{number:,} rows", len(table.rows)), language),
        notes=[told(note, language) for note in (*notes, *listing.notes())],
    )


def _cited(shown: Listing[Any], grounds: Grounds | None) -> list[KnownSource | str]:
    """Return the sources that the records name, each once, with all that is known of it; none without grounds."""
    if grounds is None:
        return []
    columns = [column for column in shown.columns if column.name == "sources"]
    cells = [column.get(record) for column in columns for record in shown.records]
    ids = dict.fromkeys(id for cell in cells for id in _source_ids(cell))
    return [grounds.source(id) or id for id in ids]


def _source_ids(cell: Cell) -> Iterator[str]:
    """Yield the ids of sources that a cell names."""
    for each in cell if isinstance(cell, tuple) else ():
        yield each if isinstance(each, str) else each.id


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield one record in full as a page. Raises MissingExtraError where the extra for it is not installed."""
    title = words_of(style.language)["listing"]["record"]
    return listing(card_for_people(card, style)._replace(title=title, grounds=card.grounds), style)


def sheet(sheet: FactSheet, language: Language) -> Iterator[str]:
    """Yield a fact sheet. Raises MissingExtraError where the extra for it is not installed."""
    yield sheet_page(sheet, language)
