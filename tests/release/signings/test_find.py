"""What is a signing, and what is none: one phenomenon for each test, in both languages."""

from __future__ import annotations

import pytest

from release.finding import figures, signings


@pytest.mark.parametrize(
    "verb", ["signed", "inked", "sealed", "concluded", "secured", "clinched", "landed", "won", "drew", "struck"]
)
def test_a_verb_of_signing_makes_projects_a_signing(verb: str) -> None:
    text = f"Deyang {verb} 30 projects worth 52.5 billion yuan at a conference in Xiamen on 3 November 2022."
    assert signings(text) == ["Deyang @ Xiamen on 2022-11-03: 30 projects, 52.5 billion yuan"]


@pytest.mark.parametrize("verb", ["签约", "签下", "签署", "签订", "达成", "引进"])
def test_a_chinese_verb_of_signing_makes_projects_a_signing(verb: str) -> None:
    text = f"2022年11月3日,德阳市在厦门举行投资推介会,现场{verb}30个项目,总投资525亿元。"
    assert signings(text) == ["德阳 @ 厦门 on 2022-11-03: 30个项目, 525亿元"]


@pytest.mark.parametrize(
    "text",
    [
        "At the Deyang conference the city put forward 60 projects seeking 30 billion yuan.",
        "At the conference Deyang released 60 projects that need 30 billion yuan.",
        "Deyang will sign 60 projects worth 30 billion yuan at the conference on Monday.",
        "Deyang plans to sign 60 projects with a total investment of 30 billion yuan.",
        "Construction began on 60 projects in Deyang, with a total investment of 30 billion yuan.",
        "Deyang handed out awards of 3 million yuan to 60 projects.",
        "The city's GDP reached 300 billion yuan, and its foreign trade 28 billion yuan.",
        "推介会上,德阳推出60个项目,总投资300亿元。",
        "推介会上,德阳集中发布60个招商项目,总投资300亿元。",
        "德阳计划年内签约60个项目。",
        "德阳60个项目集中开工,总投资300亿元。",
        "全市储备项目60个,总投资300亿元。",
        "去年全市地区生产总值达3000亿元。",
    ],
)
def test_what_is_offered_planned_or_built_is_no_signing(text: str) -> None:
    assert signings(text) == []


def test_what_one_company_signs_is_no_signing() -> None:
    assert figures("鹤壁签订合同金额1.8亿元,其中永达食业签订合同10份,总计1.7亿元。") == ["1.8亿元"]


@pytest.mark.parametrize(
    "text",
    [
        "Deyang signed 30 projects in Xiamen. They have a total investment of 5.2 billion yuan.",
        "Deyang signed 30 projects in Xiamen. Their combined value is 5.2 billion yuan.",
        "Deyang signed 30 projects in Xiamen, for a total of 5.2 billion yuan.",
        "Deyang signed 30 projects in Xiamen, involving 5.2 billion yuan of investment.",
        "Deyang landed 5.2 billion yuan worth of contracts in 30 projects.",
    ],
)
def test_the_amount_belongs_to_the_projects_before_it(text: str) -> None:
    assert figures(text) == ["30 projects, 5.2 billion yuan"]


@pytest.mark.parametrize(
    "text",
    [
        "德阳签约30个项目,总投资52亿元。",
        "德阳签约30个项目。总投资52亿元,涉及多个领域。",
        "德阳签约30个项目,平均每个项目投资1.7亿元,协议总投资52亿元。",
    ],
)
def test_the_amount_belongs_to_the_projects_before_it_in_chinese(text: str) -> None:
    assert figures(text) == ["30个项目, 52亿元"]


def test_the_second_currency_is_the_same_amount() -> None:
    text = "Deyang signed 30 projects worth 5.2 billion yuan ($0.7 billion) in Xiamen."
    assert figures(text) == ["30 projects, 5.2 billion yuan"]
    assert figures("德阳签约外资项目25个,投资额59.2亿美元(折合人民币367.1亿元)。") == ["外资项目25个, 59.2亿美元"]


def test_a_threshold_is_not_what_projects_are_worth() -> None:
    assert figures("德阳签约57个项目,投资总额272亿元。其中5亿元以上的项目18个。")[1] == "项目18个, a part"
    text = "Deyang signed 57 projects worth 27 billion yuan, including 18 projects worth over 500 million yuan each."
    assert figures(text)[1] == "18 projects, a part"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deyang signed 92 projects worth 105.7 billion yuan. Of them, 69 projects use foreign capital.",
            ["92 projects, 105.7 billion yuan", "69 projects, a part"],
        ),
        (
            "Deyang signed 5 projects worth 9.9 billion yuan. The remaining 4 projects were concluded online.",
            ["5 projects, 9.9 billion yuan", "4 projects, a part"],
        ),
        (
            "德阳签约50个项目,总投资1201.5亿元。其中外资项目21个,445.7亿元;内资项目29个,755.8亿元。",
            ["50个项目, 1201.5亿元", "外资项目21个, 445.7亿元, a part", "内资项目29个, 755.8亿元, a part"],
        ),
    ],
)
def test_parts_are_marked(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


def test_figures_that_add_up_to_a_signing_are_its_parts() -> None:
    text = "Luoyang inked deals worth 21.6 billion yuan. Tractors took 8.4 billion yuan and energy 13.2 billion yuan."
    assert figures(text) == ["21.6 billion yuan", "8.4 billion yuan, a part", "13.2 billion yuan, a part"]
    assert figures("湘潭签约总金额168.5亿元。装备制造72.3亿元,电子信息96.2亿元。") == [
        "168.5亿元",
        "72.3亿元, a part",
        "96.2亿元, a part",
    ]


def test_an_amount_that_is_the_share_stated_is_a_part() -> None:
    text = "南通34个项目集中签约,总投资212亿元。新能源项目投资91.2亿元,占总投资的43%。"
    assert figures(text) == ["34个项目, 212亿元", "91.2亿元, a part"]


def test_earlier_signings_that_a_later_sum_includes_are_parts() -> None:
    text = "武汉签约31个项目。长沙签约22个项目。两市共签约53个项目。"
    assert figures(text) == ["31个项目, a part", "22个项目, a part", "53个项目"]


def test_counts_and_amounts_in_turn() -> None:
    text = "Zunyi, Anshun and Tongren signed 12, 9 and 7 projects worth 8.6, 4.4 and 3.5 billion yuan respectively."
    assert [line.partition(" @")[0] for line in signings(text)] == ["Zunyi", "Anshun", "Tongren"]
    text = "遵义、安顺、铜仁三市在广州推介,分别签约12个、9个和7个项目,投资额分别为86亿元、44亿元和35亿元。"
    assert [line.removesuffix(", a part") for line in signings(text)] == [
        "遵义 @ 广州: 12, 86亿元",
        "安顺 @ 广州: 9, 44亿元",
        "铜仁 @ 广州: 7个项目, 35亿元",
    ]


def test_headline_and_body_are_one_signing() -> None:
    text = "Wuhan wins 141 projects worth over 383 bln yuan\n\nWuhan signed 141 projects worth 383.866 billion yuan."
    assert figures(text) == ["141 projects, 383.866 billion yuan"]
    text = "武汉签约投资超4000亿元\n\n武汉集中签约项目138个,总投资额4122.78亿元。"
    assert figures(text) == ["项目138个, 4122.78亿元"]


def test_the_body_is_believed_where_the_headline_contradicts_it() -> None:
    text = (
        "Wuhan signs 216 projects worth 490 million yuan\n\nIn Wuhan 216 projects worth 490 billion yuan were signed."
    )
    assert figures(text) == ["216 projects, 490 billion yuan"]


def test_an_earlier_signing_is_another_one() -> None:
    text = "Contracts worth 15.6 billion yuan were signed at the fair. At the last fair, 12.4 billion yuan were signed."
    assert figures(text) == ["15.6 billion yuan", "12.4 billion yuan"]
    assert figures("宜宾推介会签约金额108亿元,上届为52亿元。") == ["108亿元", "52亿元"]


def test_a_list_under_a_heading_that_says_signed() -> None:
    lines = "- Electronics: 12 projects, 6.3 billion yuan\n- Tea: 8 projects, 2 billion yuan\n"
    text = f"Signed at the Jiujiang conference\n\n{lines}\nTotal: 20 projects, 8.3 billion yuan\n"
    assert figures(text) == [
        "12 projects, 6.3 billion yuan, a part",
        "8 projects, 2 billion yuan, a part",
        "20 projects, 8.3 billion yuan",
    ]


def test_what_is_under_negotiation_is_not_signed_beside_what_is() -> None:
    signed = "In Suqian 41 projects worth 37.5 billion yuan were signed"
    text = f"{signed}, and 23 projects, worth 12 billion yuan, are under negotiation."
    assert figures(text) == ["41 projects, 37.5 billion yuan"]


def test_a_single_project_is_no_total() -> None:
    assert figures("Deyang signed agreements with a maker of tyres on a 2.5 billion yuan plant.") == []


def test_one_sentence_says_the_amount_and_the_next_the_number() -> None:
    text = "Henan signed deals worth 330 billion yuan at a conference. A total of 345 projects were signed."
    assert figures(text) == ["345 projects, 330 billion yuan"]
    assert figures("攀枝花在推介会上揽金218亿元,共有24个项目签约。") == ["24个项目, 218亿元"]


def test_amounts_in_brackets_are_those_of_the_parts() -> None:
    text = (
        "Huzhou inked 40 deals worth 32.1 billion yuan: 25 deals (21.3 billion yuan) and 15 deals (10.8 billion yuan)."
    )
    assert [line.removesuffix(", a part") for line in figures(text)] == [
        "40 deals, 32.1 billion yuan",
        "25 deals, 21.3 billion yuan",
        "15 deals, 10.8 billion yuan",
    ]


def test_so_many_figures_in_one_sentence_are_no_prose() -> None:
    assert figures("Deyang signed " + "3 projects worth 2 billion yuan, " * 100 + "it said.") == []
