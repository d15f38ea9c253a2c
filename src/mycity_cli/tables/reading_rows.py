"""What the rows of a table say, by what was found out of its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import repeat, zip_longest
from types import MappingProxyType
from typing import cast

from mycity_cli.errors import DataError, Excerpt, FigureError, MycityError, PeriodError, UsageError
from mycity_cli.figure import Figure
from mycity_cli.model import Cited
from mycity_cli.period import Period
from mycity_cli.tables.cell_readers import AmountReader, Kept, ProjectsReader, Read
from mycity_cli.tables.days import read_day
from mycity_cli.tables.items import items_of
from mycity_cli.tables.missing import Missing, missing_note
from mycity_cli.tables.numbers import plain_number
from mycity_cli.tables.profile import Profile
from mycity_cli.tables.repeats import Repeats, find_repeats
from mycity_cli.tables.rows import (
    BARE_HELP,
    NO_OBJECT,
    NO_ROW,
    BadRow,
    CellError,
    SkippedRow,
    TableRow,
    TableRows,
    citation,
)
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Cell, Origin, Sheet
from mycity_cli.tables.total_rows import Totals, TotalsView, find_totals

_PLACES = ("city", "promoter", "partner")
_NOTHING: Mapping[str, str] = MappingProxyType({})


def as_written(name: str) -> str:
    """Return a name as it is."""
    return name


def read_rows(
    sheet: Sheet,
    profile: Profile,
    settings: Settings,
    place: Callable[[str], str] = as_written,
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
        raise DataError("cannot be read", where=sheet.name, problems=problems)
    return _Rows(sheet, profile, settings, needs_date=needs_date).read(place, own=own)


def text_of(cell: Cell) -> str | None:
    """Return a cell as text without white space around it, None where nothing is left."""
    if isinstance(cell, str):
        return cell.strip() or None
    if cell is None:
        return None
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else plain_number(cell)


class _Rows:
    """The rows of a table, read column by column."""

    def __init__(self, sheet: Sheet, profile: Profile, settings: Settings, *, needs_date: bool) -> None:
        self.sheet, self.profile, self.settings, self.needs_date = sheet, profile, settings, needs_date
        self.lines = [line for line in sheet.lines if not line.problem]
        self.missing = Missing(settings.missing)
        self._cells: dict[int, list[Cell]] = {}
        self._texts: dict[int, list[str | None]] = {}

    def read(self, place: Callable[[str], str], *, own: bool) -> TableRows:
        """Return what the rows say."""
        amounts, reader = self._amounts()
        totals = self._totals(amounts)
        ids = self._named("id")
        repeats = find_repeats(self.lines, ids or [None] * len(self.lines), totals.skipped)
        skipped = {**totals.skipped, **repeats.skipped}
        good, bad = self._rows(amounts, place, own=own, skipped=skipped, repeats=repeats)
        self._require_units(amounts, reader, skipped)
        bad += self._no_rows()
        bad.sort(key=lambda row: (row.row is not None, row.row or row.line or 0))
        notes = (*totals.notes, *repeats.notes, *self._missing_notes(amounts, skipped))
        return TableRows(tuple(good), tuple(bad), tuple(skipped[at] for at in sorted(skipped)), notes)

    # --- columns ----------------------------------------------------------------------------------------------------

    def cells(self, place: int) -> list[Cell]:
        """Return the cells of a column, those above for empty ones where it is to be filled down."""
        if place not in self._cells:
            found = [line.cells[place] for line in self.lines]
            self._cells[place] = _filled(found) if place in self.profile.filled else found
        return self._cells[place]

    def texts(self, place: int) -> list[str | None]:
        """Return the cells of a column as texts."""
        if place not in self._texts:
            self._texts[place] = _texts(self.cells(place))
        return self._texts[place]

    def _named(self, column: str) -> list[str | None] | None:
        place = self.profile.places.get(column)
        return None if place is None else self.texts(place)

    def _column(self, column: str) -> Sequence[str | None] | repeat[None]:
        return self._named(column) or repeat(None)

    def _raw(self, column: str) -> Sequence[str | None] | repeat[None]:
        """Return the texts of a column with the white space that belongs to them."""
        place = self.profile.places.get(column)
        if place is None:
            return repeat(None)
        return [cell or None if type(cell) is str else text_of(cell) for cell in self.cells(place)]

    def _amounts(self) -> tuple[list[Read], AmountReader | None]:
        """Return what the amount of each row says, and what read them."""
        place = self.profile.places.get("amount")
        if place is None:
            return [None] * len(self.lines), None
        reader = AmountReader(self.profile, self.settings, self.missing, self.sheet)
        kept = Kept(reader.read)
        currencies = self._named("currency")
        units = None if self.profile.unit_column is None else self.texts(self.profile.unit_column)
        if currencies is None and units is None:
            return kept.column(self.cells(place)), reader
        nothing: list[str | None] = [None] * len(self.lines)
        rows = zip(self.cells(place), currencies or nothing, units or nothing, strict=True)
        return [kept.row(*cells) for cells in rows], reader

    def _projects(self) -> list[Read]:
        place = self.profile.places.get("projects")
        if place is None:
            return [None] * len(self.lines)
        reader = ProjectsReader(self.profile.styles["projects"], self.missing, self.sheet.origin)
        return Kept(reader.read).column(self.cells(place))

    def _dates(self) -> list[Period | MycityError | None]:
        place = self.profile.places.get("date")
        if place is None or not self.needs_date:
            return [None] * len(self.lines)
        order, origin = self.profile.days.order, self.sheet.origin
        known: dict[object, Period | MycityError | None] = {}
        found = []
        for cell in self.cells(place):
            key = cell if type(cell) is str else (type(cell), cell)
            if key not in known:
                try:
                    known[key] = None if cell is None or cell in self.missing else read_day(cell, order, origin)
                except PeriodError as error:
                    known[key] = error.with_traceback(None)
            found.append(known[key])
        return found

    def _place_ids(self, column: str, place: Callable[[str], str]) -> Sequence[str | MycityError | None] | repeat[None]:
        texts = self._named(column)
        if texts is None:
            return repeat(None)
        if place is as_written:
            return texts
        known: dict[str | None, str | MycityError | None] = {None: None}
        for text in dict.fromkeys(texts):
            if text is not None:
                try:
                    known[text] = place(text)
                except MycityError as error:
                    known[text] = error.with_traceback(None)
        return [known[text] for text in texts]

    # --- rows -------------------------------------------------------------------------------------------------------

    def _rows(
        self,
        amounts: Sequence[Read],
        place: Callable[[str], str],
        *,
        own: bool,
        skipped: Mapping[int, SkippedRow],
        repeats: Repeats,
    ) -> tuple[list[TableRow], list[BadRow]]:
        """Return the good and the bad rows, without those that are left out."""
        good: list[TableRow] = []
        bad: list[BadRow] = []
        kinds, conferences, parts = map(self._column, ("kind", "conference", "part_of"))
        fields, notes = self._raw("fields"), self._raw("note")
        cities, promoters, partners = (self._place_ids(column, place) for column in _PLACES)
        columns = zip(
            self.lines, self._column("id"), cities, kinds, promoters, conferences, self._dates(), partners,
            self._projects(), amounts, self._column("source"), self._raw("at"), parts, fields, notes,
            self._own() if own else repeat(_NOTHING), strict=False,
        )  # fmt: skip
        numbers = self._numbers()
        for index, row in enumerate(columns):
            if index in skipped:
                continue
            (
                line,
                id,
                city,
                kind,
                promoter,
                conference,
                day,
                partner,
                count,
                money,
                source,
                at,
                part,
                field,
                note,
                mine,
            ) = row
            sources = _cited(source, at)
            if (
                type(city) is not str
                or isinstance(money, MycityError)
                or isinstance(count, MycityError)
                or isinstance(day, MycityError)
                or isinstance(sources, MycityError)
                or isinstance(promoter, MycityError)
                or isinstance(partner, MycityError)
                or index in repeats.bad
            ):
                said = {"date": day, "city": city, "promoter": promoter, "partner": partner, "projects": count}
                errors = _problems({**said, "amount": money, "at": sources}, repeats.bad.get(index))
                bad.append(BadRow(line.file or self.sheet.name, line.number, line.line, errors))
                continue
            good.append(
                TableRow(
                    id or numbers[index], city, kind, promoter, conference, day, partner, count, money,
                    sources, part, _items(field), note, mine, line.number, line.file,
                )
            )  # fmt: skip
        return good, bad

    def _numbers(self) -> list[str]:
        """Return what each row is called that has no id: its number, of several files those of the first go on."""
        numbers = []
        before, last, file = 0, 0, ""
        for line in self.lines:
            if line.file != file:
                before, file = last, line.file
            last = before + line.number
            numbers.append(str(last))
        return numbers

    def _own(self) -> Iterator[Mapping[str, str]]:
        """Yield the cells of the columns that do not have our names, for each row."""
        ours = {place: column for column, place in self.profile.places.items()}
        columns = [
            (name, self.texts(place))
            for place, name in enumerate(self.sheet.columns)
            if name and ours.get(place) != name.casefold()
        ]
        names = [name for name, _ in columns]
        rows = zip(*(texts for _, texts in columns), strict=True) if columns else repeat((), len(self.lines))
        for cells in rows:
            yield {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}

    def _no_rows(self) -> list[BadRow]:
        help = NO_OBJECT if self.sheet.origin is Origin.JSON else NO_ROW
        return [
            BadRow(line.file or self.sheet.name, None, line.line, [CellError(line.problem, "", "no-row", help=help)])
            for line in self.sheet.lines
            if line.problem
        ]

    # --- what is told -----------------------------------------------------------------------------------------------

    def _totals(self, amounts: Sequence[Read]) -> Totals:
        if self.settings.keep_totals:
            return Totals({}, ())
        city = self.profile.places["city"]
        id = self.profile.places.get("id")
        own = [texts for texts in (self._named("id"), self._named("date")) if texts is not None]
        # What other rows say they are part of is a signing, whatever its id is.
        wholes = set(self._named("part_of") or ()) - {None}
        raw: dict[int, list[str | None]] = {}

        def texts(place: int) -> list[str | None]:
            if place == id and wholes:
                return [None if text in wholes else text for text in self.texts(place)]
            if place not in self.profile.filled:
                return self.texts(place)
            if place not in raw:
                raw[place] = _texts([line.cells[place] for line in self.lines])
            return raw[place]

        return find_totals(
            TotalsView(
                numbers=[line.number for line in self.lines],
                width=len(self.sheet.columns),
                texts=texts,
                city=city,
                id=id,
                amounts=amounts,
                has_own=lambda at: any(column[at] is not None for column in own),
                is_filled=city in self.profile.filled,
            )
        )

    def _require_units(
        self, amounts: Sequence[Read], reader: AmountReader | None, skipped: Mapping[int, SkippedRow]
    ) -> None:
        """Raise an error where no amount has a unit although one needs it, or where --amount-unit belongs to none."""
        said = [amount for at, amount in enumerate(amounts) if at not in skipped and amount is not None]
        if said and all(isinstance(amount, MycityError) and amount.help == BARE_HELP for amount in said):
            raise DataError("the amounts are numbers without a currency", where=self.sheet.name, help=BARE_HELP)
        unit = self.settings.unit
        if unit is None or reader is None or reader.is_unit_used or not any(isinstance(each, Figure) for each in said):
            return
        name = self.sheet.columns[self.profile.places["amount"]]
        raise UsageError(
            f"'{unit.text}' touches no cell: every amount of '{name}' names its own unit",
            where="--amount-unit",
            help="leave the option out",
        )

    def _missing_notes(self, amounts: Sequence[Read], skipped: Mapping[int, SkippedRow]) -> list[str]:
        """Return the notes that count the cells which state nothing in words."""
        notes = []
        for column in ("amount", "projects", *(["date"] if self.needs_date else [])):
            place = self.profile.places.get(column)
            if place is None:
                continue
            cells = self.cells(place)
            words = {
                cell for cell in set(cells) if isinstance(cell, str) and cell in self.missing and not cell.isspace()
            }
            words.discard("")
            if words:
                counted = Counter(
                    cast("str", cell).strip() for at, cell in enumerate(cells) if cell in words and at not in skipped
                )
                notes += missing_note(self.sheet.columns[place], counted)
        return notes


def _texts(cells: Sequence[Cell]) -> list[str | None]:
    return [(cell.strip() or None) if type(cell) is str else text_of(cell) for cell in cells]


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    """Return cells with those above for empty ones; the name of a total fills nothing."""
    from mycity_cli.tables.total_rows import is_total_name

    found: list[Cell] = []
    above: Cell = None
    for cell in cells:
        is_empty = cell is None or (isinstance(cell, str) and not cell.strip())
        if not is_empty and not (isinstance(cell, str) and is_total_name(cell)):
            above = cell
        found.append(above if is_empty else cell)
    return found


@cache
def _cited(source: str | None, at: str | None) -> tuple[Cited, ...] | CellError:
    """Return the citations of a row, or what is wrong with the places in its sources."""
    if source is None and at is None:
        return ()
    cited, places = _items(source), items_of(at or "")
    if places and len(places) != len(cited):
        message = f"has {len(places)} items for {len(cited)} in source"
        return CellError(message, "at", "wrong-items", help="separate both by ';'")
    return tuple(citation(id, place or None) for id, place in zip_longest(cited, places, fillvalue=""))


@cache
def _items(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, items_of(text or "")))


# --- bad rows -------------------------------------------------------------------------------------------------------

_NO_CITY = "every row needs one; a merged cell is filled down by --fill city"


def _problems(said: Mapping[str, object], other: CellError | None) -> list[CellError]:
    """Return what is wrong with a row, by what its cells say."""
    problems = [] if other is None else [other]
    for column, value in said.items():
        if isinstance(value, MycityError):
            problems.append(_at(column, value))
        elif column == "city" and value is None:
            problems.append(CellError("is missing", "city", "missing-field", help=_NO_CITY))
    return problems


def _at(column: str, error: MycityError) -> CellError:
    """Return an error of its own for a cell: the one that is remembered serves many rows."""
    match error:
        case CellError():
            code = error.code
        case FigureError():
            code = "unreadable-figure"
        case PeriodError():
            code = "unreadable-period"
        case _:
            code = "unclear-name" if column in _PLACES else "wrong-figure"
    excerpt: Excerpt | None = error.excerpt
    return CellError(error.message, column, code, help=error.help, excerpt=excerpt)
