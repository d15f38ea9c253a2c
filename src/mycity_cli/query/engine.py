"""What commands ask, whatever answers: a dataset in memory here, a table in `tables`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mycity_cli.errors import UsageError
from mycity_cli.query.data import Deal, Event, KnownPlace, KnownSource, Records
from mycity_cli.query.levels import By, level_names, level_totals, open_totals
from mycity_cli.query.selection import Selected, Selection, select_conferences, select_signings
from mycity_cli.query.summed import Asked, Summed, beside_bad_rows, summed
from mycity_cli.query.sums import missing_amount
from mycity_cli.query.totals import Group, Measure, Total, beside, group_totals, total
from mycity_cli.query.wholes import firm, loose_parts

if TYPE_CHECKING:
    from mycity_cli.query.words import WordsRead


class Deals(NamedTuple):
    """Signings that match, which may be read only as they are asked for, and the currencies of their amounts."""

    selected: Selected[Deal]
    currencies: frozenset[str]


class Left(NamedTuple):
    """How many rows or signings there are, how many are bad and left out, and how many passed over as no signing.

    `loose` are the ids of signings that are a part of another, which is not there and may be a bad one.
    """

    rows: int = 0
    bad: int = 0
    skipped: int = 0
    loose: Sequence[str] = ()


NONE = Left()
"""Nothing is left out, or nobody counts."""


class Totals(NamedTuple):
    """What signings that match add up to: as a whole, and by group where that was asked for; and what was left out.

    `levels` are the names of the columns that the groups are made by, as the data has them, where names were given.
    `told` is what to say of the question itself.
    """

    selected: Selected[Deal]
    overall: Sequence[Total]
    rows: Sequence[Total]
    levels: tuple[str, ...] = ()
    left: Left = NONE
    told: tuple[str, ...] = ()


class Conferences(NamedTuple):
    """Conferences that match, and what all signings add up to by conference; `bad` names bad rows that are left out."""

    selected: Selected[Event]
    totals: Sequence[Total]
    bad: Sequence[str] = ()


class Places(NamedTuple):
    """Places, and how many conferences and signings were held in each, by id."""

    places: Sequence[KnownPlace]
    held: Mapping[str, int]
    signed: Mapping[str, int]


class Sources(NamedTuple):
    """Sources, and how many records cite each, by id."""

    sources: Sequence[KnownSource]
    cited: Mapping[str, int]


class Engine(Protocol):
    """Something that answers the questions of commands.

    Every question may raise UsageError for a name that nothing has and for filters that contradict each other, and
    DataError where the data cannot be read.
    """

    @property
    def dataset(self) -> Records:
        """The dataset that has the names of what answers refer to by id."""

    @property
    def notes(self) -> Sequence[str]:
        """What is to be said beside every answer so far."""

    @property
    def readings(self) -> Sequence[str]:
        """Those of the notes that only say how the data was read, as nobody has said how it is to be."""

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match."""

    def totals(self, selection: Selection, by: By, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them, the largest by a measure first.

        Of groups within groups those of an outer level come first, each before those within it.
        `alone` says that nobody will look at other measures, which then need not be right.
        """

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""

    def words(self, words: Sequence[str], of: str) -> WordsRead:
        """Return what words without an option select of the signings, or of the conferences."""

    def places(self) -> Places:
        """Return all places."""

    def sources(self) -> Sources:
        """Return all sources."""

    @property
    def adds_at_once(self) -> bool:
        """Whether sums know which figures they share only if they are asked for in one call."""

    def summed(self, asked: Sequence[Asked], *, as_written: bool = False) -> Sequence[Summed | UsageError]:
        """Return what each of several measures comes to, or what is wrong with the filters of one.

        `as_written` takes plain figures as exact.
        """

    def currencies(self) -> frozenset[str]:
        """Return the currencies of all amounts."""


class InMemory:
    """Answers from a dataset, or from the good rows of a table.

    `bad` are the names of rows that are left out and may belong to any answer, `skipped` is how many are no signings.
    """

    adds_at_once = False

    def __init__(self, dataset: Records, bad: Sequence[str] = (), skipped: int = 0) -> None:
        self.dataset = dataset
        self.notes: tuple[str, ...] = ()
        self.readings: tuple[str, ...] = ()
        self._bad = bad
        # Whatever is a part of a bad row would not be added beside it.
        loose = loose_parts(dataset) if bad else ()
        self._left = Left(len(dataset.signings) + len(bad) + skipped, len(bad), skipped, loose)
        self._gap = missing_amount(dataset)

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match."""
        selected = select_signings(self.dataset, selection)
        return Deals(selected, frozenset(money.unit for s in selected.records if (money := s.money) is not None))

    def totals(self, selection: Selection, by: By, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them."""
        selected = select_signings(self.dataset, selection)
        levels = level_names(self.dataset, by) if isinstance(by, tuple) else ()
        chosen = list(selected.records)
        added = self._added(chosen, by, measure)
        if self._left.loose:
            left = set(self._left.loose)
            sure = self._added([signing for signing in chosen if signing.id not in left], by, measure)
            added = [firm(each, least) for each, least in zip(added, sure, strict=True)]
        besides = partial(beside, left_out=selected.left_out, measure=measure, bad=self._left.bad, gap=self._gap)
        overall, rows = besides(added[0]), added[1]
        if by is not None and rows:
            rows = besides(rows, is_open=open_totals(self.dataset, selected.left_out, by))
        return Totals(selected._replace(records=chosen), overall, rows, levels, self._left)

    def _added(self, chosen: Sequence[Deal], by: By, measure: Measure) -> list[list[Total]]:
        """Return the total of what is chosen, and those of its groups."""
        whole = total(self.dataset, chosen, measure)
        if isinstance(by, tuple):
            return [whole, level_totals(self.dataset, chosen, by, measure)]
        return [whole, [] if by is None else group_totals(self.dataset, chosen, by, measure)]

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""
        selected = select_conferences(self.dataset, selection)
        return Conferences(selected, group_totals(self.dataset, self.dataset.signings, Group.CONFERENCE), self._bad)

    def words(self, words: Sequence[str], of: str) -> WordsRead:
        """Return what words without an option select."""
        from mycity_cli.query.words import names_of, read_words

        return read_words(words, self.dataset, names_of(self.dataset, of=of, currencies=self.currencies()), of=of)

    def places(self) -> Places:
        """Return all places."""
        held = Counter(each.city for each in self.dataset.conferences if each.city is not None)
        return Places(self.dataset.places, held, Counter(signing.city for signing in self.dataset.signings))

    def sources(self) -> Sources:
        """Return all sources."""
        return Sources(self.dataset.sources, self.dataset.cited())

    def summed(self, asked: Sequence[Asked], *, as_written: bool = False) -> Sequence[Summed | UsageError]:
        """Return what each of several measures comes to, or what is wrong with the filters of one."""
        return [self._summed(each, as_written=as_written) for each in asked]

    def _summed(self, asked: Asked, *, as_written: bool) -> Summed | UsageError:
        try:
            found = summed(self.dataset, asked, as_written=as_written, loose=self._left.loose)
            return beside_bad_rows(found, asked, self._bad, self._gap)
        except UsageError as error:
            return error

    def currencies(self) -> frozenset[str]:
        """Return the currencies of all amounts."""
        return frozenset(money.unit for signing in self.dataset.signings if (money := signing.money) is not None)
