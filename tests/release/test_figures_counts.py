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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Cases: 起 and 宗 count events, 件 and 案 as well.
        ("全年并购23起，涉及金额45亿元，其中跨境并购5起。", [23, 5]),
        ("并购市场共完成220起并购交易，其中披露金额的有206起。", [220, 206]),
        ("本月共发生并购案例57起。", [57]),
        ("共有8起收购和3起投资。", [8, 3]),
        ("北京45起，上海32起。并购案例共77起。", [45, 32, 77]),
        ("6月并购市场共完成交易187起。IT行业以23起居首。", [187, 23]),
        ("海外并购交易达187宗，其中民营企业占123宗。", [187, 123]),
        ("签约促参案件65件，其中交通建设12件。", [65, 12]),
        ("共45案签约。", [45]),
        ("核准侨外投资件数为1,245件。", [1245]),
        ("发生交通事故23起。受理案件230件。自2018起。", []),
        ("投诉案件45件，签约项目5个；专利授权45件。", [5]),
        # Changes of a number of deals.
        ("签约数由45个增至52个。", [45, 52]),
        ("合同外资项目数从711个下降到611个。", [711, 611]),
        ("交易宗数由2022年的345宗跌至2023年的300宗。", [345, 300]),
        ("交易笔数345笔。签约总量达到102个，签约个数45个。", [345, 102, 45]),
        ("新批境外投资项目（机构）35个。", [35]),
        # A noun left out, as it was said before.
        ("签约30个项目。\n\n投资过亿元的12个。", [30, 12]),
        ("签约30个项目。\n\n制造业12个、服务业8个。", [30, 12, 8]),
        # Names, and what is counted by others.
        ("「三个500强」企业项目的比例上升。", []),
        ("涉及软件和信息服务、智能电网两大优势产业的项目10个。", [10]),
        ("签约30个项目，创造就业机会1.2万个。", [30]),
        ("展会现场签单85单。", [85]),
    ],
)
def test_deals_counted_in_chinese(text: str, found: list[int]) -> None:
    assert counts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The noun stands before, as the subject of a verb.
        ("The number of M&A deals was down 14.1 percent, falling from 711 to 611.", [711, 611]),
        ("M&A deals fell from 711 in 2012 to 611 in 2013.", [711, 611]),
        ("The number of transactions decreased by 3 percent to 403.", [403]),
        ("The deal count was 1,204, up from 1,075 a year earlier.", [1204, 1075]),
        ("Contracts jumped to 78 from 35 a year ago.", [78, 35]),
        ("The volume of transactions fell from 711 to 611.", [711, 611]),
        ("The value of contracts was 45. Staff jumped to 78 from 35.", []),
        ("Contracts signed: 57 (energy 30, transport 15, health 12).", [57, 30, 15, 12]),
        ("Deals concluded - 57", [57]),
        ("611 deals were announced (2022: 711).", [611, 711]),
        ("It signed 30 deals last year. They rose to 45 in 2013.", [30, 45]),
        # What else is a deal.
        ("They closed 96 M&A deals.", [96]),
        ("There were 142 funding rounds, beside 12 rounds of talks.", [142]),
        ("Deals were sealed, 171 rounds per quarter. These included 21 proposals of the state.", [171, 21]),
        # What goes on.
        ("It signed 72 projects. Of the 72 projects of the first six months, 51 were foreign.", [72, 72, 51]),
        ("The city signed 57 contracts, with 45 signed on the spot.", [57, 45]),
        ("The US recorded 1,205 projects, while France recorded 1,197.", [1205, 1197]),
        ("It signed 57 contracts - 30 in energy and 12 in health.", [57, 30, 12]),
        ("It signed 57 contracts.\n\nMany guests came, of which 12 were foreign.", [57, 12]),
        (
            "The best, with value and deal count:\n\nGoldman – USD 499.68B – 226\n\nJPMorgan – USD 454.02B – 176",
            [226, 176],
        ),
        # Names.
        ("They are 50-50 deals under ISO 9001 projects and 3 GW projects.", []),
    ],
)
def test_deals_counted_in_english(text: str, found: list[int]) -> None:
    assert counts(text) == found
