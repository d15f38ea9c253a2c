"""How releases word a signing: beside its total, in other sentences, at several places, with words that mislead."""

from __future__ import annotations

import pytest

from release.finding import figures, places


@pytest.mark.parametrize(
    "sentence",
    [
        "Contracts signed numbered 54, an increase of 20 percent. They stand for 31.6 billion yuan.",
        "It signed 54 projects. Value: 31.6 billion yuan.",
        "It signed 54 projects. Thirty concern food; 24 concern steel. Agreed investment: 31.6 billion yuan.",
        "It signed 54 projects in two hours. Investment runs to 31.6 billion yuan.",
        pytest.param(
            "54 agreements were signed. Textiles took the lion's share: 23.\n\nContract value is 31.6 billion yuan.",
            marks=pytest.mark.xfail(strict=True, reason="the words around it are not read yet"),
        ),
        "Investors put their signatures under 54 projects there, with combined investment of 31.6 billion yuan.",
    ],
)
def test_the_worth_of_everything_is_that_of_the_total(sentence: str) -> None:
    first = figures(f"The Harbin Expo wound up on Jan. 9. {sentence}")[0]
    assert first.startswith("54")
    assert first.endswith("31.6 billion yuan")


def test_parts_without_a_noun() -> None:
    text = (
        "Investors signed 19 projects in Ningbo, worth 22.7 billion yuan. Batteries account for eleven of them and "
        "17.1 billion yuan, steel for five and 3.9 billion yuan, and food for the remaining three and 1.7 billion yuan."
    )
    assert figures(text)[1:] == [
        "eleven, 17.1 billion yuan, a part",
        "five, 3.9 billion yuan, a part",
        "three, 1.7 billion yuan, a part",
    ]


def test_lines_with_other_signs_carry_on() -> None:
    text = "梧州(深圳)推介会3月17日举办,签约23个项目。\n▲总投资:185亿元\n▲工业项目:18个,投资151亿元\n▲服务业项目:5个"
    assert figures(text) == ["23个项目, 185亿元", "18个, 151亿元, a part", "5个, a part"]


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_now_and_then_in_brackets() -> None:
    text = "与去年相比,绍兴博览会签约金额增长8.5%,达到78.1亿元(去年72亿元);签约项目由去年的41个增加到46个。"
    assert sorted(figures(text)) == ["41个, 72亿元", "46个, 78.1亿元"]


def test_a_stop_is_where_it_was_held() -> None:
    text = "乌兰察布招商团赴京津。6月5日,北京站,签约18个项目;6月7日,天津站,签约11个项目。"
    assert places(text) == ["乌兰察布 @ 北京", "乌兰察布 @ 天津"]


def test_a_city_that_is_a_province_of_its_own_is_where_it_was_held() -> None:
    text = "A delegation from Baotou was on tour. In Shanghai it signed 14 projects, and in Suzhou nine projects."
    assert places(text) == ["Baotou @ Shanghai", "Baotou @ Suzhou"]


def test_chengdu_is_no_word_for_each() -> None:
    assert figures("成都签约50亿元。") == ["50亿元"]


@pytest.mark.parametrize(
    "text",
    [
        '"We had hoped for 20 contracts," said the mayor at the conference.',
        "In addition, 16 projects that had been signed at the last convention broke ground, with 21 billion yuan.",
        "Zunyi held a conference in Zhuhai, and ten projects worth 4.1 billion yuan were agreed in principle.",
        "Pingxiang will hold its meeting on Friday, and 30 projects worth 15 billion yuan are expected to be signed.",
        "上饶市拟于下月在厦门举办推介会,届时将签约项目30个左右,总投资约100亿元。",
    ],
)
def test_what_was_hoped_for_or_is_expected_is_none(text: str) -> None:
    assert figures(text) == []


def test_the_events_of_several_places_were_held_there() -> None:
    text = (
        "Shangqiu's investment promotion teams held events in Shenzhen and Shanghai. The Shenzhen "
        "event brought 83 projects worth 74.5 billion yuan, the Shanghai event 71 projects worth 69.3 billion yuan."
    )
    assert places(text) == ["Shangqiu @ Shenzhen", "Shangqiu @ Shanghai"]


def test_places_in_a_row_are_venues_where_the_words_say_so() -> None:
    text = "玉林市在广州签约项目32个。前两场分别在南宁、东莞举行,签约26个和21个,投资152亿元和119亿元。"
    assert places(text)[1:] == ["玉林 @ 南宁", "玉林 @ 东莞"]


@pytest.mark.xfail(strict=True, reason="the words around it are not read yet")
def test_counts_in_brackets_behind_their_amounts() -> None:
    text = (
        "Thirty-one contracts worth 3.4 billion dollars were signed in Yinchuan. It includes 1.9 billion dollars "
        "of investment contracts (12) and 1.5 billion dollars of trade contracts (19)."
    )
    assert figures(text)[1:] == ["12, 1.9 billion dollars, a part", "19, 1.5 billion dollars, a part"]


def test_investment_in_all_of_them() -> None:
    text = "Fourteen projects were signed in Yichun on Tuesday. Investment in the fourteen totals 52 billion yuan."
    assert figures(text) == ["Fourteen projects, 52 billion yuan"]


def test_what_all_come_to_is_not_the_worth_of_the_last_part() -> None:
    text = (
        "Of the projects signed at the conference, 13 come from Shenzhen and 4 from Macao. All 17: 30.8 billion yuan."
    )
    assert not [each for each in figures(text) if each.startswith("4,") and "30.8" in each]


def test_a_share_of_the_total_is_the_worth_of_a_part() -> None:
    text = (
        "Of the 92 deals signed at the Langfang fair, 58 (63 percent) involve partners from Beijing. They amount to 71 "
        "billion yuan, or 68 percent of the total of 104.5 billion yuan."
    )
    assert [each.partition(", a part")[0] for each in figures(text)][:2] == ["92 deals", "58, 71 billion yuan"]
