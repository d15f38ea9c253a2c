"""Verdicts under their columns, and in full as JSON has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from mycity_cli.exact import Rational
from mycity_cli.figure import COUNT, Scale
from mycity_cli.interval import End
from mycity_cli.messages import Said, clauses, say
from mycity_cli.messages import listed as in_a_row
from mycity_cli.output.grounds import Grounds, evidence_cell, provenance_cell
from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing, Nested, field
from mycity_cli.output.naming import unit_in
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.query import LeftOut, Sum
from mycity_cli.statement.dimensions import is_money
from mycity_cli.statement.terms import Term
from mycity_cli.statement.verdict import Verdict

_IN_JSON = (
    "statement", "read_as", "verdict", "left", "right", "margin", "parts", "terms", "left_out", "reason", "tolerance",
    "provenance",
)  # fmt: skip
_OF_PART = ("statement", "verdict", "left", "right", "margin", "reason")


def verdicts(found: Iterable[Verdict], scale: Scale | None, grounds: Grounds) -> Listing[Verdict]:
    """Return verdicts under their columns; outside JSON amounts are in a scale, None is base units."""
    columns = (
        Column[Verdict]("verdict", lambda verdict: verdict.outcome.value, Kind.VERDICT),
        Column[Verdict]("statement", lambda verdict: verdict.statement),
        Column[Verdict]("read_as", lambda verdict: verdict.read_as or None, rank=6),
        Column[Verdict]("left", lambda verdict: side(verdict, verdict.left, scale), Kind.NUMBER, rank=1),
        Column[Verdict]("right", lambda verdict: side(verdict, verdict.right, scale), Kind.NUMBER, rank=1),
        Column[Verdict]("unit", lambda verdict: verdict.unit or None, rank=2, said=unit_in),
        Column[Verdict]("margin", lambda verdict: margin(verdict, scale), Kind.NUMBER, rank=4),
        Column[Verdict]("share", lambda verdict: verdict.share, Kind.SHARE, rank=5),
        Column[Verdict]("parts", lambda verdict: _parts(verdict.parts, grounds), rank=6),
        Column[Verdict]("terms", lambda verdict: terms(verdict.terms, grounds), rank=6),
        Column[Verdict]("left_out", lambda verdict: left_out(verdict.left_out), rank=6),
        Column[Verdict]("reason", lambda verdict: verdict.reason, rank=3),
        Column[Verdict]("tolerance", lambda verdict: verdict.tolerance, rank=7),
        Column[Verdict]("provenance", lambda _: provenance_cell(grounds.provenance), rank=7),
    )
    default = ("verdict", "statement", "left", "right")
    return Listing(
        columns,
        found,
        default=default,
        on_terminal=(*default, "unit"),
        in_json=_IN_JSON,
        more_in_files=("unit", "reason", "left_out"),
    )


def verdict_card(verdict: Verdict, grounds: Grounds, names: Sequence[str] = _IN_JSON) -> Card:
    """Return one verdict with all that JSON has of it."""
    columns = verdicts([], None, grounds).columns_named(names)
    return Card([field(column.name, column.get(verdict), column.kind) for column in columns])


def side(verdict: Verdict, sum: Sum | None, scale: Scale | None = None) -> Nested:
    """Return one side of a comparison."""
    if sum is None:
        return Nested(tuple, None)
    return Nested(lambda: (Card(_sum_fields(sum, verdict.unit)),), scaled(sum.value, verdict.unit, scale))


def margin(verdict: Verdict, scale: Scale | None = None) -> Nested:
    """Return what the left side is more than the right, also as a share of the right."""
    if verdict.margin is None:
        return Nested(tuple, None)
    return Nested(lambda: (_margin_card(verdict),), scaled(verdict.margin.value, verdict.unit, scale))


def _parts(found: Sequence[Verdict], grounds: Grounds) -> Nested:
    """Return the statements that a statement is made of, each with its verdict."""
    shown = clauses(part_text(part) for part in found)
    return Nested(lambda: tuple(verdict_card(part, grounds, _OF_PART) for part in found), shown, many=True)


def part_text(part: Verdict) -> Said:
    """Return a statement that is a part of another, with its verdict."""
    return say("{outcome}: {statement}", outcome=outcome_word(part.outcome), statement=part.statement)


def terms(found: Iterable[Term], grounds: Grounds) -> Nested:
    """Return the terms of a statement, each with its records and sources."""
    listed = tuple(found)
    return Nested(
        lambda: tuple(_term(term, grounds) for term in listed), in_a_row(term.name for term in listed), many=True
    )


def left_out(found: Iterable[LeftOut]) -> Nested:
    """Return what the terms do not hold, and why."""
    listed = tuple(found)
    return Nested(lambda: tuple(map(_left_out_card, listed)), clauses(map(left_out_text, listed)), many=True)


def left_out_text(each: LeftOut) -> Said:
    """Return what a term does not hold, and why."""
    return say("{ids}: {reason}", ids=in_a_row(each.ids), reason=each.reason)


def scaled(value: Rational, unit: str, scale: Scale | None) -> Rational:
    """Return a value in a scale where it is money, else as it is."""
    return Fraction(value, 10**scale.power) if scale is not None and is_money(unit) else value


def _term(term: Term, grounds: Grounds) -> Card:
    numbers = _sum_fields(term.sum, term.unit)
    sources = tuple(dict.fromkeys(cited.id for cited in term.sources))
    lists = [field("records", tuple(term.records), Kind.LIST), field("sources", sources, Kind.LIST)]
    return Card([field("name", term.name), *numbers, *lists, field("evidence", evidence_cell(term, grounds))])


def _margin_card(verdict: Verdict) -> Card:
    return Card([*_sum_fields(verdict.margin, verdict.unit), field("share", verdict.share, Kind.SHARE)])


def _left_out_card(each: LeftOut) -> Card:
    return Card([field("reason", each.reason), field("records", tuple(each.ids), Kind.LIST)])


def _sum_fields(sum: Sum | None, unit: str) -> list[tuple[Column[None], Cell]]:
    kind = Kind.COUNT if unit == COUNT else Kind.NUMBER
    interval = None if sum is None else sum.interval
    return [
        field("value", None if sum is None else sum.value, kind),
        field("low", None if interval is None else _end(interval.low), kind),
        field("high", None if interval is None else _end(interval.high), kind),
        field("unit", unit),
    ]


def _end(end: End | None) -> Rational | None:
    return None if end is None else end.value
