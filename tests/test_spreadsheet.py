"""Cells that a spreadsheet would run are kept text, and nothing is lost by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.spreadsheet import as_written, kept_text

texts = st.text() | st.text("'=+-@\t\r\n＝ 1.%a", max_size=6)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
        ("+SUM(1)", "'+SUM(1)"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("--", "'--"),
        ("-1e5", "'-1e5"),
        ("'=1", "''=1"),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str, kept: str) -> None:
    assert kept_text(cell) == kept
    assert as_written(kept) == cell


@pytest.mark.parametrize(
    "cell", ["", "Suzhou", "'", "'s-Hertogenbosch", "a=b", "-5", "+5", "-0.25", "-22.4%", "52563000000"]
)
def test_what_is_harmless_stays_as_it_is(cell: str) -> None:
    assert kept_text(cell) == cell
    assert as_written(cell) == cell


@given(texts)
def test_nothing_is_lost(cell: str) -> None:
    assert as_written(kept_text(cell)) == cell


@given(texts)
def test_nothing_but_a_number_starts_as_a_formula_does(cell: str) -> None:
    kept = kept_text(cell)
    assert kept[:1] not in tuple("=+-@\t\r\n＝＋－＠") or kept.lstrip("+-").rstrip("%").replace(".", "", 1).isdigit()
