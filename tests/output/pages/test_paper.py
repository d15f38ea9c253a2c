"""What every page is made of: escaped, strict, in two languages, and without anything that runs or is fetched."""

from __future__ import annotations

import re
import sys

import pytest

from mycity_cli.errors import MissingExtraError
from mycity_cli.messages import Language
from mycity_cli.output.pages import paper

jinja2 = pytest.importorskip("jinja2", reason="the extra report is not installed")

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>\x1b[31m\u202e{{ 7 * 7 }}'


def base(title: str = "A title", language: Language = Language.ENGLISH, **more: object) -> str:
    content: dict[str, object] = {"title": title, "kicker": "A page", "origin": [("Tool", "mycity 0")], **more}
    return paper.page("base.html.jinja", language, **content)


@pytest.mark.parametrize(("language", "tag"), [(Language.ENGLISH, "en"), (Language.CHINESE, "zh-Hans")])
def test_a_page_says_its_language_and_fetches_nothing(language: Language, tag: str) -> None:
    text = base(language=language)
    assert text.startswith(f'<!DOCTYPE html>\n<html lang="{tag}">')
    assert "default-src 'none'" in text
    assert not re.search(r"<script|<iframe|@import|url\(|\ssrc=", text)
    assert re.findall(r'href="([^"]*)"', text) == ["data:,"]


def test_text_from_data_is_shown_and_not_obeyed() -> None:
    text = base(HOSTILE, origin=[(HOSTILE, HOSTILE)])
    assert "<script" not in text
    assert "<img" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    shown = (
        "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;\\x1b[31m\\u202e{{ 7 * 7 }}"
    )
    assert re.sub("</?span[^>]*>", "", text).count(shown) == 4  # of it two in the title


def test_what_a_template_is_not_given_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError, match="'kicker' is undefined"):
        paper.page("base.html.jinja", Language.ENGLISH, title="", origin=[])


@pytest.mark.parametrize("value", [None, 1.5, ["a"]])
def test_a_page_shows_text_only(value: object) -> None:
    with pytest.raises(TypeError, match="a page shows text"):
        base(kicker=value)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "https://example.org/a?b=c&d",
            '<a href="https://example.org/a?b=c&amp;d" rel="external noopener noreferrer">A</a>',
        ),
        ("javascript:alert(1)", 'A <span class="quiet">(javascript:alert(1))</span>'),
        ("https://example.org/\u202e", 'A <span class="quiet">(https://example.org/\\u202e)</span>'),
        ("", "A"),
    ],
)
def test_an_address_is_a_link_only_where_it_is_one_of_the_web(address: str, shown: str) -> None:
    template = '{% import "parts.html.jinja" as parts %}{{ parts.link(address, "A") }}'
    assert paper._environment().from_string(template).render(address=address) == shown


def test_without_jinja_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    paper._environment.cache_clear()
    with pytest.raises(MissingExtraError) as raised:
        base()
    assert raised.value.help == "pip install 'mycity-cli[report]'"
