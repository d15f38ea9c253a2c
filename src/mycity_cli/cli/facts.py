"""`mycity facts`: what else the sources say about the cities."""

from typing import Annotated

import typer

from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, complete, with_groups
from mycity_cli.cli.present import Coverage, present_listing
from mycity_cli.output import records
from mycity_cli.query.names import find_places, find_sources

EPILOG = """Examples:

mycity facts

mycity facts --city Mianyang --source ein-2022-11-08

mycity facts --columns id,stated,low,high
"""


@with_groups
def facts(
    printing: Printing,
    data: Data,
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
    dataset = open_dataset(data)
    cities = find_places(dataset, city or (), where="--city")
    sources = find_sources(dataset, source or (), where="--source")
    found = [
        fact
        for fact in dataset.facts
        if (not cities or dataset.city_of(fact) in cities)
        and (not sources or any(cited.id in sources for cited in fact.sources))
    ]
    present_listing(records.facts(dataset, found), printing, Coverage(len(dataset.facts), "fact"))
