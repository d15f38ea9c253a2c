"""The options that the commands of claims share, and what both do alike."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mycity_cli.claims import CheckedClaim
from mycity_cli.cli import streams
from mycity_cli.cli.opening import open_dataset, open_for_proof
from mycity_cli.cli.options import PROVED, Data, Printing, format_option
from mycity_cli.cli.present import require_no_text_options, write
from mycity_cli.cli.proofs import says_origin
from mycity_cli.errors import UsageError
from mycity_cli.formats import Format, Result, choices_of
from mycity_cli.messages import say
from mycity_cli.model import Dataset
from mycity_cli.output.grounds import Grounds

if TYPE_CHECKING:
    ClaimsFormat = Format
else:
    ClaimsFormat = Literal[choices_of(Result.LISTING, Result.PROOFS, Result.REVIEWS)]

FORMAT = Annotated[
    ClaimsFormat | None,
    format_option(f"{', '.join(PROVED)}; or claimreview, JSON-LD for fact-check search tools."),
]
STRICT = Annotated[bool, typer.Option("--strict", help="Exit with 4 where a claim is undecided.")]
URL = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", show_default=False, help="The page that will show the claimreview."),
]
AUTHOR = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        show_default=False,
        help="Who reviews, in the claimreview; the dataset's publisher where it is not given.",
    ),
]


def are_reviews(format: str | None) -> bool:
    """Return whether ClaimReview is asked for."""
    return format is not None and Format(format) is Format.CLAIMREVIEW


def with_format(printing: Printing, format: str | None) -> Printing:
    """Return how to print: in the format asked for, if it is one of all commands."""
    return printing._replace(format=None if format is None or are_reviews(format) else Format(format))


def opened(data: Data, printing: Printing, *, reviews: bool) -> tuple[Dataset, Grounds]:
    """Return the dataset, and what proofs from it rest on; it is hashed where they say so."""
    if reviews or not says_origin(printing):
        dataset = open_dataset(data)
        return dataset, Grounds(lambda: dataset)
    dataset, provenance = open_for_proof(data)
    return dataset, Grounds(lambda: dataset, provenance)


def page_of(url: str | None, author: str | None, *, reviews: bool) -> str:
    """Return the page that shows the reviews. Raises UsageError where it is missing or no address of the web.

    Search tools take no review without it. Raises UsageError for an option of reviews where none are written.
    """
    if not reviews:
        for option, given in (("--url", url), ("--author", author)):
            if given is not None:
                wrong = say("is for --format claimreview")
                raise UsageError(wrong, where=option, help=say("leave {option} out", option=option))
        return ""
    from mycity_cli.output.links import fault_of

    help = say("--url https://example.org/checks: the page that will show the reviews")
    if url is None:
        wrong = say("is missing: no review is taken without the page that shows it")
        raise UsageError(wrong, where="--url", help=help)
    if fault := fault_of(url):
        wrong = say("'{url}' is no address of the web: {fault}", url=url, fault=fault)
        raise UsageError(wrong, where="--url", help=help)
    if "#" in url:
        wrong = say("each review gets a fragment of its own")
        raise UsageError(wrong, where="--url", help=f"--url {url.partition('#')[0]}")
    if author is not None and not author.strip():
        raise UsageError(say("is empty"), where="--author", help=say("leave {option} out", option="--author"))
    return url


def write_reviews(
    dataset: Dataset, checked: list[CheckedClaim], page: str, author: str | None, printing: Printing
) -> None:
    """Write claims with their verdicts as ClaimReview, and note what the reviews lack."""
    from mycity_cli.output.claimreview import claim_reviews, lacking

    require_no_text_options(printing)
    write(claim_reviews(dataset, checked, page, author), printing)
    streams.print_notes(lacking(dataset, checked, author))
