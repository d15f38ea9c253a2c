"""Readers of HTML, PDF and Word documents, through the libraries of the extra `documents`."""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mycity_cli.errors import DataError

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_BYTES_UNPACKED = 16 * 1024 * 1024
"""How much text of one part of a document may unpack to, before anything parses it."""
_SHORTEST_ARTICLE = 20
"""Characters: Chinese says in 20 what trafilatura, by default, expects 250 letters for."""
_FULL_LINE = 75
"""The percentage of the longest line of a page from which on a line is taken to go on in the next."""


def html_text(html: str, *, name: str) -> str:
    """Return the article of a web page as Markdown: its headings and paragraphs, without navigation and scripts.

    Raises DataError where there is none.
    """
    with _reading("HTML", name, "trafilatura"):
        from trafilatura import extract
        from trafilatura.settings import use_config

        config = use_config()
        config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST_ARTICLE))
        # A fragment without <html> and <body> would be refused.
        page = html if "<body" in html.lower() else f"<html><body>{html}</body></html>"
        text = extract(page, config=config, output_format="markdown", include_formatting=False, include_comments=False)
    return _required(text or "", name, "it may be a page that a script fills: save what the browser shows")


def pdf_text(content: bytes, *, name: str) -> str:
    """Return the text of a PDF, the lines of a paragraph joined. Raises DataError where it has none."""
    with _reading("PDF", name, "pypdf"):
        import pypdf

        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DataError("is encrypted", where=name, help="save a copy of it without the password")
        text = "\n".join(_paragraphs(_pdf_lines(reader, name)))
    return _required(text, name, "it may be a scan: recognize its text first")


def word_text(content: bytes, *, name: str) -> str:
    """Return the text of a Word document, a paragraph a line. Raises DataError where it has none."""
    with _reading("Word", name, "mammoth"):
        import mammoth  # type: ignore[import-untyped]  # it has no types

        _require_small_word(content, name)
        text: str = mammoth.extract_raw_text(io.BytesIO(content)).value
    return _required(text, name, "it may hold pictures only: recognize their text first")


@contextmanager
def _reading(format: str, name: str, library: str) -> Iterator[None]:
    """Turn whatever goes wrong in a library into a DataError, and keep what it logs from standard error."""
    logger = logging.getLogger(library)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    except DataError:
        raise
    except ImportError as error:
        raise DataError(
            f"is {format}, which the extra 'documents' reads", where=name, help="pip install 'mycity-cli[documents]'"
        ) from error
    except Exception as error:
        # A broken document makes these libraries raise nearly anything.
        raise DataError(f"is no {format} document that can be read", where=name) from error
    finally:
        logger.setLevel(level)


def _required(text: str, name: str, help: str) -> str:
    if not text.strip():
        raise DataError("holds no text", where=name, help=help)
    return text


def _require_small_word(content: bytes, name: str) -> None:
    """Raise DataError where the archive is no Word document, or unpacks to more text than any has."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if not any(part.filename.startswith("word/") for part in parts):
            raise DataError("is an archive, but no Word document", where=name, help="save it as .docx")
        # An archive reads no more of a part than its directory declares.
        unpacked = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
        if unpacked > _MOST_BYTES_UNPACKED:
            most = _MOST_BYTES_UNPACKED // (1024 * 1024)
            raise DataError(f"unpacks to {unpacked // (1024 * 1024)} MiB, more than {most} MiB", where=name)


def _pdf_lines(reader: PdfReader, name: str) -> Iterator[list[str]]:
    """Yield the lines of each page. Raises DataError where they are more than any release has."""
    length = 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > _MOST_BYTES_UNPACKED:
            raise DataError("holds more text than any release", where=name)
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
