"""Answers from the rows of a table that are held in memory: those that a dataset of the same signings gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from mycity_cli.errors import MycityError, UsageError
from mycity_cli.period import Period
from mycity_cli.query import By, Measure, Selection
from mycity_cli.query.aspects import column_key
from mycity_cli.query.data import Deal, KnownPlace, Records
from mycity_cli.query.engine import Conferences, Deals, InMemory, Places, Sources, Totals
from mycity_cli.query.levels import may_be_in_time
from mycity_cli.query.summed import Asked, Summed
from mycity_cli.query.totals import IN_TIME
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.known import PlaceNames
from mycity_cli.tables.later import Later
from mycity_cli.tables.profile import Profile, profile_of
from mycity_cli.tables.reading_rows import read_rows
from mycity_cli.tables.records import TableRecords
from mycity_cli.tables.row_columns import RowColumns
from mycity_cli.tables.rows import TableRow, TableRows, names_of_bad
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Sheet
from mycity_cli.tables.telling import bad_rows_error, left_out

if TYPE_CHECKING:
    from mycity_cli.query.words import WordsRead

_DATED = ("date", *IN_TIME)


class TableInMemory:
    """Answers from a sheet. Its rows are read at the first question, and their dates at the first that needs them."""

    adds_at_once = False

    def __init__(self, sheet: Sheet, settings: Settings, places: Iterable[KnownPlace] = ()) -> None:
        self._sheet = sheet
        self._settings = settings
        self._places = tuple(places)
        self._profile: Profile = profile_of(sheet, settings)
        self._profile.require_all(sheet, settings)
        self._read: tuple[InMemory, TableRows] | None = None
        self._dated = self._own = self._by_own = False

    @property
    def dataset(self) -> Records:
        """The rows of the table, and what they name."""
        return self._engine().dataset

    @property
    def notes(self) -> Sequence[str]:
        """What was found out about the table, and what of it was left out."""
        if self._read is None:
            return ()
        rows = self._read[1]
        return (*self.readings, *rows.notes, *left_out(len(rows.bad)))

    @property
    def readings(self) -> Sequence[str]:
        """What was found out about the table."""
        if self._read is None:
            return ()
        # Whoever asks by columns of the table knows them.
        known = [note for note in self._profile.notes if not (self._by_own and note in self._profile.unused)]
        found = (*self._sheet.notes, *known, *(self._profile.day_notes if self._dated else ()))
        return (*self._settings.notes, *found)

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match."""
        self._by_own = _is_by_own(selection)
        self._require_days(selection)
        return self._engine(dated=True, own=True).deals(selection)

    def totals(self, selection: Selection, by: By, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them."""
        self._require_days(selection)
        levels = by if isinstance(by, tuple) else (by,)
        dated = any(level is not None and may_be_in_time(level) for level in levels) or _is_dated(selection)
        own = self._by_own = isinstance(by, tuple) or _is_by_own(selection)
        return self._engine(dated=dated, own=own).totals(selection, by, measure, alone=alone)

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""
        self._require_days(selection)
        return self._engine(dated=True, own=_is_by_own(selection)).conferences(selection)

    def words(self, words: Sequence[str], of: str) -> WordsRead:
        """Return what words without an option select."""
        return self._engine(own=True).words(words, of)

    def places(self) -> Places:
        """Return all places that the rows name."""
        return self._engine().places()

    def sources(self) -> Sources:
        """Return all sources that the rows cite."""
        return self._engine().sources()

    def summed(self, asked: Sequence[Asked], *, as_written: bool = False) -> Sequence[Summed | UsageError]:
        """Return what each of several measures comes to, or what is wrong with the filters of one."""
        for each in asked:
            self._require_days(each.selection)
        dated = any(_is_dated(each.selection) for each in asked)
        own = any(_is_by_own(each.selection) for each in asked)
        found = self._engine(dated=dated, own=own).summed(asked, as_written=as_written)
        return found if self._dated else [self._with_days(each) for each in found]

    def _with_days(self, found: Summed | UsageError) -> Summed | UsageError:
        """Return what a measure comes to; its signings have their days, which no question needed, where one looks."""
        if isinstance(found, UsageError):
            return found

        def dated() -> Iterator[Deal]:
            for row in found.signings:
                if isinstance(row, TableRow):
                    yield row._replace(date=self._days.get((row.file, row.number)))
                else:
                    yield row

        return found._replace(signings=Later(len(found.signings), dated))

    @cached_property
    def _days(self) -> Mapping[tuple[str, int], Period | None]:
        """The day of each row, by its file and number; None for one that cannot be read, or only in doubt."""
        columns = RowColumns(self._sheet, self._profile, self._settings)
        days = (None if isinstance(date, MycityError) else date for date in columns.dates())
        return {(line.file, line.number): date for line, date in zip(columns.lines, days, strict=True)}

    def currencies(self) -> frozenset[str]:
        """Return the currencies of all amounts."""
        return self._engine().currencies()

    def _require_days(self, selection: Selection) -> None:
        """Raise DataError where days are limited and the table has none: no row could be found, and no reason told."""
        if _is_dated(selection):
            self._profile.require("date", self._sheet)

    def _engine(self, *, dated: bool = False, own: bool = False) -> InMemory:
        """Return what answers from the rows, with what was asked for before too.

        Raises DataError where some are bad, unless they are to be left out.
        """
        if self._read is None or (dated and not self._dated) or (own and not self._own):
            self._dated, self._own = dated or self._dated, own or self._own
            names = PlaceNames(self._places, as_written=self._settings.as_written)
            rows = read_rows(
                self._sheet, self._profile, self._settings, names.id_of, needs_date=self._dated, own=self._own
            )
            if rows.bad and not self._settings.skip_bad:
                raise bad_rows_error(self._sheet.name, rows, self._settings)
            records = TableRecords(
                rows.good,
                tuple(names.places()),
                self._own_columns(),
                self._renamed(),
                may_be_negative=self._settings.negative,
            )
            names_of = Later(len(rows.bad), lambda: names_of_bad(rows.bad))
            self._read = InMemory(records, names_of, len(rows.skipped)), rows
        return self._read[0]

    def _renamed(self) -> dict[str, str]:
        """Return which of our columns those are that have other names in the table."""
        columns = self._sheet.columns
        return {column_key(columns[place]): column for column, place in self._profile.places.items()}

    def _own_columns(self) -> tuple[str, ...]:
        """Return the names of the columns that are not called as ours are."""
        return tuple(name for name in self._sheet.columns if name and name.casefold() not in COLUMNS)


def _is_by_own(selection: Selection) -> bool:
    """Return whether columns of the data's own may say which signings match."""
    return bool(selection.where or selection.texts)


def _is_dated(selection: Selection) -> bool:
    is_limited = (selection.first_day, selection.last_day) != (None, None)
    return is_limited or any(_may_be_dated(condition.column) for condition in selection.where)


def _may_be_dated(column: str) -> bool:
    """Return whether a column may be that of dates, in Chinese too."""
    if column.isascii():
        return column_key(column) in _DATED
    from mycity_cli.query.called import column_called

    return column_called(column, _DATED) is not None
