"""A dataset of the rows of a table: what the rows only name becomes a record that says no more than that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, count, islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mycity_cli.errors import DataError, MycityError, visible
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.exchange.naming import Names, as_id, is_id
from mycity_cli.exchange.reading import Found, read
from mycity_cli.exchange.row_signing import RowSigning
from mycity_cli.messages import listed, say
from mycity_cli.model import Dataset, Place, Signing
from mycity_cli.tables.known import PlaceNames
from mycity_cli.tables.profile import Profile, profile_of
from mycity_cli.tables.reading_rows import read_rows
from mycity_cli.tables.rows import BadRow, TableRow, TableRows
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Sheet
from mycity_cli.tables.telling import bad_rows_error

_NEEDED = ("id", "kind", "source")
"""What every signing has besides its city, and is made where a table lacks it."""

_MOST_TOLD = 3


class Read(NamedTuple):
    """A dataset that was read, and what a reader of it should know.

    `named_only` is how many records of each noun were made for names that nothing says more about; `unread` are the
    columns of the table that say nothing about a signing, `supplied` those that it lacks and every signing has, `bad`
    is how many of its rows were left out since they are bad, and `skipped` how many since they are totals of others or
    stand there twice. `notes` tell what was found out about the table.
    """

    dataset: Dataset
    named_only: Mapping[str, int] = MappingProxyType({})
    unread: tuple[str, ...] = ()
    supplied: tuple[str, ...] = ()
    bad: int = 0
    skipped: int = 0
    notes: tuple[str, ...] = ()


def dataset_of(
    sheet: Sheet, *, like: Dataset | None = None, settings: Settings | None = None, places: Iterable[Place] = ()
) -> Read:
    """Return a dataset with the rows of a sheet as its signings, and everything else as in the dataset `like`.

    Names that are those of one of the `places` mean one place, whatever the dataset knows of it. Raises DataError for
    a sheet without cities, and with every bad row, or as many as the settings ask for; where they say so, bad rows are
    left out.
    """
    settings = settings or Settings()
    profile = profile_of(sheet, settings)
    rows = _rows(sheet, profile, settings)
    if rows.bad and not settings.skip_bad:
        raise bad_rows_error(sheet.name, rows, settings)
    good, bad = list(rows.good), list(rows.bad)
    others = () if like is None else (id for id, each in like.by_id.items() if not isinstance(each, Signing))
    ids = _Ids(sheet.name, good, others, have_own="id" in profile.places)
    known = tuple(places)
    while True:
        names = Names(like or Dataset(), ids.taken, PlaceNames(known, as_written=settings.as_written))
        attempt = _Attempt(good, names, ids, sheet.name)
        if not attempt.bad:
            break
        bad += attempt.bad
        # What refers to a row that is left out is bad then too.
        good = attempt.good
        if not settings.skip_bad:
            raise bad_rows_error(sheet.name, TableRows(tuple(good), tuple(bad)), settings)
    used = {*profile.places.values(), profile.unit_column}
    return Read(
        attempt.dataset(sheet.name),
        attempt.named_only,
        unread=tuple(name for place, name in enumerate(sheet.columns) if place not in used and name),
        supplied=tuple(column for column in _NEEDED if sheet.columns and column not in profile.places),
        bad=len(bad),
        skipped=len(rows.skipped),
        notes=(*sheet.notes, *profile.notes, *profile.day_notes, *rows.notes, *ids.notes),
    )


def _rows(sheet: Sheet, profile: Profile, settings: Settings) -> TableRows:
    """Return what the rows say. Raises DataError where no column has the cities, or figures are left in doubt."""
    profile.require("city", sheet)
    for column in ("amount", "projects"):
        if column in profile.unread:
            profile.require(column, sheet)
    return read_rows(sheet, profile, settings)


class _Ids:
    """The ids that the signings of rows have: those of the rows, as far as they can be ids of a dataset.

    `have_own` says that the table has a column of ids; `others` are the ids of other records.
    """

    def __init__(self, name: str, rows: Sequence[TableRow], others: Iterable[str], *, have_own: bool) -> None:
        self._name = name
        self._kept = {row.id for row in rows if have_own and is_id(row.id)}
        self._others = set(others)
        self._changed: dict[str, str] = {}
        self._by_row: dict[tuple[str, int], str] = {}
        self.by_own: dict[str, str] = {}
        """The ids of signings by those of the rows."""
        self.taken: set[str] = set()
        for row in rows:
            id = row.id if row.id in self._kept and row.id not in self.taken else self._made(row, have_own=have_own)
            self.taken.add(id)
            self._by_row[row.file, row.number] = id
            self.by_own.setdefault(row.id, id)

    def of(self, row: TableRow) -> str:
        """Return the id of a row."""
        return self._by_row[row.file, row.number]

    @property
    def notes(self) -> list[str]:
        """The note that says which ids are written in another way, if any are."""
        if not self._changed:
            return []
        ids = listed(say("'{own}' as {id}", own=own, id=id) for own, id in islice(self._changed.items(), _MOST_TOLD))
        more = len(self._changed) - _MOST_TOLD
        if more <= 0:
            return [say("ids are written as a dataset has them: {ids}", ids=ids)]
        return [say("ids are written as a dataset has them: {ids} and {number} others", ids=ids, number=more)]

    def _made(self, row: TableRow, *, have_own: bool) -> str:
        own = as_id(row.id) if have_own and row.id not in self._kept else ""
        wanted = own or f"{as_id(Path(row.file or self._name).stem) or 'row'}-{row.number}"
        ids = chain((wanted,), (f"{wanted}-{number}" for number in count(2)))
        id = next(id for id in ids if not any(id in taken for taken in (self._kept, self._others, self.taken)))
        if have_own and row.id not in self._kept:
            self._changed[row.id] = id
        return id


class _Attempt:
    """Rows that are read together: the dataset that they make with what is known, and the rows that it refuses."""

    def __init__(self, rows: Sequence[TableRow], names: Names, ids: _Ids, name: str) -> None:
        # The file is the source where no column names one. Its name may hold bytes that no text of a dataset may.
        files = {file: visible(Path(file or name).name) for file in {row.file for row in rows}}
        self._signings = [RowSigning(row, names, ids.of(row), ids.by_own, files[row.file]) for row in rows]
        content = {**plain_record(names.like), "signings": [each.content for each in self._signings]}
        for kind, added in names.added.items():
            content[kind] = [*content.get(kind, []), *added.values()]
        self._found = read(content)
        self._others = [] if isinstance(self._found, Dataset) else _shared_out(self._found, self._signings)
        self.good = [each.row for each in self._signings if not each.problems]
        self.bad = [
            BadRow(each.row.file or name, each.row.number, None, each.problems)
            for each in self._signings
            if each.problems
        ]
        self.named_only = {kind.removesuffix("s"): len(added) for kind, added in names.added.items() if added}

    def dataset(self, name: str) -> Dataset:
        """Return the dataset. Raises DataError with what is wrong with other records than signings."""
        if not isinstance(self._found, Dataset):
            problems = [problem(name) for problem in self._others]
            raise DataError(say("is no valid dataset"), where=name, problems=problems)
        return self._found


def _shared_out(found: Found, signings: Sequence[RowSigning]) -> list[Callable[[str], MycityError]]:
    """Give each row the problems of its signing, and return those of other records."""
    others = []
    for steps, problem in found:
        match steps:
            case ("signings", int(number), str(field), *_):
                signings[number].add(field, problem(""))
            case ("signings", int(number)):
                signings[number].add("", problem(""))
            case _:
                others.append(problem)
    return others
