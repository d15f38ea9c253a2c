"""Proofs in Markdown: a section for each, and below them the sources and the data that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mycity_cli.output.links import is_web_address
from mycity_cli.output.markdown import escaped, line
from mycity_cli.output.proofs.parts import ProofParts, TermShown, origin_of, source_text, url_of
from mycity_cli.provenance import Provenance
from mycity_cli.query.data import KnownSource


def section(proof: ProofParts) -> Iterator[str]:
    """Yield the section of one proof, and an empty line below it."""
    yield f"## {escaped(proof.heading)}\n\n"
    yield f"**{escaped(proof.outcome)}**: {escaped(proof.reason)}\n\n"
    if proof.said:
        for name, text in proof.said:
            yield f"- {escaped(name)}: {escaped(text)}\n"
        yield "\n"
    if proof.sides:
        yield line("Side", "Value", "Possible")
        yield line("---", "---:", "---:", plain=True)
        for side in proof.sides:
            yield line(*side)
        yield "\n"
    if proof.terms:
        yield line("Term", "Value", "Record", "Stated", "Source")
        yield line("---", "---:", "---", "---:", "---", plain=True)
        for term in proof.terms:
            yield from _term(term)
        yield "\n"
    if proof.left_out:
        yield "Left out:\n\n"
        for text in proof.left_out:
            yield f"- {escaped(text)}\n"
        yield "\n"


def _term(term: TermShown) -> Iterator[str]:
    name, value = term.value.name, str(term.value)
    for record in term.records:
        quote = f': "{record.quote}"' if record.quote else ""
        yield line(name, value, record.record, record.stated, f"{record.source}{quote}")
        name = value = ""
    if term.more:
        yield line(name, value, f"and {term.more} more", "", "")
    elif not term.records:
        yield line(name, value, "", "", "")


def foot(sources: Iterable[KnownSource | str], provenance: Provenance | None) -> Iterator[str]:
    """Yield the sources in full, each with its URL where one is known, and what the data is."""
    found = list(sources)
    yield "## Sources\n\n" if found else ""
    for source in found:
        url = url_of(source)
        # An address of the web is a link; what another text does, nobody knows.
        address = "" if url is None else f", <{url}>" if is_web_address(url) else f", {escaped(url)}"
        yield f"- {escaped(source_text(source))}{address}\n"
    if provenance is None:
        return
    yield "\n" if found else ""
    yield "## Data\n\n"
    for name, text in origin_of(provenance):
        yield f"- {name}: {escaped(text)}\n"


def title(text: str) -> str:
    """Return the heading of a document, and an empty line below it."""
    return f"# {escaped(text)}\n\n"
