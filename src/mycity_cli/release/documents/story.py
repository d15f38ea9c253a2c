"""The story of a web page: which of its lines trafilatura takes for it, and what else belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from mycity_cli.release.documents.blocks import Block, blocks_of
from mycity_cli.release.documents.markup import Element, squeezed
from mycity_cli.release.documents.sizes import sizes_of
from mycity_cli.release.plain import words

_SHORTEST_ARTICLE = 20
"""Characters: Chinese says in 20 what trafilatura, by default, expects 250 letters for."""
_MOST_ELEMENTS = 20_000
_MOST_LETTERS = 20_000_000
"""Counted once for each element that they stand in. Of a larger page all is kept that is no furniture: no release is as
large, and the library would look at it for hours."""
_TELLING = 16
"""So many characters, found within the text of a story, are not there by chance."""
_WRAPPING = words("li ul ol dl dt dd blockquote figure figcaption table tbody thead tr td th caption center")
"""What stands between a line and the part of the page that holds the paragraphs beside it."""
_LINES = words("p h1 h2 h3 h4 h5 h6 pre") | _WRAPPING


def story_of(page: Element, headline: Element) -> list[Block]:
    """Return the lines of the story of a page from which its furniture was taken.

    What the library finds tells where the story stands; all lines there are kept, for it passes over short paragraphs,
    lists of links and tables. `headline` is the element that holds the headline, or None.
    """
    blocks = list(blocks_of(page))
    sizes = sizes_of(page).values()
    if not blocks or len(sizes) > _MOST_ELEMENTS or sum(size.letters for size in sizes) > _MOST_LETTERS:
        return blocks
    text = _extracted(page)
    lines, whole = {squeezed(line.removeprefix("- ")) for line in text.splitlines()}, squeezed(text)
    told = [block for block in blocks if _is_told(squeezed(block.shown), lines, whole)]
    return list(_around(_Order.of(page), blocks, told, headline)) if told else blocks


def _extracted(page: Element) -> str:
    """Return what trafilatura takes for the story: what surely is, else what may be."""
    from trafilatura import extract
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST_ARTICLE))
    for precisely in (True, False):
        # It changes the tree that it is given, and fills in all that cells declare to span.
        copy = deepcopy(page)
        for cell in copy.iter("td", "th"):
            cell.attrib.clear()
        text = extract(copy, config=config, include_comments=False, favor_precision=precisely)
        if text:
            return text
    return ""


def _is_told(line: str, lines: set[str], whole: str) -> bool:
    return line in lines or (len(line) >= _TELLING and line in whole)


@dataclass(frozen=True, slots=True)
class _Order:
    """Where each element of a page starts, and where the last one within it does."""

    first: dict[Element, int]
    last: dict[Element, int]

    @classmethod
    def of(cls, page: Element) -> _Order:
        """Return the order of a page."""
        elements = list(page.iter())
        first = {element: number for number, element in enumerate(elements)}
        last = dict(first)
        for element in reversed(elements):
            if element is not page:
                parent = element.getparent()
                last[parent] = max(last[parent], last[element])
        return cls(first, last)

    def holder(self, blocks: list[Block]) -> Element:
        """Return the part of the page that holds blocks: the smallest, but no line by itself."""
        starts = [self.first[block.element] for block in blocks]
        least, most = min(starts), max(starts)
        holder = blocks[0].element
        while holder.getparent() is not None and (
            holder.tag in _LINES or not self.first[holder] <= least <= most <= self.last[holder]
        ):
            holder = holder.getparent()
        return holder


def _around(order: _Order, blocks: list[Block], told: list[Block], headline: Element) -> Iterator[Block]:
    """Yield the lines from the headline to the end of the story, and those beside them in the same part of the page."""
    holder = order.holder(told)
    start, end = order.first[holder], order.last[holder]
    first, last = order.first[told[0].element], order.first[told[-1].element]
    above = order.first.get(headline) if headline is not None else _heading_above(order, holder)
    if above is not None and above <= last:
        first = min(first, above)
        start = min(start, first)
    for sibling in _going_on(holder, holder.itersiblings()):
        last = end = order.last[sibling]
    for sibling in _going_on(holder, holder.itersiblings(preceding=True)):
        start = first = min(start, order.first[sibling])
    homes = {_home(block) for block in told}
    for block in blocks:
        at = order.first[block.element]
        if start <= at <= end and (first <= at <= last or _home(block) in homes):
            yield block


def _heading_above(order: _Order, holder: Element) -> int | None:
    """Return where the heading stands that is next above a part of a page: without a headline, it is that."""
    headings = (
        each for tag in ("h2", "h3") for each in order.first if each.tag == tag and "".join(each.itertext()).strip()
    )
    above = [order.first[each] for each in headings if order.last[each] < order.first[holder]]
    return max(above, default=None)


def _home(block: Block) -> Element:
    """Return the part of the page that a line stands in."""
    home = block.element.getparent()
    while home is not None and home.tag in _WRAPPING:
        home = home.getparent()
    return home


def _going_on(holder: Element, siblings: Iterator[Element]) -> Iterator[Element]:
    """Yield the parts beside a part of the page that go on with it: those of its kind, and tables of figures."""
    for other in siblings:
        text = "".join(other.itertext()).strip() if isinstance(other.tag, str) else ""
        if not text:
            continue
        alike = other.tag == holder.tag and bool(holder.get("class")) and other.get("class") == holder.get("class")
        table = other if other.tag == "table" else other.find(".//table")
        tells = table is not None and re.search(r"\d", "".join(table.itertext())) is not None
        if not (alike or tells) or other.find(".//a[@href]") is not None:
            return
        yield other
