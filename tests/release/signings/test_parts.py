"""What breaks a signing down: lists, amounts alone, shares; and what stands beside it and is no part of it."""

from __future__ import annotations

import pytest

from release.finding import figures, signings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deyang inked deals worth 20 billion yuan. Bearings attracted 8 billion yuan, and energy 5 billion yuan.",
            ["20 billion yuan", "8 billion yuan, a part", "5 billion yuan, a part"],
        ),
        (
            "德阳现场签约总金额168亿元。其中,装备制造72亿元,电子信息58亿元。",
            ["168亿元", "72亿元, a part", "58亿元, a part"],
        ),
    ],
)
def test_amounts_alone_are_parts_of_a_sum_signed(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Deyang signed 30 projects worth 20 billion yuan, such as a paper mill of 2 billion yuan.",
        "Deyang signed 30 projects worth 20 billion yuan, including a campus of 2 billion yuan.",
        "Deyang signed 30 projects worth 20 billion yuan. They involve 3 billion yuan of foreign capital.",
        "Deyang signed 30 projects worth 20 billion yuan. Firms running 486 projects in the city came.",
        "Deyang signed 30 projects worth 20 billion yuan, up by 5 projects.",
    ],
)
def test_examples_kinds_of_money_and_growth_are_no_parts(text: str) -> None:
    assert figures(text) == ["30 projects, 20 billion yuan"]


def test_a_list_that_semicolons_carry_on_stays_a_list() -> None:
    text = "德阳签约项目32个,签约额99亿元。其中,机械项目7个,32亿元;食品项目6个,总投资10亿元以上;医药项目10个,18亿元。"
    assert [line.endswith("a part") for line in figures(text)] == [False, True, True, True]


def test_an_amount_after_a_list_of_all_parts_is_that_of_the_whole() -> None:
    text = (
        "A total of 50 projects were signed in Deyang. They include 12 foreign projects and 38 domestic projects, "
        "with a total investment of more than 15 billion yuan."
    )
    assert figures(text)[0] == "50 projects, 15 billion yuan"


def test_what_so_many_could_not_reach_each_is_what_they_come_to() -> None:
    text = "Deyang signed 22 projects worth $3.4 billion. Of the 22 projects, 9 projects valued at over $1.7 billion."
    assert figures(text)[1:] == ["9 projects, $1.7 billion, a part"]


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_another_occasion_is_no_part() -> None:
    text = (
        "On Sept 10, at a meeting in Shenzhen, Deyang signed 22 projects worth 16 billion yuan.\n\n"
        "Two weeks later, on Sept 24, it was in Suzhou, where 14 projects worth 9 billion yuan were agreed upon."
    )
    assert [line.partition(":")[0].partition(" on ")[0] for line in signings(text)] == [
        "Deyang @ Shenzhen",
        "Deyang @ Suzhou",
    ]
    assert not figures(text)[1].endswith("a part")


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_what_a_signing_grew_from_is_another_one() -> None:
    text = (
        "Deyang signed 48 projects, against 60 projects in 2018. Investment climbed from 84 billion to 98 billion yuan."
    )
    assert figures(text)[0] == "48 projects, 98 billion yuan"
    text = "德阳签约项目97个,签约资金368亿元。签约项目由112个减少到97个,签约资金由341亿元增加到368亿元。"
    assert figures(text) == ["项目97个, 368亿元", "112个, 341亿元"]


def test_a_headline_that_contradicts_the_body_is_no_signing_of_its_own() -> None:
    text = "Deyang deals hit 73.4 million yuan\n\nDeyang signed 38 projects valued at 73.4 billion yuan in Shanghai."
    assert figures(text) == ["38 projects, 73.4 billion yuan"]


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_a_place_listed_as_a_venue_does_not_sign() -> None:
    text = "德阳市先后在厦门、东莞、温州举办三场推介会,共签约项目97个。其中厦门推介会签约34个,东莞推介会签约42个。"
    assert [line.partition(":")[0] for line in signings(text)] == ["德阳 @ 厦门", "德阳 @ 厦门", "德阳 @ 东莞"]


def test_the_city_is_told_and_not_its_province() -> None:
    text = "Taizhou, Zhejiang, signed 63 contracts worth 40 billion yuan at a conference in Hefei, Anhui, on Monday."
    assert signings(text)[0].startswith("Taizhou @ Hefei")


def test_what_a_comparison_goes_on_with_is_the_worth_of_what_is_compared() -> None:
    text = "洽谈会共签约项目182个,比上届的155个增长17.4%;签约金额868亿元,比上届的560亿元增长35.5%。"
    assert figures(text) == ["项目182个, 868亿元", "155个, 560亿元"]
