"""Columns that were not used although they may decide what amounts mean, or whether rows count at all."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from mycity_cli.messages import listed, say
from mycity_cli.tables.cell_words import bare, folded, word_set

_MOST_TEXTS = 60
"""A column of more different texts holds names or remarks."""

_MOST_TOLD = 3


def unused_note(columns: Sequence[str], used: Container[int], texts: Callable[[int], Iterable[str]]) -> list[str]:
    """Return the note that names the columns, of those not used, that look like a currency, a unit or a status."""
    told = []
    for place, name in enumerate(columns):
        if place in used:
            continue
        cells = list(texts(place))
        if cells and len(cells) <= _MOST_TEXTS and (_is_named_so(name) or _has_such_cells(cells)):
            shown = listed(cells[:_MOST_TOLD])
            is_all = len(cells) <= _MOST_TOLD
            told.append(
                say("'{name}' ({cells})", name=name, cells=shown)
                if is_all
                else say("'{name}' ({cells}…)", name=name, cells=shown)
            )
    return [say("not used: {columns}; choose rows by it with --where", columns=listed(told))] if told else []


def _is_named_so(name: str) -> bool:
    return bare(name) in {bare(word) for word in word_set("unused", "names")}


def _has_such_cells(cells: Sequence[str]) -> bool:
    """Return whether the texts of a column are statuses or currencies, at least most of them."""
    statuses = word_set("unused", "statuses")
    found = sum(folded(cell) in statuses or _is_currency(cell) for cell in cells)
    return 2 * found > len(cells)


def _is_currency(cell: str) -> bool:
    if len(cell) != 3 or not (cell.isascii() and cell.isupper()):
        return False
    from mycity_cli.figure.lexicon import LEXICON

    return cell in LEXICON.currencies
