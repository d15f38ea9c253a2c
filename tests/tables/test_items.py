"""Several items in one cell: what was joined comes back, and what people write around a `;` is none of an item."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.tables.items import items_of, joined


@given(st.lists(st.text(min_size=1) | st.text(";\\a\n ", min_size=1), max_size=4))
def test_items_are_read_back(items: list[str]) -> None:
    assert items_of(joined(items)) == items


@given(st.text(";\\a"))
def test_whatever_somebody_wrote_has_items(text: str) -> None:
    assert "".join(items_of(text)).count("a") == text.count("a")


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("trade; ports ;sea", ["trade", "ports", "sea"]),
        ("", []),
        ("  ", []),
        (";p. 3", ["", "p. 3"]),
        ("a\\;b", ["a;b"]),
        ("\\ a; b", [" a", "b"]),
        ("a\\", ["a\\"]),
    ],
)
def test_items_of_a_cell(cell: str, items: list[str]) -> None:
    assert items_of(cell) == items
