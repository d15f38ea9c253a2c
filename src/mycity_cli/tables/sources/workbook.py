"""What a workbook of Excel holds that calamine does not tell: how large it is, and the cells with errors.

An error such as #REF! would else be an empty cell, as if nothing had been stated.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from mycity_cli.errors import DataError
from mycity_cli.files import too_large
from mycity_cli.messages import say
from mycity_cli.tables.sources.content import MOST

_ERROR_CELL = re.compile(
    rb'<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:<f\b.*?(?:</f>|/>))?\s*<v>([^<]*)</v>', re.DOTALL
)
_NO_ARCHIVE = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError)
"""What is raised where something is no archive, a damaged one or a locked one."""

MOST_CELLS = 50_000_000
"""More cells than these, most of them empty, are no table."""

ANEW = say("save it anew as .xlsx or .csv")
"""What to do with a spreadsheet that cannot be read."""

_UNKNOWN = re.compile("Cannot detect file format")
"""What calamine says of everything that none of its readers takes."""

_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,10})"[^>/]*>')
"""A cell that holds anything, with its place; one that is only formatted is closed at once."""

_SHEETS = "xl/worksheets/"
_SMALL = 1 << 21
_DENSE = 25
"""The text of a sheet with a cell at each place takes at most so many times the room that it has in the archive."""

_PIECE = 1 << 20
_LONGEST_CELL = 256
"""So many bytes has the beginning of a cell at most."""

_OPEN_DOCUMENT = "content.xml"
_NAMES = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def require_sound(content: bytes, name: str) -> None:
    """Raise DataError where a workbook would be larger than any table when it is unpacked, or is broken.

    Of a broken OpenDocument calamine would look for the end for ever.
    """
    # Imported here and below: most workbooks need none of it.
    from xml.parsers import expat

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(each.file_size for each in archive.infolist()) > 2 * MOST:
                raise too_large(2 * MOST, name)
            for part in archive.infolist():
                if part.filename.startswith(_SHEETS) and _may_be_sparse(part):
                    with archive.open(part) as stream:
                        _require_near(stream, name)
            if _OPEN_DOCUMENT in archive.namelist():
                parser = expat.ParserCreate()
                parser.EntityDeclHandler = _refuse_entities
                with archive.open(_OPEN_DOCUMENT) as stream:
                    parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise DataError(say("is no spreadsheet that can be read: {why}", why=error), where=name, help=ANEW) from error
    except _EntityError as error:
        message = say("is no spreadsheet that can be read: it declares entities, as no spreadsheet does")
        raise DataError(message, where=name, help=ANEW) from error
    except _NO_ARCHIVE:
        # Of what is no archive, or a locked one, calamine says what is wrong.
        return


def why_unreadable(content: bytes, told: str) -> str:
    """Return why an archive is no spreadsheet that can be read, where calamine knows no better than `told`."""
    if not content.startswith(b"PK") or not _UNKNOWN.fullmatch(told):
        return told
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            damaged = archive.testzip()
    except _NO_ARCHIVE:
        return say("it is damaged or cut off")
    return told if damaged is None else say("it is damaged: {part}", part=damaged)


class _EntityError(Exception):
    """A part of a workbook declares entities, which may stand for other files, or for more text than there is room."""


def _refuse_entities(*_: object) -> None:
    raise _EntityError


def _may_be_sparse(part: zipfile.ZipInfo) -> bool:
    """Return whether a sheet may reach further than its size tells, so that it is worth a look before it is read."""
    return part.file_size <= _SMALL or part.file_size > _DENSE * part.compress_size


def _require_near(stream: IO[bytes], name: str) -> None:
    """Raise DataError for a sheet of Excel with a cell so far from the first that those between have no room.

    To calamine a sheet is all cells up to the last one, and where there is no room for them the process ends.
    """
    bottom = right = 0
    rest = b""
    while piece := stream.read(_PIECE):
        rest += piece
        for letters, row in _CELL.findall(rest):
            bottom = max(bottom, int(row))
            right = max(right, _column(letters))
        if bottom * right > MOST_CELLS:
            message = say("one of its sheets reaches to row {row} and column {column}", row=bottom, column=right)
            help = say("delete what stands far from the table, and save it anew")
            raise DataError(message, where=name, help=help)
        rest = rest[-_LONGEST_CELL:]


def _column(letters: bytes) -> int:
    """Return the number of a column, from 1, by its letters."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column


def error_cells(content: bytes, at: int) -> Iterator[tuple[int, int, str]]:
    """Yield row and column, from 0, and text of each cell with an error on a sheet of an .xlsx file, by its place."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            sheet = archive.read(_path(archive, at))
    except (
        zipfile.BadZipFile,
        KeyError,
        IndexError,
        ValueError,
        SyntaxError,  # that of XML is one
        NotImplementedError,
        zlib.error,
        StopIteration,
    ):
        # Other formats of spreadsheets are no such archives.
        return
    if b't="e"' not in sheet:
        return
    for letters, row, error in _ERROR_CELL.findall(sheet):
        yield int(row) - 1, _column(letters) - 1, error.decode("ascii", errors="replace")


def _path(archive: zipfile.ZipFile, at: int) -> str:
    """Return where a sheet is in a workbook, by its place from 0."""
    from xml.etree import ElementTree as ET

    book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314  # no entity is resolved
    sheets = [each for each in book.iter() if each.tag.endswith("}sheet")]
    id = sheets[at].attrib[_NAMES]
    links = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    target = next(link.attrib["Target"] for link in links if link.attrib.get("Id") == id)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
