"""Text cut into the tokens that figures are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from mycity_cli.figure.folding import fold, lower

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?|\d(?:[\d,.]*\d)?|(?<![a-z\d_.])\.\d(?:[\d,.'’]*\d)?)"
    r"|(?P<word>(?:[a-z]\.)+[a-z](?![a-z])\.?|[a-z]+)|(?P<sign>[^\s])"
)


_NONE = [""] * 8


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


def tokenize(text: str, *, plain: bool = False) -> list[Token]:
    """Return the tokens of a text, folded: in lower case, narrow and simplified. White space is between tokens only.

    `plain` says that its characters are narrow and simplified already.
    """
    matches = _TOKEN.finditer(lower(text) if plain else fold(text))
    return [Token._make((match[0], match.start(), match.end(), match.lastgroup or "")) for match in matches]


class Tokens:
    """A text and its tokens, which are looked at by their number; before the first and beyond the last there is none.

    `whole` says that the text is one figure and nothing else, so that "$20 43" and a code in lower case have one
    meaning; `continental` that points set off groups of digits and a comma decimals.
    """

    def __init__(self, text: str, tokens: list[Token], *, whole: bool = False, continental: bool = False) -> None:
        self.text = text
        self.tokens = tokens
        self.whole = whole
        self.continental = continental
        # Looked at many times for each number: behind the last stands what is before the first.
        self.texts = [token.text for token in tokens] + _NONE
        self.kinds = [token.kind for token in tokens] + _NONE

    def word(self, at: int) -> str:
        """Return the token at a number, the empty text where there is none."""
        try:
            return self.texts[at]
        except IndexError:
            return ""

    def words(self, first: int, after: int) -> list[str]:
        """Return the tokens from one up to, not including, another."""
        return [token.text for token in self.tokens[max(0, first) : after]]

    def written(self, first: int, after: int) -> str:
        """Return what stands in the text from a token up to, not including, another."""
        return self.text[self.tokens[first].start : self.tokens[after - 1].end]

    def is_digits(self, at: int) -> bool:
        """Return whether a token is a number in digits."""
        try:
            return self.kinds[at] == "number"
        except IndexError:
            return False

    def is_word(self, at: int) -> bool:
        """Return whether a token is a word in Latin letters."""
        try:
            return self.kinds[at] == "word"
        except IndexError:
            return False

    def touches(self, at: int) -> bool:
        """Return whether no space stands between a token and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end


class Level(Tokens):
    """A level of the grammar, which looks at the tokens of the one that it belongs to."""

    def __init__(self, line: Tokens) -> None:
        self.text, self.tokens, self.whole, self.continental = line.text, line.tokens, line.whole, line.continental
        self.texts, self.kinds = line.texts, line.kinds
