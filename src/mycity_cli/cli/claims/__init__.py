"""`mycity claims`: every claim that the sources make, recomputed."""

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
from mycity_cli.cli.present import Coverage, present_listing, style_of
from mycity_cli.cli.proofs import is_document, proof_format, write_proofs, write_with_sources
from mycity_cli.exit_codes import ExitCode
from mycity_cli.formats import Format
from mycity_cli.model import Dataset
from mycity_cli.output.grounds import Grounds
from mycity_cli.query.names import find_sources

COMMANDS = {
    "show": "Show one claim with the proof of its verdict: what it compares, from which records, by which sources.",
}
"""The commands within this one, with what help says of each."""

RUNS_ALONE = True
"""Without one of them it lists all claims."""

EPILOG = """Examples:

mycity claims

mycity claims --source ein-2022-11-08 --strict

mycity claims show suzhou-exceeds

mycity claims --format claimreview --url https://example.org/checks

The exit code is 1 where a claim is false; with --strict 4 where one is undecided.
"""

_Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ID", autocompletion=complete("source"), help="Made by this source. Repeatable."),
]


@with_groups
def claims(
    printing: Printing,
    data: Data,
    format: FORMAT = None,
    source: _Sources = None,
    strict: STRICT = False,  # noqa: FBT002  # a flag
    url: URL = None,
    author: AUTHOR = None,
) -> ExitCode:
    """Recompute every claim that the sources make, and say which agree with the figures."""
    reviews, printing = are_reviews(format), with_format(printing, format)
    page = page_of(url, author, reviews=reviews)
    dataset, grounds = opened(data, printing, reviews=reviews)
    sources = find_sources(dataset, source or (), where="--source")
    chosen = [claim for claim in dataset.claims if not sources or any(cited.id in sources for cited in claim.sources)]
    checked = check_claims(dataset, chosen)
    with streams.unless_closed():
        if reviews:
            write_reviews(dataset, checked, page, author, printing)
        else:
            _present(dataset, checked, printing, grounds)
    return exit_code(checked, strict=strict)


def _present(dataset: Dataset, checked: list[CheckedClaim], printing: Printing, grounds: Grounds) -> None:
    from mycity_cli.output.claims import claims as listed
    from mycity_cli.output.claims import summary

    if proof_format(printing) is Format.HTML and is_document(printing):
        from mycity_cli.output.proofs.of_claims import claim_proof

        write_proofs(map(claim_proof, checked), printing, grounds, lambda: [summary(checked)])
        return
    if proof_format(printing) is Format.MARKDOWN and is_document(printing):
        shown = checked if printing.limit is None else checked[: printing.limit]
        listing = listed(shown, style_of(printing).scale, grounds)
        cited = [each for one in shown for each in one.claim.sources]
        write_with_sources(listing, printing, grounds, cited, [summary(checked)])
        return
    listing = listed(checked, style_of(printing).scale, grounds)
    present_listing(listing, printing, Coverage(len(dataset.claims), "claim", [summary(checked)]))
