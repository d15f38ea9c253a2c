"""Cells as machines read them: no colour, no hedge signs, nothing cut, amounts as plain decimals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mycity_cli.errors import visible
from mycity_cli.exact import Rational, plain, rounded
from mycity_cli.figure import Figure, Scale
from mycity_cli.figure.amount_words import QUOTIENT_PLACES, amount_text, number_text
from mycity_cli.figure.required import NoMoney
from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing, Nested, list_items
from mycity_cli.output.render import Style
from mycity_cli.period import Period


def cell_text(cell: Cell, kind: Kind, style: Style) -> str:
    """Return a cell as text; the empty text where a value is missing."""
    # In the order in which cells are met in a long table: most of them are of the first few kinds.
    match cell:
        case str():
            return cell
        case None | NoMoney.NONE:
            return ""
        case Period():
            return cell.text
        case Figure():
            return amount_text(cell, style.scale or Scale.YUAN) if kind is Kind.AMOUNT else plain(cell.value)
        case tuple():
            # Names hold commas: "Cupertino, California".
            return cell[0] if len(cell) == 1 and type(cell[0]) is str else ";".join(list_items(cell))
        case Nested():
            return cell_text(cell.shown, kind, style)
        case Mapping():
            return ";".join(list_items(cell))
        case bool():
            return str(cell).lower()
        case _:
            return _number_text(cell, kind, style)


def _number_text(number: Rational, kind: Kind, style: Style) -> str:
    match kind:
        case Kind.SHARE:
            return rounded(number, QUOTIENT_PLACES)
        case Kind.AMOUNT:
            return amount_text(number, style.scale or Scale.YUAN)
        case _:
            return number_text(number)


def rows_of(listing: Listing[Any], columns: Sequence[Column[Any]], style: Style) -> Iterator[list[str]]:
    """Yield the cells of each record as text, with what could act on a terminal written out."""
    cells = [(column.get, column.kind) for column in columns]
    for record in listing.records:
        texts = [cell if type(cell := get(record)) is str else cell_text(cell, kind, style) for get, kind in cells]
        # One look at the whole row: hardly any has a character that must be written out.
        yield texts if "".join(texts).isprintable() else list(map(visible, texts))


def card_as_listing(card: Card, style: Style) -> Listing[Any]:
    """Return a card as a listing of two columns, `field` and `value`."""
    names = ("field", "value")
    rows = [(column.name, cell_text(cell, column.kind, style)) for column, cell in card.fields]
    columns: tuple[Column[Any], ...] = (
        Column("field", lambda row: str(row[0])),
        Column("value", lambda row: str(row[1])),
    )
    return Listing(columns, rows, default=names, on_terminal=names, in_json=names, notes=card.notes)
