"""`mycity audit --lang zh`: people are told everything in Chinese, and programs what they are always told."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from running import Mycity, Result

SUZHOU = (
    "绵阳在苏州签约30个项目，总金额525.63亿元\n\n"
    "2022年11月3日，中国（绵阳）科技城推介会在苏州举行，现场签约31个项目，总投资525.63亿元。\n"
)
YIBIN = (
    "Yibin signed 25 projects worth 46 billion yuan: 15 in batteries, 9 in services.\n"
    "Another 9.88 billion yuan ($1.45 billion) came from abroad. Trade grew 12%.\n"
)
_QUOTED = re.compile(
    r"""
      <(?P<element>style|head|blockquote|code|b|footer|table)\b.*?</(?P=element)>
    | <(?P<part>div|span)\ class="(?:text|code|id)".*?</(?P=part)>
    | <[^>]+>
    """,
    re.DOTALL | re.VERBOSE,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "suzhou.txt").write_text(SUZHOU, encoding="utf-8")
    (tmp_path / "yibin.txt").write_text(YIBIN, encoding="utf-8")
    return tmp_path


def in_chinese(mycity: Mycity, *arguments: str | Path) -> Result:
    return mycity("audit", *arguments, "--lang", "zh")


def test_a_report(mycity: Mycity) -> None:
    assert in_chinese(mycity, "suzhou.txt", "-f", "table") == Result(
        1,
        """\
suzhou.txt:1:8：不属实：两处的数字不同 [restated/heading]
  绵阳在苏州签约30个项目，总金额525.63亿元
                ^^^^^^^^
  2022年11月3日，中国（绵阳）科技城推介会在苏州举行，现场签约31个项目，总投资525.63亿元。
                                                             ^^^^^^^^
  算式  30个项目 = 31个项目
  理由  一处写作 30个项目，另一处写作 31个项目

suzhou.txt:1:8：不一致：签约与数据集中的记录不符：suzhou-2022-signing
  上文    1:8 “30个项目”、1:17 “525.63亿元”、3:34 “31个项目”、3:43 “525.63亿元”
  不属实  31个项目 = 30 projects
  属实    525.63亿元 = 52.563 billion yuan

属实：
  1:17  525.63亿元 = 525.63亿元 [restated/heading]

位置  日期        城市  推介方  项目数  金额        数据集
1:8   2022-11-03  苏州  绵阳        31  525.63亿元  suzhou-2022-signing

suzhou.txt：数字 4 个；在关系中的 4 个（1 个关系属实、1 个不属实）、单独出现 0 个；1 次签约：1 次与数据集不一致
""",
        "",
    )


def test_a_document_says_where_a_source_states_it(mycity: Mycity) -> None:
    assert "\n- 出自：ein-2022-11-08（第 11 段）\n" in in_chinese(mycity, "suzhou.txt", "-f", "markdown").out


def test_a_page_has_full_width_colons(mycity: Mycity) -> None:
    pytest.importorskip("jinja2")
    assert ">不属实：31个项目 = 30 projects<" in in_chinese(mycity, "suzhou.txt", "-f", "html").out


def test_rows_on_a_terminal_and_the_notes_beside_them(mycity: Mycity) -> None:
    columns = "place,verdict,kind,reason"
    assert in_chinese(mycity, "yibin.txt", "--columns", columns, "-f", "table") == Result(
        1,
        """\
位置            结论      类型  理由
yibin.txt:1:14  不属实    合计  各部分之和为 24，而非 25
yibin.txt:2:9   属实      折算  隐含汇率为 6.814 元/美元，在 1994 年以来的范围 6.00 至 8.80 之内
yibin.txt:2:72  无法核查  增减  未明确写出此前时期的数字
""",
        "共 3 个关系，显示 3 个\n"
        "说明：1 篇稿件：数字 7 个；在关系中的 5 个（1 个关系属实、1 个不属实）、单独出现 1 个、有表述但无法核查 1 个；"
        "3 次签约：3 次不在数据集中\n",
    )


def test_a_document_in_markdown(mycity: Mycity) -> None:
    result = in_chinese(mycity, "yibin.txt", "-f", "markdown")
    assert result.out.startswith("# 核查\n\n## yibin.txt\n\n- 数字 7 个；")
    assert (
        "### 不属实：各部分之和不等于总数\n\n"
        "> Yibin signed **25 projects** worth 46 billion yuan: **15** in batteries, **9** in services.\n\n"
        "- 位置：yibin.txt:1:14\n- 规则：sum/of-which\n- 算式：15 + 9 = 25 projects\n- 理由：各部分之和为 24，而非 25\n"
    ) in result.out
    assert "| 位置 | 日期 | 城市 | 推介方 | 项目数 | 金额 | 数据集 | 来源 |\n" in result.out


def test_annotations_of_a_code_host(mycity: Mycity) -> None:
    (Path("empty.pdf")).write_text("")
    assert in_chinese(mycity, "yibin.txt", "empty.pdf", "-f", "github").out == (
        "::error file=yibin.txt,line=1,endLine=1,col=14,endColumn=24,title=sum/of-which：构成整体的各部分::"
        "各部分之和不等于总数：15 + 9 = 25 projects：各部分之和为 24，而非 25\n"
        "::notice file=yibin.txt,line=2,endLine=2,col=72,endColumn=74,title=growth/since：与此前数字相比的增减百分比::"
        "无法核查：增减幅度是否正确：未明确写出此前时期的数字\n"
        "::error::empty.pdf：虽有其名，却不是 PDF 文档\n"
    )


def test_a_page(mycity: Mycity, folder: Path) -> None:
    pytest.importorskip("jinja2", reason="the extra report is not installed")
    assert in_chinese(mycity, "yibin.txt", "--words", "-o", "report.html") == Result(1, "", "")
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert '<html lang="zh-Hans">' in page
    text = " ".join(html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)).split())
    assert "理由 各部分之和为 24，而非 25" in text
    # What is neither of the text, nor a statement, a code or a hash, is Chinese.
    shown = _QUOTED.sub(" ", page)
    assert set(re.findall(r"[A-Za-z]{2,}", html.unescape(shown))) <= {"yibin", "txt", "SHA", "grew"}


@pytest.mark.parametrize("format", ["json", "jsonl", "tsv", "csv", "sarif"])
def test_programs_read_the_same_in_every_language(mycity: Mycity, format: str) -> None:
    arguments = ("suzhou.txt", "yibin.txt", "-f", format)
    assert in_chinese(mycity, *arguments).out == mycity("audit", *arguments, "--lang", "en").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "错误：FILE：没有要核查的稿件\n帮助：见 mycity audit --help\n"),
        (("yibin.txt", "--ignore", "sun"), "错误：--ignore：未知的规则“sun”\n帮助：您是想写 sum 吗？\n"),
        (("--rules", "-f", "sarif"), "错误：--rules：规则列表没有 sarif 格式\n帮助：已知："),
        (("deals.csv",), "错误：deals.csv：从名称看不是稿件，扩展名为 .csv\n帮助：稿件的扩展名为 .txt、"),
        (("page.pdf",), "错误：page.pdf：虽有其名，却不是 PDF 文档\n"),
        (("old.txt",), "错误：old.txt：是 2007 年以前格式的 Office 文档\n帮助：请另存为 .docx\n"),
        (("gbk.txt",), "错误：gbk.txt：不是 UTF-8 编码，似乎是 GB18030 或 GBK\n帮助：iconv "),
        (("empty",), "错误：empty：其中没有文档\n帮助：文档的扩展名为 .txt、"),
        (("yibin.txt", "--propose", "-f", "csv"), "错误：--propose：数据集是 JSON\n帮助：请用 --output new.json，"),
    ],
)
def test_errors(mycity: Mycity, folder: Path, arguments: tuple[str, ...], told: str) -> None:
    (folder / "deals.csv").write_text("id,amount\n", encoding="utf-8")
    (folder / "page.pdf").write_text("no PDF", encoding="utf-8")
    (folder / "old.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "gbk.txt").write_bytes(SUZHOU.encode("gbk"))
    (folder / "empty").mkdir()
    assert in_chinese(mycity, *arguments).err.startswith(told)


def test_what_is_ignored_and_what_is_left_out(mycity: Mycity, folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_text("Nothing.", encoding="utf-8")
    (folder / "texts" / "b.csv").write_text("", encoding="utf-8")
    assert in_chinese(mycity, "yibin.txt", "texts", "--ignore", "sum", "-f", "table").err.endswith(
        "说明：texts：略去 1 个文件，从名称看不是稿件：b.csv\n说明：忽略 1 个关系：sum/of-which 1 个\n"
    )
    assert "texts/a.txt：未核查任何内容：没有数字\n" in in_chinese(mycity, "texts", "-f", "table").out


def test_rules(mycity: Mycity) -> None:
    result = in_chinese(mycity, "--rules", "-f", "table")
    assert (result.code, result.err) == (0, "共 18 条规则，显示 18 条\n")
    assert re.findall(r"(?m) [A-Za-z]{2,}", result.out) == []
    assert mycity("audit", "--rules", "--lang", "zh").out == mycity("audit", "--rules", "--lang", "en").out


def test_markdown_says_in_chinese_where_in_a_source_a_record_stands(mycity: Mycity) -> None:
    out = in_chinese(mycity, "suzhou.txt", "-f", "markdown").out
    assert "\n- 依据：ein-2022-11-08（第 11 段）\n" in out
    assert "| ein-2022-11-08（第 11 段） |\n" in out
    assert "paragraph" not in out


def test_a_page_says_statements_in_chinese(mycity: Mycity, folder: Path) -> None:
    pytest.importorskip("jinja2", reason="the extra report is not installed")
    table = "| 项目 | 金额（亿元） |\n|---|---|\n| 甲 | 120.5 |\n| 乙 | 88 |\n| 合计 | 208.5 |\n"
    (folder / "table.md").write_text(table, encoding="utf-8")
    page = in_chinese(mycity, "table.md", "suzhou.txt", "-f", "html").out
    assert "<code>120.5亿元 + 88亿元 = 208.5亿元</code>" in page
    assert "不属实：31个项目 = 30 projects</span>" in page
