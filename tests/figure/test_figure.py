"""Figures as people write them: what is read, what is refused with which words, how they print."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from mycity_cli.errors import FigureError
from mycity_cli.figure import COUNT, RATIO, Bound, Figure, Scale
from mycity_cli.figure.tokens import tokenize

FIGURES: TypeAdapter[Figure] = TypeAdapter(Figure)


AMOUNTS = [
    # The suffix or the prefix names the currency.
    ("52.563 billion yuan", "52_563_000_000", "CNY", "1_000_000"),
    ("13.55bn CNY", "13_550_000_000", "CNY", "10_000_000"),
    ("RMB 26.8 billion", "26_800_000_000", "CNY", "100_000_000"),
    ("RMB52.563 billion", "52_563_000_000", "CNY", "1_000_000"),
    ("CNY13,550 million", "13_550_000_000", "CNY", "1_000_000"),
    ("52.563 billion Chinese yuan", "52_563_000_000", "CNY", "1_000_000"),
    ("26.8 billion renminbi", "26_800_000_000", "CNY", "100_000_000"),
    ("RMB 26.8 billion yuan", "26_800_000_000", "CNY", "100_000_000"),
    ("52.563-billion-yuan", "52_563_000_000", "CNY", "1_000_000"),
    ("52.563B Yuan", "52_563_000_000", "CNY", "1_000_000"),
    ("100 mn yuan", "100_000_000", "CNY", "1_000_000"),
    ("10 thousand million yuan", "10_000_000_000", "CNY", "1_000_000_000"),
    ("5.2 trillion yuan", "5_200_000_000_000", "CNY", "100_000_000_000"),
    ("52,563,000,000 yuan", "52_563_000_000", "CNY", "1"),
    ("1,000,000.00 yuan", "1_000_000", "CNY", "0.01"),
    ("5 yuan", "5", "CNY", "1"),
    ("¥5", "5", "CNY", "1"),
    ("a billion yuan", "1_000_000_000", "CNY", "1_000_000_000"),
    ("half a billion yuan", "500_000_000", "CNY", "100_000_000"),
    ("thirty billion yuan", "30_000_000_000", "CNY", "1_000_000_000"),
    ("twenty-one billion yuan", "21_000_000_000", "CNY", "1_000_000_000"),
    ("two hundred million yuan", "200_000_000", "CNY", "100_000_000"),
    ("18 billion 180 million yuan", "18_180_000_000", "CNY", "1_000_000"),
    ("1 trillion 500 billion yuan", "1_500_000_000_000", "CNY", "1_000_000_000"),
    ("-3.2 billion yuan", "-3_200_000_000", "CNY", "100_000_000"),
    # In Chinese.
    ("525.63亿元", "52_563_000_000", "CNY", "1_000_000"),
    ("¥525.63亿", "52_563_000_000", "CNY", "1_000_000"),
    ("￥525.63亿元", "52_563_000_000", "CNY", "1_000_000"),
    ("525.63億元", "52_563_000_000", "CNY", "1_000_000"),
    ("人民币525.63亿元", "52_563_000_000", "CNY", "1_000_000"),
    ("525.63亿元人民币", "52_563_000_000", "CNY", "1_000_000"),
    ("525.63亿人民币", "52_563_000_000", "CNY", "1_000_000"),
    ("525.63 亿 元", "52_563_000_000", "CNY", "1_000_000"),
    ("１３．５亿元", "1_350_000_000", "CNY", "10_000_000"),
    ("１，２３４亿元", "123_400_000_000", "CNY", "100_000_000"),
    ("1.3万亿元", "1_300_000_000_000", "CNY", "100_000_000_000"),
    ("1万亿5000亿元", "1_500_000_000_000", "CNY", "100_000_000"),
    ("5千亿元", "500_000_000_000", "CNY", "100_000_000_000"),
    ("3千万元", "30_000_000", "CNY", "10_000_000"),
    ("5百万元", "5_000_000", "CNY", "1_000_000"),
    ("1亿2000万元", "120_000_000", "CNY", "10_000"),
    ("3亿零500万元", "305_000_000", "CNY", "10_000"),
    ("1亿2千万元", "120_000_000", "CNY", "10_000_000"),
    ("1万2千元", "12_000", "CNY", "1_000"),
    ("三十亿元", "3_000_000_000", "CNY", "1_000_000_000"),
    ("三点五亿元", "350_000_000", "CNY", "10_000_000"),
    ("一百二十三亿元", "12_300_000_000", "CNY", "100_000_000"),
    ("两万亿元", "2_000_000_000_000", "CNY", "1_000_000_000_000"),
    ("一亿两千万元", "120_000_000", "CNY", "10_000_000"),
    ("一亿零三百万元", "103_000_000", "CNY", "1_000_000"),
    ("百亿元", "10_000_000_000", "CNY", "10_000_000_000"),
    ("半亿元", "50_000_000", "CNY", "10_000_000"),
    # Other currencies.
    ("92358万美元", "923_580_000", "USD", "10_000"),
    ("5亿美金", "500_000_000", "USD", "100_000_000"),
    ("US$15 billion", "15_000_000_000", "USD", "1_000_000_000"),
    ("U.S. $15 billion", "15_000_000_000", "USD", "1_000_000_000"),
    ("$40.9 bn", "40_900_000_000", "USD", "100_000_000"),
    ("$1.2M", "1_200_000", "USD", "100_000"),
    ("＄1.2m", "1_200_000", "USD", "100_000"),
    ("USD3bn", "3_000_000_000", "USD", "1_000_000_000"),
    ("15 billion US dollars", "15_000_000_000", "USD", "1_000_000_000"),
    ("5 billion U.S. dollars", "5_000_000_000", "USD", "1_000_000_000"),
    ("$-5 billion", "-5_000_000_000", "USD", "1_000_000_000"),
    ("HK$2.79 trillion", "2_790_000_000_000", "HKD", "10_000_000_000"),
    ("5亿港元", "500_000_000", "HKD", "100_000_000"),
    ("€1.2 million", "1_200_000", "EUR", "100_000"),
    ("£500k", "500_000", "GBP", "1_000"),
    ("NT$5 billion", "5_000_000_000", "TWD", "1_000_000_000"),
    ("5 billion New Taiwan dollars", "5_000_000_000", "TWD", "1_000_000_000"),
    ("A$5 million", "5_000_000", "AUD", "1_000_000"),
    ("RM5 million", "5_000_000", "MYR", "1_000_000"),
    ("5 trillion won", "5_000_000_000_000", "KRW", "1_000_000_000_000"),
    ("100亿日元", "10_000_000_000", "JPY", "100_000_000"),
    # A sign that currencies share gives way to the name after the number.
    ("$5 billion HKD", "5_000_000_000", "HKD", "1_000_000_000"),
    ("$5 billion Hong Kong dollars", "5_000_000_000", "HKD", "1_000_000_000"),
    ("¥5 billion JPY", "5_000_000_000", "JPY", "1_000_000_000"),
]

COUNTS_AND_RATIOS = [
    ("30 projects", "30", COUNT, "1"),
    ("30", "30", COUNT, "1"),
    ("  30\n", "30", COUNT, "1"),
    ("0", "0", COUNT, "1"),
    ("-5", "-5", COUNT, "1"),
    ("1,234", "1_234", COUNT, "1"),
    ("1,234,567", "1_234_567", COUNT, "1"),
    ("3.14", "3.14", COUNT, "0.01"),
    ("10k", "10_000", COUNT, "1_000"),
    ("1.5 million", "1_500_000", COUNT, "100_000"),
    ("20 million people", "20_000_000", COUNT, "1_000_000"),
    ("27 cities", "27", COUNT, "1"),
    ("30 memoranda", "30", COUNT, "1"),
    ("ten", "10", COUNT, "1"),
    ("twenty-one projects", "21", COUNT, "1"),
    ("twenty one projects", "21", COUNT, "1"),
    ("a hundred", "100", COUNT, "100"),
    ("five hundred thousand", "500_000", COUNT, "100_000"),
    ("3 thousand 5 hundred", "3_500", COUNT, "100"),
    ("30个", "30", COUNT, "1"),
    ("30个项目", "30", COUNT, "1"),
    ("30 个重点项目", "30", COUNT, "1"),
    ("30家企业", "30", COUNT, "1"),
    ("418只", "418", COUNT, "1"),
    ("三百零五个", "305", COUNT, "1"),
    ("二〇二二", "2_022", COUNT, "1"),
    ("525.63亿", "52_563_000_000", COUNT, "1_000_000"),
    ("22.4%", "0.224", RATIO, "0.001"),
    ("22.4 %", "0.224", RATIO, "0.001"),
    ("２２．４％", "0.224", RATIO, "0.001"),
    ("22.40%", "0.224", RATIO, "0.0001"),
    ("22.4 per cent", "0.224", RATIO, "0.001"),
    ("22.4 percent", "0.224", RATIO, "0.001"),
    ("3 pct", "0.03", RATIO, "0.01"),
    ("-5%", "-0.05", RATIO, "0.01"),
    ("−3.2%", "-0.032", RATIO, "0.001"),
    ("120%", "1.2", RATIO, "0.01"),
    ("3.5‰", "0.0035", RATIO, "0.0001"),
    ("half a percent", "0.005", RATIO, "0.001"),
    ("百分之二十二点四", "0.224", RATIO, "0.001"),
    ("百分之22.4", "0.224", RATIO, "0.001"),
    ("三成", "0.3", RATIO, "0.1"),
    ("3成", "0.3", RATIO, "0.1"),
    ("half", "0.5", RATIO, "0.1"),
    # Larger numbers in words.
    ("one hundred and six projects", "106", COUNT, "1"),
    ("a hundred and six", "106", COUNT, "1"),
    ("one hundred twenty million yuan", "120_000_000", "CNY", "1_000_000"),
    ("a dozen", "12", COUNT, "1"),
    ("two dozen contracts", "24", COUNT, "1"),
    ("half a dozen", "6", COUNT, "1"),
    # Other ways to write a unit.
    ("51-percent", "0.51", RATIO, "0.01"),
    ("12个亿", "1_200_000_000", COUNT, "100_000_000"),
    ("港币5亿元", "500_000_000", "HKD", "100_000_000"),
    ("Rs 500 crore", "5_000_000_000", "INR", "10_000_000"),
    ("2 lakh rupees", "200_000", "INR", "100_000"),
]


@pytest.mark.parametrize(("text", "value", "unit", "step"), AMOUNTS + COUNTS_AND_RATIOS)
def test_a_plain_figure_is_read(text: str, value: str, unit: str, step: str) -> None:
    figure = Figure.parse(text)
    assert (figure.value, figure.unit, figure.step, figure.bound) == (Decimal(value), unit, Decimal(step), Bound.EXACT)
    assert figure.is_amount is (unit not in (COUNT, RATIO))
    assert str(figure) == text.strip()


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("about 93 billion yuan", "93_000_000_000", "CNY", Bound.ABOUT),
        ("RMB about 93 billion", "93_000_000_000", "CNY", Bound.ABOUT),
        ("approximately RMB 93 billion", "93_000_000_000", "CNY", Bound.ABOUT),
        ("约930亿元", "93_000_000_000", "CNY", Bound.ABOUT),
        ("500亿元左右", "50_000_000_000", "CNY", Bound.ABOUT),
        ("~500", "500", COUNT, Bound.ABOUT),
        ("some 200 projects", "200", COUNT, Bound.ABOUT),
        ("50% or so", "0.5", RATIO, Bound.ABOUT),
        ("about -5%", "-0.05", RATIO, Bound.ABOUT),
        ("more than 500", "500", COUNT, Bound.OVER),
        ("More Than 500", "500", COUNT, Bound.OVER),
        ("more than US$15 billion", "15_000_000_000", "USD", Bound.OVER),
        ("US$ more than 15 billion", "15_000_000_000", "USD", Bound.OVER),
        ("500+ projects", "500", COUNT, Bound.OVER),
        ("93 billion yuan+", "93_000_000_000", "CNY", Bound.OVER),
        ("超过500亿元", "50_000_000_000", "CNY", Bound.OVER),
        ("逾百亿元", "10_000_000_000", "CNY", Bound.OVER),
        ("超千亿元", "100_000_000_000", "CNY", Bound.OVER),
        ("过半", "0.5", RATIO, Bound.OVER),
        ("nearly half", "0.5", RATIO, Bound.NEARLY),
        ("just under 500", "500", COUNT, Bound.NEARLY),
        ("近百亿元", "10_000_000_000", "CNY", Bound.NEARLY),
        ("近万亿元", "1_000_000_000_000", "CNY", Bound.NEARLY),
        ("近九成", "0.9", RATIO, Bound.NEARLY),
        ("200多亿元", "20_000_000_000", "CNY", Bound.ODD),
        ("10亿多元", "1_000_000_000", "CNY", Bound.ODD),
        ("30余个项目", "30", COUNT, Bound.ODD),
        ("200-odd projects", "200", COUNT, Bound.ODD),
        ("超200多亿元", "20_000_000_000", "CNY", Bound.ODD),
        ("10亿元以上", "1_000_000_000", "CNY", Bound.AT_LEAST),
        ("不低于10亿元", "1_000_000_000", "CNY", Bound.AT_LEAST),
        ("at least 10 billion yuan", "10_000_000_000", "CNY", Bound.AT_LEAST),
        ("30 or more projects", "30", COUNT, Bound.AT_LEAST),
        ("30 projects or more", "30", COUNT, Bound.AT_LEAST),
        (">= 30", "30", COUNT, Bound.AT_LEAST),
        ("500亿元以内", "50_000_000_000", "CNY", Bound.AT_MOST),
        ("不超过500亿元", "50_000_000_000", "CNY", Bound.AT_MOST),
        ("up to $5 billion", "5_000_000_000", "USD", Bound.AT_MOST),
        ("top 50", "50", COUNT, Bound.AT_MOST),
        ("less than $5 billion", "5_000_000_000", "USD", Bound.AT_MOST),
        ("fewer than 30 projects", "30", COUNT, Bound.AT_MOST),
        ("under 500", "500", COUNT, Bound.AT_MOST),
        ("not exceeding 5%", "0.05", RATIO, Bound.AT_MOST),
        ("as many as 30", "30", COUNT, Bound.AT_MOST),
        ("不到5亿元", "500_000_000", "CNY", Bound.AT_MOST),
        ("不足三成", "0.3", RATIO, Bound.AT_MOST),
        ("最高500万元", "5_000_000", "CNY", Bound.AT_MOST),
        ("5亿元(含)以上", "500_000_000", "CNY", Bound.AT_LEAST),
        ("5亿元（含）以上", "500_000_000", "CNY", Bound.AT_LEAST),
        ("破百亿元", "10_000_000_000", "CNY", Bound.OVER),
        ("estimated at $629 million", "629_000_000", "USD", Bound.ABOUT),
        ("七成多", "0.7", RATIO, Bound.ODD),
        ("60%多", "0.6", RATIO, Bound.ODD),
    ],
)
def test_a_hedged_figure_is_read(text: str, value: str, unit: str, bound: Bound) -> None:
    figure = Figure.parse(text)
    assert (figure.value, figure.unit, figure.bound, str(figure)) == (Decimal(value), unit, bound, text)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("一半", "0.5", RATIO),
        pytest.param("one half", "0.5", RATIO),
        pytest.param("一半以上", "0.5", RATIO),
        pytest.param("一万零三元", "10_003", "CNY"),
        pytest.param("十万零五个", "100_005", COUNT),
        pytest.param("CA$5 billion", "5_000_000_000", "CAD"),
        pytest.param("-$5 billion", "-5_000_000_000", "USD"),
    ],
)
def test_what_people_write_is_read(text: str, value: str, unit: str) -> None:
    figure = Figure.parse(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


def test_a_figure_is_read_where_it_starts_in_a_longer_text() -> None:
    text = "30 projects worth 52.563 billion yuan, signed"
    tokens = tokenize(text)
    projects, after = Figure.read(text, tokens, 0)
    amount, end = Figure.read(text, tokens, after + 1)
    assert (str(projects), tokens[after].text) == ("30 projects", "worth")
    assert (amount, str(amount), tokens[end].text) == (Figure.parse(str(amount)), "52.563 billion yuan", ",")


@pytest.mark.parametrize("at", [1, 2])
def test_no_figure_is_read_where_none_starts(at: int) -> None:
    text = "30 worth"
    with pytest.raises(FigureError):
        Figure.read(text, tokenize(text), at)


def test_figures_are_equal_by_what_they_state_not_by_how_it_is_written() -> None:
    assert Figure.parse("525.63亿元") == Figure.parse("52.563 billion yuan")
    assert hash(Figure.parse("525.63亿元")) == hash(Figure.parse("52.563 billion yuan"))
    assert Figure.parse("52.563 billion yuan") != Figure.parse("52.5630 billion yuan")
    assert Figure.parse("52.563 billion yuan") != Figure.parse("about 52.563 billion yuan")
    assert Figure.parse("5 yuan") != Figure.parse("5 dollars")


@pytest.mark.parametrize(
    ("text", "yuan_wan_million_yi_billion_trillion"),
    [
        ("52.563 billion yuan", "52563000000 5256300 52563 525.63 52.563 0.052563"),
        ("525.630亿元", "52563000000 5256300 52563.0 525.630 52.5630 0.0525630"),
        ("1.3万亿元", "1300000000000 130000000 1300000 13000 1300 1.3"),
        ("about 500 billion yuan", "500000000000 50000000 500000 5000 500 0.500"),
        ("三十亿元", "3000000000 300000 3000 30 3 0.003"),
        ("-3.20 billion yuan", "-3200000000 -320000 -3200 -32.0 -3.20 -0.00320"),
        ("0.5 yuan", "0.5 0.00005 0.0000005 0.000000005 0.0000000005 0.0000000000005"),
        ("0 yuan", "0 0.0000 0.000000 0.00000000 0.000000000 0.000000000000"),
        ("30", "30 0.0030 0.000030 0.00000030 0.000000030 0.000000000030"),
    ],
)
def test_a_figure_prints_in_any_scale_with_the_digits_stated(
    text: str, yuan_wan_million_yi_billion_trillion: str
) -> None:
    printed = [Figure.parse(text).in_scale(scale) for scale in Scale]
    assert printed == yuan_wan_million_yi_billion_trillion.split()


def test_pydantic_reads_a_text_and_takes_a_figure() -> None:
    figure = Figure.parse("52.563 billion yuan")
    assert FIGURES.validate_python("52.563 billion yuan") == figure
    assert FIGURES.validate_python(figure) is figure
    assert FIGURES.validate_json('"525.63亿元"') == figure
    assert FIGURES.dump_json(figure) == b'"52.563 billion yuan"'
    assert FIGURES.dump_python(figure, mode="json") == "52.563 billion yuan"


@pytest.mark.parametrize("value", [30, Decimal(30), True, None, ["30"], b"30"], ids=repr)
def test_pydantic_refuses_what_is_no_text(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        FIGURES.validate_python(value)
    (error,) = caught.value.errors(include_url=False)
    assert error["msg"] == f"Value error, write it as text in quotes, not as {type(value).__name__}"


@pytest.mark.parametrize("content", ["52563000000", "0.5", "null", "{}"])
def test_pydantic_refuses_json_that_is_no_text(content: str) -> None:
    with pytest.raises(ValidationError) as caught:
        FIGURES.validate_json(content)
    assert [error["type"] for error in caught.value.errors()] == ["string_type"]


def test_pydantic_keeps_the_figure_error() -> None:
    with pytest.raises(ValidationError) as caught:
        FIGURES.validate_json('"5 bilion yuan"')
    (error,) = caught.value.errors(include_url=False)
    assert isinstance(error["ctx"]["error"], FigureError)
    assert error["ctx"]["error"].message == "cannot read 'bilion' after '5'"


def test_the_json_schema_says_how_to_write_a_figure() -> None:
    assert FIGURES.json_schema() == {
        "type": "string",
        "description": "a figure as people state it: 52.563 billion yuan, 525.63亿元, 30, 22.4%",
    }
