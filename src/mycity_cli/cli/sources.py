"""`mycity sources`: who says it."""

from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, with_groups
from mycity_cli.cli.present import Coverage, present_listing
from mycity_cli.output import records

EPILOG = """Examples:

mycity sources

mycity sources --format json
"""


@with_groups
def sources(printing: Printing, data: Data) -> None:
    """List the documents that state the figures, each with the number of records that cite it."""
    dataset = open_dataset(data)
    present_listing(records.sources(dataset), printing, Coverage(len(dataset.sources), "source"))
