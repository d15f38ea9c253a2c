"""Percentages, tenths, fractions, and points of percentage."""

from __future__ import annotations

import pytest

from figure.stated import Refusal, refusal, stated
from mycity_cli.figure import POINTS, RATIO, Figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22.4%", "0.224 ratio to 0.001"),
        ("22.40%", "0.2240 ratio to 0.0001"),
        ("22.4 per cent", "0.224 ratio to 0.001"),
        ("3 pct", "0.03 ratio to 0.01"),
        ("51-percent", "0.51 ratio to 0.01"),
        ("five percent", "0.05 ratio to 0.01"),
        ("twelve and a half percent", "0.125 ratio to 0.001"),
        ("half a percent", "0.005 ratio to 0.001"),
        ("120%", "1.20 ratio to 0.01"),
        ("1,200%", "12.00 ratio to 0.01"),
        ("-5%", "-0.05 ratio to 0.01"),
        ("3.5‰", "0.0035 ratio to 0.0001"),
        ("2 per mille", "0.002 ratio to 0.001"),
        ("20多%", "0.20 ratio to 0.01, odd +0.1"),
        ("60%多", "0.60 ratio to 0.01, odd +0.1"),
    ],
)
def test_percentages(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("百分之五", "0.05 ratio to 0.01"),
        ("百分之22.4", "0.224 ratio to 0.001"),
        ("百分之二十二点四", "0.224 ratio to 0.001"),
        ("百分之零点五", "0.005 ratio to 0.001"),
        ("百分之一百二十", "1.2 ratio to 0.1"),
        ("百分之百", "1 ratio to 1"),
        ("百分之负三", "-0.03 ratio to 0.01"),
        ("负百分之三", "-0.03 ratio to 0.01"),
        ("百分之三十几", "0.3 ratio to 0.1, odd +0.1"),
        ("百分之两三", "0.02 ratio to 0.01, between +0.01"),
        ("百分之十多", "0.1 ratio to 0.1, odd +0.1"),
        ("百分之三十以上", "0.3 ratio to 0.1, at_least"),
        ("千分之三", "0.003 ratio to 0.001"),
        ("千分之2.5", "0.0025 ratio to 0.0001"),
        ("万分之五", "0.0005 ratio to 0.0001"),
        ("万分之1.5", "0.00015 ratio to 0.00001"),
        ("十万分之三", "0.00003 ratio to 0.00001"),
    ],
)
def test_percentages_in_chinese(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三成", "0.3 ratio to 0.1"),
        ("3成", "0.3 ratio to 0.1"),
        ("3.5成", "0.35 ratio to 0.01"),
        ("半成", "0.05 ratio to 0.01"),
        ("十成", "1 ratio to 1"),
        ("七成五", "0.75 ratio to 0.01"),
        ("三成半", "0.35 ratio to 0.01"),
        ("九成九", "0.99 ratio to 0.01"),
        ("一成二", "0.12 ratio to 0.01"),
        ("两成五", "0.25 ratio to 0.01"),
        ("三成多", "0.3 ratio to 0.1, odd +0.1"),
        ("近九成", "0.9 ratio to 0.1, nearly"),
        ("七八成", "0.7 ratio to 0.1, between +0.1"),
    ],
)
def test_tenths(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half", "0.5 ratio to 0.1"),
        ("a half", "0.5 ratio to 0.1"),
        ("one half", "0.5 ratio to 0.1"),
        ("一半", "0.5 ratio to 0.1"),
        ("半数", "0.5 ratio to 0.1"),
        ("半", "0.5 ratio to 0.1"),
        ("过半", "0.5 ratio to 0.1, over"),
        ("nearly half", "0.5 ratio to 0.1, nearly"),
    ],
)
def test_halves(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third", "0.333 ratio to 0.1"),
        ("one third", "0.333 ratio to 0.1"),
        ("two-thirds", "0.667 ratio to 0.1"),
        ("two thirds", "0.667 ratio to 0.1"),
        ("a quarter", "0.25 ratio to 0.1"),
        ("three quarters", "0.75 ratio to 0.1"),
        ("three-fourths", "0.75 ratio to 0.1"),
        ("one-fifth", "0.2 ratio to 0.1"),
        ("five sixths", "0.833 ratio to 0.1"),
        ("seven eighths", "0.875 ratio to 0.1"),
        ("eleven twelfths", "0.917 ratio to 0.1"),
        ("nineteen twentieths", "0.95 ratio to 0.1"),
        ("nearly a third", "0.333 ratio to 0.1, nearly"),
        ("more than two thirds", "0.667 ratio to 0.1, over"),
    ],
)
def test_fractions_in_words(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one in four", "0.25 ratio to 0.1"),
        ("one in ten", "0.1 ratio to 0.1"),
        ("one in twenty-five", "0.04 ratio to 0.01"),
        ("three out of five", "0.6 ratio to 0.1"),
        ("2 in 5", "0.4 ratio to 0.1"),
        ("2 out of 5", "0.4 ratio to 0.1"),
        ("7 out of 10", "0.7 ratio to 0.1"),
        ("1 in 40", "0.025 ratio to 0.01"),
    ],
)
def test_so_many_of_so_many(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三分之一", "0.333 ratio to 0.1"),
        ("三分之二", "0.667 ratio to 0.1"),
        ("三分之2", "0.667 ratio to 0.1"),
        ("四分之三", "0.75 ratio to 0.1"),
        ("七分之五", "0.714 ratio to 0.1"),
        ("二十分之一", "0.05 ratio to 0.1"),
        ("三十分之一", "0.0333 ratio to 0.01"),
        ("负三分之一", "-0.333 ratio to 0.1"),
        ("三分之二以上", "0.667 ratio to 0.1, at_least"),
        ("近三分之二", "0.667 ratio to 0.1, nearly"),
        ("约四分之三", "0.75 ratio to 0.1, about"),
    ],
)
def test_fractions_in_chinese(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4", "0.75 ratio to 0.1"),
        ("1/2", "0.5 ratio to 0.1"),
        ("7/8", "0.875 ratio to 0.1"),
        ("1/100", "0.01 ratio to 0.01"),
        ("23/40", "0.575 ratio to 0.01"),
        ("½", "0.5 ratio to 0.1"),
        ("¼", "0.25 ratio to 0.1"),
        ("¾", "0.75 ratio to 0.1"),
        ("⅓", "0.333 ratio to 0.1"),
        ("⅔", "0.667 ratio to 0.1"),
        ("⅛", "0.125 ratio to 0.1"),
        ("⅚", "0.833 ratio to 0.1"),
    ],
)
def test_fractions_in_digits_and_signs(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3½", "3.5 count to 0.1"),
        ("2 1/2", "2.5 count to 0.1"),
        ("12¼ million", "12,250,000 count to 10,000"),
        ("三又二分之一", "3.5 count to 0.1"),
    ],
)
def test_a_number_with_a_fraction_is_no_ratio(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 percentage points", "0.03 points to 0.01"),
        ("1 percentage point", "0.01 points to 0.01"),
        ("0.5 percentage points", "0.005 points to 0.001"),
        ("-2 percentage points", "-0.02 points to 0.01"),
        ("up to 3 percentage points", "0.03 points to 0.01, at_most"),
        ("five percent points", "0.05 points to 0.01"),
        ("4 pct points", "0.04 points to 0.01"),
        ("2%-points", "0.02 points to 0.01"),
        ("2 % points", "0.02 points to 0.01"),
        ("3 pp", "0.03 points to 0.01"),
        ("3pp", "0.03 points to 0.01"),
        ("0.2ppt", "0.002 points to 0.001"),
        ("1.5 ppts", "0.015 points to 0.001"),
        ("25 basis points", "0.0025 points to 0.0001"),
        ("50bps", "0.0050 points to 0.0001"),
        ("5个百分点", "0.05 points to 0.01"),
        ("五个百分点", "0.05 points to 0.01"),
        ("0.3百分点", "0.003 points to 0.001"),
        ("负2个百分点", "-0.02 points to 0.01"),
        ("10个基点", "0.0010 points to 0.0001"),
        ("三个基点", "0.0003 points to 0.0001"),
        ("約3個百分點", "0.03 points to 0.01, about"),
    ],
)
def test_points(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("third", Refusal("expected a number, found 'third'", "third")),
        ("five thirds", Refusal("cannot read 'thirds' after 'five'", "thirds")),
        ("two third", Refusal("cannot read 'third' after 'two'", "third")),
        ("a thirds", Refusal("expected a number, found 'a'", "a")),
        ("$ a third", Refusal("a percentage has no currency", "$ a third")),
        ("one in one", Refusal("cannot read 'in' after 'one'", "in")),
        ("5 in 2", Refusal("cannot read 'in' after '5'", "in")),
        ("0 in 5", Refusal("cannot read 'in' after '0'", "in")),
        ("5/4", Refusal("cannot read '/' after '5'", "/")),
        ("0/4", Refusal("cannot read '/' after '0'", "/")),
        ("4/4", Refusal("cannot read '/' after '4'", "/")),
        ("3/0", Refusal("cannot read '/' after '3'", "/")),
        ("1/2/3", Refusal("cannot read '/' after '1/2'", "/")),
        ("3/4%", Refusal("cannot read '%' after '3/4'", "%")),
        ("$3/4", Refusal("a percentage has no currency", "$3/4")),
        ("三分之", Refusal("cannot read '之' after '三分'", "之")),
        ("一分之三", Refusal("cannot read '之' after '一分'", "之")),
        ("三分之三", Refusal("cannot read '之' after '三分'", "之")),
        ("三分之四", Refusal("cannot read '之' after '三分'", "之")),
        ("零分之一", Refusal("cannot read '之' after '零分'", "之")),
        ("三分之半", Refusal("cannot read '之' after '三分'", "之")),
        ("三分之百百", Refusal("cannot read '之' after '三分'", "之")),
        ("十百分之六", Refusal("'百' cannot stand here in a Chinese number", "十百")),
        ("百分之", Refusal("cannot read '之' after '百分'", "之")),
        ("百分之元", Refusal("cannot read '之' after '百分'", "之")),
        ("十一成", Refusal("cannot read '成' after '十一'", "成")),
        ("11成", Refusal("cannot read '成' after '11'", "成")),
        ("成", Refusal("expected a number, found '成'", "成")),
        ("$5%", Refusal("a percentage has no currency", "$5%")),
        ("5亿%", Refusal("a percentage has no scale word", "5亿%")),
        ("5 million percent", Refusal("a percentage has no scale word", "5 million percent")),
        ("5 percent yuan", Refusal("cannot read 'yuan' after '5 percent'", "yuan")),
        ("5%%", Refusal("cannot read '%' after '5%'", "%")),
        ("% 5", Refusal("expected a number, found '%'", "%")),
        ("half half", Refusal("cannot read 'half' after 'half'", "half")),
        ("½½", Refusal("cannot read '½' after '½'", "½")),
    ],
)
def test_what_is_no_ratio(text: str, expected: Refusal) -> None:
    assert refusal(text) == expected


def test_a_difference_of_ratios_is_none() -> None:
    assert Figure.parse("3 percentage points").unit == POINTS
    assert Figure.parse("3%").unit == RATIO
    assert Figure.parse("3 percentage points") != Figure.parse("3%")
    assert not Figure.parse("3 percentage points").is_amount
