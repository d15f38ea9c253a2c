"""JSON Lines: the same objects as in JSON, one a line."""

from __future__ import annotations

import json

import pytest

from listings import BARE, CARD, FULL, HEDGED, HOSTILE, Row, every, lines, listing, written
from mycity_cli.figure import Scale
from mycity_cli.formats import Format

JSONL = Format.JSONL


def test_an_object_a_line() -> None:
    assert written(listing(FULL, BARE, show="name amount tags"), JSONL) == (
        '{"name": "Suzhou", "amount": "52563000000", "tags": ["a", "b"]}\n'
        '{"name": "Xi\'an", "amount": null, "tags": []}\n'
    )


def test_the_objects_are_those_of_json() -> None:
    rows = every(FULL, HEDGED, BARE)
    assert [json.loads(line) for line in lines(rows, JSONL)] == json.loads(written(rows, Format.JSON))


@pytest.mark.parametrize("header", [None, True, False])
def test_nothing_is_no_line(header: bool | None) -> None:  # noqa: FBT001
    assert written(listing(), JSONL, header=header) == ""


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_one_line_a_record_whatever_a_name_holds(name: str) -> None:
    [line] = written(listing(Row(name), show="name"), JSONL).splitlines()
    assert json.loads(line) == {"name": name}
    assert line.isprintable()


def test_a_card_is_one_line() -> None:
    assert written(CARD, JSONL, scale=Scale.BILLION) == (
        '{"id": "a-signing", "missing": null, "projects": 30, "amount": "52.563", "low": "52.5625", '
        '"tags": ["a", "b"], "parts": []}\n'
    )
