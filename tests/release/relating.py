"""The relations of a text, as lines that a test can compare."""

from __future__ import annotations

from mycity_cli.release.figures import find_mentions
from mycity_cli.release.findings import Relation
from mycity_cli.release.relations import find_relations, recompute
from mycity_cli.release.text import read_release


def relations(text: str) -> tuple[Relation, ...]:
    """Return the relations of a text, recomputed."""
    release = read_release(text)
    mentions = find_mentions(release)
    return recompute(find_relations(release, mentions), mentions)


def lines(text: str) -> list[str]:
    """Return each relation as "kind: statement -> verdict"."""
    return [f"{each.candidate.kind}: {each.statement} -> {each.outcome}" for each in relations(text)]
