"""Capitals that a text describes, as where a signing was held."""

from __future__ import annotations

import pytest

from release.finding import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday Baoshan signed 12 projects in the Yunnan capital.", "Baoshan @ Kunming"),
        ("Dali signed 12 projects in Yunnan's capital on Monday.", "Dali @ Kunming"),
        ("Dali signed 12 projects in Yunnan's capital Kunming on Monday.", "Dali @ Kunming"),
        ("At a ceremony in the capital of Yunnan Province, Dali signed 12 projects.", "Dali @ Kunming"),
        ("Kunming, capital of Yunnan, signed 12 projects in the Thai capital on Monday.", "Kunming @ Bangkok"),
        ("Fujian held its conference in the provincial capital. 30 projects were signed.", "Fujian @ Fuzhou"),
        (
            "The Sichuan city of Zigong held a conference in the provincial capital and signed 12 projects.",
            "Zigong @ Chengdu",
        ),
        (
            "The city of Nanping held a conference in its provincial capital. 12 projects were signed.",
            "Nanping @ Fuzhou",
        ),
        ("Weihai held a conference in the national capital, where 12 projects were signed.", "Weihai @ Beijing"),
        ("Weihai held a conference in the provincial capital, Jinan, and signed 12 projects.", "Weihai @ Jinan"),
        ("大理州招商推介会在省会举行,签约12个项目。", "大理 @ 昆明"),
        ("大理州招商推介会在省会昆明举行,签约12个项目。", "大理 @ 昆明"),
        ("咸宁市在省城举行招商推介会,签约12个项目。", "咸宁 @ 武汉"),
    ],
)
def test_a_capital_that_is_described_is_where_it_was_held(text: str, found: str) -> None:
    assert places(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Dali, where the Yunnan capital market is far, signed 12 projects in Shanghai.",
        "Dali won over the Zhejiang capital funds and signed 12 projects in Shanghai.",
    ],
)
def test_capital_that_is_money_is_no_city(text: str) -> None:
    assert places(text) == ["Dali @ Shanghai"]
