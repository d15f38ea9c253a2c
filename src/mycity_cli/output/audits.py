"""Audits as records: the relations under their columns, and everything that was found as JSON has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from mycity_cli.exact import Rational, plain, rational
from mycity_cli.figure import Bound, Figure
from mycity_cli.figure.scanning import Unread
from mycity_cli.interval import End
from mycity_cli.output.json_ import written
from mycity_cli.output.listing import Column, Kind, Listing
from mycity_cli.release.findings import Audit, Candidate, Compared, FoundSigning, Mention, Relation, numbers_of
from mycity_cli.release.findings import Kind as FigureKind
from mycity_cli.statement.verdict import Outcome

_DEFAULT = ("place", "verdict", "kind", "statement", "reason")
FOREIGN = "neither English nor Chinese"
_BOUNDS = {Bound.ODD: "over"}
"""What JSON calls a bound where it has another word: 余 and 多 say "over"."""


class Audited(NamedTuple):
    """A relation, and the audit that found it."""

    audit: Audit
    relation: Relation

    @property
    def place(self) -> tuple[int, int]:
        """The line and the column of the first figure of the relation."""
        return self.audit.release.place(first_character(self.audit, self.relation.candidate))


def relations(audits: Iterable[Audit]) -> Listing[Audited]:
    """Return the relations of audits under their columns."""
    columns = (
        Column[Audited]("place", lambda each: place_text(each.audit, *each.place)),
        Column[Audited]("verdict", lambda each: each.relation.outcome.value),
        Column[Audited]("kind", lambda each: each.relation.candidate.kind.value, rank=1),
        Column[Audited]("statement", lambda each: each.relation.statement, Kind.PROSE),
        Column[Audited]("reason", lambda each: each.relation.reason, Kind.PROSE, rank=3),
        Column[Audited]("file", lambda each: each.audit.release.name, rank=5),
        Column[Audited]("line", lambda each: each.place[0], Kind.COUNT, rank=5),
        Column[Audited]("column", lambda each: each.place[1], Kind.COUNT, rank=5),
        Column[Audited]("figures", _figures, Kind.LIST, rank=4),
    )
    records = (Audited(audit, relation) for audit in audits for relation in audit.relations)
    on_terminal = ("place", "verdict", "kind", "statement")
    return Listing(columns, records, default=_DEFAULT, on_terminal=on_terminal, in_json=_DEFAULT)


def json(audits: Iterable[Audit], *, alone: bool) -> Iterator[str]:
    """Yield audits as a list, one a line; one `alone` as an object over several lines."""
    if alone:
        yield from (written(as_json(audit), indent=2) + "\n" for audit in audits)
        return
    before = "[\n"
    for audit in audits:
        yield f"{before}  {written(as_json(audit))}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def json_lines(audits: Iterable[Audit]) -> Iterator[str]:
    """Yield a line for each audit."""
    for audit in audits:
        yield written(as_json(audit)) + "\n"


def as_json(audit: Audit) -> dict[str, Any]:
    """Return everything that an audit found, as JSON has it; figures are referred to by their number."""
    related = len(audit.related)
    return {
        "file": audit.release.name,
        "lang": language(audit),
        "figures": [_figure(audit, mention) for mention in audit.mentions],
        "signings": [_signing(audit, signing) for signing in audit.signings],
        "relations": [_relation(relation) for relation in audit.relations],
        "dataset": [_compared(compared) for compared in audit.compared],
        "coverage": {
            "figures": len(audit.mentions), "related": related, "unrelated": len(audit.mentions) - related,
        },
        "unread": [each._asdict() for each in unread(audit)],
    }  # fmt: skip


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
    """Return, in a line for each, the numbers that were not read: where, and why."""
    text = audit.release.text
    return [
        f"{place_text(audit, *audit.release.place(start))}: not read: '{text[start:end]}': {reason}"
        for start, end, reason in audit.unread
    ]


def foreign(audit: Audit) -> list[tuple[int, int]]:
    """Return where sentences stand that are neither English nor Chinese, neighbours as one."""
    found: list[tuple[int, int]] = []
    follows = False
    for sentence in audit.release.sentences:
        if not sentence.language:
            start = found.pop()[0] if follows else sentence.start
            found.append((start, sentence.end))
        follows = not sentence.language
    return found


def differences(audit: Audit) -> list[str]:
    """Return, in a line for each, the signings that are not as in the dataset, and the statements that say so."""
    notes = []
    for compared in (each for each in audit.compared if each.outcome == "differs"):
        place = place_text(audit, *audit.release.place(first_of_signing(audit, compared)))
        false = "; ".join(text for text, outcome in compared.statements if outcome is Outcome.FALSE)
        notes.append(f"{place}: the signing is not as in the dataset, {compared.record}: {false}")
    return notes


def first_of_signing(audit: Audit, compared: Compared) -> int:
    """Return where the first figure of a signing that was compared starts; 0 where it has none."""
    return min((audit.mentions[number].start for number in audit.signings[compared.signing].mentions), default=0)


def first_character(audit: Audit, candidate: Candidate) -> int:
    """Return where the first figure of a relation starts."""
    return min((audit.mentions[number].start for number in numbers_of(candidate)), default=0)


def place_text(audit: Audit, line: int, column: int) -> str:
    """Return a place as editors read it: `fuzhou.txt:5:1`."""
    return f"{audit.release.name}:{line}:{column}"


def _figures(audited: Audited) -> tuple[str, ...]:
    text, mentions = audited.audit.release.text, audited.audit.mentions
    return tuple(text[mentions[n].start : mentions[n].end] for n in numbers_of(audited.relation.candidate))


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


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "kind": relation.candidate.kind.value,
        "statement": relation.statement,
        "verdict": relation.outcome.value,
        "terms": list(relation.candidate.terms),
        "result": relation.candidate.result,
        "reason": relation.reason,
    }


def _compared(compared: Compared) -> dict[str, Any]:
    return {
        "signing": compared.signing,
        "record": compared.record,
        "verdict": compared.outcome,
        "statements": [{"statement": text, "verdict": outcome.value} for text, outcome in compared.statements],
    }
