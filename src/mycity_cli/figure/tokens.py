"""Text cut into the tokens that figures are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"(?P<number>\d(?:[\d,.]*\d)?)|(?P<word>(?:[a-z]\.){2,}|[a-z]+)|(?P<sign>[^\s])")

# Full-width forms stand 0xFEE0 above their ASCII twins. Letter for letter, so that every offset stays what it was.
_NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {
    ord("￥"): "¥",
    ord("￡"): "£",
    ord("￦"): "₩",
    ord("−"): "-",
    ord("–"): "-",
}
_WIDE = re.compile("[\uff01-\uff5e\uffe0-\uffe6\u2212\u2013]")
_CAPITAL = re.compile("[A-Z]+")


class Token(NamedTuple):
    """A number, a word in Latin letters, or any other single character, and where it stands in the text."""

    text: str
    start: int
    end: int
    kind: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word in Latin letters: between two of them a space stands."""
        return self.kind == "word"


def narrow(text: str) -> str:
    """Return the text with each full-width form as its ASCII twin; every character stays where it was."""
    # Looking each character up takes many times as long, and most text is plain.
    return text if text.isascii() or _WIDE.search(text) is None else text.translate(_NARROW)


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a text, in lower case and narrow forms. White space is between tokens only."""
    matches = _TOKEN.finditer(_lower(narrow(text)))
    return [Token(match[0], match.start(), match.end(), match.lastgroup or "") for match in matches]


def _lower(text: str) -> str:
    # Outside ASCII a letter in lower case may be two characters, which would move all offsets after it.
    return text.lower() if text.isascii() else _CAPITAL.sub(lambda capitals: capitals[0].lower(), text)
