"""What is shown in Chinese can be typed in every language: headings, groups, measures, kinds, provinces, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mycity_cli.cli.offers import columns_of
from mycity_cli.dataset import load
from mycity_cli.messages import Language, told
from mycity_cli.output import audits, records, total_listing, verdicts
from mycity_cli.output import claims as of_claims
from mycity_cli.output.grounds import Grounds
from mycity_cli.query import Group, Measure
from mycity_cli.query.called import column_called
from mycity_cli.query.engine import Places, Sources
from mycity_cli.query.levels import LEVELS
from mycity_cli.query.titles import KIND_WORDS, LEVEL_WORDS, TITLES
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from mycity_cli.output.listing import Listing
    from running import Mycity


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("deals --columns 城市,金额", "deals --columns city,amount"),
        ("deals --columns=日期,城市,原文表述", "deals --columns=date,city,stated"),
        ("deals --sort -金额", "deals --sort -amount"),
        ("deals --sort 城市", "deals --sort city"),
        ("deals --json 城市", "deals --json city"),
        ("deals --json 城市,金额", "deals --json city,amount"),
        ("deals --json=来源", "deals --json=sources"),
        ("deals --json 苏州", "deals --json Suzhou"),
        ("cities --columns 名称,省份", "cities --columns name,province"),
        ("show suzhou-2022-signing --json 城市,金额", "show suzhou-2022-signing --json city,amount"),
        ("total --columns 项目数,下限 --by 城市", "total --columns projects,low --by city"),
        ("total --by 城市", "total --by city"),
        ("total --by 年", "total --by year"),
        ("total --by 年度", "total --by year"),
        ("total --by 季度", "total --by quarter"),
        ("total --by 月", "total --by month"),
        ("total --by 月份", "total --by month"),
        ("total --by 类型", "total --by kind"),
        ("total --by 類型", "total --by kind"),
        ("total --by 省份", "total --by province"),
        ("total --by 会议", "total --by conference"),
        ("total --by 来源", "total --by source"),
        ("total --by 推介方", "total --by promoter"),
        ("total --by 合作方", "total --by partner"),
        ("total --by 国家", "total --by country"),
        ("total --by 货币", "total --by currency"),
        ("total --by 省份,年", "total --by province,year"),
        ("total --by 省份 --by year", "total --by province,year"),
        ("total --by 年 --sort 年 --columns 年度,金额", "total --by year --sort year --columns year,amount"),
        ("total --by 城市 --sort -项目数", "total --by city --sort -projects"),
        ("total --by 月 --chart", "total --by month --chart"),
        ("total --by 年 --format svg", "total --by year --format svg"),
        ("total --measure 金额", "total --measure amount"),
        ("total --measure 项目", "total --measure projects"),
        ("total --measure=项目数", "total --measure=projects"),
        ("total -m 签约", "total -m signings"),
        ("total -m签约数", "total -msignings"),
        ("total --measure 平均", "total --measure average"),
        ("total --measure 中位数", "total --measure median"),
        ("total --measure 最大", "total --measure max"),
        ("total --measure 最大金额", "total --measure max"),
        ("deals --kind 投资", "deals --kind investment"),
        ("deals --kind 备忘录 --kind 投资", "deals --kind memorandum --kind investment"),
        ("conferences --kind 推介会", "conferences --kind promotion"),
        ("deals 投资", "deals investment"),
        ("deals 2022 備忘錄", "deals 2022 memorandum"),
        ("deals --where 类型=投资", "deals --where kind=investment"),
        ("deals --where 类型!=投资", "deals --where kind!=investment"),
        ("deals --where 项目数>=20", "deals --where projects>=20"),
        ("deals --where 金额>=200亿元", "deals --where amount>=200亿元"),
        ("deals --where 日期>=2022年8月", "deals --where date>=2022-08"),
        ("deals --where 省份=江苏", "deals --where province=Jiangsu"),
        ("deals --where 省份~江", "deals --where province~Jiang"),
        ("deals --province 江苏", "deals --province Jiangsu"),
        ("deals --province 江苏省", "deals --province Jiangsu"),
        ("cities 江苏", "cities Jiangsu"),
        ("cities 江苏省", "cities Jiangsu"),
        ("total --by 来源 --columns 来源,金额", "total --by source --columns source,amount"),
        ("deals --year 2022年", "deals --year 2022"),
        ("deals -y ２０２２年", "deals -y 2022"),
        ("deals --since 2022年6月", "deals --since 2022-06"),
        ("deals --since=2022年 --until 2022年6月15日", "deals --since=2022 --until 2022-06-15"),
        ("deals --until 2022年第二季度", "deals --until 2022-06"),
    ],
)
def test_what_is_typed_in_chinese_means_the_same(mycity: Mycity, typed: str, meant: str) -> None:
    expected = mycity(*meant.split())
    assert expected.code == 0
    assert mycity(*typed.split()) == expected
    shown = [mycity(*line.split(), "--lang", "zh", columns=120) for line in (typed, meant)]
    assert shown[0] == shown[1]


def test_a_table_by_its_chinese_headings(mycity: Mycity) -> None:
    typed = ("deals", "投资", "--columns", "城市,项目数,金额", "--sort", "-金额", "--lang", "zh", "--color", "never")
    shown = mycity(*typed, columns=60)
    assert [line.rstrip() for line in shown.out.splitlines()] == [
        "                金额",
        "城市  项目数    亿元",
        "苏州      30  525.63",
        "东莞      27  268",
        "厦门      18  135.5",
    ]
    assert mycity("total", "--by", "类型", "--measure", "签约") == Result(
        0, "investment\t3\t75\t92913000000\tCNY\nmemorandum\t1\t\t\t\n", ""
    )


@pytest.mark.parametrize("word", ["江苏", "江苏省"])
def test_a_province_is_a_word_in_all_texts(mycity: Mycity, word: str) -> None:
    expected = mycity("deals", "Jiangsu")
    found = mycity("deals", word)
    assert (found.code, found.out) == (0, expected.out)
    assert found.err == f"note: '{word}' is looked for in all texts\n"


OWN = "city,date,amount,kind,年\nSuzhou,2022-01-02,1 yuan,投资,甲\nXiamen,2023-01-02,2 yuan,investment,乙\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_column_of_the_datas_own_goes_first(mycity: Mycity, table: Path) -> None:
    assert mycity("total", "--data", table, "--by", "年").out == "乙\t1\t\t2\tCNY\n甲\t1\t\t1\tCNY\n"
    assert mycity("total", "--data", table, "--by", "年份").out == "2023\t1\t\t2\tCNY\n2022\t1\t\t1\tCNY\n"
    assert mycity("total", "--data", table, "--by", "年度,年", "--format", "csv", "--columns", "年,金额").out == (
        "年,amount\n,2\n乙,2\n,1\n甲,1\n"
    )
    assert mycity("deals", "--data", table, "--columns", "年,城市").out == "甲\tSuzhou\n乙\tXiamen\n"
    assert mycity("deals", "--data", table, "--where", "年=甲", "--columns", "city").out == "Suzhou\n"


def test_a_kind_of_the_datas_own_goes_first(mycity: Mycity, table: Path) -> None:
    assert mycity("deals", "--data", table, "--kind", "投资", "--columns", "city").out == "Suzhou\n"
    assert mycity("deals", "--data", table, "投资", "--columns", "city").out == "Suzhou\n"
    assert mycity("deals", "--data", table, "--where", "kind=投资", "--columns", "city").out == "Suzhou\n"


def test_one_level_by_two_names_is_given_twice(mycity: Mycity) -> None:
    assert mycity("total", "--by", "城市,city") == Result(
        2, "", "error: --by: 'city' is given twice\nhelp: name each level once\n"
    )


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        ("total --by 民族", "--by: unknown group '民族'", "--by：未知的分组“民族”"),
        ("deals --columns 民族", "--columns: unknown column '民族'", "--columns：未知的列“民族”"),
        ("deals --sort 民族", "--sort: unknown column '民族'", "--sort：未知的列“民族”"),
        ("deals --json=民族", "--json: unknown field '民族'", "--json：未知的字段“民族”"),
        ("total -m 笔数", "--measure: unknown measure '笔数'", "--measure：未知的指标“笔数”"),
        ("deals --year 明年", "--year: '明年' is no whole number", "--year：“明年”不是整数"),
        ("deals --since 明年", "--since: '明年' is no date", "--since：“明年”不是日期"),
        ("deals --where 民族=汉", "--where: unknown column '民族'", "--where：未知的列“民族”"),
    ],
)
def test_what_is_none_stays_an_error(mycity: Mycity, arguments: str, english: str, chinese: str) -> None:
    assert mycity(*arguments.split()).err.startswith(f"error: {english}\n")
    assert mycity(*arguments.split(), "--lang", "zh").err.startswith(f"错误：{chinese}\n")


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (
            "--city 北京",
            "known: Mianyang, Xiamen, Dongguan, Suzhou, Cupertino",
            "已知：绵阳、厦门、东莞、苏州、库比蒂诺",
        ),
        ("--city Sushou", "did you mean Suzhou?", "您是想写 苏州 吗？"),
        ("--kind 朋友", "known: investment, memorandum", "已知：投资、备忘录"),
        ("--kind 备忘", "did you mean 备忘录?", "您是想写 备忘录 吗？"),
        (
            "--province 朋友",
            "known: Sichuan, Fujian, Guangdong, Jiangsu, California",
            "已知：四川、福建、广东、江苏、加利福尼亚",
        ),
        ("--where 省份=朋友", "known: Fujian, Guangdong, Jiangsu, California", "已知：福建、广东、江苏、加利福尼亚"),
    ],
)
def test_known_names_are_told_as_they_are_shown(mycity: Mycity, arguments: str, english: str, chinese: str) -> None:
    assert mycity("deals", *arguments.split()).err.endswith(f"\nhelp: {english}\n")
    assert mycity("deals", *arguments.split(), "--lang", "zh").err.endswith(f"\n帮助：{chinese}\n")


DATA = load(None)
LISTINGS: dict[str, Listing[Any]] = {
    "deals": records.deals(DATA, []),
    "conferences": records.conferences(DATA, [], []),
    "facts": records.facts(DATA, []),
    "sources": records.sources(Sources([], {})),
    "cities": records.cities(Places([], {}, {})),
    "check": verdicts.verdicts([], None, Grounds()),
    "claims": of_claims.claims([], None, Grounds()),
    "audit": audits.relations([]),
    **{f"by {level}": total_listing.totals([], [], (level,), Measure.AMOUNT) for level in LEVELS},
    **{f"total {measure}": total_listing.totals([], [], Group.CITY, measure) for measure in Measure},
    "levels": total_listing.totals([], [], ("city", "year"), Measure.AMOUNT),
}


@pytest.mark.parametrize("name", LISTINGS)
def test_each_heading_names_its_column(name: str) -> None:
    listing = LISTINGS[name]
    headings = [told(column.heading, Language.CHINESE).replace("\n", "") for column in listing.columns]
    # In these the groups are called as another column is, whose values they have.
    twice = {"by source": {"来源"}, "by currency": {"货币"}}.get(name, set())
    assert {heading for heading in headings if headings.count(heading) > 1} == twice
    typed = {
        heading: column.name
        for heading, column in zip(headings, listing.columns, strict=True)
        if heading not in twice and not heading.isascii()
    }
    assert [column.name for column in listing.columns_named(typed)] == list(typed.values())
    assert list(listing.fields_named(typed)) == list(typed.values())


def test_all_commands_with_columns_are_looked_at() -> None:
    for command in ("deals", "conferences", "facts", "sources", "cities", "check", "claims", "audit"):
        assert columns_of(command, DATA) == [column.name for column in LISTINGS[command].columns]


@pytest.mark.parametrize("level", LEVELS)
def test_each_group_is_called_as_it_is_shown(level: str) -> None:
    for words in (TITLES, LEVEL_WORDS):
        assert column_called(told(words[level], Language.CHINESE), LEVELS) == level


@pytest.mark.parametrize("measure", Measure)
def test_each_measure_is_called_as_it_is_shown(measure: Measure) -> None:
    assert column_called(told(TITLES[measure], Language.CHINESE), Measure) == measure


def test_no_two_kinds_share_their_name() -> None:
    assert len({told(word, Language.CHINESE) for word in KIND_WORDS.values()}) == len(KIND_WORDS)
