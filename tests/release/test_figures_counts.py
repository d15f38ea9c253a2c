"""Counts in wordings of their own, and numbers near them that count no deals."""

from __future__ import annotations

import pytest

from mycity_cli.release.figures import find_mentions
from mycity_cli.release.findings import Kind
from mycity_cli.release.text import read_release


def counts(text: str) -> list[int]:
    return [int(each.figure.value) for each in find_mentions(read_release(text)) if each.kind is Kind.COUNT]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("温州在米兰签了18单，总值2.3亿欧元，其中眼镜7单、皮革11单。", [18, 7, 11]),
        ("现场签了7个，金额80亿元。", [7]),
        ("达成合作42项，金额210亿元；其中合同类30项，协议类12项。", [42, 30, 12]),
        ("代表团带回37纸合约，总值58亿元。", [37]),
        ("三场推介会分别签约12个、15个和8个，合计35个。", [12, 15, 8, 35]),
        ("Kiel signed 50 projects. Of the 35 signed on Monday, 21 come from Germany.", [50, 35, 21]),
        ("Thirty contracts and 400 handshakes later, the two mayors had lunch.", [30]),
        ("Forty projects were on offer, of which investors picked 12.", [40, 12]),
        ("The 2024 edition produced 42 deals; 2023's produced 35.", [42, 35]),
        ("签约项目数42个，比上年多3个。", [42, 3]),
        ("签约项目总数42个，合同份数15份。", [42, 15]),
        ("推介会签约数28个。", [28]),
        ("本届45个项目，与上届的36个相比，增加了25%。", [45, 36]),
        ("This year's 45 contracts compare with 36 a year ago.", [45, 36]),
        ("Machinery (14 contracts), food (9) and textiles (7) were agreed on.", [14, 9, 7]),
        ("The 30 contracts were split as follows: machinery 14, food 9, textiles 7.", [30, 14, 9, 7]),
        ("It signed 31 projects in 2022 and in 2023 another 44, bringing the two-year total to 75.", [31, 44, 75]),
        ("签约项目35个。\n\n酱酒：12个，48.3亿元。\n\n食品：9个，33.1亿元。\n\n合计21个。", [35, 12, 9, 21]),
        ("签约项目如下：\n- 酱酒：12个，48.3亿元\n- 食品：9个，33.1亿元\n\n合计21个，81.4亿元。", [12, 9, 21]),
        ("共签35单（昆明23单、大理12单）。", [35, 23, 12]),
        # Numbers that count something else.
        ("Seven in ten projects are industrial.", []),
        ("签了3年的框架协议，签了2个小时，达成合作的12家企业。", []),
        ("数10个项目签约，签约数百个项目，签约数10个项目。", []),
        ("It signed 31 contracts in the stadium (30 guests), the hall (9) and the tent (7).", [31]),
        ("It signed 31 contracts at three fairs: May 14, June 9, July 7.", [31]),
        ("It signed 31 contracts and brought the number of staff to 75.", [31]),
        ("参会企业35家。\n\n北京：12家。\n\n合计47个。", []),
        ("签约项目35个。\n\n企业：12个。\n场馆：3个。\n停车位：300个。", [35]),
        ("签约项目35个。\n\n北京：企业12家，展位9个。", [35]),
        ("一纸合约定下10年之约，三纸批文下达。", []),
        ("Wuhan signed 12 deals. It has 300 and 400 guests, 3 ports and 5 airports.", [12]),
        ("The fair produced 400 pages and drew 300 and 400 guests.", []),
    ],
)
def test_what_counts_deals(text: str, found: list[int]) -> None:
    assert counts(text) == found
