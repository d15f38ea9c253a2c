"""What a proof says in words, whatever it is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from mycity_cli.figure import Scale
from mycity_cli.model import Cited
from mycity_cli.output.grounds import StatedRecord, evidence
from mycity_cli.output.human import share_text
from mycity_cli.output.listing import Card
from mycity_cli.output.notes import counted, named
from mycity_cli.output.proof import proof
from mycity_cli.output.wording import range_text, value_text
from mycity_cli.provenance import Provenance
from mycity_cli.query import Sum
from mycity_cli.query.data import KnownSource
from mycity_cli.statement.terms import Term
from mycity_cli.statement.verdict import Verdict

MOST_SHOWN = 50
"""So many records of a term are shown to people; JSON has more of them."""


class Value(NamedTuple):
    """A value with its name, and what it may be where that is more than the one number, else ""."""

    name: str
    value: str
    possible: str = ""

    def __str__(self) -> str:
        """Return the value, and what it may be in parentheses."""
        return f"{self.value} ({self.possible})" if self.possible else self.value


class Shown(NamedTuple):
    """A record that a term rests on: what it is called, the figure as stated, and who says so, with the quotation."""

    record: str
    stated: str
    source: str
    quote: str = ""


class TermShown(NamedTuple):
    """A term: its value, the first of its records, and how many more it has."""

    value: Value
    records: Sequence[Shown]
    more: int = 0


class ProofParts(NamedTuple):
    """The proof of a verdict: `said` are names and texts that stand below it, `title` is what it is called."""

    statement: str
    outcome: str
    reason: str
    said: Sequence[tuple[str, str]]
    sides: Sequence[Value]
    terms: Sequence[TermShown]
    left_out: Sequence[str]
    title: str = ""

    @property
    def heading(self) -> str:
        """What stands above the proof: its own title, such as the text of a claim, or else the statement."""
        return self.title or self.statement


class Proof(NamedTuple):
    """What is proved: a verdict, as parts of a document and as a card, and what it rests on.

    `cited` are the sources that it has besides those of its terms.
    """

    parts: Callable[[Scale | None], ProofParts]
    card: Callable[[Scale | None], Card]
    terms: Sequence[Term] = ()
    cited: Sequence[Cited] = ()


def proof_of(verdict: Verdict, *, ids: bool = False) -> Proof:
    """Return the proof of a verdict. `ids` asks for all ids of records in its card, where else their number is told."""
    return Proof(partial(parts_of, verdict), partial(proof, verdict, ids=ids), verdict.terms)


def parts_of(verdict: Verdict, scale: Scale | None, said: Iterable[tuple[str, str]] = ()) -> ProofParts:
    """Return the proof of a verdict in words, amounts in a scale or in the one that reads best."""
    read_as = [("Read as", verdict.read_as)] if verdict.read_as else []
    parts = [("Part", f"{part.outcome}: {part.statement}: {part.reason}") for part in verdict.parts]
    tolerance = [("Tolerance", verdict.tolerance)] if verdict.tolerance else []
    return ProofParts(
        verdict.statement,
        verdict.outcome.value,
        verdict.reason,
        [*read_as, *said, *parts, *tolerance],
        [side for part in (*verdict.parts, verdict) for side in _sides(part, scale, verdict)],
        [_term(term, scale) for term in verdict.terms],
        [f"{named(each.ids)}: {each.reason}" for each in verdict.left_out],
    )


def _sides(verdict: Verdict, scale: Scale | None, whole: Verdict) -> Iterator[Value]:
    """Yield what is compared, in a part of a statement with the part's own words."""
    which = "" if verdict is whole else f" of {verdict.statement}"
    for name, side in (("Left", verdict.left), ("Right", verdict.right)):
        if side is not None:
            yield _value(f"{name}{which}", side, verdict.unit, scale)
    if verdict.margin is not None:
        margin = _value(f"Margin{which}", verdict.margin, verdict.unit, scale)
        share = "" if verdict.share is None else f" ({share_text(verdict.share)} of the right side)"
        yield margin._replace(value=f"{margin.value}{share}")


def _value(name: str, sum: Sum, unit: str, scale: Scale | None) -> Value:
    possible = "" if sum.interval.width == 0 else range_text(sum.interval, unit, scale)
    return Value(name, value_text(sum.value, unit, scale), possible)


def _term(term: Term, scale: Scale | None) -> TermShown:
    value = Value(term.name, "not stated") if term.sum is None else _value(term.name, term.sum, term.unit, scale)
    shown = [_shown(each) for each in evidence(term, MOST_SHOWN)]
    return TermShown(value, shown, len(term.records) - len(shown))


def _shown(each: StatedRecord) -> Shown:
    return Shown(
        record_text(each),
        each.stated or ("" if each.date is None else str(each.date)),
        ", ".join(map(str, each.sources)),
        each.quote or "",
    )


def record_text(each: StatedRecord) -> str:
    """Return what a record is called; a row of a table by its number, and its file where there are several."""
    if each.row is None:
        return each.record
    row = f"row {each.row}" if each.file is None else f"{each.file}: row {each.row}"
    return row if each.record == str(each.row) else f"{each.record} ({row})"


def source_text(source: KnownSource | str) -> str:
    """Return a source in full but its URL: its id, title, publisher, date and language, as far as they are known."""
    if isinstance(source, str):
        return source
    title = None if source.title == source.id else source.title
    date = None if source.date is None else str(source.date)
    known = [each for each in (title, source.publisher, date, source.language) if each]
    return f"{source.id}: {', '.join(known)}" if known else source.id


def url_of(source: KnownSource | str) -> str | None:
    """Return the URL of a source, None where none is known."""
    return None if isinstance(source, str) else source.url


def origin_of(provenance: Provenance) -> Iterator[tuple[str, str]]:
    """Yield what a proof rests on, a name and a text each: the data, its table or its hashes, its date, the tool."""
    origin = provenance.origin
    yield "Data", origin.name if provenance.title is None else f"{provenance.title} ({origin.name})"
    if origin.table is not None:
        yield "Table", origin.table
    for file in origin.files[:MOST_SHOWN]:
        yield "SHA-256", file.sha256 if len(origin.files) == 1 else f"{file.sha256} {file.name}"
    if len(origin.files) > MOST_SHOWN:
        yield "SHA-256", f"and of {counted(len(origin.files) - MOST_SHOWN, 'file')} more"
    if provenance.date is not None:
        yield "Date of the data", f"{provenance.date}, the latest that its sources state"
    yield "Made by", f"mycity {provenance.version}"
