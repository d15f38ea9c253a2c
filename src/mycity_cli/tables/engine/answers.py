"""The questions of commands, answered by a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mycity_cli.errors import UsageError
from mycity_cli.query import Group as By
from mycity_cli.query import Measure, Selection
from mycity_cli.query.data import Records
from mycity_cli.query.engine import Conferences, Deals, Places, Sources, Totals
from mycity_cli.query.summed import Asked, Summed
from mycity_cli.query.totals import ranked
from mycity_cli.tables.engine.adding import EMPTY
from mycity_cli.tables.engine.chosen import KEY_COLUMNS, Chosen, Citing, limits_of
from mycity_cli.tables.engine.conferences import Gathered
from mycity_cli.tables.engine.groups import Group
from mycity_cli.tables.engine.made import made
from mycity_cli.tables.engine.spellings import PLACES, names_of
from mycity_cli.tables.engine.summing import summed
from mycity_cli.tables.engine.table import Table
from mycity_cli.tables.settings import left_out

if TYPE_CHECKING:
    from mycity_cli.model import Place


class TableEngine:
    """Answers from a table."""

    dataset: Records = EMPTY
    adds_at_once = True

    def __init__(self, table: Table) -> None:
        self._table = table

    @property
    def notes(self) -> Sequence[str]:
        """How many bad rows were left out."""
        return left_out(self._table.bad)

    def deals(self, selection: Selection) -> Deals:
        """Return the signings that match; they are read as they are asked for, each time anew."""
        chosen = Chosen.of(self._table, selection, ())
        return Deals(chosen.selected, frozenset(chosen.currencies))

    def totals(self, selection: Selection, by: By | None, measure: Measure, *, alone: bool = False) -> Totals:
        """Return what the signings that match add up to, and each group of them."""
        columns = KEY_COLUMNS[by] if by is not None else ()
        chosen = Chosen.of(self._table, selection, columns, by, projects=not alone or measure is Measure.PROJECTS)
        overall, rows = (each.totals(chosen.ids) for each in (chosen.whole, chosen.parts))
        return Totals(chosen.selected, overall, [] if by is None else ranked(rows, measure))

    def places(self) -> Places:
        """Return all places: the cities, promoters and partners of the rows, by name."""
        counted = self._table.gather(self._table.having(PLACES), _Counted)
        places = [_place(name) for name in sorted(counted.places)]
        held = Counter(each.city for each in Gathered.of(self._table).conferences() if each.city)
        return Places(places, held, counted.signed)

    def sources(self) -> Sources:
        """Return all sources, in the order of the rows that cite them first."""
        from mycity_cli.model import Source

        counted = self._table.gather(["source"], Citing, first=True)
        names = sorted(counted.first, key=lambda name: counted.first[name])
        sources = [made(Source, id=name, title=name, publisher=None, language=None) for name in names]
        cited = counted.rows + Counter(
            source.id for conference in Gathered.of(self._table).conferences() for source in conference.sources
        )
        return Sources(sources, cited)

    def conferences(self, selection: Selection) -> Conferences:
        """Return the conferences that match."""
        return Gathered.of(self._table, limits_of([selection])).answer(selection)

    def summed(self, asked: Sequence[Asked], *, as_written: bool = False) -> Sequence[Summed | UsageError]:
        """Return what each of several measures comes to, or what is wrong with the filters of one."""
        return summed(self._table, asked, as_written=as_written)

    def currencies(self) -> frozenset[str]:
        """Return the currencies of all amounts."""
        return frozenset(Chosen.of(self._table, Selection(), ()).currencies)


def _place(name: str) -> Place:
    from mycity_cli.model import Place

    return made(Place, id=name, name=name)


class _Counted:
    """The places of a table, and how many signings were held in each."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.signed: Counter[str] = Counter()

    def add(self, group: Group) -> None:
        self.places.update(name for column in PLACES for name in names_of(group.signing, column))
        self.signed[group.signing.city] += group.rows
