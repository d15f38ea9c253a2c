"""Cells as people read them: one unit for all amounts, hedges as signs, decimal points below each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from mycity_cli.errors import visible
from mycity_cli.exact import Rational, grouped, plain, rounded
from mycity_cli.figure import Bound, Figure, Scale
from mycity_cli.figure.amount_words import amount_text, number_text, scale_name
from mycity_cli.figure.required import NoMoney
from mycity_cli.messages import Language, listed, say, say_as, told
from mycity_cli.model import Cited
from mycity_cli.output.amounts import MARKS, best_scale
from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing, Nested, list_items
from mycity_cli.output.machine import card_as_listing
from mycity_cli.output.naming import NO_MONEY, cited_text
from mycity_cli.output.render import Style
from mycity_cli.output.verdict_colors import verdict_word
from mycity_cli.period import Period

RANGE = "–"
"""What stands between the ends of a range."""

NUMERIC = (Kind.COUNT, Kind.NUMBER, Kind.AMOUNT, Kind.SHARE)


_FIGURES = (Kind.COUNT, Kind.NUMBER, Kind.AMOUNT)
_WORDS: Mapping[NoMoney | bool | None, str] = {
    None: "",
    True: say_as("flag", "yes"),
    False: say_as("flag", "no"),
    NoMoney.NONE: NO_MONEY,
}


class Grid(NamedTuple):
    """A listing as text: the headings (title, and unit where there is one), the rows, and the row of totals if any."""

    columns: list[Column[Any]]
    headings: list[tuple[str, ...]]
    rows: list[list[str]]
    totals: list[str] | None


def grid(listing: Listing[Any], columns: list[Column[Any]], style: Style) -> Grid:
    """Return the columns of a listing as text."""
    records = list(listing.records)
    everything = records if listing.totals is None else [*records, listing.totals]
    language = style.language
    money = [column.get(record) for column in columns if column.kind is Kind.AMOUNT for record in everything]
    scale = style.scale or best_scale(money, language)
    cells = [_texts(column, everything, scale, language) for column in columns]
    for column, texts in zip(columns, cells, strict=True):
        if column.kind in NUMERIC:
            texts[:] = aligned(texts)
    rows = [list(row) for row in zip(*cells, strict=True)]
    headings: list[tuple[str, ...]] = [
        (told(column.heading, language), told(scale_name(scale, listing.unit), language))
        if column.kind is Kind.AMOUNT
        else tuple(told(column.heading, language).split("\n"))
        for column in columns
    ]
    totals = rows.pop() if listing.totals is not None and rows else None
    return Grid(columns, headings, rows, totals)


def _texts(column: Column[Any], records: Iterable[Any], scale: Scale, language: Language) -> list[str]:
    """Return the cells of a column as text."""
    get, kind, said = column.get, column.kind, column.said
    if said is None or language is Language.ENGLISH:
        return [cell_text(get(record), kind, scale, language) for record in records]
    return [
        visible(said(cell, language)) if type(cell := get(record)) is str else cell_text(cell, kind, scale, language)
        for record in records
    ]


def field_text(column: Column[None], cell: Cell, scale: Scale, language: Language) -> str:
    """Return the cell of a field of a card as text."""
    return _texts(column._replace(get=lambda _: cell), [None], scale, language)[0]


def card_for_people(card: Card, style: Style) -> Listing[Any]:
    """Return a card as a listing of two columns: its fields by their titles in the language, in English by their names.

    The values have the digits that a program would write.
    """
    listing, language = card_as_listing(card, style), style.language
    if language is Language.ENGLISH:
        return listing
    rows = [
        (told(column.heading, language), _value_text(column, cell, written, language))
        for (column, cell), (_, written) in zip(card.fields, listing.records, strict=True)
    ]
    return listing._replace(records=rows)


def _value_text(column: Column[None], cell: Cell, written: str, language: Language) -> str:
    if isinstance(cell, Figure | Fraction | Period) or (isinstance(cell, int) and not isinstance(cell, bool)):
        return written
    return field_text(column, cell, Scale.YUAN, language)


def cell_text(cell: Cell, kind: Kind, scale: Scale, language: Language = Language.ENGLISH) -> str:
    """Return a cell as text in a language; the empty text where a value is missing."""
    if type(cell) is str and kind is not Kind.VERDICT:
        return visible(cell)  # as most cells are
    match cell:
        case None | bool() | NoMoney():
            return told(_WORDS[cell], language)
        case tuple() | Mapping():
            return visible(list_text(cell, language))
        case int() | Fraction() if kind is Kind.SHARE:
            return share_text(cell)
        case Figure() if kind in _FIGURES:
            return _figure_text(cell, kind, scale)
        case int() | Fraction() if kind is Kind.AMOUNT:
            return grouped(amount_text(cell, scale))
        case int() | Fraction() if not isinstance(cell, bool):
            return grouped(number_text(cell))
        case Nested():
            return cell_text(cell.shown, kind, scale, language)
        case str() if kind is Kind.VERDICT:
            return told(verdict_word(cell), language)
        case _:
            return visible(told(cell, language))


def list_text(cell: tuple[str | Cited, ...] | Mapping[str, str], language: Language) -> str:
    """Return the items of a list as one text."""
    if language is Language.ENGLISH:
        return ", ".join(list_items(cell))
    if isinstance(cell, Mapping):
        named = (say("{name} ({language})", name=name, language=tag) for tag, name in cell.items())
        return told(listed(named), language)
    return told(listed(each if isinstance(each, str) else cited_text(each) for each in cell), language)


def _figure_text(figure: Figure, kind: Kind, scale: Scale) -> str:
    """Return a stated number: with the sign of its hedge, a range with both its ends."""
    if kind is Kind.NUMBER:
        return grouped(plain(figure.value))
    mark = MARKS[figure.bound]
    high = figure.interval.high if figure.bound is Bound.BETWEEN else None
    written = grouped(amount_text(figure, scale) if kind is Kind.AMOUNT else plain(figure.value))
    return f"{mark}{written}" if high is None else f"{written}{RANGE}{cell_text(high.value, kind, scale)}"


def share_text(share: Rational) -> str:
    """Return a share as a percentage with one decimal; what is too small for that is not called zero."""
    if 0 < share < Fraction(1, 2000):
        return "<0.1%"
    return f"{rounded(share * 100, 1)}%"


def aligned(texts: list[str]) -> list[str]:
    """Return numbers padded to one width, their decimal points below each other."""
    after_point = [len(last) - last.index(".") if "." in (last := text.split(RANGE)[-1]) else 0 for text in texts]
    longest = max(after_point, default=0)
    padded = [text + " " * (longest - length) for text, length in zip(texts, after_point, strict=True)]
    width = max(map(len, padded), default=0)
    return [text.rjust(width) if text.strip() else "" for text in padded]
