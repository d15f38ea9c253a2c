"""Paragraphs, sentences, languages and the date of a release."""

from __future__ import annotations

import pytest

from mycity_cli.release.text import read_release


def sentences(text: str) -> list[str]:
    release = read_release(text)
    return [text[each.start : each.end] for each in release.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("It grew 3.5 percent. Next.", ["It grew 3.5 percent.", "Next."]),
        ("On Sept. 6 it opened. It closed.", ["On Sept. 6 it opened.", "It closed."]),
        ("A U.S. company came. The U.S. The fair.", ["A U.S. company came.", "The U.S.", "The fair."]),
        ("Deli Co., Ltd. signed. Next.", ["Deli Co., Ltd. signed.", "Next."]),
        ("He joined Deli Inc. The deal is big.", ["He joined Deli Inc.", "The deal is big."]),
        (
            "No. 3 plant in St. Louis. Mr. Li and J. Smith came.",
            ["No. 3 plant in St. Louis.", "Mr. Li and J. Smith came."],
        ),
        ("It ended at 5 p.m. The guests left.", ["It ended at 5 p.m.", "The guests left."]),
        ("He said no. They left.", ["He said no.", "They left."]),
        ('He said: "Come." They came.', ['He said: "Come."', "They came."]),
        ('It grew. "Come," he said.', ["It grew.", '"Come," he said.']),
        ("Worth $5 billion (RMB 34 bn.). Next.", ["Worth $5 billion (RMB 34 bn.).", "Next."]),
        ("It grew... Then it fell.", ["It grew...", "Then it fell."]),
        ("签约30个。总额5亿元！好？是；完", ["签约30个。", "总额5亿元！", "好？", "是；", "完"]),
        ("他说:“签约了。”会议结束。", ["他说:“签约了。”", "会议结束。"]),
        ("内资20个;外资3个。", ["内资20个;", "外资3个。"]),
        ("增长3.5%。", ["增长3.5%。"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", "\u2029"])
def test_lines_end_in_many_ways(end: str) -> None:
    release = read_release(f"First line.{end}Second line.")
    assert [each.paragraph for each in release.sentences] == [0, 1]


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    text = (
        "Mianyang signed 30 projects at a conference that was held in the city of\n"
        "Suzhou on November 3, with a total investment of 52.563 billion yuan in\n"
        "all. The mayor said that the figure was higher than that of Xiamen and\n"
        "Dongguan together."
    )
    assert [each.split()[-1] for each in sentences(text)] == ["all.", "together."]
    assert {each.paragraph for each in read_release(text).sentences} == {0}


def test_chinese_lines_that_were_wrapped_are_one_paragraph() -> None:
    line = "绵阳市在苏州举行投资推介会现场集中签约三十个项目投资总额"
    text = f"{line}\n{line}\n{line}\n五百亿元。"
    assert sentences(text) == [text]


@pytest.mark.parametrize("second", ["signed in Suzhou.", "and Dongguan."])
def test_a_line_that_begins_small_goes_on(second: str) -> None:
    assert len(read_release(f"Xiamen saw 18 projects\n{second}").sentences) == 1


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Xiamen signs 19 projects\n\nThe fair took place.", [True, False]),
        ("Xiamen signs 19 projects\nThe fair took place.", [True, False]),
        ("# Xiamen signs 19 projects.\n\nText.", [True, False]),
        ("Text of the first line.\n\n## Results\n\nMore text.", [False, True, False]),
        ("厦门签约19个项目\n\n会议举行。", [True, False]),
        ("Text.\n\n- 18 projects\n- 27 projects", [False, False, False]),
        ("Text.\n\n1. Xiamen\n2. Suzhou", [False, False, False]),
        ("| Host | Projects |\n|---|---|\n| Xiamen | 18 |", [False, False, False]),
    ],
)
def test_headings(text: str, headings: list[bool]) -> None:
    assert [each.heading for each in read_release(text).sentences] == headings


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The city signed 30 projects.", "en"),
        ("Mianyang-Suzhou", "en"),
        ("绵阳签约30个项目。", "zh"),
        ("DHL与成都签约。", "zh"),
        ("綿陽簽約30個項目。", "zh"),
        ("La ville a signé 30 projets pour un total de 5 milliards de yuans.", ""),
        ("Die Stadt hat 30 Projekte mit einem Wert von 5 Milliarden Yuan und mehr unterzeichnet.", ""),
        ("La ciudad firmó 30 proyectos por un total de 5 mil millones de yuanes.", ""),
        ("Город подписал 30 проектов.", ""),
        ("وقعت المدينة 30 مشروعا.", ""),
        ("市は30件のプロジェクトに署名した。", ""),
        ("도시는 30개 프로젝트에 서명했다.", ""),
        ("The Champs-Élysées deal is worth 5 million euros.", "en"),
        ("30, 52.5", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert [each.language for each in read_release(text).sentences] == [language]


def test_numbers_alone_are_in_the_language_of_what_stands_before() -> None:
    assert [each.language for each in read_release("投资额\n\n525.63").sentences] == ["zh", "zh"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("date 2018-09-10 MIANYANG, China, Sept. 9, 2018 /PRNewswire/ -- At an event", "2018-09-10"),
        ("Title\nUpdated : 2013-06-20\n\nText.", "2013-06-20"),
        ("Title\nTime: 2024-05-21 11:37:04\nText.", "2024-05-21"),
        ("Text of the release.\n(Source: 05/25/2021)", "2021-05-25"),
        ("发布时间：2025年9月26日\n正文。", "2025-09-26"),
        ("标题\n\n2025年9月26日\n\n正文。", "2025-09-26"),
        ("Title\n\nNovember 8, 2022\n\nText.", "2022-11-08"),
        ("CHENGDU, China, Sept. 17, 2021 /PRNewswire/ -- The fair", "2021-09-17"),
        ("YINCHUAN, Aug. 19, 2021 (Xinhua) -- At a conference", "2021-08-19"),
        ("NANJING, April 26 (Xinhua) -- The 2021 fair opened.", "2021-04-26"),
        ("NANJING, April 26 (Xinhua) -- The fair opened.", None),
        ("NANJING, April 26 (Xinhua) -- The 2021 fair opened, after 2020.", None),
        ("中新网武汉8月27日电 2021年的大会举行。", "2021-08-27"),
        ("中新网武汉8月27日电 大会举行。", None),
        ("date 2018-13-45 Text", None),
        ("The fair opened on Sept. 6, 2018 in Chengdu.", None),
        ("2025年9月26日下午,推介会在绵阳举行。", None),
    ],
)
def test_the_date_that_a_release_states_of_itself(text: str, date: str | None) -> None:
    found = read_release(text).date
    assert (None if found is None else str(found)) == date


def test_offsets_are_those_of_the_text_with_all_its_characters() -> None:
    text = "\ufeffOne\u00ad.\u200b Two\u2060 words.\r\n\u202aThree."
    release = read_release(text, name="release.txt")
    assert release.name == "release.txt"
    assert release.text == text
    assert [text[each.start : each.end].strip("\ufeff\u202a") for each in release.sentences] == [
        "One\u00ad.",
        "Two\u2060 words.",
        "Three.",
    ]
    assert release.place(text.index("Three")) == (2, 2)
