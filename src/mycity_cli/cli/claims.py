"""`mycity claims`: every claim that the sources make, recomputed."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mycity_cli.claims import CheckedClaim, check_claims, exit_code
from mycity_cli.cli import streams
from mycity_cli.cli.opening import open_dataset, open_for_proof
from mycity_cli.cli.options import PROVED, Data, Printing, complete, with_groups
from mycity_cli.cli.present import (
    Coverage,
    present_card,
    present_listing,
    require_no_text_options,
    style_of,
    write,
)
from mycity_cli.cli.proofs import is_document, proof_format, says_origin, write_proofs, write_with_sources
from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.formats import Format, Result, choices_of
from mycity_cli.model import Dataset
from mycity_cli.output.grounds import Grounds
from mycity_cli.query.names import find_sources

EPILOG = """Examples:

mycity claims

mycity claims --source ein-2022-11-08 --strict

mycity claims show suzhou-exceeds

mycity claims --format claimreview --url https://example.org/checks

The exit code is 1 where a claim is false; with --strict 4 where one is undecided.
"""

if TYPE_CHECKING:
    ClaimsFormat = Format
else:
    ClaimsFormat = Literal[choices_of(Result.LISTING, Result.PROOFS, Result.REVIEWS)]


_Show = Annotated[
    list[str] | None,
    typer.Argument(metavar="[show ID]", show_default=False, help="Show one claim with the proof of its verdict."),
]
_Format = Annotated[
    ClaimsFormat | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        case_sensitive=False,
        show_default=False,
        rich_help_panel="Output",
        help=f"{', '.join(PROVED)}; or claimreview, JSON-LD for fact-check search tools.",
    ),
]
_Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ID", autocompletion=complete("source"), help="Made by this source. Repeatable."),
]
_Strict = Annotated[bool, typer.Option("--strict", help="Exit with 4 where a claim is undecided.")]
_Url = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", show_default=False, help="The page that will show the claimreview."),
]
_Author = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        show_default=False,
        help="Who reviews, in the claimreview; the dataset's publisher where it is not given.",
    ),
]


@with_groups
def claims(
    printing: Printing,
    data: Data,
    show: _Show = None,
    format: _Format = None,
    source: _Sources = None,
    strict: _Strict = False,  # noqa: FBT002  # a flag
    url: _Url = None,
    author: _Author = None,
) -> ExitCode:
    """Recompute every claim that the sources make, and say which agree with the figures."""
    reviews = format is not None and Format(format) is Format.CLAIMREVIEW
    printing = printing._replace(format=None if format is None or reviews else Format(format))
    page = _page_of(url, author, reviews=reviews)
    dataset, grounds = _opened(data, proving=not reviews and says_origin(printing))
    sources = find_sources(dataset, source or (), where="--source")
    chosen = [claim for claim in dataset.claims if not sources or any(cited.id in sources for cited in claim.sources)]
    if show:
        id = _id_of(show, [claim.id for claim in chosen])
        chosen = [claim for claim in chosen if claim.id == id]
    checked = check_claims(dataset, chosen)
    with streams.unless_closed():
        if reviews:
            from mycity_cli.output.claimreview import claim_reviews, lacking

            require_no_text_options(printing)
            write(claim_reviews(dataset, checked, page, author), printing)
            streams.print_notes(lacking(dataset, checked, author))
        elif show:
            _present_one(checked[0], printing, grounds)
        else:
            _present_all(dataset, checked, printing, grounds)
    return exit_code(checked, strict=strict)


def _page_of(url: str | None, author: str | None, *, reviews: bool) -> str:
    """Return the page that shows the reviews. Raises UsageError where it is missing or no address of the web.

    Search tools take no review without it. Raises UsageError for an option of reviews where none are written.
    """
    if not reviews:
        for option, given in (("--url", url), ("--author", author)):
            if given is not None:
                raise UsageError("is for --format claimreview", where=option, help=f"leave {option} out")
        return ""
    from mycity_cli.output.links import fault_of

    help = "--url https://example.org/checks: the page that will show the reviews"
    if url is None:
        raise UsageError("is missing: no review is taken without the page that shows it", where="--url", help=help)
    if fault := fault_of(url):
        raise UsageError(f"'{url}' is no address of the web: {fault}", where="--url", help=help)
    if "#" in url:
        raise UsageError("each review gets a fragment of its own", where="--url", help=f"--url {url.partition('#')[0]}")
    if author is not None and not author.strip():
        raise UsageError("is empty", where="--author", help="leave --author out")
    return url


def _id_of(arguments: list[str], known: list[str]) -> str:
    """Return the ID of `show ID`. Raises UsageError for other arguments, and for an id that no claim has."""
    if arguments == ["show"]:
        raise UsageError("is missing", where="ID", help="mycity claims show ID")
    if len(arguments) != 2 or arguments[0] != "show":
        raise UsageError(f"unexpected '{' '.join(arguments)}'", help="mycity claims, or mycity claims show ID")
    if arguments[1] not in known:
        raise UnknownNameError("claim", arguments[1], known, where="ID")
    return arguments[1]


def _opened(data: Data, *, proving: bool) -> tuple[Dataset, Grounds]:
    """Return the dataset, and what proofs from it rest on; it is hashed where they say so."""
    if not proving:
        dataset = open_dataset(data)
        return dataset, Grounds(lambda: dataset)
    dataset, provenance = open_for_proof(data)
    return dataset, Grounds(lambda: dataset, provenance)


def _present_one(checked: CheckedClaim, printing: Printing, grounds: Grounds) -> None:
    if is_document(printing):
        from mycity_cli.output.proofs.of_claims import claim_proof

        write_proofs([claim_proof(checked)], printing, grounds, list)
    else:
        from mycity_cli.output.claims import claim_card

        present_card(claim_card(checked, grounds), printing)


def _present_all(dataset: Dataset, checked: list[CheckedClaim], printing: Printing, grounds: Grounds) -> None:
    from mycity_cli.output.claims import claims as listed
    from mycity_cli.output.claims import summary

    if proof_format(printing) is Format.HTML and is_document(printing):
        from mycity_cli.output.proofs.of_claims import claim_proof

        write_proofs(map(claim_proof, checked), printing, grounds, lambda: [summary(checked)])
        return
    listing = listed(checked, style_of(printing).scale, grounds)
    if proof_format(printing) is Format.MARKDOWN and is_document(printing):
        shown = checked if printing.limit is None else checked[: printing.limit]
        listing = listed(shown, style_of(printing).scale, grounds)
        cited = [each for one in shown for each in one.claim.sources]
        write_with_sources(listing, printing, grounds, cited, [summary(checked)])
        return
    present_listing(listing, printing, Coverage(len(dataset.claims), "claim", [summary(checked)]))
