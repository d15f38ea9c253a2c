"""`mycity deals`: the signings."""

from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, Selecting, with_groups
from mycity_cli.cli.present import Coverage, present_listing
from mycity_cli.cli.selecting import selection_of
from mycity_cli.output import records
from mycity_cli.output.notes import notes_of
from mycity_cli.query import select_signings

EPILOG = """Examples:

mycity deals --city Suzhou

mycity deals --since 2022-06 --min-amount '20 billion yuan' --sort -amount

mycity deals --kind investment --format csv --output deals.csv

mycity deals --columns city,projects,stated
"""


@with_groups
def deals(selecting: Selecting, printing: Printing, data: Data) -> None:
    """List what was signed: when, where, how many projects, what amount, and who says so."""
    dataset = open_dataset(data)
    selected = select_signings(dataset, selection_of(selecting))
    listing = records.deals(dataset, selected.records)
    present_listing(listing, printing, Coverage(selected.of, "signing", notes_of(selected)))
