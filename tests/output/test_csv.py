"""CSV that any reader of CSV reads back."""

from __future__ import annotations

import csv
import io

import pytest

from listings import BARE, CARD, FULL, HEDGED, HOSTILE, NAMES, SHOWN, Row, every, lines, listing, written
from mycity_cli.figure import Scale
from mycity_cli.formats import Format

CSV = Format.CSV


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_header_and_a_line_for_each_record() -> None:
    assert written(every(FULL, HEDGED, BARE), CSV) == (
        "name,day,count,number,amount,share,tags\n"
        "Suzhou,2022-11-03,30,0.224,52563000000,0.333333,a;b\n"
        "Xiamen,../2018-04,1500,0.5,1500000000,0.666667,c\n"
        "Xi'an,,,,,,\n"
    )


@pytest.mark.parametrize(("header", "expected"), [(None, ["name,amount"]), (True, ["name,amount"]), (False, [])])
def test_a_header_line_is_there_unless_turned_off(header: bool | None, expected: list[str]) -> None:  # noqa: FBT001
    assert lines(listing(BARE), CSV, header=header) == [*expected, "Xi'an,"]
    assert lines(listing(), CSV, header=header) == expected


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
    assert lines(listing(FULL), CSV, scale=scale)[1] == f"Suzhou,{expected}"


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_name_is_read_back_as_it_is_shown(kind: str) -> None:
    name = HOSTILE[kind]
    text = written(listing(Row(name, tags=(name,)), show="name tags"), CSV)
    assert read(text) == [["name", "tags"], [SHOWN.get(kind, name)] * 2]


def test_a_record_of_one_empty_cell_is_a_line() -> None:
    assert read(written(listing(Row(), show="name"), CSV)) == [["name"], [""]]


def test_chosen_columns_stand_in_the_order_chosen() -> None:
    assert read(written(every(FULL, chosen=("tags", "name")), CSV)) == [["tags", "name"], ["a;b", "Suzhou"]]


def test_everything_is_read_back() -> None:
    assert read(written(every(FULL, BARE), CSV)) == [
        list(NAMES),
        ["Suzhou", "2022-11-03", "30", "0.224", "52563000000", "0.333333", "a;b"],
        ["Xi'an", "", "", "", "", "", ""],
    ]


def test_a_card_is_a_line_for_each_field() -> None:
    assert lines(CARD, CSV) == [
        "field,value",
        "id,a-signing",
        "missing,",
        "projects,30",
        "amount,52563000000",
        "low,52562500000",
        "tags,a;b",
        "parts,",
    ]
