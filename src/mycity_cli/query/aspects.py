"""What can be asked about a signing by the name of a column: what is known of every signing, and the data's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.figure import Figure
from mycity_cli.messages import Message, Said, any_of, say, say_as
from mycity_cli.period import Period
from mycity_cli.query.data import Deal, Event, Records
from mycity_cli.query.names import fold

Value = str | Figure | Period
"""What an aspect has for a record: a text, the id of a place, conference or source, a figure, or a date."""


class Nature(Enum):
    """What the values of an aspect are."""

    TEXT = "text"
    PLACE = "city"
    CONFERENCE = "conference"
    SOURCE = "source"
    FIGURE = "figure"
    DATE = "date"


class Aspect(NamedTuple):
    """What is asked about records under the name of a column.

    `of` returns the values that a record has, none where it says nothing. Those of a conference are those of the
    signings at it where `signed`: it has none itself.
    """

    name: str
    nature: Nature
    of: Callable[[Records, Any], tuple[Value, ...]]
    signed: bool = False

    @property
    def noun(self) -> Said:
        """What one of its values is called."""
        return _NOUNS.get(self.name) or say_as("column", "{column}", column=self.name)

    def values(self, dataset: Records, record: Deal | Event, signings: Iterable[Deal]) -> tuple[Value, ...]:
        """Return the values of a record, or those of its signings."""
        if not self.signed:
            return self.of(dataset, record)
        return tuple(dict.fromkeys(value for signing in signings for value in self.of(dataset, signing)))


_NOUNS: Mapping[str, Said] = {
    "date": say("date"),
    "city": say("city"),
    "promoter": say("promoter"),
    "partner": say("partner"),
    "kind": say("kind"),
    "conference": say("conference"),
    "source": say("source"),
    "projects": say("projects"),
    "amount": say("amount"),
    "province": say("province"),
    "country": say("country"),
    "note": say_as("column", "note"),
    "fields": say_as("column", "fields"),
}
"""What the values of aspects are called; of others by the name of the column."""


def _some(*values: Value | None) -> tuple[Value, ...]:
    return tuple(value for value in values if value is not None and value != "")


def _of_city(dataset: Records, record: Deal | Event, field: str) -> tuple[Value, ...]:
    place = None if record.city is None else dataset.place(record.city)
    return () if place is None else _some(getattr(place, field))


KNOWN: dict[str, Aspect] = {
    aspect.name: aspect
    for aspect in (
        Aspect("id", Nature.TEXT, lambda _, record: (record.id,)),
        Aspect("date", Nature.DATE, lambda _, record: _some(record.date)),
        Aspect("city", Nature.PLACE, lambda _, record: _some(record.city)),
        Aspect("promoter", Nature.PLACE, lambda dataset, record: _some(dataset.promoter_of(record))),
        Aspect("partner", Nature.PLACE, lambda _, signing: _some(signing.partner), signed=True),
        Aspect("kind", Nature.TEXT, lambda _, record: _some(record.kind)),
        Aspect("conference", Nature.CONFERENCE, lambda _, record: _some(record.conference)),
        Aspect("source", Nature.SOURCE, lambda _, record: tuple(dict.fromkeys(each.id for each in record.sources))),
        Aspect("projects", Nature.FIGURE, lambda _, signing: _some(signing.projects), signed=True),
        Aspect("amount", Nature.FIGURE, lambda _, signing: _some(signing.money), signed=True),
        Aspect("part_of", Nature.TEXT, lambda _, signing: _some(signing.part_of), signed=True),
    )
}
"""What is known of every record, whatever it is of."""

# Rows of a table have no such fields of their own: a column of that name is one of the table's.
FURTHER: dict[str, Aspect] = {
    aspect.name: aspect
    for aspect in (
        Aspect("province", Nature.TEXT, lambda dataset, record: _of_city(dataset, record, "province")),
        Aspect("country", Nature.TEXT, lambda dataset, record: _of_city(dataset, record, "country")),
        Aspect("note", Nature.TEXT, lambda _, record: _some(getattr(record, "note", None))),
        Aspect("fields", Nature.TEXT, lambda _, signing: tuple(getattr(signing, "fields", ())), signed=True),
    )
}
"""What a dataset knows besides, for data that has no column of its own with the name."""


@cache  # for each of many records it is one of few
def not_in(currency: str) -> Message:
    """Return why an amount of another currency does not compare with one of this."""
    return say("not in {currency}", currency=currency)


def own_aspect(column: str) -> Aspect:
    """Return what a column of the data's own says of signings."""
    return Aspect(column, Nature.TEXT, lambda dataset, signing: _some(dataset.own(signing, column)), signed=True)


def find_aspect(dataset: Records, name: str, *, where: str = "", among: Sequence[str] = ()) -> Aspect:
    """Return the aspect with a name, whatever its case, accents and spacing.

    Only those of `among` are taken, where that is given, and the data's own. Raises UnknownNameError for a name of
    none, and UsageError for one that several of the data's own columns have.
    """
    key = dataset.renamed.get(column_key(name)) or column_key(name)
    offered = among or (*KNOWN, *FURTHER)
    if key in KNOWN and key in offered:
        return KNOWN[key]
    own = own_column(dataset, name, where=where)
    if own is not None:
        return own_aspect(own)
    if key in FURTHER and key in offered:
        return FURTHER[key]
    if (ours := _called(name, offered)) is not None:
        return ours
    what = say("group") if among else say("column")
    raise UnknownNameError(what, name, [*dataset.own_columns, *offered], where=where, most=40)


def _called(name: str, offered: Iterable[str]) -> Aspect | None:
    if name.isascii():
        return None
    from mycity_cli.query.called import column_called

    column = column_called(name, offered) or ""
    return KNOWN.get(column) or FURTHER.get(column)


def own_column(dataset: Records, name: str, *, where: str = "") -> str | None:
    """Return the data's own column that is meant by a name, None for none. Raises UsageError where several are."""
    if name in dataset.own_columns:
        return name
    meant = [column for column in dataset.own_columns if column_key(column) == column_key(name)]
    if len(meant) > 1:
        written = any_of(say("'{name}'", name=column) for column in meant)
        help = say("write it as it is: {columns}", columns=written)
        raise UsageError(say("several columns are called '{name}'", name=name), where=where, help=help)
    return meant[0] if meant else None


def column_key(name: str) -> str:
    """Return the name of a column as it is compared with others."""
    return fold(name.replace("_", " ")).replace(" ", "_")


def texts_of(dataset: Records, aspect: Aspect, value: Value) -> tuple[str, ...]:
    """Return the texts that a value of an aspect is known by: all names of a place, the id and title of a source."""
    found: list[tuple[str, ...]] = []
    match aspect.nature:
        case Nature.PLACE:
            place = dataset.place(str(value))
            found = [] if place is None else [place.all_names]
        case Nature.CONFERENCE:
            found = [(each.id, each.name) for each in dataset.conferences if each.id == value]
        case Nature.SOURCE:
            found = [(each.id, each.title) for each in dataset.sources if each.id == value]
    return found[0] if found else (str(value),)
