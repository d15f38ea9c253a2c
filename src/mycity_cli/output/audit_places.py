"""Where something stands in a release, as people and editors read it."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.messages import say
from mycity_cli.release.findings import Release


def place_of(release: Release, offset: int) -> str:
    """Return the line and the column of a character in the file: `3:14`; its paragraph in an extracted text."""
    if release.extracted:
        return say("paragraph {number}", number=release.paragraph(offset))
    line, column = release.place(offset)
    return f"{line}:{column}"


def place_text(release: Release, offset: int) -> str:
    """Return a place with the file that it is in: `fuzhou.txt:3:14`, `fuzhou.pdf: paragraph 3`."""
    place = place_of(release, offset)
    return say("{file}: {place}", file=release.name, place=place) if release.extracted else f"{release.name}:{place}"


def quoted(release: Release, start: int, end: int) -> str:
    """Return a place and the words that stand there: `3:14 '5 billion pesos'`."""
    return say("{place} '{words}'", place=place_of(release, start), words=_on_one_line(release, start, end))


def in_quotes(release: Release, start: int, end: int) -> str:
    """Return words of a release: `'5 billion pesos'`."""
    return say("'{words}'", words=_on_one_line(release, start, end))


def _on_one_line(release: Release, start: int, end: int) -> str:
    return " ".join(release.text[start:end].split())


class Region(NamedTuple):
    """Characters of a file, by line and column from 1; `end_column` is that of the first character behind them."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(release: Release, start: int, end: int) -> Region | None:
    """Return where characters stand in the file; None in an extracted text, whose lines are not those of the file."""
    return None if release.extracted else Region(*release.place(start), *release.place(end))
