"""Markdown tables, in which no name is taken for markup."""

from __future__ import annotations

import pytest

from listings import BARE, CARD, FULL, HEDGED, HOSTILE, SUMMED, Row, every, lines, listing, money
from mycity_cli.figure import Scale
from mycity_cli.formats import Format

MARKDOWN = Format.MARKDOWN


def test_a_table_with_its_totals() -> None:
    assert lines(every(FULL, HEDGED, BARE, totals=SUMMED, unit="CNY"), MARKDOWN) == [
        "| Name | Day | Count | Number | Worth, billion yuan | Share | Tags |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
        "| Suzhou | 2022-11-03 | 30 | 0.224 | 52.563 | 33.3% | a, b |",
        "| Xiamen | ../2018-04 | \\>1,500 | 0.5 | \\~1.5 | 66.7% | c |",
        "| Xi'an |  |  |  |  |  |  |",
        "| Total |  | 1,530 |  | 54.063 | 100.0% |  |",
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, ["| Name | Worth, units |", "| --- | ---: |"]),
        (True, ["| Name | Worth, units |", "| --- | ---: |"]),
        (False, []),
    ],
)
def test_a_header_is_there_unless_turned_off(header: bool | None, expected: list[str]) -> None:  # noqa: FBT001
    assert lines(listing(BARE), MARKDOWN, header=header) == [*expected, "| Xi'an |  |"]
    assert lines(listing(), MARKDOWN, header=header) == expected


@pytest.mark.parametrize(
    ("scale", "heading", "expected"),
    [
        (None, "billion yuan", "52.563"),
        (Scale.YUAN, "yuan", "52,563,000,000"),
        (Scale.WAN, "wan yuan", "5,256,300"),
        (Scale.MILLION, "million yuan", "52,563"),
        (Scale.YI, "yi yuan", "525.63"),
        (Scale.BILLION, "billion yuan", "52.563"),
        (Scale.TRILLION, "trillion yuan", "0.052563"),
    ],
)
def test_amounts_in_every_unit(scale: Scale | None, heading: str, expected: str) -> None:
    assert lines(listing(FULL, unit="CNY"), MARKDOWN, scale=scale) == [
        f"| Name | Worth, {heading} |",
        "| --- | ---: |",
        f"| Suzhou | {expected} |",
    ]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("about 5 yuan", "\\~5"),
        ("more than 5 yuan", "\\>5"),
        ("nearly 5 yuan", "\\<5"),
        ("at least 5 yuan", "≥5"),
        ("up to 5 yuan", "≤5"),
        ("5多元", "≥5"),
        ("-5 yuan", "-5"),
    ],
)
def test_hedges_are_signs(stated: str, expected: str) -> None:
    assert lines(listing(money("a", stated)), MARKDOWN)[-1] == f"| a | {expected} |"


ESCAPED = {
    "tab": "a\\\\tb",
    "newline": "a\\\\nb\\\\r\\\\nc",
    "escape": "\\\\x1b\\[31mred\\\\x1b\\[0m\\\\x1b\\]0;title\\\\x07",
    "markup": "\\[red\\]x\\[/red\\] \\[link=http://a\\]y\\[/link\\] \\[/\\]",
    "override": "a\\\\u202eb\\\\u2066c",
    "separator": "a\\\\u2028b\\\\x85c\\\\x00d",
    "pipe": "a\\|b \\\\\\| \\`c\\` \\*d\\* \\_e\\_ \\<b\\>f\\</b\\> \\~g\\~ \\#h \\&amp; \\[i\\](j)",
    "quotes": 'say "hello", ok',
    "wide": "苏州，ｗｉｄｅ 👍",
    "spaces": "a b c",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_name_is_taken_for_markup(kind: str) -> None:
    assert lines(listing(Row(HOSTILE[kind]), show="name"), MARKDOWN)[2:] == [f"| {ESCAPED[kind]} |"]


def test_chosen_columns_stand_in_the_order_chosen() -> None:
    assert lines(every(FULL, chosen=("tags", "name")), MARKDOWN)[::2] == ["| Tags | Name |", "| a, b | Suzhou |"]


def test_a_card_is_a_table_of_fields() -> None:
    assert lines(CARD, MARKDOWN) == [
        "| Field | Value |",
        "| --- | --- |",
        "| id | a-signing |",
        "| missing |  |",
        "| projects | 30 |",
        "| amount | 52563000000 |",
        "| low | 52562500000 |",
        "| tags | a;b |",
        "| parts |  |",
    ]
