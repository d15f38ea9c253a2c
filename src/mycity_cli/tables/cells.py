"""The cells of a row as the engine reads them: plain numbers and days there, all else as text for our own rules.

What the engine reads must be what `Figure` and `Period` would read: it takes only texts that are written as the engine
itself would write the number or the day, or a number in its plainest grammar between words that mean the same around
every number.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    FromClause,
    Integer,
    Numeric,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    true,
    try_cast,
)
from sqlalchemy.types import NULLTYPE

from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.raw import Kind, RawTable, constant

_NUMBER = "^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?$"
_MOST_DIGITS = 18
"""What fits into a BIGINT, so that sums are exact integers."""

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


class Keys(NamedTuple):
    """What a query for groups returns first: a column for each key, and one for all of those that are mostly PLAIN."""

    single: list[str]
    odd: list[str]


class Tame(NamedTuple):
    """The columns whose numbers and days are all such as a signing may have, and those of them that lack none."""

    columns: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()


class Cells:
    """The rows of a table, each with the keys and numbers of its amount, projects and date.

    `number` is the plain number of an amount, else NULL, and `places` are its decimals; where `scaled`, the number is
    without its point. `before` and `after` are the words around it, NULL where there are none. `amount_text` is what
    is no plain number. `projects_number`, `projects_text` and `date_text` are the same of the other columns.

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
        only: Container[str] = COLUMNS,
    ) -> None:
        self._raw = raw
        self._columns = [column for column in COLUMNS if column in only]
        self._tame = tame
        self._by_text = by_text
        self._rows = raw.numbered if numbered else raw.rows
        self._numbered = numbered
        self.scaled = self._type("amount").kind not in (Kind.INTEGER, Kind.DECIMAL)
        self._fixed: dict[str, Any] = {column: None for column in COLUMNS if column not in raw.columns}
        self._cells = self._read()

    def _type(self, column: str) -> Any:
        return self._raw.types[column]

    @property
    def rows(self) -> FromClause:
        """The rows with everything that is asked of them."""
        return self._cells

    def grouped(self, keys: Iterable[str], *, first: bool, projects: bool) -> tuple[Select[Any], Keys]:
        """Return the query for groups of rows, and the keys that it returns before what it adds up.

        It counts the rows, and sums what the engine can read: of projects and their number if they are asked for.
        `first` asks for the number of the first row of each too. What is the same in all rows is no key: see `fixed`.
        """
        cells = self._cells
        kept = [key for key in keys if key not in self._fixed]
        odd = [key for key in kept if key in PLAIN] if self._raw.dialect == "duckdb" else []
        kept = [key for key in kept if key not in odd]
        columns: list[ColumnElement[Any]] = [cells.c[key] for key in kept]
        if odd:
            # Engines group by few keys faster than by many. Most rows are plain: the rest of their keys is one NULL.
            columns.append(case((self._is_plain(odd), null()), else_=func.row(*(cells.c[key] for key in odd))))
        counts = cells.c.projects_number
        query = select(
            *columns,
            func.count().label("rows"),
            func.sum(cells.c.number, type_=NULLTYPE).label("amount"),
            func.sum(counts, type_=NULLTYPE).label("projects") if projects else literal(0),
            func.count(counts).label("counted") if projects else literal(0),
            (func.min(cells.c.row) if first else literal(0)).label("first"),
        )
        return query.group_by(*columns), Keys(kept, odd)

    def _is_plain(self, odd: Iterable[str]) -> ColumnElement[bool]:
        """Return the condition that these keys of a row are PLAIN."""
        cells = self._cells.c
        read = ("before", "after", "amount_text", "stated") if "plain" in cells else ()
        rest = [key for key in odd if key not in read]
        conditions = [cells.stated if key == "stated" else cells[key].is_(None) for key in rest]
        return and_(*([cells.plain] if read else []), *conditions)

    @property
    def fixed(self) -> dict[str, Any]:
        """The keys that have one value in all rows."""
        return self._fixed

    def _fix(self, **values: Any) -> dict[str, Any]:
        """Take note that keys have one value in all rows, and return them as columns."""
        self._fixed |= values
        return {key: null() if value is None else literal(value) for key, value in values.items()}

    def _read(self) -> FromClause:
        raw, rows = self._raw, self._rows
        texts: list[ColumnElement[Any]] = [
            (raw.text(rows, column) if column in raw.columns else null()).label(column) for column in self._columns
        ]
        if self._numbered:
            texts += [rows.c.row, rows.c.file] if raw.has_files else [rows.c.row]
        native = [raw.cell(rows, column).label(f"raw_{column}") for column in self._columns if self._is_native(column)]
        cells: FromClause = select(*texts, *native).subquery("cells")
        cells = self._with_dates(self._with_projects(self._with_amounts(cells)))
        if "amount" in self._tame.full:
            return _with(cells, **self._fix(stated=True))
        return _with(cells, stated=cells.c.number.is_not(None))

    def _is_native(self, column: str) -> bool:
        return column in self._raw.columns and self._type(column).kind in (Kind.INTEGER, Kind.DECIMAL, Kind.DATE)

    # --- amounts -------------------------------------------------------------------------------------------------

    def _with_amounts(self, cells: FromClause) -> FromClause:
        if self._is_native("amount"):
            return self._native_amounts(cells)
        if self._raw.dialect != "duckdb":
            fixed = self._fix(places=0, before=None, after=None)
            return _with(cells, number=cast(null(), BigInteger), amount_text=cells.c.amount, **fixed)
        return self._read_amounts(cells)

    def _native_amounts(self, cells: FromClause) -> FromClause:
        number = cells.c.raw_amount
        fixed = self._fix(places=self._type("amount").places, before=None, after=None)
        if "amount" in self._tame.columns:
            return _with(cells, number=number, **fixed, **self._fix(amount_text=None))
        good = number >= 0
        if self._type("amount").kind is Kind.DECIMAL:
            # To PostgreSQL NaN is a decimal, greater than all others.
            good = and_(good, number < literal(Decimal(10**27), Numeric))
        text = case((good, null()), else_=cells.c.amount)
        return _with(cells, number=case((good, number)), amount_text=text, **fixed)

    def _read_amounts(self, cells: FromClause) -> FromClause:
        whole = try_cast(cells.c.amount, BigInteger)
        cells = _with(cells, whole=whole, is_whole=and_(whole >= 0, cast(whole, String) == cells.c.amount))
        if self._raw.marked is not None:
            amount = case((cells.c.is_whole, cells.c.amount), else_=self._raw.marked(cells.c.amount))
            cells = _with(cells, replace=True, amount=amount)
        # Most amounts are whole: what follows is for the others, which a CASE spares them.
        without = func.replace(cells.c.amount, constant("."), constant(""), type_=String)
        cells = _with(cells, digits=case((cells.c.is_whole, null()), else_=without))
        text, digits = cells.c.amount, cells.c.digits
        places = func.length(text) - func.strpos(text, constant("."), type_=Integer)
        cells = _with(
            cells,
            number=case((cells.c.is_whole, cells.c.whole), else_=try_cast(digits, BigInteger)),
            places=case((cells.c.is_whole, 0), (digits == text, 0), else_=places),
        )
        number, places, digits = cells.c.number, cells.c.places, cells.c.digits
        one_point = and_(
            func.length(cells.c.amount) == func.length(digits) + 1, places > 0, places < func.length(digits)
        )
        with_point = and_(number >= 0, cast(number, String) == digits, or_(digits == cells.c.amount, one_point))
        return self._shaped_amounts(_with(cells, plain=case((cells.c.is_whole, true()), else_=with_point)))

    def _shaped_amounts(self, cells: FromClause) -> FromClause:
        """Read what is no plain number but has one in it: the words around it, and the number without its commas."""
        text = cells.c.amount
        words = _with(
            cells,
            before=case(
                (cells.c.plain, null()),
                else_=func.regexp_replace(text, constant("[0-9](.|\n)*$"), constant(""), type_=String),
            ),
            after=case(
                (cells.c.plain, null()),
                else_=func.regexp_replace(text, constant("^(.|\n)*[0-9]"), constant(""), type_=String),
            ),
        )
        text = words.c.amount
        length = func.length(text) - func.length(words.c.before) - func.length(words.c.after)
        between = func.substr(text, func.length(words.c.before) + 1, length, type_=String)
        within = _with(words, within=case((words.c.plain, null()), (length > 0, between)))
        bare = func.replace(
            func.replace(within.c.within, constant(","), constant("")), constant("."), constant(""), type_=String
        )
        shaped = and_(func.regexp_matches(within.c.within, constant(_NUMBER)), func.length(bare) <= _MOST_DIGITS)
        if self._by_text:
            shaped = and_(shaped, ~self._among_by_text(within))
        point = func.strpos(within.c.within, constant("."), type_=Integer)
        decimals = case((point > 0, func.length(within.c.within) - point), else_=0)
        is_plain = within.c.plain
        return _with(
            within,
            replace=True,
            number=case((is_plain, within.c.number), (shaped, cast(bare, BigInteger))),
            places=case((is_plain, within.c.places), (shaped, decimals), else_=0),
            before=case((is_plain, null()), (shaped, within.c.before)),
            after=case((is_plain, null()), (shaped, within.c.after)),
            amount_text=case((is_plain, null()), (shaped, null()), else_=within.c.amount),
        )

    def _among_by_text(self, cells: FromClause) -> ColumnElement[bool]:
        return or_(*(and_(cells.c.before == before, cells.c.after == after) for before, after in self._by_text))

    # --- projects and dates --------------------------------------------------------------------------------------

    def _with_projects(self, cells: FromClause) -> FromClause:
        if "projects" not in self._raw.columns:
            return _with(cells, projects_number=cast(null(), BigInteger), **self._fix(projects_text=None))
        if self._is_native("projects") and self._type("projects").kind is Kind.INTEGER:
            number: ColumnElement[Any] = cells.c.raw_projects
            good = None if "projects" in self._tame.columns else number >= 0
        elif self._raw.dialect == "duckdb":
            number = try_cast(cells.c.projects, BigInteger)
            good = and_(number >= 0, cast(number, String) == cells.c.projects)
        else:
            return _with(cells, projects_number=cast(null(), BigInteger), projects_text=cells.c.projects)
        if good is None:
            return _with(cells, projects_number=number, **self._fix(projects_text=None))
        told = cells.c.projects if self._raw.marked is None else self._raw.marked(cells.c.projects)
        text = case((good, null()), else_=told)
        return _with(cells, projects_number=case((good, number)), projects_text=text)

    def _with_dates(self, cells: FromClause) -> FromClause:
        date = cells.c.date
        if "date" not in self._raw.columns or (self._is_native("date") and "date" in self._tame.columns):
            return _with(cells, **self._fix(date_text=None))
        if self._raw.dialect == "duckdb":
            day = and_(func.length(date) == 10, cast(try_cast(date, Date), String) == date)
            return _with(cells, date_text=case((day, null()), else_=date))
        return _with(cells, date_text=date)


def _with(cells: FromClause, *, replace: bool = False, **more: Any) -> FromClause:
    """Return rows with more columns; `replace` lets them take the place of those of the same name."""
    kept = [column for column in cells.c if not (replace and column.name in more)]
    return select(*kept, *(expression.label(name) for name, expression in more.items())).subquery()
