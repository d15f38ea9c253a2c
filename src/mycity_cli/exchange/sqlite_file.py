"""A dataset as a SQLite file: a table for each list, linked by foreign keys, with nothing left out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from mycity_cli.errors import DataError
from mycity_cli.exact import plain
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.exchange.reading import require_readable, validated
from mycity_cli.figure import Figure
from mycity_cli.files import made_whole
from mycity_cli.messages import say
from mycity_cli.model import Dataset, Fact, Identified, Signing

Raw = dict[str, Any]
"""A record as JSON has it."""


class _Items(NamedTuple):
    """The table that the items of a field are in: its name, the column of the record they belong to, their own."""

    table: str
    owner: str
    columns: tuple[str, ...]


_HEAD = ("schema_uri", "title", "description", "publisher", "city")
_LICENSE = ("name", "path", "title")
_COLUMNS = {
    "places": ("id", "name", "province", "country"),
    "sources": ("id", "title", "publisher", "date", "language", "url", "dateline", "note"),
    "conferences": ("id", "kind", "name", "promoter", "city", "date", "note"),
    "signings": (
        *(
            "id",
            "kind",
            "city",
            "promoter",
            "conference",
            "date",
            "partner",
            "projects",
            "amount",
            "part_of",
            "note",
            "quote",
        ),
    ),
    "facts": ("id", "name", "city", "figure", "text", "date", "note", "quote"),
    "claims": ("id", "text", "statement", "reason", "note"),
}
"""The columns of each list that hold a field as it is."""

_ADDED = {"dataset": ("publisher",), "signings": ("quote",), "facts": ("quote",)}
"""Columns that files of earlier versions do not have."""

_ITEMS: dict[str, dict[str, _Items]] = {
    "places": {
        "names": _Items("place_names", "place", ("language", "name")),
        "aliases": _Items("place_aliases", "place", ("alias",)),
    },
    "conferences": {"sources": _Items("conference_sources", "conference", ("source", "at"))},
    "signings": {
        "fields": _Items("signing_fields", "signing", ("field",)),
        "sources": _Items("signing_sources", "signing", ("source", "at")),
    },
    "facts": {"sources": _Items("fact_sources", "fact", ("source", "at"))},
    "claims": {"sources": _Items("claim_sources", "claim", ("source", "at"))},
}
"""The fields of each list that hold several items."""

_VALUES = {
    "signings": ("projects_whole", "amount_value", "amount_whole", "currency"),
    "facts": ("figure_value", "figure_whole", "unit"),
}
"""The columns of each list that say the value of a figure; they are written, and not read back."""

_LARGEST = 2**63 - 1
"""The largest integer that SQLite stores."""


def write(dataset: Dataset, path: Path, *, replace: bool) -> None:
    """Write the file. Raises DataError where it cannot be written, or another program has it open for writing."""
    for ending in ("-journal", "-wal"):
        if (used := path.with_name(path.name + ending)).exists():
            help = say("close the program that writes to it, or remove {file}", file=used)
            raise DataError(say("is in use by another program"), where=str(path), help=help)
    with made_whole(path, replace=replace) as beside, closing(sqlite3.connect(beside)) as database:
        try:
            _fill(database, dataset)
        except sqlite3.OperationalError as error:
            raise DataError(say("cannot be written: {why}", why=error), where=str(path)) from error


def _fill(database: sqlite3.Connection, dataset: Dataset) -> None:
    # The file is nobody's until it is whole: nothing has to be undone after a crash.
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON")
    database.executescript(Path(__file__).with_name("sqlite_tables.sql").read_text(encoding="utf-8"))
    _insert(database, "dataset", _HEAD, [{field: getattr(dataset, field) for field in _HEAD}])
    _insert(database, "licenses", (*_LICENSE, "position"), _numbered(map(plain_record, dataset.licenses)))
    for name, columns in _COLUMNS.items():
        records: Sequence[Identified] = getattr(dataset, name)
        raw = [{**plain_record(record), **_values(record)} for record in records]
        _insert(database, name, (*columns, *_VALUES.get(name, ()), "position"), _numbered(raw))
        for field, items in _ITEMS.get(name, {}).items():
            rows = (row for record in raw for row in _rows_of_items(record["id"], record.get(field, ()), items))
            _insert(database, items.table, (items.owner, *items.columns, "position"), rows)
    database.commit()


def _insert(database: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Raw]) -> None:
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    database.executemany(statement, ([row.get(column) for column in columns] for row in rows))


def _numbered(rows: Iterable[Raw]) -> Iterator[Raw]:
    return ({**row, "position": position} for position, row in enumerate(rows, start=1))


def _rows_of_items(id: str, value: Any, items: _Items) -> Iterator[Raw]:
    """Return the rows for the items of one field: names by language, sources with the place in them, or texts."""
    each = value.items() if isinstance(value, dict) else value
    cells = ((item["id"], item.get("at")) if isinstance(item, dict) else item for item in each)
    rows = (dict(zip(items.columns, (cell,) if isinstance(cell, str) else cell, strict=True)) for cell in cells)
    return _numbered({items.owner: id, **row} for row in rows)


def _values(record: Identified) -> Raw:
    match record:
        case Signing():
            amount = record.money
            return {
                "projects_whole": _whole(record.projects),
                "amount_value": amount and plain(amount.value),
                "amount_whole": _whole(amount),
                "currency": amount and amount.unit,
            }
        case Fact(figure=Figure() as figure):
            return {"figure_value": plain(figure.value), "figure_whole": _whole(figure), "unit": figure.unit}
        case _:
            return {}


def _whole(figure: Figure | None) -> int | None:
    """Return the value of a figure in base units, where it is a whole number that SQLite can store."""
    if figure is None or figure.value != figure.value.to_integral_value() or abs(figure.value) > _LARGEST:
        return None
    return int(figure.value)


def read(path: Path) -> Dataset:
    """Return the dataset in a file. Raises DataError where it cannot be read, or does not hold a valid dataset."""
    require_readable(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            # Whatever functions and triggers the file brings, reading it runs none of them.
            database.execute("PRAGMA trusted_schema = OFF")
            content = _content(database, str(path))
    except sqlite3.Error as error:
        help = say("a file to read is one that mycity data convert wrote, or has its tables")
        raise DataError(say("no dataset in SQLite: {why}", why=error), where=str(path), help=help) from error
    return validated(content, name=str(path))


def _content(database: sqlite3.Connection, name: str) -> Raw:
    head = next(_rows(database, "dataset", _HEAD, name, order=""), {})
    if "schema_uri" in head:
        head["$schema"] = head.pop("schema_uri")
    content = {**head, "licenses": list(_rows(database, "licenses", _LICENSE, name))}
    for list_name, columns in _COLUMNS.items():
        records = list(_rows(database, list_name, columns, name))
        by_id = {record.get("id"): record for record in records}
        for field, items in _ITEMS.get(list_name, {}).items():
            for row in _rows(database, items.table, (items.owner, *items.columns), name):
                owner = row.pop(items.owner, None)
                if owner not in by_id:
                    missing = say("there is no '{id}' in {list}", id=owner, list=list_name)
                    raise DataError(missing, where=_cell_of(name, items.table, items.owner))
                _add_item(by_id[owner], field, row)
        content[list_name] = records
    return content


def _rows(
    database: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    name: str,
    *,
    order: str = "position IS NULL, position, ",
) -> Iterator[Raw]:
    """Yield the rows of a table in their order, without what is null."""
    added = _ADDED.get(table, ())
    there = {row[1] for row in database.execute(f"PRAGMA table_info({table})")} if added else set()
    columns = [column for column in columns if column not in added or column in there]
    statement = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}rowid"  # noqa: S608  # our own names
    for cells in database.execute(statement):
        row = {column: cell for column, cell in zip(columns, cells, strict=True) if cell is not None}
        for column, cell in row.items():
            if not isinstance(cell, str):
                raise DataError(say("not a text: {cell}", cell=repr(cell)), where=_cell_of(name, table, column))
        yield row


def _cell_of(file: str, table: str, column: str) -> str:
    return say("{file}: {place}", file=file, place=f"{table}.{column}")


def _add_item(record: Raw, field: str, row: Raw) -> None:
    match row:
        case {"language": language, "name": item}:
            record.setdefault(field, {})[language] = item
        case {"source": source, **rest}:
            record.setdefault(field, []).append({"id": source, **rest})
        case _:
            record.setdefault(field, []).extend(row.values())
