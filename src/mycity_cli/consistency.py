"""What has to hold between the records of a dataset: ids, references, dates, parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from mycity_cli.errors import suggestion
from mycity_cli.model import LISTS, Conference, Dataset, Identified, Signing


class Item(NamedTuple):
    """A record, and where it stands: the name of its list and its number there, from 0."""

    list: str
    number: int
    record: Identified


class Records(NamedTuple):
    """The records that are checked against each other, and the ids in each list, of unreadable records too."""

    city: str | None
    items: tuple[Item, ...]
    ids: dict[str, list[str]]

    @classmethod
    def of(cls, dataset: Dataset) -> Records:
        """Return the records of a dataset."""
        items = tuple(Item(*place) for place in dataset.records())
        return cls(dataset.city, items, _by_list((item.list, item.record.id) for item in items))

    @classmethod
    def readable(cls, content: Any) -> Records:
        """Return those records of a file that can be read on their own, whatever is wrong with the others."""
        lists = content if isinstance(content, dict) else {}
        raw = [(name, number, record) for name in LISTS for number, record in enumerate(_list(lists.get(name)))]
        items = (Item(name, number, read) for name, number, record in raw if (read := _read(name, record)) is not None)
        ids = (
            (name, record["id"])
            for name, _, record in raw
            if isinstance(record, dict) and isinstance(record.get("id"), str)
        )
        city = lists.get("city")
        return cls(city if isinstance(city, str) else None, tuple(items), _by_list(ids))


class Inconsistency(NamedTuple):
    """One thing that does not fit: its stable code, the way to it in the file, what is wrong, what to do."""

    code: str
    path: tuple[str | int, ...]
    message: str
    help: str = ""


Check = Callable[[Records], Iterator[Inconsistency]]


def inconsistencies(records: Records) -> list[Inconsistency]:
    """Return everything that does not fit together."""
    return [inconsistency for check in CHECKS for inconsistency in check(records)]


def require(dataset: Dataset) -> None:
    """Raise a Pydantic ValidationError that holds every inconsistency of the dataset, if it has any."""
    details = [
        InitErrorDetails(
            type=PydanticCustomError(item.code, "{message}", {"message": item.message, "help": item.help}),
            loc=item.path,
            input=None,
        )
        for item in inconsistencies(Records.of(dataset))
    ]
    if details:
        raise ValidationError.from_exception_data("Dataset", details)


def duplicate_ids(records: Records) -> Iterator[Inconsistency]:
    """An id names one record of the whole file."""
    first: dict[str, str] = {}
    for name, index, record in records.items:
        if record.id in first:
            yield Inconsistency(
                "duplicate_id", (name, index, "id"), f"the id '{record.id}' is taken by a record of {first[record.id]}"
            )
        first.setdefault(record.id, name)


def unknown_references(records: Records) -> Iterator[Inconsistency]:
    """An id that a record refers to is that of a record of the right kind."""
    if records.city is not None:
        yield from _unknown(records, ("city",), "places", records.city)
    for name, index, record in records.items:
        for field, known in _REFERENCES.items():
            id = getattr(record, field, None)
            if id is not None:
                yield from _unknown(records, (name, index, field), known, id, own=record.id)
        for number, cited in enumerate(getattr(record, "sources", ())):
            yield from _unknown(records, (name, index, "sources", number, "id"), "sources", cited.id)


_REFERENCES = {
    "city": "places",
    "promoter": "places",
    "partner": "places",
    "conference": "conferences",
    "part_of": "signings",
}
"""In which list the record is that a field refers to."""


def _unknown(
    records: Records, path: tuple[str | int, ...], known: str, id: str, *, own: str | None = None
) -> Iterator[Inconsistency]:
    ids = records.ids.get(known, [])
    if id not in ids:
        offer = suggestion(id, [other for other in ids if other != own])
        yield Inconsistency("unknown_reference", path, f"there is no {known.removesuffix('s')} '{id}'", offer)


def dates_outside_conference(records: Records) -> Iterator[Inconsistency]:
    """A signing at a conference can fall on a day of the conference."""
    conferences = {item.record.id: item.record for item in records.items if isinstance(item.record, Conference)}
    for index, signing in _signings(records):
        conference = conferences.get(signing.conference or "")
        if conference is None or conference.date is None or signing.date is None:
            continue
        if not signing.date.can_fall_in(conference.date.start, conference.date.end):
            yield Inconsistency(
                "date_outside_conference",
                ("signings", index, "date"),
                f"dated {signing.date}, outside its conference '{conference.id}' of {conference.date}",
            )


def part_of_cycles(records: Records) -> Iterator[Inconsistency]:
    """No signing is a part of itself, directly or through others."""
    wholes = {signing.id: signing.part_of for _, signing in _signings(records)}
    for index, signing in _signings(records):
        chain = [signing.id]
        whole = signing.part_of
        while whole is not None and whole not in chain:
            chain.append(whole)
            whole = wholes.get(whole)
        if whole == signing.id:
            way = " → ".join([*chain, signing.id])
            yield Inconsistency("part_of_cycle", ("signings", index, "part_of"), f"a part of itself: {way}")


CHECKS: tuple[Check, ...] = (duplicate_ids, unknown_references, dates_outside_conference, part_of_cycles)


def _signings(records: Records) -> list[tuple[int, Signing]]:
    return [(item.number, item.record) for item in records.items if isinstance(item.record, Signing)]


def _by_list(ids: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for name, id in ids:
        known.setdefault(name, []).append(id)
    return known


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _read(name: str, record: Any) -> Identified | None:
    try:
        return LISTS[name].model_validate(record)
    except ValidationError:
        return None
