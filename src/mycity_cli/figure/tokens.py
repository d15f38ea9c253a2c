"""Text cut into the tokens that figures are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from mycity_cli.figure.folding import fold

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?|\d(?:[\d,.]*\d)?|(?<![\w.])\.\d+)"
    r"|(?P<word>(?:[a-z]\.)+[a-z](?![a-z])\.?|[a-z]+)|(?P<sign>[^\s])"
)


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


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a text, folded: in lower case, narrow and simplified. White space is between tokens only."""
    matches = _TOKEN.finditer(fold(text))
    return [Token(match[0], match.start(), match.end(), match.lastgroup or "") for match in matches]
