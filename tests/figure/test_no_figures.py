"""Numbers in running text that state nothing: names, dates, addresses, parts of words."""

from __future__ import annotations

import pytest

from figure.scanned import scanned


@pytest.mark.parametrize(
    "text",
    [
        "In 2018, 2013-14 and 2019 they met.",
        "since 1997 and until 2005",
        "on May 5 and Sept 7",
        "signed Jan. 5, there",
        "2019.11.5",
        "The meeting began at 10:30.",
        "前9个月签约。",
        "9月18日、2018年、18点钟",
        "第5届大会",
    ],
)
def test_no_figure_in_dates_and_times(text: str) -> None:
    assert scanned(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "The Airbus A380, a 5G network and the G20",
        "Phase 2, hall 3, No. 3 and Fortune 500",
        "covid-19",
        '"5+1" industries',
        "version 1.2.3",
        "192.168.1.1",
        "王四人民币账户",
        "三元锂电池",
        "大陆、陆家嘴",
    ],
)
def test_no_figure_in_names(text: str) -> None:
    assert scanned(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "See https://x.cn/?q=30%25%2020%",
        "www.mycity.cn/2018/30",
        "a1@5.cn",
    ],
)
def test_no_figure_in_addresses(text: str) -> None:
    assert scanned(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "19 won by Xiamen",
        "5° north",
        "第三产业",
        "电话7号线",
    ],
)
def test_no_figure_in_other_words(text: str) -> None:
    assert scanned(text) == ""
