"""One measure of the signings that match, added up without forgetting which of them it is the sum of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import Figure
from mycity_cli.interval import End, Interval
from mycity_cli.messages import say
from mycity_cli.query.data import Deal, Event, Records
from mycity_cli.query.selection import NO_AMOUNT, LeftOut, Selected, Selection, select_signings
from mycity_cli.query.sums import MISSING, Sum, missing_amount
from mycity_cli.query.totals import Measure, total

if TYPE_CHECKING:
    from mycity_cli.model import Cited

_PART = say("part of another signing")
_NO_PROJECTS = say("no number of projects stated")

BAD_ROWS: str = say("bad rows")
"""Why rows are left out of which nobody knows what they say."""

GAPS = (NO_AMOUNT, _NO_PROJECTS, BAD_ROWS)
"""Why a signing is left out whose figure is missing from a sum."""


class Asked(NamedTuple):
    """Which signings are asked for, and which of their figures is to be added up."""

    selection: Selection
    measure: Measure


class Summed(NamedTuple):
    """What a measure of the signings that match comes to.

    `sum` is of those figures that are stated, and open above where others are missing; None where there are signings,
    and none states the figure. Of amounts in several `currencies` it has no meaning. `parts` are what it is the sum of,
    those that are missing too, by keys that two such sums share where they share the figures; a number of signings that
    is known exactly has none. `records` are the ids of the signings that state a figure, `sources` who says so, and
    `left_out` those that lack it or that are a part of another. `perhaps` are the ids of signings that match, but whose
    date may also lie outside the range. `signings` are the signings of `records` themselves.
    """

    currencies: Sequence[str]
    sum: Sum | None
    parts: Mapping[Hashable, Sum]
    records: Sequence[str]
    sources: Sequence[Cited]
    left_out: Sequence[LeftOut]
    perhaps: Sequence[str]
    signings: Sequence[Deal] = ()


FIGURE_OF: dict[Measure, Callable[[Deal], Figure | None]] = {
    Measure.AMOUNT: lambda signing: signing.money,
    Measure.PROJECTS: lambda signing: signing.projects,
}
"""The figure of a signing that a measure adds up."""


def summed(dataset: Records, asked: Asked, *, as_written: bool = False, loose: Sequence[str] = ()) -> Summed:
    """Return what a measure of the signings of a dataset comes to; `as_written` takes plain figures as exact.

    `loose` are signings that may be a part of one that is not there, and would then not be added.

    Raises UsageError for a name that nothing has, and for filters that contradict each other.
    """
    chosen = select_signings(dataset, asked.selection)
    rows = total(dataset, chosen.records)
    parts = dict.fromkeys(id for row in rows for id in row.parts)
    added = [signing for signing in chosen.records if signing.id not in parts]
    left_out = [*chosen.left_out, *missing(_PART, tuple(parts))]
    currencies = [row.currency for row in rows if row.currency is not None]
    perhaps = _perhaps(dataset, chosen)
    within = _within(dataset, added, perhaps).union(set(loose).intersection(ids(added)) if loose else ())
    if asked.measure is Measure.SIGNINGS:
        found = counted(len(added) - len(within), len(added), len(added) + len(perhaps))
        held: dict[Hashable, Sum] = {asked: found} if found.interval.width else {}
        return Summed(currencies, found, held, ids(added), cited(added), left_out, chosen.perhaps, added)
    figure_of, sum_of = FIGURE_OF[asked.measure], Sum.as_written if as_written else Sum.of
    stated = {signing.id: figure for signing in added if (figure := figure_of(signing)) is not None}
    surely = {id: figure for id, figure in stated.items() if id not in within}
    lacking = tuple(signing.id for signing in added if lacks(signing, asked.measure))
    amount = missing_amount(dataset)
    gap = Sum(0, amount if asked.measure is Measure.AMOUNT else MISSING)
    more = {(asked.measure, id): gap for id in lacking} | _more(perhaps, asked, gap)
    more |= {(asked, id): Sum(rational(stated[id].value), at_most(stated[id])) for id in within if id in stated}
    signings = [signing for signing in added if signing.id in stated]
    return Summed(
        currencies,
        sum_of(surely.values()).with_more(more.values()) if stated or not (added or chosen.left_out) else None,
        {(asked.measure, id): sum_of([figure]) for id, figure in surely.items()} | more,
        ids(signings),
        cited(signings),
        [*left_out, *unstated(asked.measure, lacking)],
        chosen.perhaps,
        signings,
    )


def lacks(signing: Deal, measure: Measure) -> bool:
    """Return whether the figure of a measure is missing from a signing."""
    return signing.lacks_amount if measure is Measure.AMOUNT else signing.lacks_projects


def _perhaps(dataset: Records, chosen: Selected[Deal]) -> list[Deal]:
    """Return the signings of which only the missing amount leaves open whether they match."""
    left = {id for each in chosen.left_out if each.reason == NO_AMOUNT for id in each.ids}
    if not left:
        return []
    known = {signing.id for signing in chosen.records}
    return [signing for signing in dataset.signings if signing.id in left and signing.part_of not in known]


def beside_bad_rows(found: Summed, asked: Asked, bad: Sequence[str], amount: Interval = MISSING) -> Summed:
    """Return a sum beside bad rows that are left out; `amount` is what one may be that is missing.

    Each of them may belong to this sum or not, and to another or not: what they add is shared with no other sum. It is
    one signing at most.
    """
    if not bad or found.sum is None:
        return found._replace(left_out=[*found.left_out, *missing(BAD_ROWS, bad)])
    match asked.measure:
        case Measure.AMOUNT:
            gap = Sum(0, amount)
        case Measure.SIGNINGS:
            gap = counted(0, 0, len(bad))
        case _:
            gap = Sum(0, MISSING)
    return found._replace(
        sum=found.sum.with_more([gap]),
        parts={**(found.parts or {asked: found.sum}), (asked, BAD_ROWS): gap},
        left_out=[*found.left_out, *missing(BAD_ROWS, bad)],
    )


def _more(perhaps: Iterable[Deal], asked: Asked, gap: Sum) -> dict[Hashable, Sum]:
    """Return what signings may add that match perhaps: their amount, which is missing, or all of their projects."""
    if asked.measure is Measure.AMOUNT:
        return {(asked.measure, signing.id): gap for signing in perhaps}
    return {(asked, signing.id): Sum(0, at_most(signing.projects)) for signing in perhaps}


def at_most(figure: Figure | None) -> Interval:
    """Return what a figure may add to a sum that it belongs to or not; one below zero may take something from it."""
    if figure is None:
        return MISSING
    return figure.interval.reaching(0)


def _within(dataset: Records, added: Iterable[Deal], perhaps: Iterable[Deal]) -> set[str]:
    """Return the signings that would not be added if one that matches perhaps did: they are a part of it."""
    wholes = {signing.id for signing in perhaps}
    found = set()
    for signing in added if wholes else ():
        part: Deal | None = signing
        while part is not None and part.part_of is not None and part.part_of not in wholes:
            part = dataset.signing(part.part_of)
        if part is not None and part.part_of is not None:
            found.add(signing.id)
    return found


def counted(least: int, number: int, most: int) -> Sum:
    """Return the number of things, of which some are counted only perhaps."""
    return Sum(number, Interval(End(least), End(most)))


def number(value: Rational) -> Sum:
    """Return a number that is known exactly."""
    return Sum(value, Interval.exactly(value))


def ids(records: Iterable[Deal | Event]) -> tuple[str, ...]:
    """Return the ids of records."""
    return tuple(record.id for record in records)


def cited(records: Iterable[Deal | Event]) -> tuple[Cited, ...]:
    """Return what records cite, each once."""
    return tuple(dict.fromkeys(cited for record in records for cited in record.sources))


def unstated(measure: Measure, ids: Sequence[str]) -> list[LeftOut]:
    """Return the signings that do not state the figure of a measure as left out, if there are any."""
    return missing(NO_AMOUNT if measure is Measure.AMOUNT else _NO_PROJECTS, ids)


def missing(reason: str, ids: Sequence[str]) -> list[LeftOut]:
    """Return some records as left out, if there are any."""
    return [LeftOut(reason, ids)] if ids else []
