"""The text of a topic: Markdown of headings, paragraphs, lists of terms and examples, and no more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TERMS = re.compile(r"- (`[^`]+`(?:, `[^`]+`)*(?:, \.\.\.)?(?: [A-Z]+)?): (.+)")
_TITLE = re.compile(r"# ([a-z-]+): (.+)")
_CODE = re.compile(r"`([^`]+)`")


class SubHeading(NamedTuple):
    """The heading of a part."""

    text: str


class Prose(NamedTuple):
    """A paragraph; what stands between backticks is typed as it is."""

    text: str


class Explained(NamedTuple):
    """A term, or several, and what it means."""

    term: str
    text: str


class Typed(NamedTuple):
    """Lines that are typed as they are: commands, or what a file holds."""

    lines: tuple[str, ...]


Block = SubHeading | Prose | Explained | Typed


class TopicText(NamedTuple):
    """A topic: its name, what it is about in one clause, and its text."""

    name: str
    summary: str
    blocks: tuple[Block, ...]


def parse_topic(text: str) -> TopicText:
    """Return a topic. Raises ValueError where a text is not written as topics are."""
    title, _, rest = text.partition("\n")
    found = _TITLE.fullmatch(title)
    if found is None:
        raise ValueError(f"no title of a topic: {title!r}")
    return TopicText(found[1], found[2], tuple(_blocks(rest)))


def _blocks(text: str) -> Iterator[Block]:
    typed: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("    "):
            typed.append(line[4:])
            continue
        if typed:
            yield Typed(tuple(typed))
            typed = []
        if line.startswith("## "):
            yield SubHeading(line[3:])
        elif line.startswith("- "):
            terms = _TERMS.fullmatch(line)
            if terms is None:
                raise ValueError(f"no term that is explained: {line!r}")
            yield Explained(terms[1], terms[2])
        elif line.strip():
            yield Prose(line)


def split_code(text: str) -> list[str]:
    """Return the parts of a text in turn: prose, what is typed, prose, ...; the last is prose."""
    return _CODE.split(text)


def commands_of(topic: TopicText) -> list[str]:
    """Return the commands that a topic shows."""
    typed = [block for block in topic.blocks if isinstance(block, Typed)]
    return [line for block in typed for line in block.lines if re.match(r"(?:[A-Z_]+=\S* )*mycity ", line)]
