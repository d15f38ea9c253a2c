"""What has to hold of ids, references and dates."""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.consistency.records import Inconsistency, Records
from mycity_cli.errors import suggestion
from mycity_cli.messages import say, say_as
from mycity_cli.model import LISTS, Stated

_MOST_OFFERS = 200
"""So many unknown ids are compared with all known ones: a file with more of them has another mistake."""


def duplicate_ids(records: Records) -> Iterator[Inconsistency]:
    """An id names one record of the whole file."""
    if len(set().union(*records.ids.values())) == sum(map(len, records.ids.values())):
        return
    first: dict[str, str] = {}
    for name, index, record in records.items:
        if record.id in first:
            message = say("the id '{id}' is taken by a record of {list}", id=record.id, list=first[record.id])
            yield Inconsistency("duplicate-id", (name, index, "id"), message, say("give one of the two another id"))
        else:
            first[record.id] = name


_REFERENCES = {
    "city": "places",
    "promoter": "places",
    "partner": "places",
    "conference": "conferences",
    "part_of": "signings",
}
"""In which list the record is that a field refers to."""

_RECORDS = {
    "places": say_as("record", "place"),
    "conferences": say_as("record", "conference"),
    "signings": say_as("record", "signing"),
    "sources": say_as("record", "source"),
}
"""What a record of a list is called."""


def unknown_references(records: Records) -> Iterator[Inconsistency]:
    """An id that a record refers to is that of a record of the right kind."""
    unknown = _Unknown(records)
    known = records.known
    if records.city is not None and records.city not in known.get("places", ()):
        yield unknown.found(("city",), "places", records.city)
    if _are_all_known(records):
        return
    for name, index, record in records.items:
        for field, target in _REFERENCES.items():
            id = getattr(record, field, None)
            if id is not None and id not in known.get(target, ()):
                yield unknown.found((name, index, field), target, id, own=record.id)
        if isinstance(record, Stated):
            for number, cited in enumerate(record.sources):
                if cited.id not in known.get("sources", ()):
                    yield unknown.found((name, index, "sources", number, "id"), "sources", cited.id)


def _are_all_known(records: Records) -> bool:
    """Return whether every reference leads somewhere: of a large file that is told for all records at once."""
    known = records.known
    cited = {each.id for name in LISTS for column in records.columns(name, "sources") for of in column for each in of}
    return cited <= known.get("sources", frozenset()) and all(
        set(column) <= known.get(target, frozenset()) | {None}
        for name in LISTS
        for column, target in zip(records.columns(name, *_REFERENCES), _REFERENCES.values(), strict=True)
    )


class _Unknown:
    """The unknown ids, and the help for each: the nearest known id."""

    def __init__(self, records: Records) -> None:
        self._ids = records.ids
        self._offers: dict[tuple[str, str, str | None], str] = {}

    def found(self, path: tuple[str | int, ...], target: str, id: str, *, own: str | None = None) -> Inconsistency:
        known = self._ids.get(target, [])
        key = target, id, own if target == "signings" else None
        if key not in self._offers and len(self._offers) < _MOST_OFFERS:
            self._offers[key] = suggestion(id, [other for other in known if other != key[2]])
        record = _RECORDS[target]
        offer = self._offers.get(key) or say("add the {record}, or correct the id", record=record)
        return Inconsistency("unknown-reference", path, say("there is no {record} '{id}'", record=record, id=id), offer)


def dates_outside_conference(records: Records) -> Iterator[Inconsistency]:
    """A signing at a conference can fall on a day of the conference."""
    held = dict(zip(*records.columns("conferences", "id", "date"), strict=True))
    for index, conference, date in zip(*records.columns("signings", "number", "conference", "date"), strict=True):
        days = held.get(conference)
        if days is not None and date is not None and not date.can_fall_in(days.start, days.end):
            message = say(
                "dated {date}, outside its conference '{conference}' of {days}",
                date=date,
                conference=conference,
                days=days,
            )
            help = say("correct one of the two dates, or the conference")
            yield Inconsistency("date-outside-conference", ("signings", index, "date"), message, help)
