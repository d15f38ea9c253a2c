"""The proof of a verdict, as people read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mycity_cli.figure import Scale
from mycity_cli.output.human import share_text
from mycity_cli.output.listing import Card, Cell, Column, Kind, field
from mycity_cli.output.notes import FEW, ids_or_number
from mycity_cli.output.wording import range_text, value_text
from mycity_cli.query import Sum
from mycity_cli.query.summed import BAD_ROWS
from mycity_cli.statement.terms import Term
from mycity_cli.statement.verdict import Verdict

Field = tuple[Column[None], Cell]


def proof(verdict: Verdict, scale: Scale | None, *, more: Iterable[Field] = (), ids: bool = False) -> Card:
    """Return a verdict with all that it rests on; the fields `more` stand below the statement.

    `ids` asks for all ids of records, where else their number is told.
    """
    return Card([*_decision(verdict, scale, more), *_grounds(verdict, scale, ids=ids)])


def _decision(verdict: Verdict, scale: Scale | None, more: Iterable[Field]) -> Iterator[Field]:
    yield field("verdict", verdict.outcome.value, Kind.VERDICT)
    yield field("statement", verdict.statement)
    if verdict.read_as:
        yield field("read_as", verdict.read_as)
    yield from more
    yield field("reason", verdict.reason, title="Since")
    for part in verdict.parts:
        yield field("part", f"{part.outcome}: {part.statement}")
        yield field("reason", part.reason, title="Since")
        yield from _sides(part, scale)
    yield from _sides(verdict, scale)


def _sides(verdict: Verdict, scale: Scale | None) -> Iterator[Field]:
    for name, side in (("left", verdict.left), ("right", verdict.right)):
        if side is not None:
            yield field(name, _sum_text(side, verdict.unit, scale))
    if verdict.margin is not None:
        share = "" if verdict.share is None else f" ({share_text(verdict.share)} of the right side)"
        yield field("margin", f"{value_text(verdict.margin.value, verdict.unit, scale)}{share}")
        if verdict.margin.interval.width != 0:
            interval = verdict.margin.interval
            title = "Possible" if interval.low is None or interval.high is None else "By rounding"
            yield field("range", range_text(interval, verdict.unit, scale), title=title)


def _grounds(verdict: Verdict, scale: Scale | None, *, ids: bool) -> Iterator[Field]:
    yield field("tolerance", verdict.tolerance)
    for term in verdict.terms:
        yield field("term", f"{term.name}: {_term_text(term, scale, ids=ids)}")
    for each in verdict.left_out:
        are_counted = each.reason == BAD_ROWS and len(each.ids) > FEW and not ids
        named = f"{ids_or_number(each.ids, 'record', ids=ids)}: {each.reason}"
        yield field("left_out", f"{len(each.ids)} {BAD_ROWS}" if are_counted else named)


def _term_text(term: Term, scale: Scale | None, *, ids: bool) -> str:
    parts = ["not stated" if term.sum is None else _sum_text(term.sum, term.unit, scale)]
    if term.records:
        parts.append(f"from {ids_or_number(term.records, 'record', ids=ids)}")
    if term.sources:
        cited = term.sources if ids or len(term.sources) <= FEW else list({each.id: each for each in term.sources})
        parts.append(f"by {ids_or_number(cited, 'source', ids=ids)}")
    return "; ".join(parts)


def _sum_text(sum: Sum, unit: str, scale: Scale | None) -> str:
    """Return a value, and what it may be where that is more than the one number."""
    value = value_text(sum.value, unit, scale)
    return value if sum.interval.width == 0 else f"{value} ({range_text(sum.interval, unit, scale)})"
