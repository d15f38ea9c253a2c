"""From the bytes of a file to the text of a release, whatever kind of document it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from mycity_cli.expressions import expression
from mycity_cli.formats import DocumentKind
from mycity_cli.release.documents.decoding import decoded, decoded_html
from mycity_cli.release.documents.kinds import kind_of

__all__ = ["MOST_BYTES", "Document", "kind_of", "read_document"]

MOST_BYTES = 32 * 1024 * 1024
"""The largest file that is read as a release: thousands of times what people publish."""

_END_OF_LINE = expression(r"\r\n?|\n")
_PARAGRAPH = expression(r"^[^\n]*\S", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """The text of a release, and whether it was extracted, so that its lines are not those of the file."""

    text: str
    extracted: bool = False

    def place(self, offset: int) -> str:
        """Return how the place of a character is told: "3:26", its line and column in the file, or "paragraph 3".

        The paragraphs of what was extracted are its lines that are not blank, from 1.
        """
        line = bisect_right(self._starts, offset)
        if self.extracted:
            return f"paragraph {bisect_right(self._starts_of_paragraphs, offset)}"
        return f"{line}:{offset - self._starts[line - 1] + 1}"

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _END_OF_LINE.finditer(self.text))]

    @cached_property
    def _starts_of_paragraphs(self) -> list[int]:
        return [line.start() for line in _PARAGRAPH.finditer(self.text)]


def read_document(content: bytes, *, name: str) -> Document:
    """Return the main text of the document in the content of a file called `name`.

    Plain text and Markdown are returned as they are, without a byte order mark; of HTML, PDF and Word what readers
    would call the article, a paragraph a line. Raises DataError where the content is no such document, and where what
    reads it is not installed.
    """
    match kind_of(content, name=name):
        case DocumentKind.TEXT:
            return Document(decoded(content, name))
        case DocumentKind.HTML:
            from mycity_cli.release.documents.html import html_text

            return Document(html_text(decoded_html(content, name), name=name), extracted=True)
        case DocumentKind.PDF:
            from mycity_cli.release.documents.pdf import pdf_text

            return Document(pdf_text(content, name=name), extracted=True)
        case DocumentKind.WORD:
            from mycity_cli.release.documents.word import word_text

            return Document(word_text(content, name=name), extracted=True)
