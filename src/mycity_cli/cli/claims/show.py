"""`mycity claims show`: one claim with the proof of its verdict."""

from typing import Annotated

import typer

from mycity_cli.claims import CheckedClaim, check_claims, exit_code
from mycity_cli.cli import streams
from mycity_cli.cli.claims.options import FORMAT, STRICT, URL, are_reviews, with_format, write_reviews
from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, complete, with_groups
from mycity_cli.cli.present import format_of, present_card, style_of
from mycity_cli.errors import UnknownNameError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.formats import Format

EPILOG = """Examples:

mycity claims show suzhou-exceeds

mycity claims show suzhou-exceeds --format json

'mycity claims' lists the claims with their ids. The exit code is 1 where the claim is false; with --strict 4 where it
is undecided.
"""


@with_groups
def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", show_default=False, autocompletion=complete("claim"), help="Its id.")
    ],
    printing: Printing,
    data: Data,
    format: FORMAT = None,
    strict: STRICT = False,  # noqa: FBT002  # a flag
    url: URL = "",
) -> ExitCode:
    """Show one claim with the proof of its verdict: what it compares, from which records, by which sources."""
    dataset = open_dataset(data)
    chosen = [claim for claim in dataset.claims if claim.id == id]
    if not chosen:
        raise UnknownNameError("claim", id, [claim.id for claim in dataset.claims], where="ID")
    checked = check_claims(dataset, chosen)
    printing = with_format(printing, format)
    with streams.unless_closed():
        if are_reviews(format):
            write_reviews(dataset, checked, url, printing)
        else:
            _present(checked[0], printing)
    return exit_code(checked, strict=strict)


def _present(checked: CheckedClaim, printing: Printing) -> None:
    from mycity_cli.output.claims import claim_card, claim_proof

    for_people = format_of(printing) in (Format.TABLE, Format.MARKDOWN)
    shown = claim_proof(checked, style_of(printing).scale, ids=printing.ids) if for_people else claim_card(checked)
    present_card(shown, printing)
