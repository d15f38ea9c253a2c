"""The questions of commands, answered by a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from mycity_cli.errors import UsageError
from mycity_cli.messages import say
from mycity_cli.query import By as Levels
from mycity_cli.query import Group as By
from mycity_cli.query import Measure, Selection, needs_rows
from mycity_cli.query.aspects import column_key
from mycity_cli.query.data import SIGNING
from mycity_cli.query.engine import Conferences, Deals, Left, Places, Sources, Totals
from mycity_cli.query.levels import by_levels
from mycity_cli.query.names import fold
from mycity_cli.query.summed import Asked, Summed, beside_bad_rows
from mycity_cli.query.totals import COUNTS, beside, ranked
from mycity_cli.tables.known import PLACES
from mycity_cli.tables.later import Later
from mycity_cli.tables.missing import missing_note
from mycity_cli.tables.records import TableRecords, TableSource
from mycity_cli.tables.rows import names_of_bad
from mycity_cli.tables.sql.chosen import KEY_COLUMNS, Chosen, Citing, limits_of, names_in
from mycity_cli.tables.sql.conferences import Gathered
from mycity_cli.tables.sql.gathering import NeedsRowsError
from mycity_cli.tables.sql.groups import Group
from mycity_cli.tables.sql.summing import summed
from mycity_cli.tables.sql.table import Table
from mycity_cli.tables.telling import left_out

if TYPE_CHECKING:
    from mycity_cli.query.words import Names, WordsRead


_KEYS_NOT_COMPARED = say(
    "in so large a file keys are not compared: of one that stands in an object twice the first counts"
)
_NOT_COMPARED = say("in so large a table ids are not compared: a row that stands there twice counts twice")


class TableEngine:
    """Answers from a table."""

    adds_at_once = True

    def __init__(
        self,
        table: Table,
        found: Sequence[str],
        of_days: Sequence[str],
        amounts: str,
        headers: Mapping[str, str | None],
    ) -> None:
        """Take the table, what was found out of it and of its days, and the name of its column of amounts.

        `headers` are the keys of all its columns, each with that of ours which it is.
        """
        self._table = table
        self._found = found
        self._of_days = of_days
        self._amounts = amounts
        self._headers = headers

    @property
    def dataset(self) -> TableRecords:
        """The places that were met, by which rows call them; no more is held in memory."""
        return TableRecords((), tuple(self._table.names.places()))

    @property
    def notes(self) -> Sequence[str]:
        """Where options are from that were not given, what was found out of the table, and what of it was left out."""
        missing = missing_note(self._amounts, self._table.missing)
        unseen = [_NOT_COMPARED] if self._table.repeats.has_unseen_ids else []
        unseen += [_KEYS_NOT_COMPARED] if self._table.repeats.has_unseen_keys else []
        told = (*missing, *self._table.yen_signs.notes, *left_out(self._table.bad))
        return (*self.readings, *unseen, *told)

    @property
    def readings(self) -> Sequence[str]:
        """Where options are from that were not given, and what was found out of the table."""
        return (*self._table.notes, *self._found, *(self._of_days if self._table.is_dated else ()))

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match; they are read as they are asked for, each time anew."""
        self._known_group(selection)
        _require_days(self._table, selection)
        chosen = Chosen.of(self._table, self._with_kinds(selection), (), dated=True)
        self._table.meet(*PLACES)
        return Deals(chosen.selected, frozenset(chosen.currencies))

    def totals(self, selection: Selection, by: Levels, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them."""
        group = self._known_group(selection, by, measure)
        _require_days(self._table, selection)
        selection = self._with_kinds(selection)
        columns = KEY_COLUMNS[group] if group is not None else ()
        chosen = Chosen.of(self._table, selection, columns, group, projects=not alone or measure is Measure.PROJECTS)
        selected = chosen.selected
        besides = partial(beside, left_out=selected.left_out, measure=measure, bad=self._table.bad)
        overall = besides(chosen.whole.totals(chosen.ids))
        rows = besides(chosen.parts.totals(chosen.ids, counts=measure in COUNTS), is_open=chosen.is_open)
        if group in (By.CITY, By.PROMOTER):
            if group is By.PROMOTER:
                self._table.meet("city")
            dataset = self.dataset
            rows = [row._replace(key=dataset.place_name(row.key)) for row in rows]
        left = Left(self._table.rows + self._table.bad, self._table.bad)
        levels = (str(group),) if isinstance(by, tuple) else ()
        return Totals(selected, overall, [] if group is None else ranked(rows, measure), levels, left=left)

    def _known_group(self, selection: Selection, by: Levels = None, measure: Measure = Measure.AMOUNT) -> By | None:
        """Return the group that is asked for. Raises NeedsRowsError for what only single rows can answer."""
        by = self._called(by)
        if needs_rows(selection, by, measure) or isinstance(by, tuple):
            raise NeedsRowsError
        if self._table.keeps_spellings and (selection.cities or selection.promoters):
            raise NeedsRowsError  # of spellings that are alike the one that is typed is meant
        return by

    def _called(self, by: Levels) -> Levels:
        """Return what to group by, where it is typed in Chinese the group that it means."""
        if not isinstance(by, tuple) or len(by) > 1 or by[0].isascii():
            return by
        from mycity_cli.query.called import column_called

        key = column_key(by[0])
        meant = self._headers[key] if key in self._headers else column_called(by[0], By)
        return by if meant is None else by_levels([meant])

    def _with_kinds(self, selection: Selection) -> Selection:
        """Return a selection with the kinds that are typed in Chinese as the rows have them."""
        if all(map(str.isascii, selection.kinds)):
            return selection
        from mycity_cli.query.called import kind_called

        known = names_in(self._table, ["kind"])
        there = set(map(fold, known))
        kinds = (kind if fold(kind) in there else kind_called(kind, known) or kind for kind in selection.kinds)
        return selection._replace(kinds=tuple(kinds))

    def words(self, words: Sequence[str], of: str) -> WordsRead:
        """Return what names select. Raises NeedsRowsError where a word is none: it may be in any text of a row."""
        from mycity_cli.query.words import read_names

        self._table.meet(*PLACES)
        found = read_names(words, self._names(of))
        if found is None:
            raise NeedsRowsError
        return found

    def _names(self, of: str) -> Names:
        """Return the names that the rows have; `of` says whether signings or conferences are asked for."""
        from mycity_cli.query.words import ROLES, Names

        table = self._table
        roles: dict[str, Collection[str | None]] = {role: table.names.called_in(role) for role in ROLES}
        kinds: Sequence[str] = ()
        if of == SIGNING:
            kinds = names_in(table, ["kind"])
        else:
            events = list(self.conferences(Selection()).selected.records)
            roles |= {"city": {each.city for each in events}, "promoter": {each.promoter for each in events}}
        named = ({name: name for name in names_in(table, [column])} for column in ("conference", "source"))
        return Names(table.names.places(), roles, kinds, self.currencies(), *named)

    def places(self) -> Places:
        """Return all places: the cities, promoters and partners of the rows, by name."""
        counted = self._table.gather(["city"], _Counted)
        self._table.meet(*PLACES)
        places = self._table.names.places()
        held = Counter(each.city for each in Gathered.of(self._table).conferences(cited=False) if each.city)
        return Places(places, held, counted.signed)

    def sources(self) -> Sources:
        """Return all sources, in the order of the rows that cite them first."""
        counted = self._table.gather(["source"], Citing, first=True)
        names = sorted(counted.first, key=lambda name: counted.first[name])
        cited = counted.rows + Counter(
            source.id for conference in Gathered.of(self._table).conferences() for source in conference.sources
        )
        return Sources([TableSource(name) for name in names], cited)

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""
        self._known_group(selection)
        _require_days(self._table, selection)
        found = Gathered.of(self._table, limits_of([selection])).answer(selection)
        self._table.meet("city", "promoter")
        return found._replace(bad=bad_names(self._table))

    def summed(self, asked: Sequence[Asked], *, as_written: bool = False) -> Sequence[Summed | UsageError]:
        """Return what each of several measures comes to, or what is wrong with the filters of one."""
        for each in asked:
            self._known_group(each.selection)
            _require_days(self._table, each.selection)
        asked = [each._replace(selection=self._with_kinds(each.selection)) for each in asked]
        found = summed(self._table, asked, as_written=as_written)
        bad = bad_names(self._table)
        return [
            answer if isinstance(answer, UsageError) else beside_bad_rows(answer, each, bad)
            for each, answer in zip(asked, found, strict=True)
        ]

    def currencies(self) -> frozenset[str]:
        """Return the currencies of all amounts."""
        return frozenset(Chosen.of(self._table, Selection(), ()).currencies)


def _require_days(table: Table, selection: Selection) -> None:
    """Raise DataError where days are limited and the table has none: no row could be found, and no reason told."""
    if (selection.first_day, selection.last_day) != (None, None):
        table.require("date")


def bad_names(table: Table) -> Sequence[str]:
    """Return what the bad rows of a table are called, which are read when somebody looks at them."""
    return Later(table.bad, lambda: names_of_bad(tuple(table.bad_rows())))


class _Counted:
    """How many signings were held in each place of a table."""

    def __init__(self) -> None:
        self.signed: Counter[str] = Counter()

    def add(self, group: Group) -> None:
        self.signed[group.signing.city] += group.rows
