"""`mycity conferences`: the events."""

from mycity_cli.cli.opening import opened
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import Data, Printing, Selecting
from mycity_cli.cli.present import Coverage, is_page, present_listing
from mycity_cli.cli.selecting import selection_of
from mycity_cli.cli.table_options import Tables
from mycity_cli.messages import say
from mycity_cli.output import records
from mycity_cli.output.notes import gaps_by_key, notes_of
from mycity_cli.query.data import CONFERENCE

EPILOG = """Examples:

mycity conferences

mycity conferences expo

mycity conferences --kind promotion --year 2022

mycity conferences --city 苏州 --format json
"""


_BAD = say("what the bad rows say is missing, so at each conference is at least so much")


@with_groups
def conferences(selecting: Selecting, printing: Printing, data: Data, tables: Tables) -> None:
    """List the conferences, each with what was signed at it."""
    with opened(data, tables, proving=is_page(printing)) as answering:
        engine = answering.engine
        selection, told = selection_of(selecting, engine, CONFERENCE)
        selected, totals, bad = engine.conferences(selection)
        found = list(selected.records)
        listing = records.conferences(engine.dataset, found, totals)
        notes = [*told, *engine.notes, *notes_of(selected, "conference", ids=printing.ids)]
        notes += gaps_by_key(totals, {each.id for each in found}, ids=printing.ids)
        notes += [_BAD] if bad else []
        present_listing(
            listing, printing, Coverage(selected.of, "conference", notes, shown=len(found), grounds=answering.grounds)
        )
