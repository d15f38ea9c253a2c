"""What a proof rests on: the records of its terms, the sources that state them, and where the data is from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from mycity_cli.figure import Figure
from mycity_cli.messages import clauses
from mycity_cli.model import Cited, Fact, Signing
from mycity_cli.output.listing import Card, Kind, Nested, field
from mycity_cli.output.naming import cited_text
from mycity_cli.period import Period
from mycity_cli.provenance import HashedFile, Provenance
from mycity_cli.query.data import Deal, Event, KnownSource, Records
from mycity_cli.query.summed import FIGURE_OF
from mycity_cli.statement.terms import Term

MOST = 1000
"""So many records of a term are told in full; a table may have millions, of which the ids alone are told."""


class StatedRecord(NamedTuple):
    """A record that a term rests on: the figure as it is stated, where the record stands, and who says so.

    `row` is the number of a row of a table, in its `file` where the table has several.
    """

    record: str
    stated: str | None
    date: Period | None
    row: int | None
    file: str | None
    quote: str | None
    sources: tuple[Cited, ...]


class Grounds:
    """What the proofs of a command rest on. `provenance` is None where no proof is written that says it.

    The `records` are asked for when their sources are: those of a table are read by then.
    """

    def __init__(self, records: Callable[[], Records] | None = None, provenance: Provenance | None = None) -> None:
        self._records = records
        self.provenance = provenance

    def source(self, id: str) -> KnownSource | None:
        """Return the source with an id; None where no more is known of it than its name."""
        return self._sources.get(id)

    def sources(self, terms: Iterable[Term], cited: Iterable[Cited] = ()) -> list[KnownSource | str]:
        """Return the sources of terms, and those that are `cited` besides, each once; by name where no more is known.

        Of a term with many records those of the records that are told in full.
        """
        ids = [each.id for each in cited]
        ids += [each.id for term in terms for record in evidence(term) for each in record.sources]
        return [self.source(id) or id for id in dict.fromkeys(ids)]

    @cached_property
    def _sources(self) -> dict[str, KnownSource]:
        return {} if self._records is None else {source.id: source for source in self._records().sources}


def evidence(term: Term, most: int = MOST) -> list[StatedRecord]:
    """Return the first records that a term rests on, so many at most."""
    return [_evidence(record, _figure(record, term)) for record in term.stating[:most]]


def _figure(record: Deal | Event | Fact, term: Term) -> Figure | None:
    if isinstance(record, Fact):
        return record.figure
    of = None if term.measure is None else FIGURE_OF.get(term.measure)
    # Only signings are asked for a measure.
    return None if of is None else of(record)  # type: ignore[arg-type]


def _evidence(record: Deal | Event | Fact, figure: Figure | None) -> StatedRecord:
    return StatedRecord(
        record.id,
        None if figure is None else str(figure),
        record.date,
        getattr(record, "number", None) or None,
        getattr(record, "file", None) or None,
        _quote(record),
        record.sources,
    )


def _quote(record: Deal | Event | Fact) -> str | None:
    """Return the quotation of a record; none that does not fit, as `data validate` tells."""
    if isinstance(record, Signing | Fact) and record.quote is not None:
        from mycity_cli.consistency.quotes import fault_of

        return None if fault_of(record) else record.quote
    return None


def evidence_cell(term: Term, grounds: Grounds) -> Nested:
    """Return the records of a term as JSON has them."""

    def cards() -> tuple[Card, ...]:
        return tuple(
            Card(
                [
                    field("record", each.record),
                    field("stated", each.stated),
                    field("date", each.date, Kind.DATE),
                    field("row", each.row, Kind.COUNT),
                    field("file", each.file),
                    field("quote", each.quote),
                    field("sources", cited_cell(each.sources, grounds)),
                ]
            )
            for each in evidence(term)
        )

    return Nested(cards, None, many=True)


def cited_cell(cited: Sequence[Cited], grounds: Grounds) -> Nested:
    """Return where sources state something as JSON has it, with all that is known of each source."""
    shown = clauses(map(cited_text, cited))
    return Nested(lambda: tuple(cited_card(each, grounds.source(each.id)) for each in cited), shown, many=True)


def cited_card(cited: Cited, source: KnownSource | None) -> Card:
    """Return the fields of where a source states something, with all that is known of the source."""
    return Card(
        [
            field("id", cited.id),
            field("at", cited.at),
            # Of a source that a table cites no more is known than the name that it has there.
            field("title", None if source is None or source.title == source.id else source.title),
            field("publisher", None if source is None else source.publisher),
            field("date", None if source is None else source.date, Kind.DATE),
            field("language", None if source is None else source.language),
            field("url", None if source is None else source.url),
        ]
    )


def provenance_cell(provenance: Provenance | None) -> Nested | None:
    """Return what a proof rests on as JSON has it."""
    return None if provenance is None else Nested(lambda: (provenance_card(provenance),), provenance.origin.name)


def provenance_card(provenance: Provenance) -> Card:
    """Return the fields of what a proof rests on."""
    origin = provenance.origin
    return Card(
        [
            field("version", provenance.version),
            field("data", origin.name),
            field("title", provenance.title),
            field("date", provenance.date, Kind.DATE),
            field("files", Nested(lambda: tuple(map(_file_card, origin.files)), len(origin.files), many=True)),
            field("table", origin.table),
        ]
    )


def _file_card(file: HashedFile) -> Card:
    return Card([field("name", file.name), field("sha256", file.sha256)])
