"""Names that people type, found among those that the rows of a table have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from mycity_cli.errors import UnknownNameError
from mycity_cli.messages import say
from mycity_cli.query import Selection
from mycity_cli.query.names import fold
from mycity_cli.query.selection import Named
from mycity_cli.tables.known import PLACES, TablePlace
from mycity_cli.tables.records import TableEvent
from mycity_cli.tables.rows import TableRow


class Spellings:
    """The names of a column that mean one of the names that were typed: they differ in what `fold` leaves out.

    Columns of places hold ids: there `meant` returns the id that a typed name means.
    """

    def __init__(self, wanted: Iterable[str], meant: Callable[[str], str] = fold) -> None:
        self.wanted = tuple(wanted)
        self._meant = meant
        self._known: dict[str, str | None] = {}

    def __len__(self) -> int:
        return len(self.wanted)

    def __contains__(self, name: object, /) -> bool:
        return isinstance(name, str) and self.meant_by(name) is not None

    def meant_by(self, name: str) -> str | None:
        """Return which of the typed names a name of the column is, None for none of them."""
        if name not in self._known:
            key = fold(name) if self._meant is fold else name
            found = (wanted for wanted in self.wanted if self._meant(wanted) == key)
            self._known[name] = next(found, None)
        return self._known[name]

    def is_among(self, wanted: str, names: Iterable[str]) -> bool:
        """Return whether some names of columns are a typed one."""
        key = self._meant(wanted)
        return any((fold(name) if self._meant is fold else name) == key for name in names)

    @property
    def found(self) -> list[str]:
        """The names of the column that were met and are one of the typed ones."""
        return [name for name, wanted in self._known.items() if wanted is not None]

    @property
    def missing(self) -> list[str]:
        """The typed names that none met so far is."""
        met = {self._meant(wanted) for wanted in self._known.values() if wanted is not None}
        return [wanted for wanted in self.wanted if self._meant(wanted) not in met]


class Filters(NamedTuple):
    """The filters by name of a selection."""

    city: Spellings
    promoter: Spellings
    kind: Spellings
    conference: Spellings
    source: Spellings

    @classmethod
    def of(cls, selection: Selection, place: Callable[[str], str] = fold) -> Filters:
        """Return the filters by name of a selection; `place` returns the id that the typed name of a place means."""
        return cls(
            Spellings(selection.cities, place),
            Spellings(selection.promoters, place),
            *map(Spellings, (selection.kinds, selection.conferences, selection.sources)),
        )

    @property
    def given(self) -> dict[str, Spellings]:
        """The spellings of each column that is filtered."""
        return {column: spellings for column, spellings in self._asdict().items() if len(spellings)}

    @property
    def named(self) -> Named:
        """The same as the filters of a selection."""
        return Named(*self)

    def meet(self, record: TableRow | TableEvent) -> None:
        """Take note of the names of a record."""
        for column, spellings in self.given.items():
            for name in names_of(record, column):
                spellings.meant_by(name)

    def require_found(
        self, names_in: Callable[[Sequence[str]], list[str]], places: Callable[[], Sequence[TablePlace]]
    ) -> None:
        """Raise UnknownNameError for a name that nothing has.

        `names_in` returns all names in columns, and `places` those that were met.
        """
        for column, spellings in self.given.items():
            for name in spellings.missing:
                is_place = column in PLACES
                known = names_in(PLACES if is_place else [column])
                # A place that only bad rows name was met too.
                there = places() if is_place else ()
                if spellings.is_among(name, [*known, *(place.id for place in there)]):
                    continue
                if not is_place:
                    raise UnknownNameError(_CALLED[column], name, known, where=f"--{column}")
                others = [other for place in there for other in place.all_names[1:]]
                shown = [place.name for place in there]
                raise UnknownNameError(say("city"), name, shown, also=others, where=f"--{column}")


_CALLED = {"kind": say("kind"), "conference": say("conference"), "source": say("source")}
"""What the names in columns are names of, but for places."""


def names_of(record: TableRow | TableEvent, column: str) -> list[str]:
    """Return the names that a record has in a column; that of a conference is its id."""
    if column == "conference" and isinstance(record, TableEvent):
        return [record.id]
    if column == "source":
        return list(dict.fromkeys(cited.id for cited in record.sources))
    name = getattr(record, column)
    return [] if name is None else [name]
