"""Proofs in Markdown: a section for each, and below them the sources and the data that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mycity_cli.messages import Language, say, say_as, told
from mycity_cli.output.links import is_web_address
from mycity_cli.output.markdown import escaped, line
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.output.proofs.headings import POSSIBLE, RECORD, SIDE, SOURCE, SOURCES, STATED, TERM, VALUE
from mycity_cli.output.proofs.parts import ProofParts, Shown, TermShown, origin_of, source_text, url_of
from mycity_cli.provenance import Provenance
from mycity_cli.query.data import KnownSource


def section(proof: ProofParts, language: Language) -> Iterator[str]:
    """Yield the section of one proof, and an empty line below it."""

    def text(said: str) -> str:
        return escaped(told(said, language))

    yield f"## {text(proof.heading)}\n\n"
    yield f"**{text(outcome_word(proof.outcome))}**{_COLONS[language]}{text(proof.reason)}\n\n"
    if proof.said:
        for name, said in proof.said:
            yield f"- {text(name)}{_COLONS[language]}{text(said)}\n"
        yield "\n"
    yield from _tables(proof, language)
    if proof.left_out:
        yield f"{told(say('Left out:'), language)}\n\n"
        for each in proof.left_out:
            yield f"- {text(each)}\n"
        yield "\n"


def _tables(proof: ProofParts, language: Language) -> Iterator[str]:
    """Yield the tables of what is compared, and of what it rests on."""

    def row(*cells: str) -> str:
        return line(*(told(cell, language) for cell in cells))

    if proof.sides:
        yield row(SIDE, VALUE, POSSIBLE)
        yield line("---", "---:", "---:", plain=True)
        for side in proof.sides:
            yield row(*side)
        yield "\n"
    if proof.terms:
        yield row(TERM, VALUE, RECORD, STATED, SOURCE)
        yield line("---", "---:", "---", "---:", "---", plain=True)
        for term in proof.terms:
            yield from (row(*cells) for cells in _rows(term))
        yield "\n"


_COLONS = {Language.ENGLISH: ": ", Language.CHINESE: "："}
"""What stands behind a name, by language."""


def _rows(term: TermShown) -> Iterator[tuple[str, ...]]:
    name, value = term.value.name, term.value.told
    for record in term.records:
        yield name, value, record.record, record.stated, source_and_quote(record)
        name = value = ""
    if term.more:
        yield name, value, say("and {number} more", number=term.more), "", ""
    elif not term.records:
        yield name, value, "", "", ""


def source_and_quote(record: Shown) -> str:
    """Return who states a record, with the quotation."""
    if not record.quote:
        return record.source
    return say('{source}: "{quote}"', source=record.source, quote=record.quote)


def foot(
    sources: Iterable[KnownSource | str], provenance: Provenance | None, language: Language = Language.ENGLISH
) -> Iterator[str]:
    """Yield the sources in full, each with its URL where one is known, and what the data is."""
    found = list(sources)
    yield f"## {told(SOURCES, language)}\n\n" if found else ""
    for source in found:
        url = url_of(source)
        # An address of the web is a link; what another text does, nobody knows.
        text = escaped(told(source_text(source), language))
        if url is not None:
            address = f"<{url}>" if is_web_address(url) else escaped(url)
            text = told(say("{source}, {url}", source=text, url=address), language)
        yield f"- {text}\n"
    if provenance is None:
        return
    yield "\n" if found else ""
    yield f"## {told(say_as('origin', 'Data'), language)}\n\n"
    for name, text in origin_of(provenance):
        yield f"- {told(name, language)}{_COLONS[language]}{escaped(told(text, language))}\n"


def title(text: str, language: Language) -> str:
    """Return the heading of a document, and an empty line below it."""
    return f"# {escaped(told(text, language))}\n\n"
