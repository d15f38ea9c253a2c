"""The records that are checked against each other, and what can be found wrong between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import ValidationError

from mycity_cli.model import LISTS, Dataset, Identified, Signing


class Inconsistency(NamedTuple):
    """One thing that does not fit: its stable code, the way to it in the file, what is wrong, what to do."""

    code: str
    path: tuple[str | int, ...]
    message: str
    help: str = ""


class Records:
    """The records that are checked against each other, and the ids in each list, of unreadable records too."""

    def __init__(
        self, city: str | None, items: Callable[[], Iterable[tuple[str, int, Identified]]], ids: dict[str, list[str]]
    ) -> None:
        self.city = city
        self.ids = ids
        self._items = items

    @classmethod
    def of(cls, dataset: Dataset) -> Records:
        """Return the records of a dataset."""
        ids = {name: [record.id for record in records] for name in LISTS if (records := getattr(dataset, name))}
        return cls(dataset.city, dataset.records, ids)

    @classmethod
    def readable(cls, content: Any) -> Records:
        """Return those records of a file that can be read on their own, whatever is wrong with the others."""
        lists = content if isinstance(content, dict) else {}
        raw = [(name, number, record) for name in LISTS for number, record in enumerate(_list(lists.get(name)))]
        ids: dict[str, list[str]] = {}
        for name, _, record in raw:
            if isinstance(record, dict) and isinstance(record.get("id"), str):
                ids.setdefault(name, []).append(record["id"])
        items = [(name, number, read) for name, number, record in raw if (read := _read(name, record)) is not None]
        city = lists.get("city")
        return cls(city if isinstance(city, str) else None, lambda: items, ids)

    @property
    def items(self) -> Iterable[tuple[str, int, Identified]]:
        """Every record after the name of its list and its number there, from 0.

        No list of them is kept: there may be hundreds of thousands.
        """
        return self._items()

    @cached_property
    def known(self) -> dict[str, frozenset[str]]:
        """The ids in each list, to look one up."""
        return {name: frozenset(ids) for name, ids in self.ids.items()}

    @property
    def signings(self) -> Iterator[tuple[int, Signing]]:
        """The signings, each after its number."""
        return ((number, record) for _, number, record in self.items if isinstance(record, Signing))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _read(name: str, record: Any) -> Identified | None:
    """Return a record, without those fields that cannot be read; None where it is none without them."""
    try:
        return LISTS[name].model_validate(record)
    except ValidationError as error:
        unreadable = {item["loc"][0] for item in error.errors(include_url=False) if item["loc"]}
    if not isinstance(record, dict) or not unreadable:
        return None
    # Without its date it is compared with no other record: what could tell the two apart may be what was left out.
    rest = {field: value for field, value in record.items() if field not in unreadable | {"date"}}
    try:
        return LISTS[name].model_validate(rest)
    except ValidationError:
        return None
