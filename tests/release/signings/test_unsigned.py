"""What looks like a signing and is none, with the reason; and places that no text gives a signing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli import audit
from release.finding import figures, places, signings, unsigned


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Yantai hopes to sign 40 projects worth 9 billion yuan at the fair.", "planned"),
        ("At the forum in Wuhu 12 projects worth 3 billion yuan are to be signed on Friday.", "planned"),
        ("At the fair the mayor dismissed rumours of 50 contracts worth 2 billion yuan.", "planned"),
        ("At the conference Rizhao put forward 60 projects seeking 30 billion yuan.", "offered"),
        ("At the conference construction began on 25 projects worth 8 billion yuan.", "other"),
        ("The M&A market saw 340 deals worth $9.4 billion last year.", "statistic"),
        ("Foreign direct investment brought 72 new projects worth $310 million in the first half.", "statistic"),
        ("烟台计划在推介会上签约项目40个,总投资90亿元。", "planned"),
        ("推介会上,日照集中推出60个项目,总投资300亿元。", "offered"),
        ("推介会后,25个项目集中开工,总投资80亿元。", "other"),
        ("一季度,全省新批设立外商直接投资项目1319个,合同外资金额60.4亿美元。", "statistic"),
    ],
)
def test_what_nobody_signed_is_kept_apart_with_the_reason(text: str, reason: str) -> None:
    assert signings(text) == []
    assert unsigned(text)[0].endswith(f": {reason}")


def test_what_an_earlier_period_came_to_is_no_signing() -> None:
    text = (
        "The expo in Wuhu closed with contracts worth 8.9 billion yuan, compared with 7.1 billion yuan a year earlier."
    )
    assert figures(text) == ["8.9 billion yuan"]
    assert unsigned(text) == ["7.1 billion yuan: former"]
    text = "芜湖博览会签约金额89亿元。签约项目41个,去年同期签约项目36个。"
    assert figures(text)[0].endswith("89亿元")
    assert unsigned(text) == ["项目36个: former"]


def test_a_worker_of_a_paper_is_no_place() -> None:
    assert places("本报讯 (记者王宁)记者从商务局获悉,全市签约项目31个。") == ["- @ -"]


@pytest.mark.parametrize(
    "text",
    [
        "HEFEI, Sept. 24 (Xinhua) -- At the convention 38 projects were signed.",
        "At the forum 38 projects worth US$2.1 billion were signed.",
        "At the forum Hong Kong dollars flowed: 38 projects worth HK$2.1 billion were signed.",
        "推介会上,上海建工集团等参会,签约项目38个。",
        "市长杜延安出席推介会,会上签约项目38个。",
    ],
)
def test_datelines_currencies_companies_and_persons_are_no_places(text: str) -> None:
    assert places(text) == ["- @ -"]


def test_a_zone_of_a_fair_is_nobody_who_signs() -> None:
    text = "首届茶博会累计意向成交31.2亿元。汽车展区成交19.9亿元;家电展区成交11.3亿元。"
    assert places(text) == ["- @ -", "- @ -", "- @ -"]
    assert [line.endswith("a part") for line in figures(text)] == [False, True, True]


def test_the_worth_of_agreements_split_over_contracts_is_one_signing() -> None:
    text = "At the Harbour Week in Doha the navy signed $7.2 billion worth of deals, split over 14 major contracts."
    assert figures(text) == ["14 major contracts, $7.2 billion"]


def test_events_in_several_cities_give_their_total_no_host() -> None:
    text = (
        "Mianyang held three conferences this year, in Xiamen in June, Dongguan in August and Suzhou in November. "
        "It signed 75 projects worth 93 billion yuan."
    )
    assert places(text) == ["Mianyang @ -"]


PIECES = (
    "Wuhan signed 12 projects worth 3.4 billion yuan.", "Of them, 5 projects are in steel.", "Deals worth $2 billion.",
    "推介会签约30个项目,总投资52亿元。", "其中工业项目18个,投资31亿元。", "去年同期签约9个。",
    "A total of 42 projects were signed.",
    "The forum in Hefei closed.", "\n\n", "- Tea: 8 projects, 2 billion yuan\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_number_is_a_mention_and_of_one_signing_only(pieces: list[str]) -> None:
    found = audit(" ".join(pieces))
    own = [n for each in found.signings for n in (each.projects, each.amount) if n is not None]
    assert len(own) == len(set(own))
    told = [n for each in found.signings for n in each.mentions]
    assert len(told) == len(set(told))
    assert set(own) <= set(told) <= set(range(len(found.mentions)))
