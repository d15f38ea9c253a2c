"""From bytes to text: encodings, kinds of document, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making_documents import CHINESE, ENGLISH, refused
from mycity_cli.errors import DataError
from mycity_cli.formats import DocumentKind
from mycity_cli.release.documents import Document, kind_of, read_document


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "", "\r\n a \r b \n", "# A heading\n\n* one", "\u202eevil\x1b[31m"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_plain_text_and_markdown_are_returned_as_they_are(text: str, mark: bytes) -> None:
    for name in ("a.txt", "a.md", "a", "standard input"):
        assert read_document(mark + text.encode(), name=name) == Document(text)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "a.txt", DocumentKind.PDF),
        (b"PK\x03\x04...", "standard input", DocumentKind.WORD),
        (b"\n <!DOCTYPE html><p>a", "a", DocumentKind.HTML),
        (b"\xef\xbb\xbf<html lang='en'>", "a", DocumentKind.HTML),
        (b"<?xml version='1.0'?>\n<!-- made by\n hand --><HTML>", "a", DocumentKind.HTML),
        (b"<p>a</p>", "a.HTM", DocumentKind.HTML),
        (b"<p>a</p>", "a.txt", DocumentKind.TEXT),
        (b"html is a language", "a", DocumentKind.TEXT),
        (b"text", "of 3.5 billion yuan", DocumentKind.TEXT),
        (b"text", "released on 2021.07", DocumentKind.TEXT),
        (b"%PDF-1.7 ...", "a.aspx", DocumentKind.PDF),
        (b"<html>", "a.php", DocumentKind.HTML),
        (b"PK\x03\x04...word/document.xml", "a.docm", DocumentKind.WORD),
        (b"", "a", DocumentKind.TEXT),
    ],
)
def test_what_a_file_holds_decides_and_then_its_ending(content: bytes, name: str, kind: DocumentKind) -> None:
    assert kind_of(content, name=name) is kind


UTF_16 = "not in UTF-8 but, it seems, in UTF-16\nhelp: iconv -f utf-16 -t utf-8 a.txt > NEW"
UTF_32 = "not in UTF-8 but, it seems, in UTF-32\nhelp: iconv -f utf-32 -t utf-8 a.txt > NEW"
GB18030 = "not in UTF-8 but, it seems, in GB18030 or GBK\nhelp: iconv -f gb18030 -t utf-8 a.txt > NEW"
NO_TEXT = "is no text\nhelp: save it as plain text, HTML, PDF or Word (.docx)"
IMAGE = "is an image\nhelp: recognize its text first: plain text, HTML, PDF and Word (.docx) are read"
NO_RELEASE = (
    "is no release by its name, which ends in {}\nhelp: releases end in .txt, .text, .md, .markdown, .html, .htm, "
    ".xhtml, .pdf, .docx; plain text of any name: mycity audit - < FILE"
)
OLD_OFFICE = "is an Office document of the format before 2007\nhelp: save it as .docx"
RICH_TEXT = "is a document in Rich Text Format\nhelp: save it as .docx"


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (CHINESE.encode("utf-16"), "a.txt", UTF_16),
        (ENGLISH.encode("utf-16-le"), "a.txt", UTF_16),
        (ENGLISH.encode("utf-16-be"), "a.txt", UTF_16),
        (ENGLISH.encode("utf-32"), "a.txt", UTF_32),
        (CHINESE.encode("gb18030"), "a.txt", GB18030),
        (CHINESE.encode("gb18030") * 40_000, "a.txt", GB18030),
        (b"Signed \x96 a record.", "a.txt", "not in UTF-8: the byte 0x96 at 7\nhelp: save the file as UTF-8"),
        (b"caf\xe9 and \xfcber", "a.txt", "not in UTF-8: the byte 0xe9 at 3\nhelp: save the file as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x01\x02\x03", "a.png", IMAGE),
        (b"\xff\xd8\xff\xe0", "standard input", IMAGE),
        (b"a\0b", "a", NO_TEXT),
        (b"city,projects\nSuzhou,30\n", "a.csv", NO_RELEASE.format(".csv")),
        (b"PK\x03\x04[Content_Types].xml xl/workbook.xml", "A.XLSX", NO_RELEASE.format(".xlsx")),
        (b"", "a.parquet", NO_RELEASE.format(".parquet")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "a.doc", OLD_OFFICE),
        (b"{\\rtf1\\ansi 30 projects}", "a.rtf", RICH_TEXT),
        (b"\x1f\x8b\x08...", "a.gz", "is compressed with gzip\nhelp: unpack it first: gunzip FILE"),
        (b"plain", "a.pdf", "is no PDF document, whatever its name says"),
        (b"plain", "a.docx", "is no Word document, whatever its name says"),
    ],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(content: bytes, name: str, told: str) -> None:
    assert refused(content, name) == f"error: {name}: {told}"


def test_the_help_for_standard_input_does_not_take_it_for_a_file() -> None:
    assert refused(CHINESE.encode("gbk"), "standard input").endswith("help: iconv -f gb18030 -t utf-8 FILE > NEW")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    with suppress(DataError):
        assert isinstance(read_document(content, name="a.txt").text, str)


@pytest.mark.parametrize(
    ("content", "places"),
    [
        (b"one\r\n 2\r3\n\n4", ["1:1", "2:2", "3:1", "5:1"]),
        (b"\xef\xbb\xbf1\n2 \xe4\xb8\xaa3", ["1:1", "2:1", "2:4"]),
        ("甲1\u20282\x0b3".encode(), ["1:2", "1:4", "1:6"]),
    ],
)
def test_the_places_of_a_text_are_those_of_the_file(content: bytes, places: list[str]) -> None:
    document = read_document(content, name="a")
    found = [document.place(at) for at, letter in enumerate(document.text) if letter.isdigit() or letter == "o"]
    assert found == places


def test_the_places_of_what_was_extracted_are_its_paragraphs() -> None:
    document = Document("\n# 1\n\n  2\n \n| 3 | 4 |\n", extracted=True)
    found = [document.place(at) for at, letter in enumerate(document.text) if letter.isdigit()]
    assert found == ["paragraph 1", "paragraph 2", "paragraph 3", "paragraph 3"]


def test_a_text_is_not_extracted_and_a_page_is() -> None:
    pytest.importorskip("trafilatura", reason="the extra 'documents' is not installed")
    assert read_document(b"<p>a", name="a.txt") == Document("<p>a", extracted=False)
    assert read_document(b"<p>a", name="a.html") == Document("a", extracted=True)
