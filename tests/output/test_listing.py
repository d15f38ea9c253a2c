"""Listings by themselves: which columns, in which order, and what they are called."""

from __future__ import annotations

import pytest

from listings import BARE, FULL, HEDGED, NAMES, TEXTS, Row, every, money
from mycity_cli.errors import UnknownNameError
from mycity_cli.figure import Figure
from mycity_cli.formats import Format
from mycity_cli.output.listing import Column
from mycity_cli.output.render import Style, render
from mycity_cli.period import Period

SMALL = Row("suzhou city", Period.parse("2018"), 5, 5, 3, 0, ("b", "a"))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # The rows are, in the order given: Suzhou, Xi'an, Xiamen, suzhou city.
        ("name", ["Suzhou", "suzhou city", "Xi'an", "Xiamen"]),
        ("-name", ["Xiamen", "Xi'an", "suzhou city", "Suzhou"]),
        ("day", ["Xiamen", "suzhou city", "Suzhou", "Xi'an"]),
        ("-day", ["Suzhou", "suzhou city", "Xiamen", "Xi'an"]),
        ("count", ["suzhou city", "Suzhou", "Xiamen", "Xi'an"]),
        ("-count", ["Xiamen", "Suzhou", "suzhou city", "Xi'an"]),
        ("number", ["Suzhou", "Xiamen", "suzhou city", "Xi'an"]),
        ("amount", ["suzhou city", "Xiamen", "Suzhou", "Xi'an"]),
        ("-amount", ["Suzhou", "Xiamen", "suzhou city", "Xi'an"]),
        ("share", ["suzhou city", "Suzhou", "Xiamen", "Xi'an"]),
        ("tags", ["Suzhou", "suzhou city", "Xiamen", "Xi'an"]),
        ("-tags", ["Xiamen", "suzhou city", "Suzhou", "Xi'an"]),
    ],
)
def test_rows_are_sorted_by_a_column_and_those_without_a_cell_come_last(key: str, expected: list[str]) -> None:
    assert [row.name for row in every(FULL, BARE, HEDGED, SMALL).sorted_by(key).records] == expected


@pytest.mark.parametrize("key", ["amount", "-amount"])
def test_rows_alike_stay_in_their_order(key: str) -> None:
    rows = [money("b", "1 billion yuan"), money("a", "10亿元"), Row("c", amount=10**9)]
    assert list(every(*rows).sorted_by(key).records) == rows


def test_sorting_leaves_the_rest_as_it_is() -> None:
    listing = every(FULL, HEDGED, totals=BARE, unit="CNY")
    assert listing.sorted_by("name")._replace(records=listing.records) == listing
    assert list(every().sorted_by("name").records) == []


@pytest.mark.parametrize(
    ("key", "name", "help"),
    [
        ("amuont", "amuont", "did you mean amount?"),
        ("-amuont", "amuont", "did you mean amount?"),
        ("--amount", "-amount", "did you mean amount?"),
        ("xyz", "xyz", "known: name, day, count, number, amount, share, tags"),
        ("", "", "known: name, day, count, number, amount, share, tags"),
        ("-", "", "known: name, day, count, number, amount, share, tags"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest(key: str, name: str, help: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        every(FULL).sorted_by(key)
    assert str(caught.value) == f"error: --sort: unknown column '{name}'\nhelp: {help}"


@pytest.mark.parametrize("names", [(), ("name",), ("tags", "name", "name"), NAMES])
def test_columns_are_found_in_the_order_of_their_names(names: tuple[str, ...]) -> None:
    assert tuple(column.name for column in every().columns_named(names)) == names


@pytest.mark.parametrize("format", TEXTS)
def test_an_unknown_column_is_refused_with_the_nearest(format: Format) -> None:
    with pytest.raises(UnknownNameError) as caught:
        list(render(every(FULL, chosen=("name", "tag")), format, Style()))
    assert str(caught.value) == "error: --columns: unknown column 'tag'\nhelp: did you mean tags?"


@pytest.mark.parametrize(
    ("name", "title", "heading"),
    [
        ("id", "", "ID"),
        ("city", "", "City"),
        ("part_of", "", "Part of"),
        ("low", "Low, by rounding", "Low, by rounding"),
    ],
)
def test_a_column_is_called_by_its_title_or_its_name(name: str, title: str, heading: str) -> None:
    column: Column[None] = Column(name, lambda _: Figure.parse("1"), title=title)
    assert column.heading == heading
