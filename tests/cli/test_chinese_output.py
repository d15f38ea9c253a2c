"""What a user of Chinese sees of results: tables, cards, notes, charts, proofs, workbooks and pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mycity_cli.bundled import bundled
from running import Mycity

TABLE = "city,date,amount,currency\nSuzhou,2022,3000000000,CNY\nXiamen,2022,,\nSuzhou,2023,约20亿美元,USD\n"


def test_a_table(mycity: Mycity) -> None:
    result = mycity("deals", "--lang", "zh", columns=120)
    assert "\n".join(line.rstrip() for line in plain(result.out).split("\n")) == (
        "                                         金额\n"
        "日期        城市      类型    项目数     亿元  来源                     标识\n"
        "2022-06-15  厦门      投资        18   135.5   ein-2022-11-08           xiamen-2022-signing\n"
        "2022-08-31  东莞      投资        27   268     ein-2022-11-08           dongguan-2022-signing\n"
        "2022-11-03  苏州      投资        30   525.63  ein-2022-11-08           suzhou-2022-signing\n"
        "../2018-04  库比蒂诺  备忘录            无     mianyang-news-cupertino  cupertino-memorandum\n"
    )
    assert plain(result.err) == "共 4 次签约，显示 4 次\n"


def test_groups_with_their_total(mycity: Mycity) -> None:
    assert mycity("total", "--by", "kind,city", "--lang", "zh", "--format", "markdown").out == (
        "| 类型 | 城市 | 签约次数 | 项目数 | 金额（亿元） | 金额占比 |\n"
        "| --- | --- | ---: | ---: | ---: | ---: |\n"
        "| 投资 |  | 3 | 75 | 929.13 | 100.0% |\n"
        "|  | 苏州 | 1 | 30 | 525.63 | 56.6% |\n"
        "|  | 东莞 | 1 | 27 | 268 | 28.8% |\n"
        "|  | 厦门 | 1 | 18 | 135.5 | 14.6% |\n"
        "| 备忘录 |  | 1 |  |  |  |\n"
        "|  | 库比蒂诺 | 1 |  |  |  |\n"
        "| 合计 |  | 4 | 75 | 929.13 | 100.0% |\n"
    )


def test_provinces_have_their_chinese_names(mycity: Mycity) -> None:
    found = mycity("total", "--by", "province", "--lang", "zh", "--format", "markdown").out
    assert [line.split(" | ")[0] for line in found.splitlines()[2:]] == [
        "| 江苏", "| 广东", "| 福建", "| 加利福尼亚", "| 合计"
    ]  # fmt: skip
    assert "\n省份        江苏\n" in mycity("show", "suzhou", "--lang", "zh", "--format", "table").out


def test_a_column_that_counts_says_so(mycity: Mycity) -> None:
    assert mycity("cities", "--lang", "zh", "--format", "markdown").out.startswith(
        "| 名称 | 各语言名称 | 省份 | 国家 | 会议数 | 签约次数 |\n"
    )
    assert "| 签约 | suzhou-2022-signing |\n" in mycity("show", "suzhou", "--lang", "zh", "--format", "markdown").out


def test_a_unit_that_is_asked_for_decides(mycity: Mycity) -> None:
    out = mycity("total", "--lang", "zh", "--unit", "million", "--format", "table").out
    assert "金额      92913百万元\n" in out.replace(",", "")


def test_a_record_in_full(mycity: Mycity) -> None:
    out = mycity("show", "suzhou-2022-signing", "--lang", "zh", "--format", "table").out
    assert "城市      苏州\n" in out
    assert "金额      525.63亿元\n" in out
    assert out.endswith("来源      ein-2022-11-08（第 11 段）\n")
    out = mycity("show", "cupertino-memorandum", "--lang", "zh", "--format", "table").out
    assert "金额      无\n原文表述  无\n" in out
    assert "| 类型 | 投资 |\n" in mycity("show", "suzhou-2022-signing", "--lang", "zh", "--format", "markdown").out


def test_a_chart_of_text(mycity: Mycity) -> None:
    assert mycity("total", "--by", "city", "--chart", "--lang", "zh").out == (
        "苏州      ████████████████████████████████████  525.63亿元  (525.625 至 525.635)\n"
        "东莞      ██████████████████▍                   268   亿元  (267.5 至 268.5)\n"
        "厦门      █████████▎                            135.5 亿元  (135.45 至 135.55)\n"
        "库比蒂诺                                            未公布\n"
    )


def test_notes(mycity: Mycity, tmp_path: Path) -> None:
    data = tmp_path / "deals.csv"
    data.write_text(TABLE)
    err = mycity("total", "--by", "city", "--lang", "zh", "--data", data, "--format", "table").err
    assert err.startswith("共 3 次签约，显示 3 次；签约 2 未公布金额；合计：至少 15亿美元，")
    assert err.endswith("，因为以下金额带有“约”“近”“超”等字样：签约 3\n")
    err = mycity("deals", "--lang", "zh", "--data", data, "--columns", "city,amount").err
    assert "说明：amount 列有 1 个数字带有“约”“近”“超”等字样或为区间，此处仅为单个数字" in err


def test_a_proof(mycity: Mycity) -> None:
    out = mycity("check", "Suzhou > Xiamen + Dongguan", "--lang", "zh", "--format", "table").out
    assert out.startswith("结论      属实\n陈述      Suzhou > Xiamen + Dongguan\n理由")
    assert "差额      122.13亿元（为右边的 30.3%）\n舍入范围  121.575 至 122.685亿元\n" in out
    assert (
        "项        Suzhou：525.63亿元（525.625 至 525.635亿元）；依据：suzhou-2022-signing；"
        "出自：ein-2022-11-08（第 11 段）\n"
    ) in out
    document = mycity("check", "Suzhou > Xiamen", "--lang", "zh", "--format", "markdown").out
    assert document.startswith("# 证明\n\n## Suzhou \\> Xiamen\n\n**属实**：")
    assert "| 项 | 数值 | 记录 | 原文表述 | 来源 |\n" in document
    assert "- 数据日期：2022-11-08（来源所载的最晚日期）\n" in document


def test_verdicts_have_their_colours(mycity: Mycity) -> None:
    out = mycity("claims", "--lang", "zh", columns=120).out
    assert "\x1b[1;32m属实\x1b[0m" in out
    assert "\x1b[1;35m无法核查\x1b[0m" in out


def test_how_many_claims_come_to_what(mycity: Mycity) -> None:
    err = mycity("claims", "--lang", "zh", "--format", "table").err
    assert err == "共 9 条说法，显示 9 条；属实 7 条、不属实 0 条、无法判定 0 条、无法核查 2 条\n"


def test_a_workbook_that_nobody_reads_back_has_titles_and_others_have_names(mycity: Mycity, tmp_path: Path) -> None:
    calamine = pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    for name, command in (("total.xlsx", ("total", "--by", "city")), ("deals.xlsx", ("deals",))):
        mycity(*command, "--lang", "zh", "--output", tmp_path / name)
    total = calamine.CalamineWorkbook.from_path(str(tmp_path / "total.xlsx"))
    assert total.sheet_names == ["按城市"]
    heading, first = total.get_sheet_by_name("按城市").to_python()[:2]
    assert (heading[:6], first[0]) == (["城市", "签约次数", "项目数", "金额", "货币", "金额占比"], "苏州")
    deals = calamine.CalamineWorkbook.from_path(str(tmp_path / "deals.xlsx"))
    assert deals.get_sheet_by_name("签约").to_python()[0][:4] == ["id", "date", "city", "promoter"]
    assert mycity("total", "--data", tmp_path / "deals.xlsx").out == mycity("total").out


@pytest.mark.parametrize(
    ("command", "first"),
    [
        ("check 苏州>厦门", [["结论", "陈述", "左边", "右边", "单位", "理由", "未计入"], ["属实", "苏州>厦门"]]),
        ("claims", [["结论", "ID", "说法", "陈述", "来源", "理由", "未计入"], ["属实"]]),
        ("sources", [["ID", "日期", "发布方", "标题", "语言", "网址", "记录"]]),
        ("facts", [["ID", "城市", "名称", "原文表述", "数值", "单位", "日期", "来源"]]),
        ("cities", [["ID", "名称"]]),
        ("conferences", [["ID", "日期", "城市"]]),
        ("config", [["设置", "数值", "设置者", "位置"]]),
        ("show suzhou", [["字段", "数值"]]),
    ],
)
def test_a_workbook_in_chinese(mycity: Mycity, tmp_path: Path, command: str, first: list[list[str]]) -> None:
    calamine = pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    assert mycity(*command.split(), "--lang", "zh", "-o", tmp_path / "a.xlsx").code == 0
    rows = calamine.CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[: len(begun)] for row, begun in zip(rows, first, strict=False)] == first


def test_an_audit_in_a_workbook_in_chinese(mycity: Mycity, tmp_path: Path) -> None:
    calamine = pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    (tmp_path / "a.md").write_text(
        "| 项目 | 金额（亿元） |\n|---|---|\n| 甲 | 120.5 |\n| 乙 | 88 |\n| 合计 | 208.5 |\n"
    )
    mycity("audit", tmp_path / "a.md", "--lang", "zh", "-o", tmp_path / "a.xlsx")
    rows = calamine.CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    assert rows == [
        ["位置", "结论", "类型", "陈述", "理由"],
        [
            f"{tmp_path}/a.md:3:7",
            "属实",
            "合计",
            "120.5亿元 + 88亿元 = 208.5亿元",
            "各部分之和为 208.5亿元；文中为 208.5",
        ],
    ]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("deals", ["<title>签约</title>", ">亿元</span>", "<caption>4 行</caption>", ">库比蒂诺<", ">备忘录<"]),
        ("show suzhou", ["<title>记录</title>", ">苏州（zh-Hans）、蘇州（zh-Hant）<"]),
        ("check Suzhou>Xiamen", [">证明</p>", ">属实</strong>", "525.625 至 525.635亿元", "数据截至"]),
        ("total --by city", ["<title>按城市</title>", ">合计<"]),
    ],
)
def test_pages(mycity: Mycity, command: str, said: list[str]) -> None:
    pytest.importorskip("jinja2")
    page = mycity(*command.split(), "--format", "html", "--lang", "zh").out
    assert '<html lang="zh-Hans">' in page
    for each in said:
        assert each in page


def test_a_picture(mycity: Mycity) -> None:
    pytest.importorskip("jinja2")
    out = mycity("total", "--by", "city", "--where", "projects>=20", "--format", "svg", "--lang", "zh").out
    assert 'xml:lang="zh-Hans"' in out
    assert "各城市签约金额" in out
    assert "条件 projects 至少 20" in out
    assert "苏州：525.63；东莞：268" in out


@pytest.mark.parametrize("format", ["json", "jsonl", "tsv", "csv"])
@pytest.mark.parametrize(
    "command",
    [
        "deals",
        "conferences",
        "cities",
        "sources",
        "facts",
        "claims",
        "show suzhou",
        "show suzhou-2022-signing",
        "total --by kind,city",
        "total --by city --measure median",
        "check Suzhou>Xiamen academicians=1",
        "claims show suzhou-exceeds",
    ],
)
def test_what_programs_read_is_the_same_in_every_language(mycity: Mycity, command: str, format: str) -> None:
    arguments = (*command.split(), "--format", format)
    assert mycity(*arguments, "--lang", "zh").out == mycity(*arguments).out


def test_places_that_share_a_name_in_chinese_are_told_apart(mycity: Mycity, tmp_path: Path) -> None:
    data = json.loads(Path(bundled()).read_text("utf-8"))
    for place in data["places"]:
        if place["id"] in ("suzhou", "xiamen"):
            place["names"] = {"zh-Hans": "同名"}
    (tmp_path / "deals.json").write_text(json.dumps(data))
    out = mycity("deals", "--lang", "zh", "--data", tmp_path / "deals.json", "--format", "table").out
    assert "同名 (suzhou)" in out
    assert "同名 (xiamen)" in out


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_a_margin_and_what_it_may_be_are_in_one_scale(mycity: Mycity) -> None:
    out = mycity("check", "total = 930亿元", "--lang", "zh", "--format", "table").out
    assert "差额      -0.87亿元（为右边的 0.1%）\n舍入范围  -1.925 至 0.185亿元\n" in out
    english = mycity("check", "total = 930亿元", "--format", "table").out
    assert "Margin       -87 million yuan (0.1% of the right side)\n" in english


def test_each_percentage_of_a_range_has_its_sign(mycity: Mycity) -> None:
    out = mycity("check", "Suzhou / total = 50%", "--lang", "zh", "--format", "table").out
    assert "右边      50%（49.5% 至 50.5%）\n" in out


def test_the_language_of_a_source_is_named(mycity: Mycity) -> None:
    out = mycity("check", "Suzhou > 1亿元", "--lang", "zh", "--format", "markdown").out
    assert "、2022-11-08、英文，<https" in out
