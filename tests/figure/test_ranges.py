"""Ranges: two numbers, of which one may have the unit and the scale of the other."""

from __future__ import annotations

import pytest

from figure.stated import Refusal, refusal, stated
from mycity_cli.exact import rational
from mycity_cli.figure import Figure
from mycity_cli.interval import End, Interval


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5%-20%", "0.05 ratio to 0.01, between +0.15"),
        ("$3 billion-5 billion", "3,000,000,000 USD to 1,000,000,000, between +2,000,000,000"),
        ("$3 billion to $5 billion", "3,000,000,000 USD to 1,000,000,000, between +2,000,000,000"),
        ("3亿元至5亿元", "300,000,000 CNY to 100,000,000, between +200,000,000"),
        ("5个至10个项目", "5 count to 1, between +5"),
        ("百分之五至百分之十", "0.05 ratio to 0.01, between +0.05"),
        ("三成至五成", "0.3 ratio to 0.1, between +0.2"),
        ("$5-$10", "5 USD to 1, between +5"),
        ("1/4 to 1/2", "0.25 ratio to 0.1, between +0.25"),
        ("-5% to 5%", "-0.05 ratio to 0.01, between +0.10"),
        ("-5%至-3%", "-0.05 ratio to 0.01, between +0.02"),
    ],
)
def test_both_ends_have_the_unit(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-20%", "0.05 ratio to 0.01, between +0.15"),
        ("5–20%", "0.05 ratio to 0.01, between +0.15"),
        ("5 to 20 percent", "0.05 ratio to 0.01, between +0.15"),
        ("$3-5 billion", "3,000,000,000 USD to 1,000,000,000, between +2,000,000,000"),
        ("$3 to $5 billion", "3,000,000,000 USD to 1,000,000,000, between +2,000,000,000"),
        ("CNY 3-5 million", "3,000,000 CNY to 1,000,000, between +2,000,000"),
        ("3 to 5 billion dollars", "3,000,000,000 USD to 1,000,000,000, between +2,000,000,000"),
        ("3 million to 5 billion yuan", "3,000,000 CNY to 1,000,000, between +4,997,000,000"),
        ("3至5亿元", "300,000,000 CNY to 100,000,000, between +200,000,000"),
        ("3亿至5亿元", "300,000,000 CNY to 100,000,000, between +200,000,000"),
        ("三到五亿元", "300,000,000 CNY to 100,000,000, between +200,000,000"),
        ("10亿-20亿元", "1,000,000,000 CNY to 100,000,000, between +1,000,000,000"),
        ("10~20亿元", "1,000,000,000 CNY to 100,000,000, between +1,000,000,000"),
        ("10亿元—20亿元", "1,000,000,000 CNY to 100,000,000, between +1,000,000,000"),
        ("10亿元——20亿元", "1,000,000,000 CNY to 100,000,000, between +1,000,000,000"),
        ("twenty to thirty percent", "0.20 ratio to 0.01, between +0.10"),
        ("3-5 percentage points", "0.03 points to 0.01, between +0.02"),
        ("港幣3億至5億元", "300,000,000 HKD to 100,000,000, between +200,000,000"),
        ("三億至五億元", "300,000,000 CNY to 100,000,000, between +200,000,000"),
    ],
)
def test_one_end_has_the_unit_of_both(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 to 10", "5 count to 1, between +5"),
        ("5-10", "5 count to 1, between +5"),
        ("5 - 10", "5 count to 1, between +5"),
        ("5 through 10", "5 count to 1, between +5"),
        ("5 to 5", "5 count to 1, between +0"),
        ("5 to 10 projects", "5 count to 1, between +5"),
        ("0.5-0.8", "0.5 count to 0.1, between +0.3"),
        ("1,000-2,000", "1,000 count to 1, between +1,000"),
        ("two to three million", "2,000,000 count to 1,000,000, between +1,000,000"),
        ("10 to 20 thousand", "10,000 count to 1,000, between +10,000"),
        ("3-5K", "3,000 count to 1,000, between +2,000"),
    ],
)
def test_ranges_of_counts(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10-5", Refusal("cannot read '-' after '10'", "-")),
        ("20% to 5%", Refusal("cannot read 'to' after '20%'", "to")),
        ("5-", Refusal("cannot read '-' after '5'", "-")),
        ("5 to", Refusal("cannot read 'to' after '5'", "to")),
        ("to 5", Refusal("expected a number, found 'to'", "to")),
        ("5 至", Refusal("cannot read '至' after '5'", "至")),
        ("5 to billion", Refusal("cannot read 'to' after '5'", "to")),
        ("5 to ten to 15", Refusal("cannot read 'to' after '5 to ten'", "to")),
        ("5-10-15", Refusal("cannot read '-' after '5-10'", "-")),
        ("5+-10", Refusal("cannot read '-' after '5+'", "-")),
        ("between 5 and 10", Refusal("expected a number, found 'between'", "between")),
        ("$3 to 5 yuan", Refusal("cannot read 'to' after '$3'", "to")),
        ("3 yuan to $5", Refusal("cannot read 'to' after '3 yuan'", "to")),
        ("$3 billion to 5", Refusal("cannot read 'to' after '$3 billion'", "to")),
        ("5% to 10 yuan", Refusal("cannot read 'to' after '5%'", "to")),
        ("5% - 10 projects", Refusal("cannot read '-' after '5%'", "-")),
        ("5 projects to 10%", Refusal("cannot read 'to' after '5 projects'", "to")),
        ("about 5 to 10", Refusal("cannot read 'to' after 'about 5'", "to")),
        ("5 to about 10", Refusal("cannot read 'to' after '5'", "to")),
        ("more than 5 to 10", Refusal("cannot read 'to' after 'more than 5'", "to")),
        ("5 to 10 or so", Refusal("cannot read 'to' after '5'", "to")),
        ("数十至数百", Refusal("cannot read '至' after '数十'", "至")),
        ("两三到五", Refusal("cannot read '到' after '两三'", "到")),
    ],
)
def test_what_is_no_range(text: str, expected: Refusal) -> None:
    assert refusal(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-20%", "5%", "20%"),
        ("$3-5 billion", "$3 billion", "$5 billion"),
        ("3亿至5亿元", "3亿元", "5亿元"),
        ("5 to 10", "5", "10"),
        ("-5% to 5%", "-5%", "5%"),
        ("数十亿", "10亿", "100亿"),
        ("两三亿元", "2亿元", "3亿元"),
        ("几百万", "100万", "1000万"),
        ("三五百", "300", "500"),
    ],
)
def test_a_range_stands_for_every_number_from_one_end_to_the_other(text: str, low: str, high: str) -> None:
    ends = (End(rational(Figure.parse(end).value)) for end in (low, high))
    assert Figure.parse(text).interval == Interval(*ends)
