"""The headline of a web page: its first heading, or the title that it gives to itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from mycity_cli.expressions import expression
from mycity_cli.release.documents.blocks import Block
from mycity_cli.release.documents.markup import BLOCKS, Element, one_line, squeezed, tidy

_PARTS = expression(r"\s[-–—|·•»:]+\s|\s*[|_｜]\s*|(?<=[\u4e00-\u9fff”》！？）])[-–—]+(?=[\u4e00-\u9fff])")
"""What stands between the headline in a title, and the section and site behind it."""
_MOST_HEADINGS = 50
_SHORTEST = 4
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of a page, and the element that holds it, None where only the head of the page names it."""

    text: str
    element: Element

    def above(self, story: list[Block]) -> list[str]:
        """Return the lines of a story below its headline, which stands first, and once."""
        same = squeezed(self.text)
        rest = [
            block
            for number, block in enumerate(story)
            if squeezed(block.shown) != same or not (number < 3 or block.text.startswith("#"))
        ]
        return [f"# {self.text}", *(block.text for block in rest)]


def headline_of(page: Element) -> Headline | None:
    """Return the headline of a page: of several first headings that which its title names, without any its title."""
    titles = _titles(page)
    headings = [each for each in islice(page.iter("h1"), _MOST_HEADINGS) if _may_be_headline(each)]
    named = [each for each in headings if any(squeezed(one_line(each)) in squeezed(title) for title in titles)]
    first = [each for each in named if any(squeezed(title).startswith(squeezed(one_line(each))) for title in titles)]
    for found in (first, named, headings):
        if found:
            best = found[0]
            return Headline(one_line(best), best)
    return _by_title(page, titles)


def _may_be_headline(heading: Element) -> bool:
    """Return whether a first heading may be the headline, and is not the name of the site, which leads to its front."""
    text = one_line(heading)
    linked = "".join(one_line(link) for link in heading.iter("a") if link.get("href") is not None)
    within = {each.tag for each in heading.iterancestors()}
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and squeezed(linked) != squeezed(text)
        and not within & {"nav", "aside", "footer"}
    )


def _titles(page: Element) -> list[str]:
    """Return the titles that the head of a page names, the one for other pages that link here first."""
    found = [each.get("content") or "" for each in page.iter("meta") if each.get("property") == "og:title"]
    found += ["".join(each.itertext()) for each in page.iter("title")][:1]
    return [tidy(title) for title in found if 0 < len(tidy(title)) <= 2 * _LONGEST]


def _by_title(page: Element, titles: list[str]) -> Headline | None:
    """Return the line of a page that its title begins with, else the title without the names of section and site.

    A page whose second heading stands above the story has that one, where its title may be the name of the site.
    """
    for element in page.iter():
        if element.tag in BLOCKS and len(element) <= 3 and not any(each.tag in BLOCKS for each in element):
            text = one_line(element)
            if _SHORTEST < len(text) <= _LONGEST and any(
                squeezed(title).startswith(squeezed(text)) for title in titles
            ):
                return Headline(text, element)
    given = next((each for each in page.iter("meta") if each.get("property") == "og:title"), None)
    if given is None and next(page.iter("h2"), None) is not None:
        return None
    return Headline(_without_site(titles[0]), None) if titles else None


def _without_site(title: str) -> str:
    """Return a title up to the first part without a digit, which is the name of a section or site."""
    parts = list(_PARTS.finditer(title))
    for part in parts:
        if not re.search(r"\d", title[part.end() :]):
            return title[: part.start()]
    return title
