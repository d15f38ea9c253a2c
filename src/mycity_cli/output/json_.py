"""JSON: amounts are strings of plain decimals, what is missing is null, a list is a list even when empty."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from mycity_cli.exact import rational
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.json_text import harmless
from mycity_cli.model import Cited
from mycity_cli.output.human import NUMERIC
from mycity_cli.output.listing import Card, Cell, Kind, Listing, Nested
from mycity_cli.output.machine import cell_text
from mycity_cli.output.render import Style


def listing(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield a list of objects, an object a line."""
    before = "[\n"
    for item in objects(listing, style):
        yield f"{before}  {item}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def card(card: Card, style: Style) -> Iterator[str]:
    """Yield one object, a field a line."""
    yield written(card_object(card, style), indent=2, digits=style.numbers) + "\n"


def objects(listing: Listing[Any], style: Style) -> Iterator[str]:
    """Yield each record as an object on one line."""
    columns = listing.columns_named(listing.chosen or listing.in_json)
    cells = [(column.name, column.get, column.kind) for column in columns]
    for record in listing.records:
        yield written(
            {
                name: cell if type(cell := get(record)) is str else json_value(cell, kind, style)
                for name, get, kind in cells
            },
            digits=style.numbers,
        )


def card_object(card: Card, style: Style) -> dict[str, Any]:
    """Return the fields of a card as an object."""
    return {column.name: json_value(cell, column.kind, style) for column, cell in card.fields}


def json_value(cell: Cell, kind: Kind, style: Style) -> Any:
    """Return a cell as JSON has it: a whole count is a number, an amount a string, a list a list."""
    if cell is None or cell is NoMoney.NONE:
        return [] if kind is Kind.LIST else None
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, Nested):
        inner = [card_object(card, style) for card in cell.cards()]
        return inner if cell.many else next(iter(inner), None)
    if kind is Kind.LIST:
        items = cell if isinstance(cell, tuple) else ()
        return dict(cell) if isinstance(cell, Mapping) else [_item(item) for item in items]
    if isinstance(cell, Mapping):
        return dict(cell)
    if isinstance(cell, bool):
        return cell
    if kind is Kind.COUNT and isinstance(cell, Figure | int | Fraction):
        value = rational(cell.value) if isinstance(cell, Figure) else cell
        return value if isinstance(value, int) else _number(value, kind, style)
    return _number(cell, kind, style) if kind in NUMERIC else cell_text(cell, kind, style)


def _number(cell: Cell, kind: Kind, style: Style) -> str | Digits:
    text = cell_text(cell, kind, style)
    return Digits(text) if style.numbers and isinstance(cell, Figure | int | Fraction) else text


class Digits(NamedTuple):
    """The text of a number that JSON shall have as a number, with all its digits."""

    text: str


def _item(item: str | Cited) -> Any:
    return item if isinstance(item, str) else item.model_dump()


_on_one_line = json.JSONEncoder(ensure_ascii=False).encode


def written(value: Any, *, indent: int | None = None, digits: bool = False) -> str:
    """Return JSON text in which letters stand as they are, and characters that act on a terminal are escaped.

    `digits` says that the value may hold Digits.
    """
    if digits:
        text = _with_digits(value, indent)
    else:
        text = _on_one_line(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent)
    return harmless(text)


def _with_digits(value: Any, indent: int | None, depth: int = 0) -> str:
    """Return what `json` writes, which has no way to write a number that is no float with the digits that it has."""
    match value:
        case Digits():
            return value.text
        case dict():
            items = [f"{_on_one_line(key)}: {_with_digits(each, indent, depth + 1)}" for key, each in value.items()]
            start, end = "{}"
        case list() | tuple():
            items = [_with_digits(each, indent, depth + 1) for each in value]
            start, end = "[]"
        case _:
            return _on_one_line(value)
    if indent is None or not items:
        return f"{start}{', '.join(items)}{end}"
    line = f"\n{' ' * indent * depth}"
    inner = line + " " * indent
    return f"{start}{inner}{f',{inner}'.join(items)}{line}{end}"
