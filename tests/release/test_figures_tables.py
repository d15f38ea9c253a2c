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
        pytest.param("Amount, million US dollars | Projects\n12.5 | 3", "12.5 = 12500000 USD; 3 = 3", id="a comma"),
    ],
)
def test_units_that_stand_apart(text: str, expected: str) -> None:
    assert figures_of(text) == expected
