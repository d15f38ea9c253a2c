"""What has to hold between the records of a dataset: ids, references, dates, parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from mycity_cli.errors import suggestion
from mycity_cli.model import Conference, Dataset, Place, Record, Signing, Source


class Inconsistency(NamedTuple):
    """One thing that does not fit: its stable code, the way to it in the file, what is wrong, what to do."""

    code: str
    path: tuple[str | int, ...]
    message: str
    help: str = ""


Check = Callable[[Dataset], Iterator[Inconsistency]]


def require(dataset: Dataset) -> None:
    """Raise a Pydantic ValidationError that holds every inconsistency of the dataset, if it has any."""
    found = [inconsistency for check in CHECKS for inconsistency in check(dataset)]
    if found:
        details = [
            InitErrorDetails(
                type=PydanticCustomError(item.code, "{message}", {"message": item.message, "help": item.help}),
                loc=item.path,
                input=None,
            )
            for item in found
        ]
        raise ValidationError.from_exception_data("Dataset", details)


def duplicate_ids(dataset: Dataset) -> Iterator[Inconsistency]:
    """An id names one record of the whole file."""
    first: dict[str, str] = {}
    for name, index, record in dataset.records():
        if record.id in first:
            yield Inconsistency(
                "duplicate_id", (name, index, "id"), f"the id '{record.id}' is taken by a record of {first[record.id]}"
            )
        first.setdefault(record.id, name)


def unknown_references(dataset: Dataset) -> Iterator[Inconsistency]:
    """An id that a record refers to is that of a record of the right kind."""
    if dataset.city is not None:
        yield from _unknown(dataset, ("city",), "place", Place, dataset.city)
    for name, index, record in dataset.records():
        for field, (what, kind) in _REFERENCES.items():
            id = getattr(record, field, None)
            if id is not None:
                yield from _unknown(dataset, (name, index, field), what, kind, id)
        for number, cited in enumerate(getattr(record, "sources", ())):
            yield from _unknown(dataset, (name, index, "sources", number, "id"), "source", Source, cited.id)


_REFERENCES: dict[str, tuple[str, type[Record]]] = {
    "city": ("place", Place),
    "promoter": ("place", Place),
    "partner": ("place", Place),
    "conference": ("conference", Conference),
    "part_of": ("signing", Signing),
}


def _unknown(
    dataset: Dataset, path: tuple[str | int, ...], what: str, kind: type[Record], id: str
) -> Iterator[Inconsistency]:
    if dataset.find(kind, id) is None:
        known = [record.id for record in dataset.by_id.values() if isinstance(record, kind)]
        yield Inconsistency("unknown_reference", path, f"there is no {what} '{id}'", suggestion(id, known))


def dates_outside_conference(dataset: Dataset) -> Iterator[Inconsistency]:
    """A signing at a conference can fall on a day of the conference."""
    for index, signing in enumerate(dataset.signings):
        conference = dataset.find(Conference, signing.conference) if signing.conference else None
        if conference is None or conference.date is None or signing.date is None:
            continue
        if not signing.date.can_fall_in(conference.date.start, conference.date.end):
            yield Inconsistency(
                "date_outside_conference",
                ("signings", index, "date"),
                f"dated {signing.date}, outside its conference '{conference.id}' of {conference.date}",
            )


def part_of_cycles(dataset: Dataset) -> Iterator[Inconsistency]:
    """No signing is a part of itself, directly or through others."""
    parents = {signing.id: signing.part_of for signing in dataset.signings}
    for index, signing in enumerate(dataset.signings):
        chain = [signing.id]
        parent = signing.part_of
        while parent is not None and parent not in chain:
            chain.append(parent)
            parent = parents.get(parent)
        if parent == signing.id:
            way = " → ".join([*chain, signing.id])
            yield Inconsistency("part_of_cycle", ("signings", index, "part_of"), f"a part of itself: {way}")


CHECKS: tuple[Check, ...] = (duplicate_ids, unknown_references, dates_outside_conference, part_of_cycles)
