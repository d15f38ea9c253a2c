"""Documents that are made to do harm: what a user sees of each, in time, and that none is read beyond itself."""

from __future__ import annotations

import gzip
import io
import socket
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from making_documents import archive, pdf, word
from mycity_cli.tables.sources import content as reading_content
from running import Mycity, Result

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
pytest.importorskip("pypdf", reason="the extra documents is not installed")

STORY = "Suzhou signed 30 projects worth 52.563 billion yuan."
AUDITED = "note: 1 release: figures: 2; in a relation 0, stated alone 2; 1 signing: 1 not in the dataset\n"
OUTSIDE = "Xiamen signed 77 projects worth 999 billion yuan."
ANEW = "help: save it anew as .xlsx or .csv\n"
DEEP = "nests its parts deeper than any page does\nhelp: save its text as plain text\n"
NO_WORD = "is no Word document that can be read\n"
NO_PDF = "is no PDF document that can be read\n"
CUT_OFF = f"is no spreadsheet that can be read: it is damaged or cut off\n{ANEW}"
ENTITIES = f"is no spreadsheet that can be read: it declares entities, as no spreadsheet does\n{ANEW}"

_LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
LAUGHS = f'<!DOCTYPE r [<!ENTITY a "0123456789">{_LAUGHS}]>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_M = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a file that no document may bring in, where nobody may reach the network."""

    def refuse(*arguments: Any) -> None:
        raise AssertionError(f"the network is asked: {arguments}")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    (tmp_path / "outside.txt").write_text(OUTSIDE)
    return tmp_path


def outside(root: str) -> str:
    """Return a declaration of an entity that stands for a file."""
    from pathlib import Path

    return f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "{Path("outside.txt").absolute().as_uri()}">]>'


def told(mycity: Mycity, path: Path, content: bytes | str) -> Result:
    """Return what the command for a document shows of one."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = sorted(path.parent.iterdir())
    is_release = path.suffix in (".html", ".pdf", ".docx")
    result = mycity("audit", path.name) if is_release else mycity("total", "--data", path.name)
    assert "999" not in result.out + result.err
    assert sorted(path.parent.iterdir()) == before
    return result


def refused(mycity: Mycity, path: Path, content: bytes | str) -> str:
    """Return why a document is refused."""
    result = told(mycity, path, content)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"error: {path.name}: ")
    return result.err.removeprefix(f"error: {path.name}: ")


# --- web pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("declared", ["", '<?xml version="1.0"?>'])
def test_a_page_brings_in_no_other_file(mycity: Mycity, here: Path, declared: str) -> None:
    page = f"{declared}{outside('html')}<html><body><p>{STORY} &x;</p></body></html>"
    assert told(mycity, here / "a.html", page).err == AUDITED
    page = f"{declared}{LAUGHS}<html><body><p>{STORY} &j;</p></body></html>"
    assert told(mycity, here / "a.html", page).err == AUDITED


def test_a_page_loads_nothing_and_runs_nothing(mycity: Mycity, here: Path) -> None:
    head = '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><script src="http://127.0.0.1:9/b"></script>'
    body = f'<img src="http://127.0.0.1:9/c"><iframe src="outside.txt"></iframe><p>{STORY}</p>'
    script = "<script>document.write('77 projects')</script>"
    page = f"<html><head>{head}</head><body onload='x()'>{body}{script}</body></html>"
    assert told(mycity, here / "a.html", page).err == AUDITED


@pytest.mark.parametrize("open_", ["<div>", "<b><i>", "<table><tr><td>"])
def test_a_deep_page_is_told_to_be_one(mycity: Mycity, here: Path, open_: str) -> None:
    """The parser loses all that is too deep: that there is no text would be a wrong reason."""
    assert refused(mycity, here / "a.html", f"<html><body>{open_ * 50_000}{STORY}</body></html>") == DEEP


# --- Word -------------------------------------------------------------------------------------------------------------


def word_xml(body: str, before: str = "", links: str = "") -> bytes:
    """Return a Word document with such XML, and a declaration before it."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(word("x"))) as made:
        parts = {name: made.read(name).decode() for name in made.namelist()}
    parts["word/document.xml"] = f"{before}<w:document {_W} {_R}><w:body>{body}</w:body></w:document>"
    if links:
        parts["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
        )
    return archive(parts)


def run_of(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_brings_in_no_other_file(mycity: Mycity, here: Path) -> None:
    assert told(mycity, here / "a.docx", word_xml(run_of(f"{STORY} &x;"), outside("r"))).err == AUDITED


@pytest.mark.parametrize(
    ("before", "named"), [(LAUGHS, "&j;"), (f'<!DOCTYPE r [<!ENTITY a "{"0" * 100_000}">]>', "&a;" * 100_000)]
)
def test_entities_do_not_fill_the_memory(mycity: Mycity, here: Path, before: str, named: str) -> None:
    assert refused(mycity, here / "a.docx", word_xml(run_of(f"{STORY} {named}"), before)) == NO_WORD


def test_a_word_document_follows_no_link(mycity: Mycity, here: Path) -> None:
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
        for number, (kind, target) in enumerate(
            [("hyperlink", "http://127.0.0.1:9/x"), ("attachedTemplate", "http://127.0.0.1:9/t.dotm"),
             ("image", (here / "outside.txt").as_uri())]
        )
    )  # fmt: skip
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r2"/>'
    linked = '<w:hyperlink r:id="r0"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
    body = f"<w:p><w:r><w:drawing>{blip}</w:drawing></w:r>{linked}</w:p>"
    assert told(mycity, here / "a.docx", word_xml(run_of(STORY) + body, links=links)).err == AUDITED


def test_a_part_of_a_word_document_is_written_nowhere(mycity: Mycity, here: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(word(STORY))) as made:
        parts = {name: made.read(name).decode() for name in made.namelist()}
    content = archive({**parts, "../evil.txt": "x", f"{here}/evil.txt": "x", "word/vbaProject.bin": "x"})
    assert told(mycity, here / "a.docx", content).err == AUDITED


@pytest.mark.parametrize("kept", [10, 400, -1])
def test_a_word_document_that_is_cut_off(mycity: Mycity, here: Path, kept: int) -> None:
    assert refused(mycity, here / "a.docx", word(STORY)[:kept]) == NO_WORD


def lying(content: bytes, real: int) -> bytes:
    """Return an archive that says of a part of so many bytes that it has but a thousand."""
    return content.replace(struct.pack("<I", real), struct.pack("<I", 1000))


def test_a_word_document_that_lies_about_its_size(mycity: Mycity, here: Path) -> None:
    body = run_of("0" * 30_000_000)
    real = len(f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>")
    assert refused(mycity, here / "a.docx", word_xml(body)) == "unpacks to 28 MiB, more than 16 MiB\n"
    assert refused(mycity, here / "a.docx", lying(word_xml(body), real)) == NO_WORD


# --- PDF --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "action",
    [
        b"<</S/JavaScript/JS(this.submitForm\\('http://127.0.0.1:9/'\\))>>",
        b"<</S/Launch/F(/bin/sh)>>",
        b"<</S/URI/URI(http://127.0.0.1:9/)>>",
        b"<</S/GoToR/F(outside.txt)>>",
    ],
)
def test_what_a_pdf_would_do_is_not_done(mycity: Mycity, here: Path, action: bytes) -> None:
    content = pdf([STORY]).replace(b"<</Type/Catalog", b"<</OpenAction %s/AA<</O %s>>/Type/Catalog" % (action, action))
    assert told(mycity, here / "a.pdf", content).err == AUDITED


@pytest.mark.parametrize("kept", [10, 300, 500])
def test_a_pdf_that_is_cut_off(mycity: Mycity, here: Path, kept: int) -> None:
    assert refused(mycity, here / "a.pdf", pdf([STORY])[:kept]) == NO_PDF


def test_a_pdf_whose_pages_hold_themselves(mycity: Mycity, here: Path) -> None:
    assert refused(mycity, here / "a.pdf", pdf([STORY]).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]")) == NO_PDF


@pytest.mark.parametrize(
    "encryption",
    [
        b"/V 5/R 6/Length 256/CF<</StdCF<</CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>/StmF/StdCF/StrF/StdCF/O<%s>/U<%s>"
        b"/OE<%s>/UE<%s>/Perms<%s>" % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16),
        b"/V 2/R 3/Length 128/O<%s>/U<%s>" % (b"00" * 32, b"00" * 32),
    ],
    ids=["AES", "RC4"],
)
def test_a_pdf_that_is_encrypted(mycity: Mycity, here: Path, encryption: bytes) -> None:
    """Also in a way that only a further library reads: what is wrong is the same."""
    trailer = b"trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/P -4%s>>" % encryption
    content = pdf([STORY]).replace(b"trailer<<", trailer)
    assert refused(mycity, here / "a.pdf", content) == "is encrypted\nhelp: save a copy of it without the password\n"


def test_a_pdf_that_unpacks_to_more_than_any_release(mycity: Mycity, here: Path) -> None:
    raw = zlib.compress(b"BT /F1 12 Tf (" + b"a" * 100_000_000 + b") Tj ET", 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(raw), raw)
    content = pdf(["x"])
    start, end = content.index(b"5 0 obj\n") + 8, content.index(b"\nendobj", content.index(b"5 0 obj"))
    assert refused(mycity, here / "a.pdf", content[:start] + stream + content[end:]) == NO_PDF


# --- spreadsheets -----------------------------------------------------------------------------------------------------


def cells(*texts: str, row: int, first: str = "A") -> str:
    inner = "".join(
        f'<c r="{chr(ord(first) + number)}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
        for number, text in enumerate(texts)
    )
    return f'<row r="{row}">{inner}</row>'


def workbook_of(city: str, *, before: str = "", after: str = "", more: dict[str, str] | None = None) -> bytes:
    """Return a workbook with a signing of a city, as its XML."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    table = f"{cells('city', 'amount', row=1)}{cells(city, '5 million yuan', row=2)}{after}"

    def link(kind: str, target: str) -> str:
        one = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'

    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": link("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook {_M} {_R}><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": link("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f"{before}<worksheet {_M}><sheetData>{table}</sheetData></worksheet>",
    }
    return archive({**parts, **(more or {})})


def document_of(city: str, before: str = "") -> bytes:
    """Return an OpenDocument with a signing of a city, as its XML."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"

    def row(*texts: str) -> str:
        inner = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
        )
        return f"<table:table-row>{inner}</table:table-row>"

    table = f"{row('city', 'amount')}{row(city, '5 million yuan')}"
    content = (
        f'{before}<office:document-content xmlns:office="{office}office:1.0" xmlns:text="{office}text:1.0" '
        f'xmlns:table="{office}table:1.0"><office:body><office:spreadsheet><table:table table:name="S">{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{office}manifest:1.0"/>'
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return archive({"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest})


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_the_spreadsheets_of_these_tests_are_read(mycity: Mycity, here: Path, name: str) -> None:
    content = workbook_of("Suzhou") if name == "a.xlsx" else document_of("Suzhou")
    assert told(mycity, here / name, content) == Result(0, "5000000\n", "")


def test_a_spreadsheet_brings_in_no_other_file(mycity: Mycity, here: Path) -> None:
    wrong = refused(mycity, here / "a.xlsx", workbook_of("&x;", before=outside("r")))
    assert wrong == "its sheet 'S' cannot be read: at 0..0: unrecognized entity `&x;`\n"
    assert refused(mycity, here / "a.ods", document_of("&x;", outside("r"))) == ENTITIES
    (here / "a.csv").write_text(f"city,amount\n{outside('r')}&x;,5 million yuan\n".replace('"', "'"))
    assert mycity("total", "--data", "a.csv") == Result(0, "5000000\n", "")


def test_entities_do_not_fill_a_sheet(mycity: Mycity, here: Path) -> None:
    wrong = refused(mycity, here / "a.xlsx", workbook_of("&j;", before=LAUGHS))
    assert wrong == "its sheet 'S' cannot be read: at 0..0: unrecognized entity `&j;`\n"
    assert refused(mycity, here / "a.ods", document_of("&j;", LAUGHS)) == ENTITIES


def test_a_workbook_follows_no_link(mycity: Mycity, here: Path) -> None:
    """A formula has the value that the file says."""
    link = (
        f'<Relationship Id="r1" Type="{_OFFICE}/externalLinkPath" Target="http://127.0.0.1:9/" TargetMode="External"/>'
    )
    more = {
        "xl/externalLinks/externalLink1.xml": f'<externalLink {_M}><externalBook {_R} r:id="r1"/></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'
        ),
        "xl/vbaProject.bin": "x",
    }
    city = '<c r="A3" t="str"><f>[1]S!A1</f><v>Xiamen</v></c>'
    amount = '<c r="B3" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>2 million yuan</v></c>'
    formula = f'<row r="3">{city}{amount}</row>'
    content = workbook_of("Suzhou", after=formula, more=more)
    assert told(mycity, here / "a.xlsx", content) == Result(0, "7000000\n", "")


@pytest.mark.parametrize("kept", [10, 400, -1])
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_spreadsheet_that_is_cut_off(mycity: Mycity, here: Path, name: str, kept: int) -> None:
    content = workbook_of("Suzhou") if name == "a.xlsx" else document_of("Suzhou")
    assert refused(mycity, here / name, content[:kept]) == CUT_OFF


@pytest.mark.parametrize("padding", ["", " " * 4_000_000])
def test_a_cell_at_the_end_of_the_world(mycity: Mycity, here: Path, padding: str) -> None:
    """To the reader of sheets all cells before it are there, and where they have no room the process ends."""
    far = f'{padding}<row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row>'
    assert refused(mycity, here / "a.xlsx", workbook_of("Suzhou", after=far)) == (
        "one of its sheets reaches to row 1048576 and column 16384\n"
        "help: delete what stands far from the table, and save it anew\n"
    )
    empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert told(mycity, here / "a.xlsx", workbook_of("Suzhou", after=empty)) == Result(0, "5000000\n", "")


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_spreadsheet_that_is_a_bomb(mycity: Mycity, here: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workbook_of if name == "a.xlsx" else document_of
    content = made("0" * 30_000_000)
    with monkeypatch.context() as patch:
        patch.setattr("mycity_cli.tables.sources.workbook.MOST", 1 << 20)
        assert refused(mycity, here / name, content) == "is larger than 2 MiB\n"
    with zipfile.ZipFile(io.BytesIO(content)) as archive_:
        real = max(part.file_size for part in archive_.infolist())
    part = "content.xml" if name == "a.ods" else "S"
    assert refused(mycity, here / name, lying(content, real)) == (
        f"is no spreadsheet that can be read: it is damaged: {part}\n{ANEW}"
        if name == "a.ods"
        else "its sheet 'S' cannot be read: I/O error: File is larger than its declared uncompressed size\n"
    )


# --- compressed texts -------------------------------------------------------------------------------------------------


def compressed(content: bytes, ending: str) -> bytes:
    if ending == ".gz":
        return gzip.compress(content)
    import zstandard

    return zstandard.ZstdCompressor().compress(content)


@pytest.mark.parametrize("ending", [".gz", ".zst"])
@pytest.mark.parametrize("kind", ["a.csv", "a.jsonl", "a.json", "a.tsv"])
def test_a_compressed_text_that_is_a_bomb(
    mycity: Mycity, here: Path, kind: str, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_content, "MOST", 1 << 20)
    texts = {"a.json": b'[{"city":"Suzhou","amount":"5 yuan"}', "a.jsonl": b'{"city":"Suzhou","amount":"5 yuan"}\n'}
    content = texts.get(kind, b"city,amount\nSuzhou,5 yuan\n") + b"\n" * 20_000_000
    assert refused(mycity, here / f"{kind}{ending}", compressed(content, ending)) == "is larger than 1 MiB\n"


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_compressed_text_that_is_cut_off(mycity: Mycity, here: Path, ending: str) -> None:
    content = compressed(b"city,amount\n" + b"".join(b"Suzhou,%d yuan\n" % n for n in range(1, 999)), ending)
    wrong = refused(mycity, here / f"a.csv{ending}", content[: len(content) // 2])
    assert wrong == "cannot be read: the compressed data ends before its end\n"


def test_a_bomb_within_a_compressed_text(mycity: Mycity, here: Path) -> None:
    content = gzip.compress(gzip.compress(b"city,amount\n" + b"\n" * 20_000_000))
    wrong = refused(mycity, here / "a.csv.gz", content)
    assert wrong == "holds NUL, as no text does\nhelp: save the file as UTF-8\n"
