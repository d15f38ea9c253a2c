"""From the bytes of a file to the text of a release, whatever kind of document it is."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from enum import StrEnum
from pathlib import PurePath

from mycity_cli.errors import DataError

MOST_BYTES = 32 * 1024 * 1024
"""The largest file that is read as a release: thousands of times what people publish."""


class Kind(StrEnum):
    """The kinds of document that a release may be."""

    TEXT = "text"
    HTML = "HTML"
    PDF = "PDF"
    WORD = "Word"


ENDINGS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".docx": Kind.WORD,
}
"""The endings of files that a folder is searched for, and the kind of document that each promises."""

_PLAIN = "save it as plain text, HTML, PDF or Word (.docx)"
_IMAGE = ("is an image", "recognize its text first: plain text, HTML, PDF and Word (.docx) are read")
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")
"""What tells the kind of a file, unlike the last words of a name with a full stop in it."""
_FOREIGN = {
    b"\x89PNG\r\n": _IMAGE,
    b"\xff\xd8\xff": _IMAGE,
    b"GIF8": _IMAGE,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("is an Office document of the format before 2007", "save it as .docx"),
    b"{\\rtf": ("is a document in Rich Text Format", "save it as .docx"),
    b"\x1f\x8b": ("is compressed with gzip", "unpack it first: gunzip FILE"),
}
"""How files begin that hold text in a form which is not read, what they are, and what to do."""
_WORD_TEXT = b"word/document.xml"
_HTML_STARTS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_CHINESE = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")


def read_document(content: bytes, *, name: str) -> str:
    """Return the main text of the document in the content of a file called `name`.

    Plain text and Markdown are returned as they are, without a byte order mark; of HTML, PDF and Word what readers
    would call the article, a paragraph a line. Raises DataError where the content is no such document, and where what
    reads it is not installed.
    """
    kind = kind_of(content, name=name)
    if kind is Kind.TEXT:
        return _decoded(content, name)
    from mycity_cli.release import readers

    if kind is Kind.HTML:
        return readers.html_text(_decoded_html(content, name), name=name)
    return (readers.pdf_text if kind is Kind.PDF else readers.word_text)(content, name=name)


def kind_of(content: bytes, *, name: str) -> Kind:
    """Return what kind of document the content is. Raises DataError where it is one that is not read.

    How the content begins decides. Where that tells nothing the ending of the name does: a table of numbers is no
    release, though every line of it could be read as text.
    """
    for start, (what, help) in _FOREIGN.items():
        if content.startswith(start):
            raise DataError(what, where=name, help=help)
    if content.startswith(b"%PDF-"):
        return Kind.PDF
    ending = PurePath(name).suffix.lower()
    promised = ENDINGS.get(ending, Kind.TEXT)
    is_foreign = ending not in ENDINGS and _ENDING.fullmatch(ending) is not None
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and (not is_foreign or _WORD_TEXT in content):
        return Kind.WORD
    if promised in (Kind.PDF, Kind.WORD):
        raise DataError(f"is no {promised} document, whatever its name says", where=name)
    if promised is Kind.HTML or _HTML_STARTS.match(content[:_DECLARED_WITHIN].removeprefix(BOM_UTF8)):
        return Kind.HTML
    if is_foreign:
        raise DataError(
            f"is no release by its name, which ends in {ending}",
            where=name,
            help=f"releases end in {', '.join(ENDINGS)}; plain text of any name: mycity audit - < FILE",
        )
    return Kind.TEXT


def _decoded(content: bytes, name: str) -> str:
    """Return text in UTF-8. Raises DataError, which names the encoding where it can be told."""
    for marks, encoding in (((BOM_UTF32_LE, BOM_UTF32_BE), "utf-32"), ((BOM_UTF16_LE, BOM_UTF16_BE), "utf-16")):
        if content.startswith(marks):
            raise _other_encoding(encoding.upper(), encoding, name)
    if b"\0" in content[:_DECLARED_WITHIN]:
        if _looks_like_utf_16(content):
            raise _other_encoding("UTF-16", "utf-16", name)
        raise DataError("is no text", where=name, help=_PLAIN)
    try:
        return content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        if _looks_like_gb18030(content):
            raise _other_encoding("GB18030 or GBK", "gb18030", name) from None
        byte = f"the byte {content[error.start]:#04x} at {error.start}"
        raise DataError(f"not in UTF-8: {byte}", where=name, help="save the file as UTF-8") from None


def _other_encoding(told: str, encoding: str, name: str) -> DataError:
    help = f"iconv -f {encoding} -t utf-8 {'FILE' if name == 'standard input' else name} > NEW"
    return DataError(f"not in UTF-8 but, it seems, in {told}", where=name, help=help)


def _looks_like_utf_16(content: bytes) -> bool:
    """Return whether every other byte of the beginning is nearly always zero: Latin letters in UTF-16."""
    start = content[:_DECLARED_WITHIN]
    return any(10 * start[first::2].count(0) > 8 * len(start[first::2]) for first in (0, 1)) and len(start) > 3


def _looks_like_gb18030(content: bytes) -> bool:
    """Return whether the bytes are GB18030 and, so read, the characters beyond ASCII are Chinese."""
    try:
        text = content[: 1024 * 1024].decode("gb18030", errors="strict" if len(content) <= 1024 * 1024 else "ignore")
    except UnicodeDecodeError:
        return False
    foreign = sum(not character.isascii() for character in text)
    return foreign > 0 and 10 * len(_CHINESE.findall(text)) > 9 * foreign


def _decoded_html(content: bytes, name: str) -> str:
    """Return HTML as text: in UTF-8, or in the encoding that it declares. Raises DataError where it is in neither."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        try:
            return content.removeprefix(BOM_UTF8).decode()
        except UnicodeDecodeError:
            declared = _CHARSET.search(content[:_DECLARED_WITHIN])
        encoding = "" if declared is None else declared[1].decode("ascii").lower()
        if encoding in ("gb2312", "gbk"):
            # Pages in Chinese declare the oldest of the three standards and use the newest.
            encoding = "gb18030"
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeError):
        return _decoded(content, name)
