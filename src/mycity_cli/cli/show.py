"""`mycity show`: one record in full."""

from typing import Annotated

import typer

from mycity_cli.cli.options import Data, Printing, complete, with_groups
from mycity_cli.cli.present import present_card
from mycity_cli.dataset import load
from mycity_cli.errors import UnknownNameError
from mycity_cli.output.full import record_card
from mycity_cli.query.names import fold

EPILOG = """Examples:

mycity show suzhou-2022-signing

mycity show pandas

mycity show ein-2022-11-08 --format json
"""


@with_groups
def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", autocompletion=complete("id"), help="The id of any record, or the name of a city."
        ),
    ],
    printing: Printing,
    data: Data,
) -> None:
    """Show one record in full: a signing with its conference and parts, all with where their sources say it."""
    dataset = load(data.data)
    by_name = {fold(name): place.id for place in dataset.places for name in place.all_names}
    found = dataset.by_id.get(id) or dataset.by_id.get(by_name.get(fold(id), ""))
    if found is None:
        raise UnknownNameError("record", id, list(dataset.by_id), where="ID")
    present_card(record_card(dataset, found), printing)
