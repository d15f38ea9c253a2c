"""The proof of a verdict, as people read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mycity_cli.figure import Scale
from mycity_cli.messages import Said, clauses, say, say_as
from mycity_cli.output.bars import NOT_STATED
from mycity_cli.output.human import share_text
from mycity_cli.output.listing import Card, Cell, Column, Kind, field
from mycity_cli.output.naming import cited_text
from mycity_cli.output.notes import FEW, ids_or_number
from mycity_cli.output.verdicts import part_text
from mycity_cli.output.wording import range_text, value_text
from mycity_cli.query import Sum
from mycity_cli.query.summed import BAD_ROWS
from mycity_cli.statement.terms import Term
from mycity_cli.statement.verdict import Verdict

Field = tuple[Column[None], Cell]

SINCE = say_as("column", "Since")
_POSSIBLE, _BY_ROUNDING = say_as("column", "Possible"), say_as("column", "By rounding")


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
    yield field("reason", verdict.reason, title=SINCE)
    for part in verdict.parts:
        yield field("part", part_text(part))
        yield field("reason", part.reason, title=SINCE)
        yield from _sides(part, scale)
    yield from _sides(verdict, scale)


def _sides(verdict: Verdict, scale: Scale | None) -> Iterator[Field]:
    for name, side in (("left", verdict.left), ("right", verdict.right)):
        if side is not None:
            yield field(name, _sum_text(side, verdict.unit, scale))
    if verdict.margin is not None:
        yield field("margin", margin_text(verdict.margin, verdict, scale))
        if verdict.margin.interval.width != 0:
            interval = verdict.margin.interval
            is_open = interval.low is None or interval.high is None
            yield field(
                "range",
                range_text(interval, verdict.unit, scale, beside=verdict.margin.value),
                title=_POSSIBLE if is_open else _BY_ROUNDING,
            )


def _grounds(verdict: Verdict, scale: Scale | None, *, ids: bool) -> Iterator[Field]:
    yield field("tolerance", verdict.tolerance)
    for term in verdict.terms:
        yield field("term", say("{name}: {value}", name=term.name, value=_term_text(term, scale, ids=ids)))
    for each in verdict.left_out:
        if each.reason == BAD_ROWS and len(each.ids) > FEW and not ids:
            yield field("left_out", say("{number} bad rows", number=len(each.ids)))
        else:
            named = ids_or_number(each.ids, "record", ids=ids)
            yield field("left_out", say("{ids}: {reason}", ids=named, reason=each.reason))


def _term_text(term: Term, scale: Scale | None, *, ids: bool) -> Said:
    parts = [NOT_STATED if term.sum is None else _sum_text(term.sum, term.unit, scale)]
    if term.records:
        parts.append(say("from {records}", records=ids_or_number(term.records, "record", ids=ids)))
    if term.sources:
        parts.append(say("by {sources}", sources=_sources_text(term, ids=ids)))
    return clauses(parts)


def _sources_text(term: Term, *, ids: bool) -> Said:
    """Return where sources state the figures of a term; of many their ids alone, or their number."""
    are_told = ids or len(term.sources) <= FEW
    cited = list(map(cited_text, term.sources)) if are_told else list({each.id: each for each in term.sources})
    return ids_or_number(cited, "source", ids=ids)


def margin_text(margin: Sum, verdict: Verdict, scale: Scale | None) -> Said:
    """Return what the left side is more than the right, also as a share of the right."""
    value = sum_value(margin, verdict.unit, scale)
    if verdict.share is None:
        return value
    return say("{value} ({share} of the right side)", value=value, share=share_text(verdict.share))


def _sum_text(sum: Sum, unit: str, scale: Scale | None) -> str:
    """Return a value, and what it may be where that is more than the one number."""
    return value_and_range(sum_value(sum, unit, scale), possible_text(sum, unit, scale))


def sum_value(sum: Sum, unit: str, scale: Scale | None) -> Said:
    """Return a value with its unit, beside which stands what it may be."""
    return value_text(sum.value, unit, scale, beside=sum.interval)


def possible_text(sum: Sum, unit: str, scale: Scale | None) -> str:
    """Return what a value may be; "" where it is just the one number."""
    return "" if sum.interval.width == 0 else range_text(sum.interval, unit, scale, beside=sum.value)


def value_and_range(value: str, possible: str) -> str:
    """Return a value, and what it may be behind it where there is more to say."""
    return say("{value} ({possible})", value=value, possible=possible) if possible else value
