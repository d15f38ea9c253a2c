"""The options that the commands of claims share, and how both write ClaimReview."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mycity_cli.claims import CheckedClaim
from mycity_cli.cli.options import LISTED, Printing
from mycity_cli.cli.present import require_no_text_options, write
from mycity_cli.formats import Format, Result, choices_of
from mycity_cli.model import Dataset

if TYPE_CHECKING:
    ClaimsFormat = Format
else:
    ClaimsFormat = Literal[choices_of(Result.LISTING, Result.REVIEWS)]

FORMAT = Annotated[
    ClaimsFormat | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        case_sensitive=False,
        show_default=False,
        rich_help_panel="Output",
        help=f"{', '.join(LISTED)}; or claimreview, JSON-LD for fact-check search tools.",
    ),
]
STRICT = Annotated[bool, typer.Option("--strict", help="Exit with 4 where a claim is undecided.")]
URL = Annotated[
    str, typer.Option("--url", metavar="URL", show_default=False, help="The page that will show the claimreview.")
]


def are_reviews(format: str | None) -> bool:
    """Return whether ClaimReview is asked for."""
    return format is not None and Format(format) is Format.CLAIMREVIEW


def with_format(printing: Printing, format: str | None) -> Printing:
    """Return how to print: in the format asked for, if it is one of all commands."""
    return printing._replace(format=None if format is None or are_reviews(format) else Format(format))


def write_reviews(dataset: Dataset, checked: list[CheckedClaim], url: str, printing: Printing) -> None:
    """Write claims with their verdicts as ClaimReview."""
    from mycity_cli.output.claimreview import claim_reviews

    require_no_text_options(printing)
    write(claim_reviews(dataset, checked, url), printing)
