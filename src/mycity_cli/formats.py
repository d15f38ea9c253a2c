"""The formats of files: what is written, read and converted, and one table of what the endings of files stand for.

A new format of output is a line of `Format`, a line of `ENDINGS`, and a module of `output` that makes it.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from pathlib import PurePath
from typing import NamedTuple, Self


class Result(Enum):
    """What a format can show."""

    LISTING = "listing"
    """Records under columns; a format that shows them shows one record in full as well: `card`."""
    CHART = "chart"
    """Groups drawn as bars."""
    AUDITS = "audits"
    """What audits found, each in full."""
    SHEET = "sheet"
    """What a selection comes to, on a page."""
    REVIEWS = "reviews"
    """Claims with their verdicts, as search tools read them."""
    PROOFS = "proofs"
    """Verdicts, each with all that it rests on."""


class Form(NamedTuple):
    """What a format is: its name, the module of `output` that makes it, and the results that it shows.

    The module has functions `listing` and `card`, or `chart`, which yield pieces of text, or bytes where `is_bytes`.
    `also` is what the format is called too.
    """

    name: str
    module: str
    shows: tuple[Result, ...] = (Result.LISTING,)
    is_bytes: bool = False
    also: tuple[str, ...] = ()


class Format(StrEnum):
    """The formats of output."""

    TABLE = Form("table", "table", (Result.LISTING, Result.CHART, Result.AUDITS, Result.PROOFS))
    TSV = Form("tsv", "tsv")
    CSV = Form("csv", "csv_")
    JSON = Form("json", "json_", (Result.LISTING, Result.AUDITS))
    JSONL = Form("jsonl", "json_lines", (Result.LISTING, Result.AUDITS))
    MARKDOWN = Form("markdown", "markdown", (Result.LISTING, Result.AUDITS, Result.PROOFS), also=("md",))
    HTML = Form("html", "pages.result_pages", (Result.LISTING, Result.SHEET, Result.AUDITS, Result.PROOFS))
    XLSX = Form("xlsx", "workbook", is_bytes=True)
    SARIF = Form("sarif", "audit_sarif", (Result.AUDITS,))
    GITHUB = Form("github", "audit_github", (Result.AUDITS,))
    SVG = Form("svg", "pages.svg", (Result.CHART,))
    PNG = Form("png", "pages.png", (Result.CHART,), is_bytes=True)
    CLAIMREVIEW = Form("claimreview", "claimreview", (Result.REVIEWS,))

    form: Form

    def __new__(cls, *form: object) -> Self:
        """Make a format whose value is its name."""
        made = Form(*form)  # type: ignore[arg-type]  # the enumeration hands over the fields one by one
        self = str.__new__(cls, made.name)
        self._value_ = made.name
        self.form = made
        return self

    @classmethod
    def _missing_(cls, value: object) -> Format | None:
        """Return the format that has another name as well."""
        return next((each for each in cls if str(value).lower() in each.form.also), None)

    def shows(self, *results: Result) -> bool:
        """Return whether the format shows one of these results."""
        return any(result in self.form.shows for result in results)


def names_of(*results: Result) -> tuple[str, ...]:
    """Return the names of the formats that show one of these results."""
    return tuple(each.value for each in Format if each.shows(*results))


def choices_of(*results: Result) -> tuple[str, ...]:
    """Return everything that the formats which show one of these results are called."""
    also = tuple(name for each in Format if each.shows(*results) for name in each.form.also)
    return (*names_of(*results), *also)


class FileFormat(StrEnum):
    """The formats of files that are tables."""

    CSV = "csv"
    TSV = "tsv"
    JSON_LINES = "jsonl"
    JSON = "json"
    EXCEL = "xlsx"
    PARQUET = "parquet"


class DocumentKind(StrEnum):
    """The kinds of document that a release may be."""

    TEXT = "text"
    HTML = "HTML"
    PDF = "PDF"
    WORD = "Word"


class Ending(NamedTuple):
    """What a file with an ending is, None where it is no such thing.

    `written` is the format of results that go to it, `document` the kind of release, `table` the format of a table that
    is read. `is_database` says that it holds tables of a database. `dataset` is the module of `exchange` that writes a
    dataset to it.
    """

    written: Format | None = None
    document: DocumentKind | None = None
    table: FileFormat | None = None
    is_database: bool = False
    dataset: str | None = None


ENDINGS = {
    ".txt": Ending(Format.TABLE, DocumentKind.TEXT, FileFormat.CSV),
    ".text": Ending(document=DocumentKind.TEXT),
    ".csv": Ending(Format.CSV, table=FileFormat.CSV, dataset="csv_file"),
    ".tsv": Ending(Format.TSV, table=FileFormat.TSV, dataset="csv_file"),
    ".tab": Ending(table=FileFormat.TSV, dataset="csv_file"),
    ".psv": Ending(table=FileFormat.CSV),
    ".json": Ending(Format.JSON, table=FileFormat.JSON, dataset="as_json"),
    ".jsonl": Ending(Format.JSONL, table=FileFormat.JSON_LINES, dataset="json_lines_file"),
    ".ndjson": Ending(Format.JSONL, table=FileFormat.JSON_LINES, dataset="json_lines_file"),
    ".md": Ending(Format.MARKDOWN, DocumentKind.TEXT),
    ".markdown": Ending(Format.MARKDOWN, DocumentKind.TEXT),
    ".html": Ending(Format.HTML, DocumentKind.HTML),
    ".htm": Ending(Format.HTML, DocumentKind.HTML),
    ".xhtml": Ending(document=DocumentKind.HTML),
    ".pdf": Ending(document=DocumentKind.PDF),
    ".docx": Ending(document=DocumentKind.WORD),
    ".xlsx": Ending(Format.XLSX, table=FileFormat.EXCEL),
    ".xlsm": Ending(table=FileFormat.EXCEL),
    ".xls": Ending(table=FileFormat.EXCEL),
    ".ods": Ending(table=FileFormat.EXCEL),
    ".parquet": Ending(table=FileFormat.PARQUET, dataset="parquet_file"),
    ".sqlite": Ending(is_database=True, dataset="sqlite_file"),
    ".sqlite3": Ending(is_database=True, dataset="sqlite_file"),
    ".db": Ending(is_database=True, dataset="sqlite_file"),
    ".duckdb": Ending(is_database=True),
    ".ddb": Ending(is_database=True),
    ".sarif": Ending(Format.SARIF),
    ".svg": Ending(Format.SVG),
    ".png": Ending(Format.PNG),
}
"""What each ending of a file stands for."""

NOTHING = Ending()


def ending_of(name: str) -> Ending:
    """Return what the ending of a file's name stands for, in letters of any case."""
    return ENDINGS.get(suffix_of(name), NOTHING)


def suffix_of(name: str) -> str:
    """Return the ending of a file's name in small letters, with its full stop; "" where there is none."""
    return PurePath(name).suffix.lower()


DOCUMENTS = {name: each.document for name, each in ENDINGS.items() if each.document is not None}
"""The kind of release by the ending."""
TABLES = {name: each.table for name, each in ENDINGS.items() if each.table is not None}
"""The format of a table by the ending."""
DATABASES = tuple(name for name, each in ENDINGS.items() if each.is_database)
"""The endings of files that hold tables of a database."""
DATASETS = {name: each.dataset for name, each in ENDINGS.items() if each.dataset is not None}
"""The module that writes a dataset by the ending."""


def written_endings(*results: Result) -> dict[str, Format]:
    """Return the formats that show one of these results, by their endings."""
    return {name: each.written for name, each in ENDINGS.items() if each.written and each.written.shows(*results)}
