"""`mycity report`: where its page goes, what is on it, and what a selection leaves on it."""

from __future__ import annotations

import html
import re
import sys
from typing import TYPE_CHECKING

import pytest

from mycity_cli.output.pages import paper
from running import Mycity, Result

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("jinja2", reason="the extra report is not installed")

CSV = (
    "city,date,projects,amount\nSuzhou,2021-06-01,3,about 1.2 billion yuan\n苏州,2022-06,2,\nXiamen,2022,1,¥3 billion\n"
)


def text_of(page: str) -> str:
    """Return what a page says, on one line."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_a_page_in_a_pipe(mycity: Mycity) -> None:
    result = mycity("report")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("<!DOCTYPE html>\n")
    assert result.out.endswith("</html>\n")
    text = text_of(result.out)
    assert "Amount signed 92.913 billion yuan Possible values: 92.8575 to 92.9685" in text
    never = "Signed without any amount of money, so that nothing is missing from the totals: cupertino-memorandum."
    assert f"What the totals do not hold {never}" in text
    # A claim has what its two sides come to, and a source its number, by which the list of sources has it.
    assert "conferences(kind=promotion, year=2022) = 3 true Left: 3 Right: 3 the left side agrees" in text
    assert "EIN Presswire [1] , paragraph 11" in text
    assert "Suzhou suzhou-2022-signing 2022-11-03 investment 30 52.563 52.5625 to 52.5635 52.563 billion yuan" in text
    assert "Tool mycity" in text
    assert re.search(r"Data as of 2022-11-08 SHA-256 of the data [0-9a-f]{64}", text)


def test_a_page_in_chinese(mycity: Mycity) -> None:
    text = text_of(mycity("report", "--lang", "zh", "-o", "-").out)
    assert "签约金额 929.13 亿元 可能范围：928.575 至 929.685" in text
    assert "苏州 suzhou-2022-signing 2022-11-03 投资 30 525.63 525.625 至 525.635" in text
    assert "EIN Presswire [1] 、 第 11 段" in text


@pytest.mark.parametrize(
    ("arguments", "columns", "error"),
    [
        ([], 80, "--output: a page is no text for a terminal\nhelp: --output sheet.html"),
        (["-o", "sheet.pdf"], None, "--output: no page has the ending '.pdf'\nhelp: known: .html, .htm"),
        (["-o", "sheet"], None, "--output: 'sheet' has no ending\nhelp: known: .html, .htm"),
        (["--city", "Suzhuo"], None, "--city: unknown city 'Suzhuo'\nhelp: did you mean Suzhou?"),
    ],
)
def test_what_makes_no_page(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, arguments: list[str], columns: int | None, error: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    result = mycity("report", *arguments, columns=columns)
    assert (result.code, result.out, result.err.removeprefix("error: ")) == (2, "", f"{error}\n")


def test_a_file_is_written_whole_and_replaced_only_if_asked(mycity: Mycity, tmp_path: Path) -> None:
    page = tmp_path / "sheet.html"
    assert mycity("report", "-o", page, columns=80) == Result(0, "", "")
    assert page.read_text(encoding="utf-8") == mycity("report").out
    assert mycity("report", "-o", page).code == 2
    assert mycity("report", "-o", page, "--force", "--city", "Xiamen").code == 0
    assert "13.55 billion yuan" in text_of(page.read_text(encoding="utf-8"))


def test_a_selection_says_what_it_is_and_keeps_what_rests_on_it(mycity: Mycity) -> None:
    text = text_of(mycity("report", "--city", "苏州", "--year", "2022", "--title", "Suzhou in 2022").out)
    assert text.startswith("Suzhou in 2022 Fact sheet Suzhou in 2022 city 苏州 year 2022 What it adds up to")
    assert "What the totals do not hold Nothing was left out, and no figure is missing." in text
    assert "1 of 4 signings are shown." in text
    assert "The amount signed in Suzhou exceeds those of Xiamen and Dongguan together." in text
    assert "The conference in Xiamen was held in June." not in text
    assert "15 facts and 4 claims are left out of this selection." in text


def test_a_source_chooses_facts_and_claims(mycity: Mycity) -> None:
    text = text_of(mycity("report", "--source", "mianyang-news-cupertino").out)
    assert "international sister cities of Mianyang" in text
    assert "wild giant pandas" not in text
    assert "Claims, recomputed" not in text


def test_what_is_left_out_stands_beside_the_totals(mycity: Mycity) -> None:
    text = text_of(mycity("report", "--where", "projects>=20").out)
    assert "What the totals do not hold 1 left out, no projects stated: cupertino-memorandum." in text


def test_a_long_table_is_cut_and_says_so(mycity: Mycity) -> None:
    text = text_of(mycity("report", "--limit", "2").out)
    assert "The first 2 signings are shown; there are more. The totals are of all of them." in text
    assert "xiamen-2022-signing" in text
    assert "suzhou-2022-signing 2022-11-03" not in text


def test_the_page_of_a_table(mycity: Mycity, tmp_path: Path) -> None:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    table = tmp_path / "签约.csv"
    table.write_text(CSV, encoding="utf-8")
    result = mycity("report", "--data", table)
    text = text_of(result.out)
    assert result.code == 0
    assert "签约.csv Fact sheet 签约.csv All signings of the dataset" in text
    assert "No amount is stated for 2, so that the total is at least so much." in text
    assert "Stated with a hedge, such as about or more than: 1." in text
    assert "Amount signed by year billion yuan" in text
    assert mycity("report", "--data", table, "-o", table, "--force").code == 2


def test_a_table_of_bad_rows_settles_nothing(mycity: Mycity, tmp_path: Path) -> None:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    table = tmp_path / "bad.csv"
    table.write_text(f"{CSV}Xiamen,2022,1,many\n", encoding="utf-8")
    result = mycity("report", "--data", table, "--skip-bad", "--max-bad", "10%")
    assert result.code == 4
    assert "1 of 4 rows are bad and left out, so that the truth may be more." in text_of(result.out)
    assert "what is left is no total" in result.err
    assert "what is left is no total" in text_of(result.out)


@pytest.mark.parametrize(
    "arguments", [["report"], ["total", "--by", "city", "-f", "svg"], ["audit", "none.txt", "-f", "html"]]
)
def test_without_jinja_the_extra_is_named(
    mycity: Mycity, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    paper._environment.cache_clear()
    assert mycity(*arguments) == Result(
        2,
        "",
        "error: pages and pictures are made by Jinja2, which is not installed\n"
        "help: pip install 'mycity-cli[report]'\n",
    )


SEVERAL = """city,date,amount
Suzhou,2022-01-15,2 billion yuan
Suzhou,2022-02-01,
Munich,2022-08-19,45 million EUR
Suzhou,2023-01-01,nearly 3 billion yuan
Munich,2023-03-15,20 million EUR
Tokyo,2024,
"""


def test_a_chart_has_one_row_for_each_group(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text(SEVERAL, encoding="utf-8")
    text = text_of(mycity("report", "--data", table).out)
    first, second = text.split("Amount signed by year ")[1:]
    assert first.startswith("billion yuan Year Amount signed Amount signed Possible values 2022 2 at least 1.5 2023 3 ")
    assert "2024 not stated" in first
    assert second.startswith("million EUR Year Amount signed Amount signed Possible values 2022 45 ")
    assert [each.count("Of some signings no amount is stated: 2022.") for each in (first, second)] == [1, 1]


def test_how_the_data_was_read_stands_apart(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "签约.csv"
    table.write_text(
        "2024年签约（单位：万元）\n城市,日期,金额\n苏州,2024-03-01,近12500\n厦门,2024-04-02,800\n", encoding="utf-8"
    )
    page = mycity("report", "--lang", "zh", "--data", table).out
    beside, read = page.split('<h2 id="read">数据的读法</h2>\n')
    assert "--amount-unit" not in beside
    assert read.startswith('<ul class="quiet small">')
    assert "--amount-unit" in read.split("</ul>", 1)[0]
    assert "1.125 以上、不足 1.25" in text_of(beside)


def test_the_language_of_the_page_can_be_configured(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("MYCITY_LANG", "zh")
    assert '<html lang="zh' in mycity("report", "-o", "-").out
    assert '<html lang="en' in mycity("report", "--lang", "en", "-o", "-").out
    mycity.monkeypatch.setenv("MYCITY_LANG", "fr")
    refused = mycity("report", "-o", "-")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "error: MYCITY_LANG: 'fr' is none of the values\nhelp: known: en, zh\n"
