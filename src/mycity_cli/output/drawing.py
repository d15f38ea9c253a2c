"""Columns of text side by side, as Rich draws them, in a fraction of its time; and what Rich draws itself."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.messages import Language
from mycity_cli.output.line_breaks import broken, in_lines
from mycity_cli.output.render import Style
from mycity_cli.output.verdict_colors import before

if TYPE_CHECKING:
    from rich.console import Console, OverflowMethod, RenderableType
    from rich.table import Table

# Rich is imported where it draws: a table whose lines fit is drawn without it, which takes a tenth less time.

GAP = 2
"""Cells between two columns."""
_STRONG, _PLAINLY = "\x1b[1m", "\x1b[0m"
"""What a terminal is told before and behind what is bold (ECMA-48, SGR)."""
UNLIMITED = 1_000_000
"""Cells of a line that has as many as it needs: more than Rich will ever be asked for."""


class Track(NamedTuple):
    """A column as text: what stands above it, in it and below it.

    What is too long `wraps`, or else is cut, with a sign for it where it is `cut`. `words` that are verdicts have their
    colours.
    """

    heading: str
    texts: Sequence[str]
    total: str | None
    wraps: bool
    cut: bool
    words: bool = False

    @property
    def overflow(self) -> OverflowMethod:
        """What Rich does with what is too long."""
        return "ellipsis" if self.cut else "fold"


def side_by_side(tracks: Sequence[Track], style: Style, strong: Sequence[bool] = ()) -> Iterator[str]:
    """Yield the lines of a table of columns, none longer than the style allows; rows that are `strong` stand out."""
    shown = style.header is not False
    widths = _widths(tracks, style.width or UNLIMITED, header=shown)
    if min(widths) < 1:
        # Where not even one character has room, nobody waits for the rest.
        yield by_rich(tracks, style)
        return
    if shown:
        headings = [track.heading.split("\n") for track in tracks]
        yield _headed(headings, widths, style) or drawn(_table(tracks, widths, header=True), style)
    yield from _rows(tracks, widths, strong if style.color else (), style)
    if tracks[0].total is not None:
        yield _summed(tracks, widths, style)


def _headed(headings: Sequence[list[str]], widths: Sequence[int], style: Style) -> str:
    """Return the lines of headings, which stand at the bottom; "" where one does not fit its column."""
    if not all(_fits(line, width) for lines, width in zip(headings, widths, strict=True) for line in lines):
        return ""
    height = max(map(len, headings))
    raised = zip(*([""] * (height - len(lines)) + lines for lines in headings), strict=True)
    return "".join(f"{_strong_line(line, widths) if style.color else _plain_line(line, widths)}\n" for line in raised)


def _plain_line(texts: Iterable[str], widths: Sequence[int]) -> str:
    return (" " * GAP).join(map(_padded, texts, widths)).rstrip()


def _strong_line(texts: Iterable[str], widths: Sequence[int]) -> str:
    """Return a line of headings as Rich has it: each stands out, and the gap behind it; as one where it is empty."""
    gap = " " * GAP
    apart = f"{_PLAINLY}{_STRONG}{gap}"
    *cells, last = map(_padded, texts, widths)
    behind = "".join(f"{_STRONG}{cell}{gap if cell.isspace() else apart}{_PLAINLY}" for cell in cells)
    return f"{behind}{_STRONG}{last}{_PLAINLY}"


def _summed(tracks: Sequence[Track], widths: Sequence[int], style: Style) -> str:
    """Return the line, or the lines, of the totals."""
    totals = [track.total or "" for track in tracks]
    if all(_fits(text, width) for text, width in zip(totals, widths, strict=True)):
        if not style.color:
            return f"{_plain_line(totals, widths)}\n"
        strong = (f"{_STRONG}{_padded(text, width)}{_PLAINLY}" for text, width in zip(totals, widths, strict=True))
        return f"{(' ' * GAP).join(strong)}\n"
    from rich.text import Text

    table = _table(tracks, widths, header=False)
    table.add_row(*(Text(text, style="bold") for text in totals))
    return drawn(table, style)


def _fits(text: str, width: int) -> bool:
    """Return whether a text stands in a column as it is."""
    return cells_of(text) <= width and "\n" not in text


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells_of(text))


def by_rich(tracks: Sequence[Track], style: Style) -> str:
    """Return the same table, drawn by Rich alone."""
    from rich.text import Text

    table = _table(tracks, repeat(None), header=style.header is not False)
    for texts in zip(*(track.texts for track in tracks), strict=True):
        table.add_row(*map(Text, texts))
    if tracks[0].total is not None:
        table.add_row(*(Text(track.total or "", style="bold") for track in tracks))
    return drawn(table, style)


def _table(tracks: Sequence[Track], widths: Iterable[int | None], *, header: bool) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=header)
    for track, width in zip(tracks, widths, strict=False):
        heading = Text(track.heading, style="bold")
        table.add_column(heading, overflow=track.overflow, no_wrap=not track.wraps, width=width)
    return table


def _rows(tracks: Sequence[Track], widths: Sequence[int], strong: Sequence[bool], style: Style) -> Iterator[str]:
    gap = " " * GAP
    columns = [
        _in_colors(track, _cells(track, width, style), style) if track.words else _cells(track, width, style)
        for track, width in zip(tracks, widths, strict=True)
    ]
    bold = chain(strong, repeat(False))  # noqa: FBT003  # of the rows that nothing is said of
    for texts, stands_out in zip(zip(*columns, strict=True), bold, strict=False):
        row: Sequence[str | list[str]] = tuple(map(_bold, texts)) if stands_out else texts
        if any(type(cell) is list for cell in row):
            yield from _high_row([[cell] if isinstance(cell, str) else cell for cell in row], widths)
        else:
            yield f"{gap.join(map(str, row)).rstrip()}\n"


def _cells(track: Track, width: int, style: Style) -> Iterator[str | list[str]]:
    """Yield the cells of a column, each as wide as it; one that takes several lines as a list of them."""
    for text in track.texts:
        if text.isascii() and len(text) <= width:
            yield text.ljust(width)
            continue
        if (room := width - cells_of(text)) >= 0:
            yield text + " " * room
            continue
        lines = [_padded(line, width) for line in _wrapped(text, track, width, style)]
        yield lines if len(lines) > 1 else lines[0]


def _in_colors(track: Track, cells: Iterable[str | list[str]], style: Style) -> Iterator[str | list[str]]:
    """Yield the cells of a column, the words in their colours; the spaces behind them have none."""
    for text, cell in zip(track.texts, cells, strict=True):
        if not (color := before(text, style.language)):
            yield cell
        elif isinstance(cell, list):
            yield [_colored(line, color) for line in cell]
        else:
            yield _colored(cell, color)


def _colored(line: str, color: str) -> str:
    word = line.rstrip()
    return f"{color}{word}{_PLAINLY}{line[len(word) :]}" if word else line


def _wrapped(text: str, track: Track, width: int, style: Style) -> list[str]:
    """Return a text that is too long for a column as lines: those of Rich, in Chinese our own."""
    from rich.text import Text

    if style.language is Language.CHINESE and track.wraps:
        return broken(text, width, fold=True)
    lines = Text(text).wrap(_plain_console(), width, overflow=track.overflow, no_wrap=not track.wraps)
    return [line.plain for line in lines]


def _bold(cell: str | list[str]) -> str | list[str]:
    """Return a cell that stands out."""
    if isinstance(cell, list):
        return [f"{_STRONG}{line}{_PLAINLY}" if line.strip() else line for line in cell]
    return f"{_STRONG}{cell}{_PLAINLY}" if cell.strip() else cell


def _high_row(cells: Sequence[list[str]], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row of which some cell has several."""
    height = max(map(len, cells))
    filled = [cell + [" " * width] * (height - len(cell)) for cell, width in zip(cells, widths, strict=True)]
    for line in zip(*filled, strict=True):
        yield f"{(' ' * GAP).join(line).rstrip()}\n"


def _widths(tracks: Sequence[Track], most: int, *, header: bool) -> list[int]:
    """Return how many cells each column has: as Rich shares them out, which takes from the widest that wrap first."""
    widths = [
        max(map(cells_of, [*track.texts, track.total or "", *(track.heading.split("\n") if header else [])])) + GAP
        for track in tracks
    ]
    widths[-1] = max(1, widths[-1] - GAP)
    widths = [min(width, most) for width in widths]
    while (excess := sum(widths) - most) > 0:
        wrapping = [index for index, track in enumerate(tracks) if track.wraps]
        widest = max((widths[index] for index in wrapping), default=0)
        next_widest = max((widths[index] for index in wrapping if widths[index] != widest), default=0)
        chosen = [index for index in wrapping if widths[index] == widest]
        if not widest - next_widest or not chosen:
            break
        _reduce(widths, chosen, excess, min(excess, widest - next_widest))
    if excess > 0:
        # As a last resort each column gives the same.
        _reduce(widths, [index for index, width in enumerate(widths) if width], excess, None)
    return [width - GAP for width in widths[:-1]] + widths[-1:]


def _reduce(widths: list[int], chosen: Sequence[int], excess: int, most: int | None) -> None:
    """Take cells from the columns chosen, as evenly as can be, from none more than `most` or than it has."""
    left = excess
    for number, index in enumerate(chosen):
        taken = min(widths[index] if most is None else most, round(Fraction(left, len(chosen) - number)))
        widths[index] -= taken
        left -= taken


def cells_of(text: str) -> int:
    """Return how many cells of a line a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def drawn(what: RenderableType, style: Style) -> str:
    """Return lines of a table or a text as wide as the terminal, without spaces at their ends."""
    from rich.console import Console
    from rich.text import Text

    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=style.width or UNLIMITED,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )
    console.print(in_lines(what, style.width, style.language) if isinstance(what, Text) else what)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().split("\n")[:-1])


@cache
def _plain_console() -> Console:
    """Return what lines are broken by; it shows none."""
    from rich.console import Console

    return Console(file=io.StringIO(), width=UNLIMITED, legacy_windows=False, _environ={})
