"""The numbers that a figure may stand for: one rule per way of hedging."""

from __future__ import annotations

import pytest

from mycity_cli.exact import plain
from mycity_cli.figure import Figure
from mycity_cli.interval import Interval


def shown(interval: Interval) -> str:
    """Return an interval with plain decimals: `[0.2235, 0.2245]`."""
    left = "(-∞" if interval.low is None else ("[" if interval.low.closed else "(") + plain(interval.low.value)
    right = "∞)" if interval.high is None else plain(interval.high.value) + ("]" if interval.high.closed else ")")
    return f"{left}, {right}"


PLAIN = [
    ("52.563 billion yuan", "[52_562_500_000, 52_563_500_000]"),
    ("525.63亿元", "[52_562_500_000, 52_563_500_000]"),
    ("¥525.63亿", "[52_562_500_000, 52_563_500_000]"),
    ("13.55bn CNY", "[13_545_000_000, 13_555_000_000]"),
    ("RMB 26.8 billion", "[26_750_000_000, 26_850_000_000]"),
    ("CNY13,550 million", "[13_549_500_000, 13_550_500_000]"),
    ("１３．５亿元", "[1_345_000_000, 1_355_000_000]"),
    ("1.3万亿元", "[1_250_000_000_000, 1_350_000_000_000]"),
    ("92358万美元", "[923_575_000, 923_585_000]"),
    ("US$15 billion", "[14_500_000_000, 15_500_000_000]"),
    ("15 billion US dollars", "[14_500_000_000, 15_500_000_000]"),
    ("$40.9 bn", "[40_850_000_000, 40_950_000_000]"),
    ("HK$2.79 trillion", "[2_785_000_000_000, 2_795_000_000_000]"),
    ("18 billion 180 million yuan", "[18_179_500_000, 18_180_500_000]"),
    ("1亿2000万元", "[119_995_000, 120_005_000]"),
    ("30 billion yuan", "[29_500_000_000, 30_500_000_000]"),
    ("30.0 billion yuan", "[29_950_000_000, 30_050_000_000]"),
    ("thirty billion yuan", "[29_500_000_000, 30_500_000_000]"),
    # The last digit written is the 三 in the tens.
    ("三十亿元", "[2_500_000_000, 3_500_000_000]"),
    ("5 yuan", "[4.5, 5.5]"),
    ("52,563,000,000 yuan", "[52_562_999_999.5, 52_563_000_000.5]"),
    ("-3.2 billion yuan", "[-3_250_000_000, -3_150_000_000]"),
    ("0 yuan", "[-0.5, 0.5]"),
    ("22.4%", "[0.2235, 0.2245]"),
    ("22.4 per cent", "[0.2235, 0.2245]"),
    ("22%", "[0.215, 0.225]"),
    ("百分之二十二点四", "[0.2235, 0.2245]"),
    ("三成", "[0.25, 0.35]"),
    ("half", "[0.45, 0.55]"),
    ("-5%", "[-0.055, -0.045]"),
]
COUNTS = [
    ("30 projects", "[30, 30]"),
    ("30", "[30, 30]"),
    ("1,234", "[1_234, 1_234]"),
    ("1.5 million", "[1_500_000, 1_500_000]"),
    ("三十个项目", "[30, 30]"),
    ("0", "[0, 0]"),
]
ABOUT = [
    ("about 93 billion yuan", "[92_500_000_000, 93_500_000_000]"),
    ("约930亿元", "[92_500_000_000, 93_500_000_000]"),
    ("about 500", "[450, 550]"),
    ("about 450", "[445, 455]"),
    ("about 451", "[450.5, 451.5]"),
    ("about 1,200", "[1_150, 1_250]"),
    ("about 1.20 billion yuan", "[1_195_000_000, 1_205_000_000]"),
    ("about 1亿2000万元", "[115_000_000, 125_000_000]"),
    ("about 50%", "[0.45, 0.55]"),
    ("about 22.0%", "[0.2195, 0.2205]"),
    ("500亿元左右", "[45_000_000_000, 55_000_000_000]"),
    ("about 0", "[-0.5, 0.5]"),
    ("about -500", "[-550, -450]"),
]
OVER = [
    ("more than 500", "(500, ∞)"),
    ("500+", "(500, ∞)"),
    ("超过500亿元", "(50_000_000_000, ∞)"),
    ("逾百亿元", "(10_000_000_000, ∞)"),
    ("more than 0", "(0, ∞)"),
    ("过半", "(0.5, ∞)"),
]
ODD = [
    ("200多亿元", "[20_000_000_000, 30_000_000_000]"),
    ("200余亿元", "[20_000_000_000, 30_000_000_000]"),
    ("150多亿元", "[15_000_000_000, 16_000_000_000]"),
    ("155多亿元", "[15_500_000_000, 15_600_000_000]"),
    ("1.5多亿元", "[150_000_000, 160_000_000]"),
    ("10亿多元", "[1_000_000_000, 1_100_000_000]"),
    ("200亿余元", "[20_000_000_000, 20_100_000_000]"),
    ("十亿多元", "[1_000_000_000, 1_100_000_000]"),
    ("十多亿元", "[1_000_000_000, 2_000_000_000]"),
    ("三十多亿元", "[3_000_000_000, 4_000_000_000]"),
    ("一百多亿元", "[10_000_000_000, 20_000_000_000]"),
    ("5万多元", "[50_000, 60_000]"),
    ("1亿2000万多元", "[120_000_000, 120_010_000]"),
    ("30多个", "[30, 40]"),
    ("三十余个项目", "[30, 40]"),
    ("百余家企业", "[100, 200]"),
    ("200-odd projects", "[200, 300]"),
    ("20多%", "[0.2, 0.3]"),
    ("超200多亿元", "[20_000_000_000, 30_000_000_000]"),
]
NEARLY = [
    ("nearly half", "[0.45, 0.5)"),
    ("nearly 500", "[450, 500)"),
    ("nearly 93 billion yuan", "[83_700_000_000, 93_000_000_000)"),
    ("近百亿元", "[9_000_000_000, 10_000_000_000)"),
    ("近万亿元", "[900_000_000_000, 1_000_000_000_000)"),
]
AT_LEAST = [
    ("at least 10 billion yuan", "[10_000_000_000, ∞)"),
    ("10亿元以上", "[1_000_000_000, ∞)"),
    ("不低于10亿元", "[1_000_000_000, ∞)"),
    ("30 or more", "[30, ∞)"),
]
AT_MOST = [
    ("at most 500", "[0, 500]"),
    ("up to 10 billion yuan", "[0, 10_000_000_000]"),
    ("500亿元以内", "[0, 50_000_000_000]"),
    ("top 50", "[0, 50]"),
    ("at most 0", "[0, 0]"),
]


@pytest.mark.parametrize(("text", "interval"), PLAIN)
def test_a_plain_amount_or_ratio_reaches_half_a_step_either_way(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


@pytest.mark.parametrize(("text", "interval"), COUNTS)
def test_a_plain_count_is_exact(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


def test_a_number_with_decimals_is_no_count_but_rounded() -> None:
    assert shown(Figure.parse("3.9").interval) == "[3.85, 3.95]"
    assert shown(Figure.parse("3.90").interval) == "[3.895, 3.905]"


@pytest.mark.parametrize(("text", "interval"), ABOUT)
def test_about_takes_trailing_zeros_of_a_whole_number_for_unknown(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


@pytest.mark.parametrize(("text", "interval"), OVER)
def test_over_is_open_above_the_value(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


@pytest.mark.parametrize(("text", "interval"), ODD)
def test_odd_reaches_one_step_up(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


@pytest.mark.parametrize(
    ("text", "interval"),
    [("1.5亿多元", "[150_000_000, 160_000_000]"), ("2.35万余元", "[23_500, 23_600]")],
)
def test_odd_after_a_scale_reaches_one_step_of_the_decimals_up(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


@pytest.mark.parametrize(("text", "interval"), NEARLY)
def test_nearly_reaches_from_nine_tenths_up_to_but_not_including_the_value(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


@pytest.mark.parametrize(("text", "interval"), AT_LEAST)
def test_at_least_is_closed_and_unbounded_above(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")


@pytest.mark.parametrize(("text", "interval"), AT_MOST)
def test_at_most_is_closed_from_zero(text: str, interval: str) -> None:
    assert shown(Figure.parse(text).interval) == interval.replace("_", "")
