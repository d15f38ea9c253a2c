"""CSV and its kin as rows: what stands between the cells is found out, and a quotation mark without its partner."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from io import StringIO
from itertools import islice

from mycity_cli.formats import FileFormat
from mycity_cli.messages import say
from mycity_cli.tables.looks import is_figure
from mycity_cli.tables.sheet import RawRow, is_filled

DELIMITERS = (",", ";", "\t", "|")
OPEN_QUOTE: str = say("has a quotation mark without its partner")
QUOTE_WITHIN: str = say("has a quotation mark in the midst of a cell")
ROWS_IN_CELL: str = say("has a cell in quotation marks that holds whole rows")
TOO_LONG: str = say("has a cell of more than 131,072 characters")

_SEPARATOR = re.compile(r"sep=(.)[\t,; ]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
_ENOUGH = 200
"""The rows by which it is found out what stands between cells."""


def rows_of_text(text: str, format: FileFormat) -> tuple[list[RawRow], str]:
    """Return the rows of a text, blank ones too, and what stands between cells; a line `sep=;` before them is none."""
    lines = list(StringIO(text, newline=""))
    first = 0
    said = _SEPARATOR.match(text)
    if said is not None:
        first, delimiter = 1, said[1]
    else:
        delimiter = _delimiter(lines, format)
    return list(_rows(lines, delimiter, first)), delimiter


def _delimiter(lines: Sequence[str], format: FileFormat) -> str:
    """Return what stands between cells: what cuts the most rows into as many pieces as most."""
    sample = [line for line in lines[: 4 * _ENOUGH] if line.strip()]
    preferred = "\t" if format is FileFormat.TSV else ","
    candidates = [each for each in DELIMITERS if any(each in line for line in sample)]
    marks = {each: _evenness(sample, each) for each in candidates}
    if format is FileFormat.TSV and "\t" in marks and marks["\t"][0] >= Fraction(1, 2):
        return "\t"
    return max(candidates, key=lambda each: (marks[each], each == preferred), default=preferred)


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[Fraction, Fraction, int]:
    """Return the share of rows with as many cells as most, how many of the cells are figures, and how many cells."""
    rows = [row.cells for row in islice(_rows(lines, delimiter, 0), _ENOUGH) if not row.problem]
    widths = [len(row) for row in rows if len(row) > 1]
    if not widths:
        return Fraction(0), Fraction(0), 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    alike = [row for row in rows if len(row) == usual]
    cells = [cell for row in alike[:20] for cell in row if is_filled(cell)]
    figures = Fraction(sum(map(is_figure, cells)), max(1, len(cells)))
    return Fraction(len(alike), len(rows)), figures, usual


def _rows(lines: Sequence[str], delimiter: str, first: int) -> Iterator[RawRow]:
    """Yield the rows from a line on. Where one cannot be read, the next starts on the line after its first."""
    while first < len(lines):
        rest = map(lines.__getitem__, range(first, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True, skipinitialspace=True)
        start = first
        try:
            for cells in reader:
                end = first + reader.line_num
                if end - start > 1 and _holds_rows(cells, delimiter):
                    break
                yield RawRow(cells, start + 1)
                start = end
            else:
                return
            problem = ROWS_IN_CELL
        except csv.Error as error:
            problem = _problem(str(error))
        yield RawRow((), start + 1, problem)
        first = start + 1


def _problem(error: str) -> str:
    """Return in our words what the reader of CSV says."""
    if re.search("unexpected end", error):
        return OPEN_QUOTE
    return TOO_LONG if re.search("field larger", error) else QUOTE_WITHIN


def _holds_rows(cells: Sequence[str], delimiter: str) -> bool:
    """Return whether a cell holds lines that look like rows: then a mark was left open, and closed by another."""
    return any(
        any(_is_row(line.split(delimiter), len(cells)) for line in cell.splitlines()[1:-1])
        for cell in cells
        if "\n" in cell or "\r" in cell
    )


def _is_row(pieces: Sequence[str], width: int) -> bool:
    """Return whether the pieces of a line are as many as a row has cells, and one is a figure."""
    return len(pieces) == width > 1 and any(map(is_figure, pieces))
