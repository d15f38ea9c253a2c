"""Numbers that are no figures: dates, ranks, names, ordinals, sizes, and counts of other things."""

from __future__ import annotations

import pytest

from release.stated import figures_of


@pytest.mark.parametrize(
    "text",
    [
        "The 2021 projects were signed.",
        "Phase 2 projects will start.",
        "A 10-year contract and a three-year agreement.",
        "The two-phase project was signed.",
        "One of the largest projects was signed.",
        "20 companies signed cooperation agreements.",
        "More than 300 entrepreneurs attended.",
        "The park covers 300 square meters and 5,000 tons.",
        "The 15th Five-Year Plan and the 8th fair.",
        "The city has 3 million people and 20 parks.",
        "No. 3 project.",
        "COVID-19 contracts and G20 agreements.",
        "Visit https://example.com/2018/09/10/30-projects for more.",
        "Call +86 816 1234567.",
        "Two of them are foreign-funded.",
        "The 2023 conference drew 200 guests.",
        "Room 305, Building 12, 100 Main Street.",
        "Tel: (86) 816-2234567; fax 2234568.",
        "The 3,000-square-meter hall and 50,000-ton plant.",
        "The region spans 30 counties and 5 cities.",
        "The city ranked 3rd among 21 cities.",
        "One-third of its companies are foreign.",
        "Hundreds of projects, dozens of deals, several contracts.",
        "Billions of yuan were invested.",
        "The second and third projects.",
        "He signed the deal at 10:30 on 5 May.",
        "1.5 million tourists visited.",
        "The 500 MW project and a 2 GW wind farm.",
        "The 20-km project.",
        "A 3.5-star hotel project.",
        "3D printing projects and 4G contracts.",
        "Made in China 2025 projects.",
        "The value of contracts doubled.",
        "The project list includes 30 items.",
        "数十个项目签约,数百亿元投资。",
        "几十个项目签约。",
        "十几个项目签约。",
        "来自30个国家和地区的500家企业参会。",
        "第3个项目签约,第二批项目开工。",
        "提高3个百分点。",
        "年产10万吨聚酯项目。",
        "占地500亩,建筑面积20万平方米。",
        "第三届、第十四届、第14届大会。",
        "电话0816-1234567,邮编621000。",
        "会议于15:30在3号馆举行。",
        '"5+1"产业、"1+8"城市圈、G60科创走廊。',
        "会上，共有15家企业签约。",
        "全市拥有18家国家级科研院所、30名两院院士。",
        "推介会吸引了200多名客商、80余家企业、3个国家的驻华使节参会。",
        '"1+3"产业体系、"四化同步"、"三个一批"。',
        '成渝双城经济圈，"双百"企业，千亿级产业集群，百亿级企业5家。',
        "形成2个千亿级、5个百亿级产业集群。",
        "新增就业岗位3000个。",
        "同比增长1.5倍，翻了两番。",
        "项目涉及6大产业、12个区县。",
        "双方签署了一份合作协议。",
        "仅有一个项目落地。",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures_of(text) == ""
