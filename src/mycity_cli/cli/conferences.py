"""`mycity conferences`: the events."""

from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, Selecting, with_groups
from mycity_cli.cli.present import Coverage, present_listing
from mycity_cli.cli.selecting import selection_of
from mycity_cli.output import records
from mycity_cli.output.notes import notes_of
from mycity_cli.query import Group, group_totals, select_conferences

EPILOG = """Examples:

mycity conferences

mycity conferences --kind promotion --year 2022

mycity conferences --city 苏州 --format json
"""


@with_groups
def conferences(selecting: Selecting, printing: Printing, data: Data) -> None:
    """List the conferences, each with what was signed at it."""
    dataset = open_dataset(data)
    selected = select_conferences(dataset, selection_of(selecting))
    totals = group_totals(dataset, dataset.signings, Group.CONFERENCE)
    listing = records.conferences(dataset, selected.records, totals)
    present_listing(
        listing, printing, Coverage(selected.of, "conference", notes_of(selected), shown=len(selected.records))
    )
