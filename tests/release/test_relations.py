"""What texts say about their own figures: each wording as it holds, and the twin with one figure changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from release.relating import lines, relations

FOLDER = Path(__file__).parent
GAP = re.compile(r"\{(?P<right>[^|}]*)\|(?P<wrong>[^}]*)\}")
CASES = [
    tuple(case.split("\n"))
    for case in (FOLDER / "stated_relations.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")[1:]
]


def listed(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


UNRELATED, DOUBTED = listed("no_relations.txt"), listed("doubted_relations.txt")


def case(*starts: str) -> list[ParameterSet]:
    """Return the cases as parameters; those whose texts start so are known not to be met."""
    return [
        pytest.param(*each, id=f"{each[0]} {at}", marks=[pytest.mark.xfail] if each[1].startswith(starts) else [])
        for at, each in enumerate(CASES)
    ]


@pytest.mark.parametrize(
    ("kind", "text", "statement"), case("The figure beats last year's", "| City | Projects | Contracted")
)
def test_a_relation_is_found_and_recomputed(kind: str, text: str, statement: str) -> None:
    gap = GAP.search(text)
    assert gap is not None
    right = lines(GAP.sub(gap["right"], text.replace("⏎", "\n")))
    assert f"{kind}: {statement.format(gap['right'])} -> true" in right
    assert not [line for line in right if line.endswith("-> false")]


NOT_SEEN = (
    "Three cities signed about 93 billion", "Contracts totalled 12.5 billion", "周口签约重点项目33个",
    "The drug makers",
    "Suqian signed 40 projects worth 20 billion yuan.⏎⏎| Field", "签约40个项目：⏎1. 工业", "| 城市 | 项目数",
    "{Twenty-five|", "Contracts worth {$145",
    "The figure beats last year's", "The fair ended with four deals", "Contracts came to 62.4 billion yuan, compared",
    "会上集中签约{25个", "| City | Projects", "| Sector | Projects", "Weihai won 24",
)  # fmt: skip
"""Texts of which a wrong figure is not seen, or seen only beside another figure than the one that is meant."""


@pytest.mark.parametrize(("kind", "text", "statement"), case(*NOT_SEEN))
def test_a_wrong_figure_is_told_or_at_least_doubted(kind: str, text: str, statement: str) -> None:
    gap = GAP.search(text)
    assert gap is not None
    wrong = lines(GAP.sub(gap["wrong"], text.replace("⏎", "\n")))
    stated = f"{kind}: {statement.format(gap['wrong'])}"
    assert f"{stated} -> false" in wrong or f"{stated} -> undecided" in wrong


def test_most_wrong_figures_are_told_as_false() -> None:
    told = 0
    for kind, text, statement in CASES:
        wrong = GAP.sub(lambda gap: gap["wrong"], text.replace("⏎", "\n"))
        gap = GAP.search(text)
        told += gap is not None and f"{kind}: {statement.format(gap['wrong'])} -> false" in lines(wrong)
    assert told >= 94


@pytest.mark.parametrize("text", UNRELATED)
def test_nothing_is_found_where_nothing_is_said(text: str) -> None:
    assert lines(text.replace("⏎", "\n")) == []


@pytest.mark.parametrize("text", DOUBTED)
def test_what_may_be_all_or_not_is_at_most_doubted(text: str) -> None:
    assert {line.rpartition(" -> ")[2] for line in lines(text.replace("⏎", "\n"))} <= {"undecided"}


@pytest.mark.xfail
@pytest.mark.parametrize(
    "text",
    [
        "签约项目30个，总投资200亿元，其中投资10亿元以上项目8个，5亿元以上项目15个，外资项目7个。",
        "At the fair, 50 deals were signed. 30 percent of them are in food, with 20 agreements still to be signed.",
        "今年签约45个项目，去年签约30个；外资项目增长60%。",
        "Tianjin's exports were 520 million euros, imports 416 million euros; the growth of exports is 25 percent.",
    ],
)
def test_figures_that_belong_to_other_things(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "48 projects were signed. Investment fell to 98.8 billion yuan.\n\nThe average is 2.06 billion yuan.",
            "average: 98.8 billion yuan / 48 projects = 2.06 billion yuan -> true",
        ),
        (
            "芜湖签约11个项目，投资5.4亿欧元；太仓签下9个，投资2.1亿欧元。两市相加，20个项目、7.5亿欧元。芜湖平均投资约4900万欧元。",
            "average: 5.4亿欧元 / 11个项目 = 约4900万欧元 -> true",
        ),
        (
            "Guangxi signed 64 projects.\n\nThe number of projects rose by 28 percent from 50 at the previous event.",
            "growth: 64 projects / 50 - 1 = 28 percent -> true",
        ),
        pytest.param(
            "Guiyang signed 211 projects.\n\nA year earlier it signed 196 projects. That means growth of 7.7 percent.",
            "growth: 211 projects / 196 projects - 1 = 7.7 percent -> true",
            marks=pytest.mark.xfail,
        ),
        (
            "昆山签署28项合作协议,总投资19.6亿美元,其中台资项目23项、15.7亿美元。\n\n台资项目金额占比高达80.1%。",
            "share: 15.7亿美元 / 19.6亿美元 = 80.1% -> true",
        ),
        (
            "While 33 projects were signed on the spot, 12 were signed online; the 45 projects are new.",
            "sum: 33 projects + 12 = 45 projects -> true",
        ),
        (
            "大会签约项目67个，其中投资超10亿元的项目13个。\n\n签约项目涵盖三大领域：食品31个，纺织22个，降解14个。",
            "sum: 31个 + 22个 + 14个 = 67个 -> true",
        ),
        (
            "They signed 19 projects. Batteries account for eleven of them, steel for five, and food for three.",
            "sum: eleven + five + three = 19 projects -> true",
        ),
    ],
)
def test_what_is_stated_apart_is_related_where_it_agrees(text: str, found: str) -> None:
    assert found in lines(text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Suqian signed 40 projects. A quarter of them (10) are in tourism.", "true"),
        ("Suqian signed 40 projects. A quarter of them (11) are in tourism.", "true"),
        ("Suqian signed 40 projects. A quarter of them (8) are in tourism.", "undecided"),
        ("Suqian signed 40 projects. A quarter of them (12) are in tourism.", "undecided"),
        ("Suqian signed 40 projects. A quarter of them (7) are in tourism.", "false"),
        ("Suqian signed 48 projects. A third of the projects (15) are in tourism.", "true"),
        ("Suqian signed 48 projects. A third of the projects (18) are in tourism.", "undecided"),
        ("签约项目48个，其中工业项目22个，占一半。", "true"),
        ("签约项目40个，其中工业项目13个，占三成。", "true"),
        ("签约项目40个，其中工业项目8个，占四分之一。", "undecided"),
    ],
)
def test_a_fraction_in_words_is_the_nearest_simple_one(text: str, verdict: str) -> None:
    assert [line.rpartition(" -> ")[2] for line in lines(text) if line.startswith("share")] == [verdict]


def test_the_reason_names_the_fraction_that_is_nearer() -> None:
    reasons = [each.reason for each in relations("Suqian signed 40 projects. A quarter of them (8) are in tourism.")]
    assert reasons == ["the share comes to 20%, which is nearer to a fifth; stated is A quarter"]


def test_independent_breakdowns_of_one_total() -> None:
    text = (
        "现场签约项目50个，计划投资1201.5亿元。按产业，制造业项目40个，952.5亿元；服务业项目10个，249亿元。"
        "按形式，合同项目21个，420亿元；协议项目20个，425.2亿元；意向项目9个，356.3亿元。"
    )
    assert lines(text) == [
        "sum: 40个 + 10个 = 50个 -> true",
        "sum: 952.5亿元 + 249亿元 = 1201.5亿元 -> true",
        "sum: 21个 + 20个 + 9个 = 50个 -> true",
        "sum: 420亿元 + 425.2亿元 + 356.3亿元 = 1201.5亿元 -> true",
    ]


def test_a_part_that_is_broken_down_further() -> None:
    text = (
        "The city signed five projects worth 9.88 billion yuan. One of the projects was signed on site and is worth "
        "5 billion yuan. The remaining four projects are worth 4.88 billion yuan. They comprise a park (1.2 billion "
        "yuan), a hotel (1.5 billion yuan), a mill (1.65 billion yuan) and a plant (530 million yuan)."
    )
    assert lines(text)[1:] == [
        "sum: 5 billion yuan + 4.88 billion yuan = 9.88 billion yuan -> true",
        "sum: 1.2 billion yuan + 1.5 billion yuan + 1.65 billion yuan + 530 million yuan = 4.88 billion yuan -> true",
    ]
    assert lines(text)[0].endswith("= five projects -> true")


def test_rounding_is_respected() -> None:
    text = "投资签约额5631.8亿元。按资金来源，内资项目437个，投资额5264.6亿元；外资项目25个，投资额367.1亿元。"
    assert lines(text) == ["sum: 5264.6亿元 + 367.1亿元 = 5631.8亿元 -> true"]


def test_part_and_whole_in_different_currencies_add_up_in_the_converted_one() -> None:
    text = "外资项目20个，投资额3亿美元，折合人民币约20亿元；内资项目30个，投资额80亿元。合计50个，投资额100亿元。"
    assert "sum: 20个 + 30个 = 50个 -> true" in lines(text)
    assert any(line.endswith("约20亿元 + 80亿元 = 100亿元 -> true") for line in lines(text))


def test_two_percentages_respectively() -> None:
    text = "签约项目52项，利用外资5.15亿美元。合同项目20项，利用外资2.09亿美元，分别占项目总数和利用外资数的38%和41%。"
    assert lines(text) == ["share: 20项 / 52项 = 38% -> true", "share: 2.09亿美元 / 5.15亿美元 = 41% -> true"]


def test_the_implied_rate_is_told() -> None:
    (found,) = relations("The deals are worth 62.4 billion yuan ($96 billion).")
    assert found.reason == "the implied rate is 0.650 yuan per USD, outside 6.00 to 8.80, the range since 1994"
    (found,) = relations("The deals are worth 62.4 billion yuan ($9.6 billion).")
    assert found.reason == "the implied rate is 6.500 yuan per USD, within 6.00 to 8.80, the range since 1994"


def test_a_conversion_at_odds_with_the_others_of_its_text() -> None:
    text = (
        "Deals worth 62.4 billion yuan ($9.6 billion) were signed, 20.0 billion yuan ($3.1 billion) of them for a port "
        "and 30.0 billion yuan ($3.5 billion) for a plant."
    )
    *agreeing, odd = relations(text)
    assert [each.outcome for each in agreeing] == ["true", "true"]
    assert odd.outcome == "false"
    assert odd.statement == "30.0 billion yuan / $3.5 billion = 62.4 billion yuan / $9.6 billion"
    assert odd.reason == "the implied rate is 8.571 yuan per USD, but 6.500 yuan per USD elsewhere in the text"


def test_a_pair_without_known_rates_is_not_checkable() -> None:
    (found,) = relations("The deals are worth 62.4 billion yuan (4,100 billion tenge).")
    assert found.outcome == "not checkable"
    assert found.reason == "the implied rate is 0.0152 yuan per KZT; no range of rates is known for the pair"


def test_reasons_name_both_sides() -> None:
    (found,) = relations("签约总额624亿元，包括内资419亿元、外资215亿元。")
    assert found.reason == "the parts add up to 634亿元, not to 624亿元"


@pytest.mark.parametrize(
    "text",
    [
        "赣州招商签约金额突破3在广00亿元\n\n记者从8日在广州举行的赣州家具产业推介大会上获悉，此次大会签约项目投资额达2072600万元。",
        "Wuhan signed deals worth 0 yuan ($0).",
        "总投资0亿元(折合0亿美元)。",
        "Wuhan signed deals worth 0 yuan in Macao\n\nThe deals are worth 34 billion yuan.",
    ],
)
def test_nothing_is_divided_by_zero(text: str) -> None:
    assert lines(text) == []


def test_an_amount_that_may_be_nothing_has_no_rate_of_its_own() -> None:
    text = (
        "It took deals worth 6.5 billion yuan ($1 billion), then 7 billion yuan (up to $1 billion), "
        "and 13 billion yuan ($2 billion)."
    )
    assert not [line for line in lines(text) if line.endswith("false")]


def test_a_comparison_with_cities_that_the_sentences_before_name() -> None:
    text = (
        "On June 15, the promotion conference was held in Xiamen. 18 projects were signed with 13.55 billion yuan.\n"
        "On August 31, the promotion conference was held in Dongguan. 27 projects were signed with 26.8 billion yuan.\n"
        "On November 3, it was held in Suzhou. 30 projects were signed on site amounting to 52.563 billion yuan, "
        "which has exceeded the sum of Xiamen and Dongguan."
    )
    assert lines(text) == ["exceeds: 52.563 billion yuan > 13.55 billion yuan + 26.8 billion yuan -> true"]


@pytest.mark.parametrize(
    "text",
    [
        "Wuhan lands 40-billion-yuan airport project\n\nWuhan signed deals. They include a hotel of 30 billion yuan.",
        "Hefei signs deals worth 20 billion yuan\n\nThe fair ended. Last year's fair brought 15 billion yuan.",
        "Hefei attracts 50 billion yuan of investment\n\nThe largest project, a chip plant, will cost 26 billion yuan.",
        "Suzhou inks 30 projects\n\nTwelve projects broke ground on Monday in Suzhou.",
        "合肥签约总额500亿元！\n\n其中最大的项目投资260亿元。",
        "Foshan reaps 30 billion yuan in Hong Kong\n\nIts trade with the city was worth 45 billion yuan..",
    ],
)
def test_a_heading_is_at_most_doubted_beside_a_figure_of_one_deal_or_another_year(text: str) -> None:
    assert [line for line in lines(text) if not line.endswith("undecided")] == []


def test_a_count_of_each_adds_up_to_nothing() -> None:
    text = (
        "二十一个项目签约，协议总投资66.3亿元。其中马龙区5个，投资31.3亿元；沾益区4个，投资20亿元；"
        "宣威市、陆良县各2个，合计投资15亿元。"
    )
    assert lines(text) == ["sum: 31.3亿元 + 20亿元 + 15亿元 = 66.3亿元 -> true"]


def test_both_restated_figures_are_named() -> None:
    (found,) = relations("216 projects signed in Wuhan\n\nOn Monday Wuhan signed 216 deals.")
    assert (found.statement, found.reason) == (
        "216 projects = 216 deals",
        "stated as 216 projects, and again as 216 deals",
    )


def test_parts_whose_shares_leave_a_rest_are_no_whole() -> None:
    text = "杭州签约总投资300亿元。其中制造业210亿元，占70%；服务业60亿元，占20%。"
    assert lines(text) == ["share: 210亿元 / 300亿元 = 70% -> true", "share: 60亿元 / 300亿元 = 20% -> true"]


def test_the_others_are_no_sum_where_no_word_puts_them_together() -> None:
    text = (
        "Xiamen took 45 billion yuan, Fuzhou 20 billion yuan and Putian 12 billion yuan, 77 billion yuan in all. "
        "The 45 billion yuan will be spent by 2020, while the others plan 60 billion yuan of exports."
    )
    assert not [line for line in lines(text) if "= 60 billion yuan" in line]


def test_a_count_far_from_that_of_a_list_is_of_more_than_the_list() -> None:
    text = (
        "Sixty contracts were handed over. Agriculture leads with 11 contracts ($62 million), before logistics with 8 "
        "contracts ($48 million) and tourism with 6 contracts ($35 million), bringing the value to $145 million."
    )
    assert lines(text) == ["sum: $62 million + $48 million + $35 million = $145 million -> true"]


def test_what_outweighs_others_is_no_part_beside_them() -> None:
    text = (
        "The stops yielded:\n\n* First stop: $310 million\n* Second stop: $455 million\n* Last stop: $96 million\n\n"
        "In all, this comes to $861 million. The second stop ($455 million) outweighed the two others ($406 million)."
    )
    assert [line for line in lines(text) if line.startswith("sum")] == [
        "sum: $310 million + $455 million + $96 million = $861 million -> true"
    ]


def test_a_share_is_of_the_total_behind_it() -> None:
    text = "The lion's share, 540 million euros or {}, went to batteries; the total was 900 million euros."
    assert lines(text.format("60 percent")) == ["share: 540 million euros / 900 million euros = 60 percent -> true"]
    assert lines(text.format("66 percent")) == ["share: 540 million euros / 900 million euros = 66 percent -> false"]


def test_an_average_whose_total_and_count_stand_behind_it() -> None:
    text = "Per contract, that is 20 million euros (45 contracts, 900 million euros)."
    assert lines(text) == ["average: 900 million euros / 45 contracts = 20 million euros -> true"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kiel made deals of 520 million euros.\n\nLast year it was 416 million euros; growth is 25 percent.",
            ["growth: 520 million euros / 416 million euros - 1 = 25 percent -> true"],
        ),
        (
            "东京说明会27个项目落定。\n\n去年同期大阪的说明会签约21个项目，今年多了6个，增幅28.6%。",
            ["growth: 27个项目 / 21个项目 - 1 = 28.6% -> true"],
        ),
        # What does not agree may be of something else.
        ("Deals worth 520 million euros.\n\nLast year's event yielded 416 million euros; trade rose 31 percent.", []),
    ],
)
def test_growth_of_a_total_of_a_paragraph_before(text: str, found: list[str]) -> None:
    assert [line for line in lines(text) if line.startswith("growth")] == found


def test_an_average_some_lines_below_its_total() -> None:
    text = "签约数：18个\n金额：24亿泰铢\n其中：农业8个，旅游6个，物流4个\n平均每个项目约1.33亿泰铢"
    assert "average: 24亿泰铢 / 18个 = 约1.33亿泰铢 -> true" in lines(text)


def test_a_decrease_with_a_sign() -> None:
    assert lines("Value: 6.4 billion yuan (2023: 8 billion yuan, -20 percent)") == [
        "growth: 1 - 6.4 billion yuan / 8 billion yuan = 20 percent -> true"
    ]


def test_a_fraction_that_a_part_accounts_for() -> None:
    text = "The 14 agreements were worth $2.1 billion. Petrochemicals account for two thirds, or $1.4 billion."
    assert lines(text) == ["share: $1.4 billion / $2.1 billion = two thirds -> true"]


@pytest.mark.parametrize(
    "opening",
    [
        "Twenty-eight contracts were signed in Rome. In Milan, ",
        "In 2023 twenty-eight contracts were signed. ",
        "Twenty-eight contracts were signed at the last edition. This year ",
        "Twenty-eight contracts were signed. On Tuesday ",
    ],
)
def test_a_count_of_another_time_or_place_is_not_that_of_the_list(opening: str) -> None:
    text = (
        "machinery took 11 contracts ($62 million), food 8 contracts ($48 million) and tourism 7 contracts "
        "($35 million), for a total of $145 million."
    )
    assert lines(opening + text) == ["sum: $62 million + $48 million + $35 million = $145 million -> true"]


@pytest.mark.xfail
def test_shares_respectively_before_their_totals() -> None:
    text = "外资项目69个、751亿元，分别占总数的75%和总额的71%；签约项目共92个，总投资1057亿元。"
    assert lines(text) == ["share: 69个 / 92个 = 75% -> true", "share: 751亿元 / 1057亿元 = 71% -> true"]
