"""What stands around the story of a page, and is no part of it: navigation, other stories, footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mycity_cli.expressions import expression
from mycity_cli.release.documents.labels import LONGEST_LABEL, LONGEST_LINE, heads_others, is_no_story
from mycity_cli.release.documents.markup import BLOCKS, Element, squeezed
from mycity_cli.release.documents.sizes import Size, sizes_of
from mycity_cli.release.plain import words

_TAGS = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "menu", "dialog", "alertdialog"})
_CALLED = words(
    "nav navbar navigation topnav subnav mainnav menu breadcrumb breadcrumbs crumb crumbs sidebar sidenav related "
    "relate relatednews recommend recommended recommendation recommendations popular trending hotnews hotlist "
    "ranking ranklist footer foot copyright share sharing comment comments pager pagination advert advertisement "
    "cookie popup newsletter subscribe friendlink friendlinks xgxw xgyd xgwz tuijian rmtj cnxh"
)
"""What the classes and ids of furniture are called."""
_WORD = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FEW = 3
"""So many links make a list of links, where nearly nothing else stands in it."""


@dataclass(slots=True)
class _Page:
    """The elements of a page in order, what each shows, and those that hold its headline."""

    root: Element
    holding: frozenset[Element]
    sizes: dict[Element, Size]

    def is_most(self, element: Element) -> bool:
        """Return whether an element holds most of what the page tells outside of links."""
        return 2 * self.sizes[element].told > self.sizes[self.root].told


def clear(root: Element, headline: Element) -> None:
    """Take what surely is no part of the story off a page. `headline` is the element that holds it, or None."""
    holding = frozenset() if headline is None else frozenset({headline, *headline.iterancestors()})
    # What was taken off is let go of last: without what holds them, elements look for each other when they go.
    gone: list[Element] = []
    sizes: dict[Element, Size] = {}
    for furniture in (_marked, _called, _headed, _teasers, _linked, _empty):
        sizes = sizes or sizes_of(root)
        for element in list(furniture(_Page(root, holding, sizes))):
            if element not in holding and element.getparent() is not None:
                element.drop_tree()
                gone.append(element)
                sizes = {}
    sizes.clear()


def _marked(page: _Page) -> Iterator[Element]:
    """Yield what its tag or its role says is furniture."""
    return (element for element in page.sizes if element is not page.root and _is_marked(element))


def _empty(page: _Page) -> Iterator[Element]:
    """Yield what shows nothing, of which some pages have more than of anything else."""
    for element, size in page.sizes.items():
        if not size.letters and element.tag in ("div", "p", "span", "a", "ul", "li", "section", "i", "script", "style"):
            yield element


def _is_marked(element: Element) -> bool:
    """Return whether its tag or its role says that an element is furniture."""
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    # The header of a page, unlike that of an article.
    return element.tag == "header" and not any(each.tag in ("article", "main") for each in element.iterancestors())


def _called(page: _Page) -> Iterator[Element]:
    """Yield what is hidden, and what its class or id calls furniture; not what holds most of the page."""
    for element in page.sizes:
        if element.tag in ("html", "body", "main", "article"):
            continue
        style = squeezed(element.get("style") or "").lower()
        hidden = element.get("hidden") is not None or "display:none" in style or element.tag == "form"
        called = f"{element.get('class') or ''} {element.get('id') or ''}"
        names = {word.lower() for word in _WORD.findall(called)} | set(called.lower().split())
        if (hidden or names & _CALLED) and not page.is_most(element):
            yield element


def _headed(page: _Page) -> Iterator[Element]:
    """Yield what stands below a label such as "Related news", with the label, and lines such as a copyright."""
    for element, size in page.sizes.items():
        if element.tag not in BLOCKS | {"span", "strong", "b"} or not 0 < size.letters <= LONGEST_LINE:
            continue
        text = "".join(element.itertext())
        if element.tag in BLOCKS and element.find(".//p") is None and not page.is_most(element) and is_no_story(text):
            yield element
        elif size.letters <= LONGEST_LABEL and heads_others(text):
            yield from _below(page, element)
        elif size.links and 0 < size.told <= LONGEST_LABEL and heads_others(_outside_of_links(element)):
            # Read more: another story.
            yield element


def _below(page: _Page, label: Element) -> Iterator[Element]:
    """Yield the box that a label heads; where the story stands in it too, the label and the links behind it."""
    inner, box = label, label.getparent()
    while box is not None and page.sizes[box].letters == page.sizes[label].letters:
        inner, box = box, box.getparent()
    if box is None or inner.tag not in BLOCKS:
        return
    heads = not (box.text or "").strip() and all(
        page.sizes[each].letters == 0 for each in inner.itersiblings(preceding=True)
    )
    whole = box in page.holding or box.tag in ("body", "html", "main", "article") or page.is_most(box)
    if heads and not whole:
        yield box
        return
    yield inner
    for other in inner.itersiblings():
        size = page.sizes[other]
        if size.letters and not (size.links and (size.is_links or _starts_with_link(other))):
            return
        yield other


def _outside_of_links(element: Element) -> str:
    """Return the text of an element without that of its links."""
    parts = [element.text or ""]
    for each in element.iterdescendants():
        if each.tag != "a" and next(each.iterancestors("a"), None) is None:
            parts.append(each.text or "")
        parts.append(each.tail or "")
    return "".join(parts).strip()


def _starts_with_link(element: Element) -> bool:
    """Return whether a link is the first text of an element, as it is of the teaser of a story."""
    for each in element.iter():
        if each.tag == "a" and "".join(each.itertext()).strip():
            return True
        if (each.text or "").strip():
            return False
    return False


def _teasers(page: _Page) -> Iterator[Element]:
    """Yield what tells of another story: an article of its own whose heading is a link."""
    for element in page.sizes:
        if element.tag == "article" and element not in page.holding and not page.is_most(element):
            heading = next(
                (each for each in element.iter("h1", "h2", "h3", "h4", "h5") if page.sizes[each].letters), None
            )
            if heading is not None and page.sizes[heading].is_links:
                yield element


def _linked(page: _Page) -> Iterator[Element]:
    """Yield lists of links, but for those between paragraphs of a story."""
    for element, size in page.sizes.items():
        lists = element.tag in BLOCKS and size.links >= _FEW and size.is_links and not page.is_most(element)
        if lists and not _between_paragraphs(page, element):
            yield element


def _between_paragraphs(page: _Page, element: Element) -> bool:
    before, after = element.getprevious(), element.getnext()
    return all(each is not None and each.tag == "p" and page.sizes[each].told > 0 for each in (before, after))
