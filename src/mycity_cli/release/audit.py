"""The audit of a release, from its text to what it says of its own figures."""

from __future__ import annotations

from mycity_cli.figure.scanning import Unread
from mycity_cli.model import Dataset
from mycity_cli.release.figures import find_figures
from mycity_cli.release.findings import Audit, Mention, Relation, RelationKind
from mycity_cli.release.relations import find_relations, recompute
from mycity_cli.release.signings import find_signings
from mycity_cli.release.text import read_release
from mycity_cli.statement.verdict import Outcome


def audit(text: str, dataset: Dataset | None = None, *, name: str = "") -> Audit:
    """Return what a release says about its own figures, recomputed, and how its signings compare with a dataset.

    Without a dataset nothing is compared. `name` is what places in the text are told with, the name of the file.
    """
    release = read_release(text, name=name)
    mentions, unread = find_figures(release)
    relations = tuple(
        _without(relation, mentions, unread, text)
        for relation in recompute(find_relations(release, mentions), mentions)
    )
    signings, unsigned = find_signings(release, mentions, tuple(relation.candidate for relation in relations))
    if dataset is None:
        return Audit(release, mentions, signings, relations, unread=unread, unsigned=unsigned)
    from mycity_cli.release.compare import compare

    compared = compare(release, mentions, signings, dataset)
    return Audit(release, mentions, signings, relations, compared, unread, unsigned)


def _without(relation: Relation, mentions: tuple[Mention, ...], unread: tuple[Unread, ...], text: str) -> Relation:
    """Return a relation; a sum that does not come out is not checkable where a number between its figures is unread."""
    if relation.outcome is not Outcome.FALSE or relation.candidate.kind is not RelationKind.SUM:
        return relation
    numbers = [n for n in (*relation.candidate.terms, relation.candidate.result) if n is not None]
    start, end = min(mentions[n].start for n in numbers), max(mentions[n].end for n in numbers)
    within = next((each for each in unread if start < each.start < end), None)
    if within is None:
        return relation
    reason = f"'{text[within.start : within.end]}' among its figures is not read: {within.reason}"
    return relation._replace(outcome=Outcome.NOT_CHECKABLE, reason=reason)
