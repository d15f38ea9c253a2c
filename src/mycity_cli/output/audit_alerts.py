"""What an audit tells editors and continuous integration: its problems, and what it could not settle."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from mycity_cli.messages import counted, say
from mycity_cli.output.audit_places import in_quotes, place_of
from mycity_cli.output.audit_words import CUT, judged, not_right, one_by_one, said, unchecked
from mycity_cli.output.audits import unread, untrue
from mycity_cli.release.findings import Audit, Compared, Relation, numbers_of
from mycity_cli.release.rules import Rule
from mycity_cli.statement.verdict import Outcome

DIFFERS = "dataset/differs"
"""What stands in place of a rule for a signing that is not as in the dataset."""
COMPARED = Rule(
    DIFFERS,
    say("a signing that is not as in the dataset"),
    say("The figures of a signing agree with those that the dataset has of it."),
    say("31 projects were signed, where the dataset has 30."),
)
"""That, as a rule."""


class Severity(StrEnum):
    """How bad what is told is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Alert(NamedTuple):
    """Something to tell of a release: its rule, "" without one, and the characters that it is about, first to last."""

    rule: str
    severity: Severity
    message: str
    spans: tuple[tuple[int, int], ...] = ()


def problems(audit: Audit) -> list[Alert]:
    """Return an alert for each relation that is false or undecided, and for each signing unlike the dataset."""
    found = [_relation(audit, each) for each in not_right(audit) if each.outcome is not Outcome.NOT_CHECKABLE]
    found += [_difference(audit, each) for each in audit.compared if each.outcome == "differs"]
    return sorted(found, key=lambda alert: list(Severity).index(alert.severity))


def remarks(audit: Audit) -> Iterator[Alert]:
    """Yield what is no problem of a release and was not checked: what cannot be, is not read, or is ignored."""
    for relation in audit.asserted:
        if relation.outcome is Outcome.NOT_CHECKABLE:
            yield _relation(audit, relation)
    for start, end, reason in unread(audit):
        words = in_quotes(audit.release, start, end)
        message = say("not read: {words}: {reason}", words=words, reason=reason)
        yield Alert("", Severity.NOTE, _with_paragraph(audit, start, message), ((start, end),))
    if audit.ignored:
        yield Alert("", Severity.NOTE, _ignored(len(audit.ignored)))
    if nothing := unchecked(audit):
        yield Alert("", Severity.NOTE, nothing)


def _relation(audit: Audit, relation: Relation) -> Alert:
    mentions = sorted((audit.mentions[each] for each in numbers_of(relation.candidate)), key=lambda each: each.start)
    spans = tuple((mention.start, mention.end) for mention in mentions)
    outcome = said(relation) if relation.outcome is Outcome.FALSE else judged(relation)
    parts = (outcome, relation.statement, relation.reason)
    message = _with_paragraph(audit, spans[0][0] if spans else 0, one_by_one(parts))
    return Alert(relation.rule, _severity(relation), message, spans)


def _severity(relation: Relation) -> Severity:
    if relation.outcome is Outcome.UNDECIDED:
        return Severity.WARNING
    return Severity.ERROR if relation.outcome is Outcome.FALSE and relation.rule != CUT else Severity.NOTE


def _difference(audit: Audit, compared: Compared) -> Alert:
    mentions = (audit.mentions[number] for number in audit.signings[compared.signing].mentions)
    spans = tuple(sorted((mention.start, mention.end) for mention in mentions))
    unlike = say("the signing is not as in the dataset, {record}", record=compared.record)
    message = one_by_one((unlike, untrue(compared)))
    return Alert(DIFFERS, Severity.ERROR, _with_paragraph(audit, spans[0][0] if spans else 0, message), spans)


def _with_paragraph(audit: Audit, start: int, message: str) -> str:
    """Return a message; in an extracted text with its paragraph, since there no line tells where it is."""
    return one_by_one((place_of(audit.release, start), message)) if audit.release.extracted else message


def _ignored(number: int) -> str:
    return counted("{number} relation ignored", "{number} relations ignored", number)
