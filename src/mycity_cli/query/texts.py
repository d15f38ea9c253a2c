"""Looking for a word in all texts of records: ids, names, kinds, notes, and the names of what they refer to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mycity_cli.query.aspects import Aspect, Nature
from mycity_cli.query.called import region_texts
from mycity_cli.query.conditions import Gate
from mycity_cli.query.data import Deal, Event, Records
from mycity_cli.query.names import fold

if TYPE_CHECKING:
    from mycity_cli.model import Fact

_OWN = ("id", "name", "kind", "note", "text")


class TextFinder:
    """Finds the records of which a text contains a word, whatever its case, accents and width of letters."""

    def __init__(self, dataset: Records, word: str) -> None:
        self._dataset = dataset
        self._wanted = fold(word)
        # What many records refer to is looked at once.
        self._places = {
            each.id for each in dataset.places if self._is_in(*each.all_names, *region_texts(each.province, word))
        }
        self._conferences = {each.id for each in dataset.conferences if self._is_in(each.id, each.name)}
        self._sources = {each.id for each in dataset.sources if self._is_in(each.id, each.title, each.publisher)}

    def finds(self, record: Deal | Event | Fact) -> bool:
        """Return whether a text of a record contains the word."""
        return (
            getattr(record, "conference", None) in self._conferences
            or any(cited.id in self._sources for cited in record.sources)
            or any(id in self._places for id in self._place_ids(record))
            or self._is_in(*self._texts(record))
        )

    def _is_in(self, *texts: str | None) -> bool:
        return any(self._wanted in fold(text) for text in texts if text)

    def _place_ids(self, record: Any) -> Iterator[str | None]:
        if not hasattr(record, "promoter"):
            yield self._dataset.city_of(record)
            return
        yield from (record.city, self._dataset.promoter_of(record), getattr(record, "partner", None))

    def _texts(self, record: Any) -> Iterator[str | None]:
        yield from (getattr(record, name, None) for name in _OWN)
        yield from getattr(record, "fields", ())
        if hasattr(record, "part_of"):
            yield from (self._dataset.own(record, column) for column in self._dataset.own_columns)


def text_gate(dataset: Records, word: str) -> Gate:
    """Return the gate that lets records pass of which a text contains a word."""
    finder = TextFinder(dataset, word)
    aspect = Aspect("text", Nature.TEXT, lambda _, record: ("",) if finder.finds(record) else ())
    return Gate(aspect, bool)
