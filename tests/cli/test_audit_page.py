"""`mycity audit -o report.html`: what is on the page, in which order, and what is told beside it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from running import Mycity, Result

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("jinja2", reason="the extra report is not installed")

SUZHOU = (
    "绵阳在苏州签约30个项目，总金额525.63亿元\n\n"
    "2022年11月3日，中国（绵阳）科技城推介会在苏州举行，现场签约31个项目，总投资525.63亿元。"
)
YIBIN = "Yibin signed 24 projects worth 46 billion yuan: 15 in batteries, 9 in services. Then came 5 billion pesos."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "suzhou.txt").write_text(SUZHOU, encoding="utf-8")
    (tmp_path / "yibin.txt").write_text(YIBIN, encoding="utf-8")
    return tmp_path


def text_of(page: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_problems_come_first(mycity: Mycity, folder: Path) -> None:
    assert mycity("audit", "suzhou.txt", "-o", "report.html") == Result(1, "", "")
    text = text_of((folder / "report.html").read_text(encoding="utf-8"))
    order = [
        "Audit of suzhou.txt",
        "1 false 1 differs",
        "What is wrong, or open false the figure is not the same in both places 1:8 · restated/heading",
        "Left side 30 Right side 31 Difference -1 Since stated as 30个项目, and as 31个项目",
        "differs the signing is not as in the dataset: suzhou-2022-signing",
        "false 31个项目 = 30 projects true 525.63亿元 = 52.563 billion yuan",
        "The release, its figures marked",
        "What is right true 525.63亿元 = 525.63亿元",
        "not as in the dataset suzhou-2022-signing",
        "Sources ein-2022-11-08: Mianyang Makes New Progress",
        "Data as of 2022-11-08",
    ]
    places = [text.find(each) for each in order]
    assert -1 not in places
    assert places == sorted(places)


def test_marks_say_what_became_of_a_figure(mycity: Mycity, folder: Path) -> None:
    del folder
    page = mycity("audit", "suzhou.txt", "yibin.txt", "-f", "html").out
    marks = re.findall(r'<(?:a|span) class="mark ([\w-]+)"[^>]*>([^<]+)<', page)
    assert [mark for mark in marks if mark[1] != "123"] == [
        ("false", "30个项目"),
        ("true", "525.63亿元"),
        ("false", "31个项目"),
        ("true", "525.63亿元"),
        ("true", "24 projects"),
        ("alone", "46 billion yuan"),
        ("true", "15"),
        ("true", "9"),
        ("unread", "5 billion pesos"),
    ]


def test_what_cannot_be_read_is_on_the_page(mycity: Mycity, folder: Path) -> None:
    del folder
    result = mycity("audit", "none.txt", "yibin.txt", "-f", "html")
    assert result.code == 3
    text = text_of(result.out)
    assert "Not audited none.txt: cannot be read: No such file or directory" in text
    place = f"yibin.txt:1:{YIBIN.index('5 billion') + 1}"
    assert f"What was not read {place}: not read: '5 billion pesos'" in text


def test_a_page_of_relations_where_columns_are_asked_for(mycity: Mycity, folder: Path) -> None:
    del folder
    text = text_of(mycity("audit", "yibin.txt", "-f", "html", "--columns", "place,verdict").out)
    assert "Relations 1 row Place Verdict yibin.txt:1:14 true" in text


def test_a_release_of_which_nothing_was_checked_says_so(mycity: Mycity, folder: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    text = text_of(mycity("audit", "empty.txt", "-f", "html").out)
    assert "no figures nothing was checked: no figures What is wrong, or open Nothing that the text says" in text


def test_a_conversion_has_a_proof_by_its_rate_and_no_sides(mycity: Mycity, folder: Path) -> None:
    (folder / "abroad.txt").write_text("Contracts worth 9.88 billion yuan ($1.45 billion) were signed.")
    assert mycity("audit", "abroad.txt", "-o", "report.html") == Result(0, "", "")
    text = text_of((folder / "report.html").read_text(encoding="utf-8"))
    assert "Since the implied rate is 6.814 yuan per USD, within 6.00 to 8.80, the range since 1994" in text
    assert "Left side" not in text
