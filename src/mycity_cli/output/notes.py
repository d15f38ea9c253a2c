"""What stands beside a result: what a selection or a total does not hold, or holds only roughly."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from mycity_cli.exact import Rational, plain
from mycity_cli.figure import Scale
from mycity_cli.figure.amount_words import amount_text, scale_name, with_unit
from mycity_cli.interval import End, Interval
from mycity_cli.messages import Language, Message, Said, listed, say, say_as, worded
from mycity_cli.output.amounts import best_scale
from mycity_cli.output.nouns import ids_named, number_of
from mycity_cli.query import Measure, Selected, Sum, Total
from mycity_cli.query.engine import NONE, Left
from mycity_cli.query.totals import OF_AMOUNTS

if TYPE_CHECKING:
    from mycity_cli.output.naming import Naming

_NEVER = say("what was signed involves no money")


FEW = 3
"""So many ids are told by themselves; of more it is told how many there are, unless ids are asked for."""


def notes_of(selected: Selected[Any], noun: str = "signing", *, ids: bool = False) -> list[str]:
    """Return what was left out and why, a note for each reason, and what may not belong to the selection.

    `noun` is what one of the records is called.
    """
    notes: list[str] = [_left_out(item.reason, item.ids, noun, ids=ids) for item in selected.left_out]
    if selected.perhaps:
        number = len(selected.perhaps)
        if _are_told(selected.perhaps, ids=ids):
            which = ids_of(selected.perhaps, noun)
            notes.append(say("{number} may be dated outside the range: {which}", number=number, which=which))
        else:
            notes.append(say("{number} may be dated outside the range", number=number))
    return notes


def _left_out(reason: str, left: Sequence[object], noun: str, *, ids: bool) -> Message:
    if _are_told(left, ids=ids):
        which = ids_of(left, noun)
        return say("{number} left out, {reason}: {which}", number=len(left), reason=reason, which=which)
    return say("{number} left out, {reason}", number=len(left), reason=reason)


def _are_told(things: Sequence[object], *, ids: bool) -> bool:
    """Return whether it is told which things were counted: not where they are many."""
    return ids or len(things) <= FEW


def ids_of(things: Iterable[object], noun: str) -> Said:
    """Return ids as a list; with what they are of where one is a number, that nobody takes it for a count."""
    written = [thing if isinstance(thing, str) else str(thing) for thing in things]
    return ids_named(written, noun) if any(id.isdecimal() for id in written) else listed(written)


def ids_or_number(things: Sequence[object], noun: str, *, ids: bool = False) -> Said:
    """Return ids as a list where they are few or asked for, else how many there are of what."""
    return all_or_number([things], noun, ids=ids)


def all_or_number(lists: Sequence[Sequence[object]], noun: str, *, ids: bool = False) -> Said:
    """Return several lists as `ids_or_number` returns one."""
    number = sum(map(len, lists))
    if ids or number <= FEW:
        return ids_of((thing for things in lists for thing in things), noun)
    return number_of(number, noun)


def named(things: Sequence[object], *, most: int = 5) -> Said:
    """Return things as a list, cut to the first few where it is long."""
    left = len(things) - most
    if left <= 0:
        return listed(things)
    return say("{things} and {number} more", things=listed(things[:most]), number=left)


def gaps(
    rows: Sequence[Total], measures: Sequence[Measure], scale: Scale | None, left: Left = NONE, *, ids: bool = False
) -> list[str]:
    """Return what the totals of these measures do not hold, and between which ends a hedged one lies.

    Amounts are in a scale, or where it is None in the one that suits them. `left` is what was left out as bad. `ids`
    asks for all ids of records, where else their number is told.
    """
    notes: list[str] = [_bad(rows, measures, scale, left, ids=ids)] if left.bad else []
    notes += _amounts(rows, scale, ids=ids) if Measure.AMOUNT in measures else []
    if Measure.PROJECTS in measures and (Measure.AMOUNT not in measures or any(row.projects for row in rows)):
        notes += _projects(rows, ids=ids)  # of data that counts no projects at all nobody asks for their numbers
    for measure in measures:
        notes += _of_amounts(rows, measure, scale, ids=ids) if measure in OF_AMOUNTS else []
    parts = list(dict.fromkeys(id for row in rows for id in row.parts))
    if parts:
        which = ids_or_number(parts, "signing", ids=ids)
        notes.append(say("not added, being part of another signing: {which}", which=which))
    return notes


def mixed_currencies(rows: Sequence[Total], naming: Naming | None = None) -> list[str]:
    """Return which groups have no amount beside their number because their amounts are in several currencies.

    `naming` says what the groups are called in each language.
    """
    # A number by itself names no group.
    from mycity_cli.output.naming import group_word

    mixed = [group_word(key, naming) for key in dict.fromkeys(row.key for row in rows if row.mixed)]
    if not mixed:
        return []
    return [
        say(
            "amounts of {groups} are in several currencies, which do not add: --measure amount tells each",
            groups=named(mixed),
        )
    ]


def gaps_by_key(rows: Sequence[Total], keys: Container[str | None], *, ids: bool = False) -> list[str]:
    """Return from the totals of which conferences something is missing, a note for amounts and one for projects."""
    shown = [row for row in rows if row.key in keys]
    amounts = dict.fromkeys(row.key for row in shown if row.lower_bound)
    projects = dict.fromkeys(row.key for row in shown if row.projects_lower_bound)
    notes: list[str] = []
    if amounts:
        which = ids_or_number([*amounts], "conference", ids=ids)
        notes.append(say("at least so much, since an amount is missing: {which}", which=which))
    if projects:
        which = ids_or_number([*projects], "conference", ids=ids)
        notes.append(say("at least so many projects, since a number is missing: {which}", which=which))
    return notes


def _amounts(rows: Sequence[Total], scale: Scale | None, *, ids: bool) -> Iterator[str]:
    lacking = [row.without_amount for row in rows]
    if any(map(len, lacking)):
        which = all_or_number(lacking, "signing", ids=ids)
        if len(rows) == 1 and rows[0].amount:
            yield _so(say("no amount is stated for {which}", which=which), _least(rows[0].amount, rows[0], scale))
        else:
            yield say("no amount is stated for {which}", which=which)
    elif any(row.signings for row in rows) and all(row.amount is None for row in rows):
        yield _NEVER
    for row in rows:
        if row.hedged and row.amount is not None and row.amount.interval.low is not None:
            yield say(
                "{between}, since these amounts are hedged: {which}",
                between=_between(row.amount.interval, partial(_text, row=row, scale=scale)),
                which=ids_or_number(row.hedged, "signing", ids=ids),
            )


def _so(told: Said, then: Said) -> Message:
    """Return what is so, and what follows from it."""
    return say("{told}, so {then}", told=told, then=then)


def _least(sum: Sum, row: Total, scale: Scale | None) -> Message:
    """Return in words what a sum of amounts is at least, from which some are missing."""
    low = sum.interval.low
    if low is None:
        return say("the total may be less or more: amounts may be below zero")
    amount = _text(low, row, scale)
    if low.closed:
        return say("the total is at least {amount}", amount=amount)
    return say("the total is more than {amount}", amount=amount)


def _largest(interval: Interval, row: Total, scale: Scale | None) -> Message:
    """Return in words what the largest of amounts is at least, from which some are missing."""
    return say("the largest is at least {amount}", amount=_text(interval.low, row, scale))


def _bad(rows: Sequence[Total], measures: Sequence[Measure], scale: Scale | None, left: Left, *, ids: bool) -> Said:
    """Return what bad rows that are left out mean for what is added up."""
    told, row = say("what the bad rows say is missing"), rows[0] if len(rows) == 1 else None
    if left.loose:
        which = ids_or_number(left.loose, "signing", ids=ids)
        told = say("what the bad rows say is missing, and these may be a part of one of them: {which}", which=which)
    amounts = Measure.AMOUNT in measures
    if Measure.MAX in measures and row is not None and row.of_amounts is not None and not left.loose:
        return _so(told, _largest(row.of_amounts.interval, row, scale))
    if amounts and row is not None and row.amount is not None and row.currency is not None:
        return _so(told, _least(row.amount, row, scale))
    if amounts and any(each.amount is not None and each.amount.interval.low is None for each in rows):
        return _so(told, say("each total may be less or more: amounts may be below zero"))
    if left.loose or any(measure in OF_AMOUNTS for measure in measures):
        return told
    return _so(told, say("the total is at least so much") if row else say("each total is at least so much"))


def _projects(rows: Sequence[Total], *, ids: bool) -> Iterator[str]:
    lacking = [row.without_projects for row in rows]
    if any(map(len, lacking)):
        yield say("no number of projects is stated for {which}", which=all_or_number(lacking, "signing", ids=ids))
    for row in rows:
        if row.hedged_projects and row.projects is not None:
            yield say(
                "{between} projects, since these numbers are hedged: {which}",
                between=_between(row.projects.interval, _number),
                which=ids_or_number(row.hedged_projects, "signing", ids=ids),
            )


def _of_amounts(rows: Sequence[Total], measure: Measure, scale: Scale | None, *, ids: bool) -> Iterator[str]:
    """Yield what an average, a median or the largest of amounts does not hold."""
    lacking = [row.without_amount for row in rows]
    told = [row for row in rows if row.of_amounts is not None]
    if any(map(len, lacking)):
        yield _lacking(told, measure, scale, all_or_number(lacking, "signing", ids=ids), alone=len(rows) == 1)
    elif not told and any(row.signings for row in rows):
        yield _NEVER
    for row in told:
        if row.hedged and row.of_amounts is not None:
            yield say(
                "the {measure} is {between}, since these amounts are hedged: {which}",
                measure=_MEASURES[measure],
                between=_between(row.of_amounts.interval, partial(_text, row=row, scale=scale)),
                which=ids_or_number(row.hedged, "signing", ids=ids),
            )


_MEASURES: Mapping[Measure, Message] = {
    Measure.AVERAGE: say_as("measure", "average"),
    Measure.MEDIAN: say_as("measure", "median"),
    Measure.MAX: say_as("measure", "max"),
}


def _lacking(told: Sequence[Total], measure: Measure, scale: Scale | None, which: Said, *, alone: bool) -> Said:
    """Return what amounts that are not stated mean for an average, a median or the largest of those that are."""
    lacking = say("no amount is stated for {which}", which=which)
    spreads = [row.of_amounts for row in told if row.of_amounts is not None]
    if not spreads:
        return lacking
    if measure is not Measure.MAX:
        return say(
            "no amount is stated for {which}; the {measure} is of the {number} that state one",
            which=which,
            measure=_MEASURES[measure],
            number=sum(spread.number for spread in spreads),
        )
    if alone:
        return _so(lacking, _largest(spreads[0].interval, told[0], scale))
    return say("no amount is stated for {which}, and it may be larger than the largest", which=which)


def _between(interval: Interval, text: Callable[[End | None], str]) -> Message:
    """Return in words where a sum lies."""
    least = text(interval.low)
    if interval.high is not None:
        return say_as("range", "from {low} to {high}", low=least, high=text(interval.high))
    if interval.low is None or interval.low.closed:
        return say_as("range", "at least {low}", low=least)
    return say_as("range", "more than {low}", low=least)


def _number(end: End | None) -> str:
    return plain(_value(end))


def _text(end: End | None, row: Total, scale: Scale | None) -> Said:
    """Return an amount with its unit, its digits as a program would write them."""
    value = _value(end)

    def written(language: Language) -> Said:
        unit = scale or best_scale([value], language)
        return with_unit(amount_text(value, unit), scale_name(unit, row.currency))

    return worded(written)


def _value(end: End | None) -> Rational:
    return end.value if end is not None else 0
