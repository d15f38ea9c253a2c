"""Names that people type, found among those that the rows of a table have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from mycity_cli.errors import UnknownNameError
from mycity_cli.query import Selection
from mycity_cli.query.data import Deal, Event
from mycity_cli.query.names import fold
from mycity_cli.query.selection import Named

PLACES = ("city", "promoter", "partner")
"""The columns that hold names of places."""


class Spellings:
    """The spellings of a column that mean one of the names that were typed: they differ in what `fold` leaves out."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.wanted = tuple(wanted)
        self._folded = {fold(name): name for name in self.wanted}
        self._known: dict[str, str | None] = {}

    def __len__(self) -> int:
        return len(self.wanted)

    def __contains__(self, name: object, /) -> bool:
        return isinstance(name, str) and self.meant_by(name) is not None

    def meant_by(self, spelling: str) -> str | None:
        """Return which of the names a spelling means, None for none of them."""
        if spelling not in self._known:
            self._known[spelling] = self._folded.get(fold(spelling))
        return self._known[spelling]

    @property
    def found(self) -> list[str]:
        """The spellings that were met and mean one of the names."""
        return [spelling for spelling, name in self._known.items() if name is not None]

    @property
    def missing(self) -> list[str]:
        """The names that no spelling met so far means."""
        met = {fold(spelling) for spelling in self.found}
        return [name for name in self.wanted if fold(name) not in met]


class Filters(NamedTuple):
    """The filters by name of a selection."""

    city: Spellings
    promoter: Spellings
    kind: Spellings
    conference: Spellings
    source: Spellings

    @classmethod
    def of(cls, selection: Selection) -> Filters:
        """Return the filters by name of a selection."""
        named = (selection.cities, selection.promoters, selection.kinds, selection.conferences, selection.sources)
        return cls(*map(Spellings, named))

    @property
    def given(self) -> dict[str, Spellings]:
        """The spellings of each column that is filtered."""
        return {column: spellings for column, spellings in self._asdict().items() if len(spellings)}

    @property
    def named(self) -> Named:
        """The same as the filters of a selection."""
        return Named(*self)

    def meet(self, record: Deal | Event) -> None:
        """Take note of the names of a record."""
        for column, spellings in self.given.items():
            for name in names_of(record, column):
                spellings.meant_by(name)

    def require_found(self, names_in: Callable[[Sequence[str]], list[str]]) -> None:
        """Raise UnknownNameError for a name that nothing has; `names_in` returns all names in columns."""
        for column, spellings in self.given.items():
            for name in spellings.missing:
                is_place = column in PLACES
                known = sorted(names_in(PLACES)) if is_place else names_in([column])
                if fold(name) not in map(fold, known):
                    noun = "city" if is_place else column
                    raise UnknownNameError(noun, name, known, where=f"--{column}")


def names_of(record: Deal | Event, column: str) -> list[str]:
    """Return the names that a record has in a column; that of a conference is its id."""
    if column == "source":
        return [cited.id for cited in record.sources]
    name = getattr(record, column)
    return [] if name is None else [name]
