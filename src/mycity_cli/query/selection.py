"""Filters as data, and the records that pass them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from mycity_cli.errors import UsageError
from mycity_cli.exact import rational
from mycity_cli.figure import COUNT, POINTS, RATIO, Bound, Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import Interval
from mycity_cli.messages import say
from mycity_cli.period import Period, full_year
from mycity_cli.query.aspects import FURTHER, KNOWN, not_in
from mycity_cli.query.data import Deal, Event, Records
from mycity_cli.query.names import (
    find_conferences,
    find_currency,
    find_kinds,
    find_places,
    find_provinces,
    find_sources,
)

if TYPE_CHECKING:
    from mycity_cli.query.conditions import Condition, Gate

R = TypeVar("R", bound=Deal | Event)
R_co = TypeVar("R_co", bound=Deal | Event, covariant=True)


class Names(Protocol):
    """The names that a filter lets pass; without any, the filter is not given."""

    def __len__(self) -> int: ...

    def __contains__(self, name: object, /) -> bool: ...


class Selection(NamedTuple):
    """What records to take: those that match every filter given; of a list of names, any.

    Names are as people type them. A date matches when it can fall in the range. A plain amount is compared as stated, a
    hedged one matches when it can reach the limit; a limit without a currency (`10 billion`) holds in any currency. Of
    the conditions of `where` all must hold, and each of `texts` be in a text of the record.
    """

    cities: tuple[str, ...] = ()
    promoters: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    conferences: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    year: int | None = None
    since: Period | None = None
    until: Period | None = None
    min_amount: Figure | None = None
    max_amount: Figure | None = None
    currency: str | None = None
    partners: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def first_day(self) -> date | None:
        """The first day that matches; None is no limit."""
        days = [self.since.start] if self.since else []
        days += [Period.year(self.year).start] if self.year is not None else []
        return max((day for day in days if day is not None), default=None)

    @property
    def last_day(self) -> date | None:
        """The last day that matches; None is no limit."""
        days = [self.until.end] if self.until else []
        days += [Period.year(self.year).end] if self.year is not None else []
        return min((day for day in days if day is not None), default=None)


class LeftOut(NamedTuple):
    """Records of which a filter cannot say whether they match, or that cannot be read, and why."""

    reason: str
    ids: Sequence[str]

    def __hash__(self) -> int:
        # Ids of a table are read when somebody looks at them: to tell two such lists apart, their lengths mostly do.
        return hash((self.reason, len(self.ids)))


class Selected(NamedTuple, Generic[R_co]):
    """The records that match, out of how many, and those that a filter could not decide.

    `perhaps` are the ids of records that match, but whose date may also lie outside the range.
    """

    records: Iterable[R_co]
    of: int
    left_out: tuple[LeftOut, ...] = ()
    perhaps: Sequence[str] = ()


def select_signings(dataset: Records, selection: Selection) -> Selected[Deal]:
    """Return the signings that match.

    Raises UsageError for a name that nothing in the dataset has, and for filters that contradict each other.
    """
    kinds = find_kinds((signing.kind for signing in dataset.signings), selection.kinds, where="--kind")
    return _select(dataset, selection, dataset.signings, kinds, lambda signing: [signing])


def select_conferences(dataset: Records, selection: Selection) -> Selected[Event]:
    """Return the conferences that match; an amount matches where that of a signing at the conference does."""
    kinds = find_kinds((conference.kind for conference in dataset.conferences), selection.kinds, where="--kind")
    at: dict[str, list[Deal]] = {}
    for signing in dataset.signings:
        if signing.conference is not None:
            at.setdefault(signing.conference, []).append(signing)
    return _select(dataset, selection, dataset.conferences, kinds, lambda conference: at.get(conference.id, []))


def _select(
    dataset: Records,
    selection: Selection,
    records: Sequence[R],
    kinds: Names,
    signings_of: Callable[[R], list[Deal]],
) -> Selected[R]:
    require_consistent(selection)
    gates = _gates(dataset, selection, records, signings_of)
    sieve = Sieve.of(selection, Named.of(dataset, selection, kinds), gates)
    if sieve.is_open:
        return Selected(records, len(records))
    taken: list[R] = []
    doubts: dict[str, list[str]] = {}
    named, is_named = sieve.named, sieve.named.given
    for record in records:
        # Most records fail a filter by name: of them nothing else is asked.
        if is_named and not named.match(dataset, record):
            continue
        match sieve.answer(dataset, record, signings_of):
            case True:
                taken.append(record)
            case str(reason):
                doubts.setdefault(reason, []).append(record.id)
    left_out = tuple(LeftOut(reason, tuple(ids)) for reason, ids in sorted(doubts.items()))
    perhaps = tuple(record.id for record in taken if not sieve.surely_dated(record))
    return Selected(tuple(taken), len(records), left_out, perhaps)


def _gates(
    dataset: Records, selection: Selection, records: Sequence[R], signings_of: Callable[[R], list[Deal]]
) -> tuple[Gate, ...]:
    """Return the filters by partner and province, and the conditions."""
    if not (selection.partners or selection.provinces or selection.where or selection.texts):
        return ()
    # Few questions have conditions.
    from mycity_cli.query.conditions import among_gate, gate_of
    from mycity_cli.query.texts import text_gate

    partners = find_places(dataset, selection.partners, where="--partner")
    provinces = find_provinces(dataset, selection.provinces, where="--province")
    gates = [among_gate(KNOWN["partner"], partners)] if partners else []
    gates += [among_gate(FURTHER["province"], provinces)] if provinces else []
    gates += [text_gate(dataset, word) for word in selection.texts]
    return (*gates, *(gate_of(dataset, condition, records, signings_of) for condition in selection.where))


class Sieve(NamedTuple):
    """The filters of a selection, ready to be asked about records."""

    selection: Selection
    named: Named
    first: date | None
    last: date | None
    gates: tuple[Gate, ...] = ()

    @classmethod
    def of(cls, selection: Selection, named: Named, gates: tuple[Gate, ...] = ()) -> Sieve:
        """Return the sieve of a selection whose filters by name are `named`, and whose conditions are `gates`."""
        return cls(selection, named, selection.first_day, selection.last_day, gates)

    @property
    def is_open(self) -> bool:
        """Whether every record passes, whatever it is."""
        selection = self.selection
        limits = (self.first, self.last, selection.min_amount, selection.max_amount, selection.currency)
        return not self.named.given and not self.gates and all(limit is None for limit in limits)

    def answer(self, dataset: Records, record: R, signings_of: Callable[[R], Iterable[Deal]]) -> bool | str:
        """Return whether a record passes the filters, or why that cannot be said. Its amounts are those of signings."""
        if self.named.given and not self.named.match(dataset, record):
            return False
        answers = [_dated(self.first, self.last, record.date), _worth(self.selection, signings_of(record))]
        answers += [gate.answer(dataset, record, signings_of(record)) for gate in self.gates]
        if False in answers:
            return False
        return next((answer for answer in answers if isinstance(answer, str)), True)

    def surely_dated(self, record: Deal | Event) -> bool:
        """Return whether a record whose date can match cannot but match."""
        first, last, period = self.first, self.last, record.date
        starts = first is None or (period is not None and period.start is not None and period.start >= first)
        ends = last is None or (period is not None and period.end is not None and period.end <= last)
        return starts and ends


class Named(NamedTuple):
    """The filters by name, as ids. A filter that is not given matches everything."""

    cities: Names
    promoters: Names
    kinds: Names
    conferences: Names
    sources: Names

    @classmethod
    def of(cls, dataset: Records, selection: Selection, kinds: Names) -> Named:
        """Return the filters by name of a selection; those of kinds are found."""
        return cls(
            cities=find_places(dataset, selection.cities, where="--city"),
            promoters=find_places(dataset, selection.promoters, where="--promoter"),
            kinds=kinds,
            conferences=find_conferences(dataset, selection.conferences, where="--conference"),
            sources=find_sources(dataset, selection.sources, where="--source"),
        )

    @property
    def given(self) -> bool:
        """Whether there is any such filter."""
        return any(self)

    def match(self, dataset: Records, record: Deal | Event) -> bool:
        """Return whether a record passes."""
        return (
            _among(record.city, self.cities)
            and _among(dataset.promoter_of(record), self.promoters)
            and _among(record.kind, self.kinds)
            and _among(record.conference, self.conferences)
            and (not self.sources or any(cited.id in self.sources for cited in record.sources))
        )


def _among(value: str | None, wanted: Names) -> bool:
    return not wanted or (value is not None and value in wanted)


def _dated(first: date | None, last: date | None, period: Period | None) -> bool | str:
    """Return whether a date can match, or why that cannot be said."""
    if first is None and last is None:
        return True
    return NO_DATE if period is None else period.can_fall_in(first, last)


def _worth(selection: Selection, signings: Iterable[Deal]) -> bool | str:
    """Return whether the amount of a signing matches, or why that cannot be said."""
    if selection.min_amount is None and selection.max_amount is None and selection.currency is None:
        return True
    answers = [_amount_matches(selection, signing.amount) for signing in signings] or [NO_AMOUNT]
    return True if True in answers else next((answer for answer in answers if answer), False)


def _amount_matches(selection: Selection, amount: Figure | NoMoney | None) -> bool | str:
    if amount is None:
        return NO_AMOUNT
    if amount is NoMoney.NONE:
        return False
    if selection.currency is not None and amount.unit != find_currency(selection.currency):
        return False
    for limit in (selection.min_amount, selection.max_amount):
        if limit is not None and limit.unit not in (COUNT, amount.unit):
            return not_in(limit.unit)
    possible = Interval.exactly(rational(amount.value)) if amount.bound is Bound.EXACT else amount.interval
    low, high = selection.min_amount, selection.max_amount
    too_low = low is not None and Interval.exactly(rational(low.value)).above(possible)
    too_high = high is not None and possible.above(Interval.exactly(rational(high.value)))
    return not (too_low or too_high)


_FIRST_YEAR = 1000
"""The first year of four digits."""

NO_DATE: str = say("no date stated")
NO_AMOUNT: str = say("no amount stated")


def require_consistent(selection: Selection) -> None:
    """Raise UsageError where the filters contradict each other or a limit is none."""
    if selection.year is not None:
        _check_year(selection.year)
    if selection.since is not None and selection.since.start is None:
        raise UsageError(say("'{period}' has no first day", period=selection.since), where="--since")
    if selection.until is not None and selection.until.end is None:
        raise UsageError(say("'{period}' has no last day", period=selection.until), where="--until")
    first, last = selection.first_day, selection.last_day
    if first is not None and last is not None and first > last:
        message = say("the range starts on {first} but ends on {last}", first=first, last=last)
        raise UsageError(message, help=say("no date can match; change the range"))
    if selection.currency is not None:
        find_currency(selection.currency, where="--currency")
    low, high = selection.min_amount, selection.max_amount
    for name, limit in (("--min-amount", low), ("--max-amount", high)):
        if limit is not None:
            _check_limit(name, limit)
    if low is not None and high is not None:
        comparable = COUNT in (low.unit, high.unit) or low.unit == high.unit
        if comparable and low.value > high.value:
            message = say("the least amount, {low}, is more than the greatest, {high}", low=low, high=high)
            raise UsageError(message, where="--min-amount")


def _check_year(year: int) -> None:
    if not MINYEAR <= year <= MAXYEAR:
        raise UsageError(say("there is no year {year}", year=year), where="--year")
    if year < _FIRST_YEAR:
        # Nobody asks for the year 22: an answer that nothing is of it would be taken for one of 2022.
        full = full_year(f"{year:02}") if year < 100 else "2022"
        help = say("a year has four digits: {year}", year=f"--year {full}")
        raise UsageError(say("'{year}' is no year", year=year), where="--year", help=help)


def _check_limit(name: str, limit: Figure) -> None:
    if limit.unit in (RATIO, POINTS) or limit.thing:
        help = say("write an amount: 10 billion, 10 billion yuan, 100亿元")
        raise UsageError(say("'{figure}' is no amount", figure=limit), where=name, help=help)
    if limit.bound is not Bound.EXACT:
        help = say("write one figure") if limit.bound is Bound.BETWEEN else say("leave out the hedge")
        raise UsageError(say("a limit is a plain amount, not '{figure}'", figure=limit), where=name, help=help)
