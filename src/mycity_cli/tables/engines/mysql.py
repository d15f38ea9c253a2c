"""MariaDB and MySQL. The two are one engine here, and what is said of the first is tried; MySQL is not.

What is asked of MySQL is what both are documented to have: REGEXP_SUBSTR, window functions, casts to FLOAT and a
collation that tells all letters apart, blanks at the end of a text too. That collation has another name in each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Inspector,
    Integer,
    LargeBinary,
    Select,
    String,
    TableClause,
    case,
    cast,
    func,
    literal_column,
)
from sqlalchemy.dialects.mysql import DOUBLE, FLOAT
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from mycity_cli.errors import DataError
from mycity_cli.messages import any_of, say
from mycity_cli.tables.engines.base import TIMEOUT, SqlEngine
from mycity_cli.tables.engines.shortest import signed, written_out
from mycity_cli.tables.engines.types import Kind, Type, constant, type_of

_SESSION = {
    "sql_mode": "'NO_UNSIGNED_SUBTRACTION'",  # no word of a server's own mode may change what a query means
    "time_zone": "'+00:00'",
    "net_write_timeout": "86400",  # how long an answer may wait for who reads it
    "sql_select_limit": "18446744073709551615",  # a server that returns some rows of an answer only would be believed
    "sql_big_selects": "1",
}
_OF_MARIADB = {"default_regex_flags": "''"}

_ALL_ROWS = 2**63 - 1

_OLDEST = {True: (10, 5), False: (8, 0, 17)}
"""The oldest versions that have all that is asked of them, of MariaDB and MySQL."""

_SHOWN, _PADDED, _BYTES, _FLOAT = "shown", "padded", "bytes", "float"
"""What a column is besides its kind: what drivers make another thing of than what is shown, a number that is shown with
zeros before it or as bits, texts without letters, a binary number of 32 bits."""


class MySql(SqlEngine):
    """MariaDB and MySQL, which compare texts by the collations of their columns, unless they are told otherwise."""

    name: ClassVar[str] = any_of(["MariaDB", "MySQL"])
    packages: ClassVar[Mapping[str, str]] = {"MySQLdb": "mysqlclient", "pymysql": "PyMySQL"}
    drivers: ClassVar[Sequence[str]] = ("pymysql", "mysqldb")

    # --- connections ---------------------------------------------------------------------------------------------

    def arguments(self, url: str) -> dict[str, Any]:
        """Return what the session is, before SQLAlchemy looks how texts are quoted in it."""
        told: dict[str, Any] = {
            "connect_timeout": TIMEOUT,
            "charset": "utf8mb4",
            "init_command": f"SET {', '.join(f'SESSION {name}={value}' for name, value in _SESSION.items())}",
            "local_infile": False,
        }
        # A server that takes a connection and says nothing is waited for by what reads from it.
        return told | {"read_timeout": TIMEOUT} if "+pymysql" in url.partition("://")[0] else told

    def prepare(self, connection: Connection) -> None:
        """Make the session read only, and its letters all different. Raises DataError for a server that is too old."""
        is_mariadb = bool(getattr(connection.dialect, "is_mariadb", False))
        version = connection.dialect.server_version_info or ()
        own, oldest = "MariaDB" if is_mariadb else "MySQL", _OLDEST[is_mariadb]
        if tuple(version) < oldest:
            told, first = (".".join(map(str, each)) for each in (version, oldest))
            message = say("cannot be read: {server} {version} is too old", server=own, version=told)
            raise DataError(message, help=say("{server} {version} or newer can be asked", server=own, version=first))
        driver = connection.connection.dbapi_connection
        if driver is not None and hasattr(driver, "_read_timeout"):
            # A question may take longer than a greeting; PyMySQL has one time for both, and no other way to it.
            driver._read_timeout = None  # noqa: SLF001
        for each in (
            f"SET NAMES utf8mb4 COLLATE {_collation(is_mariadb=is_mariadb)}",
            *(f"SET SESSION {name}={value}" for name, value in _OF_MARIADB.items() if is_mariadb),
            "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "SET SESSION TRANSACTION READ ONLY",
        ):
            connection.exec_driver_sql(each)
        # The transaction that this began is not read only yet.
        connection.rollback()

    # --- the catalogue -------------------------------------------------------------------------------------------

    def types(self, connection: Connection, inspector: Inspector, table: TableClause) -> dict[str, Type]:
        """Return the columns of a table, in their order, with what they hold."""
        del connection
        return {str(each["name"]): _type(each["type"]) for each in inspector.get_columns(table.name, table.schema)}

    # --- cells ---------------------------------------------------------------------------------------------------

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a text so that all its letters count, whatever the collation and the alphabet of its column."""
        if type_.native == _PADDED:
            return cell.op("+")(literal_column("0", Integer))
        if type_.native == _BYTES:
            return _letters_or_bytes(cell)
        return _Exactly(cell) if type_.kind is Kind.TEXT else cell

    def handed_over(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a cell as text where the driver would hand over less: a binary number, a day that there never was."""
        if type_.kind in (Kind.DATE, Kind.TIME) or type_.native == _SHOWN:
            return cast(cell, String)
        if type_.kind is Kind.REAL:
            return self.text(cell, type_)
        return self.compared(cell, type_) if type_.native else cell

    def text(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[str]:
        """Return a cell as text; a day that there never was as it is shown: 2022-11-00."""
        match type_.kind:
            case Kind.TIME:
                day = cast(self.day(cell, type_), String)
                return func.coalesce(day, cast(cell, String), type_=String)
            case Kind.REAL if type_.native == _FLOAT:
                return _shortest(cell)
            case _:
                return super().text(cell, type_)

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return the shortest text of a binary number of 64 bits."""
        return _written_out(cell, cast(func.abs(cell), String))

    def day(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the day, NULL for one that there never was: 0000-00-00, 2022-11-00 and 2022-02-31 can be stored."""
        day = func.date_add(cell, literal_column("INTERVAL 0 DAY"))
        return day if type_.kind is Kind.DATE else func.date(day)

    # --- texts ---------------------------------------------------------------------------------------------------

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a regular expression is found in a text: PCRE's in MariaDB, ICU's in MySQL."""
        return text.op("REGEXP", is_comparison=True)(constant(_to_the_end(pattern)))

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a regular expression finds first."""
        found = func.regexp_substr(text, constant(_to_the_end(pattern)), type_=String)
        return func.coalesce(found, constant(""), type_=String)

    def length(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return how many characters a text has; `length` would be its bytes."""
        return func.char_length(text, type_=Integer)

    def position(self, text: ColumnElement[Any], sign: str) -> ColumnElement[int]:
        """Return where a sign comes first in a text."""
        return func.locate(constant(sign), text, type_=Integer)

    # --- queries -------------------------------------------------------------------------------------------------

    def fenced(self, query: Select[Any]) -> Select[Any]:
        """Return a query that is not merged with the one around it: one that is limited never is."""
        return query.limit(constant(_ALL_ROWS))


ENGINE = MySql()


def _collation(*, is_mariadb: bool) -> str:
    """Return the collation to which texts are the same only if all their letters are, blanks at their ends included."""
    return "utf8mb4_nopad_bin" if is_mariadb else "utf8mb4_0900_bin"


class _Exactly(FunctionElement[str]):
    """A text of any alphabet, to be compared letter by letter."""

    name = "exactly"
    type = String()
    inherit_cache = True


@compiles(_Exactly)
def _exactly(element: _Exactly, compiler: SQLCompiler, **how: Any) -> str:
    collation = _collation(is_mariadb=bool(getattr(compiler.dialect, "is_mariadb", False)))
    return f"(CONVERT({compiler.process(element.clauses, **how)} USING utf8mb4) COLLATE {collation})"


def _letters_or_bytes(cell: ColumnElement[Any]) -> ColumnElement[str]:
    """Return bytes as the letters of UTF-8 that they are, or else in hexadecimal digits."""
    letters = _Exactly(cell)
    return case((cast(letters, LargeBinary) == cell, letters), else_=func.concat(constant("0x"), func.hex(cell)))


def _type(type_: Any) -> Type:
    """Return what a column holds."""
    found, name = type_of(type_), str(type_.__visit_name__)
    if name in ("BIT", "YEAR") or getattr(type_, "zerofill", False):
        return found._replace(native=_PADDED, kind=Kind.INTEGER if name in ("BIT", "YEAR") else found.kind)
    if found.kind is Kind.REAL:
        if type_.scale is not None:
            return Type(Kind.OTHER, native=_SHOWN)
        return found._replace(native=_FLOAT) if name == "FLOAT" else found
    if name in _OF_BYTES:
        return Type(Kind.TEXT, native=_BYTES)
    is_wide_number = name in ("DECIMAL", "NUMERIC")
    return Type(Kind.TEXT, native=_SHOWN) if found.kind is Kind.OTHER and not is_wide_number else found


_OF_BYTES = ("BINARY", "VARBINARY", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "null")


def _to_the_end(pattern: str) -> str:
    r"""Return a pattern whose $ is the end of the text; theirs is before a line break at the end, too."""
    return f"{pattern[:-1]}\\z" if pattern.endswith("$") else pattern


def _written_out(cell: ColumnElement[Any], text: ColumnElement[str]) -> ColumnElement[str]:
    """Return the text of a number without an exponent, from a text of its absolute value."""
    mantissa, power = (func.substring_index(text, constant("e"), constant(at), type_=String) for at in (1, -1))
    return signed(cell, written_out(text, (mantissa, power)))


def _shortest(cell: ColumnElement[Any]) -> ColumnElement[str]:
    """Return the shortest text that means a number of 32 bits: it is shown with six digits, and may need nine."""
    size = func.abs(cast(cell, DOUBLE))
    power = func.floor(func.log10(size))
    mantissa = size / func.pow(constant(10), power)
    told = [
        # Once more a DOUBLE, without the places behind the point that it was rounded to: 1.00000 is 1.
        func.concat(cast(func.round(mantissa, constant(places)), DOUBLE), constant("e"), power, type_=String)
        for places in (5, 6, 7, 8)
    ]
    shown = [(cast(each, FLOAT) == func.abs(cell), _written_out(cell, each)) for each in told[:-1]]
    return case((cell == 0, constant("0")), *shown, else_=_written_out(cell, told[-1]))
