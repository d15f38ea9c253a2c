"""Reads the amounts and numbers of projects in the cells of a table, each text once, by what was found out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from mycity_cli.errors import FigureError, MycityError, UsageError, message_of
from mycity_cli.figure import COUNT, Figure
from mycity_cli.figure.required import NoMoney, require_count
from mycity_cli.messages import say
from mycity_cli.query.names import find_currency
from mycity_cli.tables.amount_units import joined_unit, power_of, unit_in, unit_in_words
from mycity_cli.tables.cell_words import folded
from mycity_cli.tables.completing import completed, shown_in_words
from mycity_cli.tables.missing import Missing
from mycity_cli.tables.numbers import NumberStyle, plain_number, plain_of_json, plain_of_scientific, scale_of
from mycity_cli.tables.profile import Profile
from mycity_cli.tables.rows import BARE_HELP
from mycity_cli.tables.settings import AmountUnit, Settings
from mycity_cli.tables.sheet import Cell, Origin, Sheet

NEGATIVE_HELP = say("--negative allow reads it as a loss or a correction")

Read = Figure | NoMoney | MycityError | None

_BARE = re.compile(r"-?[\d,.'’\s]*\d", re.ASCII)
_PLAIN = re.compile(r"\d{1,30}(?:\.\d{1,9})?|\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,9})?", re.ASCII)
_LONGEST = 30
_BEYOND = 10**_LONGEST
"""The most digits of a number that is read at once, and the first that has more."""

_WORDS = re.compile(r"[^\W\d_][^\d'\n]{0,39}")
"""A text that may be a placeholder: one without digits."""
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.]\d+)?)?)?", re.ASCII)
"""A day or moment of ISO 8601, which an engine hands over as a text."""
_APART = re.compile(r"(\d)\s+(k|m|mm|b)$", re.ASCII | re.IGNORECASE)
"""A letter that scales the number before it: in a cell that is one amount nothing else stands there."""


class CellReader:
    """Reads the figures of a column: what is shared by amounts and numbers of projects."""

    def __init__(self, style: NumberStyle, missing: Missing, origin: Origin) -> None:
        self._style = style
        self._missing = missing
        self._is_json = origin is Origin.JSON
        self._in_words = False
        """Whether a scale word may stand behind a number, where no unit of the column scales it too."""

    def english(self, cell: Cell) -> str | None:
        """Return what a cell says as English writes it; None where it states nothing. Raises UsageError."""
        if cell is None:
            return None
        if isinstance(cell, str):
            return self._of_text(cell.strip())
        if isinstance(cell, date):
            raise _day_for_figure(cell.isoformat()[:10])
        number = plain_number(cell)
        return None if number in self._missing else number

    def _of_text(self, text: str) -> str | None:
        if text in self._missing:
            return None
        if day := _DAY.fullmatch(text):
            raise _day_for_figure(day[1])
        number = plain_of_json(text) if self._is_json else None
        return number or plain_of_scientific(text, in_words=self._in_words) or self._style.in_english(text)


class ProjectsReader(CellReader):
    """Reads numbers of projects."""

    def read(self, cell: Cell) -> Figure | None:
        """Return the number of projects in a cell. Raises MycityError or ValueError for what is none."""
        english = self.english(cell)
        return None if english is None else require_count(_parsed(english, cell))


class AmountReader(CellReader):
    """Reads amounts. `is_unit_used` says whether the unit that --amount-unit names belonged to any cell so far.

    `whole` are what reads the digits of a whole number alone, by the currency and the unit beside it: it is found when
    the first such number is read, and nothing can be wrong with others.
    """

    def __init__(self, profile: Profile, settings: Settings, missing: Missing, sheet: Sheet) -> None:
        super().__init__(profile.styles["amount"], missing, sheet.origin)
        self._profile = profile
        self._settings = settings
        self._powers: dict[AmountUnit, int] = {}
        self._endings: dict[tuple[str | None, str | None], str] = {}
        self.whole: dict[tuple[str | None, str | None], Callable[[str], Figure]] = {}
        unit = profile.unit
        self._in_words = profile.unit_column is None and (unit is None or not self._power(unit))
        self._is_english = self._style.decimal == "." and self._style.group is None
        self.is_unit_used = False

    def read(self, cell: Cell, currency: str | None = None, unit: str | None = None) -> Figure | NoMoney | None:
        """Return the amount in a cell whose row names a currency, and a unit, or none; None where it states nothing.

        Raises MycityError or ValueError for what is no amount.
        """
        # Most cells are numbers alone, in a large table each another one: they lack their ending and nothing else.
        whole = self.whole.get((currency, unit))
        if whole is not None and (digits := self._whole_number(cell)) is not None:
            return whole(digits)
        ending = self._endings.get((currency, unit))
        if ending is not None:
            text = cell if isinstance(cell, str) and self._is_english else _digits(cell)
            if _PLAIN.fullmatch(text) and text not in self._missing:
                return Figure.parse(f"{text}{ending}")
        if isinstance(cell, str) and self._missing.is_no_money(cell.strip()):
            return NoMoney.NONE
        english = self.english(cell)
        if english is not None:
            english = _APART.sub(r"\1\2", english)
        if english is None:
            return None
        code = None if currency is None or currency in self._missing else find_currency(currency)
        stated = self._with_unit(english, _parsed(english, cell), code, self._unit_of(unit), (currency, unit))
        if not stated.is_amount:
            raise UsageError(say("'{figure}' names no currency", figure=stated))
        if stated.value < 0 and not self._settings.negative:
            shown = stated if stated.text == english else shown_in_words(stated)
            raise UsageError(say("'{figure}' is below zero", figure=shown), help=NEGATIVE_HELP)
        return stated

    def _whole_number(self, cell: Cell) -> str | None:
        """Return the digits of a cell with a whole number and nothing else, which may be found for other cells too."""
        is_whole = type(cell) is str and self._is_english and cell.isdecimal() and cell.isascii()
        return str(cell) if is_whole and len(str(cell)) <= _LONGEST else None

    def _unit_of(self, text: str | None) -> AmountUnit | None:
        """Return the unit of bare numbers in a row that names one in its own column, or none."""
        general = self._profile.unit
        if text is None or text in self._missing:
            return general
        own = unit_in(text)
        if own is None:
            raise UsageError(say("'{text}' is no unit of amounts", text=text))
        if general is None or not self._profile.by_option:
            return own
        powers = self._power(general), self._power(own)
        if (general.currency or own.currency) != (own.currency or general.currency) or (
            all(powers) and powers[0] != powers[1]
        ):
            by = self._settings.unit_from
            raise UsageError(
                say(
                    "two units, {unit} by {by} and in its own column {own}",
                    unit=unit_in_words(general),
                    by=by,
                    own=unit_in_words(own),
                )
            )
        return joined_unit(powers[0] or powers[1], general.currency or own.currency)

    def _with_unit(
        self,
        english: str,
        figure: Figure,
        code: str | None,
        unit: AmountUnit | None,
        texts: tuple[str | None, str | None],
    ) -> Figure:
        """Return a figure as read, with what its cell leaves open: the scale, if it has none, and the currency."""
        if (figure.unit != COUNT and not figure.is_amount) or figure.thing:
            return figure
        named = None if unit is None else unit.currency
        if code is not None and named not in (None, code):
            raise UsageError(self._two_currencies(named, code))
        wanted = code or named
        if not figure.is_amount and wanted is None:
            raise UsageError(say("'{figure}' names no currency", figure=english), help=BARE_HELP)
        has_scale = _BARE.fullmatch(english) is None and scale_of(english) != 0
        power = 0 if unit is None or has_scale else self._power(unit)
        if unit is not None and (power or (named is not None and (not figure.is_amount or named != figure.unit))):
            self.is_unit_used = True  # dollars are those of Canada where the unit says so
        if figure.is_amount and not power and wanted in (None, figure.unit):
            return figure
        words = unit.text if unit is not None and named == wanted and not has_scale else ""
        found = completed(english, figure, power, wanted, words)
        if found is None:
            raise self._contradiction(figure, code, wanted)
        if not figure.is_amount and found.text.startswith(english) and _PLAIN.fullmatch(english):
            self._endings[texts] = ending = found.text[len(english) :]
            if not self._missing.has_digits and (whole := Figure.numbers_before(ending)) is not None:
                self.whole[texts] = whole
        return found

    def _two_currencies(self, named: str | None, code: str) -> str:
        """Return what is wrong where the table, or an option, names another currency than the row does."""
        if self._profile.by_option:
            by = self._settings.unit_from
            return say("two currencies, {named} by {by} and in its own column {code}", named=named, by=by, code=code)
        return say("two currencies, {named} in the header and in its own column {code}", named=named, code=code)

    def _contradiction(self, figure: Figure, code: str | None, wanted: str | None) -> UsageError:
        """Return what is wrong with a figure that cannot be one of the unit or currency of its row."""
        if figure.is_amount and wanted not in (None, figure.unit):
            return UsageError(self._other_currency(figure.unit, code, wanted))
        unit = self._profile.unit
        shown = wanted if unit is None else unit_in_words(unit)
        return UsageError(say("cannot read '{figure}' as an amount in {unit}", figure=figure, unit=shown))

    def _other_currency(self, stated: str, code: str | None, wanted: str | None) -> str:
        """Return what is wrong with an amount of another currency than what its row, an option or the header names."""
        if code is not None:
            return say("two currencies, {stated} and in its own column {code}", stated=stated, code=code)
        if self._profile.by_option:
            by = self._settings.unit_from
            return say("two currencies, {stated} and by {by} {wanted}", stated=stated, by=by, wanted=wanted)
        return say("two currencies, {stated} and in the header {wanted}", stated=stated, wanted=wanted)

    def _power(self, unit: AmountUnit) -> int:
        if unit not in self._powers:
            self._powers[unit] = power_of(unit)
        return self._powers[unit]


def _day_for_figure(day: str) -> UsageError:
    return UsageError(say("'{day}' is a day, and no figure", day=day))


def _digits(cell: Cell) -> str:
    """Return the digits of a number of a file that has types, "" for another cell."""
    return "" if cell is None or isinstance(cell, str | date) else plain_number(cell)


def _parsed(english: str, cell: Cell) -> Figure:
    """Return the figure of a cell. Raises FigureError, with the text as it stands in the cell."""
    try:
        return Figure.parse(english)
    except FigureError as error:
        text = plain_number(cell) if isinstance(cell, Decimal) else str(cell).strip()
        if _WORDS.fullmatch(text):
            placeholder = f"'{folded(text)}'" if " " in text else folded(text)
            help = say("where it states nothing: --missing {placeholder}", placeholder=placeholder)
            raise FigureError(error.message, text, 0, len(text), help=help) from None
        if text == english:
            raise
        raise FigureError(error.message, text, 0, len(text), help=error.help) from None


class Kept:
    """Keeps what cells say, so that each is read once."""

    def __init__(self, read: Callable[..., Figure | NoMoney | None]) -> None:
        self._read = read
        self._known: dict[object, Read] = {}

    def column(self, cells: Iterable[Cell]) -> list[Read]:
        """Return what each cell of a column says, or what is wrong with it."""
        known = self._known
        found: list[Read] = []
        for cell in cells:
            # 1 and 1.0 are one key of a dictionary, and not stated with one precision.
            key = cell if type(cell) is str else (str(cell),)
            try:
                found.append(known[key])
            except KeyError:
                known[key] = read = tried(self._read, cell)
                found.append(read)
        return found

    def rows(
        self,
        cells: Iterable[Cell],
        beside: Iterable[tuple[str | None, str | None]],
        whole: Mapping[tuple[str | None, str | None], Callable[[str], Figure]],
    ) -> list[Read]:
        """Return what each cell of a column says together with the texts beside it.

        `whole` are what reads the digits of whole numbers beside these texts, which may become more meanwhile.
        """
        known: dict[tuple[str | None, str | None], dict[object, Read]] = {}
        found: list[Read] = []
        # There may be more texts beside than cells: those of a column that is not there never end.
        for cell, texts in zip(cells, beside, strict=False):
            if type(cell) is int and 0 <= cell < _BEYOND and (of := whole.get(texts)) is not None:
                found.append(of(str(cell)))
                continue
            key = cell if type(cell) is str else (str(cell),)
            same = known.get(texts)
            if same is None:
                same = known[texts] = {}
            if key not in same:
                same[key] = tried(self._read, cell, *texts)
            found.append(same[key])
        return found


def tried(read: Callable[..., Figure | NoMoney | None], *cells: Cell) -> Read:
    """Return what a reader makes of cells, an error where it raises one."""
    try:
        return read(*cells)
    except MycityError as error:
        return error.with_traceback(None)
    except ValueError as error:
        return UsageError(message_of(error))
