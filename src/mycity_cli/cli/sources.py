"""`mycity sources`: who says it."""

from mycity_cli.cli.opening import open_engine
from mycity_cli.cli.options import Data, Printing, with_groups
from mycity_cli.cli.present import Coverage, present_listing
from mycity_cli.cli.table_options import Tables
from mycity_cli.output import records

EPILOG = """Examples:

mycity sources

mycity sources --format json
"""


@with_groups
def sources(printing: Printing, data: Data, tables: Tables) -> None:
    """List the documents that state the figures, each with the number of records that cite it."""
    with open_engine(data, tables) as engine:
        found = engine.sources()
        listing = records.sources(found)
        present_listing(listing, printing, Coverage(len(found.sources), "source", engine.notes))
