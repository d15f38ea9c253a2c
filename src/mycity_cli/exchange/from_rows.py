"""A dataset of the rows of a table: what the rows only name becomes a record that says no more than that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count, zip_longest
from typing import Any, NamedTuple

from mycity_cli.errors import DataError, MycityError, TextError, UnknownNameError, UsageError
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.exchange.reading import Found, read
from mycity_cli.exchange.signing_rows import COLUMNS, REQUIRED, Row, Table, items_of
from mycity_cli.figure import Figure
from mycity_cli.model import LISTS, Dataset
from mycity_cli.query.names import find_conferences, find_places, find_sources, fold

UNSTATED = "unstated"
"""The kind of a conference that a table only names."""

UNKNOWN_PUBLISHER = "not stated"
UNKNOWN_LANGUAGE = "und"
"""The language tag of what is in no known language (ISO 639-2, BCP 47)."""


class Read(NamedTuple):
    """A dataset that was read, and what a reader of it should know.

    `named_only` is how many records of each noun were made for names that nothing says more about; `unread` are the
    columns of the table that say nothing about a signing.
    """

    dataset: Dataset
    named_only: dict[str, int]
    unread: tuple[str, ...]


def dataset_of(table: Table, *, name: str, like: Dataset | None) -> Read:
    """Return a dataset with the rows as its signings, and everything else as in the dataset `like`.

    Raises DataError with every cell that cannot be read.
    """
    known = like or Dataset()
    columns = _columns(table, name)
    rows = [row._replace(cells=_known_cells(row, columns)) for row in table.rows]
    names = _Names(known, {row.cells.get("id", "") for row in rows})
    readers = [_Reader(row, names) for row in rows]
    content = {**plain_record(known), "signings": [reader.signing() for reader in readers]}
    for kind, added in names.added.items():
        content[kind] = [*content.get(kind, []), *added.values()]
    found = read(content)
    others = [] if isinstance(found, Dataset) else _shared_out(found, readers)
    problems = [problem for reader in readers for problem in reader.problems]
    if problems:
        raise DataError("is no table of signings", where=name, problems=problems)
    if others or not isinstance(found, Dataset):
        raise DataError("is no valid dataset", where=name, problems=[problem(name) for problem in others])
    named_only = {kind.removesuffix("s"): len(added) for kind, added in names.added.items() if added}
    return Read(found, named_only, tuple(column for column in table.columns if column not in columns))


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


def _columns(table: Table, name: str) -> dict[str, str]:
    """Return the columns that are read, by their names in the file. Raises DataError where one is missing or twice."""
    found: dict[str, str] = {}
    for column in table.columns:
        known = column.strip().casefold().replace(" ", "_")
        if known not in COLUMNS:
            continue
        if known in found.values():
            raise DataError(f"has two columns named '{known}'", where=name)
        found[column] = known
    missing = [column for column in REQUIRED if column not in found.values()]
    if missing and table.columns:
        help = f"its columns: {', '.join(table.columns)}; see mycity data convert --help"
        raise DataError(f"has no column '{missing[0]}'", where=name, help=help)
    return found


def _known_cells(row: Row, columns: dict[str, str]) -> dict[str, str]:
    return {columns[column]: cell for column, cell in row.cells.items() if column in columns}


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

    def __init__(self, row: Row, names: _Names) -> None:
        self.row = row
        self.names = names
        self.problems: list[MycityError] = []
        self.wrong: set[str] = set()
        """The columns that have a problem: whatever follows from it is none of its own."""

    def signing(self) -> dict[str, Any]:
        """Return the signing as JSON has it, without what is wrong."""
        for column in REQUIRED:
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
        if column not in self.wrong:
            self.problems.append(problem(f"{self.row.where}: {column}"))

    def _cell(self, column: str) -> str:
        return self.row.cells.get(column, "")

    def _fail(self, column: str, message: str, *, help: str = "") -> None:
        self.wrong.add(column)
        self.problems.append(DataError(message, where=f"{self.row.where}: {column}", help=help))

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
        """Return the amount as stated, with the currency of its own column where the amount names none."""
        amount, currency = self._cell("amount"), self._cell("currency")
        if not amount or not currency:
            return amount
        try:
            figure = Figure.parse(amount)
        except TextError:
            return amount
        if not figure.is_amount:
            return f"{amount} {currency}"
        if figure.unit != currency.upper():
            self._fail("currency", f"'{currency}' is not that of the amount, '{amount}'")
        return amount
