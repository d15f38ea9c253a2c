"""Cells as machines read them: no colour, no hedge signs, nothing cut, amounts as plain decimals."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mycity_cli.exact import plain, rounded
from mycity_cli.figure import Figure, Scale
from mycity_cli.output.amounts import QUOTIENT_PLACES, amount_text, number_text
from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing, Nested, list_items
from mycity_cli.output.render import Style


def cell_text(cell: Cell, kind: Kind, style: Style) -> str:
    """Return a cell as text; the empty text where a value is missing."""
    match cell:
        case str():
            return cell
        case None:
            return ""
        case int() | Fraction() if kind is Kind.SHARE:
            return rounded(cell, QUOTIENT_PLACES)
        case Figure() | int() | Fraction() if kind is Kind.AMOUNT:
            return amount_text(cell, style.scale or Scale.YUAN)
        case Figure():
            return plain(cell.value)
        case int():
            return str(cell)
        case Fraction():
            return number_text(cell)
        case Nested():
            return cell_text(cell.shown, kind, style)
        case tuple() | Mapping():
            # Names hold commas: "Cupertino, California".
            return ";".join(list_items(cell))
        case _:
            return str(cell)


def card_as_listing(card: Card, style: Style) -> Listing[Any]:
    """Return a card as a listing of two columns, `field` and `value`."""
    names = ("field", "value")
    rows = [(column.name, cell_text(cell, column.kind, style)) for column, cell in card.fields]
    columns: tuple[Column[Any], ...] = (
        Column("field", lambda row: str(row[0])),
        Column("value", lambda row: str(row[1])),
    )
    return Listing(columns, rows, default=names, on_terminal=names, in_json=names)
