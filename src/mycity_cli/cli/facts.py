"""`mycity facts`: what else the sources say about the cities."""

from typing import Annotated

import typer

from mycity_cli.cli.opening import open_with_grounds
from mycity_cli.cli.options import Data, Printing, complete, with_groups
from mycity_cli.cli.present import Coverage, is_page, present_listing
from mycity_cli.output import records
from mycity_cli.query import Selection
from mycity_cli.query.words import facts_that_match, joined, read_fact_words

EPILOG = """Examples:

mycity facts

mycity facts panda

mycity facts --city Mianyang --source ein-2022-11-08

mycity facts --columns id,stated,low,high
"""


@with_groups
def facts(
    printing: Printing,
    data: Data,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORD...",
            show_default=False,
            autocompletion=complete("sought"),
            help="What to select without an option: a city, a source, a year; any other is looked for in all texts.",
        ),
    ] = None,
    city: Annotated[
        list[str] | None,
        typer.Option(
            "--city", "-c", metavar="NAME", autocompletion=complete("city"), help="About this city. Repeatable."
        ),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source", metavar="ID", autocompletion=complete("source"), help="Stated by this source. Repeatable."
        ),
    ] = None,
) -> None:
    """List the facts about the cities that are no signings: figures, people, strategies."""
    dataset, grounds = open_with_grounds(data, proving=is_page(printing))
    given = Selection(cities=tuple(city or ()), sources=tuple(source or ()))
    read = read_fact_words(words or (), dataset)
    found = facts_that_match(dataset, joined(given, read.selection))
    present_listing(
        records.facts(dataset, found), printing, Coverage(len(dataset.facts), "fact", read.notes, grounds=grounds)
    )
