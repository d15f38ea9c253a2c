"""Writing proofs that last: with their sources in full, and the data that they are made from."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from mycity_cli.cli import streams
from mycity_cli.cli.options import Printing
from mycity_cli.cli.present import are_seen, format_of, notes_below, style_of, write
from mycity_cli.formats import Format, Result
from mycity_cli.messages import say_as
from mycity_cli.output.grounds import Grounds
from mycity_cli.query.data import KnownSource

if TYPE_CHECKING:
    from mycity_cli.model import Cited
    from mycity_cli.output.listing import Listing
    from mycity_cli.output.proofs.parts import Proof


def proof_format(printing: Printing) -> Format:
    """Return the format of verdicts asked for. Raises what `format_of` does."""
    return format_of(printing, Result.LISTING, Result.PROOFS)


def is_document(printing: Printing) -> bool:
    """Return whether proofs are written as such, and not as rows of columns that were asked for."""
    format = proof_format(printing)
    as_rows = printing.columns is not None or (printing.sort is not None and format is not Format.TABLE)
    return format.shows(Result.PROOFS) and not as_rows


def says_origin(printing: Printing) -> bool:
    """Return whether what is written says where the data is from: the data is hashed only for that."""
    if printing.columns is not None:
        return any("provenance" in names for names in printing.columns)
    format = proof_format(printing)
    if format is Format.TABLE:
        return streams.names_a_file(printing.output)
    return format in (Format.JSON, Format.JSONL) or format.shows(Result.PROOFS)


def write_proofs(
    proofs: Iterable[Proof],
    printing: Printing,
    grounds: Grounds,
    later: Callable[[], Sequence[str]],
    *,
    paged: bool = True,
) -> None:
    """Write proofs, as many as are to be shown; in a document their sources, their data and the notes stand below them.

    The notes, asked for when all proofs have been written, go to standard error as well.
    """
    lines = {Format.MARKDOWN: _in_markdown, Format.HTML: _in_html}.get(proof_format(printing), _in_text)
    # No list is longer than the largest number that `islice` takes.
    most = None if printing.limit is None else min(printing.limit, sys.maxsize)
    write(lines(islice(proofs, most), printing, grounds, later), printing, paged=paged)
    streams.print_notes([] if are_seen(proof_format(printing), printing) else later())


def write_with_sources(
    listing: Listing[Any], printing: Printing, grounds: Grounds, cited: Sequence[Cited], notes: Sequence[str]
) -> None:
    """Write a listing in Markdown, and below its notes the sources in full and the data that it is made from."""
    from mycity_cli.output.markdown import listing as in_markdown
    from mycity_cli.output.proofs.markdown import foot

    style = style_of(printing)
    lines = in_markdown(listing._replace(notes=lambda: notes), style)
    below = foot(grounds.sources((), cited), grounds.provenance, style.language)
    write(chain(lines, "\n", below), printing, paged=True)
    streams.print_notes([] if are_seen(Format.MARKDOWN, printing) else notes)


class _Seen:
    """Hands proofs on, and keeps whatever their sources are told by."""

    def __init__(self, proofs: Iterable[Proof], grounds: Grounds) -> None:
        self._proofs = proofs
        self._grounds = grounds
        self._sources: dict[str, KnownSource | str] = {}

    def __iter__(self) -> Iterator[Proof]:
        for each in self._proofs:
            for source in self._grounds.sources(each.terms, each.cited):
                self._sources.setdefault(source if isinstance(source, str) else source.id, source)
            yield each

    @property
    def sources(self) -> list[KnownSource | str]:
        """The sources of all proofs so far, each once."""
        return list(self._sources.values())


def _in_markdown(
    proofs: Iterable[Proof], printing: Printing, grounds: Grounds, later: Callable[[], Sequence[str]]
) -> Iterator[str]:
    from mycity_cli.output.markdown import notes
    from mycity_cli.output.proofs.markdown import foot, section, title

    seen, style = _Seen(proofs, grounds), style_of(printing)
    yield title(say_as("title", "Proof"), style.language)
    for each in seen:
        yield from section(each.parts(style.scale), style.language)
    yield from foot(seen.sources, grounds.provenance, style.language)
    yield from notes(later(), style.language)


def _in_html(
    proofs: Iterable[Proof], printing: Printing, grounds: Grounds, later: Callable[[], Sequence[str]]
) -> Iterator[str]:
    from mycity_cli.output.proofs.page import proofs_page

    seen, style = _Seen(proofs, grounds), style_of(printing)
    parts = [each.parts(style.scale) for each in seen]
    yield proofs_page(parts, seen.sources, grounds.provenance, later(), style.language)


def _in_text(
    proofs: Iterable[Proof], printing: Printing, grounds: Grounds, later: Callable[[], Sequence[str]]
) -> Iterator[str]:
    from mycity_cli.output.proofs.text import foot
    from mycity_cli.output.table import card

    seen, style = _Seen(proofs, grounds), style_of(printing)
    for number, each in enumerate(seen):
        yield "\n" if number else ""
        yield from card(each.card(style.scale), style)
    if streams.names_a_file(printing.output):
        yield from foot(seen.sources, grounds.provenance, style)
        yield from notes_below(later())
