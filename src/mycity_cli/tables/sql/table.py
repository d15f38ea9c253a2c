"""A table that is open: its rows as signings, one by one or added up in groups, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, func, literal, or_, select, true
from sqlalchemy.exc import SQLAlchemyError

from mycity_cli.errors import DataError, MycityError
from mycity_cli.figure import Figure
from mycity_cli.messages import say
from mycity_cli.query.names import fold
from mycity_cli.tables.columns import READ, missing_help
from mycity_cli.tables.engines.marks import WITH_POINT
from mycity_cli.tables.engines.raw import RawTable, Rejected, unreadable
from mycity_cli.tables.engines.types import Kind
from mycity_cli.tables.known import PLACES, PlaceNames
from mycity_cli.tables.rows import BARE_HELP, NO_ROW, BadRow, CellError, TableRow
from mycity_cli.tables.settings import Progress, Settings, bad_rows, no_progress
from mycity_cli.tables.sql.cells import Cells
from mycity_cli.tables.sql.day_keys import DayKeys
from mycity_cli.tables.sql.gathering import Gathering, NeedsRowsError, Nothing
from mycity_cli.tables.sql.grouping import Sums, grouped
from mycity_cli.tables.sql.groups import KEYS, WordsError, found_groups, read_group
from mycity_cli.tables.sql.limits import Limits
from mycity_cli.tables.sql.readings import BadRowError, Readings, Row, stated
from mycity_cli.tables.sql.repeats import Repeats
from mycity_cli.tables.sql.row_places import RowPlaces
from mycity_cli.tables.sql.tame import ALL_TAME, Tame
from mycity_cli.tables.total_names import is_total_name
from mycity_cli.tables.yen_signs import YenSigns

_FEW_ROWS, _BLOCK = 50, 5000
"""How many rows are fetched first, where often no more are asked for, and then at a time."""

_FEW = 500
"""How many names there may be of which some are looked for by themselves."""

_CHECKED = ("city", "currency", "amount", "projects", "date")
"""The columns that decide whether a row is bad."""

MARKED = (WITH_POINT, WITH_POINT)
BLANK = ("", WITH_POINT)
"""What is among words where rows have to be read exactly, and where some of them may hold nothing at all."""


G = TypeVar("G", bound=Gathering)


class Table:
    """A table of signings. Nothing is added up while a row is bad, unless bad rows are to be left out.

    `bad` is how many rows were left out so far.
    """

    def __init__(
        self,
        raw: RawTable,
        readings: Readings,
        settings: Settings,
        progress: Progress = no_progress,
        *,
        fits_memory: bool = False,
    ) -> None:
        self._raw = raw
        self._settings = settings
        self.notes = settings.notes
        """Where options are from that were not given on the command line."""
        self._progress = progress
        self._readings = readings
        self._fits_memory = fits_memory
        self._by_text = readings.words_by_text()
        self._tame = Tame.of(raw, self._fetched)
        self._rejected: list[Rejected] = []
        self._dated = False
        self.repeats = Repeats(raw, self._fetched, fits_memory=fits_memory)
        """What stands there twice."""
        self._missing: Counter[str] = Counter()
        self.yen_signs = YenSigns()
        """Amounts in yuan or yen, as they were met when the table was gathered last."""
        self._met: set[str] = set()
        self.bad = 0
        self.rows = 0

    @property
    def name(self) -> str:
        """What errors call the table."""
        return self._raw.name

    @property
    def names(self) -> PlaceNames:
        """The places that were met so far."""
        return self._readings.names

    @property
    def readings(self) -> Readings:
        """What reads the cells."""
        return self._readings

    @property
    def keeps_spellings(self) -> bool:
        """Whether each spelling is a place of its own."""
        return self._settings.as_written

    @property
    def place(self) -> Callable[[str], str]:
        """What returns the id that the typed name of a place means; where spellings are kept apart, what folds it."""
        return fold if self._settings.as_written else self.names.meant

    def written(self, column: str, names: Sequence[str]) -> list[str]:
        """Return how the rows write some names of a column: places in all spellings."""
        if column not in PLACES:
            return list(names)
        return [spelling for name in names for spelling in self.names.spelled(name)]

    @property
    def columns(self) -> Sequence[str]:
        """The columns that the table has."""
        return list(self._raw.columns)

    def having(self, columns: Iterable[str]) -> list[str]:
        """Return those of some columns that the table has."""
        return [column for column in columns if column in self._raw.columns]

    def require(self, column: str) -> None:
        """Raise DataError where the table lacks a column that a question needs."""
        if column not in self._raw.columns:
            message = say("has no column '{column}'", column=column)
            raise DataError(message, where=self.name, help=missing_help(column, ()))

    @property
    def is_dated(self) -> bool:
        """Whether the days of the rows are read."""
        return self._dated

    @property
    def missing(self) -> Counter[str]:
        """The amounts that stated nothing in words when the table was gathered last, and in how many rows."""
        return self._missing

    def meet(self, *columns: str) -> None:
        """Take note of all places that columns name: how a place is spelled there says how it is called."""
        for column in self.having(columns):
            if column not in self._met:
                for (text,) in self._grouped(select(self._raw.text(self._raw.rows, column)).distinct()):
                    self._readings.place(text, column)
                self._met.add(column)

    # --- groups --------------------------------------------------------------------------------------------------

    def gather(
        self,
        keys: Iterable[str],
        make: Callable[[], G],
        *,
        first: bool = False,
        limits: Sequence[Figure] = (),
        projects: bool = True,
        cities: Container[str] | None = None,
        dated: bool = False,
        days: DayKeys | None = None,
        ends: tuple[str, ...] = (),
    ) -> G:
        """Return what `make` makes, with every group of rows that share these columns added to it.

        `limits` asks for groups whose amounts all pass each of these limits, or none does, `first` for the first row of
        each, `projects` for the numbers of projects. Of rows in other cities than `cities` no group may be added; each
        city that there is is then looked for in it. `dated` says that days are asked for: from then on they must be
        such; `days` by what they are told apart. `ends` asks for the first and the last text of columns. Raises
        DataError where rows are bad.
        """
        wanted = [*KEYS, *(key for key in keys if key not in KEYS)]
        days = days if "date" in self._raw.columns else None
        self._dated = self._dated or dated or days is not None or "date" in ends
        if self._dated:
            wanted.append("date_text")
        asked = Sums(first=first, projects=projects, limits=self._limits(limits), ends=ends)
        only = None if cities is None else self._only(cities)
        while True:
            gathered = make()
            words, bad = self._gather_quickly(wanted, gathered, asked, only, days)
            if not words:
                break
            self._by_text |= words - {MARKED, BLANK}
            if MARKED in words and self._raw.exactly is not None:
                self._raw = self._raw.exactly()
            elif BLANK in words and self._raw.solid is not None:
                self._raw = self._raw.solid()
        self._rejected = self._raw.rejected()
        self.bad = bad + len({(each.file, each.line) for each in self._rejected if each.message})
        if self.bad and self._fits_memory:
            raise NeedsRowsError  # there each is told with what it has in common with others
        if self.bad and not self._settings.skip_bad:
            raise self._problems()
        self.repeats.require_none()
        return gathered

    def _gather_quickly(
        self, keys: Sequence[str], into: Gathering, asked: Sums, only: Collection[str] | None, days: DayKeys | None
    ) -> tuple[set[tuple[str, str]], int]:
        """Gather once; where that finds rows that must be read exactly to be told, the words are MARKED."""
        is_quick = self._raw.exactly is not None
        try:
            with self._progress(f"reading {self.name}"):
                words, bad = self._gather_once(keys, into, asked, only, days)
        except DataError:
            if is_quick:
                return {MARKED}, 0
            raise
        return (words | {MARKED} if bad and is_quick else words), bad

    def _gather_once(
        self, keys: Sequence[str], into: Gathering, asked: Sums, only: Collection[str] | None, days: DayKeys | None
    ) -> tuple[set[tuple[str, str]], int]:
        checked = _CHECKED if self._dated else [column for column in _CHECKED if column != "date"]
        of_columns = partial(
            self._cells, numbered=asked.first, placed=asked.first, only={*keys, *checked, *asked.ends}, days=days
        )
        cells = of_columns()
        read = of_columns(tame=ALL_TAME) if cells.engine.groups_plain_apart and not cells.scaled else None
        self._missing.clear()
        self.yen_signs = YenSigns()
        query, answer = grouped(cells, keys, asked, only, read)
        words: set[tuple[str, str]] = set()
        bad = rows = 0
        decimals: set[int] = set()
        is_quick = self._raw.exactly is not None
        for found in found_groups(self._grouped(query), answer, cells.fixed, cells.engine):
            rows += found.rows
            if is_total_name(found.city or ""):
                raise NeedsRowsError
            text = found.cells["amount_text"]
            if isinstance(text, str) and not text.isspace() and text and text.strip() in self._readings.missing:
                self._missing[text.strip()] += found.rows
            decimals.add(found.cells["places"] if found.cells["stated"] and found.rows else 0)
            if is_quick and WITH_POINT in (found.cells["amount_text"], found.cells["projects_text"]):
                words.add(MARKED)
                continue
            try:
                group = read_group(found, self._readings, scaled=cells.scaled)
            except WordsError as error:
                words |= error.words
                continue
            if group is None:
                bad += found.rows
                if self._raw.solid is not None and stated(found.city) is None:
                    words.add(BLANK)
            elif not words:
                written = (found.cells[each] or "" for each in ("before", "after", "amount_text"))
                self.yen_signs.add(group.signing.amount, "".join(written), found.cells["currency"], found.rows)
                into.add(group)
        self.rows = rows - bad if only is None else self._tame.rows
        if self._readings.is_text and 3 in decimals and not decimals - {0, 3} and self._settings.decimal is None:
            raise NeedsRowsError  # 823.171 may be read in two ways: only all cells together say in which
        return words, bad

    def _only(self, cities: Container[str]) -> list[str] | None:
        """Return the spellings of some cities where none of the rows in others can be bad; else, or for many, None."""
        if not {"amount", "projects", "date"}.intersection(self._raw.columns) <= self._tame.columns:
            return None
        currencies = self._distinct("currency")
        if currencies is None or any(self._readings.shape("", "", each) is None for each in currencies):
            return None
        there = self._distinct("city")
        if there is None or any(stated(each) is None for each in there):
            return None
        if any(is_total_name(each or "") for each in there):
            raise NeedsRowsError
        return [each for each in there if each is not None and self._readings.place(each) in cities]

    def _distinct(self, column: str) -> list[str | None] | None:
        """Return the texts in a column, where there are few."""
        if column not in self._raw.columns or column in self._tame.same:
            return [self._tame.same.get(column)]
        query = select(self._raw.text(self._raw.rows, column)).distinct().limit(_FEW + 1)
        found = [text for (text,) in self._grouped(query)]
        return found if len(found) <= _FEW else None

    def within(self, limits: Sequence[Figure], sections: Collection[int]) -> Callable[[Any], ColumnElement[bool]]:
        """Return the condition that a row is in one of the sections that limits make, or of none that is known."""
        known = self._limits(limits)
        if known is None:
            return lambda _: true()
        return lambda cells: or_(cells.number.is_(None), known.within(cells.number, sections))

    def _limits(self, limits: Sequence[Figure]) -> Limits | None:
        type_ = self._raw.types["amount"]
        is_number = type_.kind in (Kind.INTEGER, Kind.DECIMAL)
        return (
            Limits(limits, places=type_.places if is_number else 0, digits=38 if is_number else 18) if limits else None
        )

    def check(self) -> None:
        """Read every row, and count those that are `bad`. Raises DataError where the table cannot be read."""
        self._settings = self._settings._replace(skip_bad=True)
        self.gather((), Nothing)

    # --- rows ----------------------------------------------------------------------------------------------------

    def signings(self, *conditions: Callable[[Any], ColumnElement[bool]]) -> Iterator[TableRow]:
        """Yield the signings of the rows that fulfil conditions, in order; bad rows are passed over."""
        for row in self._told(conditions):
            try:
                yield self._readings.row(row, dated=self._dated)
            except BadRowError:
                continue

    def _told(self, conditions: Sequence[Callable[[Any], ColumnElement[bool]]]) -> Iterator[Row]:
        """Yield rows in order. Numbers stand for ids, so they are asked for from the first row on that has no id."""
        known = 0
        if self._raw.placed is not None and "id" in self._raw.columns:
            for row in self._rows(conditions, placed=True):
                if stated(row.id) is None:
                    break
                known += 1
                yield row
            else:
                return
        yield from islice(self._rows(conditions), known, None)

    def _rows(
        self, conditions: Iterable[Callable[[Any], ColumnElement[bool]]], *, placed: bool = False
    ) -> Iterator[Row]:
        cells = self._cells(numbered=True, placed=placed).rows
        file = cells.c.file if self._raw.has_files else literal(None)
        number = literal(0) if placed else cells.c.row
        query = select(number, file, *(cells.c[column] for column in READ))
        query = query.where(*(condition(cells.c) for condition in conditions))
        if self._raw.is_unordered:
            query = query.order_by(cells.c.row)
        yield from map(Row._make, self._fetched(query))

    def _cells(
        self,
        *,
        numbered: bool,
        placed: bool = False,
        only: Container[str] = READ,
        days: DayKeys | None = None,
        tame: Tame | None = None,
    ) -> Cells:
        raw = self._raw if self._raw.narrowed is None else self._raw.narrowed(only)
        return Cells(raw, tame or self._tame, self._by_text, numbered=numbered, placed=placed, only=only, days=days)

    def _grouped(self, query: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query that makes them of all rows of the table."""
        return self._fetched(query, streamed=self._raw.engine.streams_groups)

    def _fetched(self, query: Select[*tuple[Any, ...]], *, streamed: bool = True) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query, as they come if `streamed`. Raises DataError where the table cannot be read."""
        try:
            with self._raw.connection.execution_options(stream_results=streamed).execute(query) as result:
                size = _FEW_ROWS
                while block := result.fetchmany(size):
                    yield from block
                    size = _BLOCK
        except SQLAlchemyError as error:
            raise unreadable(error, self.name) from error

    # --- bad rows ------------------------------------------------------------------------------------------------

    def bad_rows(self) -> Iterator[BadRow]:
        """Yield the rows that were bad when the table was gathered last: first those that are no rows at all."""
        rejected = self._rejected
        for each in rejected:
            if each.message:
                yield BadRow(each.file, None, each.line, [CellError(each.message, "", "no-row", help=NO_ROW)])
        places = RowPlaces(self._raw, rejected, self._starts() if self._raw.has_files else {})
        for row in self._rows([]):
            try:
                self._readings.row(row, dated=self._dated)
            except BadRowError as error:
                yield BadRow(*places.of(row.number, row.file), None, error.problems)

    def _problems(self) -> DataError:
        """Return the error for bad rows, with as many of them as are to be told."""
        shown = list(islice(self.bad_rows(), min(self.bad, self._settings.max_errors)))
        if not self.rows and all(each.help == BARE_HELP for row in shown for each in row.problems):
            return DataError(say("the amounts are numbers without a currency"), where=self.name, help=BARE_HELP)
        problems: list[MycityError] = [problem for row in shown for problem in row.errors()]
        problems.append(bad_rows(self.bad, self.rows + self.bad, shown=len(shown), name=self.name))
        return DataError(say("has bad rows"), where=self.name, problems=problems, most=len(problems))

    def _starts(self) -> dict[str, int]:
        """Return how many rows of the whole table are before those of each file."""
        rows = self._raw.numbered if self._raw.every is None else self._raw.every
        query = select(rows.c.file, func.min(rows.c.row)).group_by(rows.c.file)
        return {file: first - 1 for file, first in self._fetched(query)}
