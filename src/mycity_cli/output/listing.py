"""What a result is before it has a format: columns and the cells below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from mycity_cli.errors import UnknownNameError
from mycity_cli.exact import Rational, rational
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.messages import Language, say, told
from mycity_cli.model import Cited
from mycity_cli.period import Period
from mycity_cli.query.aspects import column_key
from mycity_cli.query.titles import heading_of

if TYPE_CHECKING:
    from mycity_cli.output.grounds import Grounds

T = TypeVar("T")


class Kind(Enum):
    """What the cells of a column are, which decides how each format writes them."""

    TEXT = "text"
    PROSE = "prose"
    """Text that may be long, which a table wraps at words."""

    DATE = "date"
    COUNT = "count"
    NUMBER = "number"
    AMOUNT = "amount"
    SHARE = "share"
    LIST = "list"
    FLAG = "flag"
    VERDICT = "verdict"
    """The word for a verdict, which has its colour on a terminal."""


class Column(NamedTuple, Generic[T]):
    """One column: its name in `--columns`, JSON and header lines, its title in tables, and the cell of a record.

    `rank` says which columns a narrow terminal leaves out: the highest first, those of rank 0 never. `said` says a text
    of the column as people call it in another language than English, such as a city by its name there.
    """

    name: str
    get: Callable[[T], Cell]
    kind: Kind = Kind.TEXT
    title: str = ""
    rank: int = 0
    said: Callable[[str, Language], str] | None = None

    @property
    def heading(self) -> str:
        """The title of the column in a table."""
        return self.title or heading_of(self.name, counts=self.kind is Kind.COUNT)


class Listing(NamedTuple, Generic[T]):
    """Records under columns: all columns there are, and the names of those shown where the user names none.

    `default` is shown in TSV, and with `more_in_files` behind it in CSV and workbooks (or `in_workbook` under
    their titles, where nobody reads the sheet back), `on_terminal` in tables and
    `in_json` in JSON; `totals` is the last row of a table. `read_back` says that mycity reads a sheet of it as data, so
    that it has the same names and values in every language.
    `is_strong` says of which records the rows stand out there.

    Formats that are handed on show the `notes` as well, which are asked for when all records have been written. The
    sheet of a workbook is called by the `title`; `sheets` are those that stand there in place of the listing itself.
    A page says by its `grounds` what the records are from.
    """

    columns: tuple[Column[T], ...]
    records: Iterable[T]
    default: tuple[str, ...]
    on_terminal: tuple[str, ...]
    in_json: tuple[str, ...]
    totals: T | None = None
    chosen: tuple[str, ...] | None = None
    more_in_files: tuple[str, ...] = ()
    in_workbook: tuple[str, ...] = ()
    read_back: bool = False
    unit: str | None = None
    is_strong: Callable[[T], bool] | None = None
    title: str = ""
    notes: Callable[[], Sequence[str]] = tuple
    sheets: Sequence[Listing[T]] = ()
    grounds: Grounds | None = None

    @property
    def in_files(self) -> tuple[str, ...]:
        """The names of the columns that CSV and workbooks show."""
        return self.chosen or (*self.default, *self.more_in_files)

    def columns_named(self, names: Iterable[str]) -> tuple[Column[T], ...]:
        """Return the columns with these names. Raises UnknownNameError for a name of none."""
        return tuple(_named(self.columns, name, "--columns") for name in names)

    def fields_named(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the columns with these names or Chinese headings, what is neither as it is."""
        return tuple(called or name for name in names for called in (column_headed(self.columns, name),))

    def sorted_by(self, key: str) -> Listing[T]:
        """Return the listing sorted by a column, from its largest where the key starts with `-`; empty cells last."""
        column = _named(self.columns, key.removeprefix("-"), "--sort")
        records = list(self.records)
        stated = [record for record in records if column.get(record) not in _EMPTY]
        missing = [record for record in records if column.get(record) in _EMPTY]
        stated.sort(key=lambda record: _sort_key(column.get(record)), reverse=key.startswith("-"))
        return self._replace(records=stated + missing)


class Card(NamedTuple):
    """One record in full: its fields, and how each is written; `notes` and `grounds` are as those of a listing."""

    fields: Sequence[tuple[Column[None], Cell]]
    unit: str | None = None
    notes: Callable[[], Sequence[str]] = tuple
    grounds: Grounds | None = None


@dataclass(frozen=True, slots=True)
class Nested:
    """Records within a record: objects in JSON, one unless they are `many`; `shown` stands for them elsewhere.

    The cards are made when they are asked for: only JSON does.
    """

    cards: Callable[[], tuple[Card, ...]]
    shown: str | int | Fraction | None
    many: bool = False


Cell = str | int | Fraction | Figure | Period | tuple[str | Cited, ...] | Mapping[str, str] | Nested | NoMoney | None
"""A value of a row. Money is a Figure as stated, a number of base units, or the word that there is none.

Names are kept by their language.
"""


_EMPTY = (None, (), NoMoney.NONE)
"""The cells that have no place in an order."""


def list_items(cell: tuple[str | Cited, ...] | Mapping[str, str]) -> list[str]:
    """Return the items of a list as text: `ein-2022-11-08 (paragraph 11)`, `苏州 (zh-Hans)`."""
    if isinstance(cell, Mapping):
        return [f"{name} ({language})" for language, name in cell.items()]
    return list(map(str, cell))


def field(name: str, value: Cell, kind: Kind = Kind.TEXT, title: str = "") -> tuple[Column[None], Cell]:
    """Return a field of a card."""
    return Column(name, lambda _: value, kind, title), value


def column_headed(columns: Sequence[Column[T]], typed: str) -> str | None:
    """Return the name of the column that is headed so in Chinese, or called so there; None for none."""
    if typed.isascii() or typed in (column.name for column in columns):
        return None
    from mycity_cli.query.called import column_called, title_key

    key = title_key(typed)
    headed = [column.name for column in columns if title_key(told(column.heading, Language.CHINESE)) == key]
    return headed[0] if len(headed) == 1 else column_called(typed, [column.name for column in columns])


def _named(columns: Sequence[Column[T]], name: str, where: str) -> Column[T]:
    by_name = {column.name: column for column in columns}
    if name in by_name:
        return by_name[name]
    meant = [column for each, column in by_name.items() if column_key(each) == column_key(name)]
    if len(meant) == 1:
        return meant[0]
    if (headed := column_headed(columns, name)) is not None:
        return by_name[headed]
    raise UnknownNameError(say("column"), name, list(by_name), where=where, most=len(by_name))


def _sort_key(cell: Cell) -> tuple[Rational, str, tuple[object, ...]]:
    match cell:
        case Figure():
            return rational(cell.value), "", ()
        case int() | Fraction():
            return cell, "", ()
        case Period():
            return 0, "", cell.key()
        case tuple() | Mapping():
            return 0, ", ".join(list_items(cell)).casefold(), ()
        case Nested():
            return _sort_key(cell.shown)
        case _:
            return 0, str(cell).casefold(), ()
