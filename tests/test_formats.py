"""The formats, and the one table of endings: each entry names what is there and does what it says."""

from __future__ import annotations

from importlib import import_module

import pytest

from listings import CARD, FULL, every
from mycity_cli.formats import ENDINGS, Format, Result, choices_of, ending_of, names_of, suffix_of
from mycity_cli.output.bars import Bar, Chart
from mycity_cli.output.render import Style, render, render_chart


@pytest.mark.parametrize("format", Format)
def test_a_format_shows_what_it_says_as_text_or_bytes(format: Format) -> None:
    made = []
    if format in (Format.HTML, Format.SVG, Format.PNG):
        pytest.importorskip("jinja2")
    if format.shows(Result.LISTING):
        pytest.importorskip("xlsxwriter")
        made += [render(every(FULL), format, Style()), render(CARD, format, Style())]
    if format.shows(Result.CHART):
        made.append(render_chart(Chart([Bar("Suzhou", 30, "30")]), format, Style()))
    for pieces in made:
        assert {type(piece) for piece in pieces} == {bytes if format.form.is_bytes else str}
    import_module(f"mycity_cli.output.{format.form.module}")


def test_an_ending_names_what_is_there() -> None:
    for name, ending in ENDINGS.items():
        assert name == suffix_of(f"a{name}".upper())
        assert any((ending.written, ending.document, ending.table, ending.is_database, ending.dataset)), name
        if ending.dataset is not None:
            import_module(f"mycity_cli.exchange.{ending.dataset}")


def test_what_is_written_can_be_read_again() -> None:
    assert {name for name, each in ENDINGS.items() if each.dataset and not (each.table or each.is_database)} == set()


def test_the_ending_of_a_name_in_any_letters() -> None:
    assert ending_of("a/b.c.JSON").written is Format.JSON
    assert ending_of("table") == ending_of("a.other") == ENDINGS.get(".other", ending_of(""))


def test_formats_are_known_by_each_of_their_names() -> None:
    assert Format("MD") is Format.MARKDOWN
    assert names_of(Result.REVIEWS) == ("claimreview",)
    assert choices_of(Result.LISTING) == ("table", "tsv", "csv", "json", "jsonl", "markdown", "html", "xlsx", "md")
    with pytest.raises(ValueError, match="'yaml' is not a valid Format"):
        Format("yaml")
