"""What reviews of claims lack, which is told beside them."""

from __future__ import annotations

from collections.abc import Sequence

from mycity_cli.claims import CheckedClaim
from mycity_cli.messages import say
from mycity_cli.model import Dataset, Source
from mycity_cli.output.links import fault_of
from mycity_cli.output.notes import named


def lacking(dataset: Dataset, checked: Sequence[CheckedClaim], author: str | None = None) -> list[str]:
    """Return what the reviews lack that search tools want, a note each: who reviews, and addresses of the sources."""
    cited = dict.fromkeys(each.id for one in checked for each in one.claim.sources)
    sources = [source for id in cited if (source := dataset.find(Source, id)) is not None]
    notes: list[str] = []
    if not (author or dataset.publisher):
        notes.append(say("the reviews name no author: give --author, or the dataset its publisher"))
    if without := [source.id for source in sources if source.url is None]:
        ids = named(without)
        notes.append(say("the claims have no address where they appear, since a source has no url: {ids}", ids=ids))
    faults = ((source, fault_of(source.url)) for source in sources if source.url is not None)
    return notes + [
        say("the url of {id} is left out, since {fault}: {url}", id=each.id, fault=fault, url=each.url)
        for each, fault in faults
        if fault
    ]
