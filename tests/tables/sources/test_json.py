"""JSON as sheets."""

from __future__ import annotations

import pytest

from mycity_cli.errors import DataError
from mycity_cli.tables.sheet import Line, Origin, Sheet
from mycity_cli.tables.sources.json_ import sheet_of_json

HELP = "help: a table in JSON is an array of objects, or one object on each line"


def test_lines_of_objects() -> None:
    text = (
        '{"ocid": "o1", "buyer": {"name": "A"}, "tender": {"value": {"amount": 1000.50, "currency": "USD"}}}\n'
        "\n"
        "not json\n"
        "[1]\n"
        '{"ocid": "o2", "tags": ["a", 1, null, true], "items": [{"q": "x"}], "ok": false, "none": null}\n'
        '{"ocid": "o3", "buyer": {"name": "A", "name": "B"}}\n'
        '{"ocid": "o4", "buyer.name": "A", "buyer": {"name": "B"}}\n'
        "{}\n"
        '{"ocid": 1e400, "buyer": {}}\n'
    )
    assert sheet_of_json(text, "a.jsonl") == Sheet(
        "a.jsonl",
        Origin.JSON,
        ("ocid", "buyer.name", "tender.value.amount", "tender.value.currency", "tags", "items", "ok", "none"),
        [
            Line(1, ["o1", "A", "1000.50", "USD", None, None, None, None], 1),
            Line(3, (), 3, "is no valid JSON"),
            Line(4, (), 4, "is no object in braces"),
            Line(5, ["o2", None, None, None, "a; 1; true", '[{"q": "x"}]', "false", None], 5),
            Line(6, (), 6, "has 'buyer.name' twice"),
            Line(7, (), 7, "has 'buyer.name' twice"),
            Line(9, ["1e400", None, None, None, None, None, None, None], 9),
        ],
    )


def test_an_array_of_objects() -> None:
    text = ' [{"City": "A", "Amount": 12345678901234567890.10},\n\n 5, {"City ": "B",\n "x": "\u2028"}\n]\n'
    assert sheet_of_json(text, "a.json") == Sheet(
        "a.json",
        Origin.JSON,
        ("City", "Amount", "x"),
        [
            Line(1, ["A", "12345678901234567890.10", None], 1),
            Line(2, (), 3, "is no object in braces"),
            Line(3, ["B", None, "\u2028"], 3),
        ],
    )


def test_the_only_list_of_an_object() -> None:
    text = '{"meta": {"n": 2}, "data": {"rows": [{"City": "A"}, {"City": "B"}]}, "tags": [1]}'
    assert sheet_of_json(text, "a.json") == Sheet(
        "a.json",
        Origin.JSON,
        ("City",),
        [Line(1, ["A"]), Line(2, ["B"])],
        notes=("the rows of a.json are its list 'data.rows'",),
    )


def test_one_object_is_one_row() -> None:
    assert sheet_of_json('{"City": "A"}', "a.json") == Sheet("a.json", Origin.JSON, ("City",), [Line(1, ["A"], 1)])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"City": "A"},\n {"City" "B"}]', f"error: a:2:10: is no valid JSON: expecting ':' delimiter\n{HELP}"),
        ('[{"City": "A"} {}]', f"error: a:1:16: is no valid JSON: expecting ',' or ']'\n{HELP}"),
        ('[{"City": "A"}', f"error: a:1:15: is no valid JSON: expecting ',' or ']'\n{HELP}"),
        ('[{"City": "A"},', f"error: a:1:16: is no valid JSON: expecting value\n{HELP}"),
        ('[{"City": "A"}] x', f"error: a:1:17: is no valid JSON: extra data\n{HELP}"),
        ("[]", f"error: a: holds no object that could be a row\n{HELP}"),
        ("nothing\n", f"error: a: holds no object that could be a row\n{HELP}"),
        ('{"a": [{"b": 1}], "c": [{"d": 1}]}', f"error: a: has several lists of objects: a, c\n{HELP}"),
        ("[" * 100_000, "error: a:1: is nested too deep"),
    ],
)
def test_what_is_no_table_is_told(text: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        sheet_of_json(text, "a")
    assert str(raised.value) == message
