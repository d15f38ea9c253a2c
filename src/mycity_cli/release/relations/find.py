"""Finding the relations of a release: the rules, one after the other."""

from __future__ import annotations

from dataclasses import replace

from mycity_cli.figure.folding import simplified
from mycity_cli.release.findings import Candidate, Mention, Release
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.relations.averages import find_averages
from mycity_cli.release.relations.conversions import find_conversions
from mycity_cli.release.relations.exceeds import find_exceeding
from mycity_cli.release.relations.growth import find_growth
from mycity_cli.release.relations.others import find_others
from mycity_cli.release.relations.restated import find_restated
from mycity_cli.release.relations.share_words import Totals
from mycity_cli.release.relations.shares import find_shares
from mycity_cli.release.relations.sums import find_sums


def find_relations(release: Release, mentions: tuple[Mention, ...]) -> tuple[Candidate, ...]:
    """Return the relations between figures that a release asserts, in the order of the text.

    Only what is certain to be asserted is found: a list of examples is no sum, and equal figures of two things are no
    restatement.
    """
    # The words around figures are known in simplified characters; character for character, so that all offsets hold.
    reading = Reading(replace(release, text=simplified(release.text)), mentions)
    conversions = find_conversions(reading)
    items = Items(reading, conversions)
    sums = find_sums(reading, items)
    others = find_others(reading, sums)
    parts = frozenset(term for each in sums for term in each.terms)
    totals = {term: each.result for each in sums for term in each.terms if each.result is not None}
    shares = find_shares(reading, items, Totals(totals, frozenset(totals.values())))
    found = [
        *conversions,
        *sums,
        *others,
        *find_restated(reading, items, conversions, parts),
        *shares,
        *find_growth(reading, items, frozenset(each.result for each in shares)),
        *find_averages(reading, items, parts),
        *find_exceeding(reading, items, parts),
    ]
    return tuple(sorted(found, key=_place))


def _place(candidate: Candidate) -> tuple[int, ...]:
    numbers = [*candidate.terms, *([] if candidate.result is None else [candidate.result])]
    return (min(numbers), *numbers)
