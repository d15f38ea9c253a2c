"""Small PDF and Word documents, as tests need them, and how they are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

import pytest

from mycity_cli.errors import DataError
from mycity_cli.release.documents import read_document

CHINESE = "绵阳在苏州签约30个项目，总投资525.63亿元。"
ENGLISH = "Fujian signed 92 projects, worth 105.7 billion yuan."

_LATIN = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_CHINESE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>>>]>>"
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""

_NUMBERING = f"""<w:numbering xmlns:w="{_WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
"""The property of a paragraph of a Word document that makes it an item of a list."""


def refused(content: bytes, name: str) -> str:
    """Return the error that reading the content of a file ends with."""
    with pytest.raises(DataError) as caught:
        read_document(content, name=name)
    return str(caught.value)


def pdf(*pages: Iterable[str]) -> bytes:
    """Return a PDF of pages of lines: Chinese ones where a line is beyond ASCII."""
    pages = tuple(tuple(lines) for lines in pages)
    chinese = any(not line.isascii() for lines in pages for line in lines)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        _CHINESE if chinese else _LATIN,
    ]
    for number, lines in enumerate(pages):
        shown = b" T* ".join(_string(line, chinese=chinese) + b" Tj" for line in lines)
        stream = b"BT /F1 12 Tf 72 720 Td 14 TL %s ET" % shown
        resources = b"/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (resources, 5 + 2 * number))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    content, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    return (
        content + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(content))
    )


def _string(line: str, *, chinese: bool) -> bytes:
    if chinese:
        return b"<%s>" % line.encode("utf-16-be").hex().encode()
    return b"(%s)" % line.encode().replace(b"(", b"\\(").replace(b")", b"\\)")


def web_page(body: str, head: str = "") -> bytes:
    """Return a web page, with the navigation and the footer that pages have."""
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body><div class="top"><a href="/">Home</a> '
        f'<a href="/n">News</a> <a href="/c">Contact</a></div>{body}<div class="bottom"><p>Copyright 1995 - 2022. All '
        'rights reserved. 20 offices.</p><p><a href="/a">About us</a> | <a href="/p">Privacy</a></p></div></body>'
        "</html>"
    ).encode()


def word(*paragraphs: str, body: str = "") -> bytes:
    """Return a Word document of paragraphs, and after them whatever XML `body` is."""
    text = "".join(f"<w:p><w:r><w:t>{escape(paragraph)}</w:t></w:r></w:p>" for paragraph in paragraphs)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{text}{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    return archive({**parts, "word/numbering.xml": _NUMBERING} if "<w:numPr>" in body else parts)


def paragraph(text: str, *, style: str = "", properties: str = "") -> str:
    """Return the XML of a paragraph of a Word document, in a style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    """Return the XML of a cell of a table of a Word document."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: Iterable[str]) -> str:
    """Return the XML of a table of a Word document, of rows of cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def archive(parts: dict[str, str]) -> bytes:
    """Return an archive of parts by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return buffer.getvalue()
