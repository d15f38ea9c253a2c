"""Signings that are a part of one that is not there: a row that is left out as bad, perhaps."""

from __future__ import annotations

from collections.abc import Iterable

from mycity_cli.interval import End, Interval
from mycity_cli.query.data import Deal, Records
from mycity_cli.query.sums import Sum
from mycity_cli.query.totals import Total


def loose_parts(dataset: Records) -> tuple[str, ...]:
    """Return the ids of the signings that are a part of none that is known, directly or through others."""
    loose: dict[str, bool] = {}
    for signing in dataset.signings:
        chain: list[Deal] = []
        part: Deal | None = signing
        while part is not None and part.part_of is not None and part.id not in loose:
            chain.append(part)
            part = dataset.signing(part.part_of)
        is_loose = part is None or loose.get(part.id, False)
        loose.update((each.id, is_loose) for each in chain)
    return tuple(id for id, is_loose in loose.items() if is_loose)


def firm(totals: Iterable[Total], without_loose: Iterable[Total]) -> list[Total]:
    """Return totals that are at least what they are without the signings that may be a part of another."""
    least = {(row.keys, row.key, row.currency): row for row in without_loose}
    found = []
    for row in totals:
        known = least.get((row.keys, row.key, row.currency))
        amount, projects = (None, None) if known is None else (known.amount, known.projects)
        found.append(row._replace(amount=_from(row.amount, amount), projects=_from(row.projects, projects)))
    return found


def _from(sum: Sum | None, least: Sum | None) -> Sum | None:
    """Return a sum that is at least as much as another, or as nothing."""
    if sum is None or sum.interval.low is None:
        return sum
    low = End(0) if least is None else least.interval.low
    return sum._replace(interval=Interval(low, sum.interval.high))
