"""What an audit tells editors and continuous integration: its problems, and what it could not settle."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from mycity_cli.output.audit_places import place_of
from mycity_cli.output.audit_words import CUT, said, told, unchecked
from mycity_cli.output.audits import unread
from mycity_cli.output.notes import counted
from mycity_cli.release.findings import Audit, Compared, Relation, numbers_of
from mycity_cli.statement.verdict import Outcome

DIFFERS = "dataset/differs"
"""What stands in place of a rule for a signing that is not as in the dataset."""


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
    found = [_relation(audit, each) for each in told(audit) if each.outcome is not Outcome.NOT_CHECKABLE]
    found += [_difference(audit, each) for each in audit.compared if each.outcome == "differs"]
    return sorted(found, key=lambda alert: list(Severity).index(alert.severity))


def remarks(audit: Audit) -> Iterator[Alert]:
    """Yield what is no problem of a release and was not checked: what cannot be, is not read, or is ignored."""
    for relation in audit.asserted:
        if relation.outcome is Outcome.NOT_CHECKABLE:
            yield _relation(audit, relation)
    for start, end, reason in unread(audit):
        words = " ".join(audit.release.text[start:end].split())
        message = f"not read: '{words}': {reason}"
        yield Alert("", Severity.NOTE, _with_paragraph(audit, start, message), ((start, end),))
    if audit.ignored:
        yield Alert("", Severity.NOTE, f"{counted(len(audit.ignored), 'relation')} ignored")
    if nothing := unchecked(audit):
        yield Alert("", Severity.NOTE, nothing)


def _relation(audit: Audit, relation: Relation) -> Alert:
    mentions = sorted((audit.mentions[each] for each in numbers_of(relation.candidate)), key=lambda each: each.start)
    spans = tuple((mention.start, mention.end) for mention in mentions)
    outcome = "" if relation.outcome is Outcome.FALSE else f"{relation.outcome}: "
    parts = (f"{outcome}{said(relation)}", relation.statement, relation.reason)
    message = _with_paragraph(audit, spans[0][0] if spans else 0, ": ".join(filter(None, parts)))
    return Alert(relation.rule, _severity(relation), message, spans)


def _severity(relation: Relation) -> Severity:
    if relation.outcome is Outcome.UNDECIDED:
        return Severity.WARNING
    return Severity.ERROR if relation.outcome is Outcome.FALSE and relation.rule != CUT else Severity.NOTE


def _difference(audit: Audit, compared: Compared) -> Alert:
    mentions = (audit.mentions[number] for number in audit.signings[compared.signing].mentions)
    spans = tuple(sorted((mention.start, mention.end) for mention in mentions))
    false = "; ".join(text for text, outcome in compared.statements if outcome is Outcome.FALSE)
    message = ": ".join(filter(None, (f"the signing is not as in the dataset, {compared.record}", false)))
    return Alert(DIFFERS, Severity.ERROR, _with_paragraph(audit, spans[0][0] if spans else 0, message), spans)


def _with_paragraph(audit: Audit, start: int, message: str) -> str:
    """Return a message; in an extracted text with its paragraph, since there no line tells where it is."""
    return f"{place_of(audit.release, start)}: {message}" if audit.release.extracted else message
