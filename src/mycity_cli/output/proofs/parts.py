"""What a proof says in words, whatever it is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from mycity_cli.figure import Scale
from mycity_cli.messages import Said, counted, listed, say, say_as
from mycity_cli.model import Cited
from mycity_cli.output.bars import NOT_STATED
from mycity_cli.output.grounds import StatedRecord, evidence
from mycity_cli.output.listing import Card
from mycity_cli.output.naming import cited_text, language_word
from mycity_cli.output.notes import named
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.output.proof import margin_text, possible_text, proof, sum_value, value_and_range
from mycity_cli.provenance import Provenance
from mycity_cli.query import Sum
from mycity_cli.query.data import KnownSource
from mycity_cli.query.titles import TITLES
from mycity_cli.statement.terms import Term
from mycity_cli.statement.verdict import Verdict

MOST_SHOWN = 50
"""So many records of a term are shown to people; JSON has more of them."""


class Value(NamedTuple):
    """A value with its name, and what it may be where that is more than the one number, else ""."""

    name: str
    value: str
    possible: str = ""

    @property
    def told(self) -> str:
        """The value, and what it may be in parentheses."""
        return value_and_range(self.value, self.possible)


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
    """The proof of a verdict: `said` are names and texts that stand below it, `title` is what it is called.

    Its texts can be said in each language.
    """

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
    read_as = [(TITLES["read_as"], verdict.read_as)] if verdict.read_as else []
    parts = [(TITLES["part"], _part_text(part)) for part in verdict.parts]
    tolerance = [(TITLES["tolerance"], verdict.tolerance)] if verdict.tolerance else []
    return ProofParts(
        verdict.statement,
        verdict.outcome.value,
        verdict.reason,
        [*read_as, *said, *parts, *tolerance],
        [side for part in (*verdict.parts, verdict) for side in _sides(part, scale, verdict)],
        [_term(term, scale) for term in verdict.terms],
        [say("{ids}: {reason}", ids=named(each.ids), reason=each.reason) for each in verdict.left_out],
    )


def _part_text(part: Verdict) -> Said:
    """Return a statement that is a part of another, with its verdict, and why that is so."""
    outcome = outcome_word(part.outcome)
    return say("{outcome}: {statement}: {reason}", outcome=outcome, statement=part.statement, reason=part.reason)


def _sides(verdict: Verdict, scale: Scale | None, whole: Verdict) -> Iterator[Value]:
    """Yield what is compared, in a part of a statement with the part's own words."""
    for name, side in (("left", verdict.left), ("right", verdict.right)):
        if side is not None:
            yield _value(_side_name(name, verdict, whole), side, verdict.unit, scale)
    if verdict.margin is not None:
        margin = _value(_side_name("margin", verdict, whole), verdict.margin, verdict.unit, scale)
        yield margin._replace(value=margin_text(verdict.margin, verdict, scale))


def _side_name(name: str, verdict: Verdict, whole: Verdict) -> Said:
    if verdict is whole:
        return TITLES[name]
    return say("{side} of {statement}", side=TITLES[name], statement=verdict.statement)


def _value(name: str, sum: Sum, unit: str, scale: Scale | None) -> Value:
    return Value(name, sum_value(sum, unit, scale), possible_text(sum, unit, scale))


def _term(term: Term, scale: Scale | None) -> TermShown:
    value = Value(term.name, NOT_STATED) if term.sum is None else _value(term.name, term.sum, term.unit, scale)
    shown = [_shown(each) for each in evidence(term, MOST_SHOWN)]
    return TermShown(value, shown, len(term.records) - len(shown))


def _shown(each: StatedRecord) -> Shown:
    return Shown(
        record_text(each),
        each.stated or ("" if each.date is None else str(each.date)),
        listed(map(cited_text, each.sources)),
        each.quote or "",
    )


def record_text(each: StatedRecord) -> Said | str:
    """Return what a record is called; a row of a table by its number, and its file where there are several."""
    if each.row is None:
        return each.record
    row = say("row {row}", row=each.row)
    if each.file is not None:
        row = say("{file}: row {row}", file=each.file, row=each.row)
    return row if each.record == str(each.row) else say("{record} ({row})", record=each.record, row=row)


def source_text(source: KnownSource | str) -> Said | str:
    """Return a source in full but its URL: its id, title, publisher, date and language, as far as they are known."""
    if isinstance(source, str):
        return source
    title = None if source.title == source.id else source.title
    date = None if source.date is None else str(source.date)
    known = [each for each in (title, source.publisher, date, language_word(source.language)) if each]
    return say("{id}: {known}", id=source.id, known=listed(known)) if known else source.id


def url_of(source: KnownSource | str) -> str | None:
    """Return the URL of a source, None where none is known."""
    return None if isinstance(source, str) else source.url


def origin_of(provenance: Provenance) -> Iterator[tuple[str, str]]:
    """Yield what a proof rests on, a name and a text each: the data, its table or its hashes, its date, the tool."""
    origin, title = provenance.origin, provenance.title
    data = origin.name if title is None else say("{title} ({name})", title=title, name=origin.name)
    yield say_as("origin", "Data"), data
    if origin.table is not None:
        yield say_as("origin", "Table"), origin.table
    for file in origin.files[:MOST_SHOWN]:
        yield "SHA-256", file.sha256 if len(origin.files) == 1 else f"{file.sha256} {file.name}"
    more = len(origin.files) - MOST_SHOWN
    if more > 0:
        yield "SHA-256", counted("and of {number} file more", "and of {number} files more", more)
    if provenance.date is not None:
        latest = say("{date}, the latest that its sources state", date=provenance.date)
        yield say_as("origin", "Date of the data"), latest
    yield say_as("origin", "Made by"), f"mycity {provenance.version}"
