"""The options that say how a table is read, declared once.

No `from __future__ import annotations` here: Typer reads the annotations as they are.
"""

from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

_TABLE = "Tables"


LIKE = Annotated[
    Path | None,
    typer.Option(
        "--like",
        metavar="DATASET",
        rich_help_panel=_TABLE,
        show_default=False,
        help="A dataset with the places, sources and conferences that names in the table mean. The bundled places are "
        "known without it.",
    ),
]
MAP = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="COLUMN=NAME",
        rich_help_panel=_TABLE,
        help="What a column is called in the table: city='Host City'; date= leaves one out. Usual names are known. "
        "Repeatable.",
    ),
]
AMOUNT_UNIT = Annotated[
    str | None,
    typer.Option(
        "--amount-unit",
        metavar="UNIT",
        rich_help_panel=_TABLE,
        help="What bare numbers in the amount column are: 'million USD', yuan, 亿元. Found out where the header or a "
        "title says it.",
    ),
]


class Tables(NamedTuple):
    """How to read a table."""

    map: MAP = None
    amount_unit: AMOUNT_UNIT = None
    like: LIKE = None
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="FILE",
            rich_help_panel=_TABLE,
            show_default=False,
            help="A file that says how to read the table, as 'mycity data profile' writes it. deals.mycity.toml beside "
            "deals.csv is found without it; none ignores that.",
        ),
    ] = None
    from_: Annotated[
        Literal["csv", "tsv", "jsonl", "json", "xlsx", "parquet"] | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            case_sensitive=False,
            rich_help_panel=_TABLE,
            show_default=False,
            help="What the table is written in, where its name does not say: csv, tsv, jsonl, json, xlsx (any "
            "spreadsheet) or parquet.",
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding",
            metavar="NAME",
            rich_help_panel=_TABLE,
            help="The encoding of the text: gb18030, big5, cp1252. Found out where it is not given.",
        ),
    ] = None
    sheet: Annotated[
        str | None,
        typer.Option(
            "--sheet", metavar="NAME", rich_help_panel=_TABLE, help="The sheet of a workbook, by name or number."
        ),
    ] = None
    header_row: Annotated[
        int | None,
        typer.Option(
            "--header-row",
            metavar="N",
            min=1,
            rich_help_panel=_TABLE,
            help="The row of the file or sheet that names the columns, counted from 1. Found out where it is not "
            "given.",
        ),
    ] = None
    fill: Annotated[
        list[str] | None,
        typer.Option(
            "--fill",
            metavar="COLUMN",
            rich_help_panel=_TABLE,
            help="An empty cell of this column means what stands above it, as in merged cells. Repeatable.",
        ),
    ] = None
    decimal: Annotated[
        Literal[".", ","] | None,
        typer.Option(
            "--decimal",
            metavar="SIGN",
            rich_help_panel=_TABLE,
            help="The sign before decimals: . or , Found out where a cell proves it.",
        ),
    ] = None
    group: Annotated[
        Literal[",", ".", "'", " "] | None,
        typer.Option(
            "--group", metavar="SIGN", rich_help_panel=_TABLE, help="The sign between thousands: , . ' or ' '."
        ),
    ] = None
    negative: Annotated[
        Literal["allow", "refuse"] | None,
        typer.Option(
            "--negative",
            metavar="allow",
            case_sensitive=False,
            rich_help_panel=_TABLE,
            help="Add up amounts below zero too, such as -50,000 and (50,000), which are bad rows else.",
        ),
    ] = None
    missing: Annotated[
        list[str] | None,
        typer.Option(
            "--missing",
            metavar="TEXT",
            rich_help_panel=_TABLE,
            help="A cell with this text states nothing, as '-', 'n/a' and 未披露 do already. Repeatable.",
        ),
    ] = None
    date_order: Annotated[
        Literal["ymd", "dmy", "mdy"] | None,
        typer.Option(
            "--date-order",
            metavar="ORDER",
            case_sensitive=False,
            rich_help_panel=_TABLE,
            help="The order in dates such as 3/4/2022: dmy or mdy. Found out where a cell proves it.",
        ),
    ] = None
    keep_totals: Annotated[
        bool | None,
        typer.Option(
            "--keep-totals",
            rich_help_panel=_TABLE,
            show_default=False,
            help="Take rows that are totals of others (Total, 合计) for signings.",
        ),
    ] = None
    as_written: Annotated[
        bool | None,
        typer.Option(
            "--as-written",
            rich_help_panel=_TABLE,
            show_default=False,
            help="Keep spellings of a city apart: Suzhou, 苏州.",
        ),
    ] = None
    max_bad: Annotated[
        str | None,
        typer.Option(
            "--max-bad",
            metavar="SHARE",
            rich_help_panel=_TABLE,
            help="With --skip-bad, give no total but exit code 4 where more than this share of the rows is bad; 1% "
            "where it is not given.",
        ),
    ] = None
    max_errors: Annotated[
        int | None,
        typer.Option(
            "--max-errors",
            metavar="N",
            min=1,
            rich_help_panel=_TABLE,
            help="Show the first N bad rows of a table; 20 where it is not given.",
        ),
    ] = None
    skip_bad: Annotated[
        bool | None,
        typer.Option(
            "--skip-bad",
            rich_help_panel=_TABLE,
            show_default=False,
            help="Leave bad rows of a table out, and say how many they are.",
        ),
    ] = None
