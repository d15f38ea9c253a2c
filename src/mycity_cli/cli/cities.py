"""`mycity cities`: the places and their names."""

from mycity_cli.cli.opening import opened
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import Data, Printing
from mycity_cli.cli.present import Coverage, is_page, present_listing
from mycity_cli.cli.table_options import Tables
from mycity_cli.cli.words import Sought, containing, texts_of_city_for
from mycity_cli.output import records

EPILOG = """Examples:

mycity cities

mycity cities --columns name,aliases
"""


@with_groups
def cities(printing: Printing, data: Data, tables: Tables, words: Sought = None) -> None:
    """List the places with their names, and how many conferences and signings each held."""
    with opened(data, tables, proving=is_page(printing)) as answering:
        engine = answering.engine
        whole = engine.places()
        found = whole._replace(places=containing(whole.places, words or (), texts_of_city_for(words or ()), "city"))
        listing = records.cities(found)
        present_listing(listing, printing, Coverage(len(whole.places), "city", engine.notes, grounds=answering.grounds))
