"""Cells that state nothing: empty ones, and the words that tables write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mycity_cli.messages import counted, listed, say
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


def missing_note(column: str, words: Counter[str]) -> list[str]:
    """Return the note that counts the cells of a column that state nothing in words, if there are any."""
    if not words:
        return []
    most = sorted(words.items(), key=lambda each: (-each[1], each[0]))[:_MOST_TOLD]
    told = [say("{number} × '{text}'", number=number, text=text) for text, number in most]
    if len(words) > _MOST_TOLD:
        others = sum(words.values()) - sum(number for _, number in most)
        told.append(counted("{number} other", "{number} others", others))
    return [
        counted(
            "{number} cell of '{column}' states nothing: {texts}",
            "{number} cells of '{column}' state nothing: {texts}",
            sum(words.values()),
            column=column,
            texts=listed(told),
        )
    ]
