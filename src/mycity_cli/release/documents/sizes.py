"""How much the elements of a page show, and how much of that in links."""

from __future__ import annotations

from dataclasses import dataclass

from mycity_cli.release.documents.markup import UNSEEN, Element, squeezed


@dataclass(slots=True)
class Size:
    """How many characters an element shows, how many of them in links, and in how many links."""

    letters: int = 0
    linked: int = 0
    links: int = 0

    @property
    def told(self) -> int:
        """How many characters stand outside of links."""
        return self.letters - self.linked

    @property
    def is_links(self) -> bool:
        """Whether nearly all that an element shows are links."""
        return self.letters > 0 and self.linked * 10 >= self.letters * 7


def sizes_of(root: Element) -> dict[Element, Size]:
    """Return what each element of a page shows, in the order of the page; summed up from the last to the first."""
    elements = list(root.iter())
    sizes = {element: Size() for element in elements}
    for element in reversed(elements):
        size = sizes[element]
        if element.tag in UNSEEN:
            size.letters = size.linked = size.links = 0
        else:
            size.letters += len(squeezed(element.text or ""))
            if element.tag == "a" and element.get("href") is not None and size.letters:
                size.linked, size.links = size.letters, 1
        if element is not root:
            above = sizes[element.getparent()]
            above.letters += size.letters + len(squeezed(element.tail or ""))
            above.linked += size.linked
            above.links += size.links
    return sizes
