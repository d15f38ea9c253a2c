"""What stands beside a result: what a selection or a total does not hold, or holds only roughly."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from mycity_cli.exact import Rational, plain
from mycity_cli.figure import Scale
from mycity_cli.figure.amount_words import amount_text, scale_name
from mycity_cli.interval import End, Interval
from mycity_cli.output.amounts import best_scale
from mycity_cli.query import Measure, Selected, Sum, Total
from mycity_cli.query.engine import NONE, Left
from mycity_cli.query.totals import OF_AMOUNTS

_NEVER = "what was signed involves no money"


FEW = 3
"""So many ids are told by themselves; of more it is told how many there are, unless ids are asked for."""


def notes_of(selected: Selected[Any], noun: str = "signing", *, ids: bool = False) -> list[str]:
    """Return what was left out and why, a note for each reason, and what may not belong to the selection.

    `noun` is what one of the records is called.
    """
    notes = [f"{len(item.ids)} left out, {item.reason}{_which(item.ids, noun, ids)}" for item in selected.left_out]
    if selected.perhaps:
        notes.append(f"{len(selected.perhaps)} may be dated outside the range{_which(selected.perhaps, noun, ids)}")
    return notes


def _which(things: Sequence[object], noun: str, ids: bool) -> str:  # noqa: FBT001  # passed on
    """Return which things it is that were counted; "" where they are many."""
    return f": {ids_of(things, noun)}" if ids or len(things) <= FEW else ""


def ids_of(things: Iterable[object], noun: str) -> str:
    """Return ids as a list; with what they are of where one is a number, that nobody takes it for a count."""
    written = list(map(str, things))
    listed = ", ".join(written)
    if not any(id.isdecimal() for id in written):
        return listed
    return f"{noun if len(written) == 1 else counted(2, noun).removeprefix('2 ')} {listed}"


def ids_or_number(things: Sequence[object], noun: str, *, ids: bool = False) -> str:
    """Return ids as a list where they are few or asked for, else how many there are of what."""
    return all_or_number([things], noun, ids=ids)


def all_or_number(lists: Sequence[Sequence[object]], noun: str, *, ids: bool = False) -> str:
    """Return several lists as `ids_or_number` returns one."""
    number = sum(map(len, lists))
    if ids or number <= FEW:
        return ids_of((thing for things in lists for thing in things), noun)
    return counted(number, noun)


def counted(number: int, noun: str) -> str:
    """Return a number of things: `1 signing`, `2 signings`, `2 cities`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def named(things: Sequence[object], *, most: int = 5) -> str:
    """Return things as a list, cut to the first few where it is long."""
    left = len(things) - most
    return ", ".join(map(str, things[:most])) + (f" and {left} more" if left > 0 else "")


def gaps(
    rows: Sequence[Total], measures: Sequence[Measure], scale: Scale | None, left: Left = NONE, *, ids: bool = False
) -> list[str]:
    """Return what the totals of these measures do not hold, and between which ends a hedged one lies.

    Amounts are in a scale, or where it is None in the one that suits them. `left` is what was left out as bad. `ids`
    asks for all ids of records, where else their number is told.
    """
    notes = [_bad(rows, measures, scale, left, ids=ids)] if left.bad else []
    notes += _amounts(rows, scale, ids=ids) if Measure.AMOUNT in measures else []
    if Measure.PROJECTS in measures and (Measure.AMOUNT not in measures or any(row.projects for row in rows)):
        notes += _projects(rows, ids=ids)  # of data that counts no projects at all nobody asks for their numbers
    for measure in measures:
        notes += _of_amounts(rows, measure, scale, ids=ids) if measure in OF_AMOUNTS else []
    parts = list(dict.fromkeys(id for row in rows for id in row.parts))
    if parts:
        notes.append(f"not added, being part of another signing: {ids_or_number(parts, 'signing', ids=ids)}")
    return notes


def mixed_currencies(rows: Sequence[Total]) -> list[str]:
    """Return which groups have no amount beside their number because their amounts are in several currencies."""
    mixed = list(dict.fromkeys(row.key or "(none)" for row in rows if row.mixed))
    if not mixed:
        return []
    return [f"amounts of {named(mixed)} are in several currencies, which do not add: --measure amount tells each"]


def gaps_by_key(rows: Sequence[Total], keys: Container[str | None], *, ids: bool = False) -> list[str]:
    """Return from the totals of which conferences something is missing, a note for amounts and one for projects."""
    shown = [row for row in rows if row.key in keys]
    amounts = dict.fromkeys(row.key for row in shown if row.lower_bound)
    projects = dict.fromkeys(row.key for row in shown if row.projects_lower_bound)
    notes = []
    if amounts:
        which = ids_or_number([*amounts], "conference", ids=ids)
        notes.append(f"at least so much, since an amount is missing: {which}")
    if projects:
        which = ids_or_number([*projects], "conference", ids=ids)
        notes.append(f"at least so many projects, since a number is missing: {which}")
    return notes


def _amounts(rows: Sequence[Total], scale: Scale | None, *, ids: bool) -> Iterator[str]:
    lacking = [row.without_amount for row in rows]
    if any(map(len, lacking)):
        least = f", so {_least(rows[0].amount, rows[0], scale)}" if len(rows) == 1 and rows[0].amount else ""
        yield f"no amount is stated for {all_or_number(lacking, 'signing', ids=ids)}{least}"
    elif any(row.signings for row in rows) and all(row.amount is None for row in rows):
        yield _NEVER
    for row in rows:
        if row.hedged and row.amount is not None and row.amount.interval.low is not None:
            between = _between(row.amount.interval, partial(_text, row=row, scale=scale))
            yield f"{between}, since these amounts are hedged: {ids_or_number(row.hedged, 'signing', ids=ids)}"


def _least(sum: Sum, row: Total, scale: Scale | None) -> str:
    """Return in words what a sum of amounts is at least, from which some are missing."""
    low = sum.interval.low
    if low is None:
        return "the total may be less or more: amounts may be below zero"
    return f"the total is {'at least' if low.closed else 'more than'} {_text(low, row, scale)}"


def _bad(rows: Sequence[Total], measures: Sequence[Measure], scale: Scale | None, left: Left, *, ids: bool) -> str:
    """Return what bad rows that are left out mean for what is added up."""
    told, row = "what the bad rows say is missing", rows[0] if len(rows) == 1 else None
    if left.loose:
        told = f"{told}, and these may be a part of one of them: {ids_or_number(left.loose, 'signing', ids=ids)}"
    amounts = Measure.AMOUNT in measures
    if Measure.MAX in measures and row is not None and row.of_amounts is not None and not left.loose:
        return f"{told}, so the largest is at least {_text(row.of_amounts.interval.low, row, scale)}"
    if amounts and row is not None and row.amount is not None and row.currency is not None:
        return f"{told}, so {_least(row.amount, row, scale)}"
    if amounts and any(each.amount is not None and each.amount.interval.low is None for each in rows):
        return f"{told}, so each total may be less or more: amounts may be below zero"
    if left.loose or any(measure in OF_AMOUNTS for measure in measures):
        return told
    return f"{told}, so {'the total' if row else 'each total'} is at least so much"


def _projects(rows: Sequence[Total], *, ids: bool) -> Iterator[str]:
    lacking = [row.without_projects for row in rows]
    if any(map(len, lacking)):
        yield f"no number of projects is stated for {all_or_number(lacking, 'signing', ids=ids)}"
    for row in rows:
        if row.hedged_projects and row.projects is not None:
            between = _between(row.projects.interval, _number)
            which = ids_or_number(row.hedged_projects, "signing", ids=ids)
            yield f"{between} projects, since these numbers are hedged: {which}"


def _of_amounts(rows: Sequence[Total], measure: Measure, scale: Scale | None, *, ids: bool) -> Iterator[str]:
    """Yield what an average, a median or the largest of amounts does not hold."""
    lacking = [row.without_amount for row in rows]
    told = [row for row in rows if row.of_amounts is not None]
    if any(map(len, lacking)):
        number = sum(row.of_amounts.number for row in rows if row.of_amounts is not None)
        if measure is not Measure.MAX:
            then = f"; the {measure} is of the {number} that state one" if told else ""
        elif len(rows) == 1 and rows[0].of_amounts is not None:
            then = f", so the largest is at least {_text(rows[0].of_amounts.interval.low, rows[0], scale)}"
        else:
            then = ", and it may be larger than the largest" if told else ""
        yield f"no amount is stated for {all_or_number(lacking, 'signing', ids=ids)}{then}"
    elif not told and any(row.signings for row in rows):
        yield _NEVER
    for row in told:
        if row.hedged and row.of_amounts is not None:
            between = _between(row.of_amounts.interval, partial(_text, row=row, scale=scale))
            which = ids_or_number(row.hedged, "signing", ids=ids)
            yield f"the {measure} is {between}, since these amounts are hedged: {which}"


def _between(interval: Interval, text: Callable[[End | None], str]) -> str:
    """Return in words where a sum lies."""
    least = text(interval.low)
    if interval.high is not None:
        return f"from {least} to {text(interval.high)}"
    return f"at least {least}" if interval.low is None or interval.low.closed else f"more than {least}"


def _number(end: End | None) -> str:
    return plain(_value(end))


def _text(end: End | None, row: Total, scale: Scale | None) -> str:
    value = _value(end)
    unit = scale or best_scale([value])
    return f"{amount_text(value, unit)} {scale_name(unit, row.currency)}"


def _value(end: End | None) -> Rational:
    return end.value if end is not None else 0
