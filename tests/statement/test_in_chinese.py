"""What statements are told in Chinese: why a verdict is what it is, and what is wrong with a statement that is none."""

from __future__ import annotations

import re

import pytest

from examples import dataset, signing
from mycity_cli.errors import StatementError
from mycity_cli.messages import Language, told
from mycity_cli.model import Dataset
from mycity_cli.statement.checker import check
from mycity_cli.statement.terms import MEASURES
from running import Mycity
from statement.test_bad_statements import gallery

OF_THE_LANGUAGE = {*MEASURES, "and", "or", "not", "to", "total", "since", "until", "year", "city", "kind", "promotion"}
_WORD = re.compile("[A-Za-z]{2,}")


@pytest.mark.parametrize("statement", [statement for statement, _ in gallery()])
def test_what_is_wrong_is_told_in_chinese(statement: str) -> None:
    with pytest.raises(StatementError) as caught:
        check(statement)
    error = caught.value
    message = told(error.message, Language.CHINESE)
    assert message != error.message
    assert words_of(message) <= words_of(statement) | OF_THE_LANGUAGE
    help = told(error.help, Language.CHINESE)
    if not help.startswith("已知：") and "其他数据：" not in help:
        assert words_of(help) - OF_THE_LANGUAGE <= words_of(statement) | words_of(suggested(error.help))


def words_of(text: str) -> set[str]:
    return set(_WORD.findall(text))


def suggested(help: str) -> str:
    """Return the name that a help in English offers."""
    return help.partition("did you mean ")[2].partition("?")[0]


def test_an_error_is_shown_in_chinese(mycity: Mycity) -> None:
    assert mycity("--lang", "zh", "check", "Suzhou > 50").err == (
        "错误：金额与纯数字不能比较\n  Suzhou > 50\n           ^^\n帮助：请写明“50”的单位：亿元、万元还是元？\n"
    )
    assert mycity("--lang", "zh", "check", "Suzhou and Xiamen > 1").err == (
        "错误：“and”之前没有比较\n  Suzhou and Xiamen > 1\n         ^^^\n"
        '帮助：含有这种词的名称应加引号："Suzhou and Xiamen"；求和用加号：苏州 > 厦门 + 东莞；'
        "连接比较用“and”“or”“not”（“且”“或”“非”）：苏州 > 厦门 且 苏州 > 东莞\n"
    )
    assert mycity("--lang", "zh", "check", "Suzhou > Xiamen", "--tolerance", "3").err == (
        "错误：--tolerance：“3”是纯数字，而陈述比较的是以元计的金额\n帮助：百分数适用于任何陈述：0.5%\n"
    )


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("suzhou > xiamen", "无论数字如何舍入，都成立"),
        ("suzhou < xiamen", "无论数字如何舍入，都不成立"),
        ("suzhou = xiamen", "在所公布的精度内，两边不符"),
        ("suzhou >= 5 billion yuan", "所公布数字的精度不足以判定"),
        ("suzhou > xiamen and xiamen > suzhou", "所含 2 个部分中，1 个属实、1 个不属实"),
        ("not suzhou > xiamen", "所含部分属实"),
        ("suzhou / (xiamen - xiamen) = 1", "除数为零：xiamen - xiamen 为 0"),
    ],
)
def test_a_reason_in_chinese(data: Dataset, statement: str, expected: str) -> None:
    verdict = check(statement, data)
    assert told(verdict.reason, Language.CHINESE) == expected


def test_a_reason_with_a_tolerance(data: Dataset) -> None:
    only_with = check("suzhou = 5.5 billion yuan", data, tolerance="10%").reason
    assert told(only_with, Language.CHINESE) == "仅在容差 10% 之下如此；不设容差则不属实"
    because_of = check("suzhou > xiamen", data, tolerance="90%").reason
    assert told(because_of, Language.CHINESE) == "因容差 90% 所致；不设容差则属实"


def test_a_reason_where_figures_are_missing(data: Dataset) -> None:
    lower_bound = check("mianyang < 9 billion yuan", data).reason
    assert re.fullmatch("已公布的数字不足以判定；合计为下限（d：.+）", told(lower_bound, Language.CHINESE))
    many = dataset(
        *[signing(f"m-{n}", city="mianyang") for n in range(5)], signing("c", city="mianyang", amount="1 yuan")
    )
    assert re.fullmatch(".+（5 条记录：.+）", told(check("mianyang < 9 yuan", many).reason, Language.CHINESE))


@pytest.fixture
def data() -> Dataset:
    return dataset(
        signing("a", city="suzhou", amount="5.0 billion yuan"),
        signing("b", city="xiamen", amount="3 billion yuan"),
        signing("c", city="mianyang", amount="1 billion yuan"),
        signing("d", city="mianyang"),
    )
