"""What each kind of record shows: its columns, declared once for every format."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from mycity_cli.output.listing import Cell, Column, Kind, Listing
from mycity_cli.output.naming import LocalNames, kind_in, language_in, region_in, unit_in
from mycity_cli.output.total_listing import end_of, only_currency, shown_columns, title_of, value_of
from mycity_cli.query.aspects import FURTHER, Aspect, own_aspect
from mycity_cli.query.called import own_name
from mycity_cli.query.data import Deal, Event, KnownPlace, KnownSource, Records
from mycity_cli.query.engine import Places, Sources
from mycity_cli.query.totals import Total

if TYPE_CHECKING:
    from mycity_cli.model import Fact


def deals(dataset: Records, signings: Iterable[Deal], currencies: Collection[str] | None = None) -> Listing[Deal]:
    """Return signings under their columns; `currencies` are those of their amounts, where that is known already."""
    if currencies is None:
        currencies = {money.unit for signing in signings if (money := signing.money) is not None}
    places = LocalNames(lambda: dataset)
    columns: tuple[Column[Deal], ...] = (
        Column("id", lambda signing: signing.id, rank=5),
        Column("date", lambda signing: signing.date, Kind.DATE, rank=1),
        Column("city", lambda signing: dataset.place_name(signing.city), said=places),
        Column("promoter", lambda signing: dataset.place_name(dataset.promoter_of(signing)), rank=6, said=places),
        Column("conference", lambda signing: signing.conference, rank=7),
        Column("kind", lambda signing: signing.kind, rank=4, said=kind_in),
        Column("partner", lambda signing: dataset.place_name(signing.partner), rank=7, said=places),
        Column("projects", lambda signing: signing.projects, Kind.COUNT, rank=2),
        Column("projects_stated", lambda signing: str(signing.projects) if signing.projects else None, rank=7),
        Column("amount", lambda signing: signing.amount, Kind.AMOUNT),
        Column("currency", lambda signing: signing.money.unit if signing.money else None),
        Column(
            "low", lambda signing: end_of(signing.money.interval.low) if signing.money else None, Kind.AMOUNT, rank=7
        ),
        Column(
            "high", lambda signing: end_of(signing.money.interval.high) if signing.money else None, Kind.AMOUNT, rank=7
        ),
        Column("stated", lambda signing: str(signing.amount) if signing.amount else None, rank=7),
        Column("part_of", lambda signing: signing.part_of, rank=7),
        Column("sources", _source_ids, Kind.LIST, rank=3),
    )
    return Listing(
        (*columns, *_further(dataset, {column.name for column in columns})),
        signings,
        default=("id", "date", "city", "promoter", "kind", "projects", "amount", "currency", "sources"),
        on_terminal=shown_columns(
            "date", "city", "kind", "projects", "amount", "currency", "sources", "id", one=currencies
        ),
        in_json=tuple(c.name for c in columns if c.name not in ("projects_stated", "low", "high")),
        read_back=True,
        unit=only_currency(currencies),
    )


def _further(dataset: Records, taken: Collection[str]) -> Iterator[Column[Deal]]:
    """Yield the columns that are shown only where they are named: the data's own, and what a dataset knows besides."""
    own = [name for name in dataset.own_columns if name not in taken]
    for aspect in (*map(own_aspect, own), *(each for name, each in FURTHER.items() if name not in own)):
        kind = Kind.LIST if aspect.name == "fields" and aspect.name not in own else Kind.TEXT
        yield Column(aspect.name, partial(_text_of, dataset, aspect, kind), kind, title_of(aspect.name), rank=7)


def _text_of(dataset: Records, aspect: Aspect, kind: Kind, signing: Deal) -> Cell:
    texts = tuple(map(str, aspect.of(dataset, signing)))
    return texts if kind is Kind.LIST else next(iter(texts), None)


def conferences(dataset: Records, found: Sequence[Event], totals: Sequence[Total]) -> Listing[Any]:
    """Return conferences under their columns, each with the totals of its signings, one row for each currency."""
    by_key: dict[str | None, list[Total]] = {}
    for row in totals:
        by_key.setdefault(row.key, []).append(row)
    none: list[Total | None] = [None]
    rows: list[tuple[Event, Total | None]] = [
        (conference, row) for conference in found for row in by_key.get(conference.id, none)
    ]
    currencies = {row.currency for _, row in rows if row is not None and row.currency is not None}
    places = LocalNames(lambda: dataset)
    columns: tuple[Column[tuple[Event, Total | None]], ...] = (
        Column("id", lambda row: row[0].id, rank=4),
        Column("date", lambda row: row[0].date, Kind.DATE, rank=1),
        Column("city", lambda row: dataset.place_name(row[0].city), said=places),
        Column("promoter", lambda row: dataset.place_name(dataset.promoter_of(row[0])), rank=6, said=places),
        Column("kind", lambda row: row[0].kind, rank=2, said=kind_in),
        Column("name", lambda row: row[0].name, Kind.PROSE, rank=7),
        Column("signings", lambda row: row[1].signings if row[1] else 0, Kind.COUNT, rank=5),
        Column("projects", lambda row: value_of(row[1].projects) if row[1] else None, Kind.COUNT, rank=2),
        Column("amount", lambda row: value_of(row[1].amount) if row[1] else None, Kind.AMOUNT),
        Column("currency", lambda row: row[1].currency if row[1] else None),
        Column("sources", lambda row: _source_ids(row[0]), Kind.LIST, rank=3),
        Column("lower_bound", lambda row: bool(row[1] and row[1].lower_bound), Kind.FLAG, rank=6),
        Column("projects_lower_bound", lambda row: bool(row[1] and row[1].projects_lower_bound), Kind.FLAG, rank=6),
    )
    bounds = ("lower_bound", "projects_lower_bound")
    return Listing(
        columns,
        rows,
        default=tuple(column.name for column in columns if column.name not in ("name", *bounds)),
        more_in_files=bounds,
        on_terminal=shown_columns(
            "date", "city", "kind", "projects", "amount", "currency", "sources", "id", one=currencies
        ),
        in_json=tuple(column.name for column in columns),
        unit=only_currency(currencies),
    )


def facts(dataset: Records, found: Sequence[Fact]) -> Listing[Fact]:
    """Return facts under their columns."""
    columns: tuple[Column[Fact], ...] = (
        Column("id", lambda fact: fact.id, rank=2),
        Column(
            "city", lambda fact: dataset.place_name(dataset.city_of(fact)), rank=4, said=LocalNames(lambda: dataset)
        ),
        Column("name", lambda fact: fact.name, Kind.PROSE),
        Column("stated", lambda fact: str(fact.figure) if fact.figure else fact.text, Kind.PROSE),
        Column("value", lambda fact: fact.figure, Kind.NUMBER, rank=5),
        Column("unit", lambda fact: fact.figure.unit if fact.figure else None, rank=5, said=unit_in),
        Column("low", lambda fact: end_of(fact.figure.interval.low) if fact.figure else None, Kind.NUMBER, rank=5),
        Column("high", lambda fact: end_of(fact.figure.interval.high) if fact.figure else None, Kind.NUMBER, rank=5),
        Column("date", lambda fact: fact.date, Kind.DATE, rank=4),
        Column("sources", _source_ids, Kind.LIST, rank=3),
    )
    return Listing(
        columns,
        found,
        default=("id", "city", "name", "stated", "value", "unit", "date", "sources"),
        on_terminal=("id", "stated", "name", "sources"),
        in_json=tuple(column.name for column in columns),
    )


def sources(found: Sources) -> Listing[KnownSource]:
    """Return sources under their columns, with how many records each states."""
    columns: tuple[Column[KnownSource], ...] = (
        Column("id", lambda source: source.id),
        Column("date", lambda source: source.date, Kind.DATE, rank=1),
        Column("publisher", lambda source: source.publisher, Kind.PROSE, rank=2),
        Column("title", lambda source: source.title, Kind.PROSE),
        Column("language", lambda source: source.language, rank=4, said=language_in),
        Column("url", lambda source: source.url, rank=5),
        Column("records", lambda source: found.cited.get(source.id, 0), Kind.COUNT, rank=3),
    )
    names = tuple(column.name for column in columns)
    return Listing(columns, found.sources, names, ("id", "date", "publisher", "title", "records"), names)


def cities(found: Places) -> Listing[KnownPlace]:
    """Return places under their columns, with how many conferences and signings each held."""
    columns: tuple[Column[KnownPlace], ...] = (
        Column("id", lambda place: place.id, rank=4),
        Column("name", own_name),
        Column("names", lambda place: tuple(dict.fromkeys(place.names.values())), Kind.LIST, rank=1),
        Column("aliases", lambda place: place.aliases, Kind.LIST, rank=5),
        Column("province", lambda place: place.province, rank=2, said=region_in),
        Column("country", lambda place: place.country, rank=3),
        Column("conferences", lambda place: found.held.get(place.id, 0), Kind.COUNT, rank=1),
        Column("signings", lambda place: found.signed.get(place.id, 0), Kind.COUNT, rank=1),
    )
    names = tuple(column.name for column in columns)
    return Listing(
        columns, found.places, names, ("name", "names", "province", "country", "conferences", "signings"), names
    )


def _source_ids(record: Deal | Event | Fact) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cited.id for cited in record.sources))
