"""A total and its worth that stand apart: in two sentences, in a heading and the text, in the lines of a list."""

from __future__ import annotations

import pytest

from release.finding import figures, places


def test_the_worth_follows_two_sentences_behind_the_number() -> None:
    text = (
        "Deals worth 23 billion yuan for Weinan\n\nA total of 46 projects have found investors. The mayor said so on "
        "Thursday after a conference in Hangzhou. Their combined value: 23.1 billion yuan."
    )
    assert figures(text) == ["46 projects, 23.1 billion yuan"]


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_numbers_without_a_verb_are_what_the_heading_says_was_signed() -> None:
    text = (
        "Over 250 bln yuan of investment signed for Hefei\n\nHEFEI, Nov. 5, 2021 -- The numbers were read out to "
        "applause on Thursday evening: 97 projects, 253.6 billion yuan."
    )
    assert figures(text) == ["97 projects, 253.6 billion yuan"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Eighty-eight projects, 102.6 billion yuan: these are the results of the Huzhou fair.",
        "The results of the Huzhou fair are Eighty-eight projects worth 102.6 billion yuan.",
        "The fair closed with Eighty-eight projects signed. Deal value: 102.6 billion yuan.",
    ],
)
def test_results_are_what_was_signed(sentence: str) -> None:
    assert figures(sentence) == ["Eighty-eight projects, 102.6 billion yuan"]


def test_a_numbered_line_carries_on() -> None:
    text = "咸宁市在武汉举行推介会,成果如下:\n一、签约项目:31个\n二、协议投资:96.8亿元\n三、其中亿元以上项目22个"
    assert figures(text) == ["31个, 96.8亿元", "项目22个, a part"]


def test_an_amount_and_then_the_number() -> None:
    assert figures("德阳推介会签约金额达到187.3亿元,项目数为34个。") == ["34个, 187.3亿元"]


def test_two_cities_and_what_they_come_to() -> None:
    text = "芜湖市与德国企业签约11个项目,投资5.4亿欧元;太仓市则签下9个,投资2.1亿欧元。两市相加,20个项目、7.5亿欧元。"
    assert figures(text) == ["11个项目, 5.4亿欧元, a part", "9个, 2.1亿欧元, a part", "20个项目, 7.5亿欧元"]


def test_a_number_that_is_taken_up_again_far_below_leads_to_its_parts() -> None:
    text = (
        "株洲在深圳举行推介会,签约项目43个,总投资312.5亿元。\n\n株洲是火车拖来的城市。这里有企业400余家。"
        "本地配套率达到80%。\n\n记者了解到,43个项目中制造业项目34个,占比79.1%。"
    )
    assert figures(text) == ["项目43个, 312.5亿元", "制造业项目34个, a part"]
    largest = (
        "Wuhan signed 38 projects worth 73.4 billion yuan in Shanghai. Guests came. Speeches were held. They ate.\n\n"
        "The largest of the 38 projects, a base in Yiling district, will cost 9.2 billion yuan."
    )
    assert figures(largest) == ["38 projects, 73.4 billion yuan"]


def test_a_venue_is_nobody_who_signs() -> None:
    text = (
        "Nantong held its conference on April 8, 2021. 86 projects were signed. The Shanghai venue contributed 21 "
        "projects, and 13 projects were signed in Shenzhen."
    )
    assert [place.partition(" @")[0] for place in places(text)] == ["Nantong", "Nantong", "Nantong"]
