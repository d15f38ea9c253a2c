"""A topic of the manual as a terminal shows it: in lines of its width, terms beside what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mycity_cli.cli.streams import at_words, cells_of
from mycity_cli.manual.topic_text import Block, Explained, Prose, SubHeading, TopicText, split_code

_WIDEST = 100
"""Longer lines are hard to read."""
_NARROW = 60
"""Cells of a line below which what a term means stands below it."""
_MOST_BESIDE = 22
"""So many cells a term may have that its meaning stands beside it."""

_START, _END, _KEPT = "\x01", "\x02", "\xa0"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def topic_lines(topic: TopicText, columns: int, *, color: bool) -> Iterator[str]:
    """Yield the lines of a topic."""
    width = min(columns, _WIDEST)
    yield from _wrapped(0, f"`{topic.name}`: {topic.summary}", width, color=color)
    for is_list, blocks in groupby(topic.blocks, key=lambda block: isinstance(block, Explained)):
        if is_list:
            yield ""
            yield from pair_lines([block for block in blocks if isinstance(block, Explained)], width, color=color)
        else:
            for block in blocks:
                yield ""
                yield from _block_lines(block, width, color=color)


def pair_lines(pairs: Sequence[tuple[str, str]], columns: int, *, color: bool) -> Iterator[str]:
    """Yield terms, each with what it means beside it or, where there is no room, below it."""
    width = min(columns, _WIDEST)
    widest = max((_cells(_without_marks(term)) for term, _ in pairs), default=0)
    beside = widest <= _MOST_BESIDE and width >= _NARROW
    for term, text in pairs:
        name = _wrapped(2, term, width, color=color)
        if not beside:
            yield from name
            yield from _wrapped(6, text, width, color=color)
            continue
        first, *rest = _wrapped(widest + 4, text, width, color=color)
        yield f"{name[0]}{' ' * (widest + 2 - _cells(_without_marks(term)))}{first.lstrip()}"
        yield from rest


def _block_lines(block: Block, width: int, *, color: bool) -> list[str]:
    match block:
        case SubHeading(text):
            return _wrapped(0, f"`{text.upper()}`", width, color=color)
        case Prose(text):
            return _wrapped(0, text, width, color=color)
        case Explained(term, text):
            return [term, text]
        case _:
            return [f"    {line}" for line in block.lines]


def _wrapped(indent: int, text: str, width: int, *, color: bool) -> list[str]:
    """Return a text in lines; what is typed stays together, and is bold where there is colour."""
    parts = split_code(text)
    marks = (_START, _END) if color else ("", "")
    marked = "".join(
        f"{marks[0]}{part.replace(' ', _KEPT)}{marks[1]}" if number % 2 else part for number, part in enumerate(parts)
    )
    lines = at_words(marked, max(1, width - indent))
    shown = (line.replace(_START, _BOLD).replace(_END, _PLAIN).replace(_KEPT, " ") for line in lines)
    return [f"{' ' * indent}{line}" for line in shown]


def _without_marks(text: str) -> str:
    return "".join(split_code(text))


def _cells(text: str) -> int:
    return cells_of(text)(text)
