"""Amounts whose currency the text leaves to its reader, who knows where it was written."""

from __future__ import annotations

import pytest

from release.stated import figures_of

TAIWAN = "高雄市的投資說明會在台北舉行，簽約金額達1,342億元，較去年多。"
HONG_KONG = "香港特區政府表示，簽約項目總值86億元，香港企業佔多數，項目涉及創新科技。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TAIWAN, "1,342億元 = 134200000000 TWD", id="Taiwan"),
        pytest.param(HONG_KONG, "86億元 = 8600000000 HKD", id="Hong Kong"),
        pytest.param(
            TAIWAN.replace("台北", "深圳").replace("高雄市", "深圳市"), "1,342億元 = 134200000000 CNY", id="elsewhere"
        ),
        pytest.param(TAIWAN + "人民幣匯率平穩。", "1,342億元 = 134200000000 CNY", id="where the yuan is named too"),
        pytest.param(TAIWAN + HONG_KONG, "1,342億元 = 134200000000 CNY; 86億元 = 8600000000 CNY", id="two places"),
        pytest.param("高雄市在台北签约1342亿元。", "1342亿元 = 134200000000 CNY", id="in simplified characters"),
        pytest.param(TAIWAN.replace("億元", "億美元"), "1,342億美元 = 134200000000 USD", id="a currency that is named"),
        pytest.param(
            "The state signed for Rs 500 crore, of 32,944 crores in all.",
            "Rs 500 crore = 5000000000 INR; 32,944 crores = 329440000000 INR",
            id="crores of rupees",
        ),
        pytest.param("The state has 32,944 crores in all.", "", id="crores of nothing that is named"),
    ],
)
def test_the_currency_of_a_place(text: str, expected: str) -> None:
    assert figures_of(text) == expected
