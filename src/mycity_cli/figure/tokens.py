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


class Tokens:
    """A text and its tokens, which are looked at by their number; beyond the last there is none.

    `whole` says that the text is one figure and nothing else, so that "$20 43" and a code in lower case have one
    meaning; `continental` that points set off groups of digits and a comma decimals.
    """

    def __init__(self, text: str, tokens: list[Token], *, whole: bool = False, continental: bool = False) -> None:
        self.text = text
        self.tokens = tokens
        self.whole = whole
        self.continental = continental

    def word(self, at: int) -> str:
        """Return the token at a number, the empty text where there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def words(self, first: int, after: int) -> list[str]:
        """Return the tokens from one up to, not including, another."""
        return [token.text for token in self.tokens[max(0, first) : after]]

    def written(self, first: int, after: int) -> str:
        """Return what stands in the text from a token up to, not including, another."""
        return self.text[self.tokens[first].start : self.tokens[after - 1].end]

    def is_digits(self, at: int) -> bool:
        """Return whether a token is a number in digits."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "number"

    def is_word(self, at: int) -> bool:
        """Return whether a token is a word in Latin letters."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "word"

    def touches(self, at: int) -> bool:
        """Return whether no space stands between a token and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end
