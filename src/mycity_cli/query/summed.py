"""One measure of the signings that match, added up without forgetting which of them it is the sum of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.exact import Rational
from mycity_cli.figure import Figure
from mycity_cli.interval import Interval
from mycity_cli.query.data import Deal, Event, Records
from mycity_cli.query.selection import NO_AMOUNT, LeftOut, Selection, select_signings
from mycity_cli.query.totals import Measure, Sum, total

if TYPE_CHECKING:
    from mycity_cli.model import Cited

_PART = "part of another signing"
_NO_PROJECTS = "no number of projects stated"


class Asked(NamedTuple):
    """Which signings are asked for, and which of their figures is to be added up."""

    selection: Selection
    measure: Measure


class Summed(NamedTuple):
    """What a measure of the signings that match comes to.

    `sum` is of those figures that are stated, nothing where none is; of amounts in several `currencies` it has no
    meaning. `parts` are what it is the sum of, by keys that two such sums share where they share the figures; a number
    of signings has none. `records` are the ids of the signings that state a figure, `sources` who says so, and
    `left_out` those that do not or that are a part of another. `perhaps` are the ids of signings that match, but whose
    date may also lie outside the range.
    """

    currencies: Sequence[str]
    sum: Sum
    parts: Mapping[Hashable, Sum]
    records: Sequence[str]
    sources: Sequence[Cited]
    left_out: Sequence[LeftOut]
    perhaps: Sequence[str]


FIGURE_OF: dict[Measure, Callable[[Deal], Figure | None]] = {
    Measure.AMOUNT: lambda signing: signing.amount,
    Measure.PROJECTS: lambda signing: signing.projects,
}
"""The figure of a signing that a measure adds up."""


def summed(dataset: Records, asked: Asked, *, as_written: bool = False) -> Summed:
    """Return what a measure of the signings of a dataset comes to; `as_written` takes plain figures as exact.

    Raises UsageError for a name that nothing has, and for filters that contradict each other.
    """
    chosen = select_signings(dataset, asked.selection)
    rows = total(dataset, chosen.records)
    parts = dict.fromkeys(id for row in rows for id in row.parts)
    added = [signing for signing in chosen.records if signing.id not in parts]
    left_out = [*chosen.left_out, *missing(_PART, tuple(parts))]
    currencies = [row.currency for row in rows if row.currency is not None]
    if asked.measure is Measure.SIGNINGS:
        return Summed(currencies, number(len(added)), {}, ids(added), cited(added), left_out, chosen.perhaps)
    figure_of, sum_of = FIGURE_OF[asked.measure], Sum.as_written if as_written else Sum.of
    stated = [(signing, figure) for signing in added if (figure := figure_of(signing)) is not None]
    signings = [signing for signing, _ in stated]
    return Summed(
        currencies,
        sum_of(figure for _, figure in stated),
        {(asked.measure, signing.id): sum_of([figure]) for signing, figure in stated},
        ids(signings),
        cited(signings),
        [*left_out, *unstated(asked.measure, tuple(signing.id for signing in added if figure_of(signing) is None))],
        chosen.perhaps,
    )


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
