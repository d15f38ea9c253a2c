"""The relations of a text, as lines that a test can compare."""

from __future__ import annotations

from mycity_cli.release.audit import audit
from mycity_cli.release.findings import Relation
from mycity_cli.statement.verdict import Outcome


def relations(text: str) -> tuple[Relation, ...]:
    """Return the relations of a text, recomputed."""
    return audit(text).asserted


def lines(text: str) -> list[str]:
    """Return each relation that was decided as "kind: statement -> verdict"."""
    return [
        f"{each.candidate.kind}: {each.statement} -> {each.outcome}"
        for each in relations(text)
        if each.outcome is not Outcome.NOT_CHECKABLE
    ]
