"""`mycity claims`: every claim that the sources make, recomputed."""

from typing import Annotated

import typer

from mycity_cli.claims import CheckedClaim, check_claims, exit_code
from mycity_cli.cli import streams
from mycity_cli.cli.claims.options import FORMAT, STRICT, URL, are_reviews, with_format, write_reviews
from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, complete, with_groups
from mycity_cli.cli.present import Coverage, present_listing, style_of
from mycity_cli.exit_codes import ExitCode
from mycity_cli.model import Dataset
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
    url: URL = "",
) -> ExitCode:
    """Recompute every claim that the sources make, and say which agree with the figures."""
    dataset = open_dataset(data)
    printing = with_format(printing, format)
    sources = find_sources(dataset, source or (), where="--source")
    chosen = [claim for claim in dataset.claims if not sources or any(cited.id in sources for cited in claim.sources)]
    checked = check_claims(dataset, chosen)
    with streams.unless_closed():
        if are_reviews(format):
            write_reviews(dataset, checked, url, printing)
        else:
            _present(dataset, checked, printing)
    return exit_code(checked, strict=strict)


def _present(dataset: Dataset, checked: list[CheckedClaim], printing: Printing) -> None:
    from mycity_cli.output.claims import claims as listed
    from mycity_cli.output.claims import summary

    listing = listed(checked, style_of(printing).scale)
    present_listing(listing, printing, Coverage(len(dataset.claims), "claim", [summary(checked)]))
