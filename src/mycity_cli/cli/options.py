"""The options that commands share, declared once, and how a command takes a whole group of them.

No `from __future__ import annotations` here: Typer reads the annotations as they are.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import typer

from mycity_cli.cli import json_options, streams
from mycity_cli.cli.configured import configured
from mycity_cli.cli.json_options import Jq, Json
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import UnknownNameError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.figure import Figure
from mycity_cli.formats import Format, Result, choices_of, names_of, suffix_of, written_endings
from mycity_cli.period import Period


def complete(parameter: str) -> Callable[[typer.Context], list[Any]]:
    """Return what offers the values of a parameter when Tab is pressed; which fit what is typed is found out later."""

    def offer(ctx: typer.Context) -> list[Any]:
        from mycity_cli.cli.offers import offered

        return offered(ctx, parameter)

    return offer


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


GROUPS = (Data, Tables, Selecting, Printing, Saving)


def _require_writable(given: dict[str, Any]) -> None:
    """Raise UsageError where the result would go to a file that exists or is read, before the work for it is done."""
    printing = next((value for value in given.values() if isinstance(value, Printing | Saving)), None)
    if printing is None:
        return
    from mycity_cli.cli.destination import replaces_a_file, require_writable

    data = next((value.data for value in given.values() if isinstance(value, Data)), None)
    tables = next((value for value in given.values() if isinstance(value, Tables)), None)
    inputs = [] if data is None else [data]
    if tables is not None:
        inputs += [str(name) for name in (tables.like, tables.profile) if name is not None]
    if replaces_a_file(printing.output):
        from mycity_cli.cli.defaults import also_read

        inputs += also_read(tables, data)
    require_writable(printing.output, inputs, force=bool(printing.force))


def _settle_json(given: dict[str, Any]) -> None:
    """Make JSON the format where one of its options is given. Raises UsageError where another one is asked for."""
    for name, printing in given.items():
        if isinstance(printing, Printing) and json_options.are_given(printing):
            format = given.get("format", printing.format)
            given[name] = json_options.settled(printing, None if format is None else str(format))
            if "format" in given:
                given["format"] = given[name].format
            return


def _require_ending(given: dict[str, Any], parameters: Mapping[str, inspect.Parameter]) -> None:
    """Raise UsageError where the file has an ending that no format of the command has; charts have their own."""
    printing = next((value for value in given.values() if isinstance(value, Printing)), None)
    if printing is None or printing.output is None or given.get("format", printing.format) or given.get("chart"):
        return
    ending = suffix_of(str(printing.output))
    if ending in written_endings(Result.LISTING) or not streams.names_a_file(printing.output):
        return
    from mycity_cli.cli.meant import require_ending

    declared = parameters["format"].annotation if "format" in parameters else None
    require_ending(ending, _choices(declared) or LISTED, str(printing.output))


def _choices(annotation: Any) -> list[str]:
    """Return the values that an annotation allows, wherever in it they stand."""
    inner = get_args(annotation)
    if get_origin(annotation) is Literal:
        return list(inner)
    return [choice for each in inner for choice in _choices(each)]


def _default_data() -> str | None:
    """Return the data that the configuration names, None where it names none."""
    # The environment is Typer's to read.
    found = configured("data")
    return None if found is None else found.value


def with_groups(function: Callable[..., ExitCode | None]) -> Callable[..., ExitCode | None]:
    """Return a command whose parameters that are groups of options are, to Typer, the options of those groups.

    An option that the command declares itself, with more choices or another help, stands in place of the group's.
    """
    parameters = inspect.signature(function).parameters
    groups: dict[str, Any] = {name: p.annotation for name, p in parameters.items() if p.annotation in GROUPS}
    declared = parameters.keys() - groups.keys()
    spread: list[inspect.Parameter] = []
    for name, parameter in parameters.items():
        if name in groups:
            hints = get_type_hints(groups[name], include_extras=True)
            spread += [
                inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hints[option])
                for option, default in groups[name]._field_defaults.items()
                if option not in declared
            ]
        else:
            spread.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def command(**given: Any) -> ExitCode | None:
        for name, group in groups.items():
            given[name] = group(**{option: given.pop(option) for option in group._fields if option not in declared})
            if group is Data and given[name].data is None:
                given[name] = Data(_default_data())
        _settle_json(given)
        _require_writable(given)
        _require_ending(given, parameters)
        try:
            return function(**given)
        except UnknownNameError as error:
            from mycity_cli.cli.hints import with_other_data

            data = next((value.data for value in given.values() if isinstance(value, Data)), None)
            with_other_data(error, data)
            raise

    command.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]  # what inspect looks for
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in spread}
    return command
