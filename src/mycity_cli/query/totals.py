"""What signings add up to, as a whole and by group, and what is missing from the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from mycity_cli.exact import Rational
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import Interval
from mycity_cli.query.averages import Estimate, average, largest, median
from mycity_cli.query.data import Deal, Records
from mycity_cli.query.selection import NO_AMOUNT, NO_DATE, LeftOut
from mycity_cli.query.sums import MISSING, Spread, Sum, is_hedged, missing_amount

KeysOf = Callable[[Records, Deal], Sequence[str | None]]
"""Returns the keys of the groups that a signing is in."""


class Group(StrEnum):
    """What signings can be grouped by."""

    CITY = "city"
    PROMOTER = "promoter"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    KIND = "kind"
    CONFERENCE = "conference"
    SOURCE = "source"


class Measure(StrEnum):
    """What of the signings is totalled."""

    AMOUNT = "amount"
    PROJECTS = "projects"
    SIGNINGS = "signings"
    AVERAGE = "average"
    MEDIAN = "median"
    MAX = "max"


OF_AMOUNTS: dict[Measure, Callable[[Sequence[Figure]], Estimate]] = {
    Measure.AVERAGE: average,
    Measure.MEDIAN: median,
    Measure.MAX: largest,
}
"""The measures that are no sums, but made of the amounts that are stated."""

COUNTS = (Measure.PROJECTS, Measure.SIGNINGS)
"""The measures that are no amounts, of which there is one for each group, whatever its currencies."""

ADDED = tuple(measure for measure in Measure if measure not in OF_AMOUNTS)
"""The measures that add up: those of groups make that of the whole."""


class Total(NamedTuple):
    """What some signings of one currency add up to.

    A sum is None where there are signings, and none states the figure. `without_amount` and `without_projects` are the
    ids of those that lack it: with any, the sum is of what is stated, and open above. `hedged` are the ids of those
    that state an amount with a hedge, `hedged_projects` of those that state their projects so. `parts` are the ids of
    signings that are not added because the signing they are a part of is. `lower_bound` and `projects_lower_bound` say
    whether something is missing from the sum, so that the truth may be any amount or number more; where amounts may be
    below zero, any amount at all. `of_amounts` is the
    average, the median or the largest of the amounts, where that was asked for. `mixed` says that amounts in several
    currencies are in it, so that it has no amount though some are stated. `keys` are those of every level down to
    that of the total, where signings are grouped by several; `key` is the last of them.
    """

    key: str | None
    signings: int
    projects: Sum | None
    amount: Sum | None
    currency: str | None
    without_amount: Sequence[str]
    without_projects: Sequence[str]
    hedged: Sequence[str]
    hedged_projects: Sequence[str]
    parts: Sequence[str]
    sources: Sequence[str]
    lower_bound: bool = False
    projects_lower_bound: bool = False
    of_amounts: Spread | None = None
    keys: tuple[str | None, ...] = ()
    mixed: bool = False

    def measured(self, measure: Measure) -> Rational | None:
        """Return the value of a measure; None where no signing states it."""
        match measure:
            case Measure.AMOUNT:
                return None if self.amount is None else self.amount.value
            case Measure.PROJECTS:
                return None if self.projects is None else self.projects.value
            case Measure.SIGNINGS:
                return self.signings
            case _:
                return None if self.of_amounts is None else self.of_amounts.value


def total(dataset: Records, signings: Iterable[Deal], measure: Measure = Measure.AMOUNT) -> list[Total]:
    """Return the total of signings: one for each currency, since currencies never add.

    Signings without an amount are counted with the only currency there is, or apart where there are several.
    """
    added, parts = without_parts(dataset, list(signings))
    return by_currency(None, added, parts, measure, missing_amount(dataset))


def group_totals(
    dataset: Records, signings: Iterable[Deal], by: Group, measure: Measure = Measure.AMOUNT
) -> list[Total]:
    """Return the total of each group, the largest first and those that state nothing last.

    A signing with several sources is in the group of each; one whose date spans several groups is in that of None.
    """
    added, parts = without_parts(dataset, list(signings))
    groups, gap = grouped(dataset, added, KEYS[by]), missing_amount(dataset)
    rows = (row for key, members in groups.items() for row in of_group(key, members, parts, measure, gap))
    return ranked(rows, measure)


def grouped(dataset: Records, signings: Iterable[Deal], keys_of: KeysOf) -> dict[str | None, list[Deal]]:
    """Return signings by key."""
    groups: dict[str | None, list[Deal]] = {}
    for signing in signings:
        for key in keys_of(dataset, signing):
            groups.setdefault(key, []).append(signing)
    return groups


def ranked(totals: Iterable[Total], measure: Measure) -> list[Total]:
    """Return the totals of groups, the largest first and those that state nothing last.

    Amounts of one currency stand together, those first in which most was signed: a number of yen is no more than a
    smaller one of yuan.
    """
    found = list(totals)
    signed: Counter[str] = Counter()
    for row in found if measure not in COUNTS else ():
        if row.currency is not None:
            signed[row.currency] += row.signings
    order = {currency: at for at, currency in enumerate(sorted(signed, key=lambda each: (-signed[each], each)))}
    return sorted(found, key=lambda row: _rank(row, measure, order))


def beside(
    totals: Iterable[Total],
    left_out: Iterable[LeftOut],
    measure: Measure,
    *,
    bad: int = 0,
    gap: Interval = MISSING,
    is_open: Callable[[Total], bool] = lambda _: True,
) -> list[Total]:
    """Return totals of what matches, where a filter left out some, or some are bad: those may belong to any of them.

    `gap` is what an amount may be that is missing. `is_open` says whether a total may have some of what a filter left
    out; what bad rows say nobody knows.
    """
    if not bad and not any(is_unplaced(each) for each in left_out):
        return list(totals)
    return [
        without_some_amounts(row, measure, gap)._replace(
            projects=None if row.projects is None else row.projects.at_least, projects_lower_bound=True
        )
        if bad or is_open(row)
        else row
        for row in totals
    ]


def is_unplaced(left_out: LeftOut) -> bool:
    """Return whether a filter left these out for what they do not state, so that they may match all the same."""
    return left_out.reason in (NO_AMOUNT, NO_DATE)


def may_hold(keys: Sequence[Collection[str | None]], row: Total, may_be_any: Sequence[bool]) -> bool:
    """Return whether a total may hold a signing that has these keys at each level.

    Without a key it may have any where that is said: one not dated may be in any time.
    """
    own = row.keys or (row.key,)
    return all(
        key in of_level or (is_any and None in of_level)
        for key, of_level, is_any in zip(own, keys, may_be_any, strict=False)
    )


def without_some_amounts(row: Total, measure: Measure, gap: Interval = MISSING) -> Total:
    """Return a total to which amounts may belong that are not in it: any of them may exceed the largest that is."""
    spread = row.of_amounts
    if spread is not None and measure is Measure.MAX:
        spread = spread._replace(interval=Interval(spread.interval.low, None))
    amount = None if row.amount is None else row.amount.beside(gap)
    return row._replace(amount=amount, of_amounts=spread, lower_bound=True)


def _rank(row: Total, measure: Measure, order: Mapping[str, int]) -> tuple[bool, int, Rational, bool, str]:
    value = row.measured(measure)
    place = order.get(row.currency or "", len(order))
    return value is None, place, -(value or 0), row.key is None, row.key or ""


def without_parts(dataset: Records, signings: list[Deal]) -> tuple[list[Deal], dict[str, list[str]]]:
    """Return the signings to add, and the ids of the others by the id of that signing which they are a part of.

    A part is not added where its whole is, or the whole of its whole.
    """
    chosen = {signing.id for signing in signings}
    added: list[Deal] = []
    parts: dict[str, list[str]] = {}
    largest: dict[str, str | None] = {}
    for signing in signings:
        whole = _largest_whole(dataset, signing, chosen, largest) if signing.part_of is not None else None
        if whole is None:
            added.append(signing)
        else:
            parts.setdefault(whole, []).append(signing.id)
    return added, parts


def _largest_whole(dataset: Records, signing: Deal, chosen: set[str], largest: dict[str, str | None]) -> str | None:
    """Return the id of the largest chosen whole that a signing is a part of; `largest` holds those found before."""
    chain: list[Deal] = []
    part: Deal | None = signing
    while part is not None and part.part_of is not None and part.id not in largest:
        chain.append(part)
        part = dataset.signing(part.part_of)
    # From the largest whole down, each part learns what its whole knows.
    for part in reversed(chain):
        whole = part.part_of or ""
        largest[part.id] = largest.get(whole) or (whole if whole in chosen else None)
    return largest[signing.id]


def of_group(
    key: str | None,
    signings: Sequence[Deal],
    parts: dict[str, list[str]],
    measure: Measure,
    gap: Interval = MISSING,
) -> list[Total]:
    """Return the totals of a group: as `by_currency` does, and a single one where no amounts are asked for."""
    if measure in COUNTS and len({money.unit for signing in signings if (money := signing.money) is not None}) > 1:
        return [_total(key, signings, None, parts, measure, gap)._replace(amount=None, mixed=True)]
    return by_currency(key, signings, parts, measure, gap)


def by_currency(
    key: str | None,
    signings: Sequence[Deal],
    parts: dict[str, list[str]],
    measure: Measure,
    gap: Interval = MISSING,
) -> list[Total]:
    """Return the totals of signings with a key: one for each currency, and one for those without an amount.

    `gap` is what an amount may be that is missing.
    """
    currencies = sorted({money.unit for signing in signings if (money := signing.money) is not None})
    if len(currencies) <= 1:
        return [_total(key, signings, currencies[0] if currencies else None, parts, measure, gap)]
    rows = [
        _total(
            key,
            [s for s in signings if (money := s.money) is not None and money.unit == currency],
            currency,
            parts,
            measure,
            gap,
        )
        for currency in currencies
    ]
    apart = [signing for signing in signings if signing.money is None]
    if any(signing.lacks_amount for signing in apart):
        # What is missing may be in any of the currencies.
        rows = [without_some_amounts(row, measure, gap) for row in rows]
    return [*rows, _total(key, apart, None, parts, measure, gap)] if apart else rows


_STATED = attrgetter("id", "amount", "projects", "source_ids")
"""What is read of a signing, all at once: its fields lie together in memory, and those of the next far from them."""


def _total(
    key: str | None,
    signings: Sequence[Deal],
    currency: str | None,
    parts: dict[str, list[str]],
    measure: Measure,
    gap: Interval,
) -> Total:
    ids, amounts, projects, cited = zip(*map(_STATED, signings), strict=True) if signings else ((), (), (), ())
    # Where no money is ever stated no projects were signed either, to be counted.
    counts = tuple(
        amount if number is None and amount is NoMoney.NONE else number
        for amount, number in zip(amounts, projects, strict=True)
    )
    whole = Total(
        key=key,
        signings=len(signings),
        projects=_sum(counts, MISSING),
        amount=_sum(amounts, gap),
        currency=currency,
        without_amount=tuple(id for id, amount in zip(ids, amounts, strict=True) if amount is None),
        without_projects=tuple(id for id, number in zip(ids, counts, strict=True) if number is None),
        hedged=tuple(id for id, amount in zip(ids, amounts, strict=True) if is_hedged(amount)),
        hedged_projects=tuple(id for id, number in zip(ids, projects, strict=True) if is_hedged(number)),
        parts=tuple(part for id in ids for part in parts.get(id, ())) if parts else (),
        sources=tuple(dict.fromkeys(id for sources in cited for id in sources)),
        lower_bound=any(amount is None for amount in amounts),
        projects_lower_bound=any(number is None for number in counts),
    )
    return _of_amounts(whole, amounts, measure) if measure in OF_AMOUNTS else whole


def _of_amounts(total: Total, amounts: Sequence[Figure | NoMoney | None], measure: Measure) -> Total:
    """Return a total with what a measure of single amounts comes to: a missing one may be larger than the largest."""
    stated = [amount for amount in amounts if isinstance(amount, Figure)]
    if not stated:
        return total
    value, interval = OF_AMOUNTS[measure](stated)
    if measure is Measure.MAX and total.without_amount:
        interval = Interval(interval.low, None)
    return total._replace(of_amounts=Spread(value, interval, len(stated)))


def _sum(figures: Sequence[Figure | NoMoney | None], gap: Interval) -> Sum | None:
    """Return the sum of the figures that are stated, with a gap where one is missing; None where some could be stated.

    What has no money to state is no gap, and no zero either.
    """
    stated = [figure for figure in figures if isinstance(figure, Figure)]
    if figures and not stated:
        return None
    known = Sum.of(stated)
    return known.beside(gap) if any(figure is None for figure in figures) else known


def _in_time(part: str) -> KeysOf:
    return lambda _, signing: [signing.date.within(part) if signing.date is not None else None]


KEYS: dict[Group, KeysOf] = {
    Group.CITY: lambda dataset, signing: [dataset.place_name(signing.city)],
    Group.PROMOTER: lambda dataset, signing: [dataset.place_name(dataset.promoter_of(signing))],
    Group.YEAR: _in_time("year"),
    Group.QUARTER: _in_time("quarter"),
    Group.MONTH: _in_time("month"),
    Group.KIND: lambda _, signing: [signing.kind],
    Group.CONFERENCE: lambda _, signing: [signing.conference],
    Group.SOURCE: lambda _, signing: list(dict.fromkeys(signing.source_ids)) or [None],
}
"""By which keys a signing is grouped."""

IN_TIME = (Group.YEAR, Group.QUARTER, Group.MONTH)
"""The groups that follow each other in time."""
