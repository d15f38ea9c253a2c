"""Web pages: the headline and the story, without what stands around it."""

from __future__ import annotations

import re

from mycity_cli.expressions import expression
from mycity_cli.messages import say
from mycity_cli.release.documents.blocks import blocks_of
from mycity_cli.release.documents.furniture import clear
from mycity_cli.release.documents.headline import headline_of
from mycity_cli.release.documents.libraries import reading, required
from mycity_cli.release.documents.markup import parsed
from mycity_cli.release.documents.story import story_of

_WHOLE = expression(r"<(?:!doctype|html|head|body|title)\b", re.IGNORECASE)
"""What a page has, and a piece of one that somebody cut out has not: all of that is meant."""


def html_text(html: str, *, name: str) -> str:
    """Return the story of a web page as Markdown: its headline, headings, paragraphs, lists and tables, a line each.

    Raises DataError where there is none.
    """
    with reading("HTML", name, "trafilatura"):
        # Without the library nothing is read, though a page may need it for less than all.
        import trafilatura  # noqa: F401

        page = parsed(html, name)
        headline = headline_of(page)
        clear(page, None if headline is None else headline.element)
        whole = _WHOLE.search(html) is not None
        story = story_of(page, None if headline is None else headline.element) if whole else list(blocks_of(page))
        lines = [block.text for block in story]
        if headline is not None and story:
            lines = headline.above(story)
    help = say("it may be a page that a script fills: save what the browser shows")
    return required("\n".join(lines), name, help)
