"""The records that are checked against each other, and what can be found wrong between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

from pydantic import ValidationError

from mycity_cli.model import LISTS, Dataset, Identified, Signing


class Inconsistency(NamedTuple):
    """One thing that does not fit: its stable code, the way to it in the file, what is wrong, what to do."""

    code: str
    path: tuple[str | int, ...]
    message: str
    help: str = ""


_COMPARED = ("id", "city", "promoter", "partner", "conference", "part_of", "date", "sources")
"""The fields of a record that others are looked up or compared by."""

_BLOCK = 1000
"""So many records are turned from rows into columns at a time, which stay in the processor's cache meanwhile."""


class Records:
    """The records that are checked against each other, and the ids in each list, of unreadable records too.

    `lists` are the records that can be read, each by its number in its list, from 0; `ids` those of all of them.
    """

    def __init__(self, city: str | None, lists: dict[str, Listed], ids: dict[str, Sequence[str]] | None = None) -> None:
        self.city = city
        self._columns = {name: _columns(listed) for name, listed in lists.items() if listed.records}
        self.ids = {name: columns["id"] for name, columns in self._columns.items()} if ids is None else ids

    @classmethod
    def of(cls, dataset: Dataset) -> Records:
        """Return the records of a dataset."""
        lists = {name: getattr(dataset, name) for name in LISTS}
        return cls(dataset.city, {name: Listed(range(len(records)), records) for name, records in lists.items()})

    @classmethod
    def readable(cls, content: Any) -> Records:
        """Return those records of a file that can be read on their own, whatever is wrong with the others."""
        lists = content if isinstance(content, dict) else {}
        readable: dict[str, Listed] = {}
        ids: dict[str, Sequence[str]] = {}
        for name in LISTS:
            raw = _list(lists.get(name))
            read = {number: record for number, each in enumerate(raw) if (record := _read(name, each)) is not None}
            readable[name] = Listed(list(read), list(read.values()))
            if stated := [each["id"] for each in raw if isinstance(each, dict) and isinstance(each.get("id"), str)]:
                ids[name] = stated
        city = lists.get("city")
        return cls(city if isinstance(city, str) else None, readable, ids)

    @property
    def items(self) -> Iterator[tuple[str, int, Any]]:
        """Every record after the name of its list and its number there."""
        for name, columns in self._columns.items():
            for number, record in zip(columns["number"], columns["record"], strict=True):
                yield name, number, record

    @property
    def signings(self) -> Iterator[tuple[int, Signing]]:
        """The signings, each after its number."""
        return zip(*self.columns("signings", "number", "record"), strict=True)

    def columns(self, name: str, *fields: str) -> list[Sequence[Any]]:
        """Return what the records of a list have in fields by which they are compared, field by field.

        A field is empty where none has it. The fields of a record are read all at once: of a hundred thousand records
        that takes a quarter of the time of asking each for one field after the other, and a look at a column no time.
        """
        columns = self._columns.get(name, {})
        return [columns.get(field, ()) for field in fields]

    @cached_property
    def known(self) -> dict[str, frozenset[str]]:
        """The ids in each list, to look one up."""
        return {name: frozenset(ids) for name, ids in self.ids.items()}


class Listed(NamedTuple):
    """The records of a list that can be read, and the number of each."""

    numbers: Sequence[int]
    records: Sequence[Identified]


def _columns(listed: Listed) -> dict[str, Sequence[Any]]:
    """Return the fields by which some records are compared, one value for each, with the records and their numbers."""
    fields = [field for field in _COMPARED if field in type(listed.records[0]).model_fields]
    compared: dict[str, list[Any]] = {field: [] for field in fields}
    # One field more than there are: a record with an id alone gives a row too.
    rows = map(attrgetter(*fields, "id"), listed.records)
    while block := list(islice(rows, _BLOCK)):
        for column, values in zip(compared.values(), zip(*block, strict=True), strict=False):
            column.extend(values)
    return {"number": listed.numbers, "record": listed.records, **compared}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _read(name: str, record: Any) -> Identified | None:
    """Return a record, without those fields that cannot be read; None where it is none without them."""
    try:
        return LISTS[name].model_validate(record)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        unreadable = {item["loc"][0] for item in details if item["loc"]}
    if not isinstance(record, dict) or not unreadable:
        return None
    # Without its date it is compared with no other record: what could tell the two apart may be what was left out.
    unreadable.add("date")
    rest = {field: value for field, value in record.items() if field not in unreadable}
    try:
        return LISTS[name].model_validate(rest)
    except ValidationError:
        return None
