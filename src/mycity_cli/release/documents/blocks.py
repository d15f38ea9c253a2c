"""The lines of a page: headings, paragraphs, items of lists and rows of tables, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mycity_cli.release.documents.grids import lines_of, rows_of
from mycity_cli.release.documents.markup import BLOCKS, Element, ends_of, own_text, tidy

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
        self._text: list[str] = []
        self._open: list[Element] = [root]
        self._headings: list[Element] = []
        self._typed = 0
        """How many elements are open that are set as they were typed."""
        self._items: list[Element] = []
        """The items of lists that are open, and have no line yet."""
        self._apart = False
        self._term: Block | None = None
        """What a list of terms explains next."""

    def blocks(self) -> Iterator[Block]:
        table: Element = None
        for starts, element in ends_of(self._root):
            if table is not None:
                if element is table and not starts:
                    table = None
                    self._text.append(element.tail or "")
                continue
            if starts and element.tag == "table" and (rows := rows_of(element)) is not None:
                yield from self._line()
                yield from self._waiting()
                yield from (Block(element, line, line.strip("| ")) for line in lines_of(element, rows))
                table = element
                continue
            yield from self._starts(element) if starts else self._ends(element)
        yield from self._line()
        yield from self._waiting()

    def _starts(self, element: Element) -> Iterator[Block]:
        if element.tag in BLOCKS:
            yield from self._line()
            self._open.append(element)
            self._typed += element.tag == "pre"
        if element.tag in _HEADINGS:
            self._headings.append(element)
        if element.tag == "li":
            self._items.append(element)
        if element.tag == "br":
            yield from self._line()
        yield from self._add(own_text(element, self._text[-1] if self._text else ""))

    def _ends(self, element: Element) -> Iterator[Block]:
        if element.tag in BLOCKS:
            yield from self._line()
            self._open.pop()
            self._typed -= element.tag == "pre"
        if element.tag in _HEADINGS:
            self._headings.pop()
        if element.tag == "li" and self._items and self._items[-1] is element:
            self._items.pop()
        if element is not self._root:
            yield from self._add(element.tail or "")

    def _add(self, text: str) -> Iterator[Block]:
        """Add text to the line; in what is set as it was typed, a line ends where it does there."""
        if "\n" in text and self._typed:
            for line in text.splitlines(keepends=True):
                # A blank line parts paragraphs there, as no line of a page does.
                self._text.append(line)
                self._apart = self._apart or not "".join(self._text).strip()
                if line.endswith("\n"):
                    yield from self._line()
            return
        if text:
            self._text.append(text)

    def _line(self) -> Iterator[Block]:
        """Yield the line that ends here, if it holds anything."""
        shown = tidy("".join(self._text))
        self._text.clear()
        if not shown:
            return
        element = self._open[-1]
        if self._term is not None and element.tag == "dd":
            shown = f"{self._term.shown.rstrip(':：')}: {shown}"
            self._term = None
        yield from self._waiting()
        block = self._block(element, shown)
        if element.tag == "dt":
            self._term = block
        else:
            yield block

    def _waiting(self) -> Iterator[Block]:
        """Yield the term that nothing explains."""
        if self._term is not None:
            yield self._term
            self._term = None

    def _block(self, element: Element, shown: str) -> Block:
        if self._headings:
            return Block(element, f"{'#' * int(self._headings[-1].tag[1])} {shown}", shown)
        if self._typed:
            apart, self._apart = self._apart, False
            return Block(element, f"\n{shown}" if apart else shown, shown)
        self._apart = False
        is_first = bool(self._items)
        self._items.clear()
        return Block(element, f"- {shown}" if is_first else shown, shown, is_item=is_first)
