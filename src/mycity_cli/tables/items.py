"""Several items in one cell, with `;` between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_SPECIAL = re.compile(r"[\\;]|^\s+|\s+$")
_PIECE = re.compile(r"\\([\\;\s])|(.)", re.DOTALL)


def joined(items: Iterable[str]) -> str:
    r"""Return the items with `;` between them; a `;` within one, or white space around it, has a `\` before it."""
    return ";".join(map(escaped, items))


def escaped(item: str) -> str:
    r"""Return an item as it stands in a cell: what could be taken for the end of it has a `\` before it."""
    return _SPECIAL.sub(lambda match: "".join(f"\\{character}" for character in match[0]), item)


def items_of(text: str) -> list[str]:
    """Return the items that were `joined`, without white space around them; none for a text that is blank."""
    if not text or text.isspace():
        return []
    if "\\" not in text:
        return [item.strip() for item in text.split(";")]
    # Each escaped character, each end of an item, and every other character is a match of its own.
    items: list[list[tuple[str, bool]]] = [[]]
    for kept, character in _PIECE.findall(text):
        if character == ";":
            items.append([])
        else:
            items[-1].append((kept or character, bool(kept)))
    return [_stripped(item) for item in items]


@lru_cache(maxsize=10_000)  # many rows cite few sources
def filled_items(text: str | None) -> tuple[str, ...]:
    """Return the items of a text but the empty ones."""
    return tuple(filter(None, items_of(text or "")))


def _stripped(item: list[tuple[str, bool]]) -> str:
    """Return the text of characters without the white space at either end that is not escaped."""
    kept = [at for at, (character, is_kept) in enumerate(item) if is_kept or not character.isspace()]
    return "".join(character for character, _ in item[kept[0] : kept[-1] + 1]) if kept else ""
