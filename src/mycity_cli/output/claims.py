"""Claims with their verdicts: under their columns, and one in full as JSON has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from mycity_cli.claims import CheckedClaim
from mycity_cli.figure import Scale
from mycity_cli.messages import Message, listed, say_as
from mycity_cli.output import verdicts
from mycity_cli.output.grounds import Grounds, cited_cell, provenance_cell
from mycity_cli.output.listing import Card, Column, Kind, Listing, Nested, field
from mycity_cli.statement.verdict import Outcome

_IN_JSON = (
    "id", "verdict", "text", "statement", "left", "right", "margin", "terms", "left_out", "reason", "sources",
    "claimed_by", "provenance",
)  # fmt: skip


def claims(checked: Sequence[CheckedClaim], scale: Scale | None, grounds: Grounds) -> Listing[CheckedClaim]:
    """Return claims under their columns."""
    columns = (
        Column[CheckedClaim]("verdict", lambda each: each.outcome.value, Kind.VERDICT),
        Column[CheckedClaim]("id", lambda each: each.claim.id, rank=4),
        Column[CheckedClaim]("text", lambda each: each.claim.text, Kind.PROSE, title=say_as("column", "Claim")),
        Column[CheckedClaim]("statement", lambda each: each.claim.statement, rank=5),
        Column[CheckedClaim]("left", lambda each: _side(each, "left", scale), Kind.NUMBER, rank=6),
        Column[CheckedClaim]("right", lambda each: _side(each, "right", scale), Kind.NUMBER, rank=6),
        Column[CheckedClaim]("margin", lambda each: _margin(each, scale), Kind.NUMBER, rank=7),
        Column[CheckedClaim]("terms", lambda each: _terms(each, grounds), rank=7),
        Column[CheckedClaim]("left_out", _left_out, rank=7),
        Column[CheckedClaim]("reason", lambda each: each.reason, rank=6),
        Column[CheckedClaim]("sources", lambda each: each.claim.sources, Kind.LIST, rank=2),
        Column[CheckedClaim]("claimed_by", lambda each: cited_cell(each.claim.sources, grounds), rank=7),
        Column[CheckedClaim]("provenance", lambda _: provenance_cell(grounds.provenance), rank=7),
    )
    return Listing(
        columns,
        checked,
        default=("verdict", "id", "text", "statement", "sources"),
        on_terminal=("verdict", "text", "sources", "id"),
        in_json=_IN_JSON,
        more_in_files=("reason", "left_out"),
    )


def claim_card(checked: CheckedClaim, grounds: Grounds) -> Card:
    """Return one claim with all that JSON has of it."""
    columns = claims([], None, grounds).columns_named(_IN_JSON)
    return Card([field(column.name, column.get(checked), column.kind) for column in columns])


def summary(checked: Sequence[CheckedClaim]) -> str:
    """Return how many claims have which outcome: `7 true, 0 false, 0 undecided, 2 not checkable`."""
    counts = Counter(each.outcome for each in checked)
    return listed(_COUNTED[outcome](counts[outcome]) for outcome in Outcome)


_COUNTED: Mapping[Outcome, Callable[[int], Message]] = {
    Outcome.TRUE: lambda number: say_as("claims", "{number} true", number=number),
    Outcome.FALSE: lambda number: say_as("claims", "{number} false", number=number),
    Outcome.UNDECIDED: lambda number: say_as("claims", "{number} undecided", number=number),
    Outcome.NOT_CHECKABLE: lambda number: say_as("claims", "{number} not checkable", number=number),
}


def _side(checked: CheckedClaim, name: str, scale: Scale | None) -> Nested | None:
    verdict = checked.verdict
    if verdict is None:
        return None
    return verdicts.side(verdict, verdict.left if name == "left" else verdict.right, scale)


def _margin(checked: CheckedClaim, scale: Scale | None) -> Nested | None:
    return None if checked.verdict is None else verdicts.margin(checked.verdict, scale)


def _terms(checked: CheckedClaim, grounds: Grounds) -> Nested:
    return verdicts.terms(checked.verdict.terms if checked.verdict else (), grounds)


def _left_out(checked: CheckedClaim) -> Nested:
    return verdicts.left_out(checked.verdict.left_out if checked.verdict else ())
