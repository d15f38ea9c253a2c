"""Cells as machines read them."""

from __future__ import annotations

from hypothesis import given

from mycity_cli.figure import Figure, Scale
from mycity_cli.figure.amount_words import amount_text
from mycity_cli.output.listing import Column, Listing
from mycity_cli.output.machine import rows_of
from mycity_cli.output.render import Style
from strategies import Stated, stated_figures


@given(stated=stated_figures)
def test_an_amount_has_the_digits_that_were_stated(stated: Stated) -> None:
    """The quick way for whole units writes what `Figure.in_scale` does."""
    figure = Figure.parse(stated.text)
    assert amount_text(figure, Scale.YUAN) == figure.in_scale(Scale.YUAN)


def test_what_acts_on_a_terminal_is_written_out_in_every_cell_of_a_row() -> None:
    columns = (Column[tuple[str, str]]("a", lambda row: row[0]), Column[tuple[str, str]]("b", lambda row: row[1]))
    listing = Listing(columns, [("x\ty", "\x1b[0m"), ("plain", "苏州")], ("a", "b"), ("a", "b"), ("a", "b"))
    assert list(rows_of(listing, columns, Style())) == [["x\\ty", "\\x1b[0m"], ["plain", "苏州"]]
