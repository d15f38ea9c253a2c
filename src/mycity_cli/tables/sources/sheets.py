"""The error for a workbook in which several sheets could be the table."""

from __future__ import annotations

from mycity_cli.errors import DataError


class SheetsError(DataError):
    """Several sheets of a workbook, with these titles, could be the table that is meant."""

    def __init__(self, message: str, titles: tuple[str, ...], name: str, help: str) -> None:
        super().__init__(message, where=name, help=help)
        self.titles = titles
