"""What kind of document a file is, by how it begins and by its name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from mycity_cli.errors import DataError
from mycity_cli.formats import DOCUMENTS, DocumentKind, suffix_of
from mycity_cli.messages import listed, say

_IMAGE = (say("is an image"), say("recognize its text first: plain text, HTML, PDF and Word (.docx) are read"))
_SAVE = say("save it as .docx")
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")
"""What tells the kind of a file, unlike the last words of a name with a full stop in it."""
_FOREIGN = {
    b"\x89PNG\r\n": _IMAGE,
    b"\xff\xd8\xff": _IMAGE,
    b"GIF8": _IMAGE,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (say("is an Office document of the format before 2007"), _SAVE),
    b"{\\rtf": (say("is a document in Rich Text Format"), _SAVE),
    b"\x1f\x8b": (say("is compressed with gzip"), say("unpack it first: gunzip FILE")),
}
"""How files begin that hold text in a form which is not read, what they are, and what to do."""
_WORD_TEXT = b"word/document.xml"
_HTML_STARTS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_BEGINNING = 4096


def kind_of(content: bytes, *, name: str) -> DocumentKind:
    """Return what kind of document the content is. Raises DataError where it is one that is not read.

    How the content begins decides. Where that tells nothing the ending of the name does: a table of numbers is no
    release, though every line of it could be read as text.
    """
    for start, (what, help) in _FOREIGN.items():
        if content.startswith(start):
            raise DataError(what, where=name, help=help)
    if content.startswith(b"%PDF-"):
        return DocumentKind.PDF
    ending = suffix_of(name)
    promised = DOCUMENTS.get(ending, DocumentKind.TEXT)
    is_foreign = ending not in DOCUMENTS and _ENDING.fullmatch(ending) is not None
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and (not is_foreign or _WORD_TEXT in content):
        return DocumentKind.WORD
    if promised in (DocumentKind.PDF, DocumentKind.WORD):
        raise DataError(say("is no {format} document, whatever its name says", format=promised.value), where=name)
    if promised is DocumentKind.HTML or _HTML_STARTS.match(content[:_BEGINNING].removeprefix(BOM_UTF8)):
        return DocumentKind.HTML
    if is_foreign:
        raise DataError(
            say("is no release by its name, which ends in {ending}", ending=ending),
            where=name,
            help=say(
                "releases end in {endings}; plain text of any name: mycity audit - < FILE", endings=listed(DOCUMENTS)
            ),
        )
    return DocumentKind.TEXT
