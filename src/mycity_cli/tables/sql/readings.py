"""What the cells of a table say, by the rules of figures and periods."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import repeat
from typing import Any, Generic, NamedTuple, TypeVar

from mycity_cli.errors import FigureError, MycityError, PeriodError, UsageError, message_of
from mycity_cli.figure import Bound, Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.messages import say
from mycity_cli.period import Period
from mycity_cli.tables.cell_readers import AmountReader, ProjectsReader
from mycity_cli.tables.days import read_day
from mycity_cli.tables.engines.marks import MESSAGES
from mycity_cli.tables.items import filled_items
from mycity_cli.tables.known import PLACES, PlaceNames
from mycity_cli.tables.missing import Missing
from mycity_cli.tables.profile import Profile
from mycity_cli.tables.rows import CellError, TableRow
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Origin, Sheet

K = TypeVar("K")
T = TypeVar("T")

_MOST = 100_000
"""How many texts of a kind are kept with what they say."""


class Row(NamedTuple):
    """The cells of a row as text; `number` counts the rows of the whole table, from 1. What is missing is None."""

    number: int
    file: str | None = None
    id: str | None = None
    date: str | None = None
    city: str | None = None
    promoter: str | None = None
    conference: str | None = None
    kind: str | None = None
    partner: str | None = None
    projects: str | None = None
    amount: str | None = None
    currency: str | None = None
    source: str | None = None


_AROUND = re.compile(r"([^0-9]*)[0-9](?:[0-9,.]*[0-9])?([^0-9]*)")
"""One number, and the words around it."""

_NUMBER = re.compile(r"-?[0-9]+(?:[.][0-9]+)?")

_PROBES = ("7", "40", "1,234.5", "0.25", "0")
"""Numbers that are unlike each other in all that could give one shape two meanings: length, point, zeros at the end."""

_LINEAR = (Bound.EXACT, Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST)
"""The bounds of which a sum of figures follows from the sum of their numbers."""


class Shape(NamedTuple):
    """What the words around a number make of it: a number of `unit` times 10 to the power of `shift`, and its bound."""

    shift: int
    unit: str
    bound: Bound

    @classmethod
    def of(cls, read: list[tuple[str, Figure | NoMoney | MycityError | None]]) -> Shape | None:
        """Return the shape that numbers were read in; None where they were not all read in the same one."""
        first = read[0][1]
        if not isinstance(first, Figure) or first.bound not in _LINEAR:
            return None
        shape = cls(first.step.adjusted(), first.unit, first.bound)
        return shape if all(shape.fits(number, figure) for number, figure in read) else None

    def fits(self, number: str, figure: Figure | NoMoney | MycityError | None) -> bool:
        """Return whether a number was read in this shape."""
        if not isinstance(figure, Figure) or (figure.unit, figure.bound) != (self.unit, self.bound):
            return False
        digits = number.replace(",", "")
        decimals = len(digits.partition(".")[2])
        return figure.value == Decimal(digits).scaleb(self.shift) and figure.step == Decimal(1).scaleb(
            self.shift - decimals
        )


class Known(dict[K, T | MycityError | None], Generic[K, T]):
    """What texts say, or what is wrong with them. It forgets them when they are too many."""

    has_forgotten = False

    def __setitem__(self, key: K, value: T | MycityError | None) -> None:
        """Remember what a text says."""
        if len(self) >= _MOST:
            self.clear()
            self.has_forgotten = True
        super().__setitem__(key, value)


class BadRowError(Exception):
    """A row that is no signing, with what is wrong with it."""

    def __init__(self, problems: list[CellError]) -> None:
        super().__init__(problems)
        self.problems = problems


class Readings:
    """Reads cells, each text once, by what was found out of the table.

    `days_are_numbers` says that the column of days has numbers with decimals, which are none.
    """

    def __init__(
        self,
        sheet: Sheet,
        profile: Profile,
        settings: Settings,
        names: PlaceNames,
        *,
        days_are_numbers: bool = False,
    ) -> None:
        missing = Missing(settings.missing)
        self.names = names
        self.missing = missing
        amounts, currencies = (
            sheet.cells[profile.places[column]] if column in profile.places else repeat(None)
            for column in ("amount", "currency")
        )
        self._sample = list(zip(amounts, currencies, strict=False))
        self._order, self._origin = profile.days.order, sheet.origin
        self._days_are_numbers = days_are_numbers
        self.is_text = sheet.origin is Origin.TEXT
        self._read_amount = AmountReader(profile, settings, missing, sheet).read
        self._read_projects = ProjectsReader(profile.styles["projects"], missing, sheet.origin).read
        self._amounts: Known[tuple[str | None, str | None], Figure | NoMoney] = Known()
        self._shapes: dict[tuple[str, str, str | None], Shape | None] = {}
        self._projects: Known[str | None, Figure] = Known()
        self._dates: Known[str | None, Period] = Known()

    def amount(self, text: str | None, currency: str | None) -> Figure | NoMoney | MycityError | None:
        """Return the amount in a cell whose row names a currency or none; None for an empty cell, else the error.

        A cell that says `none` has no amount to state.
        """
        try:
            return self._amounts[text, currency]
        except KeyError:
            return _kept(self._amounts, (text, currency), lambda: self._amount(stated(text), stated(currency)))

    def projects(self, text: str | None) -> Figure | MycityError | None:
        """Return the number of projects in a cell; None for an empty one, else the error."""
        try:
            return self._projects[text]
        except KeyError:
            return _kept(self._projects, text, lambda: self._read_projects(stated(text)))

    def date(self, text: str | None) -> Period | MycityError | None:
        """Return the date in a cell; None for an empty one, else the error."""
        try:
            return self._dates[text]
        except KeyError:
            return _kept(self._dates, text, lambda: self._date(stated(text)))

    def shape(self, before: str, after: str, currency: str | None) -> Shape | None:
        """Return what an amount is whose cell has these words around one number, whatever the number.

        None where that depends on the number, and where such a cell is no amount.
        """
        key = before, after, currency
        if key not in self._shapes:
            read = [(number, self.amount(f"{before}{number}{after}", currency)) for number in _PROBES]
            self._shapes[key] = Shape.of(read)
        return self._shapes[key]

    def words_by_text(self) -> set[tuple[str, str]]:
        """Return the words around the numbers of amounts in the sample of which no shape follows, such as `about`.

        An engine that leaves such amounts as text at once need not be asked again.
        """
        found: set[tuple[str, str]] = set()
        for text, currency in set(self._sample):
            match = _AROUND.fullmatch(text) if isinstance(text, str) else None
            words = None if match is None else (match[1], match[2])
            if (
                words is not None
                and any(words)
                and self.shape(*words, None if currency is None else str(currency)) is None
            ):
                found.add(words)
        return found

    def texts(self, column: str, holds: Callable[[Any], bool]) -> list[str] | None:
        """Return the texts of amounts or projects of which something holds; None where not all are remembered."""
        known: Known[Any, Any] = self._projects if column == "projects" else self._amounts
        if known.has_forgotten:
            return None
        read = ((key if column == "projects" else key[0], figure) for key, figure in known.items())
        return sorted({text for text, figure in read if text is not None and holds(figure)})

    def hedged_words(self) -> list[tuple[str, str]]:
        """Return the words around numbers that were met and hedge them."""
        hedges = ((key[:2], shape) for key, shape in self._shapes.items() if shape is not None)
        return sorted({words for words, shape in hedges if shape.bound is not Bound.EXACT})

    def place(self, name: str | None, column: str = PLACES[0]) -> str | None:
        """Return the id of the place that a cell of a column names, None for an empty one."""
        name = stated(name)
        return None if name is None else self.names.id_of(name, column)

    def row(self, row: Row, *, dated: bool) -> TableRow:
        """Return the signing that a row states. Unless it must be `dated`, a day that cannot be read is left out.

        Raises BadRowError with everything that is wrong with the row.
        """
        number, _, id, day, city, promoter, conference, kind, partner, count, money, currency, source = row
        date, projects, amount = self.date(day), self.projects(count), self.amount(money, currency)
        if isinstance(date, MycityError) and not dated:
            date = None
        held = self.place(city)
        if (
            held is None
            or isinstance(date, MycityError)
            or isinstance(projects, MycityError)
            or isinstance(amount, MycityError)
        ):
            raise BadRowError(_problems(held, {"date": date, "projects": projects, "amount": amount}))
        return TableRow(
            stated(id) or str(number),
            held,
            stated(kind),
            self.place(promoter, "promoter"),
            stated(conference),
            date,
            self.place(partner, "partner"),
            projects,
            amount,
            tuple((name, None) for name in filled_items(source)),
        )

    def _amount(self, text: str | None, currency: str | None) -> Figure | NoMoney | None:
        if text in MESSAGES:
            message, help = MESSAGES[text]
            raise UsageError(message, help=help)
        return self._read_amount(text, currency)

    def _date(self, text: str | None) -> Period | None:
        if text is None or text in self.missing:
            return None
        cell = Decimal(text) if self._days_are_numbers and _NUMBER.fullmatch(text) else text
        return read_day(cell, self._order, self._origin)


_MISSING, _NO_CITY = say("is missing"), say("every row needs one")


def _problems(city: str | None, cells: dict[str, object]) -> list[CellError]:
    """Return what is wrong with a row of this city, and with these cells as they were read."""
    amount = cells["amount"]
    if isinstance(amount, MycityError) and _code(amount) == "json-syntax":
        return [_at("", amount)]  # nothing of the line is known
    problems = [_at(column, value) for column, value in cells.items() if isinstance(value, MycityError)]
    if city is None:
        problems.append(CellError(_MISSING, "city", "missing-field", help=_NO_CITY))
    return problems


def stated(text: str | None) -> str | None:
    """Return a cell without the white space around it, None where nothing is left."""
    return None if text is None else text.strip() or None


def _kept(known: Known[K, T], key: K, read: Callable[[], T | None]) -> T | MycityError | None:
    """Return what a text says, or what is wrong with it, read at most once as long as it is remembered."""
    if key not in known:
        try:
            known[key] = read()
        except MycityError as error:
            known[key] = error.with_traceback(None)
        except ValueError as error:
            known[key] = UsageError(message_of(error))
    return known[key]


def _at(column: str, error: MycityError) -> CellError:
    """Return an error of its own for a cell: the one that is remembered serves many rows."""
    return CellError(error.message, column, _code(error), help=error.help, excerpt=error.excerpt)


def _code(error: MycityError) -> str:
    match error:
        case FigureError():
            return "unreadable-figure"
        case PeriodError():
            return "unreadable-period"
        case _ if (error.message, error.help) in MESSAGES.values():
            return "json-syntax"
        case _:
            return "wrong-figure"
