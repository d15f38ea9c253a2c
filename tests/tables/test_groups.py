"""Totals of groups: what is one group, how they are ordered, and to which of them a signing may belong besides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Mycity
from tables.conftest import Both

TABLE = """city,date,projects,amount,kind
Suzhou,2022-01-15,3,1 billion yuan,
Shanghai,2022-02-01,1,US$150 million,
Shanghai,2023-02-22,2,3 billion yuan,
Tokyo,2022-09-09,3,12 billion yen,
Suzhou,2022-12-01,2,,
Dongguan,2024-01-05,2,5 to 6 billion yuan,
Dongguan,2024-02-05,2,2 billion yuan,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("measure", ["projects", "signings", "count"])
def test_a_number_of_things_has_one_group_for_each_key(both: Both, table: Path, measure: str) -> None:
    large, small = both(table, "total", "--by", "city", "--measure", measure, "--columns", "key,signings,projects")
    assert large == small
    assert sorted(small.out.splitlines()) == ["Dongguan\t2\t4", "Shanghai\t2\t3", "Suzhou\t2\t5", "Tokyo\t1\t3"]
    assert (
        "note: amounts of Shanghai are in several currencies, which do not add: --measure amount tells each\n"
        in small.err
    )


def test_the_ids_of_a_group_in_several_currencies_are_those_of_all(both: Both, table: Path) -> None:
    table.write_text(f"{TABLE}Shanghai,2022,4,more than 1 billion yuan,\nShanghai,2022,,,\n", encoding="utf-8")
    large, small = both(table, "total", "--by", "city", "--measure", "projects", "--format", "json")
    assert large.out == small.out
    (shanghai,) = (row for row in json.loads(small.out) if row["key"] == "Shanghai")
    assert (shanghai["signings"], shanghai["projects"], shanghai["without_projects"]) == (4, 7, ["9"])
    assert (shanghai["amount"], shanghai["currency"], shanghai["lower_bound"]) == (None, None, True)


def test_only_the_groups_that_a_signing_without_an_amount_can_be_in_are_open(both: Both, table: Path) -> None:
    for by, is_open in (
        ("city", {"Suzhou": True, "Shanghai": False, "Dongguan": False}),
        ("year", {"2022": True, "2023": False, "2024": False}),
        ("kind", {None: True}),
    ):
        large, small = both(table, "total", "--currency", "CNY", "--by", by, "--format", "json")
        assert large == small
        rows = json.loads(small.out)
        assert {row["key"]: row["lower_bound"] for row in rows} == is_open
        assert {row["key"]: row["projects_lower_bound"] for row in rows} == is_open
        assert {row["key"]: row["high"] is None for row in rows} == is_open


def test_one_without_a_date_may_be_in_any_year(both: Both, table: Path) -> None:
    table.write_text(f"{TABLE}Suzhou,,1,,\n", encoding="utf-8")
    large, small = both(table, "total", "--currency", "CNY", "--by", "year", "--format", "json")
    assert large == small
    assert [row["lower_bound"] for row in json.loads(small.out)] == [True, True, True]


def test_one_without_a_date_is_in_its_city_where_years_are_asked_for(both: Both, table: Path) -> None:
    table.write_text(f"{TABLE}Suzhou,,1,1 billion yuan,\n", encoding="utf-8")
    large, small = both(table, "total", "--since", "2022", "--by", "city", "--format", "json")
    assert large.out == small.out
    opened = {row["key"]: row["projects_lower_bound"] for row in json.loads(small.out)}
    assert opened == {"Suzhou": True, "Shanghai": False, "Dongguan": False, "Tokyo": False}


def test_groups_within_groups_are_open_where_all_their_keys_are_those_of_what_was_left_out(
    mycity: Mycity, table: Path
) -> None:
    found = mycity("total", "CNY", "--by", "year,city", "--format", "json", "--data", table)
    rows = {(row["year"], row["city"]): row["lower_bound"] for row in json.loads(found.out)}
    assert {keys for keys, is_open in rows.items() if is_open} == {("2022", None), ("2022", "Suzhou")}


def test_a_bad_row_may_be_in_any_group(both: Both, table: Path) -> None:
    table.write_text(f"{TABLE}Suzhou,2022,1,many,\n", encoding="utf-8")
    large, small = both(table, "total", "--by", "city", "--skip-bad", "--format", "json")
    assert large.out == small.out
    assert all(row["lower_bound"] for row in json.loads(small.out))


def test_currencies_stand_together_and_what_is_signed_most_in_comes_first(both: Both, table: Path) -> None:
    large, small = both(table, "total", "--by", "city", "--columns", "key,currency,amount")
    assert large == small
    assert small.out == (
        "Dongguan\tCNY\t7000000000\nShanghai\tCNY\t3000000000\nSuzhou\tCNY\t1000000000\n"
        "Tokyo\tJPY\t12000000000\nShanghai\tUSD\t150000000\n"
    )


def test_groups_of_a_currency_stand_below_their_own(mycity: Mycity, table: Path) -> None:
    found = mycity("total", "--by", "year,city", "--columns", "year,city,currency,signings", "--data", table)
    assert found.out == (
        "2024\t\tCNY\t2\n2024\tDongguan\tCNY\t2\n2023\t\tCNY\t1\n2023\tShanghai\tCNY\t1\n"
        "2022\t\tCNY\t1\n2022\tSuzhou\tCNY\t1\n2022\t\tJPY\t1\n2022\tTokyo\tJPY\t1\n"
        "2022\t\tUSD\t1\n2022\tShanghai\tUSD\t1\n2022\t\t\t1\n2022\tSuzhou\t\t1\n"
    )


def test_a_column_that_is_taken_for_one_of_ours_is_it(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("城市,发起城市,日期,金额\n苏州,成都,2024,1亿元\n未知镇,厦门,2023,2亿元\n", encoding="utf-8")
    mapped = ("--map", "promoter=发起城市")
    for ours, theirs in (("city", "城市"), ("promoter", "发起城市"), ("city,year", "城市,year")):
        expected = mycity("total", "--by", ours, *mapped, "--data", table)
        assert mycity("total", "--by", theirs, *mapped, "--data", table) == expected
    assert mycity("total", "--by", "城市", *mapped, "--data", table).out.startswith(
        "未知镇\t1\t\t200000000\tCNY\n苏州\t"
    )


def test_a_missing_amount_may_be_in_any_currency(mycity: Mycity, table: Path) -> None:
    found = mycity("total", "--by", "currency,year", "--format", "json", "--data", table)
    rows = {(row["currency_group"], row["year"]): row["lower_bound"] for row in json.loads(found.out)}
    assert {keys for keys, is_open in rows.items() if is_open and keys[0]} == {
        ("CNY", None), ("CNY", "2022"), ("USD", None), ("USD", "2022"), ("JPY", None), ("JPY", "2022")
    }  # fmt: skip
    left_out = mycity("total", "CNY", "--by", "currency", "--format", "json", "--data", table)
    assert [row["lower_bound"] for row in json.loads(left_out.out)] == [True]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["--by", "年"], ["--by", "year"]),
        (["--by", "季度"], ["--by", "quarter"]),
        (["--by", "城市", "--kind", "投资"], ["--by", "city", "--kind", "investment"]),
        (["--by", "类型", "备忘录"], ["--by", "kind", "memorandum"]),
        (["--by", "年,城市"], ["--by", "year,city"]),
        (["--where", "日期>=2022年2月", "--by", "月"], ["--where", "date>=2022-02", "--by", "month"]),
    ],
)
def test_what_is_typed_in_chinese_means_the_same(
    both: Both, tmp_path: Path, typed: list[str], meant: list[str]
) -> None:
    table = tmp_path / "deals.csv"
    rows = [
        "Suzhou,2022-01-02,1 yuan,investment",
        "Xiamen,2022-02-03,2 yuan,memorandum",
        "Xiamen,2023,3 yuan,investment",
    ]
    table.write_text("\n".join(["city,date,amount,kind", *rows, ""]), encoding="utf-8")
    expected = both(table, "total", *meant, "--format", "json")
    assert both(table, "total", *typed, "--format", "json") == expected
    assert expected[0].code == 0
    assert expected[0].out == expected[1].out


def test_a_column_of_a_large_tables_own_goes_first(both: Both, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("城市,日期,金额（元）,年\n苏州,2022-01-02,1,甲\n厦门,2023-02-03,2,乙\n", encoding="utf-8")
    for by, out in (("年", "乙 2\n甲 1\n"), ("年度", "2023 2\n2022 1\n"), ("城市", "厦门 2\n苏州 1\n")):
        for found in both(table, "total", "--by", by, "--columns", "key,金额"):
            assert found.out == out.replace(" ", "\t")
