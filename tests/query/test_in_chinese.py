"""What is said in Chinese of questions: of names that nothing has, conditions, words, and why records are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from examples import dataset, signing
from mycity_cli.messages import Language, told
from mycity_cli.query import Selection, select_signings
from mycity_cli.query.conditions import Condition

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

OF_CONDITIONS = "请写列名、= != < <= > >= ~ 之一和值，如 Sector=Energy、'amount>=100亿元'、Sector~power"


@pytest.mark.parametrize(
    ("arguments", "message", "help"),
    [
        (["--city", "Sushou"], "--city：未知的城市“Sushou”", "您是想写 苏州 吗？"),
        (["--kind", "x"], "--kind：未知的类型“x”", "已知：投资、备忘录"),
        (["--conference", "x"], "--conference：未知的会议“x”", None),
        (["--province", "x"], "--province：未知的省份“x”", None),
        (["--currency", "xx"], "--currency：未知的货币“xx”", None),
        (["--by", "Sektor"], "--by：未知的分组“Sektor”", None),
        (["--where", "Sektor=1"], "--where：未知的列“Sektor”", None),
        (["--where", "kind=qq"], "--where：未知的类型“qq”", "已知：投资、备忘录"),
        (["--where", "city~qq"], "--where：没有城市包含“qq”", "已知：厦门、东莞、苏州、库比蒂诺"),
        (["--where", "x"], "--where：“x”不是条件", OF_CONDITIONS),
        (["--where", "=x"], "--where：“=x”没有列名", OF_CONDITIONS),
        (["--where", "x="], "--where：“x=”没有值", OF_CONDITIONS),
        (["--where", "amount>=12"], "--where：“12”不是金额", "请写明单位：12亿元、12万元还是12元？"),
        (["--where", "amount>=约12元"], "--where：界限须是确定的数字，不能是“约12元”", "请去掉“约”“近”“超”等字样"),
        (["--where", "kind>x"], "--where：“x”不是数字或日期", "< <= > >= 比较数字或日期，= != ~ 比较文字"),
        (["--where", "amount>x"], "--where：“x”不是数字", "请写数字：30、100亿元"),
        (["--min-amount", "约5元"], "--min-amount：界限须是确定的金额，不能是“约5元”", "请去掉“约”“近”“超”等字样"),
        (["--year", "22"], "--year：“22”不是年份", "年份为四位数：--year 2022"),
        (
            ["--since", "2023", "--until", "2022"],
            "范围从 2023-01-01 开始，却到 2022-12-31 结束",
            "不会有符合的日期，请更改范围",
        ),
        (["--since", "../2022"], "--since：“../2022”没有第一天", None),
        (["2021", "2022"], "WORD：“2022”是第二个日期，没有日期能同时符合两者", "时间范围写成一个词：2021/2022"),
        (["qqqq"], "WORD：未知的词“qqqq”：没有签约的文字含有它", None),
        (["USD"], "WORD：没有以 USD 计的金额", "已知：CNY"),
        ([""], "WORD：有一个词是空的", "请去掉；是否有变量没有值？"),
    ],
)
def test_a_question_that_cannot_be_put(mycity: Mycity, arguments: list[str], message: str, help: str | None) -> None:
    first, _, rest = mycity("--lang", "zh", "total", *arguments).err.partition("\n")
    assert first == f"错误：{message}"
    assert help is None or rest == f"帮助：{help}\n"


def test_a_column_of_the_datas_own_is_quoted(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount,Sector\nSuzhou,1 yuan,Solar\nXiamen,2 yuan,3\n", encoding="utf-8")
    asked = ("--lang", "zh", "total", "--data", table, "--where")
    assert mycity(*asked, "Sector=Solra").err == "错误：--where：未知的“Sector”值“Solra”\n帮助：您是想写 Solar 吗？\n"
    assert mycity(*asked, "Sector>2").err.startswith("错误：--where：1 的“Sector”值不是数字：“Solar”\n")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (["promotion"], "在所有文字中查找“promotion”"),
        (["22"], "在所有文字中查找“22”；若指年份，请写 2022"),
        (["Mianyang"], "“Mianyang”视为推介方"),
        (["suzhou-2022-s"], "“suzhou-2022-s”视为签约 suzhou-2022-signing"),
        (["ein-2022"], "“ein-2022”视为来源 ein-2022-11-08"),
        (["yuan"], "“yuan”视为货币 CNY"),
    ],
)
def test_what_a_word_is_taken_for(mycity: Mycity, words: list[str], note: str) -> None:
    assert mycity("--lang", "zh", "total", *words).err.startswith(f"说明：{note}")


def test_a_word_that_may_be_two_things(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount,kind\nSuzhou,1 yuan,Suzhou\n", encoding="utf-8")
    assert mycity("--lang", "zh", "total", "Suzhou", "--data", table).err == (
        "错误：WORD：“Suzhou”有多种含义：地点和类型\n帮助：请指明是哪一个：--city Suzhou 或 --kind Suzhou\n"
    )


def test_why_records_are_left_out() -> None:
    data = dataset(signing("a"), signing("b", amount="1 USD"), signing("c", amount="1 yuan"))
    asked = Selection(where=(Condition.parse("amount>=1 yuan"), Condition.parse("date>=2022")))
    reasons = {told(left.reason, Language.CHINESE) for left in select_signings(data, asked).left_out}
    assert reasons == {"未公布金额", "货币不是 CNY", "未公布日期"}
