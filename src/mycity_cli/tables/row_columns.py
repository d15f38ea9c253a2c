"""The columns of a table as its rows need them: cells as texts, and what those of figures, days and places say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import repeat

from mycity_cli.errors import MycityError, PeriodError
from mycity_cli.period import Period
from mycity_cli.tables.cell_readers import AmountReader, Kept, ProjectsReader, Read
from mycity_cli.tables.days import read_day
from mycity_cli.tables.missing import Missing
from mycity_cli.tables.numbers import plain_number
from mycity_cli.tables.profile import Profile
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Cell, Sheet
from mycity_cli.tables.total_names import names_total


def as_written(name: str, column: str = "") -> str:  # a name means the same in any column
    """Return a name as it is."""
    return name


def text_of(cell: Cell) -> str | None:
    """Return a cell as text without white space around it, None where nothing is left."""
    if isinstance(cell, str):
        return cell.strip() or None
    if cell is None:
        return None
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else plain_number(cell)


class RowColumns:
    """The columns of a table, each read at most once; `lines` are its rows, `missing` are the words for nothing."""

    def __init__(self, sheet: Sheet, profile: Profile, settings: Settings) -> None:
        self._sheet, self._profile, self._settings = sheet, profile, settings
        self.lines = sheet.rows
        self.missing = Missing(settings.missing)
        self._cells: dict[int, Sequence[Cell]] = {}
        self._texts: dict[int, list[str | None]] = {}
        self._unfilled: dict[int, list[str | None]] = {}

    def cells(self, place: int) -> Sequence[Cell]:
        """Return the cells of a column, those above for empty ones where it is to be filled down."""
        if place not in self._cells:
            found = self._sheet.cells[place]
            self._cells[place] = _filled(found) if place in self._profile.filled else found
        return self._cells[place]

    def texts(self, place: int) -> list[str | None]:
        """Return the cells of a column as texts."""
        if place not in self._texts:
            self._texts[place] = _texts(self.cells(place))
        return self._texts[place]

    def unfilled(self, place: int) -> list[str | None]:
        """Return the cells of a column as texts, as they stand there."""
        if place not in self._profile.filled:
            return self.texts(place)
        if place not in self._unfilled:
            self._unfilled[place] = _texts(self._sheet.cells[place])
        return self._unfilled[place]

    def named(self, column: str) -> list[str | None] | None:
        """Return the texts of one of our columns, None where the table does not have it."""
        place = self._profile.places.get(column)
        return None if place is None else self.texts(place)

    def column(self, column: str) -> Sequence[str | None] | repeat[None]:
        """Return the texts of one of our columns, nothing for each row where the table does not have it."""
        return self.named(column) or repeat(None)

    def raw(self, column: str) -> Sequence[str | None] | repeat[None]:
        """Return the texts of one of our columns with the white space that belongs to them."""
        place = self._profile.places.get(column)
        if place is None:
            return repeat(None)
        return [cell or None if type(cell) is str else text_of(cell) for cell in self.cells(place)]

    def amounts(self) -> tuple[list[Read], AmountReader | None]:
        """Return what the amount of each row says, and what read them."""
        place = self._profile.places.get("amount")
        if place is None:
            return [None] * len(self.lines), None
        reader = AmountReader(self._profile, self._settings, self.missing, self._sheet)
        kept = Kept(reader.read)
        currencies = self.named("currency")
        units = None if self._profile.unit_column is None else self.texts(self._profile.unit_column)
        beside = zip(currencies or repeat(None), units or repeat(None), strict=False)
        return kept.rows(self.cells(place), beside, reader.whole), reader

    def projects(self) -> list[Read]:
        """Return what the number of projects of each row says."""
        place = self._profile.places.get("projects")
        if place is None:
            return [None] * len(self.lines)
        reader = ProjectsReader(self._profile.styles["projects"], self.missing, self._sheet.origin)
        return Kept(reader.read).column(self.cells(place))

    def dates(self) -> list[Period | MycityError | None]:
        """Return what the date of each row says."""
        place = self._profile.places.get("date")
        if place is None:
            return [None] * len(self.lines)
        order, origin = self._profile.days.order, self._sheet.origin
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

    def place_ids(
        self, column: str, place: Callable[[str, str], str], skipped: Collection[int] = ()
    ) -> Sequence[str | MycityError | None] | repeat[None]:
        """Return the ids of the places that a column names, as `place` returns them, or what it raises.

        What the `skipped` rows have there, such as the word `Total`, is no place.
        """
        texts = self.named(column)
        if texts is None:
            return repeat(None)
        if place is as_written:
            return texts
        known: dict[str | None, str | MycityError | None] = {None: None}
        named = texts if not skipped else (text for at, text in enumerate(texts) if at not in skipped)
        for text in dict.fromkeys(named):
            if text is not None:
                try:
                    known[text] = place(text, column)
                except MycityError as error:
                    known[text] = error.with_traceback(None)
        return [known.get(text) for text in texts]

    def own(self) -> Iterator[Mapping[str, str]]:
        """Yield the cells of the columns that do not have our names, for each row."""
        ours = {place: column for column, place in self._profile.places.items()}
        columns = [
            (name, self.texts(place))
            for place, name in enumerate(self._sheet.columns)
            if name and ours.get(place) != name.casefold()
        ]
        names = [name for name, _ in columns]
        rows = zip(*(texts for _, texts in columns), strict=True) if columns else repeat((), len(self.lines))
        for cells in rows:
            yield {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}


def _texts(cells: Sequence[Cell]) -> list[str | None]:
    return [(cell.strip() or None) if type(cell) is str else text_of(cell) for cell in cells]


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    """Return cells with those above for empty ones; below the name of a total nothing stands that could fill them."""
    found: list[Cell] = []
    above: Cell = None
    for cell in cells:
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            found.append(above)
            continue
        found.append(cell)
        above = None if isinstance(cell, str) and names_total(cell, above) else cell
    return found
