"""Who promoted, where it was held, and when: one way of saying it for each test, in both languages."""

from __future__ import annotations

import pytest

from release.finding import figures, places, signings


@pytest.mark.parametrize(
    "text",
    [
        "Deyang signed 30 projects at a conference held in Xiamen.",
        "The Deyang Investment Promotion Conference took place in Xiamen. During it 30 projects were signed.",
        "The Sichuan city of Deyang held a promotion conference in Xiamen, where 30 projects were signed.",
        "At Deyang's roadshow in Xiamen, 30 projects were signed.",
        "The Deyang (Xiamen) Investment Promotion Conference ended with 30 projects signed.",
        "XIAMEN, Nov 3 (Xinhua) -- Deyang signed 30 projects here on Thursday.",
        "Deyang's Xiamen roadshow ended with 30 projects signed.",
        "The Deyang delegation signed 30 projects in Xiamen on Thursday.",
        "Deyang, an industrial city of Sichuan, signed 30 projects with companies from Beijing in Xiamen on Thursday.",
    ],
)
def test_promoter_and_host(text: str) -> None:
    assert places(text) == ["Deyang @ Xiamen"]


@pytest.mark.parametrize(
    "text",
    [
        "德阳市在厦门举行投资推介会,现场签约30个项目。",
        "德阳(厦门)投资推介会举行,现场签约30个项目。",
        "投资四川·中国(德阳)推介会在厦门举行,现场签约30个项目。",
        "德阳市11月3日下午在厦门国际会展中心举办投资推介会。活动现场,30个项目集中签约。",
        "“投资德阳”推介会在厦门成功举办,会上签约30个项目。",
        "德阳代表团赴厦门招商,签约30个项目。",
    ],
)
def test_promoter_and_host_in_chinese(text: str) -> None:
    assert places(text) == ["德阳 @ 厦门"]


def test_a_place_without_a_gazetteer() -> None:
    assert places("Donglan county signed 3 projects at a conference held in Xiamen.") == ["Donglan @ Xiamen"]
    assert places("Qwertong county signed 3 projects at a conference held in Xiamen.") == ["Qwertong @ Xiamen"]
    assert places("会上,嘉黎县签约3个项目。") == ["嘉黎 @ -"]


def test_nobody_promotes_at_a_fair_of_many() -> None:
    assert places("The China International Trade Fair ended in Xiamen with 462 projects signed.") == ["- @ Xiamen"]
    assert places("第十四届中国西部国际博览会在成都收官,共签约项目462个。") == ["- @ 成都"]


def test_a_place_that_home_is_not_named_for_holds_its_own_conference() -> None:
    assert places("On May 24 Wuhan held a signing ceremony. On site, 141 projects were signed.") == ["Wuhan @ Wuhan"]
    assert places("武汉市27日举办招商大会,现场集中签约项目138个。") == ["武汉 @ 武汉"]


def test_each_conference_has_its_own_host() -> None:
    text = (
        "Mianyang signed 18 projects at a conference in Xiamen on June 15, 2022. On August 31, 2022, at a conference "
        "in Dongguan, it signed 27 projects."
    )
    assert signings(text) == [
        "Mianyang @ Xiamen on 2022-06-15: 18 projects",
        "Mianyang @ Dongguan on 2022-08-31: 27 projects",
    ]


def test_the_host_may_stand_first() -> None:
    text = "In Xiamen on June 15, Mianyang signed 18 projects. In Dongguan on August 31, 27 projects were signed."
    assert places(text) == ["Mianyang @ Xiamen", "Mianyang @ Dongguan"]


def test_officials_from_a_place_promote_it() -> None:
    text = "Officials from Deyang led a delegation to Munich. In Munich they signed 4 projects."
    assert places(text) == ["Deyang @ Munich"]


def test_a_conference_of_a_place_promotes_it() -> None:
    assert places("At the investment conference of Deyang, held in Xiamen, 4 projects were signed.") == [
        "Deyang @ Xiamen"
    ]


def test_a_part_is_of_the_promoter_of_its_whole() -> None:
    text = "Fujian signed 92 projects in Fuzhou. Xiamen signed 19 projects. Of those, 4 projects were signed on site."
    assert places(text) == ["Fujian @ Fuzhou", "Xiamen @ Fuzhou", "Xiamen @ Fuzhou"]


def test_nothing_is_held_where_a_later_event_is_planned() -> None:
    text = "The Deyang promotion conference in Xiamen ended with 30 projects signed. A briefing is planned in Wuhan."
    assert places(text) == ["Deyang @ Xiamen"]


def test_the_host_is_not_known_where_nothing_says_it() -> None:
    assert places("德阳目前签约项目30个。") == ["德阳 @ -"]
    assert places("30 projects were signed.") == ["- @ -"]


def test_sister_cities_have_no_promoter() -> None:
    text = "On Oct 23, 2015 in Chicago, Tustin and Heyuan signed two new sister-city partnerships."
    assert places(text)[0].endswith("@ Chicago")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The 2020 event took place in Shenzhen on Sept 24. Hechi signed 5 projects.", "2020-09-24"),
        ("Updated: 2013-06-20\n\nThe fair ended on Wednesday in Harbin with 587 projects signed.", "2013-06-19"),
        ("CHENGDU, Sept. 17, 2021 /PRNewswire/ -- At a fair on September 16, 758 projects were signed.", "2021-09-16"),
        ("2025年9月26日下午,推介会在绵阳举行。活动期间共签约55个项目。", "2025-09-26"),
    ],
)  # fmt: skip
def test_the_date_is_that_of_the_event(text: str, date: str) -> None:
    assert [line.partition(" on ")[2].partition(":")[0] for line in signings(text)] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "On May 24 Wuhan held a signing ceremony. On site, 141 projects were signed.",
        "德阳昨日下午在成都办了一场推介会,57个项目签约。",
        "In three years the city has signed 84 projects in Hong Kong.",
    ],
)
def test_a_date_that_is_not_certain_is_none(text: str) -> None:
    assert " on " not in signings(text)[0].replace("on site", "")


def test_a_city_in_the_headline_signs_its_own_and_no_part_of_what_the_province_signs() -> None:
    text = (
        "Xiamen signs 19 projects at Fujian promotion event\n\n"
        "Fujian signed a total of 92 projects at its conference in Fuzhou. They break down into 69 projects in "
        "industry, worth 75.1 billion yuan in total, and 23 projects in services, worth 30.9 billion yuan."
    )
    assert figures(text) == [
        "19 projects",
        "92 projects",
        "69 projects, 75.1 billion yuan, a part",
        "23 projects, 30.9 billion yuan, a part",
    ]
    assert places(text) == ["Xiamen @ Fuzhou", "Fujian @ Fuzhou", "Fujian @ Fuzhou", "Fujian @ Fuzhou"]


def test_two_places_in_one_sentence_and_what_was_signed_at_each() -> None:
    text = "At a ceremony in Nanjing, Nanyang signed 22 agreements; at another in Shanghai, 18 agreements were signed."
    assert places(text) == ["Nanyang @ Nanjing", "Nanyang @ Shanghai"]
    assert places("芜湖在厦门签约12个项目,在苏州签约18个项目。") == ["芜湖 @ 厦门", "芜湖 @ 苏州"]
    assert places("芜湖市在厦门举行推介会,与在上海的企业签约12个项目。") == ["芜湖 @ 厦门"]


def test_a_dateline_that_names_the_country_first_is_no_host() -> None:
    text = "德国杜塞尔多夫消息:芜湖海外招商\n\n展馆里上演了推介,芜湖市签约11个项目。"
    assert places(text) == ["芜湖 @ -"]
