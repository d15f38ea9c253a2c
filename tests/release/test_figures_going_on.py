"""Counts without a noun of their own: what goes on from a count before it, or shares the noun of one behind it."""

from __future__ import annotations

import pytest

from release.stated import figures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # kinds, each before its number
        (
            "Machinery took 13 projects, smart equipment 10, life sciences 6; the rest went to trade.",
            "13 projects = 13; 10 = 10; 6 = 6",
        ),
        ("Of the 30 projects, Suzhou won 12, Wuxi 8 and other cities 10.", "30 projects = 30; 12 = 12; 8 = 8; 10 = 10"),
        ("Farm projects 3, 1 billion 160 million yuan.", "3 = 3; 1 billion 160 million yuan = 1160000000 CNY"),
        ("Industrial projects numbered 18, farm ones 7 and tourism ones 5.", "18 = 18; 7 = 7; 5 = 5"),
        (
            "Hong Kong firms account for 12 of the deals, Macao firms for seven.",
            "12 of the deals = 12; seven = 7",
        ),
        # one noun behind several numbers
        ("18 industrial, 7 rural and 5 tourism projects were signed.", "18 = 18; 7 = 7; 5 tourism projects = 5"),
        ("Eight foreign and 12 domestic projects were signed.", "Eight = 8; 12 domestic projects = 12"),
        ("Some 300 people and 12 projects were there.", "12 projects = 12"),
        # the next sentence, the next paragraph
        ("Two projects began. Six are rural; two of those are big.", "Two projects = 2; Six = 6; two = 2"),
        ("It signed 15 projects.\n\nSix are in tourism.", "15 projects = 15; Six = 6"),
        ("It signed 50 projects.\n\nThe mood was good.\n\nThere are 12 foreign-funded and 38 domestic ones.",
         "50 projects = 50; 12 = 12; 38 = 38"),
        ("It signed 30 projects.\n\nThe hall has seats for 300.", "30 projects = 30"),
        ("It signed 30 projects. Of the total, 18 are new. A further 12 were signed online.",
         "30 projects = 30; 18 = 18; 12 = 12"),
        ("It signed 30 projects. Three of the 30 are foreign.", "30 projects = 30; Three = 3"),
        ("It signed 30 projects in 8 sectors, 12 of them foreign.", "30 projects = 30; 12 = 12"),
        ("The pair signed 8 MOUs and 3 LOIs.", "8 MOUs = 8; 3 LOIs = 3"),
        ("It drew 20 companies from 8 countries, 5 of them from Japan.", ""),
        # another year
        ("The tally of deals rose from 24 last year to 30 this year.", "24 = 24; 30 = 30"),
        ("It signed 30 deals, up from last year's 24.", "30 deals = 30; 24 = 24"),
        # none of them
        ("It signed 38 projects. Nine of the world's top 500 companies came.", "38 projects = 38"),
        ("It signed 40 projects. A quarter of them (8) are old.", "40 projects = 40; A quarter = 25%; 8 = 8"),
        ("It signed 40 projects, half of the projects (21) new.", "40 projects = 40; half = 50%; 21 = 21"),
        ("The number of projects rose by 28 percent from 50 at the last event.", "28 percent = 28%; 50 = 50"),
        ('It signed 46 projects. "Of the 46, a full 29 are old," he said.', "46 projects = 46; 46 = 46; 29 = 29"),
        ("It fell ill by 28 percent. Rooms rose from 50 at noon.", "28 percent = 28%"),
        ("They put their names under 19 projects, twelve of them new.", "19 projects = 19; twelve = 12"),
        ("It signed 28 projects. Of these, 17 (60.7 percent) are old.",
         "28 projects = 28; 17 = 17; 60.7 percent = 60.7%"),
        ("It signed 9 agreements. A third of the agreements, three, are old.",
         "9 agreements = 9; A third = 33.3%; three = 3"),
        ("Contracts numbered 54, up 20 percent over the 45 of the previous edition.",
         "54 = 54; 20 percent = 20%; 45 = 45"),
        ("Contracts numbered 54, more than the 45 guests of the mayor.", "54 = 54"),
        ("It adds up to 11.7 billion yuan.", "11.7 billion yuan = 11700000000 CNY"),
        ("It may spend up to 11.7 billion yuan.", "11.7 billion yuan = 11700000000 CNY at_most"),
        ("Keep to one project, one leader, one team.", ""),
        ("In the first three quarters the sales of projects grew.", ""),
    ],
)  # fmt: skip
def test_counts_that_go_on_in_english(text: str, expected: str) -> None:
    assert figures_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("签约二十一个项目。\n\n其中经开区8个，马龙区5个；县各2个。", "二十一个项目 = 21; 8个 = 8; 5个 = 5; 2个 = 2"),
        ("签约30个项目。\n\n按产业分，工业12个，农业18个。", "30个项目 = 30; 12个 = 12; 18个 = 18"),
        ("签约30个项目。\n\n全市共有博物馆35个，景区12个。", "30个项目 = 30"),
        ("签约项目82个，长三角企业投资的29个、其他地区的13个。", "项目82个 = 82; 29个 = 29; 13个 = 13"),
        ("与日本企业签下15项合作，合同外资3亿美元。", "15项合作 = 15; 3亿美元 = 300000000 USD"),
        ("双方在5个领域合作。", ""),
        ("38个项目分别来自8个国家，其中德国5个，日本3个。", "38个项目 = 38; 5个 = 5; 3个 = 3"),
        ("参会企业来自8个国家，其中德国5个。", ""),
        ("达成意向15个，签约8个。", "15个 = 15; 8个 = 8"),
        ("签约超20个，总投资30亿元。", "20个 = 20 over; 30亿元 = 3000000000 CNY"),
        ("共签约落地12个，其中工业5个、农业7个。", "12个 = 12; 5个 = 5; 7个 = 7"),
        ("签约项目61个，金额6亿元；合同12份，金额3亿元；两项合计9亿元。",
         "项目61个 = 61; 6亿元 = 600000000 CNY; 合同12份 = 12; 3亿元 = 300000000 CNY; 9亿元 = 900000000 CNY"),
        ("签约项目42个，最大的一个105亿元。\n\n按落户地分，新区19个，其他县市23个。",
         "项目42个 = 42; 105亿元 = 10500000000 CNY; 19个 = 19; 23个 = 23"),
        ("签约40个项目，包括工业、农业、服务业三项，分别为25个、10个和5个。",
         "40个项目 = 40; 25 = 25; 10 = 10; 5个 = 5"),
        ("总投资首次迈上千亿元台阶。", "千亿元 = 100000000000 CNY"),
        ("签约项目 | 投资额（亿元）\n生物医药 16个 | 48.5\n合计 16个 | 48.5",
         "16个 = 16; 48.5 = 4850000000 CNY; 16个 = 16; 48.5 = 4850000000 CNY"),
        ("新签超百亿项目两个。", "项目两个 = 2"),
    ],
)  # fmt: skip
def test_counts_that_go_on_in_chinese(text: str, expected: str) -> None:
    assert figures_of(text) == expected
