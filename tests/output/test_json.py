"""JSON that is read back as what was meant."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listings import BARE, CARD, FULL, HEDGED, HOSTILE, Row, every, listing, money, written
from mycity_cli.figure import Figure, Scale
from mycity_cli.formats import Format

JSON = Format.JSON


def test_a_list_of_objects_one_a_line() -> None:
    assert written(every(FULL, HEDGED, BARE), JSON) == (
        "[\n"
        '  {"name": "Suzhou", "day": "2022-11-03", "count": 30, "number": "0.224", "amount": "52563000000", '
        '"share": "0.333333", "tags": ["a", "b"]},\n'
        '  {"name": "Xiamen", "day": "../2018-04", "count": 1500, "number": "0.5", "amount": "1500000000", '
        '"share": "0.666667", "tags": ["c"]},\n'
        '  {"name": "Xi\'an", "day": null, "count": null, "number": null, "amount": null, "share": null, "tags": []}\n'
        "]\n"
    )


@pytest.mark.parametrize("header", [None, True, False])
def test_nothing_is_an_empty_list(header: bool | None) -> None:  # noqa: FBT001
    assert written(listing(), JSON, header=header) == "[]\n"


def test_totals_of_a_table_are_no_record() -> None:
    assert json.loads(written(listing(BARE, totals=FULL), JSON)) == [{"name": "Xi'an", "amount": None}]


def test_chosen_columns_stand_in_the_order_chosen() -> None:
    [found] = json.loads(written(every(FULL, chosen=("tags", "name")), JSON))
    assert list(found.items()) == [("tags", ["a", "b"]), ("name", "Suzhou")]


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (Row(count=3), "count", 3),
        (Row(count=0), "count", 0),
        (Row(count=Figure.parse("1.5 million")), "count", 1_500_000),
        (Row(count=Figure.parse("3.5")), "count", "3.5"),
        (Row(count=Fraction(7, 2)), "count", "3.5"),
        (Row(number=3), "number", "3"),
        (Row(number=Figure.parse("418")), "number", "418"),
        (Row(amount=0), "amount", "0"),
        (Row(amount=Fraction(1, 2)), "amount", "0.5"),
        (Row(share=Fraction(2, 3)), "share", "0.666667"),
        (money("a", "about 93 billion yuan"), "amount", "93000000000"),
        (Row(name=""), "name", ""),
    ],
)
def test_a_whole_count_is_a_number_and_all_else_a_string(row: Row, column: str, value: object) -> None:
    assert json.loads(written(every(row), JSON))[0][column] == value


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (None, "52563000000"),
        (Scale.YUAN, "52563000000"),
        (Scale.WAN, "5256300"),
        (Scale.MILLION, "52563"),
        (Scale.YI, "525.63"),
        (Scale.BILLION, "52.563"),
        (Scale.TRILLION, "0.052563"),
    ],
)
def test_amounts_in_every_unit(scale: Scale | None, expected: str) -> None:
    assert json.loads(written(listing(FULL), JSON, scale=scale)) == [{"name": "Suzhou", "amount": expected}]


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_name_is_read_back_as_it_was_and_acts_on_no_terminal(name: str) -> None:
    text = written(listing(Row(name, tags=(name,)), show="name tags"), JSON)
    assert json.loads(text) == [{"name": name, "tags": [name]}]
    assert text.replace("\n", "").isprintable()
    assert text.count("\n") == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("苏州", '"苏州"'),
        ("\x1b[31m", '"\\u001b[31m"'),
        ("\u202e", '"\\u202e"'),
        ("a\nb", '"a\\nb"'),
        ("\U000e0001", '"\\udb40\\udc01"'),
    ],
)
def test_letters_stand_as_they_are_and_what_acts_is_escaped(name: str, expected: str) -> None:
    assert written(listing(Row(name), show="name"), JSON) == f'[\n  {{"name": {expected}}}\n]\n'


@given(st.text(), st.lists(st.text()))
def test_any_text_is_read_back(name: str, tags: list[str]) -> None:
    """JSON carries every text there is."""
    text = written(listing(Row(name, tags=tuple(tags)), show="name tags"), JSON)
    assert json.loads(text) == [{"name": name, "tags": tags}]
    assert text.replace("\n", "").isprintable()


def test_a_card_is_an_object_a_field_a_line() -> None:
    expected: dict[str, Any] = {
        "id": "a-signing",
        "missing": None,
        "projects": 30,
        "amount": "52563000000",
        "low": "52562500000",
        "tags": ["a", "b"],
        "parts": [],
    }
    assert written(CARD, JSON) == json.dumps(expected, indent=2) + "\n"
