"""What a workbook of Excel holds that calamine does not tell: how large it is, and the cells with errors.

An error such as #REF! would else be an empty cell, as if nothing had been stated.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from mycity_cli.errors import DataError
from mycity_cli.tables.sources.content import MOST

_ERROR_CELL = re.compile(
    rb'<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:<f\b.*?(?:</f>|/>))?\s*<v>([^<]*)</v>', re.DOTALL
)
_NO_ARCHIVE = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError)
"""What is raised where something is no archive, a damaged one or a locked one."""

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
                raise DataError(f"is larger than {2 * MOST // (1024 * 1024)} MiB", where=name)
            if _OPEN_DOCUMENT in archive.namelist():
                with archive.open(_OPEN_DOCUMENT) as stream:
                    expat.ParserCreate().ParseFile(stream)
    except expat.ExpatError as error:
        help = "save it anew as .xlsx or .csv"
        raise DataError(f"is no spreadsheet that can be read: {error}", where=name, help=help) from error
    except _NO_ARCHIVE:
        # Of what is no archive, or a locked one, calamine says what is wrong.
        return


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
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        yield int(row) - 1, column - 1, error.decode("ascii", errors="replace")


def _path(archive: zipfile.ZipFile, at: int) -> str:
    """Return where a sheet is in a workbook, by its place from 0."""
    from xml.etree import ElementTree as ET

    book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314  # no entity is resolved
    sheets = [each for each in book.iter() if each.tag.endswith("}sheet")]
    id = sheets[at].attrib[_NAMES]
    links = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    target = next(link.attrib["Target"] for link in links if link.attrib.get("Id") == id)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
