"""Cells that state nothing: empty ones, and the words that tables write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mycity_cli.tables.cell_words import folded, word_set

_MOST_TOLD = 4


class Missing:
    """Tells which texts state nothing; `has_digits` says whether any begins with one."""

    def __init__(self, others: Iterable[str] = ()) -> None:
        self._words = word_set("missing", "words") | {folded(other) for other in others}
        self.has_digits = any(word[:1].isdecimal() for word in self._words)
        self._no_money = word_set("missing", "no_money") - {folded(other) for other in others}

    def __contains__(self, text: object) -> bool:
        if not isinstance(text, str):
            return False
        # Most cells begin with a digit, and few words do.
        if text[:1].isdecimal() and not self.has_digits:
            return False
        return not text or text.isspace() or folded(text) in self._words

    def is_no_money(self, text: str) -> bool:
        """Return whether a text says that no money is ever stated."""
        return folded(text) in self._no_money


def missing_note(column: str, counted: Counter[str]) -> list[str]:
    """Return the note that counts the cells of a column that state nothing in words, if there are any."""
    if not counted:
        return []
    most = sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:_MOST_TOLD]
    told = [f"{number} × '{text}'" for text, number in most]
    if len(counted) > _MOST_TOLD:
        others = sum(counted.values()) - sum(number for _, number in most)
        told.append(f"{others} {'other' if others == 1 else 'others'}")
    cells = sum(counted.values())
    states = "cell of '{}' states" if cells == 1 else "cells of '{}' state"
    return [f"{cells} {states.format(column)} nothing: {', '.join(told)}"]
