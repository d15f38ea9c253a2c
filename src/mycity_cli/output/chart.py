"""Groups drawn as bars of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from mycity_cli.errors import visible
from mycity_cli.exact import Rational
from mycity_cli.output.listing import Bar

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_WIDTH = 80
_LEAST = 20
"""So many cells are left for bars in a file, however long the labels are."""


def chart(bars: Sequence[Bar], width: int | None) -> Iterator[str]:
    """Yield a line for each bar, the longest as long as the width lets it be.

    Where it is None, in a file or a pipe, a line has 80 cells, or as many more as it takes for no label to be cut.
    """
    texts = max((cell_len(bar.text) for bar in bars), default=0)
    labels = max((cell_len(visible(bar.label)) for bar in bars), default=0)
    total = width or max(_WIDTH, labels + texts + 4 + _LEAST)
    if width is not None:
        texts, labels = min(texts, total * 2 // 3), min(labels, total // 3)
    room = total - labels - texts - 4
    longest = max((bar.value for bar in bars if bar.value is not None), default=0)
    for bar in bars:
        # Where a terminal has no room for bars, the numbers are what matters.
        drawn = f"{_bar(bar.value or 0, longest, room)}  " if room > 0 else ""
        text = bar.text.rjust(texts) if room > 0 else _cut(bar.text, total - labels - 2)
        yield f"{set_cell_size(_cut(visible(bar.label), labels), labels)}  {drawn}{text}".rstrip() + "\n"


def _cut(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1).rstrip()}…" if width > 0 else ""


def _bar(value: Rational, longest: Rational, room: int) -> str:
    if value <= 0:
        return " " * room
    whole, rest = divmod(int(value * room * 8 // longest), 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(room)
