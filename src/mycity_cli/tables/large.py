"""Tables that are too large to be held in memory: answered where they are, as long as a question can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from mycity_cli.errors import UsageError
from mycity_cli.query import By, Measure, Selection
from mycity_cli.query.data import Records
from mycity_cli.query.engine import Conferences, Deals, Engine, Places, Sources, Totals
from mycity_cli.query.summed import Asked, Summed
from mycity_cli.tables.in_memory import TableInMemory
from mycity_cli.tables.sql.answers import TableEngine
from mycity_cli.tables.sql.gathering import NeedsRowsError

if TYPE_CHECKING:
    from mycity_cli.query.words import WordsRead

A = TypeVar("A")


class LargeTable:
    """Answers from an engine; from rows in memory what the engine cannot answer, or where it finds the rows odd."""

    def __init__(self, engine: TableEngine, in_memory: Callable[[], TableInMemory]) -> None:
        self._large = engine
        self._open = in_memory
        self._rows: TableInMemory | None = None

    @property
    def _engine(self) -> Engine:
        return self._rows or self._large

    @property
    def adds_at_once(self) -> bool:
        """Whether sums know which figures they share only if they are asked for in one call."""
        return True

    @property
    def dataset(self) -> Records:
        """What has the names of what answers refer to by id."""
        return self._engine.dataset

    @property
    def notes(self) -> Sequence[str]:
        """What is to be said beside every answer so far."""
        return self._engine.notes

    @property
    def readings(self) -> Sequence[str]:
        """Those of the notes that only say how the table was read."""
        return self._engine.readings

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match."""
        return self._asked(lambda engine: engine.deals(selection))

    def totals(self, selection: Selection, by: By, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them."""
        return self._asked(lambda engine: engine.totals(selection, by, measure, alone=alone))

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""
        return self._asked(lambda engine: engine.conferences(selection))

    def words(self, words: Sequence[str], of: str) -> WordsRead:
        """Return what words without an option select; what is no name is looked for in the rows, in memory."""
        return self._asked(lambda engine: engine.words(words, of))

    def places(self) -> Places:
        """Return all places that the rows name."""
        return self._asked(lambda engine: engine.places())

    def sources(self) -> Sources:
        """Return all sources that the rows cite."""
        return self._asked(lambda engine: engine.sources())

    def summed(self, asked: Sequence[Asked], *, as_written: bool = False) -> Sequence[Summed | UsageError]:
        """Return what each of several measures comes to, or what is wrong with the filters of one."""
        return self._asked(lambda engine: engine.summed(asked, as_written=as_written))

    def currencies(self) -> frozenset[str]:
        """Return the currencies of all amounts."""
        return self._asked(lambda engine: engine.currencies())

    def _asked(self, question: Callable[[Engine], A]) -> A:
        if self._rows is None:
            try:
                return question(self._large)
            except NeedsRowsError:
                self._rows = self._open()
        return question(self._rows)
