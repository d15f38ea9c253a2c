"""What each column of a table is, from the evidence of its header, the options and all its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from mycity_cli.errors import DataError, UsageError, suggestion
from mycity_cli.messages import all_of, clauses, say
from mycity_cli.tables.amount_units import joined_unit, power_of, unit_in, unit_in_title, unit_in_words
from mycity_cli.tables.cell_words import bare, folded
from mycity_cli.tables.columns import COLUMNS, missing_help
from mycity_cli.tables.days import NO_ORDER, ORDER_HELP, DayStyle, style_of_days
from mycity_cli.tables.headers import OWN_NAMES, Headers, choose_by_map, order_of_header, read_headers
from mycity_cli.tables.missing import Missing
from mycity_cli.tables.numbers import (
    ENGLISH,
    Evidence,
    NumberStyle,
    is_only_number,
    plain_of_json,
    shows_commas,
    style_of,
)
from mycity_cli.tables.settings import AmountUnit, Settings
from mycity_cli.tables.sheet import Cell, Origin, Sheet
from mycity_cli.tables.unused import unused_note

_NUMBERS = ("amount", "projects")


@dataclass(frozen=True)
class Profile:
    """What was found out of a table.

    `places` are the places of our columns, `unit_column` that of one that names the unit of each amount. `unit` is that
    of bare numbers, which `unit_from` says, and `by_option` whether it is --amount-unit. `styles` say how numbers are
    written. `filled` are the places of columns whose empty cells mean what stands above them. `problems` are the
    columns that cannot be read before an option says how: that of `date` matters only where days are asked for.
    `day_notes` matter only where days are asked for. `unread` are headers that several columns of ours could be.
    `unused` are those of the notes that name columns which were not used.
    """

    places: Mapping[str, int]
    unit: AmountUnit | None = None
    unit_from: str = ""
    by_option: bool = False
    unit_column: int | None = None
    styles: Mapping[str, NumberStyle] = field(default_factory=dict)
    days: DayStyle = NO_ORDER
    filled: frozenset[int] = frozenset()
    problems: Mapping[str, DataError] = field(default_factory=dict)
    unread: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    day_notes: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    def require(self, column: str, sheet: Sheet) -> int:
        """Return the place of a column. Raises DataError where the table has none, or none that is told from others."""
        if column in self.places:
            return self.places[column]
        if column in self.unread:
            names = self.unread[column]
            help = choose_by_map(column, names) if len(set(names)) == len(names) else OWN_NAMES
            message = say("{names} could both be the {column}", names=_all_named(names), column=column)
            raise DataError(message, where=sheet.name, help=help)
        message = say("has no column '{name}'", name=column)
        raise DataError(message, where=sheet.name, help=missing_help(column, sheet.columns))

    def require_all(self, sheet: Sheet, settings: Settings) -> None:
        """Raise DataError where the table lacks a column that questions need; --map may say that it has no amounts."""
        self.require("city", sheet)
        if settings.map.get("amount") != "":
            self.require("amount", sheet)


def profile_of(sheet: Sheet, settings: Settings, *, is_draft: bool = False) -> Profile:
    """Return what was found out of a table. Raises DataError for a column that is there twice, but for a draft."""
    headers = read_headers(
        sheet.columns, settings.map, where=sheet.name, names_from=settings.map_from, is_draft=is_draft
    )
    cells = Columns(sheet)
    notes: list[str] = []
    unit, unit_from, by_option = _unit(sheet, settings, headers, notes)
    unit_column = _unit_column(headers, cells, notes, sheet)
    notes[:0] = _taken_note(sheet, headers, None if by_option else headers.unit)
    problems: dict[str, DataError] = {}
    styles = _styles(sheet, settings, headers, cells, problems, notes)
    day_notes: list[str] = []
    days = _days(sheet, settings, headers, cells, problems, day_notes)
    used = {*headers.places.values(), *([] if unit_column is None else [unit_column])}
    unused = unused_note(sheet.columns, used, cells.texts)
    return Profile(
        places=MappingProxyType(dict(headers.places)),
        unit=unit,
        unit_from=unit_from,
        by_option=by_option,
        unit_column=unit_column,
        styles=MappingProxyType(styles),
        days=days,
        filled=_filled(sheet, settings, headers),
        problems=MappingProxyType(problems),
        unread=headers.doubts,
        notes=(*notes, *unused),
        day_notes=tuple(day_notes),
        unused=tuple(unused),
    )


def _all_named(names: Iterable[str]) -> str:
    return all_of(say("'{name}'", name=name) for name in names)


class Columns:
    """The cells of a table column by column; what they are as texts is found once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._origin = sheet.origin
        self._texts: dict[int, dict[str, int]] = {}

    def cells(self, place: int) -> Sequence[Cell]:
        """Return the cells of a column."""
        return self._sheet.cells[place]

    def texts(self, place: int) -> dict[str, int]:
        """Return the different texts of a column, without white space around them, and the first row that has each."""
        if place not in self._texts:
            found: dict[str, int] = {}
            cells = self.cells(place)
            if str in set(map(type, cells)):
                for line, cell in zip(self._sheet.rows, cells, strict=True):
                    if isinstance(cell, str) and cell not in found:
                        found[cell] = line.number
            stripped: dict[str, int] = {}
            for text, number in found.items():
                stripped.setdefault(text.strip(), number)
            stripped.pop("", None)
            self._texts[place] = stripped
        return self._texts[place]

    def doubtful(self, place: int) -> Iterable[tuple[str, int]]:
        """Yield the texts that are not numbers already by the rules of their file, each with its first row."""
        is_json = self._origin is Origin.JSON
        for text, number in self.texts(place).items():
            if not (is_json and plain_of_json(text) is not None):
                yield text, number


# --- units ----------------------------------------------------------------------------------------------------------


def _unit(sheet: Sheet, settings: Settings, headers: Headers, notes: list[str]) -> tuple[AmountUnit | None, str, bool]:
    """Return the unit of bare numbers, what says so, and whether it is the option."""
    found, source = headers.unit, say("the header")
    title = next(((title, unit) for title in sheet.titles if (unit := unit_in_title(title))), None)
    if found is not None and title is not None and settings.unit is None and _contradict(found, title[1]):
        notes.append(
            say(
                "amounts are in {unit}, as the header says, not in {other}, as the title '{title}' does "
                "(--amount-unit decides)",
                unit=unit_in_words(found),
                other=unit_in_words(title[1]),
                title=title[0],
            )
        )
    if found is None and title is not None:
        found, source = title[1], say("the title '{title}'", title=title[0])
        if settings.unit is None:
            told = {"unit": unit_in_words(found), "source": source}
            notes.append(say("amounts are in {unit}, as {source} says (--amount-unit decides)", **told))
    option = settings.unit
    if option is None:
        return found, source if found is not None else "", False
    if found is None:
        return option, settings.unit_from, True
    return _combined(option, found, source, settings.unit_from, notes), settings.unit_from, True


def _contradict(one: AmountUnit, other: AmountUnit) -> bool:
    """Return whether two units name different scales or currencies."""
    powers = power_of(one), power_of(other)
    currencies = one.currency, other.currency
    return (0 not in powers and powers[0] != powers[1]) or (None not in currencies and currencies[0] != currencies[1])


def _combined(option: AmountUnit, found: AmountUnit, source: str, by: str, notes: list[str]) -> AmountUnit:
    """Return the unit that `by` says where the table names one too: each may say what the other leaves out."""
    powers = power_of(option), power_of(found)
    if None not in (option.currency, found.currency) and option.currency != found.currency:
        notes.append(_contradicted(option, by, found, source))
        return option
    power = powers[0] or powers[1]
    both = option if powers[0] and option.currency else joined_unit(power, option.currency or found.currency)
    if powers[0] and powers[1] and powers[0] != powers[1]:
        notes.append(_contradicted(both, by, found, source))
    elif powers[1] and not powers[0]:
        notes.append(
            say(
                "amounts are in {unit}: {source} says {found}, {by} {given}",
                unit=unit_in_words(both),
                source=source,
                found=unit_in_words(found),
                by=by,
                given=unit_in_words(option),
            )
        )
    return both if (power, option.currency or found.currency) != (powers[0], option.currency) else option


def _contradicted(unit: AmountUnit, by: str, other: AmountUnit, source: str) -> str:
    return say(
        "amounts are in {unit}, as {by} says, not in {other}, as {source} does",
        unit=unit_in_words(unit),
        by=by,
        other=unit_in_words(other),
        source=source,
    )


def _unit_column(headers: Headers, cells: Columns, notes: list[str], sheet: Sheet) -> int | None:
    """Return the place of a column of units, where its cells are some."""
    place = headers.unit_column
    if place is None:
        return None
    texts = [text for text in cells.texts(place) if text not in Missing()]
    if not texts or len(texts) > 50 or any(unit_in(text) is None for text in texts):
        return None
    notes.append(say("'{column}' names the units of the amounts", column=sheet.columns[place]))
    return place


# --- columns --------------------------------------------------------------------------------------------------------


def _taken_note(sheet: Sheet, headers: Headers, unit: AmountUnit | None) -> list[str]:
    """Return the notes that say which columns were taken for what; `unit` is that in the header of the amounts."""
    told: list[str] = []
    for column in ("amount", *(column for column in headers.places if column != "amount")):
        if column not in headers.places:
            continue
        name = sheet.columns[headers.places[column]]
        if column == "amount" and unit is not None:
            told.append(
                say("'{name}' is taken for the {column}, in {unit}", name=name, column=column, unit=unit_in_words(unit))
            )
        elif column not in headers.guessed:
            continue
        elif told:
            told.append(say("'{name}' for the {column}", name=name, column=column))
        else:
            told.append(say("'{name}' is taken for the {column}", name=name, column=column))
    notes: list[str] = [say("{columns} (--map decides)", columns=clauses(told))] if told else []
    for column, names in headers.doubts.items():
        either = _all_named(names)
        notes.append(
            say("{names} could be the {column}, and none of them is used (--map decides)", names=either, column=column)
        )
    return notes


def _styles(
    sheet: Sheet,
    settings: Settings,
    headers: Headers,
    cells: Columns,
    problems: dict[str, DataError],
    notes: list[str],
) -> dict[str, NumberStyle]:
    styles = dict.fromkeys(_NUMBERS, ENGLISH)
    if settings.decimal is None and settings.group is None and set(COLUMNS) <= set(sheet.columns):
        return styles  # a table that a dataset was converted to, with figures as datasets have them
    for column in _NUMBERS:
        if column not in headers.places:
            continue
        place = headers.places[column]
        name = sheet.columns[place]
        doubtful = cells.doubtful(place)
        if sheet.columns == COLUMNS:
            # A table of `mycity data convert` has figures as a dataset has them, which say what they count.
            doubtful = [(text, row) for text, row in doubtful if is_only_number(text)]
        evidence = Evidence.of(doubtful)
        elsewhere = bool(evidence.doubts) and not evidence.proofs and _commas_elsewhere(sheet, cells, place)
        try:
            style = style_of(name, evidence, settings, commas_elsewhere=elsewhere, where=sheet.name)
        except DataError as error:
            problems[column] = error
            continue
        styles[column] = style
        shown = evidence.doubts.get(".")
        if style == ENGLISH and settings.decimal is None and shown is not None and "." not in evidence.worded:
            told = {"column": name, "row": shown.row, "cell": shown.text}
            notes.append(say("points stand before the decimals of '{column}', such as row {row} '{cell}'", **told))
        if style.shown_by is not None and style.decimal == ",":
            told = {"column": name, "row": style.shown_by.row, "cell": style.shown_by.text}
            notes.append(say("commas stand before the decimals of '{column}', as row {row} '{cell}' shows", **told))
    return styles


def _commas_elsewhere(sheet: Sheet, cells: Columns, place: int) -> bool:
    """Return whether a file writes decimals with commas, as far as can be seen apart from one column."""
    others = (n for n in range(len(sheet.columns)) if n != place)
    return sheet.separator == ";" or any(shows_commas(cells.texts(n)) for n in others)


def _days(
    sheet: Sheet,
    settings: Settings,
    headers: Headers,
    cells: Columns,
    problems: dict[str, DataError],
    notes: list[str],
) -> DayStyle:
    if "date" not in headers.places:
        return NO_ORDER
    place = headers.places["date"]
    name = sheet.columns[place]
    style = style_of_days(cells.texts(place).items(), settings.date_order or order_of_header(name))
    first, shown = style.doubtful, style.shown_by
    if style.order is None and first is not None:
        told = {"row": first.row, "column": name, "cell": first.text}
        message = say("row {row} of '{column}' does not say which number is the month: '{cell}'", **told)
        problems["date"] = DataError(message, where=sheet.name, help=ORDER_HELP)
    elif shown is not None:
        told = {"column": name, "row": shown.row, "cell": shown.text}
        notes.append(
            say("the day stands first in '{column}', as row {row} '{cell}' shows", **told)
            if style.order == "dmy"
            else say("the month stands first in '{column}', as row {row} '{cell}' shows", **told)
        )
    return style


def _filled(sheet: Sheet, settings: Settings, headers: Headers) -> frozenset[int]:
    """Return the places of the columns that --fill names, by their own names or ours."""
    found = set()
    for name in settings.layout.fill:
        places = [
            n for n, other in enumerate(sheet.columns) if folded(other) == folded(name) or bare(other) == bare(name)
        ]
        if name.strip().casefold() in headers.places:
            places = [headers.places[name.strip().casefold()]]
        if not places:
            known = [*headers.places, *(other for other in sheet.columns if other)]
            message = say("there is no column '{name}'", name=name)
            raise UsageError(message, where="--fill", help=suggestion(name, known))
        found.update(places)
    return frozenset(found)
