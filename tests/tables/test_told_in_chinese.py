"""What somebody who reads Chinese is told of a table: how it was read, what is wrong with it, what can be set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mycity_cli.messages import Language, told
from mycity_cli.tables.amount_units import unit_in_words
from mycity_cli.tables.settings import AmountUnit
from mycity_cli.tables.toml_words import why_no_toml
from running import Mycity

TABLE = """\
各市签约情况（单位：亿元）,,,
City,Value,When,Status
苏州,1.5,2022-04-03,active
苏州,1.5,2022-04-03,active
合计,3.3,,
武汉,待定,2022-04-13,closed
"""

NOTES = """\
说明：标题行是 t.csv 的第 2 行，其下各行从 1 起计数；可用 --header-row 指定
说明：“Value”列用作 amount（可用 --map 指定）
说明：金额单位按表题“各市签约情况（单位：亿元）”取亿元（可用 --amount-unit 指定）
说明：未使用的列：“Status”（active、closed）；可用 --where 按其筛选
说明：第 3 行是合计行（“合计”），已略去；可用 --keep-totals 保留
说明：第 3 行的合计有误：所列 3.3亿元，而其上各行之和为 3亿元
说明：第 2 行与第 1 行相同，两行均计入
说明：“Value”列有 1 个单元格表示无数据：1 × “待定”
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_how_a_table_was_read(folder: Path, mycity: Mycity) -> None:
    (folder / "t.csv").write_text(TABLE, "utf-8")
    assert mycity("total", "--data", "t.csv", "--lang", "zh").err.startswith(NOTES)


def test_what_a_program_reads_of_a_table_is_the_same(folder: Path, mycity: Mycity) -> None:
    (folder / "t.csv").write_text(TABLE, "utf-8")
    (folder / "b.csv").write_text("city,amount\n,1 USD\nA,x\nB,-2 USD\n", "utf-8")
    for command in (["total", "--json", "--data", "t.csv"], ["data", "validate", "--format", "json", "b.csv"]):
        assert mycity(*command, "--lang", "zh").out == mycity(*command).out


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (
            "city,amount\nA,1.234\n",
            (
                "t.csv：“amount”列第 1 行有两种读法：“1.234”可读作 1,234，也可读作 1 加小数\n"
                "帮助：请指明小数点：--decimal . 或 --decimal ,\n"
            ),
        ),
        (
            "x,y\n1,2\n",
            "t.csv：没有“city”列\n帮助：已知：x、y；请指明对应的列：--map city='列名'\n",
        ),
        (
            "city,amount\nA,5\n,7 EUR\n",
            (
                "t.csv：第 1 行：amount：“5”未写明货币\n"
                "帮助：请指明数字的单位：--amount-unit 'million USD'，或增加货币列 currency\n"
                "错误：t.csv：第 2 行：city：未给出\n"
                "帮助：每行都须填写；合并的单元格可用 --fill city 向下填充\n"
                "错误：t.csv：2 行中有 2 行有误\n"
                "帮助：请更正，或用 --skip-bad 略去\n"
            ),
        ),
        (
            "id,city,amount\n1,A,5 USD\n1,B,6 USD\n",
            (
                "t.csv：第 2 行：id：“1”也是第 1 行的标识\n"
                "帮助：请给每行一个不同的标识，或用 --map id= 略去该列\n"
                "错误：t.csv：2 行中有 1 行有误\n"
                "帮助：请更正，或用 --skip-bad 略去\n"
            ),
        ),
        (
            "city,amount\nA,-1 USD\nB,-2 USD\nC,-3 USD\nD,-4 USD\n",
            (
                "t.csv：4 行：amount：“…”小于零，如第 1 行“-1 USD”、第 2 行“-2 USD”、第 3 行“-3 USD”\n"
                "帮助：可用 --negative allow 读取\n"
                "错误：t.csv：4 行中有 4 行有误\n"
                "帮助：可用 --negative allow 读取\n"
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_table(folder: Path, mycity: Mycity, content: str, error: str) -> None:
    (folder / "t.csv").write_text(content, "utf-8")
    assert mycity("total", "--data", "t.csv", "--lang", "zh").err == f"错误：{error}"


def test_a_hedge_is_said_of_an_amount_that_its_column_completes(folder: Path, mycity: Mycity) -> None:
    (folder / "t.csv").write_text("city,amount (million USD)\nA,5\nB,about -7\n", "utf-8")
    for language, error in (
        ("zh", "错误：t.csv：第 2 行：amount：“约 -700万美元”小于零\n"),
        ("en", "'about -7 million USD' is below zero"),
    ):
        assert error in mycity("total", "--data", "t.csv", "--lang", language).err


def test_a_saved_reading_has_its_remarks_in_chinese_and_the_same_settings(folder: Path, mycity: Mycity) -> None:
    (folder / "t.csv").write_text(TABLE, "utf-8")
    chinese = mycity("data", "profile", "t.csv", "--lang", "zh").out
    assert chinese.startswith(
        "# t.csv 的读法：放在同一文件夹中、名为 t.mycity.toml 时，mycity 会自动找到；也可用 --profile 指定。\n"
        "# 注释写在 # 之后；要启用某项设置，请去掉其前面的 #。\n"
        "#\n"
        "# 4 行：3 次签约、1 行略去\n"
    )
    assert 'amount-unit = "亿元"  # 取自表题“各市签约情况（单位：亿元）”\n' in chinese
    assert '# decimal = ","  # 小数点符号\n' in chinese
    english = mycity("data", "profile", "t.csv").out
    assert [_setting(line) for line in chinese.splitlines()] == [_setting(line) for line in english.splitlines()]


def _setting(line: str) -> str:
    """Return a line of TOML without its remark, an example of a setting whole."""
    if re.match(r"(?:# )?[a-z-]+ = ", line):
        return line.partition("  # ")[0]
    return "" if line.startswith("#") else line


def test_what_is_wrong_with_saved_settings(folder: Path, mycity: Mycity) -> None:
    (folder / "t.csv").write_text(TABLE, "utf-8")
    (folder / "t.mycity.toml").write_text('[map]\ncity = 3\n[table]\ndecimal = "x"\nkeep-totals = 1\n', "utf-8")
    assert mycity("total", "--data", "t.csv", "--lang", "zh").err == (
        '错误：t.mycity.toml: [map]: city：不是名称：3\n帮助：请写 city = "列名"，或写 city = "" 略去该列\n'
        '错误：t.mycity.toml: [table]: decimal：不是可用的值：“x”\n帮助：请写其中之一："."、","\n'
        "错误：t.mycity.toml: [table]: keep-totals：既非 true 也非 false：1\n帮助：请写 true 或 false，不加引号\n"
    )


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Invalid value", "值无效"),
        ("Cannot declare ('a',) twice", "('a',) 不能声明两次"),
        ("Unterminated string (at end of document)", "字符串未结束（在文件末尾）"),
        ("Something new", "Something new"),
    ],
)
def test_what_the_reader_of_toml_says(english: str, chinese: str) -> None:
    words = why_no_toml(english)
    assert (words, told(words, Language.CHINESE)) == (english, chinese)


@pytest.mark.parametrize(
    ("unit", "chinese"),
    [
        ("million USD", "百万美元"),
        ("yuan", "元"),
        ("billion", "十亿"),
        ("crore INR", "千万INR"),
        ("thousand", "千"),
        ("亿元", "亿元"),
    ],
)
def test_a_unit_of_amounts_is_called_as_a_language_calls_it(unit: str, chinese: str) -> None:
    words = unit_in_words(AmountUnit.parse(unit))
    assert (words, told(words, Language.CHINESE)) == (unit, chinese)


def test_an_amount_that_lacks_its_unit_is_told_with_a_chinese_one(folder: Path, mycity: Mycity) -> None:
    (folder / "t.csv").write_text("city,amount (USD mn)\nA,-5\nB,-6 EUR\n", "utf-8")
    assert mycity("total", "--data", "t.csv", "--lang", "zh").err == (
        "错误：t.csv：第 1 行：amount：“-500万美元”小于零\n"
        "帮助：可用 --negative allow 将其读作损失或更正\n"
        "错误：t.csv：第 2 行：amount：货币不一致：单元格为 EUR，标题行为 USD\n"
        "错误：t.csv：2 行中有 2 行有误\n"
        "帮助：请更正，或用 --skip-bad 略去\n"
    )
