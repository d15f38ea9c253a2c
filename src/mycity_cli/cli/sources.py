"""`mycity sources`: who says it."""

from mycity_cli.cli.opening import open_engine
from mycity_cli.cli.options import Data, Printing, with_groups
from mycity_cli.cli.present import Coverage, present_listing
from mycity_cli.cli.table_options import Tables
from mycity_cli.cli.words import Sought, containing, texts_of_source
from mycity_cli.output import records

EPILOG = """Examples:

mycity sources

mycity sources --format json
"""


@with_groups
def sources(printing: Printing, data: Data, tables: Tables, words: Sought = None) -> None:
    """List the documents that state the figures, each with the number of records that cite it."""
    with open_engine(data, tables) as engine:
        whole = engine.sources()
        found = whole._replace(sources=containing(whole.sources, words or (), texts_of_source, "source"))
        listing = records.sources(found)
        present_listing(listing, printing, Coverage(len(whole.sources), "source", engine.notes))
