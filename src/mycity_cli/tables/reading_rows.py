"""What the rows of a table say, by what was found out of its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat, zip_longest
from types import MappingProxyType
from typing import Any, cast

from mycity_cli.errors import DataError, MycityError, UsageError
from mycity_cli.figure import Figure
from mycity_cli.messages import say
from mycity_cli.tables.bad_cells import PLACES, row_problems
from mycity_cli.tables.cell_readers import AmountReader, Read
from mycity_cli.tables.items import filled_items, items_of
from mycity_cli.tables.missing import missing_note
from mycity_cli.tables.profile import Profile
from mycity_cli.tables.repeats import find_repeats, row_ids
from mycity_cli.tables.row_columns import RowColumns, as_written
from mycity_cli.tables.rows import (
    BARE_HELP,
    NO_OBJECT,
    NO_ROW,
    BadRow,
    CellError,
    Citation,
    SkippedRow,
    TableRow,
    TableRows,
)
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Line, Origin, Sheet
from mycity_cli.tables.total_names import TotalsView, is_number
from mycity_cli.tables.total_rows import TotalRows, find_totals
from mycity_cli.tables.wholes import absent_note, part_cycles
from mycity_cli.tables.yen_signs import YenSigns

_SAID = (
    "id", "city", "kind", "promoter", "conference", "date", "partner", "projects", "amount", "source", "at", "part_of",
    "fields", "note",
)  # fmt: skip
"""The columns that rows are put together from."""

_WITH_SPACE = ("at", "fields", "note")
"""Those of which white space is a part."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


def read_rows(
    sheet: Sheet,
    profile: Profile,
    settings: Settings,
    place: Callable[[str, str], str] = as_written,
    *,
    needs_date: bool = True,
    own: bool = False,
) -> TableRows:
    """Return what the rows of a table say; the notes of its sheet and its profile are not told again.

    `place` returns the id of the place with a name, and may raise MycityError. Without `needs_date` no day is read.
    `own` asks for the cells of all columns whose names are not ours. Raises DataError where the table leaves in doubt
    how a column is read, and UsageError where --amount-unit belongs to no cell.
    """
    problems = [error for column, error in profile.problems.items() if column != "date" or needs_date]
    if needs_date and "date" in profile.unread:
        profile.require("date", sheet)
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise DataError(say("cannot be read"), where=sheet.name, problems=problems)
    return _Rows(sheet, profile, settings, needs_date=needs_date).read(place, own=own)


class _Rows:
    """The rows of a table, put together from its columns."""

    def __init__(self, sheet: Sheet, profile: Profile, settings: Settings, *, needs_date: bool) -> None:
        self._sheet, self._profile, self._settings, self._needs_date = sheet, profile, settings, needs_date
        self._columns = RowColumns(sheet, profile, settings)

    def read(self, place: Callable[[str, str], str], *, own: bool) -> TableRows:
        """Return what the rows say."""
        columns = self._columns
        amounts, reader = columns.amounts()
        totals = self._totals(amounts)
        ids = columns.named("id") or [None] * len(columns.lines)
        named = row_ids(columns.lines, ids)
        repeats = find_repeats(columns.lines, ids, totals.skipped)
        skipped = {**totals.skipped, **repeats.skipped}
        parts = columns.named("part_of")
        cycles = part_cycles(named, parts, {*skipped, *repeats.bad}) if parts else {}
        said = self._said(amounts, place, skipped)
        shared = {**cycles, **repeats.bad}
        if shared or skipped or not _are_sound(said):
            good, bad = self._rows(_in_rows(said), named, skipped, shared, own=own)
        else:
            good, bad = self._sound_rows(said, named, own=own), []
        self._require_units(amounts, reader, skipped)
        bad += self._no_rows()
        bad.sort(key=lambda row: row.row is not None)  # those that are no rows at all come first
        absent = absent_note(named, parts, skipped) if parts else []
        told = (*self._missing_notes(skipped), *_yen_notes(amounts, columns.named("currency"), skipped))
        notes = (*totals.notes, *repeats.notes, *absent, *told)
        return TableRows(tuple(good), tuple(bad), tuple(skipped[at] for at in sorted(skipped)), notes)

    def _said(
        self, amounts: Sequence[Read], place: Callable[[str, str], str], skipped: Collection[int]
    ) -> dict[str, Sequence[Any] | None]:
        """Return what the rows say by the columns of `_SAID`: texts, and what cells are read as or have wrong.

        It is None for a column that says nothing in any row.
        """
        columns = self._columns
        dates = columns.dates() if self._needs_date else repeat(None)
        read: dict[str, Any] = {"date": dates, "projects": columns.projects(), "amount": amounts}
        read |= {column: columns.place_ids(column, place, skipped) for column in PLACES}
        read |= {column: columns.raw(column) for column in _WITH_SPACE}
        said = ((column, read.get(column) or columns.column(column)) for column in _SAID)
        return {column: None if isinstance(cells, repeat) else cells for column, cells in said}

    def _sound_rows(self, said: Mapping[str, Sequence[Any] | None], ids: Sequence[str], *, own: bool) -> list[TableRow]:
        """Return the rows where nothing is wrong with any: each is made of its columns at once."""
        lines = self._columns.lines
        cells: dict[str, Iterable[Any]] = {
            **{column: repeat(None) if each is None else each for column, each in said.items()}
        }
        nothing: Iterable[Any] = repeat(())
        cells |= {
            "cited": nothing if said["source"] is said["at"] is None else map(_cited, cells["source"], cells["at"]),
            "fields": nothing if said["fields"] is None else map(filled_items, cells["fields"]),
            "own": self._columns.own() if own else repeat(_NOTHING),
            "number": [line.number for line in lines],
            "file": [line.file for line in lines],
            "id": ids,
        }
        return list(map(TableRow._make, zip(*(cells[field] for field in TableRow._fields), strict=False)))

    def _rows(
        self,
        said: Iterator[tuple[Any, ...]],
        ids: Sequence[str],
        skipped: Container[int],
        shared: Mapping[int, CellError],
        *,
        own: bool,
    ) -> tuple[list[TableRow], list[BadRow]]:
        """Return the good and the bad rows, without those that are left out; `shared` are bad beside others."""
        good: list[TableRow] = []
        bad: list[BadRow] = []
        owned = self._columns.own() if own else repeat(_NOTHING)
        for at, (line, cells, mine) in enumerate(zip(self._columns.lines, said, owned, strict=False)):
            if at in skipped:
                continue
            _, city, kind, promoter, conference, day, partner, count, money, source, place, part, fields, note = cells
            sources = _cited(source, place)
            if at in shared or type(city) is not str or _is_wrong(day, count, money, sources, promoter, partner):
                said_so = {**dict(zip(_SAID, cells, strict=True)), "at": sources}
                bad.append(BadRow(self._file(line), line.number, line.line, row_problems(said_so, shared.get(at))))
                continue
            stated: tuple[Any, ...] = (city, kind, promoter, conference, day, partner, count, money, sources, part)
            good.append(TableRow(ids[at], *(*stated, filled_items(fields), note, mine, line.number, line.file)))
        return good, bad

    def _file(self, line: Line) -> str:
        return line.file or self._sheet.name

    def _no_rows(self) -> list[BadRow]:
        help = NO_OBJECT if self._sheet.origin is Origin.JSON else NO_ROW
        return [
            BadRow(self._file(line), None, line.line, [CellError(line.problem, "", "no-row", help=help)])
            for line in self._sheet.lines
            if line.problem
        ]

    # --- what is told -----------------------------------------------------------------------------------------------

    def _totals(self, amounts: Sequence[Read]) -> TotalRows:
        if self._settings.keep_totals:
            return TotalRows({}, ())
        columns, places = self._columns, self._profile.places
        city = self._profile.require("city", self._sheet)
        stated = {
            city,
            self._profile.unit_column,
            *(places.get(column) for column in ("amount", "projects", "currency")),
        }
        own = [place for place in range(len(self._sheet.columns)) if place not in stated]
        always = {places.get("id"), places.get("date")}
        parts = columns.named("part_of")

        return find_totals(
            TotalsView(
                numbers=[line.number for line in columns.lines],
                width=len(self._sheet.columns),
                texts=columns.unfilled,
                city=city,
                id=places.get("id"),
                amounts=amounts,
                has_own=lambda at: any(
                    (text := columns.texts(place)[at]) is not None and (place in always or not is_number(text))
                    for place in own
                ),
                is_part=lambda at: parts is not None and parts[at] is not None,
                is_filled=city in self._profile.filled,
                counts=columns.projects,
                may_be_negative=self._settings.negative,
            )
        )

    def _require_units(
        self, amounts: Sequence[Read], reader: AmountReader | None, skipped: Mapping[int, SkippedRow]
    ) -> None:
        """Raise an error where no amount has a unit although one needs it, or where --amount-unit belongs to none."""
        said = [amount for at, amount in enumerate(amounts) if at not in skipped and amount is not None]
        if said and all(isinstance(amount, MycityError) and amount.help == BARE_HELP for amount in said):
            raise DataError(say("the amounts are numbers without a currency"), where=self._sheet.name, help=BARE_HELP)
        unit = self._settings.unit
        if (
            unit is None
            or self._settings.is_unit_default
            or reader is None
            or reader.is_unit_used
            or not any(isinstance(each, Figure) for each in said)
        ):
            return
        name = self._sheet.columns[self._profile.places["amount"]]
        raise UsageError(
            say("'{unit}' touches no cell: every amount of '{name}' names its own unit", unit=unit.text, name=name),
            where="--amount-unit",
            help=say("leave the option out"),
        )

    def _missing_notes(self, skipped: Mapping[int, SkippedRow]) -> list[str]:
        """Return the notes that count the cells which state nothing in words."""
        notes = []
        for column in ("amount", "projects", *(["date"] if self._needs_date else [])):
            place = self._profile.places.get(column)
            if place is None:
                continue
            cells = self._columns.cells(place)
            words = {
                cell
                for cell in set(cells)
                if isinstance(cell, str) and cell in self._columns.missing and not cell.isspace()
            }
            words.discard("")
            if words:
                counted = Counter(
                    cast("str", cell).strip() for at, cell in enumerate(cells) if cell in words and at not in skipped
                )
                notes += missing_note(self._sheet.columns[place], counted)
        return notes


def _yen_notes(amounts: Sequence[Read], currencies: Sequence[str | None] | None, skipped: Container[int]) -> list[str]:
    """Return the note on amounts whose sign is that of yuan and of yen, where the table holds both."""
    if "JPY" not in {each.unit for each in amounts if isinstance(each, Figure)}:
        return []
    signs = YenSigns()
    for at, (amount, currency) in enumerate(zip(amounts, currencies or repeat(None), strict=False)):
        if at not in skipped and isinstance(amount, Figure):
            signs.add(amount, amount.text, currency)
    return signs.notes


def _is_wrong(*said: object) -> bool:
    """Return whether something that a row says is an error."""
    for each in said:  # noqa: SIM110  # a generator for each of a million rows takes twice the time
        if isinstance(each, MycityError):
            return True
    return False


def _in_rows(said: Mapping[str, Sequence[Any] | None]) -> Iterator[tuple[Any, ...]]:
    """Yield what each row says, in the order of `_SAID`."""
    return zip(*(repeat(None) if cells is None else cells for cells in said.values()), strict=False)


def _are_sound(said: Mapping[str, Sequence[Any] | None]) -> bool:
    """Return whether nothing is wrong with any cell, and each row has a city."""
    cities = said["city"]
    if cities is None or {*map(type, cities)} - {str} or said["at"] is not None:
        return False
    read = (said[column] for column in ("date", "projects", "amount", "promoter", "partner"))
    return not any(issubclass(kind, MycityError) for cells in read for kind in {*map(type, cells or ())})


@lru_cache(maxsize=10_000)  # many rows cite few sources
def _cited(source: str | None, at: str | None) -> tuple[Citation, ...] | CellError:
    """Return the citations of a row, or what is wrong with the places in its sources."""
    if source is None and at is None:
        return ()
    cited, places = filled_items(source), items_of(at or "")
    if places and len(places) != len(cited):
        message = say("has {number} items for {cited} in source", number=len(places), cited=len(cited))
        return CellError(message, "at", "wrong-items", help=say("separate both by ';'"))
    return tuple((id, place or None) for id, place in zip_longest(cited, places, fillvalue=""))
