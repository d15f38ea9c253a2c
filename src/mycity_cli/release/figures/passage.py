"""A sentence, or a piece of one, as it is read: its tokens, and the figures and unread numbers in it."""

from __future__ import annotations

from functools import cached_property

from mycity_cli.figure.scanning import Found, Unread, scan_tokens
from mycity_cli.figure.tokens import Tokens, tokenize


class Passage(Tokens):
    """A piece of a text in a language, its tokens, and where it begins in the copy of the text that is read."""

    def __init__(self, text: str, offset: int, language: str) -> None:
        super().__init__(text, tokenize(text, plain=True))
        self.offset = offset
        self.language = language

    @cached_property
    def items(self) -> list[Found | Unread]:
        """The figures and the unread numbers of the passage, in order."""
        return list(scan_tokens(self))
