"""The text of a release in pieces: its figures as marks, each of which leads to what was found about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from rich.text import Text

from mycity_cli.output.audit_sentences import excerpt, one_line
from mycity_cli.release.findings import Audit, Relation, numbers_of
from mycity_cli.statement.verdict import Outcome

WORST_FIRST = (Outcome.FALSE, Outcome.UNDECIDED, Outcome.NOT_CHECKABLE, Outcome.TRUE)


class TextPiece(NamedTuple):
    """Characters of a text; of a mark `kind` says what became of it, `id` names it and `leads` is where it leads to."""

    text: str
    kind: str = ""
    id: str = ""
    leads: str = ""
    title: str = ""


class TextLine(NamedTuple):
    """A line of a text in pieces, and whether it is a heading."""

    pieces: Sequence[TextPiece]
    is_heading: bool = False


class MarkSpan(NamedTuple):
    """Where a mark stands in the text, and what it is."""

    start: int
    end: int
    mark: TextPiece


def figure_spans(audit: Audit, prefix: str, proofs: Mapping[int, tuple[Outcome, str, str]]) -> Iterator[MarkSpan]:
    """Yield where figures stand; `proofs` has by the number of a figure what became of it, where that is, and why."""
    ignored = audit.accounted.ignored
    for number, mention in enumerate(audit.mentions):
        outcome, leads, title = proofs.get(number, (None, "", ""))
        kind = outcome.value.replace(" ", "-") if outcome is not None else "ignored" if number in ignored else "alone"
        yield MarkSpan(mention.start, mention.end, TextPiece("", kind, f"{prefix}-{number}", leads, title))


def worst(relations: Iterable[tuple[Relation, str, str]]) -> dict[int, tuple[Outcome, str, str]]:
    """Return by the number of each figure the worst that became of it, with where that is told and in which words."""
    found: dict[int, tuple[Outcome, str, str]] = {}
    for relation, leads, title in sorted(relations, key=lambda each: WORST_FIRST.index(each[0].outcome)):
        for number in numbers_of(relation.candidate):
            found.setdefault(number, (relation.outcome, leads, title))
    return found


def lines_of(audit: Audit, spans: Iterable[MarkSpan]) -> Iterator[TextLine]:
    """Yield the lines of the text that hold something, with the marks in them."""
    text = audit.release.text
    waiting = sorted(spans, key=lambda span: (span.start, -span.end))
    headings = [sentence.start for sentence in audit.release.sentences if sentence.heading]
    start, first = 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        while first < len(waiting) and waiting[first].end <= start:
            first += 1
        if line.strip():
            is_heading = any(start <= each < end for each in headings)
            yield TextLine(list(_pieces(text, start, end, islice(waiting, first, None))), is_heading)
        start = end + 1


def _pieces(text: str, start: int, end: int, spans: Iterable[MarkSpan]) -> Iterator[TextPiece]:
    at = start
    for span in spans:
        if span.start >= end:
            break
        if span.end <= at or span.start < at != start:
            continue  # what a mark holds already is not marked again
        begin = max(span.start, at)
        if begin > at:
            yield TextPiece(one_line(text[at:begin]))
        mark = span.mark if span.start >= start else span.mark._replace(id="")
        at = min(span.end, end)
        yield mark._replace(text=one_line(text[begin:at]))
    if at < end:
        yield TextPiece(one_line(text[at:end]))


def sentence_pieces(audit: Audit, sentence: int, numbers: Sequence[int]) -> list[TextPiece]:
    """Return a sentence in pieces, the figures of these numbers as marks; of a long one what stands around them."""
    found = sorted({audit.mentions[number] for number in numbers}, key=lambda mention: mention.start)
    marks = [(mention.start, mention.end) for mention in found if mention.sentence == sentence]
    start, end = audit.release.sentences[sentence][:2]
    return _of_excerpt(excerpt(audit.release.text, start, end, marks))


def _of_excerpt(shown: Text) -> list[TextPiece]:
    pieces, at = [], 0
    for span in sorted(shown.spans):
        if span.start < span.end:
            pieces += [TextPiece(shown.plain[at : span.start]), TextPiece(shown.plain[span.start : span.end], "marked")]
            at = span.end
    return [piece for piece in (*pieces, TextPiece(shown.plain[at:])) if piece.text]
