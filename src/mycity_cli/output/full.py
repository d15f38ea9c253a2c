"""One record in full, with what belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mycity_cli.exact import Rational
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import End
from mycity_cli.messages import say, say_as, worded
from mycity_cli.model import Claim, Conference, Dataset, Fact, Identified, Place, Signing, Source, Stated
from mycity_cli.output.listing import Card, Cell, Column, Kind, field
from mycity_cli.output.naming import (
    NO_MONEY,
    kind_word,
    language_word,
    place_word,
    record_word,
    region_in,
    unit_word,
)
from mycity_cli.output.notes import FEW
from mycity_cli.output.nouns import number_of
from mycity_cli.query.called import own_name

Field = tuple[Column[None], Cell]


def record_card(dataset: Dataset, record: Identified, *, counted: bool = False) -> Card:
    """Return every field of a record; what it refers to by id is there by name.

    Where many records belong to it, their ids are there, or where they are `counted`, how many they are of each kind.
    """
    match record:
        case Place():
            fields = _place(dataset, record)
        case Source():
            fields = _source(dataset, record)
        case Conference():
            fields = _conference(dataset, record)
        case Signing():
            fields = _signing(dataset, record)
        case Fact():
            fields = _fact(dataset, record)
        case Claim():
            fields = _claim(record)
        case _:
            raise TypeError(say("no card for {kind}", kind=type(record).__name__))
    amount = record.money if isinstance(record, Signing) else None
    told = [(column, _numbers(dataset, cell) if counted else cell) for column, cell in fields]
    return Card(told, amount.unit if amount is not None else None)


def _numbers(dataset: Dataset, cell: Cell) -> Cell:
    """Return how many records of each kind a list of many ids has, any other cell as it is."""
    if not isinstance(cell, tuple) or len(cell) <= FEW or not all(isinstance(id, str) for id in cell):
        return cell
    kinds = Counter(type(dataset.by_id[str(id)]).__name__.lower() for id in cell if str(id) in dataset.by_id)
    if kinds.total() != len(cell):
        return cell  # no ids: fields of cooperation
    return (*(number_of(number, kind) for kind, number in kinds.items()), say("see them by --ids"))


def _place(dataset: Dataset, place: Place) -> Iterator[Field]:
    yield field("id", place.id)
    yield field("record", record_word("place"))
    yield field("name", own_name(place))
    yield field("names", place.names, Kind.LIST)
    yield field("aliases", place.aliases, Kind.LIST)
    province = place.province
    yield field("province", province and worded(lambda language: region_in(province, language)))
    yield field("country", place.country)
    yield field("conferences", tuple(c.id for c in dataset.conferences if c.city == place.id), Kind.LIST)
    yield field("signings", tuple(s.id for s in dataset.signings if s.city == place.id), Kind.LIST)


def _source(dataset: Dataset, source: Source) -> Iterator[Field]:
    yield field("id", source.id)
    yield field("record", record_word("source"))
    yield field("title", source.title)
    yield field("publisher", source.publisher)
    yield field("date", source.date, Kind.DATE)
    yield field("language", language_word(source.language))
    yield field("url", source.url)
    yield field("dateline", source.dateline)
    yield field("note", source.note)
    stated = (
        record.id
        for _, _, record in dataset.records()
        if isinstance(record, Stated) and any(cited.id == source.id for cited in record.sources)
    )
    yield field("states", tuple(stated), Kind.LIST)


def _conference(dataset: Dataset, conference: Conference) -> Iterator[Field]:
    yield field("id", conference.id)
    yield field("record", record_word("conference"))
    yield field("name", conference.name)
    yield field("kind", kind_word(conference.kind))
    yield field("date", conference.date, Kind.DATE)
    yield field("city", place_word(dataset, conference.city))
    yield field("promoter", place_word(dataset, dataset.promoter_of(conference)))
    signed = (signing.id for signing in dataset.signings if signing.conference == conference.id)
    yield field("signings", tuple(signed), Kind.LIST)
    yield from _cited(conference)


def _signing(dataset: Dataset, signing: Signing) -> Iterator[Field]:
    conference = dataset.find(Conference, signing.conference) if signing.conference is not None else None
    yield field("id", signing.id)
    yield field("record", record_word("signing"))
    yield field("kind", kind_word(signing.kind))
    yield field("date", signing.date, Kind.DATE)
    yield field("city", place_word(dataset, signing.city))
    yield field("promoter", place_word(dataset, dataset.promoter_of(signing)))
    yield field("partner", place_word(dataset, signing.partner))
    yield field("conference", signing.conference)
    yield field("conference_name", conference.name if conference is not None else None)
    yield field("projects", signing.projects, Kind.COUNT)
    yield field("amount", signing.amount, Kind.AMOUNT)
    yield field("currency", signing.money.unit if signing.money is not None else None)
    yield from _precision(signing.amount, Kind.AMOUNT)
    yield field("fields", signing.fields, Kind.LIST, say_as("column", "Fields of cooperation"))
    yield field("part_of", signing.part_of)
    yield field("parts", tuple(part.id for part in dataset.signings if part.part_of == signing.id), Kind.LIST)
    yield field("quote", signing.quote)
    yield from _cited(signing)


def _fact(dataset: Dataset, fact: Fact) -> Iterator[Field]:
    yield field("id", fact.id)
    yield field("record", record_word("fact"))
    yield field("name", fact.name)
    yield field("city", place_word(dataset, dataset.city_of(fact)))
    yield field("text", fact.text)
    yield field("value", fact.figure, Kind.NUMBER)
    yield field("unit", unit_word(fact.figure.unit) if fact.figure is not None else None)
    yield from _precision(fact.figure, Kind.NUMBER)
    yield field("date", fact.date, Kind.DATE)
    yield field("quote", fact.quote)
    yield from _cited(fact)


def _claim(claim: Claim) -> Iterator[Field]:
    yield field("id", claim.id)
    yield field("record", record_word("claim"))
    yield field("text", claim.text)
    yield field("statement", claim.statement)
    yield field("reason", claim.reason, title=say_as("column", "Not checkable, since"))
    yield from _cited(claim)


def _precision(figure: Figure | NoMoney | None, kind: Kind) -> Iterator[Field]:
    interval = figure.interval if isinstance(figure, Figure) else None
    yield field("stated", NO_MONEY if figure is NoMoney.NONE else str(figure) if figure is not None else None)
    yield field("low", _value(interval.low) if interval is not None else None, kind)
    yield field("high", _value(interval.high) if interval is not None else None, kind)


def _cited(record: Stated) -> Iterator[Field]:
    yield field("note", record.note)
    yield field("sources", record.sources, Kind.LIST)


def _value(end: End | None) -> Rational | None:
    return None if end is None else end.value
