"""Man pages: the language that `man` reads, made of the texts that help shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mycity_cli.manual.topic_text import Block, Explained, Prose, SubHeading, TopicText, split_code

_ESCAPES = {
    "\\": r"\(rs",
    "-": r"\-",
    "'": r"\(aq",
    '"': r"\(dq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
}
_SPECIAL = re.compile(r"""[\\\-'"`^~]""")
_HYPHEN = re.compile(r"(?<=\w)\\-(?=[^\W\d])")
"""A hyphen within a word, which a line may be broken at."""
_CHINESE, _OPENING, _CLOSING = "\u3000-\u9fff\uff00-\uffef", "(（“‘《「", "),.，。；：、！？）”’》」…"
_BEHIND = rf"(?<=[{_CHINESE}])(?<![{_OPENING}])(?![\s{_CLOSING}]|\\fR|$)"
_BEFORE = rf"(?<=[^\s{_OPENING}])(?<!\\fB)(?=[{_CHINESE}])(?![{_CLOSING}])"
_BETWEEN = re.compile(rf"{_BEHIND}|{_BEFORE}|(?P<typed>\\fB.*?\\fR)")
"""Beside a Chinese character, where a line of prose may be broken without a space: `man` does not know that itself."""
_WIDEST = 73
"""So many cells has a line of a terminal of 80 columns."""


def page(name: str, section: int, version: str, manual: str, parts: Iterable[str]) -> str:
    """Return a man page of its parts, which are lines of roff; `manual` is what it is a page of."""
    # Without a date: the same texts are the same page, whenever it is made.
    head = f'.TH "{name.upper()}" "{section}" "" "mycity {version}" "{_escaped(manual)}"'
    lines = [head, ".nh", ".ad l", *parts]
    # A heading starts a paragraph by itself.
    shown = [line for before, line in pairwise(lines) if not (line == ".PP" and before.startswith((".SH", ".SS")))]
    return "\n".join([head, *shown, ""])


def heading(text: str) -> str:
    """Return the heading of a section."""
    return f'.SH "{_escaped(text.upper())}"'


def sub_heading(text: str) -> str:
    """Return the heading of a part of a section."""
    return f'.SS "{_escaped(text)}"'


def name_line(name: str, summary: str) -> str:
    """Return the line below the heading "Name", by which `apropos` finds a page."""
    line = f"{name} - {summary}"
    if len(line) + len(re.findall(f"[{_CHINESE}]", line)) > _WIDEST:
        # What allows to break a line elsewhere would be listed as a part of the words.
        summary = re.sub("(?<=[，：])", "\n", summary)
    return f"{name} \\- {_with_bold(summary.rstrip('.。'))}"


def paragraph(text: str) -> list[str]:
    """Return a paragraph; what stands between backticks is bold."""
    return [".PP", _guarded(_prose(text))]


def term(name: str, text: str) -> list[str]:
    """Return a term and, indented below it, what it means."""
    return [".TP", _guarded(name), _guarded(_prose(text)) if text else r"\&"]


def typed(lines: Sequence[str]) -> list[str]:
    """Return lines that are shown as they are."""
    return [".PP", ".RS 4", ".nf", *(_guarded(_escaped(line)) for line in lines), ".fi", ".RE"]


def bold(text: str) -> str:
    """Return a text in bold, each character as it is typed."""
    return f"\\fB{_escaped(text)}\\fR"


def italic(text: str) -> str:
    """Return a text that stands for another one."""
    return f"\\fI{_escaped(text)}\\fR"


def of_topic(topic: TopicText) -> Iterator[str]:
    """Yield the blocks of a topic; its headings are parts of the section that they stand in."""
    for block in topic.blocks:
        yield from _block(block)


def _block(block: Block) -> list[str]:
    match block:
        case SubHeading(text):
            return [sub_heading(text)]
        case Prose(text):
            return paragraph(text)
        case Explained(name, text):
            return term(_prose(name), text)
        case _:
            return typed(block.lines)


def _prose(text: str) -> str:
    return _BETWEEN.sub(lambda found: found["typed"] or r"\:", _with_bold(text))


def _with_bold(text: str) -> str:
    return "".join(bold(piece) if number % 2 else _words(piece) for number, piece in enumerate(split_code(text)))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)


def _words(text: str) -> str:
    """Return prose: a hyphen within a word is one, and what is typed (`--skip-bad`) can be copied."""
    return " ".join(
        _escaped(word) if "--" in word or word.startswith("-") else _HYPHEN.sub("-", _escaped(word))
        for word in text.split(" ")
    )


def _guarded(line: str) -> str:
    """Return a line that is text, whatever it starts with."""
    return rf"\&{line}" if line.startswith((".", "'")) else line
