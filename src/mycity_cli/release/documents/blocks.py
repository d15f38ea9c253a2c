"""The lines of a page: headings, paragraphs, items of lists and rows of tables, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mycity_cli.release.documents.grids import lines_of, rows_of
from mycity_cli.release.documents.markup import BLOCKS, Element, ends_of, raised, tidy

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page, or the lines of a table, and the element that they are the text of."""

    element: Element
    text: str
    shown: str
    """The text without the marks of Markdown."""
    is_item: bool = False


def blocks_of(root: Element) -> Iterator[Block]:
    """Yield the blocks of an element in the order of the page."""
    yield from _Reader(root).blocks()


class _Reader:
    """Goes through an element once, and gathers the text of each line."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._text = ""
        self._open: list[Element] = [root]
        self._items: list[Element] = []
        """The items of lists that are open, and have no line yet."""

    def blocks(self) -> Iterator[Block]:
        table: Element = None
        for starts, element in ends_of(self._root):
            if table is not None:
                if element is table and not starts:
                    table = None
                    self._text += element.tail or ""
                continue
            if starts and element.tag == "table" and (rows := rows_of(element)) is not None:
                yield from self._line()
                yield from (Block(element, line, line.strip("| ")) for line in lines_of(element, rows))
                table = element
                continue
            yield from self._starts(element) if starts else self._ends(element)
        yield from self._line()

    def _starts(self, element: Element) -> Iterator[Block]:
        if element.tag in BLOCKS:
            yield from self._line()
            self._open.append(element)
        if element.tag == "li":
            self._items.append(element)
        if element.tag == "br":
            yield from self._line()
        yield from self._add(raised(element, self._text) + (element.text or ""))

    def _ends(self, element: Element) -> Iterator[Block]:
        if element.tag in BLOCKS:
            yield from self._line()
            self._open.pop()
        if element.tag == "li" and self._items and self._items[-1] is element:
            self._items.pop()
        if element is not self._root:
            yield from self._add(element.tail or "")

    def _add(self, text: str) -> Iterator[Block]:
        """Add text to the line; in what is set as it was typed, a line ends where it does there."""
        if "\n" in text and any(each.tag == "pre" for each in self._open):
            for line in text.splitlines(keepends=True):
                self._text += line
                if line.endswith("\n"):
                    yield from self._line()
            return
        self._text += text

    def _line(self) -> Iterator[Block]:
        """Yield the line that ends here, if it holds anything."""
        shown, self._text = tidy(self._text), ""
        if not shown:
            return
        element = self._open[-1]
        heading = next((each.tag for each in reversed(self._open) if each.tag in _HEADINGS), None)
        if heading is not None:
            yield Block(element, f"{'#' * int(heading[1])} {shown}", shown)
            return
        is_first = bool(self._items)
        self._items.clear()
        yield Block(element, f"- {shown}" if is_first else shown, shown, is_item=is_first)
