"""Sentences of a release with their figures marked, as the report of an audit shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mycity_cli.errors import visible
from mycity_cli.output.line_breaks import breaks, holds_chinese
from mycity_cli.output.render import Style
from mycity_cli.output.table import UNLIMITED, drawn

INDENT = "  "
_AROUND = 60
"""How many characters a long sentence is shown of on either side of a figure."""
_LONGEST = 400
"""The most characters of a sentence that is shown whole."""
_MARKED = "bold"


def indented(text: str | Text, style: Style) -> str:
    """Return text in lines that start a little to the right."""
    what = Text(visible(text)) if isinstance(text, str) else text
    return "".join(f"{INDENT}{line}\n" for line in drawn(what, narrower(style)).splitlines())


def narrower(style: Style) -> Style:
    """Return the style of what is indented."""
    return style if style.width is None else style._replace(width=max(1, style.width - len(INDENT)))


def excerpt(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Text:
    """Return a sentence with its marks; of a long one what stands around the marks."""
    shown = Text()
    at = start
    for number, (first, last) in enumerate(marks):
        before = text[at:first]
        if end - start > _LONGEST:
            before = _cut(before, head=number > 0)
        shown.append(one_line(before)).append(one_line(text[first:last]), _MARKED)
        at = last
    rest = text[at:end]
    if end - start > _LONGEST and len(rest) > _AROUND:
        rest = rest[:_AROUND] + "…"
    return shown.append(one_line(rest).rstrip())


def _cut(before: str, *, head: bool) -> str:
    """Return what stands before a mark, without its middle, or without its beginning where nothing is before it."""
    most = _AROUND * (1 + head)
    if len(before) <= most:
        return before
    return f"{before[:_AROUND] if head else ''}…{before[-_AROUND:]}"


def one_line(text: str) -> str:
    """Return text on one line, what could act on a terminal written out; line ends and tabs are but spaces."""
    return visible(text.translate(_SPACES))


_SPACES = str.maketrans("\t\n\r\v\f", "     ")


def marked(sentence: Text, style: Style) -> Iterator[str]:
    """Yield the lines of a sentence, with a line of carets below each that has a mark."""
    width = narrower(style).width or UNLIMITED
    for line in _lines(sentence, width):
        line.rstrip()
        yield indented(line, style)
        carets = _carets(line)
        if carets:
            yield f"{INDENT}{carets}\n"


def _lines(sentence: Text, width: int) -> Iterable[Text]:
    """Return the lines of a sentence. One that holds Chinese is broken as Chinese is, whatever the words around it."""
    if holds_chinese(sentence.plain):
        return sentence.divide(breaks(sentence.plain, width))
    return sentence.wrap(Console(width=width, _environ={}), width)


def _carets(line: Text) -> str:
    carets = ""
    for span in sorted(line.spans):
        if span.style == _MARKED and span.start < span.end:
            carets = carets.ljust(cell_len(line.plain[: span.start])) + "^" * cell_len(
                line.plain[span.start : span.end]
            )
    return carets
