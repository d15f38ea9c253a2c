"""What has to hold of ids, references and dates."""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.consistency.records import Inconsistency, Records
from mycity_cli.errors import suggestion
from mycity_cli.model import Conference, Stated

_MOST_OFFERS = 200
"""So many unknown ids are compared with all known ones: a file with more of them has another mistake."""


def duplicate_ids(records: Records) -> Iterator[Inconsistency]:
    """An id names one record of the whole file."""
    if len(set().union(*records.ids.values())) == sum(map(len, records.ids.values())):
        return
    first: dict[str, str] = {}
    for name, index, record in records.items:
        if record.id in first:
            message = f"the id '{record.id}' is taken by a record of {first[record.id]}"
            yield Inconsistency("duplicate-id", (name, index, "id"), message, "give one of the two another id")
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


def unknown_references(records: Records) -> Iterator[Inconsistency]:
    """An id that a record refers to is that of a record of the right kind."""
    unknown = _Unknown(records)
    known = records.known
    if records.city is not None and records.city not in known.get("places", ()):
        yield unknown.found(("city",), "places", records.city)
    targets = [(field, name, known.get(name, frozenset())) for field, name in _REFERENCES.items()]
    sources = known.get("sources", frozenset())
    if _are_all_known(records, targets, sources):
        return
    for name, index, record in records.items:
        for field, target, ids in targets:
            id = getattr(record, field, None)
            if id is not None and id not in ids:
                yield unknown.found((name, index, field), target, id, own=record.id)
        if isinstance(record, Stated):
            for number, cited in enumerate(record.sources):
                if cited.id not in sources:
                    yield unknown.found((name, index, "sources", number, "id"), "sources", cited.id)


def _are_all_known(records: Records, targets: list[tuple[str, str, frozenset[str]]], sources: frozenset[str]) -> bool:
    """Return whether every reference leads somewhere: of a large file that is told for all records at once."""
    # The attributes of a record are its dictionary, which is asked several times as fast as the record.
    fields = [record.__dict__ for _, _, record in records.items]
    cited = {each.id for of in fields for each in of.get("sources", ())}
    return cited <= sources and all({of.get(field) for of in fields} <= ids | {None} for field, _, ids in targets)


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
        noun = target.removesuffix("s")
        offer = self._offers.get(key) or f"add the {noun}, or correct the id"
        return Inconsistency("unknown-reference", path, f"there is no {noun} '{id}'", offer)


def dates_outside_conference(records: Records) -> Iterator[Inconsistency]:
    """A signing at a conference can fall on a day of the conference."""
    conferences = {record.id: record for _, _, record in records.items if isinstance(record, Conference)}
    held = {id: (date.start, date.end) for id, record in conferences.items() if (date := record.date) is not None}
    for index, signing in records.signings:
        days = held.get(signing.conference or "")
        if days is not None and signing.date is not None and not signing.date.can_fall_in(*days):
            conference = conferences[signing.conference or ""]
            yield Inconsistency(
                "date-outside-conference",
                ("signings", index, "date"),
                f"dated {signing.date}, outside its conference '{conference.id}' of {conference.date}",
                "correct one of the two dates, or the conference",
            )
