"""A dataset of the rows of a table: what the rows only name becomes a record that says no more than that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from mycity_cli.errors import DataError, Excerpt, MycityError, UnknownNameError, UsageError
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.exchange.reading import Found, read
from mycity_cli.exchange.signing_rows import COLUMNS, NEEDED, Row, Table, items_of, joined
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.model import LISTS, Dataset
from mycity_cli.query.names import find_conferences, find_places, find_sources, fold
from mycity_cli.tables.columns import find_columns
from mycity_cli.tables.engine.readings import Readings
from mycity_cli.tables.settings import Settings, bad_rows

UNSTATED = "unstated"
"""The kind of a conference that a table only names, and of signings where it has no column for it."""

UNKNOWN_PUBLISHER = "not stated"
UNKNOWN_LANGUAGE = "und"
"""The language tag of what is in no known language (ISO 639-2, BCP 47)."""


class Read(NamedTuple):
    """A dataset that was read, and what a reader of it should know.

    `named_only` is how many records of each noun were made for names that nothing says more about; `unread` are the
    columns of the table that say nothing about a signing, `supplied` those that it lacks and every signing has, and
    `bad` is how many of its rows were left out.
    """

    dataset: Dataset
    named_only: Mapping[str, int] = MappingProxyType({})
    unread: tuple[str, ...] = ()
    supplied: tuple[str, ...] = ()
    bad: int = 0


def dataset_of(
    table: Table,
    *,
    name: str,
    like: Dataset | None,
    names: Mapping[str, str] | None = None,
    settings: Settings | None = None,
) -> Read:
    """Return a dataset with the rows as its signings, and everything else as in the dataset `like`.

    `names` are those that columns have in the table. Raises DataError with every bad row, or as many as the settings
    ask for; where they say so, bad rows are left out.
    """
    settings = settings or Settings()
    columns = _columns(table, name, names or {})
    supplied = tuple(each for each in NEEDED if table.columns and each not in columns.values())
    rows = list(_rows_of(table, columns, name))
    while True:
        read_rows = _ReadRows(rows, like or Dataset(), Readings(settings.unit))
        if not (settings.skip_bad and read_rows.bad):
            break
        # What refers to a row that is left out is bad then too.
        rows = [reader.row for reader in read_rows.readers if not reader.problems]
    found = read_rows.required(name, settings.max_errors)
    unread = tuple(column for column in table.columns if column not in columns)
    return Read(found, read_rows.named_only, unread, supplied, len(table.rows) - len(rows))


def _columns(table: Table, name: str, names: Mapping[str, str]) -> dict[str, str]:
    """Return the columns that are read, by their names in the file. Raises DataError where one is missing or twice."""
    if not table.columns:
        return {}
    found = find_columns(table.columns, names, where=name, columns=COLUMNS, required=("city",))
    return {table.columns[place]: column for column, place in found.items()}


def _rows_of(table: Table, columns: Mapping[str, str], name: str) -> Iterator[Row]:
    """Yield the rows with their cells by what they hold, and with what the table does not say of them."""
    path = Path(name)
    stem = as_id(path.stem) or "row"
    for number, row in enumerate(table.rows, start=1):
        own = {
            "id": f"{stem}-{number}",
            "kind": UNSTATED,
            "source": joined([path.name]),
            **({} if "source" in columns.values() else {"at": f"row {number}"}),
        }
        there = {columns[column]: cell for column, cell in row.cells.items() if column in columns}
        yield row._replace(cells={**{key: own[key] for key in own if key not in columns.values()}, **there})


class _ReadRows:
    """Rows that were read together: the dataset that they make with what is known, and everything that is wrong."""

    def __init__(self, rows: Sequence[Row], known: Dataset, readings: Readings) -> None:
        names = _Names(known, {row.cells.get("id", "") for row in rows})
        self.readers = [_Reader(row, names, readings) for row in rows]
        content = {**plain_record(known), "signings": [reader.signing() for reader in self.readers]}
        for kind, added in names.added.items():
            content[kind] = [*content.get(kind, []), *added.values()]
        self._found = read(content)
        self._others = [] if isinstance(self._found, Dataset) else _shared_out(self._found, self.readers)
        self.bad = [reader for reader in self.readers if reader.problems]
        self.named_only = {kind.removesuffix("s"): len(added) for kind, added in names.added.items() if added}

    def required(self, name: str, most: int) -> Dataset:
        """Return the dataset. Raises DataError with what is wrong, of bad rows so many at the most."""
        if self.bad:
            shown = self.bad[:most]
            problems: list[MycityError] = [problem for reader in shown for problem in reader.told()]
            problems.append(bad_rows(len(self.bad), len(self.readers), shown=len(shown), name=name))
            raise DataError("is no table of signings", where=name, problems=problems)
        if self._others or not isinstance(self._found, Dataset):
            raise DataError("is no valid dataset", where=name, problems=[problem(name) for problem in self._others])
        return self._found


def _shared_out(found: Found, readers: list[_Reader]) -> list[Callable[[str], MycityError]]:
    """Give each row the problems of its signing, and return those of other records."""
    others = []
    for steps, problem in found:
        match steps:
            case ("signings", int(number), str(field), *_):
                readers[number].add(field, problem)
            case ("signings", int(number)) if readers[number].problems:
                pass  # it lacks what the row has wrong
            case _:
                others.append(problem)
    return others


class _Names:
    """The ids that the names in a table stand for, and the records that are made for names nobody knows."""

    def __init__(self, known: Dataset, ids: set[str]) -> None:
        self.known = known
        self.taken = ids | known.by_id.keys()
        self.added: dict[str, dict[str, dict[str, Any]]] = {"places": {}, "sources": {}, "conferences": {}}
        self._found: dict[tuple[str, str], str] = {}

    def id_of(self, kind: str, name: str, fields: dict[str, Any]) -> str:
        """Return the id of the record of a kind with a name; where there is none yet, one with these fields is made.

        Raises UsageError where several records have the name.
        """
        key = (kind, fold(name))
        if key not in self._found:
            self._found[key] = self._known(kind, name) or self._made(kind, name, fields)
        return self._found[key]

    def _known(self, kind: str, name: str) -> str | None:
        if isinstance(self.known.by_id.get(name), LISTS[kind]):
            return name
        try:
            (id,) = _FIND[kind](self.known, [name])
        except UnknownNameError:
            return None
        return id

    def _made(self, kind: str, name: str, fields: dict[str, Any]) -> str:
        id = next(id for id in _ids(kind.removesuffix("s"), as_id(name)) if id not in self.taken)
        self.taken.add(id)
        self.added[kind][id] = {"id": id, **fields}
        return id


def _ids(noun: str, id: str) -> Iterator[str]:
    """Yield ids for a record: its name as an id, and others for where that is taken, or empty."""
    if id:
        yield id
        yield f"{noun}-{id}"
    stem = f"{noun}-{id}" if id else noun
    yield from (f"{stem}-{number}" for number in count(2 if id else 1))


_FIND: dict[str, Callable[[Dataset, Sequence[str]], frozenset[str]]] = {
    "places": find_places,
    "sources": find_sources,
    "conferences": find_conferences,
}


def as_id(name: str) -> str:
    """Return a name as an id, as far as it is written in Latin letters: `xian` for `Xi'an`."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(name)))[:60].strip("-")


class _Reader:
    """Reads one row: its signing, and everything that is wrong with it."""

    def __init__(self, row: Row, names: _Names, readings: Readings) -> None:
        self.row = row
        self.names = names
        self.readings = readings
        self.problems: list[tuple[str, MycityError]] = [("", problem) for problem in row.problems]
        """What is wrong in each column: whatever follows from it is no problem of its own."""

    def signing(self) -> dict[str, Any]:
        """Return the signing as JSON has it, without what is wrong."""
        if self.problems:
            return {}
        for column in NEEDED:
            if not self._cell(column):
                self._fail(column, "is empty", help="every row needs one")
        city = self._place("city")
        sources = self._sources()
        fields = {name: self._cell(name) for name in ("id", "date", "projects", "part_of", "note")}
        promoter = self._place("promoter")
        signing = {
            **fields,
            "kind": as_id(self._cell("kind")) or self._cell("kind"),
            "city": city,
            # The dataset's city stands in for a promoter that a record leaves out.
            "promoter": promoter if promoter != self.names.known.city else None,
            "partner": self._place("partner"),
            "conference": self._conference(city, sources),
            "amount": self._amount(),
            "fields": items_of(self._cell("fields")),
            "sources": sources,
        }
        return {name: value for name, value in signing.items() if value}

    def add(self, field: str, problem: Callable[[str], MycityError]) -> None:
        """Take what is wrong with a field of the signing as a problem of its column, unless that has one already."""
        column = field.replace("sources", "source")
        if all(column != other for other, _ in self.problems):
            self.problems.append((column, problem(f"{self.row.where}: {column}")))

    def told(self) -> list[MycityError]:
        """Return what is wrong in the order of the columns."""
        return [problem for _, problem in sorted(self.problems, key=lambda each: ("", *COLUMNS).index(each[0]))]

    def _cell(self, column: str) -> str:
        return self.row.cells.get(column, "")

    def _fail(self, column: str, message: str, *, help: str = "", excerpt: Excerpt | None = None) -> None:
        problem = MycityError(message, where=f"{self.row.where}: {column}", help=help, excerpt=excerpt)
        self.problems.append((column, problem))

    def _named(self, column: str, kind: str, name: str, fields: dict[str, Any]) -> str | None:
        if not name:
            return None
        try:
            return self.names.id_of(kind, name, fields)
        except UsageError as error:
            self._fail(column, error.message, help=error.help)
            return None

    def _place(self, column: str) -> str | None:
        name = self._cell(column)
        return self._named(column, "places", name, {"name": name})

    def _conference(self, city: str | None, sources: list[dict[str, str]]) -> str | None:
        name = self._cell("conference")
        fields = {"kind": UNSTATED, "name": name, "city": city, "sources": sources[:1]}
        return self._named("conference", "conferences", name, fields)

    def _sources(self) -> list[dict[str, str]]:
        cited, places = items_of(self._cell("source")), items_of(self._cell("at"))
        if places and len(places) != len(cited):
            self._fail("at", f"has {len(places)} items for {len(cited)} in source", help="separate both by ';'")
        sources = []
        for title, at in zip_longest(cited, places[: len(cited)], fillvalue=""):
            fields = {"title": title, "publisher": UNKNOWN_PUBLISHER, "language": UNKNOWN_LANGUAGE}
            id = self._named("source", "sources", title, fields)
            sources.append({"id": id or "", **({"at": at} if at else {})})
        return sources

    def _amount(self) -> str:
        """Return the amount as stated, or `none`.

        A bare number has the currency that its own column or the settings name.
        """
        found = self.readings.amount(self._cell("amount"), self._cell("currency") or None)
        if isinstance(found, MycityError):
            self._fail("amount", found.message, help=found.help, excerpt=found.excerpt)
        return str(found) if isinstance(found, Figure | NoMoney) else ""
