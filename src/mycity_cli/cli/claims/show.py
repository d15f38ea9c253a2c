"""`mycity claims show`: one claim with the proof of its verdict."""

from typing import Annotated

import typer

from mycity_cli.claims import CheckedClaim, check_claims, exit_code
from mycity_cli.cli import streams
from mycity_cli.cli.claims.options import (
    AUTHOR,
    FORMAT,
    STRICT,
    URL,
    are_reviews,
    opened,
    page_of,
    with_format,
    write_reviews,
)
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import Data, Printing, complete
from mycity_cli.cli.present import present_card
from mycity_cli.cli.proofs import is_document, write_proofs
from mycity_cli.errors import UnknownNameError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.messages import say
from mycity_cli.output.grounds import Grounds

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
    url: URL = None,
    author: AUTHOR = None,
) -> ExitCode:
    """Show one claim with the proof of its verdict: what it compares, from which records, by which sources."""
    reviews, printing = are_reviews(format), with_format(printing, format)
    page = page_of(url, author, reviews=reviews)
    dataset, grounds = opened(data, printing, reviews=reviews)
    chosen = [claim for claim in dataset.claims if claim.id == id]
    if not chosen:
        raise UnknownNameError(say("claim"), id, [claim.id for claim in dataset.claims], where="ID")
    checked = check_claims(dataset, chosen)
    with streams.unless_closed():
        if reviews:
            write_reviews(dataset, checked, page, author, printing)
        else:
            _present(checked[0], printing, grounds)
    return exit_code(checked, strict=strict)


def _present(checked: CheckedClaim, printing: Printing, grounds: Grounds) -> None:
    if is_document(printing):
        from mycity_cli.output.proofs.of_claims import claim_proof

        write_proofs([claim_proof(checked, ids=printing.ids)], printing, grounds, list)
    else:
        from mycity_cli.output.claims import claim_card

        present_card(claim_card(checked, grounds), printing)
