"""`mycity sources`: who says it."""

from mycity_cli.cli.opening import opened
from mycity_cli.cli.options import Data, Printing, with_groups
from mycity_cli.cli.present import Coverage, is_page, present_listing
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
    with opened(data, tables, proving=is_page(printing)) as answering:
        engine = answering.engine
        whole = engine.sources()
        found = whole._replace(sources=containing(whole.sources, words or (), texts_of_source, "source"))
        listing = records.sources(found)
        present_listing(
            listing, printing, Coverage(len(whole.sources), "source", engine.notes, grounds=answering.grounds)
        )
