"""`mycity report`: the fact sheet of a selection, as a page."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.destination import require_writable_for
from mycity_cli.cli.opening import Opened, opened
from mycity_cli.cli.options import Data, Selecting, with_groups
from mycity_cli.cli.selecting import described, selection_of
from mycity_cli.cli.table_options import Tables
from mycity_cli.cli.total import unsettled_of
from mycity_cli.errors import UsageError
from mycity_cli.formats import Result, suffix_of, written_endings
from mycity_cli.query import Group, Measure, Selection
from mycity_cli.query.engine import Engine

if TYPE_CHECKING:
    from mycity_cli.claims import CheckedClaim
    from mycity_cli.model import Dataset, Fact
    from mycity_cli.output.pages.sheet import Sheet
    from mycity_cli.query.data import Deal

EPILOG = """Examples:

mycity report --output sheet.html

mycity report --city Suzhou --lang zh --output suzhou.html

mycity report --data deals.xlsx --year 2022 --title 'Signed in 2022' --output 2022.html

The page is one file that needs no network: to open, to print, to send. The extra 'report' makes it.
"""

_OUTPUT = "Output"
_GROUPS = (Group.CITY, Group.YEAR)
_MOST = 200
_ABOUT_RECORDS = frozenset({"city", "source"})
"""The options of selecting that choose among facts too."""


@with_groups
def report(
    selecting: Selecting,
    data: Data,
    tables: Tables,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            rich_help_panel=_OUTPUT,
            help="Write to a file, which ends in .html; standard output, where it is no terminal, if not given.",
        ),
    ] = None,
    force: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--force", rich_help_panel=_OUTPUT, help="Replace a file that exists.")
    ] = False,
    lang: Annotated[
        Literal["en", "zh"],
        typer.Option("--lang", metavar="LANGUAGE", rich_help_panel=_OUTPUT, help="The language of the page: en or zh."),
    ] = "en",
    title: Annotated[
        str | None,
        typer.Option(
            "--title",
            metavar="TEXT",
            show_default=False,
            rich_help_panel=_OUTPUT,
            help="The title of the page; that of the dataset where it is not given.",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=0, rich_help_panel=_OUTPUT, help="Show the first N at most.")
    ] = _MOST,
) -> int:
    """Write a fact sheet: totals, charts, signings, claims and facts, each with its source, on a page to hand on."""
    _require_page(output)
    require_writable_for(output, data, tables, force=force)
    from mycity_cli.output.pages.html import sheet
    from mycity_cli.output.pages.words import Language

    with opened(data, tables, proving=True) as found:
        made, unsettled = _made(found, selecting, limit, title, data)
        streams.write_result(sheet(made, Language(lang)), output, replace=force)
        streams.print_notes(made.told)
    return 0 if unsettled is None else streams.print_error(unsettled)
