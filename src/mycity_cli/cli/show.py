"""`mycity show`: one record in full."""

from typing import Annotated

import typer

from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, complete, with_groups
from mycity_cli.cli.present import present_card
from mycity_cli.errors import UnknownNameError
from mycity_cli.model import Dataset, Identified
from mycity_cli.output.full import record_card
from mycity_cli.query.names import find_places

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
    dataset = open_dataset(data)
    found = dataset.by_id.get(id) or _place(dataset, id)
    if found is None:
        raise UnknownNameError("record", id, list(dataset.by_id), where="ID")
    present_card(record_card(dataset, found), printing)


def _place(dataset: Dataset, name: str) -> Identified | None:
    """Return the place with a name. Raises UsageError where several have it."""
    try:
        return dataset.by_id[next(iter(find_places(dataset, [name], where="ID")))]
    except UnknownNameError:
        return None
