"""Several datasets made one: what they share is kept once, what they say differently is an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mycity_cli.errors import DataError, MycityError
from mycity_cli.exchange.as_json import json_line, plain_record
from mycity_cli.exchange.reading import validated
from mycity_cli.messages import clauses, say
from mycity_cli.model import LISTS, Dataset, Identified

Raw = dict[str, Any]
"""A record as JSON has it."""

_DEFAULTED = {"conferences": "promoter", "signings": "promoter", "facts": "city"}
"""The field that the dataset's city stands in for, where a record of the list leaves it out."""


class Named(NamedTuple):
    """A dataset, and the file it comes from."""

    name: str
    dataset: Dataset


class Merged(NamedTuple):
    """The one dataset, and what was left out of it or written out in it, in words."""

    dataset: Dataset
    notes: tuple[str, ...]


def merge(files: Sequence[Named]) -> Merged:
    """Return the records of all files as one dataset, in the order of the files.

    A record that several files have alike is kept once. The first title, description and publisher that a file has are
    kept, and every license. Where the files name different cities, the merged one names none, and the records that
    relied on it name their own. Raises DataError with every id that stands for different records, or with what the
    merged dataset then has wrong.
    """
    cities = {file.dataset.city for file in files}
    city = cities.pop() if len(cities) == 1 else None
    records = _Records()
    for file in files:
        for found in _found_in(file, explicit=city is None):
            records.add(found)
    if records.conflicts:
        raise DataError(say("cannot be merged"), problems=records.conflicts)
    head, notes = _head(files)
    if city is not None:
        head["city"] = city
    elif any(file.dataset.city for file in files):
        notes.append(say("the files name different cities: each record now names its own"))
    merged = validated({**head, **records.lists()}, name=say("the merged dataset"))
    return Merged(merged, tuple(notes))


class _Found(NamedTuple):
    """A record of a file, where it stands, and its content with the city that it relies on written out."""

    file: str
    list: str
    number: int
    record: Raw
    content: Raw

    @property
    def place(self) -> str:
        return say("{place} of '{id}'", place=f"{self.list}[{self.number}]", id=self.record["id"])


class _Records:
    """The records so far, each id once, and what contradicts them."""

    def __init__(self) -> None:
        self.by_id: dict[str, _Found] = {}
        self.conflicts: list[MycityError] = []

    def add(self, found: _Found) -> None:
        """Keep a record that is new; what differs from the one kept is a conflict."""
        first = self.by_id.setdefault(found.record["id"], found)
        place = f"{first.list}[{first.number}]"
        if first.list != found.list:
            message = say("the id is that of {place} in {file}", place=place, file=first.file)
        elif differences := list(_differences(first, found)):
            message = say(
                "not the same as {place} in {file}: {differences}",
                place=place,
                file=first.file,
                differences=clauses(differences),
            )
        else:
            return
        help = say("make them the same, or give one of them another id")
        where = say("{file}: {place}", file=found.file, place=found.place)
        self.conflicts.append(DataError(message, where=where, help=help))

    def lists(self) -> dict[str, list[Raw]]:
        """Return the records by the name of their list."""
        return {name: [found.record for found in self.by_id.values() if found.list == name] for name in LISTS}


def _found_in(file: Named, *, explicit: bool) -> Iterator[_Found]:
    for name, number, record in file.dataset.records():
        plain = plain_record(record)
        content = _with_city(name, record, plain, file.dataset.city)
        yield _Found(file.name, name, number, content if explicit else plain, content)


def _with_city(name: str, record: Identified, plain: Raw, city: str | None) -> Raw:
    """Return a record with the city that it relies on written out, its fields in the order of the model."""
    field = _DEFAULTED.get(name)
    if field is None or city is None or field in plain:
        return plain
    return {key: city if key == field else plain[key] for key in type(record).model_fields if key in {*plain, field}}


def _differences(first: _Found, other: _Found) -> Iterator[str]:
    fields = [*first.content, *(field for field in other.content if field not in first.content)]
    for field in fields:
        mine, theirs = other.content.get(field), first.content.get(field)
        if mine == theirs:
            continue
        if mine is None:
            yield say("{field} is missing, there {theirs}", field=field, theirs=_shown(theirs))
        elif theirs is None:
            yield say("{field} is {value}, there missing", field=field, value=_shown(mine))
        else:
            yield say("{field} is {value}, there {theirs}", field=field, value=_shown(mine), theirs=_shown(theirs))


def _shown(value: Any) -> str:
    return say("'{text}'", text=value) if isinstance(value, str) else json_line(value)


def _head(files: Sequence[Named]) -> tuple[Raw, list[str]]:
    """Return the fields of the dataset itself, without its city, and a note for each that is left out."""
    head: Raw = {}
    notes: list[str] = []
    stated_by = [
        (file, plain_record(file.dataset, only={"schema_uri", "title", "description", "publisher"})) for file in files
    ]
    for field in ("$schema", "title", "description", "publisher"):
        for file, record in stated_by:
            stated = record.get(field)
            if stated is not None and head.setdefault(field, stated) != stated:
                notes.append(say("the {field} of {file} is left out", field=field, file=file.name))
    licenses: list[Raw] = []
    for file in files:
        licenses += [each for each in map(plain_record, file.dataset.licenses) if each not in licenses]
    return {**head, "licenses": licenses}, notes
