"""Groups drawn as bars of text: what is certain of each as a full bar, what is within its rounding lighter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from mycity_cli.errors import visible
from mycity_cli.exact import Rational
from mycity_cli.interval import Interval
from mycity_cli.messages import Language, say_as, told
from mycity_cli.output.axis import Axis
from mycity_cli.output.bars import Bar

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_FULL, _HALF, _PERHAPS, _ZERO = "█", "▐", "░", "│"
_MORE, _LESS = "▸", "◂"
_WIDTH = 80
_LEAST = 20
"""So many cells are left for bars in a file, however long the labels are."""
_GAP = "  "
_BARS, _COLORED = re.compile(f"[{_EIGHTHS.strip()}{_HALF}]+"), "\x1b[36m\\g<0>\x1b[39m"
"""What is certain of a bar, and how it stands out where there are colours (ECMA-48, SGR)."""
_KEY = (
    (_PERHAPS, say_as("chart", "possible")),
    (_MORE, say_as("range", "or more")),
    (_LESS, say_as("chart", "or less")),
)
"""What the signs of a chart say, where they are in it."""


def chart(
    bars: Sequence[Bar], width: int | None, *, color: bool = False, language: Language = Language.ENGLISH
) -> Iterator[str]:
    """Yield a line for each bar, the longest as long as the width lets it be, and one that explains its signs.

    Where the width is None, in a file or a pipe, a line has 80 cells, or as many more as it takes for no label to be
    cut. What each may be stands behind its value where there is room for that and for bars.
    """
    sheet = _laid_out(bars, width)
    drawing = _Drawing.of(bars, sheet.room)
    signs = ""
    for bar in bars:
        drawn = drawing.bar(bar)
        signs += drawn
        # Where a terminal has no room for bars, the numbers are what matters.
        text = _flush_right(bar.text, sheet.texts)
        if sheet.room <= 0:
            text = _cut(bar.text, sheet.total - sheet.labels - len(_GAP))
        spread = f"{_GAP}({bar.spread})" if sheet.has_spreads and bar.spread else ""
        label = set_cell_size(_cut(visible(bar.label), sheet.labels), sheet.labels)
        colored = _BARS.sub(_COLORED, drawn) if color else drawn
        before = f"{colored}{_GAP}" if sheet.room > 0 else ""
        yield f"{label}{_GAP}{before}{text}{spread}".rstrip() + "\n"
    explained = f"{_GAP} ".join(f"{sign} {told(said, language)}" for sign, said in _KEY if sign in signs)
    if explained:
        indent = sheet.labels + len(_GAP)
        yield f"{' ' * indent if indent + cell_len(explained) <= sheet.total else ''}{_cut(explained, sheet.total)}\n"


class _Sheet(NamedTuple):
    """How many cells the parts of a line have; none are left for bars where there is no room for any."""

    total: int
    labels: int
    texts: int
    room: int
    has_spreads: bool


def _laid_out(bars: Sequence[Bar], width: int | None) -> _Sheet:
    texts = max((cell_len(bar.text) for bar in bars), default=0)
    labels = max((cell_len(visible(bar.label)) for bar in bars), default=0)
    spreads = max((cell_len(bar.spread) + 2 + len(_GAP) for bar in bars if bar.spread), default=0)
    gaps = 2 * len(_GAP)
    total = width or max(_WIDTH, labels + texts + spreads + gaps + _LEAST)
    if width is not None:
        texts, labels = min(texts, total * 2 // 3), min(labels, total // 3)
    room = total - labels - texts - gaps
    has_spreads = spreads > 0 and room - spreads >= _LEAST
    return _Sheet(total, labels, texts, room - spreads * has_spreads, has_spreads)


def _flush_right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _cut(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1).rstrip()}…" if width > 0 else ""


class _Drawing(NamedTuple):
    """How bars are drawn: so many cells below zero, if any, and above it, on one scale; and cells for arrows."""

    room: int
    length: Rational
    below: int
    above: int
    arrow_below: int
    arrow_above: int

    @classmethod
    def of(cls, bars: Sequence[Bar], room: int) -> _Drawing:
        axis = Axis.of(bars)
        reaches = [reach for bar in bars if (reach := bar.reach) is not None]
        arrow_below = int(any(reach.low is None for reach in reaches))
        arrow_above = int(any(reach.high is None for reach in reaches))
        cells = max(0, room - arrow_below - arrow_above - (axis.low < 0))
        below = round(axis.at(0) * cells) if axis.length else 0
        if axis.low < 0 < axis.high:
            below = max(0, min(max(below, 1), cells - 1))
        return cls(max(0, room), axis.length, below, cells - below, arrow_below, arrow_above)

    def bar(self, bar: Bar) -> str:
        """Return a bar, the line of zero in it where some are below zero."""
        reach = bar.reach
        if reach is None or not self.length:
            left, right = "", ""
        else:
            left, right = self._left(reach), self._right(reach)
        zero = _ZERO if self.below else ""
        drawn = f"{left.rjust(self.below + self.arrow_below)}{zero}{right.ljust(self.above + self.arrow_above)}"
        return drawn[: self.room]

    def _cells(self, length: Rational) -> Rational:
        return Fraction(length * (self.below + self.above)) / self.length if self.length else 0

    def _right(self, reach: Interval) -> str:
        """Return what is above zero: full as far as is certain, to an eighth of a cell, then what may be."""
        low = 0 if reach.low is None else max(0, reach.low.value)
        high = low if reach.high is None else max(0, reach.high.value)
        whole, rest = divmod(min(round(self._cells(low) * 8), self.above * 8), 8)
        drawn = _FULL * whole + (_EIGHTHS[rest] if rest else "")
        perhaps = min(round(self._cells(high)), self.above) - len(drawn)
        return drawn + _PERHAPS * perhaps + (_MORE if reach.high is None else "")

    def _left(self, reach: Interval) -> str:
        """Return what is below zero, from the far end on; there are but halves of cells that lie on the right."""
        near = 0 if reach.high is None else max(0, -reach.high.value)
        far = near if reach.low is None else max(0, -reach.low.value)
        whole, rest = divmod(min(round(self._cells(near) * 2), self.below * 2), 2)
        drawn = _HALF * rest + _FULL * whole
        perhaps = min(round(self._cells(far)), self.below) - len(drawn)
        return (_LESS if reach.low is None else "") + _PERHAPS * perhaps + drawn
