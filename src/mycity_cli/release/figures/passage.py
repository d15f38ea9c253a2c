"""A sentence, or a piece of one, as it is read: its tokens, and the figures and unread numbers in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mycity_cli.figure.scanning import Found, Unread, scan
from mycity_cli.figure.tokens import Token, tokenize


@dataclass(frozen=True)
class Passage:
    """A piece of a text, its tokens, and where it begins in the copy of the text that is read."""

    text: str
    offset: int
    language: str
    tokens: list[Token]

    @classmethod
    def of(cls, text: str, start: int, end: int, language: str) -> Passage:
        """Return the passage from `start` to `end` of a text."""
        piece = text[start:end]
        return cls(piece, start, language, tokenize(piece, plain=True))

    @cached_property
    def items(self) -> list[Found | Unread]:
        """The figures and the unread numbers of the passage, in order."""
        return list(scan(self.text, self.tokens))

    def word(self, at: int) -> str:
        """Return the token at a number, the empty text where there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_attached(self, at: int) -> bool:
        """Return whether no space stands between a token and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end
