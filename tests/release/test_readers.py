"""HTML, PDF and Word: the article and nothing beside it, in both languages; broken documents are refused."""

from __future__ import annotations

import io
import logging
import sys

import pytest

from making_documents import CHINESE, ENGLISH, archive, pdf, refused, word
from mycity_cli.errors import DataError
from mycity_cli.release.documents import pdf as pdf_reader
from mycity_cli.release.documents import read_document

LIBRARIES = {"HTML": "trafilatura", "PDF": "pypdf", "Word": "mammoth"}
CONTENTS = {"HTML": b"<html><body><p>a</p></body></html>", "PDF": pdf(["a"]), "Word": word("a")}

PAGE = """<!doctype html><html><head><title>Fujian signs 92 projects</title><style>p {}</style></head><body>
<header><nav><a href="/">Home</a> <a href="/b">Business (25 new)</a></nav></header><main><article>
<header><h1>Fujian signs 92 projects</h1></header>
<p>Fujian signed <b>92</b> projects, worth <a href="x">105.7 billion yuan</a>.</p>
<ul><li>69 projects worth 75.1 billion yuan</li><li>23 projects worth 30.6 billion yuan</li></ul>
<p>These sectors are new energy and new materials.</p></article>
<aside><h3>Related</h3><ul><li><a href="1">5 projects elsewhere</a></li></ul></aside></main>
<footer>Copyright 1995 - 2021, 20 offices</footer><script>var x = "7 projects"</script></body></html>"""
SEITE = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>
<table><tr><td><a href="/">首页</a> | <a href="/x">政务公开 5个</a></td></tr></table>
<div class="content"><h2>绵阳签约30个项目</h2><div class="TRS_Editor"><p>　　{CHINESE}</p>
<p>　　其中，制造业项目20个，投资300亿元。</p></div></div><div id="footer">版权所有</div></body></html>"""


@pytest.fixture(autouse=True)
def _libraries(request: pytest.FixtureRequest) -> None:
    for format, library in LIBRARIES.items():
        if format.lower() in request.node.name:
            pytest.importorskip(library, reason="the extra 'documents' is not installed")


def test_html_is_its_article() -> None:
    assert read_document(PAGE.encode(), name="a.html").text.splitlines() == [
        "# Fujian signs 92 projects",
        "Fujian signed 92 projects, worth 105.7 billion yuan.",
        "- 69 projects worth 75.1 billion yuan",
        "- 23 projects worth 30.6 billion yuan",
        "These sectors are new energy and new materials.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_html_in_chinese_in_the_encoding_that_it_declares(encoding: str) -> None:
    assert read_document(SEITE.encode(encoding), name="a.html").text.splitlines() == [
        "## 绵阳签约30个项目",
        CHINESE,
        "其中，制造业项目20个，投资300亿元。",
    ]


@pytest.mark.parametrize(
    "fragment", [f"<p>{ENGLISH}</p>", f"<div>{ENGLISH}</div>", f"<html><body>{ENGLISH}</body></html>"]
)
def test_html_without_a_page_around_it(fragment: str) -> None:
    assert read_document(fragment.encode(), name="a.html").text == ENGLISH


def test_html_in_an_encoding_that_it_does_not_declare() -> None:
    told = refused(f"<html><body><p>{CHINESE}</p></body></html>".encode("gb18030"), "a.html")
    assert told.startswith("error: a.html: not in UTF-8 but, it seems, in GB18030 or GBK\nhelp: iconv")
    assert refused(b"<html><meta charset=klingon><p>\xe9\xff</p></html>", "a.html").startswith(
        "error: a.html: not in UTF-8: the byte 0xe9 at 31"
    )


@pytest.mark.parametrize(
    "page", ["", "<html><body><script>document.write('30 projects')</script></body></html>", "<html>", "<div>" * 9999]
)
def test_html_without_text(page: str) -> None:
    help = "help: it may be a page that a script fills: save what the browser shows"
    assert refused(page.encode(), "a.html") == f"error: a.html: holds no text\n{help}"


def test_pdf_lines_are_joined_to_paragraphs_without_page_numbers() -> None:
    first = [
        "A heading",
        "Fujian signed a total of 92 projects, with a total",
        "investment of 105.7 billion yuan.",
        "- 1 -",
    ]
    second = [
        "These break down into 69 projects using foreign-",
        "capital worth 75.1 billion yuan in total, and 23",
        "outward.",
    ]
    assert read_document(pdf(first, second), name="a.pdf").text.splitlines() == [
        "A heading",
        "Fujian signed a total of 92 projects, with a total investment of 105.7 billion yuan.",
        "These break down into 69 projects using foreign-capital worth 75.1 billion yuan in total, and 23 outward.",
    ]


def test_pdf_in_chinese() -> None:
    assert read_document(pdf(["绵阳在苏州签约30个项目，总投资", "525.63亿元。", "1"]), name="a").text == CHINESE


def encrypted(content: bytes, user: str) -> bytes:
    import pypdf

    made = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    made.encrypt(user, "of the owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    made.write(buffer)
    return buffer.getvalue()


def test_pdf_with_a_password() -> None:
    told = refused(encrypted(pdf([ENGLISH]), "secret"), "a.pdf")
    assert told == "error: a.pdf: is encrypted\nhelp: save a copy of it without the password"


def test_pdf_that_anybody_may_read_though_only_its_owner_may_change_it() -> None:
    assert read_document(encrypted(pdf([ENGLISH]), ""), name="a.pdf").text == ENGLISH


@pytest.mark.parametrize("broken", [b"%PDF-1.4", pdf(["a"])[:200], b"%PDF-1.7\n" + bytes(range(256)) * 20])
def test_pdf_that_is_broken(broken: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    assert refused(broken, "a.pdf") == "error: a.pdf: is no PDF document that can be read"
    assert capfd.readouterr() == ("", "")


def test_pdf_without_text() -> None:
    assert refused(pdf([]), "a.pdf") == "error: a.pdf: holds no text\nhelp: it may be a scan: recognize its text first"


def test_pdf_with_more_text_than_any_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_BYTES_UNPACKED", 200)
    assert refused(pdf(*[["a line of a page"] * 4] * 40), "a.pdf") == "error: a.pdf: holds more text than any release"


def test_word_with_a_table_and_insertions_but_not_what_was_deleted() -> None:
    row = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>5 projects</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    edited = (
        "<w:p><w:del><w:r><w:delText>20 projects</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>30 projects</w:t></w:r></w:ins></w:p>"
    )
    text = read_document(word(ENGLISH, CHINESE, body=row + edited), name="a.docx").text
    assert text.split("\n\n") == [ENGLISH, CHINESE, "5 projects", "30 projects", ""]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 garbage", "is no Word document that can be read"),
        (word(ENGLISH)[:-40], "is no Word document that can be read"),
        (archive({"word/document.xml": "no xml"}), "is no Word document that can be read"),
        (archive({"mimetype": "x"}), "is an archive, but no Word document\nhelp: save it as .docx"),
        (word(), "holds no text\nhelp: it may hold pictures only: recognize their text first"),
        (word("0" * 100_000_000), "unpacks to 95 MiB, more than 16 MiB"),
        (
            word("a", body="<w:sdt>" * 50_000 + "</w:sdt>" * 50_000),
            "is no Word document that can be read",
        ),
    ],
)
def test_word_that_is_broken_or_a_bomb(content: bytes, told: str) -> None:
    assert refused(content, "a.docx") == f"error: a.docx: {told}"


@pytest.mark.parametrize("format", LIBRARIES)
def test_without_the_extra_the_error_names_it(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, LIBRARIES[format], None)
    assert refused(CONTENTS[format], "a") == (
        f"error: a: is {format}, which the extra 'documents' reads\nhelp: pip install 'mycity-cli[documents]'"
    )


def test_the_logging_of_a_library_is_left_as_it_was_for_pdf() -> None:
    logger = logging.getLogger("pypdf")
    logger.setLevel(logging.INFO)
    with pytest.raises(DataError):
        read_document(b"%PDF-1.4", name="a")
    assert logger.level == logging.INFO
    logger.setLevel(logging.NOTSET)
