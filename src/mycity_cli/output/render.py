"""From a result to text: the formats by name, and what all of them need to know."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.figure import Scale

if TYPE_CHECKING:
    from mycity_cli.output.listing import Card, Listing


class Format(StrEnum):
    """The formats of output."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    XLSX = "xlsx"

    @classmethod
    def _missing_(cls, value: object) -> Format | None:
        """Return the format that has another name as well."""
        return _OTHER_NAMES.get(str(value).lower())


_OTHER_NAMES = {"md": Format.MARKDOWN}
"""What a format is called too."""


ENDINGS = {
    ".txt": Format.TABLE,
    ".tsv": Format.TSV,
    ".csv": Format.CSV,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".xlsx": Format.XLSX,
}
"""The format that the ending of a file's name asks for."""


class Style(NamedTuple):
    """How to write, decided once for the destination.

    `scale` is the unit of amounts; None leaves it to the format: base units for machines, for people the one that suits
    the largest amount. `width` is how many cells a line may take; None is as many as it needs. `header` None leaves the
    header line to the format. `raw` leaves text as it is where a spreadsheet would run it. `numbers` makes numbers of
    the strings that JSON has for amounts.
    """

    scale: Scale | None = None
    width: int | None = None
    color: bool = False
    header: bool | None = None
    raw: bool = False
    numbers: bool = False


def render(result: Listing[Any] | Card, format: Format, style: Style) -> Iterator[str]:
    """Yield the result in a format of text, in pieces that each end a line."""
    # Only the format asked for is imported: Rich is needed by tables alone, json by JSON.
    module = import_module(f"mycity_cli.output.{_MODULES.get(format, format)}")
    lines: Iterator[str] = module.listing(result, style) if hasattr(result, "records") else module.card(result, style)
    return lines


_MODULES = {Format.JSON: "json_", Format.JSONL: "json_lines", Format.CSV: "csv_"}
