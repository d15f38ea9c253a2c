"""The options that commands share, declared once, in groups.

No `from __future__ import annotations` here: Typer reads the annotations as they are.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from mycity_cli.cli.json_options import Jq, Json
from mycity_cli.figure import Figure
from mycity_cli.formats import Format, Result, choices_of, names_of
from mycity_cli.period import Period


def complete(parameter: str) -> Callable[[typer.Context], list[Any]]:
    """Return what offers the values of a parameter when Tab is pressed; which fit what is typed is found out later."""

    def offer(ctx: typer.Context) -> list[Any]:
        from mycity_cli.cli.offers import offered

        return offered(ctx, parameter)

    return offer


def format_option(help: str) -> Any:
    """Return the option of a command that has formats of its own."""
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        case_sensitive=False,
        show_default=False,
        rich_help_panel=_PRINT,
        help=help,
    )


_DATA = "Data"
_SELECT = "Selecting"
_PRINT = "Output"


class Data(NamedTuple):
    """Where the records come from."""

    data: Annotated[
        str | None,
        typer.Option(
            "--data",
            envvar="MYCITY_DATA",
            metavar="PATH",
            rich_help_panel=_DATA,
            show_default=False,
            help="What to use in place of the bundled dataset: a dataset file, or a table of signings, such as an "
            ".xlsx, .csv, .json, .parquet or .sqlite file, 'several-*.csv', or a database URL with #table; - is "
            "standard input.",
        ),
    ] = None


class Selecting(NamedTuple):
    """Which records to take. Of an option given several times, any value matches."""

    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORD...",
            show_default=False,
            autocompletion=complete("word"),
            help="What to select without an option: a city, a kind, a year, an id or its beginning, a currency; any "
            "other word is looked for in all texts.",
        ),
    ] = None
    city: Annotated[
        list[str] | None,
        typer.Option(
            "--city",
            "-c",
            metavar="NAME",
            autocompletion=complete("city"),
            rich_help_panel=_SELECT,
            help="Held in this city; any of its names, in any language. Repeatable.",
        ),
    ] = None
    promoter: Annotated[
        list[str] | None,
        typer.Option(
            "--promoter",
            metavar="NAME",
            autocompletion=complete("promoter"),
            rich_help_panel=_SELECT,
            help="Promoting this city. Repeatable.",
        ),
    ] = None
    partner: Annotated[
        list[str] | None,
        typer.Option(
            "--partner",
            metavar="NAME",
            autocompletion=complete("partner"),
            rich_help_panel=_SELECT,
            help="Signed with this city. Repeatable.",
        ),
    ] = None
    province: Annotated[
        list[str] | None,
        typer.Option(
            "--province",
            metavar="NAME",
            autocompletion=complete("province"),
            rich_help_panel=_SELECT,
            help="Held in a city of this province. Repeatable.",
        ),
    ] = None
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            autocompletion=complete("kind"),
            rich_help_panel=_SELECT,
            help="Of this kind: investment, memorandum, promotion, ... Repeatable.",
        ),
    ] = None
    conference: Annotated[
        list[str] | None,
        typer.Option(
            "--conference",
            metavar="ID",
            autocompletion=complete("conference"),
            rich_help_panel=_SELECT,
            help="At this conference, by id or name. Repeatable.",
        ),
    ] = None
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="ID",
            autocompletion=complete("source"),
            rich_help_panel=_SELECT,
            help="Stated by this source, by id or title. Repeatable.",
        ),
    ] = None
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            "-y",
            metavar="YEAR",
            min=1,
            max=9999,
            autocompletion=complete("year"),
            rich_help_panel=_SELECT,
            help="Dated in this year.",
        ),
    ] = None
    since: Annotated[
        Period | None,
        typer.Option(
            "--since",
            metavar="DATE",
            autocompletion=complete("date"),
            rich_help_panel=_SELECT,
            help="Not before this year, month or day (2022, 2022-06, 2022-06-15).",
        ),
    ] = None
    until: Annotated[
        Period | None,
        typer.Option(
            "--until",
            metavar="DATE",
            autocompletion=complete("date"),
            rich_help_panel=_SELECT,
            help="Not after this year, month or day.",
        ),
    ] = None
    min_amount: Annotated[
        Figure | None,
        typer.Option(
            "--min-amount",
            metavar="AMOUNT",
            rich_help_panel=_SELECT,
            help="At least this amount: '10 billion', '10 billion yuan', 100亿元.",
        ),
    ] = None
    max_amount: Annotated[
        Figure | None,
        typer.Option("--max-amount", metavar="AMOUNT", rich_help_panel=_SELECT, help="At most this amount."),
    ] = None
    currency: Annotated[
        str | None,
        typer.Option(
            "--currency",
            metavar="CODE",
            autocompletion=complete("currency"),
            rich_help_panel=_SELECT,
            help="In this currency, by ISO 4217 code: CNY, USD.",
        ),
    ] = None
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where",
            metavar="CONDITION",
            autocompletion=complete("where"),
            rich_help_panel=_SELECT,
            help="Where this holds of a column, also one of the data's own: Sector=Energy, 'projects>=20', Note~port. "
            "It compares by = != < <= > >=, and ~ for what contains a text. Repeatable: all must hold.",
        ),
    ] = None


LISTED = names_of(Result.LISTING)
"""The formats that every command which lists records has."""
PROVED = names_of(Result.LISTING, Result.PROOFS)
"""The formats that every command which gives verdicts has."""

if TYPE_CHECKING:
    FormatName = Format
else:
    # Typer takes the choices from the type; which they are is known to the table of formats alone.
    FormatName = Literal[choices_of(Result.LISTING)]


class Printing(NamedTuple):
    """How to write the result."""

    format: Annotated[
        FormatName | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            case_sensitive=False,
            show_default=False,
            rich_help_panel=_PRINT,
            help=f"{', '.join(LISTED[:-1])} or {LISTED[-1]}; a table on a terminal and TSV in a pipe where it is not "
            "given.",
        ),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            rich_help_panel=_PRINT,
            help="Write to a file, in the format of its ending: .xlsx, .csv, .md, .json, ...",
        ),
    ] = None
    force: Annotated[bool, typer.Option("--force", rich_help_panel=_PRINT, help="Replace a file that exists.")] = False
    json: Json = None
    jq: Jq = None
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns",
            metavar="A,B",
            autocompletion=complete("columns"),
            rich_help_panel=_PRINT,
            help="The columns to show, in this order.",
        ),
    ] = None
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="KEY",
            autocompletion=complete("sort"),
            rich_help_panel=_PRINT,
            help="Sort by this column; -KEY puts the largest first.",
        ),
    ] = None
    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", metavar="N", min=0, rich_help_panel=_PRINT, help="Show the first N at most."),
    ] = None
    header: Annotated[
        bool | None,
        typer.Option(
            "--header/--no-header", show_default=False, rich_help_panel=_PRINT, help="Show the header line, or not."
        ),
    ] = None
    unit: Annotated[
        Literal["auto", "yuan", "wan", "million", "yi", "billion", "trillion", "元", "万", "万元", "亿", "亿元"] | None,
        typer.Option(
            "--unit",
            "-u",
            metavar="UNIT",
            show_default=False,
            case_sensitive=False,
            rich_help_panel=_PRINT,
            help="The unit of amounts: auto, yuan (one unit of any currency), wan (万), million, yi (亿), billion or "
            "trillion. "
            "Base units in a pipe where it is not given, else the one that suits the largest amount.",
        ),
    ] = None
    color: Annotated[
        Literal["auto", "always", "never"] | None,
        typer.Option(
            "--color",
            metavar="WHEN",
            case_sensitive=False,
            rich_help_panel=_PRINT,
            help="Whether to colour tables: auto, always or never.",
        ),
    ] = None
    raw: Annotated[
        bool,
        typer.Option(
            "--raw",
            rich_help_panel=_PRINT,
            help="In CSV, leave text as it is; a spreadsheet may run what looks like a formula.",
        ),
    ] = False
    bom: Annotated[
        bool | None,
        typer.Option(
            "--bom/--no-bom",
            show_default=False,
            rich_help_panel=_PRINT,
            help="Begin CSV and TSV with a byte order mark, by which Excel knows UTF-8, or not. A CSV file has one "
            "where its text is not ASCII.",
        ),
    ] = None
    numbers: Annotated[
        bool,
        typer.Option(
            "--numbers",
            rich_help_panel=_PRINT,
            help="In JSON, write amounts as numbers with all their digits; strings where it is not given.",
        ),
    ] = False
    ids: Annotated[
        bool,
        typer.Option(
            "--ids", rich_help_panel=_PRINT, help="Name all records in notes and proofs, where else they are counted."
        ),
    ] = False
    no_pager: Annotated[
        bool, typer.Option("--no-pager", rich_help_panel=_PRINT, help="Do not show a long list by a pager.")
    ] = False


class Saving(NamedTuple):
    """Where to write a result that has but one format."""

    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            rich_help_panel=_PRINT,
            help="Write to a file; to standard output for -, and where it is not given.",
        ),
    ] = None
    force: Annotated[bool, typer.Option("--force", rich_help_panel=_PRINT, help="Replace a file that exists.")] = False
