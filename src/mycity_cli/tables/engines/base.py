"""What an engine can do, and how it is asked to: the usual way of SQL. A module for each says what it does itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import (
    URL,
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Inspector,
    Integer,
    Select,
    String,
    TableClause,
    case,
    cast,
    extract,
    func,
    null,
    or_,
    type_coerce,
)
from sqlalchemy.exc import DBAPIError, NoSuchTableError, SQLAlchemyError

from mycity_cli.tables.engines.types import Kind, Type, constant, type_of

TIMEOUT = 10
"""Seconds after which a server that does not answer is given up."""

_WHOLE = "^(0|[1-9][0-9]{0,17})$"
_DAY = (
    "^(000[1-9]|00[1-9][0-9]|0[1-9][0-9][0-9]|[1-9][0-9][0-9][0-9])-"
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
)
"""A day as ISO 8601 has it, but for the last of February in leap years: few texts are left to our own rules."""

WHITE = "^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$"
"""A text of white space as Python knows it: the characters, not what patterns call them, which differs."""


class SqlEngine:
    """An engine that speaks SQL. What its methods return are expressions, unless they say otherwise.

    Texts that it compares are the same only if all their letters are, and a text that it does not read is left to the
    rules of figures and periods: so the answers are those of the rows in memory.
    """

    name: ClassVar[str] = ""
    """What people call it."""

    packages: ClassVar[Mapping[str, str]] = {}
    """The packages that bring the modules which its drivers need, where the two have different names."""

    groups_texts: ClassVar[bool] = True
    """Whether the least of texts is found as fast as a sum, so that groups may be made of smaller groups."""

    counts_rows: ClassVar[bool] = True
    """Whether to count some thousand rows takes no longer than to look at the first."""

    groups_plain_apart: ClassVar[bool] = False
    """Whether rows of which all is read are grouped apart from others: it takes texts that are mostly NULL for many."""

    streams_groups: ClassVar[bool] = True
    """Whether groups are handed over one by one; else all at once, where it can then share the work of making them."""

    drivers: ClassVar[Sequence[str]] = ()
    """The drivers by which it is asked, as its URL names them, the usual one first; none where any will do."""

    # --- connections ---------------------------------------------------------------------------------------------

    def arguments(self, url: str) -> dict[str, Any]:
        """Return what the driver is told, the parameters of its `connect`: to read only, and not to wait for ever."""
        del url
        return {}

    def url(self, url: URL) -> URL:
        """Return the URL that the driver is given. Raises DataError for one that is refused."""
        return url

    def prepare(self, connection: Connection) -> None:
        """Make a new session read only, and its time UTC. Raises DataError for a server that cannot be asked."""

    # --- the catalogue -------------------------------------------------------------------------------------------

    def tables(self, inspector: Inspector, schema: str | None) -> list[str]:
        """Return the names of the tables and views of a schema, none for one that is not there.

        Raises SQLAlchemyError where the server has gone.
        """
        try:
            return [*inspector.get_table_names(schema), *inspector.get_view_names(schema)]
        except SQLAlchemyError as error:
            if isinstance(error, DBAPIError) and error.connection_invalidated:
                raise
            return []

    def types(self, connection: Connection, inspector: Inspector, table: TableClause) -> dict[str, Type]:
        """Return the columns of a table, in their order, with what they hold."""
        del connection
        return {str(each["name"]): type_of(each["type"]) for each in inspector.get_columns(table.name, table.schema)}

    def key(self, inspector: Inspector, table: TableClause) -> list[str]:
        """Return the names of the columns of the primary key, none where there is no key."""
        try:
            return list(inspector.get_pk_constraint(table.name, table.schema)["constrained_columns"])
        except (NoSuchTableError, NotImplementedError, KeyError):
            return []

    def order(self, table: TableClause, types: Mapping[str, Type], key: Sequence[str]) -> list[ColumnElement[Any]]:
        """Return what puts the rows of a table in an order that does not change: its key, or else all its columns."""
        if key and all(own in types for own in key):
            parts = [self.compared(table.c[own], types[own]) for own in key]
            is_whole = len(key) == 1 and types[key[0]].kind is Kind.INTEGER
            return [type_coerce(parts[0], BigInteger)] if is_whole else parts
        cells = [self.compared(self._sortable(table.c[own], types[own]), types[own]) for own in types]
        return [each for cell in cells for each in (case((cell.is_(None), 0), else_=1), cell)]

    def _sortable(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        return cast(cell, String) if type_.kind is Kind.OTHER else cell

    # --- cells ---------------------------------------------------------------------------------------------------

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a cell so that it is compared letter by letter, whatever the collation of its column."""
        del type_
        return cell

    def handed_over(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a cell as the driver can hand it over without a loss: it would widen a binary number."""
        return cast(cell, String) if type_.kind is Kind.REAL else cell

    def text(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[str]:
        """Return a cell as text: a number in its shortest form that is exact, a date as ISO 8601 has it."""
        match type_.kind:
            case Kind.TEXT:
                return cell
            case Kind.REAL:
                return self.real_text(cell)
            case Kind.TIME | Kind.INSTANT:
                return cast(self.day(cell, type_), String)
            case _:
                return cast(cell, String)

    def is_blank(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[bool]:
        """Return whether nothing stands in a cell."""
        nothing = cell.is_(None)
        has_text = type_.kind in (Kind.TEXT, Kind.OTHER)
        return or_(nothing, self.matches(self.text(cell, type_), WHITE)) if has_text else nothing

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return a binary number as the shortest text that means it and no other, without an exponent."""
        return cast(cell, String)

    def day(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the day of a date or a time; that of an instant is its day in UTC."""
        return cell if type_.kind is Kind.DATE else cast(cell, Date)

    def part_of_day(self, day: ColumnElement[Any], part: str) -> ColumnElement[int]:
        """Return the `year`, `quarter` or `month` of a day, a number."""
        return extract(part, day)

    # --- texts ---------------------------------------------------------------------------------------------------

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a regular expression is found in a text."""
        raise NotImplementedError

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a regular expression finds in a text first, "" where it finds nothing."""
        raise NotImplementedError

    def length(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return how many characters a text has."""
        return func.length(text, type_=Integer)

    def position(self, text: ColumnElement[Any], sign: str) -> ColumnElement[int]:
        """Return where a sign comes first in a text, from 1; 0 where it does not."""
        return func.strpos(text, constant(sign), type_=Integer)

    def integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text is which is written as the engine would write it; NULL for another text."""
        return case((self.matches(text, _WHOLE), self.big_integer(text)))

    def big_integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text of up to eighteen digits is; it is asked only of such texts."""
        return cast(text, BigInteger)

    def is_day(self, text: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return whether a text is a day as ISO 8601 has it, and as the engine itself would write it."""
        return self.matches(text, _DAY)

    def part_of_text(self, text: ColumnElement[Any], start: int, length: int) -> ColumnElement[str]:
        """Return so many characters of a text from a place on, which counts from 1."""
        return func.substr(text, constant(start), constant(length), type_=String)

    # --- queries -------------------------------------------------------------------------------------------------

    def number_conditions(self, cell: ColumnElement[Any], type_: Type) -> Sequence[ColumnElement[bool]]:
        """Return the conditions that a cell which is at least 0 is a number: none where all of its column are."""
        del cell, type_
        return ()

    def addends(self, number: ColumnElement[Any]) -> Sequence[ColumnElement[Any]]:
        """Return the columns that are summed up to sum up a number exactly; see `added_up`."""
        return [number]

    def added_up(self, sums: Sequence[Any]) -> int | Decimal | None:
        """Return the sum of numbers, from the sums of their addends as the driver hands them over."""
        return None if sums[0] is None else Decimal(sums[0])

    def truth(self, condition: ColumnElement[bool]) -> ColumnElement[Any]:
        """Return a condition as a column of a query."""
        return condition

    def fenced(self, query: Select[Any]) -> Select[Any]:
        """Return a query within another so that its expressions are evaluated once for a row, and not where used."""
        return query

    def packed(self, keys: Sequence[ColumnElement[Any]], *, unless: ColumnElement[bool]) -> ColumnElement[Any] | None:
        """Return several keys as one, NULL where a condition holds; None where that is of no use to the engine."""
        del keys, unless
        return None

    def number(self, order: Sequence[ColumnElement[Any]]) -> ColumnElement[int]:
        """Return the numbers of the rows in an order, from 1."""
        return func.row_number().over(order_by=order or null())

    def place(self, order: Sequence[ColumnElement[Any]]) -> ColumnElement[Any] | None:
        """Return what tells which row comes first, where that takes less than to number all of them; else None.

        That is a key that is one whole number: to number rows they are sorted.
        """
        return order[0] if len(order) == 1 and isinstance(order[0].type, Integer) else None

    def begin(self, least: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the numbers by which groups come in the order of their first rows, from the least places of each."""
        return func.rank(type_=Integer).over(order_by=least)
