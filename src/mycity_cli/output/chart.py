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
    labels = min(max((cell_len(visible(bar.label)) for bar in bars), default=0), total // 3)
    texts = max((cell_len(bar.text) for bar in bars), default=0)
    room = max(1, total - labels - texts - 4)
    longest = max((bar.value for bar in bars if bar.value is not None), default=0)
    for bar in bars:
        drawn = _bar(bar.value or 0, longest, room)
        yield f"{set_cell_size(visible(bar.label), labels)}  {drawn}  {bar.text.rjust(texts)}".rstrip() + "\n"


def _bar(value: Rational, longest: Rational, room: int) -> str:
    if longest <= 0:
        return " " * room
    eighths = int(value * room * 8 // longest)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(room)
