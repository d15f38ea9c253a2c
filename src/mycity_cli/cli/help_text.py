"""The help of a command: how it is called, what it takes, and examples, in lines of the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from mycity_cli.cli import streams
from mycity_cli.cli.language import language
from mycity_cli.cli.terminal import columns
from mycity_cli.manual.topic_text import split_code
from mycity_cli.messages import listed, say, say_as, told

WIDEST = 100
"""Longer lines are hard to read."""
_NARROW = 64
"""Cells of a line below which what a term means stands below it."""
_MOST_BESIDE = 25
"""So many cells a term may have that its meaning stands beside it."""

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_START, _END, _KEPT = "\x01", "\x02", "\xa0"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def show_help(context: Any, *, paged: bool = False) -> None:
    """Write the help of a command to standard output, by the pager where it is long and to be `paged`.

    Raises what `streams.print_result` does.
    """
    from mycity_cli.cli.pager import print_paged

    print_paged([f"{context.get_help()}\n"], paged=paged)


def help_of(command: Any, context: Any) -> str:
    """Return the help of a command, as wide as the terminal."""
    return "\n".join(_help_lines(command, context, columns(), color=streams.colored()))


def _help_lines(command: Any, context: Any, width: int, *, color: bool) -> Iterator[str]:
    # Imported here, since it needs the classes of commands, which need this module.
    from mycity_cli.cli.described import TABLES, described

    shown = described(command, context)
    yield from wrapped(0, say("`Usage:` {usage}", usage=shown.usage), width, color=color)
    yield ""
    yield from wrapped(0, shown.summary, width, color=color)
    if shown.commands:
        pairs = [(f"`{name}`", summary) for name, summary in shown.commands.items()]
        yield from ("", heading(say_as("help", "Commands"), color=color), *pair_lines(pairs, width, color=color))
    for title, parameters in shown.sections.items():
        yield from ("", heading(title, color=color))
        if title == TABLES and not shown.tells_tables:
            names = listed(f"`{each.names[-1]}`" for each in parameters)
            text = say("How a table is read: {names}; see `mycity help tables`.", names=names)
            yield from wrapped(2, text, width, color=color)
        else:
            yield from pair_lines([term_and_help(each) for each in parameters], width, color=color)
    if shown.examples:
        yield from ("", heading(say_as("help", "Examples"), color=color))
        indent = 2 if width >= _NARROW else 0
        yield from (line for each in shown.examples for line in wrapped(indent, _typed(each), width, color=color))
    for remark in shown.remarks:
        yield from ("", *wrapped(0, remark, width, color=color))


def term_and_help(parameter: Any) -> tuple[str, str]:
    """Return an option or argument as it is typed, and what it does."""
    names = ", ".join(f"`{name}`" for name in parameter.names)
    return " ".join(filter(None, (names, parameter.value))), parameter.help


def heading(text: str, *, color: bool) -> str:
    """Return the heading of a part."""
    line = told(say_as("help", "{heading}:", heading=text), language())
    return f"{_BOLD}{line}{_PLAIN}" if color else line


def pair_lines(pairs: Sequence[tuple[str, str]], width: int, *, color: bool) -> Iterator[str]:
    """Yield terms, each with what it means beside it or, where there is no room, below it."""
    width = min(width, WIDEST)
    beside = width >= _NARROW
    widths = [_cells(term) for term, _ in pairs]
    column = max((each for each in widths if each <= _MOST_BESIDE), default=0) + 4 if beside else 6
    for (term, text), cells in zip(pairs, widths, strict=True):
        name = wrapped(2, term, width, color=color)
        meaning = wrapped(column, text, width, color=color)
        if beside and cells + 4 <= column:
            first, *rest = meaning
            yield f"{name[0]}{' ' * (column - 2 - cells)}{first.lstrip()}"
            yield from rest
        else:
            yield from (*name, *meaning)


def wrapped(indent: int, text: str, width: int, *, color: bool) -> list[str]:
    """Return a text in lines; what is typed stays together, and is bold where there is colour."""
    marks = (_START, _END) if color else ("", "")
    parts = enumerate(split_code(told(text, language())))
    marked = "".join(f"{marks[0]}{_kept(part)}{marks[1]}" if number % 2 else part for number, part in parts)
    lines = streams.at_words(marked, max(1, min(width, WIDEST) - indent))
    shown = (line.replace(_START, _BOLD).replace(_END, _PLAIN).replace(_KEPT, " ") for line in lines)
    return [f"{' ' * indent}{line}".rstrip() for line in shown]


def _typed(line: str) -> str:
    """Return a command line of which no line is broken within quotes: the shell would take another one for it."""
    return _QUOTED.sub(lambda found: _kept(found[0]), line)


def _kept(typed: str) -> str:
    return typed.replace(" ", _KEPT)


def _cells(text: str) -> int:
    plain = "".join(split_code(text))
    return streams.cells_of(plain)(plain)
