"""What each kind of record shows: its columns, declared once for every format."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from mycity_cli.exact import Rational
from mycity_cli.figure import Scale
from mycity_cli.interval import End, Interval
from mycity_cli.model import Conference, Dataset, Fact, Place, Signing, Source
from mycity_cli.output.amounts import best_scale, scale_name
from mycity_cli.output.human import aligned, cell_text
from mycity_cli.output.listing import Bar, Card, Cell, Column, Kind, Listing, field
from mycity_cli.query.engine import NONE, Left, Places, Sources
from mycity_cli.query.totals import Group, Measure, Sum, Total


def deals(dataset: Dataset, signings: Iterable[Signing], currencies: Collection[str] | None = None) -> Listing[Signing]:
    """Return signings under their columns; `currencies` are those of their amounts, where that is known already."""
    if currencies is None:
        currencies = {signing.amount.unit for signing in signings if signing.amount is not None}
    columns: tuple[Column[Signing], ...] = (
        Column("id", lambda signing: signing.id, rank=5),
        Column("date", lambda signing: signing.date, Kind.DATE, rank=1),
        Column("city", lambda signing: dataset.place_name(signing.city)),
        Column("promoter", lambda signing: dataset.place_name(dataset.promoter_of(signing)), rank=6),
        Column("conference", lambda signing: signing.conference, rank=7),
        Column("kind", lambda signing: signing.kind, rank=4),
        Column("partner", lambda signing: dataset.place_name(signing.partner), rank=7),
        Column("projects", lambda signing: signing.projects, Kind.COUNT, rank=2),
        Column("projects_stated", lambda signing: str(signing.projects) if signing.projects else None, rank=7),
        Column("amount", lambda signing: signing.amount, Kind.AMOUNT),
        Column("currency", lambda signing: signing.amount.unit if signing.amount else None),
        Column(
            "low", lambda signing: _end(signing.amount.interval.low) if signing.amount else None, Kind.AMOUNT, rank=7
        ),
        Column(
            "high", lambda signing: _end(signing.amount.interval.high) if signing.amount else None, Kind.AMOUNT, rank=7
        ),
        Column("stated", lambda signing: str(signing.amount) if signing.amount else None, rank=7),
        Column("part_of", lambda signing: signing.part_of, rank=7),
        Column("sources", _source_ids, Kind.LIST, rank=3),
    )
    return Listing(
        columns,
        signings,
        default=("id", "date", "city", "promoter", "kind", "projects", "amount", "currency", "sources"),
        on_terminal=_shown("date", "city", "kind", "projects", "amount", "currency", "sources", "id", one=currencies),
        in_json=tuple(c.name for c in columns if c.name not in ("projects_stated", "low", "high")),
        unit=_only(currencies),
    )


def conferences(dataset: Dataset, found: Sequence[Conference], totals: Sequence[Total]) -> Listing[Any]:
    """Return conferences under their columns, each with the totals of its signings, one row for each currency."""
    by_key: dict[str | None, list[Total]] = {}
    for row in totals:
        by_key.setdefault(row.key, []).append(row)
    none: list[Total | None] = [None]
    rows: list[tuple[Conference, Total | None]] = [
        (conference, row) for conference in found for row in by_key.get(conference.id, none)
    ]
    currencies = {row.currency for _, row in rows if row is not None and row.currency is not None}
    columns: tuple[Column[tuple[Conference, Total | None]], ...] = (
        Column("id", lambda row: row[0].id, rank=4),
        Column("date", lambda row: row[0].date, Kind.DATE, rank=1),
        Column("city", lambda row: dataset.place_name(row[0].city)),
        Column("promoter", lambda row: dataset.place_name(dataset.promoter_of(row[0])), rank=6),
        Column("kind", lambda row: row[0].kind, rank=2),
        Column("name", lambda row: row[0].name, Kind.PROSE, rank=7),
        Column("signings", lambda row: row[1].signings if row[1] else 0, Kind.COUNT, rank=5),
        Column("projects", lambda row: _value(row[1].projects) if row[1] else None, Kind.COUNT, rank=2),
        Column("amount", lambda row: _value(row[1].amount) if row[1] else None, Kind.AMOUNT),
        Column("currency", lambda row: row[1].currency if row[1] else None),
        Column("sources", lambda row: _source_ids(row[0]), Kind.LIST, rank=3),
    )
    return Listing(
        columns,
        rows,
        default=tuple(column.name for column in columns if column.name != "name"),
        on_terminal=_shown("date", "city", "kind", "projects", "amount", "currency", "sources", "id", one=currencies),
        in_json=tuple(column.name for column in columns),
        unit=_only(currencies),
    )


def totals(
    rows: Sequence[Total], overall: Sequence[Total], by: Group | None, measure: Measure, left: Left = NONE
) -> Listing[Total]:
    """Return totals under their columns; `overall` is what the shares are of, and the last row where it is one.

    `left` is what was left out of all of them: nobody knows to which group a bad row belongs.
    """
    # A signing without an amount is a row of its own where there are several currencies: it may be in any of them.
    lacking = {row.key for row in rows if _lacks(row, measure)}
    wholes = {total.currency: total.measured(measure) for total in overall}
    everything = _added(total.measured(measure) for total in overall)

    def share(row: Total) -> Cell:
        part = row.measured(measure)
        whole = wholes.get(row.currency) if measure is Measure.AMOUNT else everything
        return None if part is None or not whole else Fraction(part) / whole

    currencies = {row.currency for row in rows if row.currency is not None}
    columns: tuple[Column[Total], ...] = (
        Column("key", lambda row: row.key, title=(by or "").capitalize()),
        Column("signings", lambda row: row.signings, Kind.COUNT, rank=3),
        Column("projects", lambda row: _value(row.projects), Kind.COUNT, rank=2),
        Column("projects_low", lambda row: _low(row.projects), Kind.COUNT, rank=5),
        Column("projects_high", lambda row: _high(row.projects), Kind.COUNT, rank=5),
        Column("amount", lambda row: _value(row.amount), Kind.AMOUNT),
        Column("currency", lambda row: row.currency),
        Column("low", lambda row: _low(row.amount), Kind.AMOUNT, rank=5),
        Column("high", lambda row: _high(row.amount), Kind.AMOUNT, rank=5),
        Column("without_amount", lambda row: tuple(row.without_amount), Kind.LIST, rank=6),
        Column("without_projects", lambda row: tuple(row.without_projects), Kind.LIST, rank=6),
        Column("rows", lambda _: left.rows, Kind.COUNT, rank=6),
        Column("bad", lambda _: left.bad, Kind.COUNT, rank=6),
        Column("skipped", lambda _: left.skipped, Kind.COUNT, rank=6),
        Column(
            "lower_bound", lambda row: bool(left.bad or row.key in lacking or _lacks(row, measure)), Kind.FLAG, rank=6
        ),
        Column("share", share, Kind.SHARE, f"Share\nof {measure}", rank=4),
        Column("sources", lambda row: tuple(row.sources), Kind.LIST, rank=6),
    )
    columns = columns if by is not None else columns[1:]
    key = ("key",) if by is not None else ()
    return Listing(
        columns,
        rows,
        default=(*key, "signings", "projects", "amount", "currency", "bad", "skipped", "lower_bound"),
        on_terminal=(*key, *_shown("signings", "projects", "amount", "currency", "share", one=currencies)),
        in_json=tuple(column.name for column in columns if column.name not in ("share", "sources")),
        totals=overall[0]._replace(key="Total") if by is not None and len(overall) == 1 else None,
        unit=_only(currencies),
    )


def _lacks(row: Total, measure: Measure) -> bool:
    """Return whether a sum lacks what some signing does not state."""
    return bool({Measure.AMOUNT: row.without_amount, Measure.PROJECTS: row.without_projects}.get(measure, ()))


def total_card(total: Total) -> Card:
    """Return one total as a card for people.

    It has the sources, but no ends that only say again what the value does, and no high end that a missing figure may
    exceed; what was left out is told beside it.
    """
    listing = totals([total], [total], None, Measure.AMOUNT)
    hidden = {"rows", "bad", "skipped", "lower_bound", *_idle_ends(total)}
    return Card(
        [
            field(column.name, column.get(total), column.kind)
            for column in listing.columns_named([*listing.in_json, "sources"])
            if column.name not in hidden
        ],
        total.currency,
    )


def _idle_ends(total: Total) -> Iterator[str]:
    """Yield the columns of those ends that tell people nothing."""
    for before, sum, missing in (
        ("projects_", total.projects, total.without_projects),
        ("", total.amount, total.without_amount),
    ):
        if sum is None or sum.interval == Interval.exactly(sum.value):
            yield from (f"{before}low", f"{before}high")
        elif missing:
            yield f"{before}high"


def bars(rows: Sequence[Total], measure: Measure, scale: Scale | None) -> list[Bar]:
    """Return a bar for each total, its value in one scale for all."""
    kind = Kind.AMOUNT if measure is Measure.AMOUNT else Kind.COUNT
    values = [row.measured(measure) for row in rows]
    scale = scale or best_scale(values)
    texts = aligned([cell_text(value, kind, scale) for value in values])
    unit = f" {scale_name(scale, _only({row.currency for row in rows if row.currency}))}" if kind is Kind.AMOUNT else ""
    return [
        Bar(row.key or "(none)", value, f"{text}{unit}" if value is not None else "not stated")
        for row, value, text in zip(rows, values, texts, strict=True)
    ]


def facts(dataset: Dataset, found: Sequence[Fact]) -> Listing[Fact]:
    """Return facts under their columns."""
    columns: tuple[Column[Fact], ...] = (
        Column("id", lambda fact: fact.id),
        Column("city", lambda fact: dataset.place_name(dataset.city_of(fact)), rank=4),
        Column("name", lambda fact: fact.name, Kind.PROSE, rank=2),
        Column("stated", lambda fact: str(fact.figure) if fact.figure else fact.text, Kind.PROSE, rank=1),
        Column("value", lambda fact: fact.figure, Kind.NUMBER, rank=5),
        Column("unit", lambda fact: fact.figure.unit if fact.figure else None, rank=5),
        Column("low", lambda fact: _end(fact.figure.interval.low) if fact.figure else None, Kind.NUMBER, rank=5),
        Column("high", lambda fact: _end(fact.figure.interval.high) if fact.figure else None, Kind.NUMBER, rank=5),
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


def sources(found: Sources) -> Listing[Source]:
    """Return sources under their columns, with how many records each states."""
    columns: tuple[Column[Source], ...] = (
        Column("id", lambda source: source.id),
        Column("date", lambda source: source.date, Kind.DATE, rank=1),
        Column("publisher", lambda source: source.publisher, Kind.PROSE, rank=2),
        Column("title", lambda source: source.title, Kind.PROSE),
        Column("language", lambda source: source.language, rank=4),
        Column("url", lambda source: source.url, rank=5),
        Column("records", lambda source: found.cited.get(source.id, 0), Kind.COUNT, rank=3),
    )
    names = tuple(column.name for column in columns)
    return Listing(columns, found.sources, names, ("id", "date", "publisher", "title", "records"), names)


def cities(found: Places) -> Listing[Place]:
    """Return places under their columns, with how many conferences and signings each held."""
    columns: tuple[Column[Place], ...] = (
        Column("id", lambda place: place.id, rank=4),
        Column("name", lambda place: place.name),
        Column("names", lambda place: tuple(dict.fromkeys(place.names.values())), Kind.LIST, rank=1),
        Column("aliases", lambda place: place.aliases, Kind.LIST, rank=5),
        Column("province", lambda place: place.province, rank=2),
        Column("country", lambda place: place.country, rank=3),
        Column("conferences", lambda place: found.held.get(place.id, 0), Kind.COUNT, rank=1),
        Column("signings", lambda place: found.signed.get(place.id, 0), Kind.COUNT, rank=1),
    )
    names = tuple(column.name for column in columns)
    return Listing(
        columns, found.places, names, ("name", "names", "province", "country", "conferences", "signings"), names
    )


def _source_ids(record: Signing | Conference | Fact) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cited.id for cited in record.sources))


def _shown(*names: str, one: Collection[str]) -> tuple[str, ...]:
    """Return the columns of a table, without the currency where the heading of the amounts names the one there is."""
    return tuple(name for name in names if name != "currency" or len(one) > 1)


def _only(currencies: Collection[str]) -> str | None:
    return next(iter(currencies)) if len(currencies) == 1 else None


def _value(sum: Sum | None) -> Rational | None:
    return None if sum is None else sum.value


def _low(sum: Sum | None) -> Rational | None:
    return None if sum is None else _end(sum.interval.low)


def _high(sum: Sum | None) -> Rational | None:
    return None if sum is None else _end(sum.interval.high)


def _end(end: End | None) -> Rational | None:
    return None if end is None else end.value


def _added(values: Iterable[Rational | None]) -> Rational:
    return sum((value for value in values if value is not None), start=0)
