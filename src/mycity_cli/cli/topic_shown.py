"""A topic of the manual as a terminal shows it: in lines of its width, terms beside what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mycity_cli.cli.help_text import pair_lines, wrapped
from mycity_cli.manual.topic_text import Block, Explained, Prose, SubHeading, TopicText
from mycity_cli.messages import say


def topic_lines(topic: TopicText, width: int, *, color: bool) -> Iterator[str]:
    """Yield the lines of a topic."""
    yield from wrapped(0, say("`{name}`: {text}", name=topic.name, text=topic.summary), width, color=color)
    for is_list, blocks in groupby(topic.blocks, key=lambda block: isinstance(block, Explained)):
        if is_list:
            pairs = [block for block in blocks if isinstance(block, Explained)]
            yield from ("", *pair_lines(pairs, width, color=color))
        else:
            for block in blocks:
                yield from ("", *_block_lines(block, width, color=color))


def _block_lines(block: Block, width: int, *, color: bool) -> list[str]:
    match block:
        case SubHeading(text):
            return wrapped(0, f"`{text.upper()}`", width, color=color)
        case Prose(text):
            return wrapped(0, text, width, color=color)
        case Explained(term, text):
            return [term, text]
        case _:
            return [f"    {line}" for line in block.lines]
