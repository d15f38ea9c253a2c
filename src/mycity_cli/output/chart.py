"""Groups drawn as bars of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from mycity_cli.errors import visible
from mycity_cli.exact import Rational
from mycity_cli.output.listing import Bar

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_WIDTH = 80


def chart(bars: Sequence[Bar], width: int | None) -> Iterator[str]:
    """Yield a line for each bar, the longest as long as the width (80 where it is None) lets it be."""
    total = width or _WIDTH
    texts = min(max((cell_len(bar.text) for bar in bars), default=0), total * 2 // 3)
    labels = min(max((cell_len(visible(bar.label)) for bar in bars), default=0), total // 3)
    room = total - labels - texts - 4
    longest = max((bar.value for bar in bars if bar.value is not None), default=0)
    for bar in bars:
        # Where a terminal has no room for bars, the numbers are what matters.
        drawn = f"{_bar(bar.value or 0, longest, room)}  " if room > 0 else ""
        text = bar.text.rjust(texts) if room > 0 else _cut(bar.text, total - labels - 2)
        yield f"{set_cell_size(visible(bar.label), labels)}  {drawn}{text}".rstrip() + "\n"


def _cut(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1)}…" if width > 0 else ""


def _bar(value: Rational, longest: Rational, room: int) -> str:
    if value <= 0:
        return " " * room
    whole, rest = divmod(int(value * room * 8 // longest), 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(room)
