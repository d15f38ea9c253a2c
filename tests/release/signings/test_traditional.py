"""Releases in traditional characters: words, places and dates are known as they are in simplified ones."""

from __future__ import annotations

import pytest

from release.finding import figures, signings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "【本報訊】中山市政府日前在九龍灣舉行投資說明會,共簽下24個項目,涉資52.7億港元。其中製造業15個,涉資38.2億港元。",
            ["24個項目, 52.7億港元", "15個, 38.2億港元, a part"],
        ),
        ("廈門市經貿代表團在台北與台灣企業簽署18份合作協議,金額合計新台幣36億元。", ["18份合作協議, 新台幣36億元"]),
        ("肇慶赴澳門招商,簽訂合作項目31個,計劃總投資205億元。", ["合作項目31個, 205億元"]),
        ("瀋陽市在東京舉辦說明會,雙方達成合作項目9個,協議金額120億日圓。", ["合作項目9個, 120億日圓"]),
    ],
)
def test_what_was_signed(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "蘇州市去年地區生產總值2.67萬億元,較上年增長6%。",
        "推介會上共發布招商項目60個,總投資約300億元。",
        "目前尚有12個項目正在洽談,涉資約30億港元。",
    ],
)
def test_what_was_not(text: str) -> None:
    assert figures(text) == []


def test_places_and_date() -> None:
    text = "惠州市2024年5月8日在香港舉行推介會,簽約26個項目,總投資158億元。"
    assert signings(text) == ["惠州 @ 香港 on 2024-05-08: 26個項目, 158億元"]
