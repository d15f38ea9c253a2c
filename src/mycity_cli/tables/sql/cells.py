"""The cells of a row as the engine reads them: plain numbers and days there, all else as text for our own rules.

What the engine reads must be what `Figure` and `Period` would read: it takes only texts that are written as the engine
itself would write the number or the day, or a number in its plainest grammar between words that mean the same around
every number.
"""

from __future__ import annotations

from collections.abc import Collection, Container
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    FromClause,
    Select,
    String,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
    true,
)

from mycity_cli.tables.columns import READ
from mycity_cli.tables.engines.raw import RawTable
from mycity_cli.tables.engines.types import Kind, constant
from mycity_cli.tables.sql.day_keys import DayKeys
from mycity_cli.tables.sql.tame import Tame

_NUMBER = "^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?$"
_BEFORE, _AFTER = "^[^0-9]*", "[^0-9]*$"
_MOST_DIGITS = 18
"""What fits into a BIGINT, so that sums are exact integers."""

DAY = "day"
"""The day of a row as the engine has it, where days are asked for."""

OWN_DAY = "own_day"
"""The day of a row in a column of days, whatever day it is."""

IS_READ = "is_read"
"""Whether the engine reads all that it adds up of a row, so that the rest is PLAIN; there for native amounts only."""

_DAYS = (Kind.DATE, Kind.TIME, Kind.INSTANT)

Columns = dict[str, ColumnElement[Any]]

Words = tuple[str, str]
"""What stands before and behind the number of an amount."""


PLAIN = {
    "before": None,
    "after": None,
    "stated": True,
    "amount_text": None,
    "projects_text": None,
    "date_text": None,
}
"""The keys of rows of which the engine reads all that it adds up, with the value that they have there."""


class Cells:
    """The rows of a table, each with the keys and numbers of its amount, projects and date.

    `number` is the plain number of an amount, else NULL, and `places` are its decimals; where `scaled`, the number is
    without its point. `before` and `after` are the words around it, NULL where there are none. `amount_text` is what
    is no plain number. `projects_number`, `projects_text` and `date_text` are the same of the other columns.

    Where it is `placed`, the `row` tells only which row comes first.

    The numbers and days of the columns `tame` are known to be such as a signing may have; amounts with the words
    `by_text` around their number are left as text.
    """

    def __init__(
        self,
        raw: RawTable,
        tame: Tame,
        by_text: Collection[Words],
        *,
        numbered: bool,
        placed: bool = False,
        only: Container[str] = READ,
        days: DayKeys | None = None,
    ) -> None:
        self._raw = raw
        self.engine = raw.engine
        self._columns = [column for column in READ if column in only]
        self._tame = tame
        self._by_text = by_text
        self._rows = raw.numbered if numbered else raw.rows
        if placed and raw.placed is not None:
            self._rows = raw.placed
        self._numbered = numbered
        self._day_keys = days
        self.day_names = [f"day{at}" for at in range(days.number)] if days is not None else []
        self.scaled = self._type("amount").kind not in (Kind.INTEGER, Kind.DECIMAL)
        self._fixed: dict[str, Any] = {column: None for column in READ if column not in raw.columns}
        self._known: list[ColumnElement[bool]] = []
        self._cells = self._read()

    def _type(self, column: str) -> Any:
        return self._raw.types[column]

    @property
    def rows(self) -> FromClause:
        """The rows with everything that is asked of them."""
        return self._cells

    @property
    def fixed(self) -> dict[str, Any]:
        """The keys that have one value in all rows."""
        return self._fixed

    def _fix(self, **values: Any) -> Columns:
        """Take note that keys have one value in all rows, and return them as columns."""
        self._fixed |= values
        return {key: null() if value is None else literal(value) for key, value in values.items()}

    def _read(self) -> FromClause:
        """Return the rows with what is read of their cells. Each SELECT within another takes its time."""
        raw, rows = self._raw, self._rows
        texts: Columns = {
            column: raw.text(rows, column) if column in raw.columns else null() for column in self._columns
        } | self._fix(**self._tame.same)
        numbers = {"row": rows.c.row} if self._numbered else {}
        if self._numbered and raw.has_files:
            numbers["file"] = rows.c.file
        rest = self._projects(texts.get("projects")) | self._dates(texts.get("date"))
        if "amount" in self._tame.full:
            self._fix(stated=True)
        if self._is_native("amount"):
            columns = texts | numbers | rest | self._native_amounts(texts["amount"])
            # As a CASE it is taken for true as often as not; by its parts it is guessed that hardly any row is read.
            return self._of(columns, **{IS_READ: case((and_(*self._known), true()), else_=false())})
        return self._read_amounts(texts, numbers | rest)

    def _is_native(self, column: str) -> bool:
        return column in self._raw.columns and self._type(column).kind in (Kind.INTEGER, Kind.DECIMAL)

    # --- amounts -------------------------------------------------------------------------------------------------

    def _native_amounts(self, text: ColumnElement[Any]) -> Columns:
        number = self._raw.cell(self._rows, "amount")
        fixed = self._fix(places=self._type("amount").places, before=None, after=None)
        good = and_(number >= 0, *self.engine.number_conditions(number, self._type("amount")))
        self._known.append(good)
        if "amount" in self._tame.columns:
            return {"number": number} | fixed | self._fix(amount_text=None)
        return {"number": case((good, number)), "amount_text": case((good, null()), else_=text)} | fixed

    def _read_amounts(self, texts: Columns, rest: Columns) -> FromClause:
        """Return the rows with the plain numbers among their amounts, then with the numbers between words."""
        whole = self.engine.integer(texts["amount"])
        is_whole = and_(whole >= 0, cast(whole, String) == texts["amount"])
        cells = self._fenced(texts | rest, whole=whole, is_whole=is_whole)
        # Most amounts are whole: what follows is for the others, which a CASE spares them.
        is_whole = cells.c.is_whole
        text: ColumnElement[Any] = cells.c.amount
        if self._raw.marked is not None:
            text = case((is_whole, cells.c.amount), else_=self._raw.marked(cells.c.amount))
        digits: ColumnElement[Any] = case(
            (is_whole, null()), else_=func.replace(text, constant("."), constant(""), type_=String)
        )
        cells = self._with(cells, amount=text, digits=digits)
        is_whole, text, digits = cells.c.is_whole, cells.c.amount, cells.c.digits
        number, length, known = self.engine.integer(digits), self.engine.length(text), self.engine.length(digits)
        places = length - self.engine.position(text, ".")
        one_point = and_(length == known + 1, places > 0, places < known)
        with_point = and_(number >= 0, cast(number, String) == digits, or_(digits == text, one_point))
        cells = self._with(
            cells,
            number=case((is_whole, cells.c.whole), else_=number),
            places=case((is_whole, 0), (digits == text, 0), else_=places),
            plain=case((is_whole, true()), else_=with_point),
        )
        return self._shaped_amounts(cells)

    def _shaped_amounts(self, cells: FromClause) -> FromClause:
        """Read what is no plain number but has one in it: the words around it, and the number without its commas."""
        engine, text, is_plain = self.engine, cells.c.amount, cells.c.plain
        before, after = (case((is_plain, null()), else_=engine.found(text, each)) for each in (_BEFORE, _AFTER))
        cells = self._with(cells, before=before, after=after)
        text, is_plain = cells.c.amount, cells.c.plain
        length = engine.length(text) - engine.length(cells.c.before) - engine.length(cells.c.after)
        within = func.substr(text, engine.length(cells.c.before) + 1, length, type_=String)
        cells = self._with(cells, within=case((is_plain, null()), (length > 0, within), else_=literal("")))
        number, is_plain = cells.c.within, cells.c.plain
        bare: ColumnElement[str] = func.replace(
            func.replace(number, constant(","), constant("")), constant("."), constant(""), type_=String
        )
        shaped = and_(engine.matches(number, _NUMBER), engine.length(bare) <= _MOST_DIGITS)
        if self._by_text:
            shaped = and_(shaped, ~self._among_by_text(cells))
        point = engine.position(number, ".")
        decimals = case((point > 0, engine.length(number) - point), else_=0)
        return self._with(
            cells,
            number=case((is_plain, cells.c.number), (shaped, engine.big_integer(bare))),
            places=case((is_plain, cells.c.places), (shaped, decimals), else_=0),
            before=case((is_plain, null()), (shaped, cells.c.before)),
            after=case((is_plain, null()), (shaped, cells.c.after)),
            amount_text=case((is_plain, null()), (shaped, null()), else_=cells.c.amount),
        )

    def _among_by_text(self, cells: FromClause) -> ColumnElement[bool]:
        return or_(*(and_(cells.c.before == before, cells.c.after == after) for before, after in self._by_text))

    # --- projects and dates --------------------------------------------------------------------------------------

    def _projects(self, text: ColumnElement[Any] | None) -> Columns:
        unread = cast(null(), BigInteger)
        if text is None or "projects" not in self._raw.columns:
            return {"projects_number": unread} | self._fix(projects_text=None)
        if self._is_native("projects") and self._type("projects").kind is Kind.INTEGER:
            number: ColumnElement[Any] = self._raw.cell(self._rows, "projects")
            good = number >= 0
            self._known.append(or_(number.is_(None), good))
            if "projects" in self._tame.columns:
                return {"projects_number": number} | self._fix(projects_text=None)
        else:
            number = self.engine.integer(text)
            good = and_(number >= 0, cast(number, String) == text)
            self._known.append(or_(text.is_(None), good))
        told = text if self._raw.marked is None else self._raw.marked(text)
        return {"projects_number": case((good, number)), "projects_text": case((good, null()), else_=told)}

    def _dates(self, text: ColumnElement[Any] | None) -> Columns:
        """Return what is no day as text, and the keys of days: they are native days, or texts."""
        keys = self._day_keys
        if text is None or "date" not in self._raw.columns:
            return self._fix(date_text=None)
        if self._type("date").kind in _DAYS:
            day: ColumnElement[Any] = self._raw.day(self._rows, "date")
            is_day = and_(day >= literal(date.min, Date), day <= literal(date.max, Date))
            # Days before our era, and behind the year 9999, are left to our own rules.
            is_tame = self._type("date").kind is Kind.DATE and "date" in self._tame.columns
            odd: Columns = self._fix(date_text=None) if is_tame else {"date_text": case((is_day, null()), else_=text)}
            odd[OWN_DAY] = day
            found = keys.of_days(day, self.engine) if keys else ()
        else:
            day, is_day = text, self.engine.is_day(text)
            odd = {"date_text": case((is_day, null()), else_=text)}
            found = keys.of_texts(text, self.engine) if keys else ()
        self._known.append(or_(day.is_(None), is_day))
        if keys is None:
            return odd
        told = dict(zip(self.day_names, found, strict=True)) | {DAY: day}
        return odd | {name: case((is_day, key)) for name, key in told.items()}

    # --- queries within queries ----------------------------------------------------------------------------------

    def _of(self, columns: Columns, **more: ColumnElement[Any]) -> FromClause:
        """Return rows of these columns."""
        return self._query(columns | more).subquery()

    def _fenced(self, columns: Columns, **more: ColumnElement[Any]) -> FromClause:
        """Return rows of these columns, each of which is used several times."""
        return self.engine.fenced(self._query(columns | more)).subquery()

    def _with(self, cells: FromClause, **more: ColumnElement[Any]) -> FromClause:
        """Return rows with more columns, which take the place of those of the same name."""
        return self._fenced({column.name: column for column in cells.c if column.name not in more}, **more)

    @staticmethod
    def _query(columns: Columns) -> Select[Any]:
        return select(*(expression.label(name) for name, expression in columns.items()))
