"""Making spreadsheets for tests."""

from __future__ import annotations

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
