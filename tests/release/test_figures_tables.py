"""Figures whose unit stands elsewhere: in the heading of a column, in a label, in a note."""

from __future__ import annotations

import pytest

from release.stated import figures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| Host | Projects | Investment (billion yuan) | Share (%) |\n|---|---:|---:|---|\n"
            "| Xiamen | 18 | 13.55 | 14.6 |\n| Total | 45 | 40.35 | |",
            "18 = 18; 13.55 = 13550000000 CNY; 14.6 = 14.6%; 45 = 45; 40.35 = 40350000000 CNY",
            id="Markdown",
        ),
        pytest.param(
            "单位：亿元\n城市\t项目数\t投资额\n厦门\t18\t135.5\n东莞\t27\t268\n",
            "18 = 18; 135.5 = 13550000000 CNY; 27 = 27; 268 = 26800000000 CNY",
            id="tabs and a unit for the table",
        ),
        pytest.param(
            "项目名称 | 签约金额（万元） | 年份\n--- | --- | ---\n甲 | 5000 | 2022",
            "5000 = 50000000 CNY",
            id="years are no amounts",
        ),
        pytest.param("City | Area\nXiamen | 18", "", id="nothing known of the column"),
        pytest.param(
            " | 2005 | 2004 | % Increase\nTaxes (billion yuan) | 16.8 | 14.2 | 18.1\n"
            "Exports (million USD) | 9.0 | 5.4 | 68.1",
            "16.8 = 16800000000 CNY; 14.2 = 14200000000 CNY; 18.1 = 18.1%; "
            "9.0 = 9000000 USD; 5.4 = 5400000 USD; 68.1 = 68.1%",
            id="units of rows, years above columns",
        ),
        pytest.param(
            "业务 | 金额（亿元） | 同比\n甲 | 1886.31 | -6.79%\n乙 | 788.33 | +6.38%",
            "1886.31 = 188631000000 CNY; 6.79% = 6.79%; 788.33 = 78833000000 CNY; 6.38% = 6.38%",
            id="a sign before a percentage says that it fell",
        ),
        pytest.param("| Xiamen | 18 projects |", "18 projects = 18", id="the unit in the cell"),
        pytest.param("Investment (billion yuan): 23.8", "23.8 = 23800000000 CNY", id="a label"),
        pytest.param(
            "签约项目（个）：18\n投资额（亿元）：135.5", "18 = 18; 135.5 = 13550000000 CNY", id="Chinese labels"
        ),
        pytest.param("签约项目数：18", "18 = 18", id="a number without a measure word"),
        pytest.param("(Unit: 100 million yuan)\nInvestment: 135.5", "135.5 = 13550000000 CNY", id="a note in brackets"),
        pytest.param("It paid ten units 1.15 million yuan.", "1.15 million yuan = 1150000 CNY", id="other units"),
        pytest.param("Signed contracts | 57 | 48\nVisitors | 3000 | 2800", "57 = 57; 48 = 48", id="counts of a row"),
        pytest.param(
            "Item | Value\nSigned contracts | 57\nTotal (USD million) | 120",
            "57 = 57; 120 = 120000000 USD",
            id="each row of its own",
        ),
        pytest.param(
            "Deal count\t2013\t2012\nEurope\t12\t11", "12 = 12; 11 = 11", id="the corner names the whole table"
        ),
        pytest.param("Year | Deals\n2012 | 57\n2013 | 45", "57 = 57; 45 = 45", id="years name the rows"),
        pytest.param("Sector | Deal count\nTech | 12", "12 = 12", id="a count of deals"),
        pytest.param(
            "指标 | 2022年 | 2021年\n签约项目数（个） | 57 | 48\n签约金额（亿元） | 120 | 98",
            "57 = 57; 48 = 48; 120 = 12000000000 CNY; 98 = 9800000000 CNY",
            id="Chinese rows",
        ),
        pytest.param("行业 | 数量（起） | 面积\n互联网 | 23 | 45", "23 = 23", id="a measure of cases"),
        pytest.param(
            "签约项目31个。\n类型 | 个数 | 人数\n工业 | 23 | 900",
            "项目31个 = 31; 23 = 23",
            id="what was counted before",
        ),
        pytest.param("租赁合同 | 5.5 | 300.5\n城市 | 人口\n厦门 | 528", "", id="no counts"),
        pytest.param("Amount, million US dollars | Projects\n12.5 | 3", "12.5 = 12500000 USD; 3 = 3", id="a comma"),
    ],
)
def test_units_that_stand_apart(text: str, expected: str) -> None:
    assert figures_of(text) == expected
