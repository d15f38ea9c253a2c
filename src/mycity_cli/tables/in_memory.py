"""Answers from the rows of a table that are held in memory: those that a dataset of the same signings gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mycity_cli.errors import UsageError
from mycity_cli.model import Place
from mycity_cli.query import Group, Measure, Selection
from mycity_cli.query.data import Records
from mycity_cli.query.engine import Conferences, Deals, InMemory, Places, Sources, Totals
from mycity_cli.query.summed import Asked, Summed
from mycity_cli.tables.known import PlaceNames
from mycity_cli.tables.profile import Profile, profile_of
from mycity_cli.tables.reading_rows import read_rows
from mycity_cli.tables.records import TableRecords
from mycity_cli.tables.rows import TableRows
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Sheet
from mycity_cli.tables.telling import bad_rows_error, left_out

_IN_TIME = (Group.YEAR, Group.QUARTER, Group.MONTH)


class TableInMemory:
    """Answers from a sheet. Its rows are read at the first question, and their dates at the first that needs them."""

    adds_at_once = False

    def __init__(self, sheet: Sheet, settings: Settings, places: Iterable[Place] = ()) -> None:
        self._sheet = sheet
        self._settings = settings
        self._places = tuple(places)
        self._profile: Profile = profile_of(sheet, settings)
        self._read: tuple[InMemory, TableRows] | None = None
        self._dated = False

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
        return (*self._sheet.notes, *self._profile.notes, *rows.notes, *left_out(len(rows.bad)))

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match."""
        return self._engine(dated=True).deals(selection)

    def totals(self, selection: Selection, by: Group | None, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them."""
        dated = by in _IN_TIME or _is_dated(selection)
        return self._engine(dated=dated).totals(selection, by, measure, alone=alone)

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""
        return self._engine(dated=True).conferences(selection)

    def places(self) -> Places:
        """Return all places that the rows name."""
        return self._engine().places()

    def sources(self) -> Sources:
        """Return all sources that the rows cite."""
        return self._engine().sources()

    def summed(self, asked: Sequence[Asked], *, as_written: bool = False) -> Sequence[Summed | UsageError]:
        """Return what each of several measures comes to, or what is wrong with the filters of one."""
        dated = any(_is_dated(each.selection) for each in asked)
        return self._engine(dated=dated).summed(asked, as_written=as_written)

    def currencies(self) -> frozenset[str]:
        """Return the currencies of all amounts."""
        return self._engine().currencies()

    def _rows(self, *, dated: bool) -> tuple[PlaceNames, TableRows]:
        names = PlaceNames(self._places, as_written=self._settings.as_written)
        return names, read_rows(self._sheet, self._profile, self._settings, names.id_of, needs_date=dated, own=False)

    def _engine(self, *, dated: bool = False) -> InMemory:
        """Return what answers from the rows. Raises DataError where some are bad, unless they are to be left out."""
        if self._read is None or (dated and not self._dated):
            names, rows = self._rows(dated=dated)
            if rows.bad and not self._settings.skip_bad:
                raise bad_rows_error(self._sheet.name, rows, self._settings)
            records = TableRecords(rows.good, tuple(names.places()), self._sheet.columns)
            self._read, self._dated = (InMemory(records), rows), dated
        return self._read[0]


def _is_dated(selection: Selection) -> bool:
    return (selection.first_day, selection.last_day) != (None, None)
