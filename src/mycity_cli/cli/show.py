"""`mycity show`: one record in full."""

from typing import Annotated

import typer

from mycity_cli.cli.opening import open_with_grounds
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import Data, Printing, complete
from mycity_cli.cli.present import format_of, is_page, present_card
from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.formats import Format
from mycity_cli.messages import listed, say
from mycity_cli.model import Dataset, Identified
from mycity_cli.output.full import record_card
from mycity_cli.query.names import find_places, fold

EPILOG = """Examples:

mycity show suzhou-2022-signing

mycity show pandas

mycity show ein --format json
"""

_MOST = 8
"""So many ids are offered to choose from."""


@with_groups
def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=complete("id"),
            help="The id of any record, its beginning or a part of it, or the name of a city.",
        ),
    ],
    printing: Printing,
    data: Data,
) -> None:
    """Show one record in full: a signing with its conference and parts, all with where their sources say it."""
    dataset, grounds = open_with_grounds(data, proving=is_page(printing))
    found = dataset.by_id.get(id) or _place(dataset, id)
    notes = []
    if found is None:
        found = dataset.by_id[_only_id(dataset, id)]
        notes = [say("'{word}' is taken for {id}", word=id, id=found.id)]
    card = record_card(dataset, found, counted=_is_counted(printing))
    present_card(card._replace(grounds=grounds), printing, notes)


def _is_counted(printing: Printing) -> bool:
    """Return whether many ids are told as their number: to people, who do not ask for them."""
    return not printing.ids and format_of(printing) in (Format.TABLE, Format.MARKDOWN)


def _place(dataset: Dataset, name: str) -> Identified | None:
    """Return the place with a name. Raises UsageError where several have it."""
    try:
        return dataset.by_id[next(iter(find_places(dataset, [name], where="ID")))]
    except UnknownNameError:
        return None


def _only_id(dataset: Dataset, part: str) -> str:
    """Return the one id that begins so, or else contains it. Raises UsageError where there is none, or are several."""
    wanted = fold(part)
    ids = list(dataset.by_id)
    found = [id for id in ids if fold(id).startswith(wanted)] or [id for id in ids if wanted in fold(id)]
    if not found or not wanted:
        raise UnknownNameError(say("record"), part, ids, where="ID")
    if len(found) > 1:
        shown, more = listed(found[:_MOST]), len(found) - _MOST
        help = say("say which: {ids}", ids=shown)
        if more > 0:
            help = say("say which: {ids} and {number} more", ids=shown, number=more)
        wrong = say("{number} records have '{part}' in their ids", number=len(found), part=part)
        raise UsageError(wrong, where="ID", help=help)
    return found[0]
