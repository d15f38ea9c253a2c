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
from mycity_cli.tables.engine.limits import Limits
from mycity_cli.tables.engine.raw import Kind, RawTable, constant
from mycity_cli.tables.engine.tame import Tame

_NUMBER = "^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?$"
_BEFORE, _WITHIN, _AFTER = "^[^0-9]*", "[0-9]((.|\n)*[0-9])?", "[^0-9]*$"
_MOST_DIGITS = 18
"""What fits into a BIGINT, so that sums are exact integers."""

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


class Keys(NamedTuple):
    """What a query for groups returns first: a column for each key, and one for all of those that are mostly PLAIN."""

    single: list[str]
    odd: list[str]


class Sums(NamedTuple):
    """What a query for groups tells besides: numbers of projects, first rows, where amounts lie beside limits."""

    projects: bool = True
    first: bool = False
    limits: Limits | None = None


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

    def grouped(
        self, keys: Iterable[str], asked: Sums, cities: Collection[str] | None = None
    ) -> tuple[Select[Any], Keys]:
        """Return the query for groups of rows, and the keys that it returns before what it adds up.

        It counts the rows, and sums what the engine can read. With limits the section of the amounts is a key, and the
        least of them stands for all. What is the same in all rows is no key: see `fixed`. Of the other rows than those
        of some cities nothing is told.
        """
        cells = self._cells
        kept = [key for key in keys if key not in self._fixed]
        odd = [key for key in kept if key in PLAIN] if self._raw.dialect == "duckdb" else []
        kept = [key for key in kept if key not in odd]
        columns: list[ColumnElement[Any]] = [self._key(key) for key in kept]
        limits = asked.limits
        if limits is not None:
            kept.append("section")
            columns.append(case((cells.c.number.is_not(None), limits.section(cells.c.number))))
        if odd:
            # Engines group by few keys faster than by many. Most rows are plain: the rest of their keys is one NULL.
            columns.append(case((self._is_plain(odd), null()), else_=func.row(*map(self._key, odd))))
        counts = cells.c.projects_number
        query = select(
            *columns,
            func.count().label("rows"),
            func.sum(cells.c.number, type_=NULLTYPE).label("amount"),
            func.sum(counts, type_=NULLTYPE).label("projects") if asked.projects else literal(0),
            func.count(counts).label("counted") if asked.projects else literal(0),
            (func.min(cells.c.row) if asked.first else literal(0)).label("first"),
            (null() if limits is None else func.min(cells.c.number, type_=NULLTYPE)).label("least"),
        )
        if cities is not None:
            query = query.where(cells.c.city.in_(sorted(cities)))
        return query.group_by(*columns), Keys(kept, odd)

    def _is_plain(self, odd: Iterable[str]) -> ColumnElement[bool]:
        """Return the condition that these keys of a row are PLAIN."""
        read = ("before", "after", "amount_text", "stated") if "plain" in self._cells.c else ()
        rest = [key for key in odd if key not in read]
        conditions = [self._key(key) if key == "stated" else self._key(key).is_(None) for key in rest]
        return and_(*([self._cells.c.plain] if read else []), *conditions)

    def _key(self, key: str) -> ColumnElement[Any]:
        return self._cells.c.number.is_not(None) if key == "stated" else self._cells.c[key]

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
            return _rows(texts | numbers | rest | self._native_amounts(texts["amount"]))
        if raw.dialect != "duckdb":
            fixed = self._fix(places=0, before=None, after=None)
            unread: Columns = {"number": cast(null(), BigInteger), "amount_text": texts["amount"]}
            return _rows(texts | numbers | rest | unread | fixed)
        return self._read_amounts(texts, numbers | rest)

    def _is_native(self, column: str) -> bool:
        return column in self._raw.columns and self._type(column).kind in (Kind.INTEGER, Kind.DECIMAL, Kind.DATE)

    # --- amounts -------------------------------------------------------------------------------------------------

    def _native_amounts(self, text: ColumnElement[Any]) -> Columns:
        number = self._raw.cell(self._rows, "amount")
        fixed = self._fix(places=self._type("amount").places, before=None, after=None)
        if "amount" in self._tame.columns:
            return {"number": number} | fixed | self._fix(amount_text=None)
        good = number >= 0
        if self._type("amount").kind is Kind.DECIMAL:
            # To PostgreSQL NaN is a decimal, greater than all others.
            good = and_(good, number < literal(Decimal(10**27), Numeric))
        return {"number": case((good, number)), "amount_text": case((good, null()), else_=text)} | fixed

    def _read_amounts(self, texts: Columns, rest: Columns) -> FromClause:
        """Return the rows with the plain numbers among their amounts, then with the numbers between words."""
        whole = try_cast(texts["amount"], BigInteger)
        is_whole = and_(whole >= 0, cast(whole, String) == texts["amount"])
        cells = _rows(texts | rest, whole=whole, is_whole=is_whole)
        # Most amounts are whole: what follows is for the others, which a CASE spares them.
        is_whole = cells.c.is_whole
        text: ColumnElement[Any] = cells.c.amount
        if self._raw.marked is not None:
            text = case((is_whole, cells.c.amount), else_=self._raw.marked(cells.c.amount))
        digits: ColumnElement[Any] = case(
            (is_whole, null()), else_=func.replace(text, constant("."), constant(""), type_=String)
        )
        cells = _with(cells, amount=text, digits=digits)
        is_whole, text, digits = cells.c.is_whole, cells.c.amount, cells.c.digits
        number = try_cast(digits, BigInteger)
        places = func.length(text) - func.strpos(text, constant("."), type_=Integer)
        one_point = and_(func.length(text) == func.length(digits) + 1, places > 0, places < func.length(digits))
        with_point = and_(number >= 0, cast(number, String) == digits, or_(digits == text, one_point))
        cells = _with(
            cells,
            number=case((is_whole, cells.c.whole), else_=number),
            places=case((is_whole, 0), (digits == text, 0), else_=places),
            plain=case((is_whole, true()), else_=with_point),
        )
        return self._shaped_amounts(cells)

    def _shaped_amounts(self, cells: FromClause) -> FromClause:
        """Read what is no plain number but has one in it: the words around it, and the number without its commas."""
        text, is_plain = cells.c.amount, cells.c.plain
        parts = {"before": _BEFORE, "within": _WITHIN, "after": _AFTER}
        found = {
            name: case((is_plain, null()), else_=func.regexp_extract(text, constant(pattern), type_=String))
            for name, pattern in parts.items()
        }
        cells = _with(cells, **found)
        within, is_plain = cells.c.within, cells.c.plain
        bare = func.replace(
            func.replace(within, constant(","), constant("")), constant("."), constant(""), type_=String
        )
        shaped = and_(func.regexp_matches(within, constant(_NUMBER)), func.length(bare) <= _MOST_DIGITS)
        if self._by_text:
            shaped = and_(shaped, ~self._among_by_text(cells))
        point = func.strpos(within, constant("."), type_=Integer)
        decimals = case((point > 0, func.length(within) - point), else_=0)
        return _with(
            cells,
            number=case((is_plain, cells.c.number), (shaped, cast(bare, BigInteger))),
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
            if "projects" in self._tame.columns:
                return {"projects_number": number} | self._fix(projects_text=None)
            good = number >= 0
        elif self._raw.dialect == "duckdb":
            number = try_cast(text, BigInteger)
            good = and_(number >= 0, cast(number, String) == text)
        else:
            return {"projects_number": unread, "projects_text": text}
        told = text if self._raw.marked is None else self._raw.marked(text)
        return {"projects_number": case((good, number)), "projects_text": case((good, null()), else_=told)}

    def _dates(self, text: ColumnElement[Any] | None) -> Columns:
        is_tame = self._is_native("date") and "date" in self._tame.columns
        if text is None or "date" not in self._raw.columns or is_tame:
            return self._fix(date_text=None)
        if self._raw.dialect != "duckdb":
            return {"date_text": text}
        day = and_(func.length(text) == 10, cast(try_cast(text, Date), String) == text)
        return {"date_text": case((day, null()), else_=text)}


def _rows(columns: Columns, **more: ColumnElement[Any]) -> FromClause:
    """Return rows of these columns."""
    return select(*(expression.label(name) for name, expression in (columns | more).items())).subquery()


def _with(cells: FromClause, **more: ColumnElement[Any]) -> FromClause:
    """Return rows with more columns, which take the place of those of the same name."""
    return _rows({column.name: column for column in cells.c if column.name not in more}, **more)
