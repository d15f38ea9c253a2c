"""`mycity deals`: the signings."""

from mycity_cli.cli.opening import opened
from mycity_cli.cli.options import Data, Printing, Selecting, with_groups
from mycity_cli.cli.present import Coverage, is_page, present_listing
from mycity_cli.cli.selecting import selection_of
from mycity_cli.cli.table_options import Tables
from mycity_cli.output import records
from mycity_cli.output.notes import notes_of

EPILOG = """Examples:

mycity deals Suzhou 2022

mycity deals --city Suzhou --kind investment

mycity deals --since 2022-06 --min-amount '20 billion yuan' --sort -amount

mycity deals --kind investment --format csv --output deals.csv

mycity deals --columns city,projects,stated
"""


@with_groups
def deals(selecting: Selecting, printing: Printing, data: Data, tables: Tables) -> None:
    """List what was signed: when, where, how many projects, what amount, and who says so."""
    with opened(data, tables, proving=is_page(printing)) as answering:
        engine = answering.engine
        selection, told = selection_of(selecting, engine)
        selected, currencies = engine.deals(selection)
        listing = records.deals(engine.dataset, selected.records, currencies)
        notes = [*told, *engine.notes, *notes_of(selected, ids=printing.ids)]
        present_listing(listing, printing, Coverage(selected.of, "signing", notes, grounds=answering.grounds))
