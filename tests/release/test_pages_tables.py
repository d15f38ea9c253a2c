"""Tables of web pages and Word documents: the rows that they become, and what the audit reads in their columns."""

from __future__ import annotations

import pytest

from making_documents import ITEM, cell, paragraph, table, word
from mycity_cli.release.documents import read_document
from release.stated import figures_of

pytest.importorskip("trafilatura", reason="the extra 'documents' is not installed")
pytest.importorskip("mammoth", reason="the extra 'documents' is not installed")


@pytest.mark.parametrize(
    ("html", "rows", "figures"),
    [
        pytest.param(
            "<table><caption>Unit: 100 million yuan</caption><thead><tr><th>Sector</th><th>Projects</th>"
            "<th>Investment</th></tr>"
            "</thead><tr><td>Industry</td><td>20</td><td>50</td></tr></table>",
            "Unit: 100 million yuan\n| Sector | Projects | Investment |\n| --- | --- | --- |\n| Industry | 20 | 50 |",
            "20 = 20; 50 = 5000000000 CNY",
            id="a caption and a head",
        ),
        pytest.param(
            "<table><tr><td rowspan=2>城市</td><td colspan=2>签约</td></tr><tr><td>项目数（个）</td><td>签约金额"
            "<br>（亿元）</td></tr>"
            "<tr><td>丽江</td><td>17</td><td>126.4</td></tr></table>",
            "| 城市 | 签约 | 签约 |\n| 城市 | 项目数（个） | 签约金额（亿元） |\n| --- | --- | --- |\n| 丽江 | 17 | "
            "126.4 |",
            "17 = 17; 126.4 = 12640000000 CNY",
            id="a divided head",
        ),
        pytest.param(
            "<table><tr><th rowspan=2>City<th colspan=2>Amount (USD mn)<tr><th>2021<th>2022<tr><th>A<td>12.5<td>13"
            "</table>",
            "| City | 2021, Amount (USD mn) | 2022, Amount (USD mn) |\n| --- | --- | --- |\n| A | 12.5 | 13 |",
            "12.5 = 12500000 USD; 13 = 13000000 USD",
            id="years below the unit",
        ),
        pytest.param(
            "<table><tr><th rowspan=2>城市<th colspan=3>投资额（亿元）<tr><th>外方<th>2022年<th>占比<tr><td>甲<td>3"
            "<td>5<td>8%</table>",
            "| 城市 | 投资额（亿元） | 投资额（亿元） | 投资额（亿元） |\n| 城市 | 外方 投资额（亿元） | 2022年 "
            "投资额（亿元） | 占比 |\n"
            "| --- | --- | --- | --- |\n| 甲 | 3 | 5 | 8% |",
            "3 = 300000000 CNY; 5 = 500000000 CNY; 8% = 8%",
            id="a share below the unit",
        ),
        pytest.param(
            "<table><tr><th>City<th>Amount (USD mn)<tr><td colspan=2>Industry<tr><td>A<td>12.5<tr><td "
            "colspan=2>Services"
            "<tr><td>B<td>3</table>",
            "| City | Amount (USD mn) |\n| --- | --- |\n| Industry |\n| City | Amount (USD mn) |\n| --- | --- |\n| A "
            "| 12.5 |\n"
            "| Services |\n| City | Amount (USD mn) |\n| --- | --- |\n| B | 3 |",
            "12.5 = 12500000 USD; 3 = 3000000 USD",
            id="titles between the rows",
        ),
        pytest.param(
            "<table><tr><th>Region<th>City<th>Projects<th>Amount (USD mn)<tr><td rowspan=2>North<td>A<td>1<td "
            "rowspan=2>7"
            "<tr><td>B<td>2</table>",
            "| Region | City | Projects | Amount (USD mn) |\n| --- | --- | --- | --- |\n| North | A | 1 | 7 |\n| "
            "North | B | 2 |  |",
            "1 = 1; 7 = 7000000 USD; 2 = 2",
            id="an amount of two rows is stated once",
        ),
        pytest.param(
            "<table><tr><td>A|B<td><p>5 projects</p><tr><td>C<td></table>",
            "| A/B | 5 projects |\n| C |  |",
            "5 projects = 5",
            id="without a head",
        ),
        pytest.param(
            "<table><tr><td>5 projects<tr><td>6 contracts</table>", "5 projects\n6 contracts", None, id="a column"
        ),
        pytest.param(
            f"<table><tr><td><p>{'Suqian signed 5 projects. ' * 9}</p><p>It did.</p><td>b<tr><td>c<td>d</table>",
            f"{('Suqian signed 5 projects. ' * 9).strip()}\nIt did.\nb\nc\nd",
            None,
            id="what lays out a page",
        ),
    ],
)
def test_tables_of_pages(html: str, rows: str, figures: str | None) -> None:
    text = read_document(html.encode(), name="a.html").text
    assert text == rows
    assert figures is None or figures_of(text) == figures


def test_word_with_headings_lists_and_a_table() -> None:
    body = (
        paragraph("Deals signed", style="Heading1")
        + paragraph("Guiyang signed 3 deals:")
        + paragraph("one plant", properties=ITEM)
        + paragraph("two parks", properties=ITEM)
        + paragraph("Parts", style="Heading2")
        + table(
            [cell("City", '<w:vMerge w:val="restart"/>'), cell("Investment (billion yuan)", '<w:gridSpan w:val="2"/>')],
            [cell("", "<w:vMerge/>"), cell("2021"), cell("2022")],
            [cell("Guiyang"), cell("24.18"), cell("25")],
        )
        + paragraph("They are large.")
    )
    text = read_document(word(body=body), name="a.docx").text
    assert text == (
        "# Deals signed\n\nGuiyang signed 3 deals:\n\n- one plant\n- two parks\n\n## Parts\n\n"
        "| City | 2021, Investment (billion yuan) | 2022, Investment (billion yuan) |\n| --- | --- | --- |\n"
        "| Guiyang | 24.18 | 25 |\n\nThey are large.\n\n"
    )
    assert figures_of(text).endswith("24.18 = 24180000000 CNY; 25 = 25000000000 CNY")
