"""Columns that were not used although they may decide what amounts mean, or whether rows count at all."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from mycity_cli.tables.cell_words import bare, folded, word_set

NOT_USED = "not used: "
"""How the note on such columns begins."""

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
            shown = ", ".join(cells[:_MOST_TOLD]) + "…" * (len(cells) > _MOST_TOLD)
            told.append(f"'{name}' ({shown})")
    return [f"{NOT_USED}{', '.join(told)}; choose rows by it with --where"] if told else []


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
