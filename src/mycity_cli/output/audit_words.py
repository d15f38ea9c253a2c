"""What an audit says of a relation in plain words, and in which order relations are told."""

from __future__ import annotations

from collections.abc import Iterable

from mycity_cli.messages import counted, listed, say, say_as
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.release.answer import is_checked
from mycity_cli.release.findings import Audit, Relation, RelationKind, WhyNone
from mycity_cli.statement.verdict import Outcome

CUT = "rounding/cut"
"""The rule whose errors are the slightest: only a last digit is wrong."""

_SAID: dict[str, tuple[str, str, str]] = {
    RelationKind.SUM: (
        say("the parts add up to the total"),
        say("the parts do not add up to the total"),
        say("whether the parts add up to the total"),
    ),
    RelationKind.SHARE: (
        say("the share is right"),
        say("the share is not right"),
        say("whether the share is right"),
    ),
    RelationKind.GROWTH: (
        say("the change is right"),
        say("the change is not right"),
        say("whether the change is right"),
    ),
    RelationKind.AVERAGE: (
        say("the average is right"),
        say("the average is not right"),
        say("whether the average is right"),
    ),
    RelationKind.CONVERSION: (
        say("the amounts in two currencies fit"),
        say("the amounts in two currencies do not fit"),
        say("whether the amounts in two currencies fit"),
    ),
    RelationKind.RESTATED: (
        say("the figure is the same in both places"),
        say("the figure is not the same in both places"),
        say("whether the figure is the same in both places"),
    ),
    RelationKind.EXCEEDS: (
        say("the one exceeds the other"),
        say("the one does not exceed the other"),
        say("whether the one exceeds the other"),
    ),
    "sum/part-exceeds": (
        say("the parts do not exceed their whole"),
        say("the parts exceed their whole"),
        say("whether the parts do not exceed their whole"),
    ),
    "share/over-100": (
        say("the shares do not exceed 100%"),
        say("the shares exceed 100%"),
        say("whether the shares do not exceed 100%"),
    ),
    CUT: (
        say("the last digit is rounded"),
        say("the last digit is cut, not rounded"),
        say("whether the last digit is rounded"),
    ),
}
"""What a relation says in plain words where it is true, false, or neither is known; by its rule, or else by its kind.

The rule is looked up first.
"""

_KINDS = {
    RelationKind.SUM: say_as("kind of relation", "sum"),
    RelationKind.SHARE: say_as("kind of relation", "share"),
    RelationKind.GROWTH: say_as("kind of relation", "growth"),
    RelationKind.AVERAGE: say_as("kind of relation", "average"),
    RelationKind.CONVERSION: say_as("kind of relation", "conversion"),
    RelationKind.RESTATED: say_as("kind of relation", "restated"),
    RelationKind.EXCEEDS: say_as("kind of relation", "exceeds"),
}


_NONE = {
    WhyNone.PLANNED: say_as("no signing", "planned"),
    WhyNone.OFFERED: say_as("no signing", "offered"),
    WhyNone.FORMER: say_as("no signing", "former"),
    WhyNone.STATISTIC: say_as("no signing", "statistic"),
    WhyNone.OTHER: say_as("no signing", "other"),
}


def why_none(reason: WhyNone) -> str:
    """Return why figures that look like those of a signing are of none."""
    return _NONE[reason]


def kind_word(kind: RelationKind) -> str:
    """Return what a kind of relation is called."""
    return _KINDS[kind]


def said(relation: Relation) -> str:
    """Return what a relation comes to, in plain words."""
    true, false, whether = _SAID.get(relation.rule) or _SAID[relation.candidate.kind]
    return {Outcome.TRUE: true, Outcome.FALSE: false}.get(relation.outcome, whether)


def judged(relation: Relation) -> str:
    """Return the verdict on a relation, and what it comes to: `false: the share is not right`."""
    return one_by_one([outcome_word(relation.outcome), said(relation)])


def unlike(record: str | None) -> str:
    """Return that a signing is not as the dataset has it, under the id of a record."""
    return say("the signing is not as in the dataset: {record}", record=record)


def one_by_one(texts: Iterable[str]) -> str:
    """Return what is told from the whole to the details, with colons between: those of them that say something."""
    *first, last = [each for each in texts if each] or [""]
    for each in reversed(first):
        last = say("{told}: {more}", told=each, more=last)
    return last


def not_right(audit: Audit) -> list[Relation]:
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
    groups, found = audit.accounted, []
    if number := len(groups.alone):
        found.append(counted("{number} figure stated alone", "{number} figures stated alone", number))
    if number := len(groups.not_checkable):
        found.append(
            counted("{number} figure asserted but not checkable", "{number} figures asserted but not checkable", number)
        )
    if number := len(groups.ignored):
        found.append(
            counted("{number} figure in ignored relations only", "{number} figures in ignored relations only", number)
        )
    if number := len(audit.unread):
        found.append(counted("{number} number unread", "{number} numbers unread", number))
    return say("nothing was checked: {why}", why=listed(found) if found else say("no figures"))
