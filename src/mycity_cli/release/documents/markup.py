"""The markup of a document as a tree of elements, and the text that an element shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from mycity_cli.errors import DataError
from mycity_cli.expressions import expression
from mycity_cli.messages import say
from mycity_cli.release.plain import words

Element = Any
"""An element of lxml, which has no types."""

BLOCKS = words(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody "
    "td tfoot th thead tr ul"
)
"""The elements that begin a line of their own, and end it."""

UNSEEN = words(
    "applet area audio base button canvas datalist del embed frame frameset head iframe input link map math meta "
    "noframes noscript object optgroup option param progress rp rt s script select source strike style svg template "
    "textarea title track video"
)
"""The elements that show no text, or text that is no part of what is told: controls, scripts, what is struck out."""

_TOO_DEEP = expression("xcessive depth")
"""A part of what the parser logs of parts that are nested too deep."""
_TAG = expression(r"<[^<>]*>")
_SPACE = expression(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_SOFT_SPACE = expression(r"[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDE = "\u2e80"
"""From here on characters are Chinese, and no space stands between them."""


def parsed(html: str, name: str) -> Element:
    """Return the page that a text in HTML is. Raises DataError where its parts are nested too deep to be all read."""
    from lxml import html as lxml_html  # type: ignore[import-untyped]

    # Old pages leave hundreds of elements open, and all that follows stands within them.
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    # A declaration of an encoding would be at odds with characters, and a zero ends the text for the parser.
    characters = re.sub(r"^\s*<\?xml[^>]*\?>", "", html).replace("\0", "")
    # A fragment gets its page around it.
    page = lxml_html.document_fromstring(characters if characters.strip() else "<p></p>", parser=parser)
    # What is too deep is lost to the parser: whether it is any text, the characters tell.
    if any(_TOO_DEEP.search(error.message) for error in parser.error_log) and _TAG.sub("", characters).strip():
        wrong = say("nests its parts deeper than any page does")
        raise DataError(wrong, where=name, help=say("save its text as plain text"))
    return page


def ends_of(root: Element) -> Iterator[tuple[bool, Element]]:
    """Yield each element of a tree where it starts (True) and where it ends (False); what is unseen only ends."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and is_unseen(element):
            walk.skip_subtree()
        else:
            yield event == "start", element


def is_unseen(element: Element) -> bool:
    """Return whether an element shows no text of what is told: a script, a control, the mark of a footnote."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    if element.tag == "a":
        return (element.get("href") or "").startswith(("#footnote-ref-", "#endnote-ref-"))
    return element.tag == "sup" and element.find(".//a") is not None


def own_text(element: Element, before: str) -> str:
    """Return the text that an element begins with. `before` is what stands in front of it, in the same line.

    A digit above the line is no digit of the number that it follows: it marks a note, or is an exponent.
    """
    text = element.text or ""
    return text.translate(_RAISED) if element.tag == "sup" and before[-1:].isdigit() else text


def tidy(text: str) -> str:
    """Return text on one line, without space at its ends; a space that does not break stays what it is."""
    return unicodedata.normalize("NFC", _SOFT_SPACE.sub(" ", text)).strip()


def one_line(element: Element) -> str:
    """Return all the text of an element on one line, with a space between its blocks where words would run together."""
    lines: list[list[str]] = [[""]]
    for starts, each in ends_of(element):
        if each.tag == "br" or each.tag in BLOCKS:
            lines.append([""])
        text = own_text(each, lines[-1][-1]) if starts else "" if each is element else each.tail or ""
        if text:
            lines[-1].append(text)
    return joined([line for line in (tidy("".join(parts)) for parts in lines) if line])


def joined(parts: list[str]) -> str:
    """Return parts of a line as one, with a space between words but not between Chinese characters."""
    spaces = ["" if max(left[-1], right[0]) >= WIDE else " " for left, right in pairwise(parts)]
    return "".join(f"{part}{space}" for part, space in zip(parts, [*spaces, ""], strict=False))


def squeezed(text: str) -> str:
    """Return text without any space, to be compared."""
    return _SPACE.sub("", text)
