"""Proofs as a page of their own: one file that anybody can open, which runs nothing and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mycity_cli.messages import Language, counted, say, told
from mycity_cli.output.pages.captions import named, origin
from mycity_cli.output.pages.paper import page
from mycity_cli.output.pages.words import words_of
from mycity_cli.output.proofs.headings import POSSIBLE, RECORD, SIDE, SOURCE, STATED, TERM, VALUE
from mycity_cli.output.proofs.parts import ProofParts, Shown, Value, source_text, url_of
from mycity_cli.provenance import Provenance
from mycity_cli.query.data import KnownSource


class _Heading(NamedTuple):
    """The heading of a column, and whether its cells are numbers."""

    heading: str
    number: bool = False
    unit: str = ""


def proofs_page(
    proofs: Sequence[ProofParts],
    sources: Sequence[KnownSource | str],
    provenance: Provenance | None,
    notes: Sequence[str],
    language: Language = Language.ENGLISH,
) -> str:
    """Return a page of proofs, what they rest on below them. Raises MissingExtraError where Jinja is not installed."""
    words: dict[str, str] = words_of(language)["proof"]
    several = counted("Proof of {number} statement", "Proof of {number} statements", len(proofs))

    def rows_of(proof: ProofParts) -> list[tuple[str, ...]]:
        return [_told(row, language) for row in _rows(proof)]

    def headings(*names: str) -> list[_Heading]:
        return [_Heading(told(name, language), number=name in (VALUE, POSSIBLE, STATED)) for name in names]

    return page(
        "proof.html.jinja",
        language,
        title=told(proofs[0].heading if len(proofs) == 1 else several, language),
        kicker=words["kicker"],
        lead="" if provenance is None else named(provenance),
        origin=[] if provenance is None else origin(provenance, language),
        proofs=[_in_language(proof, language) for proof in proofs],
        sides=headings(SIDE, VALUE, POSSIBLE),
        # A value with its interval is long, and may take two lines.
        terms=[each._replace(number=False) for each in headings(TERM, VALUE, RECORD, STATED, SOURCE)],
        rows_of=rows_of,
        sources=[(told(source_text(source), language), url_of(source)) for source in sources],
        notes=[told(note, language) for note in notes],
    )


def _told(texts: Iterable[str], language: Language) -> tuple[str, ...]:
    return tuple(told(text, language) for text in texts)


def _in_language(proof: ProofParts, language: Language) -> ProofParts:
    """Return a proof with what is said of its statement in a language; its terms are told by rows."""
    return proof._replace(
        title=told(proof.title, language),
        reason=told(proof.reason, language),
        said=[(told(name, language), told(text, language)) for name, text in proof.said],
        sides=[Value(*_told(side, language)) for side in proof.sides],
        left_out=_told(proof.left_out, language),
    )


def _rows(proof: ProofParts) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table of terms: the name and the value of a term stand in the first of its rows."""
    for term in proof.terms:
        name, value = term.value.name, term.value.told
        for record in term.records:
            yield name, value, record.record, record.stated, _with_quote(record)
            value = ""
        if term.more:
            yield name, value, say("and {number} more", number=term.more), "", ""
        elif not term.records:
            yield name, value, "", "", ""


def _with_quote(record: Shown) -> str:
    if not record.quote:
        return record.source
    return say("{source}: “{quote}”", source=record.source, quote=record.quote)
