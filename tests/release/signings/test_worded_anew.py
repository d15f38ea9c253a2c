"""Wordings of signings, and of what is none, in datelines, between two cities, in corrections, as answers."""

from __future__ import annotations

import pytest

from release.finding import figures, places, signings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
            "HAMBURG, Sept. 3, 2024 -- The mayor of Ningbo flew home with 19 contracts in his case, worth "
            "860 million euros. Seven of the contracts are on ports and come to 410 million euros. The other "
            "12 make up the remaining 450 million euros."
            ),
            ["19 contracts, 860 million euros", "Seven of the contracts, 410 million euros, a part",
             "12, 450 million euros, a part"],
        ),
        (
            (
            "PRAGUE, 14 March -- Firms from Yiwu and their Czech partners initialled eleven memoranda today with a "
            "potential value of 420 million euros."
            ),
            ["eleven memoranda, 420 million euros"],
        ),
        (
            (
            "The summit in Erdos closed. Seventeen projects were signed, with planned spending of 9 billion yuan."
            ),
            ["Seventeen projects, 9 billion yuan"],
        ),
        ("遂宁在重庆的恳谈会上,36个项目一锤定音,计划投资412.8亿元。", ["36个项目, 412.8亿元"]),
        ("衡阳市代表团在厦门拍板18个项目,总投资96亿元。", ["18个项目, 96亿元"]),
        ("桂林市文旅部门5日在曼谷与同行互换7份备忘录。", ["7份备忘录"]),
        ("南平(广州)推介会尘埃落定:27个项目签字画押,协议投资143亿元。", ["27个项目, 143亿元"]),
    ],
)  # fmt: skip
def test_words_for_signing(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "With the remaining 16 projects we are still talking; they could bring another $1.2 billion.",
        "The other 16 are still being discussed and might bring $1.2 billion.",
        "A further 16 projects are yet to be signed, with $1.2 billion.",
        "Another 16 projects, worth $1.2 billion, are under consideration.",
    ],
)
def test_what_is_still_talked_about_is_none(sentence: str) -> None:
    assert figures(f"Yantai signed 9 projects worth $640 million in Seoul. {sentence}") == ["9 projects, $640 million"]


@pytest.mark.parametrize(
    "text",
    [
        "南通市在新加坡表示,未来三年要引进项目100个,总投资500亿元。",
        "衢州在杭州推介会上表示,今后要签约项目60个,总投资300亿元。",
        "The fair opened in Wuhu. Last year's exports brought $700 million, and its fund has 5 billion yuan.",
        "LONDON -- A Suzhou company will invest 300 million pounds in a plant. Last year, firms invested $1.9 billion.",
    ],
)
def test_goals_exports_and_single_companies_are_none(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "In our report we wrote that 28 projects worth 16.4 billion yuan had been signed in Nanjing. In fact, "
                "26 projects worth 15.4 billion yuan were signed."
            ),
            ["26 projects, 15.4 billion yuan"],
        ),
        (
            ("Luoyang signed 26 projects in Nanjing, not 28 as an earlier report mistakenly said."),
            ["26 projects"],
        ),
        pytest.param(
            "《襄阳武汉招商》一文中,“签约项目46个,总投资380亿元”应为“签约项目42个,总投资360亿元”,特此更正。",
            ["项目42个, 360亿元"],
            marks=pytest.mark.xfail(strict=True, reason="the words around it are not read yet"),
        ),
    ],
)
def test_what_is_corrected_is_none(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DA LAT -- Twelve contracts between Kunming and the Vietnamese city were exchanged.", "Kunming @ -"),
        ("Nine agreements between Seoul and Yantai were signed there.", "Yantai @ -"),
        ("宁波与釜山结好二十年之际,两市企业12日在釜山交换了14份合作协议。", "宁波 @ 釜山"),
    ],
)
def test_a_signing_between_two_cities(text: str, found: str) -> None:
    assert places(text) == [found]


@pytest.mark.parametrize(
    "dateline",
    ["HUE, Vietnam -- ", "HUE, Vietnam (May 30, 2024) - ", "HUE, 30 May 2024 -- ", "*Hue, 30 May 2024*\n\n",
     "Hue, 30 May 2024. "],
)  # fmt: skip
def test_a_dateline_does_not_say_where_it_was_signed(dateline: str) -> None:
    assert places(f"{dateline}Delegates of Nanning signed six agreements.") == ["Nanning @ -"]


@pytest.mark.parametrize(
    ("total", "figure"),
    [
        ("bringing the overall value to $50 million", "$50 million"),
        pytest.param(
            "for a combined $50 million",
            "$50 million",
            marks=pytest.mark.xfail(strict=True, reason="the words around it are not read yet"),
        ),
        pytest.param(
            "which takes the aggregate value to $50 million",
            "$50 million",
            marks=pytest.mark.xfail(strict=True, reason="the words around it are not read yet"),
        ),
    ],
)
def test_a_list_that_ends_with_the_worth_of_everything(total: str, figure: str) -> None:
    text = (
        "Nanning signed 18 contracts in Hanoi.\n\nTourism leads with ten contracts ($31 million), before farming with "
        f"eight contracts ($19 million), {total}."
    )
    assert figures(text)[0] == f"18 contracts, {figure}"


def test_the_sum_of_two_that_a_third_exceeds_is_none() -> None:
    text = (
        "Traders from Yiwu concluded agreements in Dubai:\n\n* First day: 7 agreements, $310 million\n"
        "* Second day: 12 agreements, $455 million\n* Third day: 4 agreements, $96 million\n\n"
        "That makes 23 agreements and $861 million. The second day outweighed the others combined ($406 million)."
    )
    assert figures(text)[3:] == ["23 agreements, $861 million"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Last year's Yiwu Days yielded $702 million.", ["$702 million"]),
        ("The previous fair brought in $702 million.", ["$702 million"]),
        ("Last year's trade yielded $702 million.", []),
        ("Last year's GDP produced $702 million.", []),
    ],
)
def test_what_an_earlier_event_brought(sentence: str, found: list[str]) -> None:
    assert figures(f"Yiwu signed 23 agreements worth $861 million in Dubai. {sentence}")[1:] == found


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_stops_named_alone() -> None:
    text = "赣州年内两进大湾区。3月,深圳,签约21个项目、135亿元;6月,东莞,签约18个项目、92亿元。"
    assert places(text) == ["赣州 @ 深圳", "赣州 @ 东莞"]


def test_a_label_is_who_signs() -> None:
    assert places("湖州:本次上海活动签约项目9个。") == ["湖州 @ 上海"]


def test_years_since_are_no_year_of_the_release() -> None:
    text = "XIAMEN, Sept. 9 (Xinhua) -- The fair signed 412 deals on Saturday. It has grown since 2010."
    assert signings(text) == ["- @ -: 412 deals"]


@pytest.mark.parametrize(
    "text",
    [
        "Our company signed 14 contracts worth 3.2 billion yuan in the third quarter.",
        "The group signed 14 contracts worth 3.2 billion yuan.",
        "公司今年以来新签合同62份,合同额310亿元。",
        "本集团上半年累计签约项目20个,总投资50亿元。",
    ],
)
def test_what_a_company_signs_is_none(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "另有14个项目进入实质谈判,涉及资金78亿元。",
        "此外14个项目正在磋商,总投资78亿元。",
        "还有14个项目持续跟进,投资78亿元。",
    ],
)
def test_negotiations_are_none(sentence: str) -> None:
    assert figures(f"中山(深圳)对接会上,31个项目签约,协议投资221.5亿元。{sentence}") == ["31个项目, 221.5亿元"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "芜湖交易团在上海签订采购订单41份,金额6.3亿美元,同比增长12.5%。去年同期为5.6亿美元。",
            ["采购订单41份, 6.3亿美元"],
        ),
        (
            "Keqiao signed 44 projects; they carry investment of 28.9 billion yuan, up 14 percent from 25.3 billion.",
            ["44 projects, 28.9 billion yuan"],
        ),
        (
            "Wuhu signed 41 orders worth $630 million. A year earlier it was $560 million.",
            ["41 orders, $630 million"],
        ),
    ],
)
def test_what_an_earlier_period_came_to_is_none(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_parts_that_are_taken_up_again() -> None:
    text = (
        "Nantong's day in Nagoya produced eight contracts with a face value of 43 billion yen, five of which involve "
        "shipyards. These five represent 38 billion yen."
    )
    assert figures(text) == ["eight contracts, 43 billion yen", "five, 38 billion yen, a part"]


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_the_worth_goes_to_a_part() -> None:
    text = (
        "In Graz the city of Changzhou initialled 15 agreements, at a figure of 520 million euros. "
        "Two thirds of that, 347 million euros, goes to ten agreements on batteries."
    )
    assert figures(text) == ["15 agreements, 520 million euros", "ten agreements, 347 million euros, a part"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trade between Malaysia and Guangxi grew 6.1 percent to 41.7 billion ringgit last year.",
        "Its exports reached $28 billion, up 14 percent from $25 billion.",
        "Retail sales were 28 billion yuan, compared with 25 billion yuan a year earlier.",
        "A year earlier, exports were $25 billion.",
        "The average wage rose 4 percent to 9,200 yuan last year.",
    ],
)
def test_what_trade_and_sales_were_before_is_none(sentence: str) -> None:
    assert figures(f"Nanning signed eight contracts worth 2 billion yuan in Penang. {sentence}") == [
        "eight contracts, 2 billion yuan"
    ]


@pytest.mark.parametrize(
    "text",
    [
        'SEOUL, Sept. 27 -- The mayor of Dalian expected "about 20 contracts, perhaps $800 million" from the forum.',
        "Dalian expects another 20 contracts worth $800 million at the fair in October.",
        "Kunming's delegation expects around 20 contracts in Hanoi.",
    ],
)
def test_what_is_expected_is_none(text: str) -> None:
    assert figures(text) == []


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_the_worth_in_all_behind_a_list() -> None:
    text = (
        "Zhanjiang signed seven contracts in Auckland: four for fish (NZ$31 million), two for timber (NZ$18 million) "
        "and one for wool (NZ$6 million), NZ$55 million in all."
    )
    assert figures(text)[0] == "seven contracts, NZ$55 million"


def test_delegations_are_no_companies() -> None:
    assert figures("义乌文博会昨天落幕,宁夏展团现场成交3200万元。") == ["3200万元"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bottom line said 1.3 billion euros.",
        "The commerce bureau values the package at 1.3 billion euros.",
        "Together they come to 1.3 billion euros.",
    ],
)
def test_the_worth_in_the_next_sentence(sentence: str) -> None:
    assert figures(f"Wuxi signed 24 deals in Delft. {sentence}") == ["24 deals, 1.3 billion euros"]


@pytest.mark.parametrize(
    "text",
    [
        "Qingdao denied reports that it had signed 50 projects in Berlin. It signed 15, worth 900 million euros.",
        "The mayor dismissed rumours of 50 contracts being signed in Berlin.",
        "市投促局昨日辟谣:网传签约50个项目的消息不属实。",
    ],
)
def test_what_is_denied_is_none(text: str) -> None:
    assert not any(line.startswith("50") for line in figures(text))


def test_projects_that_found_a_home() -> None:
    text = "A total of 44 projects found a home in Mianyang after an event. Contracted capital: 31.7 billion yuan."
    assert figures(text) == ["44 projects, 31.7 billion yuan"]
