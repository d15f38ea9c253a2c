"""Proofs as a page of their own: one file that anybody can open, which runs nothing and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mycity_cli.messages import Language
from mycity_cli.output.pages.captions import named, origin
from mycity_cli.output.pages.paper import page
from mycity_cli.output.pages.words import words_of
from mycity_cli.output.proofs.parts import ProofParts, source_text, url_of
from mycity_cli.provenance import Provenance
from mycity_cli.query.data import KnownSource

_LANGUAGE = Language.ENGLISH
"""The language of the reasons that verdicts have."""


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
) -> str:
    """Return a page of proofs, what they rest on below them. Raises MissingExtraError where Jinja is not installed."""
    words: dict[str, Any] = words_of(_LANGUAGE)["proof"]
    several = str(words["several"]).format(number=len(proofs))

    def rows_of(proof: ProofParts) -> list[tuple[str, ...]]:
        return list(_rows(proof, str(words["more"])))

    return page(
        "proof.html.jinja",
        _LANGUAGE,
        title=proofs[0].heading if len(proofs) == 1 else several,
        kicker=words["kicker"],
        lead="" if provenance is None else named(provenance),
        origin=[] if provenance is None else origin(provenance, _LANGUAGE),
        proofs=proofs,
        sides=_headings(words, "side", "value", "possible"),
        # A value with its interval is long, and may take two lines.
        terms=[each._replace(number=False) for each in _headings(words, "term", "value", "record", "stated", "source")],
        rows_of=rows_of,
        sources=[(source_text(source), url_of(source)) for source in sources],
        notes=notes,
    )


def _headings(words: dict[str, Any], *names: str) -> list[_Heading]:
    return [_Heading(str(words[name]), number=name in ("value", "possible", "stated")) for name in names]


def _rows(proof: ProofParts, more: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table of terms: the name and the value of a term stand in the first of its rows."""
    for term in proof.terms:
        name, value = term.value.name, str(term.value)
        for record in term.records:
            quote = f": “{record.quote}”" if record.quote else ""
            yield name, value, record.record, record.stated, f"{record.source}{quote}"
            value = ""
        if term.more:
            yield name, value, more.format(number=term.more), "", ""
        elif not term.records:
            yield name, value, "", "", ""
