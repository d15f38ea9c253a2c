"""What an audit comes to: whether a release has problems or leaves anything open, and the exit code that says so."""

from __future__ import annotations

from mycity_cli.exit_codes import ExitCode, worst
from mycity_cli.release.findings import Audit
from mycity_cli.statement.verdict import Outcome

_OPEN = (Outcome.UNDECIDED, Outcome.NOT_CHECKABLE)


def exit_code(audit: Audit, *, strict: bool = False) -> ExitCode:
    """Return the exit code for an audit; a `strict` one is not done where anything is open."""
    no = ExitCode.NO if has_problems(audit) else ExitCode.DONE
    return worst([no, ExitCode.UNSETTLED if strict and has_doubts(audit) else ExitCode.DONE])


def has_problems(audit: Audit) -> bool:
    """Return whether a relation is false, or a signing is not as in the dataset."""
    is_false = any(relation.outcome is Outcome.FALSE for relation in audit.asserted)
    return is_false or any(compared.outcome == "differs" for compared in audit.compared)


def has_doubts(audit: Audit) -> bool:
    """Return whether anything is undecided, not checkable or unread, or nothing was checked, or not all of it."""
    statements = (outcome for compared in audit.compared for _, outcome in compared.statements)
    is_open = any(each in _OPEN for each in (*(relation.outcome for relation in audit.asserted), *statements))
    return bool(is_open or audit.unread or foreign(audit) or not is_checked(audit) or audit.is_crowded)


def is_checked(audit: Audit) -> bool:
    """Return whether anything of a release was checked."""
    return any(each.is_decided for each in audit.relations) or any(each.statements for each in audit.compared)


def foreign(audit: Audit) -> list[tuple[int, int]]:
    """Return where sentences stand that are neither English nor Chinese, neighbours as one."""
    found: list[tuple[int, int]] = []
    follows = False
    for sentence in audit.release.sentences:
        if not sentence.language:
            start = found.pop()[0] if follows else sentence.start
            found.append((start, sentence.end))
        follows = not sentence.language
    return found
