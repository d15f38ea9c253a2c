"""Numbers in Chinese numerals, and in digits with Chinese scales."""

from __future__ import annotations

import pytest

from figure.stated import Refusal, refusal, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("零", "0 count to 1"),
        ("〇", "0 count to 1"),
        ("三", "3 count to 1"),
        ("两", "2 count to 1"),
        ("俩", "2 count to 1"),
        ("十", "10 count to 10"),
        ("十六", "16 count to 1"),
        ("四十", "40 count to 10"),
        ("四十七", "47 count to 1"),
        ("百", "100 count to 100"),
        ("一百零八", "108 count to 1"),
        ("一百五十", "150 count to 10"),
        ("一百一十六", "116 count to 1"),
        ("一百十六", "116 count to 1"),
        ("七百三十二", "732 count to 1"),
        ("三千", "3,000 count to 1,000"),
        ("三千零七", "3,007 count to 1"),
        ("三千零七十", "3,070 count to 10"),
        ("三千六百", "3,600 count to 100"),
        ("八千四百二十一", "8,421 count to 1"),
        ("六万", "60,000 count to 10,000"),
        ("一万零三", "10,003 count to 1"),
        ("十二万三千四百", "123,400 count to 100"),
        ("二〇二二", "2,022 count to 1"),
        ("一七二〇", "1,720 count to 1"),
        ("九九", "99 count to 1"),
        ("〇七", "7 count to 1"),
    ],
)
def test_numerals(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("廿", "20 count to 10"),
        ("廿六", "26 count to 1"),
        ("卅", "30 count to 10"),
        ("卅二", "32 count to 1"),
        ("卌", "40 count to 10"),
        ("一百廿五", "125 count to 1"),
        ("廿亿元", "2,000,000,000 CNY to 1,000,000,000"),
    ],
)
def test_a_row_of_tens_has_one_character(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("千三", "1,300 count to 100"),
        ("百一", "110 count to 10"),
        ("二百五", "250 count to 10"),
        ("七百八", "780 count to 10"),
        ("五千三", "5,300 count to 100"),
        ("六千四", "6,400 count to 100"),
        ("三万五", "35,000 count to 1,000"),
        ("两亿三", "230,000,000 count to 10,000,000"),
        ("三千五百万", "35,000,000 count to 1,000,000"),
    ],
)
def test_the_last_place_may_go_unsaid(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三点五", "3.5 count to 0.1"),
        ("三点五〇", "3.50 count to 0.01"),
        ("零点零六", "0.06 count to 0.01"),
        ("十二点七五", "12.75 count to 0.01"),
        ("一百点二", "100.2 count to 0.1"),
        ("三点五亿元", "350,000,000 CNY to 10,000,000"),
    ],
)
def test_decimals(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("壹佰贰拾万元整", "1,200,000 CNY to 100,000"),
        ("叁仟伍佰元", "3,500 CNY to 100"),
        ("伍拾陆", "56 count to 1"),
        ("捌拾玖万零贰佰", "890,200 count to 100"),
        ("柒圆正", "7 CNY to 1"),
        ("贰仟零肆", "2,004 count to 1"),
        ("弍拾弎", "23 count to 1"),
        ("玖仟玖佰玖拾玖万元整", "99,990,000 CNY to 10,000"),
    ],
)
def test_numerals_of_cheques(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("半个", "0.5 count to 0.1"),
        ("三个半", "3.5 count to 0.1"),
        ("一百个半", "100.5 count to 0.1"),
        ("半亿元", "50,000,000 CNY to 10,000,000"),
        ("半个亿", "50,000,000 count to 10,000,000"),
        ("一个半亿", "150,000,000 count to 10,000,000"),
        ("两个半亿元", "250,000,000 CNY to 10,000,000"),
    ],
)
def test_halves(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5万", "50,000 count to 10,000"),
        ("5亿", "500,000,000 count to 100,000,000"),
        ("5兆", "5,000,000,000,000 count to 1,000,000,000,000"),
        ("3万万", "300,000,000 count to 100,000,000"),
        ("7.5万", "75,000 count to 1,000"),
        ("6千万", "60,000,000 count to 10,000,000"),
        ("2百万", "2,000,000 count to 1,000,000"),
        ("8百亿", "80,000,000,000 count to 10,000,000,000"),
        ("4千亿", "400,000,000,000 count to 100,000,000,000"),
        ("1.2万亿", "1,200,000,000,000 count to 100,000,000,000"),
        ("12个亿", "1,200,000,000 count to 100,000,000"),
        ("30 亿", "3,000,000,000 count to 100,000,000"),
        ("九千亿", "900,000,000,000 count to 100,000,000,000"),
        ("三万亿元", "3,000,000,000,000 CNY to 1,000,000,000,000"),
        ("1万5千", "15,000 count to 1,000"),
        ("1万5千亿", "1,500,000,000,000 count to 100,000,000,000"),
        ("2亿3千万", "230,000,000 count to 10,000,000"),
        ("一兆二千亿", "1,200,000,000,000 count to 100,000,000,000"),
        ("5打", "60 count to 1"),
        ("三打", "36 count to 1"),
    ],
)
def test_scales(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1亿2000万", "120,000,000 count to 10,000"),
        ("3亿零500万", "305,000,000 count to 10,000"),
        ("3亿零5万", "300,050,000 count to 10,000"),
        ("1亿20", "100,000,020 count to 1"),
        ("1亿05万", "100,050,000 count to 10,000"),
        ("1万亿5000亿", "1,500,000,000,000 count to 100,000,000"),
        ("两亿四千万", "240,000,000 count to 10,000,000"),
        ("一亿零三百万", "103,000,000 count to 1,000,000"),
        ("两千万零五百", "20,000,500 count to 100"),
    ],
)
def test_parts(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200多", "200 count to 1, odd +100"),
        ("30余", "30 count to 1, odd +10"),
        ("百余", "100 count to 100, odd +100"),
        ("十多", "10 count to 10, odd +10"),
        ("三百多万", "3,000,000 count to 1,000,000, odd +1,000,000"),
        ("50余百亿", "500,000,000,000 count to 10,000,000,000, odd +100,000,000,000"),
        ("1.5多亿", "150,000,000 count to 10,000,000, odd +10,000,000"),
        ("10亿多", "1,000,000,000 count to 100,000,000, odd +100,000,000"),
        ("二十来个", "20 count to 10, odd +10"),
        ("三十来万元", "300,000 CNY to 100,000, odd +100,000"),
        ("十几", "10 count to 10, odd +10"),
        ("二十几", "20 count to 10, odd +10"),
        ("十几万", "100,000 count to 100,000, odd +100,000"),
        ("三十几亿元", "3,000,000,000 CNY to 1,000,000,000, odd +1,000,000,000"),
        ("一百几十", "100 count to 100, odd +100"),
    ],
)
def test_what_is_odd_reaches_up(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两三", "2 count to 1, between +1"),
        ("二三", "2 count to 1, between +1"),
        ("七八", "7 count to 1, between +1"),
        ("八九", "8 count to 1, between +1"),
        ("十二三", "12 count to 1, between +1"),
        ("一百二三", "120 count to 10, between +10"),
        ("两三个", "2 count to 1, between +1"),
        ("一两亿元", "100,000,000 CNY to 100,000,000, between +100,000,000"),
        ("两三千", "2,000 count to 1,000, between +1,000"),
        ("七八十", "70 count to 10, between +10"),
        ("三四十万", "300,000 count to 100,000, between +100,000"),
        ("三五百", "300 count to 100, between +200"),
        ("三五万", "30,000 count to 10,000, between +20,000"),
        ("数十", "10 count to 10, between +90"),
        ("数百", "100 count to 100, between +900"),
        ("数万", "10,000 count to 10,000, between +90,000"),
        ("数千万", "10,000,000 count to 10,000,000, between +90,000,000"),
        ("数十亿", "1,000,000,000 count to 1,000,000,000, between +9,000,000,000"),
        ("几十", "10 count to 10, between +90"),
        ("几百", "100 count to 100, between +900"),
        ("几百万元", "1,000,000 CNY to 1,000,000, between +9,000,000"),
        ("几千亿", "100,000,000,000 count to 100,000,000,000, between +900,000,000,000"),
        ("几亿", "100,000,000 count to 100,000,000, between +900,000,000"),
    ],
)
def test_vague_numbers_reach_from_one_to_another(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三五", "35 count to 1"),
    ],
)
def test_three_and_five_side_by_side_are_thirty_five(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("负5", "-5 count to 1"),
        ("负三亿元", "-300,000,000 CNY to 100,000,000"),
        ("负三点五", "-3.5 count to 0.1"),
        ("负3.9%", "-0.039 ratio to 0.001"),
    ],
)
def test_signs(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("兩萬三千", "23,000 count to 1,000"),
        ("叁億元", "300,000,000 CNY to 100,000,000"),
        ("壹萬貳仟元整", "12,000 CNY to 1,000"),
        ("五千億", "500,000,000,000 count to 100,000,000,000"),
        ("三個億", "300,000,000 count to 100,000,000"),
        ("兩三億", "200,000,000 count to 100,000,000, between +100,000,000"),
        ("數百億", "10,000,000,000 count to 10,000,000,000, between +90,000,000,000"),
        ("幾十萬", "100,000 count to 100,000, between +900,000"),
        ("陸拾圓", "60 CNY to 10"),
        ("貳拾億圓", "2,000,000,000 CNY to 1,000,000,000"),
        ("１２３萬", "1,230,000 count to 10,000"),
        ("負五億", "-500,000,000 count to 100,000,000"),
    ],
)
def test_traditional_characters(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二百五亿", Refusal("'五' could be ones or tens: write the place, or 零 before it", "五")),
        ("三百五亿", Refusal("'五' could be ones or tens: write the place, or 零 before it", "五")),
        ("三百五万", Refusal("'五' could be ones or tens: write the place, or 零 before it", "五")),
        ("二百五多亿", Refusal("'五' could be ones or tens: write the place, or 零 before it", "五")),
        ("十百", Refusal("'百' cannot stand here in a Chinese number", "十百")),
        ("三百百", Refusal("'百' cannot stand here in a Chinese number", "三百百")),
        ("三十二百", Refusal("'百' cannot stand here in a Chinese number", "三十二百")),
        ("百千万", Refusal("'千' cannot stand here in a Chinese number", "百千")),
        ("二三十四", Refusal("'四' cannot stand here in a Chinese number", "二三十四")),
        ("三四五十", Refusal("'十' cannot stand here in a Chinese number", "三四五十")),
        ("三十四五六", Refusal("a place (十, 百, 千) is missing between two digits", "三十四五六")),
        ("两两", Refusal("a place (十, 百, 千) is missing between two digits", "两两")),
        ("三百零", Refusal("'零' cannot stand here in a Chinese number", "三百零")),
        ("两千零", Refusal("'零' cannot stand here in a Chinese number", "两千零")),
        ("一点二点三", Refusal("cannot read '点' after '一点二'", "点")),
        ("点五", Refusal("expected a number, found '点'", "点")),
        ("三点", Refusal("cannot read '点' after '三'", "点")),
        ("三点亿", Refusal("cannot read '点' after '三'", "点")),
        ("万", Refusal("a number is missing before the scale word", "万")),
        ("亿元", Refusal("a number is missing before the scale word", "亿元")),
        ("万亿", Refusal("a number is missing before the scale word", "万亿")),
        ("几", Refusal("expected a number, found '几'", "几")),
        ("几个", Refusal("expected a number, found '几'", "几")),
        ("数", Refusal("expected a number, found '数'", "数")),
        ("几几", Refusal("expected a number, found '几'", "几")),
        ("十几几", Refusal("cannot read '几' after '十几'", "几")),
        ("5亿50000万", Refusal("cannot read '50000' after '5亿'", "50000")),
        ("1亿5", Refusal("cannot read '5' after '1亿'", "5")),
        ("5万3", Refusal("cannot read '3' after '5万'", "3")),
        ("三打打", Refusal("cannot read '打' after '三打'", "打")),
        ("负负5", Refusal("expected a number, found '负'", "负")),
        ("负数十", Refusal("a hedged figure cannot be negative", "负数十")),
        ("近零", Refusal("nothing is nearly zero", "近零")),
        ("多5", Refusal("expected a number, found '多'", "多")),
        ("元", Refusal("no number in it", "")),
        ("第三", Refusal("expected a number, found '第'", "第")),
    ],
)
def test_what_is_no_number(text: str, expected: Refusal) -> None:
    assert refusal(text) == expected
