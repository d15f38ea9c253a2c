"""What the rows of a table say: the good ones, the bad ones, and those that are left out as totals of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.errors import Excerpt, UsageError
from mycity_cli.figure import Figure
from mycity_cli.period import Period

if TYPE_CHECKING:
    from mycity_cli.model import Cited


@dataclass(frozen=True, slots=True)
class TableRow:
    """A signing as a row of a table states it, which may be less than a dataset must say.

    `id` is that of the row, its number where it has none. `city`, `promoter` and `partner` are ids of places where the
    names were looked up, else the names themselves. `own` are the cells of the columns that say nothing of a signing,
    by the names of the columns.
    """

    id: str
    city: str
    kind: str | None = None
    promoter: str | None = None
    conference: str | None = None
    date: Period | None = None
    partner: str | None = None
    projects: Figure | None = None
    amount: Figure | None = None
    sources: tuple[Cited, ...] = ()
    part_of: str | None = None
    fields: tuple[str, ...] = ()
    note: str | None = None
    own: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class CellError(UsageError):
    """What is wrong with the cell of a column, with its stable code."""

    def __init__(self, message: str, column: str, code: str, *, help: str = "", excerpt: Excerpt | None = None) -> None:
        super().__init__(message, where=column, help=help, excerpt=excerpt)
        self.column = column
        self.code = code


class BadRow(NamedTuple):
    """A row that is bad: its file, its number or, where it is no row at all, its line, and what is wrong with it."""

    file: str
    row: int | None
    line: int | None
    problems: list[CellError]

    def errors(self) -> Iterator[CellError]:
        """Yield what is wrong, each with its place."""
        for problem in self.problems:
            where = f"{self.file}: line {self.line}" if self.row is None else f"{self.file}: row {self.row}"
            problem.where = f"{where}: {problem.column}" if problem.column else where
            yield problem


class SkippedRow(NamedTuple):
    """A row that is left out since it is no signing of its own, and why: it is a total, or stands there twice."""

    number: int
    why: str


@dataclass(frozen=True)
class TableRows:
    """What the rows of a table say. `notes` tell what was taken for what, and what was left out."""

    good: tuple[TableRow, ...]
    bad: tuple[BadRow, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    notes: tuple[str, ...] = ()
