"""What pages are printed on: Jinja's environment, in which text from data can do nothing but be read."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import MissingExtraError, visible
from mycity_cli.messages import Language, say
from mycity_cli.output.links import is_web_address
from mycity_cli.output.pages.words import words_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_PIECES = re.compile(r"(?P<whole>(?<![\w-])\d{4}-\d\d(?:-\d\d)?(?![\w-]))|(?P<long>[^\s-]{21,})")
"""What a line does not break within: a date. And what it may be broken anywhere in: what no word is as long as."""


def page(template: str, language: Language, **content: Any) -> str:
    """Return a page: a template of this package, filled with the words of a language and with content.

    Raises MissingExtraError where Jinja is not installed.
    """
    return drawn(template, words=words_of(language), language=language, **content)


def drawn(template: str, **content: Any) -> str:
    """Return a template of this package, filled. Raises MissingExtraError where Jinja is not installed."""
    return f"{_environment().get_template(template).render(content).strip()}\n"


def require() -> None:
    """Raise MissingExtraError where Jinja is not installed, before the work for a page is done."""
    _environment()


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtraError(
            say("pages and pictures are made by Jinja2, which is not installed"),
            help=say("pip install 'mycity-cli[report]'"),
        ) from error
    environment = Environment(
        loader=PackageLoader("mycity_cli.output.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["filled"] = filled
    environment.filters["zip"] = partial(zip, strict=True)
    environment.filters["breakable"] = breakable
    environment.tests["link"] = is_web_address
    environment.tests["measured"] = is_measured
    return environment


def filled(sentence: str, **values: object) -> str:
    """Return a sentence of the words of a language with values in the places of its fields."""
    return sentence.format_map(values)


def breakable(text: str) -> Markup:
    """Return a text for a cell of a table: dates stay whole in it, and what is longer than words are breaks anywhere.

    So no column is wider than its words, and none of these is broken.
    """
    from markupsafe import Markup, escape

    if isinstance(text, Markup):
        return text
    pieces, at, shown = [], 0, visible(text)
    for found in _PIECES.finditer(shown):
        pieces += [
            escape(shown[at : found.start()]),
            Markup('<span class="{}">{}</span>').format(found.lastgroup, found[0]),
        ]
        at = found.end()
    return Markup().join([*pieces, escape(shown[at:])])


def is_measured(cell: str) -> bool:
    """Return whether a cell has a number, which a unit may stand behind."""
    from markupsafe import Markup

    return any(map(str.isdigit, cell.striptags() if isinstance(cell, Markup) else cell))


def _shown(value: object) -> object:
    """Return what a page shows of a value: text with its control characters written out. Jinja then escapes it.

    Raises TypeError for what is no text yet: how a number or a date reads is decided before it comes to a page.
    """
    from jinja2 import Undefined
    from markupsafe import Markup

    match value:
        case Markup() | Undefined() | int():
            return value
        case str():
            return visible(value)
        case _:
            raise TypeError(say("a page shows text, and no {type}", type=type(value).__name__))
