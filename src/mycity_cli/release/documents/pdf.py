"""PDF: its lines, joined to paragraphs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.release.documents.libraries import MOST_BYTES_UNPACKED, reading, required

if TYPE_CHECKING:
    from pypdf import PdfReader

_FULL_LINE = 75
"""The percentage of the longest line of a page from which on a line is taken to go on in the next."""


def pdf_text(content: bytes, *, name: str) -> str:
    """Return the text of a PDF, the lines of a paragraph joined. Raises DataError where it has none."""
    with reading("PDF", name, "pypdf"):
        reader = _opened(content)
        if reader is None:
            raise DataError(say("is encrypted"), where=name, help=say("save a copy of it without the password"))
        text = "\n".join(_paragraphs(_pdf_lines(reader, name)))
    return required(text, name, say("it may be a scan: recognize its text first"))


def _opened(content: bytes) -> PdfReader | None:
    """Return the document; None where it needs a password, or is encrypted in a way that is not read."""
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        return None if reader.is_encrypted and not reader.decrypt("") else reader
    except (pypdf.errors.DependencyError, NotImplementedError):
        return None


def _pdf_lines(reader: PdfReader, name: str) -> Iterator[list[str]]:
    """Yield the lines of each page. Raises DataError where they are more than any release has."""
    length = 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > MOST_BYTES_UNPACKED:
            raise DataError(say("holds more text than any release"), where=name)
        yield [line.strip() for line in text.splitlines()]


def _paragraphs(pages: Iterable[list[str]]) -> Iterator[str]:
    """Yield paragraphs: a PDF knows lines only, and a line that is nearly full goes on in the next."""
    waiting = ""
    for lines in pages:
        full = max(map(_cells, lines), default=0) * _FULL_LINE
        for line in lines:
            if not line or line.strip("-— ").isdecimal():
                # A blank line, or the number of the page.
                continue
            waiting = _joined(waiting, line)
            if _cells(line) * 100 < full:
                yield waiting
                waiting = ""
    if waiting:
        yield waiting


def _cells(line: str) -> int:
    """Return how wide a line is, a Chinese character being as wide as two letters."""
    return sum(1 if ord(character) < 0x2E80 else 2 for character in line)


def _joined(before: str, line: str) -> str:
    """Return two lines as one, with a space between words but not between Chinese characters."""
    if not before or before[-1] == "-" or ord(before[-1]) >= 0x2E80 or ord(line[0]) >= 0x2E80:
        return before + line
    return f"{before} {line}"
