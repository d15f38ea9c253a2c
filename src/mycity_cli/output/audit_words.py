"""What an audit says of a relation in plain words, and in which order relations are told."""

from __future__ import annotations

from mycity_cli.release.answer import is_checked
from mycity_cli.release.findings import Audit, Relation, RelationKind
from mycity_cli.statement.verdict import Outcome

CUT = "rounding/cut"
"""The rule whose errors are the slightest: only a last digit is wrong."""

_SAID: dict[str, tuple[str, str]] = {
    RelationKind.SUM: ("the parts add up to the total", "the parts do not add up to the total"),
    RelationKind.SHARE: ("the share is right", "the share is not right"),
    RelationKind.GROWTH: ("the change is right", "the change is not right"),
    RelationKind.AVERAGE: ("the average is right", "the average is not right"),
    RelationKind.CONVERSION: ("the amounts in two currencies fit", "the amounts in two currencies do not fit"),
    RelationKind.RESTATED: ("the figure is the same in both places", "the figure is not the same in both places"),
    RelationKind.EXCEEDS: ("the one exceeds the other", "the one does not exceed the other"),
    "sum/part-exceeds": ("the parts do not exceed their whole", "the parts exceed their whole"),
    "share/over-100": ("the shares do not exceed 100%", "the shares exceed 100%"),
    CUT: ("the last digit is rounded", "the last digit is cut, not rounded"),
}
"""What a relation says in plain words where it is true, and where it is false; by its rule, or else by its kind."""


def said(relation: Relation) -> str:
    """Return what a relation comes to, in plain words."""
    true, false = _SAID.get(relation.rule) or _SAID[relation.candidate.kind]
    return {Outcome.TRUE: true, Outcome.FALSE: false}.get(relation.outcome, f"whether {true}")


def told(audit: Audit) -> list[Relation]:
    """Return the relations that are not right, in the order they are told in: errors first, what cannot be told last.

    A digit that was cut instead of rounded comes behind the other errors.
    """
    order = (Outcome.FALSE, Outcome.UNDECIDED, Outcome.NOT_CHECKABLE)
    found = [each for each in audit.asserted if each.outcome in order]
    return sorted(found, key=lambda each: (order.index(each.outcome), each.rule == CUT))


def unchecked(audit: Audit) -> str:
    """Return why nothing of a release was checked, and "" where something was."""
    if is_checked(audit):
        return ""
    groups = audit.accounted
    counts = (
        (len(groups.alone), "figure", "stated alone"),
        (len(groups.not_checkable), "figure", "asserted but not checkable"),
        (len(groups.ignored), "figure", "in ignored relations only"),
        (len(audit.unread), "number", "unread"),
    )
    said = [f"{number} {noun}{'s' * (number > 1)} {what}" for number, noun, what in counts if number]
    return f"nothing was checked: {', '.join(said) or 'no figures'}"
