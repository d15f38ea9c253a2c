"""Making spreadsheets for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

Fill = Callable[[Any, Any], object]
"""Fills a sheet, which it is given with its workbook."""


def workbook(**sheets: Fill) -> bytes:
    """Return a workbook with sheets, each of which is filled by a function."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    for title, fill in sheets.items():
        fill(book.add_worksheet(title), book)
    book.close()
    return stream.getvalue()


def rows(*table: list[Any], first: int = 0, column: int = 0) -> Fill:
    """Return what fills a sheet with rows, from a row and a column on."""

    def fill(sheet: Any, _: Any) -> None:
        for at, cells in enumerate(table, start=first):
            sheet.write_row(at, column, cells)

    return fill


def open_document(*table: list[str]) -> bytes:
    """Return a spreadsheet of OpenDocument with the XML of each cell, and the blank rows that programs put below."""
    rows = "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in table)
    rows += (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    spaces = " ".join(f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in _SPACES)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Deals">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}/>")
    return stream.getvalue()


_SPACES = ("office", "table", "text", "manifest")


def open_cell(text: str, kind: str = "string", **values: str) -> str:
    """Return the XML of a cell that shows a text, and has values by the names of their attributes."""
    given = "".join(f' office:{name.replace("_", "-")}="{value}"' for name, value in values.items())
    return f'<table:table-cell office:value-type="{kind}"{given}><text:p>{text}</text:p></table:table-cell>'
