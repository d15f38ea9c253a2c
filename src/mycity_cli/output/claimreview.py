"""Verdicts as ClaimReview, the JSON-LD of https://schema.org/ClaimReview that fact-check search tools read.

Of each review they require `claimReviewed`, `url` (the page that shows the review) and `reviewRating` with its
`alternateName`; a number in it is read between the two ends of its scale. They want `author`, who reviews, and of the
claim reviewed who made it and where. What is not known is left out, and told: nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mycity_cli.claims import CheckedClaim
from mycity_cli.model import Cited, Dataset, Source
from mycity_cli.output.json_ import written
from mycity_cli.output.links import is_web_address
from mycity_cli.statement.verdict import Outcome

_NAMES = {
    Outcome.TRUE: "Agrees with the figures",
    Outcome.FALSE: "Does not agree with the figures",
    Outcome.UNDECIDED: "Undecided at the stated precision",
    Outcome.NOT_CHECKABLE: "Not checkable",
}
_VALUES = {Outcome.FALSE: 1, Outcome.UNDECIDED: 2, Outcome.TRUE: 3}
"""The outcomes on a scale from 1 to 3; what is not checkable has no place on it."""


def claim_reviews(
    dataset: Dataset, checked: Sequence[CheckedClaim], page: str, author: str | None = None
) -> Iterator[str]:
    """Yield a list of reviews, each at the id of its claim on `page`, an address of the web without a fragment.

    The `author` is who reviews: the publisher of the dataset where none is given.
    """
    reviewer = author or dataset.publisher
    yield written([_review(dataset, each, page, reviewer) for each in checked], indent=2) + "\n"


def _review(dataset: Dataset, checked: CheckedClaim, page: str, author: str | None) -> dict[str, Any]:
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{page}#{checked.claim.id}",
        "claimReviewed": checked.claim.text,
        "reviewRating": _rating(checked),
    }
    if author:
        review["author"] = {"@type": "Organization", "name": author}
    return review | {"itemReviewed": _claim(dataset, checked.claim.sources)}


def _rating(checked: CheckedClaim) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": _NAMES[checked.outcome]}
    if checked.outcome in _VALUES:
        rating |= {"ratingValue": _VALUES[checked.outcome], "worstRating": 1, "bestRating": 3}
    return rating | {"ratingExplanation": checked.reason}


def _claim(dataset: Dataset, cited: Sequence[Cited]) -> dict[str, Any]:
    """Return who made a claim, and in which documents: the first is the one that counts as its author."""
    sources = [source for each in cited if (source := dataset.find(Source, each.id)) is not None]
    claim: dict[str, Any] = {"@type": "Claim"}
    if sources:
        claim["author"] = {"@type": "Organization", "name": sources[0].publisher}
        claim["appearance"] = [_document(source) for source in sources]
    return claim


def _document(source: Source) -> dict[str, Any]:
    document: dict[str, Any] = {"@type": "CreativeWork", "headline": source.title, "inLanguage": source.language}
    # Only a date that is known to the day is a date to JSON-LD.
    if source.date is not None and source.date.start is not None and source.date.start == source.date.end:
        document["datePublished"] = source.date.start.isoformat()
    return document | {"url": source.url} if is_web_address(source.url) else document
