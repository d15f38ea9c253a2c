"""What the rows of a table say: the good ones, the bad ones, and those that are left out as totals of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.errors import Excerpt, UsageError
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.messages import Message, say
from mycity_cli.period import Period

if TYPE_CHECKING:
    from mycity_cli.model import Cited


Citation = tuple[str, str | None]
"""The name that a table has for a source, which may be no id of a dataset, and the place in the source, if stated."""


@lru_cache(maxsize=10_000)  # many rows cite few sources
def citation(source: str, at: str | None = None) -> Cited:
    """Return the citation of a source by the name that a table has for it, which may be no id of a dataset."""
    # Imported here, as Pydantic is with it: a total of a table needs neither.
    from mycity_cli.model import Cited

    return Cited.model_construct(id=source, at=at)


@lru_cache(maxsize=10_000)
def _citations(cited: tuple[Citation, ...]) -> tuple[Cited, ...]:
    return tuple(citation(source, at) for source, at in cited)


class TableRow(NamedTuple):
    """A signing as a row of a table states it, which may be less than a dataset must say.

    `id` is that of the row, its number where it has none. `city`, `promoter` and `partner` are ids of places where the
    names were looked up, else the names themselves. `cited` are the names of its sources. `own` are the cells of the
    columns that say nothing of a signing, by the names of the columns. `number` is that of the row, in its `file` where
    the table has several.
    """

    id: str
    city: str
    kind: str | None = None
    promoter: str | None = None
    conference: str | None = None
    date: Period | None = None
    partner: str | None = None
    projects: Figure | None = None
    amount: Figure | NoMoney | None = None
    cited: tuple[Citation, ...] = ()
    part_of: str | None = None
    fields: tuple[str, ...] = ()
    note: str | None = None
    own: Mapping[str, str] = MappingProxyType({})
    number: int = 0
    file: str = ""

    @property
    def sources(self) -> tuple[Cited, ...]:
        """The citations of its sources."""
        return _citations(self.cited)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The names of its sources, which are their ids."""
        return tuple(source for source, _ in self.cited)

    @property
    def money(self) -> Figure | None:
        """The amount, where one is stated."""
        return self.amount if isinstance(self.amount, Figure) else None

    @property
    def lacks_amount(self) -> bool:
        """Whether an amount is missing: there may be one, and the row does not state it."""
        return self.amount is None

    @property
    def lacks_projects(self) -> bool:
        """Whether a number of projects is missing: where no money is ever stated, none was signed to be counted."""
        return self.projects is None and self.amount is not NoMoney.NONE


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
            problem.where = self._place(problem.column)
            yield problem

    def _place(self, column: str) -> str:
        if self.row is None:
            if column:
                return say("{file}: line {line}: {column}", file=self.file, line=self.line, column=column)
            return say("{file}: line {line}", file=self.file, line=self.line)
        if column:
            return say("{file}: row {row}: {column}", file=self.file, row=self.row, column=column)
        return say("{file}: row {row}", file=self.file, row=self.row)


def names_of_bad(bad: Sequence[BadRow]) -> tuple[str, ...]:
    """Return what bad rows are called beside an answer: by their numbers, and their files where they are of several."""
    several = len({row.file for row in bad}) > 1
    names = (say("line {line}", line=row.line) if row.row is None else say("row {row}", row=row.row) for row in bad)
    return tuple(
        say("{file}: {row}", file=row.file, row=name) if several else name for row, name in zip(bad, names, strict=True)
    )


BARE_HELP = say("say what numbers are: --amount-unit 'million USD', or a column 'currency'")
"""What to do where amounts are numbers without a currency."""

NO_ROW = say(
    "give it as many cells as the header line has, and quote a cell with a comma, a quotation mark or a line end"
)
"""What to do with a line of a file that is no row."""

NO_OBJECT = say("write one object in braces on each line")
"""What to do with a line of JSON that is no row."""


class Why(Enum):
    """Why a row is left out."""

    TOTAL = "total"
    TOTAL_OF_NEXT = "next"
    SUM = "sum"
    PART = "part"
    OTHER = "other"
    AGAIN = "again"


class SkippedRow(NamedTuple):
    """A row that is left out since it is no signing of its own, and why: it is a total, or stands there twice.

    `by` shows that: what the row is called, how many rows it is the sum of, or the number of the row that it repeats.
    `wrong` says of a total what in it is not what the rows above it add up to, in sentences.
    """

    number: int
    why: Why
    by: str | int
    wrong: tuple[str, ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether it adds up others."""
        return self.why in (Why.TOTAL, Why.TOTAL_OF_NEXT, Why.SUM)

    @property
    def told(self) -> Message:
        """What it is, in a sentence."""
        row, by = self.number, self.by
        match self.why:
            case Why.TOTAL:
                return say("row {row} is a total ('{name}')", row=row, name=by)
            case Why.TOTAL_OF_NEXT:
                return say("row {row} is the total of those below ('{name}')", row=row, name=by)
            case Why.SUM:
                return say("row {row} has no city, is the sum of the {number} rows above it", row=row, number=by)
            case Why.PART:
                return say("row {row} is part of the one above ('{name}')", row=row, name=by)
            case Why.OTHER:
                return say("row {row} is no signing ('{name}')", row=row, name=by)
            case Why.AGAIN:
                return say("row {row} is row {first} again", row=row, first=by)


@dataclass(frozen=True)
class TableRows:
    """What the rows of a table say. `notes` tell what was taken for what, and what was left out."""

    good: tuple[TableRow, ...]
    bad: tuple[BadRow, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    notes: tuple[str, ...] = ()
