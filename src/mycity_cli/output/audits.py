"""Audits as records: the relations under their columns, and everything that was found as JSON has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from mycity_cli.exact import Rational, plain, rational
from mycity_cli.figure import Bound, Figure
from mycity_cli.figure.scanning import Unread
from mycity_cli.interval import End
from mycity_cli.messages import clauses, say, say_as
from mycity_cli.output.audit_grounds import AuditGrounds, cited_by
from mycity_cli.output.audit_places import in_quotes, place_text, quoted
from mycity_cli.output.audit_words import kind_word, unchecked, unlike
from mycity_cli.output.grounds import cited_card, provenance_card
from mycity_cli.output.json_ import card_object, written
from mycity_cli.output.listing import Column, Kind, Listing
from mycity_cli.output.notes import named
from mycity_cli.output.outcome_words import NOT_CHECKED
from mycity_cli.output.render import Style
from mycity_cli.release.answer import foreign, is_checked
from mycity_cli.release.decide import agrees_by_rounding
from mycity_cli.release.findings import (
    Audit,
    Candidate,
    Compared,
    FoundSigning,
    Mention,
    Relation,
    Release,
    numbers_of,
)
from mycity_cli.release.findings import Kind as FigureKind
from mycity_cli.statement.verdict import Outcome

_DEFAULT = ("place", "verdict", "kind", "statement", "reason")
DIFFERS = "differs"
"""The outcome of a signing that is not as in the dataset."""
FOREIGN = say("neither English nor Chinese")
_MOST_UNREAD = 20
"""How many numbers that were not read for one reason are named."""
_BOUNDS = {Bound.ODD: "over"}
"""What JSON calls a bound where it has another word: 余 and 多 say "over"."""


class Audited(NamedTuple):
    """A relation, and the audit that found it; or a signing that is not as in the dataset.

    Neither of them stands for a release of which nothing was checked.
    """

    audit: Audit
    relation: Relation | None = None
    differing: Compared | None = None

    @property
    def start(self) -> int | None:
        """Where the first figure of the relation, or of the signing, starts; None for a release as a whole."""
        if self.relation is not None:
            return first_character(self.audit, self.relation.candidate)
        return None if self.differing is None else first_of_signing(self.audit, self.differing)

    @property
    def place(self) -> str:
        """The file, and where in it the first figure stands."""
        release = self.audit.release
        return release.name if self.start is None else place_text(release, self.start)

    @property
    def verdict(self) -> str:
        """The outcome in a word."""
        if self.relation is not None:
            return self.relation.outcome.value
        return NOT_CHECKED if self.differing is None else self.differing.outcome

    @property
    def kind(self) -> str | None:
        """What kind of relation it is; `dataset` for what a signing should be."""
        if self.relation is not None:
            return kind_word(self.relation.candidate.kind)
        return None if self.differing is None else say_as("kind of relation", "dataset")

    @property
    def statement(self) -> str | None:
        """What was decided; of a signing what does not hold."""
        if self.relation is not None:
            return self.relation.statement
        return None if self.differing is None else untrue(self.differing)

    @property
    def reason(self) -> str:
        """Why the outcome is what it is, or why nothing was checked."""
        if self.relation is not None:
            return self.relation.reason
        if self.differing is not None:
            return unlike(self.differing.record)
        return unchecked(self.audit)


def relations(audits: Iterable[Audit], *, words: bool = False, everything: bool = False) -> Listing[Audited]:
    """Return the relations of audits under their columns, and the signings that are not as in the dataset.

    A release of which nothing was checked has a row as well.
    With `words` the words that they rest on have a column of their own. `everything` shows also what no word asserts.
    """
    columns = (
        Column[Audited]("place", lambda each: each.place),
        Column[Audited]("verdict", lambda each: each.verdict, Kind.VERDICT),
        Column[Audited]("kind", lambda each: each.kind, rank=1),
        Column[Audited]("statement", lambda each: each.statement, Kind.PROSE),
        Column[Audited]("reason", lambda each: each.reason, Kind.PROSE, rank=3),
        Column[Audited]("rule", lambda each: each.relation and each.relation.rule, rank=2),
        Column[Audited]("words", _words, Kind.LIST, rank=4),
        Column[Audited]("asserted", lambda each: each.relation and str(each.relation.asserted).lower(), rank=4),
        Column[Audited]("file", lambda each: each.audit.release.name, rank=5),
        Column[Audited]("line", lambda each: _line_and_column(each)[0], Kind.COUNT, rank=5),
        Column[Audited]("column", lambda each: _line_and_column(each)[1], Kind.COUNT, rank=5),
        Column[Audited]("paragraph", _paragraph, Kind.COUNT, rank=5),
        Column[Audited]("figures", _figures, Kind.LIST, rank=4),
    )
    records = (row for audit in audits for row in _rows(audit, everything=everything))
    more = (*("words",) * words, *("asserted",) * everything)
    default = (*_DEFAULT, *more)
    on_terminal = ("place", "verdict", "kind", "statement", *more)
    return Listing(columns, records, default=default, on_terminal=on_terminal, in_json=default)


def _rows(audit: Audit, *, everything: bool) -> Iterator[Audited]:
    for relation in audit.relations if everything else audit.asserted:
        yield Audited(audit, relation)
    for compared in audit.compared:
        if compared.outcome == DIFFERS:
            yield Audited(audit, differing=compared)
    if not is_checked(audit):
        yield Audited(audit)


def _words(audited: Audited) -> tuple[str, ...]:
    return () if audited.relation is None else words_of(audited.audit, audited.relation)


def words_of(audit: Audit, relation: Relation) -> tuple[str, ...]:
    """Return the words that a relation rests on, as they stand in the text."""
    return tuple(" ".join(audit.release.text[start:end].split()) for start, end in relation.words)


def _line_and_column(audited: Audited) -> tuple[int | None, int | None]:
    release = audited.audit.release
    return (None, None) if audited.start is None or release.extracted else release.place(audited.start)


def _paragraph(audited: Audited) -> int | None:
    return None if audited.start is None else audited.audit.release.paragraph(audited.start)


Picked = Callable[[dict[str, Any]], dict[str, Any]]
"""Returns an object with those fields that are to be shown."""


def json(
    audits: Iterable[Audit],
    *,
    alone: bool,
    everything: bool = False,
    grounds: AuditGrounds | None = None,
    picked: Picked = lambda whole: whole,
) -> Iterator[str]:
    """Yield audits as a list, one a line; one `alone` as an object over several lines; for the others see `as_json`."""
    objects = (picked(as_json(audit, everything=everything, grounds=grounds)) for audit in audits)
    if alone:
        yield from (written(each, indent=2) + "\n" for each in objects)
        return
    before = "[\n"
    for each in objects:
        yield f"{before}  {written(each)}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def json_lines(
    audits: Iterable[Audit],
    *,
    everything: bool = False,
    grounds: AuditGrounds | None = None,
    picked: Picked = lambda whole: whole,
) -> Iterator[str]:
    """Yield a line for each audit. For the others see `as_json`."""
    for audit in audits:
        yield written(picked(as_json(audit, everything=everything, grounds=grounds))) + "\n"


def as_json(audit: Audit, *, everything: bool = False, grounds: AuditGrounds | None = None) -> dict[str, Any]:
    """Return everything that an audit found, as JSON has it; figures are referred to by their number.

    Relations that no word asserts are there only with `everything`: whoever counts verdicts counts what is asserted.
    What it rests on is there as far as the `grounds` say it.
    """
    related = len(audit.related)
    return {
        "file": audit.release.name,
        "lang": language(audit),
        "figures": [_figure(audit, mention) for mention in audit.mentions],
        "signings": [_signing(audit, signing) for signing in audit.signings],
        "relations": [_relation(audit, relation) for relation in (audit.relations if everything else audit.asserted)],
        "dataset": [_compared(compared, grounds) for compared in audit.compared],
        "coverage": {
            "figures": len(audit.mentions), "related": related, "unrelated": len(audit.mentions) - related,
        },
        "unread": [each._asdict() for each in unread(audit)],
        "others": [{"figures": list(each.mentions), "reason": each.reason.value} for each in audit.others],
        "ignored": [_relation(audit, relation) for relation in audit.ignored],
        "checked": is_checked(audit),
        "crowded": audit.is_crowded,
        **({} if grounds is None else _rests_on(audit, grounds)),
    }  # fmt: skip


def _rests_on(audit: Audit, grounds: AuditGrounds) -> dict[str, Any]:
    provenance = grounds.provenance
    return {
        "sha256": grounds.hash_of(audit.release.name),
        "provenance": None if provenance is None else card_object(provenance_card(provenance), Style()),
    }


def language(audit: Audit) -> str | None:
    """Return the language of most of the text, `en` or `zh`; None where it is in neither."""
    letters: Counter[str] = Counter()
    for sentence in audit.release.sentences:
        letters[sentence.language] += sentence.end - sentence.start
    return letters.most_common(1)[0][0] or None if letters else None


def unread(audit: Audit) -> list[Unread]:
    """Return what was not read, in the order of the text: numbers, and sentences in other languages."""
    passages = (Unread(start, end, FOREIGN) for start, end in foreign(audit))
    return sorted([*audit.unread, *passages])


def numbers_unread(audit: Audit) -> list[str]:
    """Return, in a line for each reason, the numbers that were not read: where, and why."""
    by_reason: dict[str, list[Unread]] = {}
    for each in audit.unread:
        by_reason.setdefault(each.reason, []).append(each)
    return [_not_read(audit.release, reason, found) for reason, found in by_reason.items()]


def _not_read(release: Release, reason: str, found: list[Unread]) -> str:
    first, *others = found
    place, words = place_text(release, first.start), in_quotes(release, first.start, first.end)
    if not others:
        return say("{place}: not read: {words}: {reason}", place=place, words=words, reason=reason)
    also = named([quoted(release, each.start, each.end) for each in others], most=_MOST_UNREAD)
    return say("{place}: not read: {words} (also {also}): {reason}", place=place, words=words, also=also, reason=reason)


def differences(audit: Audit) -> list[str]:
    """Return, in a line for each, the signings that are not as in the dataset, and the statements that say so."""
    notes: list[str] = []
    for compared in (each for each in audit.compared if each.outcome == DIFFERS):
        place = place_text(audit.release, first_of_signing(audit, compared))
        false = untrue(compared)
        notes.append(
            say(
                "{place}: the signing is not as in the dataset, {record}: {false}",
                place=place,
                record=compared.record,
                false=false,
            )
        )
    return notes


def untrue(compared: Compared) -> str:
    """Return the statements about a signing that do not hold."""
    return clauses(text for text, outcome in compared.statements if outcome is Outcome.FALSE)


def first_of_signing(audit: Audit, compared: Compared) -> int:
    """Return where the first figure of a signing that was compared starts; 0 where it has none."""
    return min((audit.mentions[number].start for number in audit.signings[compared.signing].mentions), default=0)


def first_character(audit: Audit, candidate: Candidate) -> int:
    """Return where the first figure of a relation starts."""
    return min((audit.mentions[number].start for number in numbers_of(candidate)), default=0)


def _figures(audited: Audited) -> tuple[str, ...]:
    text, mentions = audited.audit.release.text, audited.audit.mentions
    numbers = () if audited.relation is None else numbers_of(audited.relation.candidate)
    if audited.differing is not None:
        numbers = audited.audit.signings[audited.differing.signing].mentions
    return tuple(text[mentions[number].start : mentions[number].end] for number in numbers)


def _figure(audit: Audit, mention: Mention) -> dict[str, Any]:
    figure, scale = mention.figure, 100 if mention.kind is FigureKind.PERCENT else 1
    interval = figure.interval
    return {
        "text": audit.release.text[mention.start : mention.end],
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind.value,
        "value": _number(rational(figure.value), scale),
        "currency": figure.unit if figure.is_amount else None,
        "step": _number(rational(figure.step), scale),
        "bound": _BOUNDS.get(figure.bound, figure.bound.value),
        "low": _end(interval.low, scale),
        "high": _end(interval.high, scale),
    }


def _number(value: Rational, scale: int) -> str:
    return plain(value * scale)


def _end(end: End | None, scale: int) -> str | None:
    return None if end is None else _number(end.value, scale)


def _signing(audit: Audit, signing: FoundSigning) -> dict[str, Any]:
    projects, amount = (stated(audit, number) for number in (signing.projects, signing.amount))
    return {
        "promoter": signing.promoter,
        "host": signing.host,
        "date": None if signing.date is None else str(signing.date),
        "projects": None if projects is None else _count(projects),
        "amount": None if amount is None else plain(amount.value),
        "currency": None if amount is None else amount.unit,
        "part": signing.part,
        "figures": list(signing.mentions),
    }


def stated(audit: Audit, number: int | None) -> Figure | None:
    """Return the figure of a mention; None for no mention."""
    return None if number is None else audit.mentions[number].figure


def _count(figure: Figure) -> int | str:
    value = rational(figure.value)
    return value if isinstance(value, int) else plain(value)


def _relation(audit: Audit, relation: Relation) -> dict[str, Any]:
    text = audit.release.text
    return {
        "kind": relation.candidate.kind.value,
        "statement": relation.statement,
        "verdict": relation.outcome.value,
        "terms": list(relation.candidate.terms),
        "result": relation.candidate.result,
        "reason": relation.reason,
        "rule": relation.rule,
        "words": [{"start": start, "end": end, "text": text[start:end]} for start, end in relation.words],
        "asserted": relation.asserted,
    }


def _compared(compared: Compared, grounds: AuditGrounds | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "signing": compared.signing,
        "record": compared.record,
        "verdict": compared.outcome,
        "statements": [{"statement": text, "verdict": outcome.value} for text, outcome in compared.statements],
    }
    if grounds is not None:
        cited = cited_by(compared, grounds.records)
        found["sources"] = [card_object(cited_card(each, grounds.known.source(each.id)), Style()) for each in cited]
    return found


def why_near(audit: Audit, relation: Relation) -> str:
    """Return the reason of a relation that is true only because its figures are rounded; "" for any other."""
    figures = [mention.figure for mention in audit.mentions]
    return relation.reason if agrees_by_rounding(relation, figures) else ""
