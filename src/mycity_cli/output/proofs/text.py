"""Proofs in plain text: those of a terminal, and below them the sources and the data that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mycity_cli.messages import say
from mycity_cli.output.listing import Card, field
from mycity_cli.output.proofs.parts import origin_of, source_text, url_of
from mycity_cli.output.render import Style
from mycity_cli.output.table import card
from mycity_cli.provenance import HashedFile, Provenance
from mycity_cli.query.data import KnownSource


def foot(
    sources: Iterable[KnownSource | str],
    provenance: Provenance | None,
    style: Style,
    releases: Iterable[HashedFile] = (),
) -> Iterator[str]:
    """Yield the sources in full, each with its URL where known, the texts that were read, and what the data is."""
    fields = [field("source", _source(source)) for source in sources]
    fields += [field("release", say("{name}, SHA-256 {hash}", name=each.name, hash=each.sha256)) for each in releases]
    fields += [field("origin", text, title=name) for name, text in origin_of(provenance)] if provenance else []
    if fields:
        yield "\n"
        yield from card(Card(fields), style)


def _source(source: KnownSource | str) -> str:
    url = url_of(source)
    return source_text(source) if url is None else say("{source}, {url}", source=source_text(source), url=url)
