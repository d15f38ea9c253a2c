"""The audit of a release, from its text to what it says of its own figures."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from mycity_cli.errors import DataError
from mycity_cli.figure.folding import simplified
from mycity_cli.figure.scanning import Unread
from mycity_cli.messages import say
from mycity_cli.model import Dataset
from mycity_cli.release.asserting import relations_of
from mycity_cli.release.figures import find_figures
from mycity_cli.release.findings import Audit, Mention, Relation
from mycity_cli.release.reading import Reading
from mycity_cli.release.signings import find_signings
from mycity_cli.release.text import read_release
from mycity_cli.statement.verdict import Outcome

MOST_FIGURES = 20_000
"""No release has as many: a text that does is a database, or means to take a computer's time."""


def audit(text: str, dataset: Dataset | None = None, *, name: str = "", extracted: bool = False) -> Audit:
    """Return what a release says about its own figures, recomputed, and how its signings compare with a dataset.

    Without a dataset nothing is compared. `name` is what places in the text are told with, the name of the file. Places
    in a text that was `extracted` from a document are paragraphs, since the file has other lines than the text. Raises
    DataError for a text of more than MOST_FIGURES figures.
    """
    release = replace(read_release(text, name=name), extracted=extracted)
    mentions, unread = find_figures(release)
    if len(mentions) > MOST_FIGURES:
        message = say(
            "not audited: it has {number:,} figures, more than {most:,}", number=len(mentions), most=MOST_FIGURES
        )
        raise DataError(message, where=name, help=say("audit it in parts"))
    relations = tuple(
        _without(relation, mentions, unread, text)
        for relation in relations_of(Reading(replace(release, text=simplified(release.text)), mentions))
    )
    signings, others = find_signings(release, mentions, tuple(each.candidate for each in relations if _is_told(each)))
    if dataset is None:
        return Audit(release, mentions, signings, relations, unread=unread, others=others)
    from mycity_cli.release.compare import compare

    compared = compare(release, mentions, signings, dataset)
    return Audit(release, mentions, signings, relations, compared, unread, others)


def _is_told(relation: Relation) -> bool:
    """Return whether a relation says what is a part of what: the text asserts it, of figures that are clear."""
    return relation.asserted and bool(relation.candidate.terms) and relation.outcome is not Outcome.UNDECIDED


def _without(relation: Relation, mentions: tuple[Mention, ...], unread: tuple[Unread, ...], text: str) -> Relation:
    """Return a relation; one that does not hold is not checkable where a number between its figures is unread."""
    if relation.outcome is not Outcome.FALSE:
        return relation
    numbers = [n for n in (*relation.candidate.terms, relation.candidate.result) if n is not None]
    start, end = min(mentions[n].start for n in numbers), max(mentions[n].end for n in numbers)
    at = bisect_right(unread, start, key=lambda each: each.start)
    if at == len(unread) or unread[at].start >= end:
        return relation
    within = unread[at]
    words = text[within.start : within.end]
    reason = say("'{words}' among its figures is not read: {reason}", words=words, reason=within.reason)
    return relation._replace(outcome=Outcome.NOT_CHECKABLE, reason=reason)
