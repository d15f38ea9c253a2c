"""The tables of docs/figures.md and docs/currencies.md are what the reader makes of their examples and of its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import figure_docs


@pytest.mark.parametrize("page", figure_docs.PAGES, ids=lambda page: page.name)
def test_a_page_is_as_the_reader_writes_it(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == figure_docs.written(page), "run python -m scripts.figure_docs"
