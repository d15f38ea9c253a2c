"""Tables: their cells in rows and columns, with what spans several of them in each, as rows of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from mycity_cli.expressions import expression
from mycity_cli.release.documents.markup import WIDE, Element, one_line

_MOST_SPANNED = 200
_MOST_CELLS = 200_000
"""How large a table is read as one, and so far a cell of it reaches: a page may declare a million columns."""
_LONG = 200
"""Characters: a cell of several paragraphs that are longer lays out a page."""
_NUMBER = expression(r"[^\w(（]{0,2}\d[\d,.\s%％+\-–—]*")
_YEAR = expression(r"(?:19|20)\d\d年?")
_UNIT = expression(r"[(（][^()（）]+[)）]")
_OTHER = expression(
    r"[%％占比率增幅数个家项]|share|rate|growth|change|ratio|number|projects?|deals?|contracts?|rank|year|date",
    re.IGNORECASE,
)
"""What is no amount, though it stands below one: its share, its growth, how many there are."""
_DIGIT = expression(r"\d")
_INNER_BLOCKS = ("h1", "h2", "h3", "table", "form", "article", "section")


@dataclass(slots=True)
class Cell:
    """A cell of a table. `again` says that it is there because one before or above it reaches so far."""

    text: str
    heads: bool
    again: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a number and nothing else, and no year, as the headings of columns do."""
        return _NUMBER.fullmatch(self.text) is not None and _YEAR.fullmatch(self.text) is None


Row = list[Cell]


def rows_of(table: Element) -> list[Row] | None:
    """Return the rows of a table, each as long as the longest; None where it holds no data but lays out a page."""
    if table.get("role") in ("presentation", "none"):
        return None
    written = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in written]
    if sum(map(len, cells)) > _MOST_CELLS or any(_lays_out(cell) for row in cells for cell in row):
        return None
    rows = _filled(cells)
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) < 2:
        return None
    return [row + [Cell("", heads=False)] * (width - len(row)) for row in rows]


def lines_of(table: Element, rows: list[Row]) -> list[str]:
    """Return the lines of Markdown that a table is, its caption before them.

    The row of headings right above them says what the columns are, with the unit of those above it. It stands again
    below a row that titles those after it.
    """
    caption = next((one_line(each) for each in table.iterchildren("caption")), "")
    lines = [caption] if caption else []
    first = 0
    while first < len(rows) and _is_title(rows[first]):
        lines.append(rows[first][0].text)
        first += 1
    heads = _headings(rows[first:])
    body = rows[first + heads :]
    heading: list[str] = []
    if heads:
        above = [[cell.text for cell in row] for row in rows[first : first + heads]]
        columns = [_named([texts[at] for texts in above]) for at in range(len(above[0]))]
        # What no column below takes over from a row of headings would be lost.
        lines += [_markdown(row) for row in above[:-1] if not all(map(str.__contains__, columns, row))]
        heading = [_markdown(columns), _markdown(["---"] * len(columns))]
    lines += heading
    for row in body:
        if _is_title(row):
            lines += [_markdown([row[0].text]), *heading]
        elif any(cell.text for cell in row):
            lines.append(_markdown([_shown(cell) for cell in row]))
    return lines


def _lays_out(cell: Element) -> bool:
    """Return whether a cell holds what only a page does: headings, tables, paragraphs one after the other."""
    if next(cell.iter(*_INNER_BLOCKS), None) is not None:
        return True
    paragraphs = sum(1 for _ in cell.iter("p", "div", "li"))
    return paragraphs > 1 and len("".join(cell.itertext())) > _LONG


def _filled(rows: list[list[Element]]) -> list[Row]:
    """Return the cells of each row, and in their places those that reach there from before and from above.

    There are none where they are more than any table has.
    """
    found: list[Row] = []
    above: dict[int, tuple[int, Cell]] = {}
    """For each column that a cell above reaches into: how many rows it still reaches, and the cell."""
    count = 0
    for number, cells in enumerate(rows):
        row: Row = []
        for one in cells:
            _reach(row, above)
            heads = one.tag == "th" or one.getparent().getparent().tag == "thead"
            text = one_line(one).replace("|", "/")
            down = _span(one, "rowspan", len(rows) - number)
            for nth in range(_span(one, "colspan", 1)):
                if down > 1:
                    above[len(row)] = (down - 1, Cell(text, heads, again=True))
                row.append(Cell(text, heads, again=nth > 0))
            if len(row) > _MOST_CELLS:
                return []
        _reach(row, above)
        found.append(row)
        count += len(row)
        if count > _MOST_CELLS:
            return []
    return found


def _reach(row: Row, above: dict[int, tuple[int, Cell]]) -> None:
    """Add to a row the cells that reach into its next columns from above."""
    new = len(row)
    while len(row) in above:
        row.append(above[len(row)][1])
    for at in range(new, len(row)):
        still, cell = above.pop(at)
        if still > 1:
            above[at] = (still - 1, cell)


def _span(cell: Element, name: str, to_the_end: int) -> int:
    """Return how many rows or columns a cell reaches over; 0 means all that are left."""
    written = (cell.get(name) or "1").strip()
    number = int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else 1
    return min(number or to_the_end, _MOST_SPANNED)


def _headings(rows: list[Row]) -> int:
    """Return how many rows at the head of a table name its columns."""
    if not rows or any(cell.is_number for cell in rows[0]):
        return 0
    marked = 0
    while marked < len(rows) and all(cell.heads or not cell.text for cell in rows[marked]):
        marked += 1
    if marked:
        return marked
    if not any(cell.is_number for row in rows for cell in row):
        return 0
    count = 1
    while count < len(rows) and _goes_on(rows[count - 1], rows[count]):
        count += 1
    return count


def _goes_on(above: Row, row: Row) -> bool:
    """Return whether a row divides the headings above it: those of one column reach into it, those of others split."""
    split = any(right.again and not left.again and left.text == right.text for left, right in pairwise(above))
    held = any(cell.again and cell.text == over.text for cell, over in zip(row, above, strict=True))
    return (split or held) and not any(cell.is_number for cell in row)


def _named(headings: list[str]) -> str:
    """Return what a column is called by the headings above it, the last of which is its own.

    A year is one of what stands above it, and so is any other part of an amount, unless it is none itself.
    """
    distinct = list(dict.fromkeys(heading for heading in headings if heading))
    if len(distinct) < 2:
        return "".join(distinct)
    own, above = distinct[-1], " ".join(distinct[:-1])
    takes_unit = _UNIT.search(above) is not None and _UNIT.search(own) is None and _OTHER.search(own) is None
    if not takes_unit and re.search(r"[^\W\d年月季度]", own) is not None:
        return own
    return f"{own}{' ' if above[0] >= WIDE else ', '}{above}"


def _is_title(row: Row) -> bool:
    """Return whether a row is one text over all its columns."""
    title = row[0].text
    return (
        bool(title)
        and not row[0].is_number
        and row[1].text == title
        and all(not cell.text or (cell.again and cell.text == title) for cell in row[1:])
    )


def _shown(cell: Cell) -> str:
    """Return the text of a cell. A figure that reaches over several is stated once, and would be added up."""
    return "" if cell.again and _DIGIT.search(cell.text) else cell.text


def _markdown(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
