"""`mycity cities`: the places and their names."""

from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, with_groups
from mycity_cli.cli.present import Coverage, present_listing
from mycity_cli.output import records

EPILOG = """Examples:

mycity cities

mycity cities --columns name,aliases
"""


@with_groups
def cities(printing: Printing, data: Data) -> None:
    """List the places with their names, and how many conferences and signings each held."""
    dataset = open_dataset(data)
    present_listing(records.cities(dataset), printing, Coverage(len(dataset.places), "city"))
