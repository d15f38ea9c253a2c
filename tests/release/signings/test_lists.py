"""Lists and tables of signings: lines beside each other are no parts of each other, and the last is the whole."""

from __future__ import annotations

import pytest

from release.finding import figures, signings


def test_lines_of_places_without_a_whole_are_no_parts() -> None:
    text = (
        "展会闭幕,福建几市在厦门交出成绩单。\n\n漳州:食品类27个项目,金额88.4亿元。\n三明:新材料类14个项目,金额61.2亿元。\n"
        "南平:竹木类19个项目,金额70亿元。"
    )
    assert signings(text) == [
        "漳州 @ 厦门: 27个项目, 88.4亿元",
        "三明 @ 厦门: 14个项目, 61.2亿元",
        "南平 @ 厦门: 19个项目, 70亿元",
    ]


def test_lines_of_places_in_english() -> None:
    text = (
        "The contracts signed at the Harbin fair, city by city:\n\n"
        "- Jiamusi: 14 projects, 5.2 billion yuan\n- Daqing: 9 projects, 7.1 billion yuan\n"
        "- Heihe: 6 projects, 1.8 billion yuan\n"
    )
    assert figures(text) == [
        "14 projects, 5.2 billion yuan",
        "9 projects, 7.1 billion yuan",
        "6 projects, 1.8 billion yuan",
    ]


@pytest.mark.parametrize("total", ["| 合计 | 38 | 214.6 |", "| **合计** | **38** | **214.6** |", "|总计|38|214.6|"])
def test_the_last_row_is_the_whole(total: str) -> None:
    text = (
        "# 甘肃三市杭州专场签约情况\n\n| 市 | 项目数(个) | 签约金额(亿元) |\n|---|---:|---:|\n| 天水 | 12 | 78.1 |\n"
        f"| 酒泉 | 17 | 101.3 |\n| 张掖 | 9 | 35.2 |\n{total}\n"
    )
    found = figures(text)
    assert found[:3] == ["12, 78.1, a part", "17, 101.3, a part", "9, 35.2, a part"]
    assert found[3:] == ["38, 214.6"]


def test_rows_without_a_whole_are_no_parts() -> None:
    text = (
        "# 甘肃三市杭州专场签约情况\n\n| 市 | 项目数(个) | 签约金额(亿元) |\n|---|---:|---:|\n| 天水 | 12 | 78.1 |\n"
        "| 酒泉 | 17 | 101.3 |\n| 张掖 | 9 | 35.2 |\n"
    )
    assert figures(text) == ["12, 78.1", "17, 101.3", "9, 35.2"]


def test_rows_behind_their_whole_are_parts() -> None:
    text = (
        "The conference in Lanzhou closed with 38 projects worth 21.46 billion yuan.\n\n"
        "| City | Projects | Contracted investment |\n|---|---|---|\n| Tianshui | 12 | 7.81 billion yuan |\n"
        "| Jiuquan | 17 | 10.13 billion yuan |\n| Zhangye | 9 | 3.52 billion yuan |\n"
        "| **Total** | 38 | 21.46 billion yuan |\n"
    )
    assert figures(text) == [
        "38 projects, 21.46 billion yuan",
        "12, 7.81 billion yuan, a part",
        "17, 10.13 billion yuan, a part",
        "9, 3.52 billion yuan, a part",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "福建几市在厦门介绍经济。\n\n漳州:去年生产总值5700亿元。\n三明:全年签发出口证书1200份。",
        "| 市 | 项目数(个) | 总投资(亿元) |\n|---|---|---|\n| 漳州 | 12 | 78.1 |\n| 三明 | 9 | 35.2 |\n",
    ],
)
def test_lists_of_other_things(text: str) -> None:
    assert figures(text) == []


def test_stops_in_lines() -> None:
    text = (
        "昭通赴长三角招商小结\n\n第一站,无锡:12个项目,87.6亿元。\n第二站,常州:9个项目,65亿元。\n第三站,上海:20个项目,143.4亿元。\n"
        "三站共计:41个项目,296亿元。"
    )
    assert figures(text) == [
        "12个项目, 87.6亿元, a part",
        "9个项目, 65亿元, a part",
        "20个项目, 143.4亿元, a part",
        "41个项目, 296亿元",
    ]


def test_a_brief_of_labelled_lines() -> None:
    text = (
        "大理在成都的推介会签下了什么?\n\n项目:27个\n金额:148.3亿元\n时间:2023年8月17日\n地点:成都世纪城\n\n"
        "其中文旅类12个、69.5亿元,康养类15个、78.8亿元。"
    )
    assert signings(text)[0].endswith("@ 成都: 27个, 148.3亿元")
    assert figures(text)[1:] == ["12个, 69.5亿元, a part", "15个, 78.8亿元, a part"]


def test_an_english_brief() -> None:
    text = (
        "Investment brief\n\nSigned: 10 projects\nValue: EUR 390 million\nVenue: Lyon, 4 April 2025\nBy: Foshan\n\n"
        "Pipeline: 6 projects, EUR 150 million"
    )
    assert signings(text)[0].endswith("@ Lyon: 10 projects, EUR 390 million")
    assert len(signings(text)) == 1


def test_a_table_of_sectors_below_its_heading() -> None:
    text = (
        "九江市(东莞)推介会签约一览\n\n| 类别 | 项目数 | 总投资(亿元) |\n|---|---|---|\n| 芯片 | 6 | 38.4 |\n"
        "| 显示 | 9 | 45.1 |\n| 合计 | 15 | 83.5 |\n"
    )
    assert figures(text) == ["6, 38.4, a part", "9, 45.1, a part", "15, 83.5"]


def test_the_head_of_a_column_that_counts_signings() -> None:
    text = (
        "三市上海专场战报\n\n| 城市 | 签约数(个) | 投资额(亿元) |\n|:--|--:|--:|\n| 韶关 | 14 | 96.2 |\n"
        "| 清远 | 21 | 143.75 |\n"
    )
    assert figures(text) == ["14, 96.2", "21, 143.75"]
