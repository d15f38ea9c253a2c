"""The man pages: one for mycity, each command and each topic, without a fault that who formats them would find."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from mycity_cli.cli.app import COMMANDS, root_command
from mycity_cli.cli.described import all_commands
from mycity_cli.cli.man_pages import man_pages, write_man_pages
from mycity_cli.manual import TOPICS, roff
from running import english_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("man")
    assert write_man_pages(folder) == list(man_pages())
    return folder


def test_every_command_and_topic_has_a_page() -> None:
    pages = man_pages()
    names = ["-".join(names) for names in all_commands(root_command())]
    assert {f"man1/mycity-{name}.1" for name in names} | {"man1/mycity.1"} <= set(pages)
    assert set(COMMANDS) < set(names)
    assert {"data-convert", "data-merge"} < set(names)
    for name in TOPICS:
        assert f"man7/mycity-{name}.7" in pages


def test_a_page_says_what_help_says() -> None:
    page = man_pages()["man1/mycity-total.1"]
    assert r"\fB\-m\fR, \fB\-\-measure\fR \fIMEASURE\fR" in page
    assert r"mycity total \-\-by city \-\-chart" in page
    assert '.SH "EXIT STATUS"' in man_pages()["man1/mycity.1"]


def test_each_page_is_there_in_each_language_with_the_same_parts_terms_and_examples() -> None:
    pages = man_pages()
    english = {name: page for name, page in pages.items() if name.startswith("man")}
    assert {name.removeprefix("zh_CN/") for name in pages.keys() - english.keys()} == english.keys()
    for name, page in english.items():
        assert skeleton(pages[f"zh_CN/{name}"]) == skeleton(page)


def skeleton(page: str) -> list[str]:
    """Return what is alike in each language: the kinds of the parts of a page, its terms and its examples."""
    return re.findall(r"^\.(?:S[HS]|TP\n.*|nf\n(?:.*\n)*?\.fi)", page, re.MULTILINE)


HEADINGS = ["名称", "概要", "描述", "参数", "选项", "筛选", "输出", "数据", "数据表", "示例", "参见"]


def test_a_page_in_chinese_has_chinese_headings_and_no_english() -> None:
    pages = {name: page for name, page in man_pages().items() if name.startswith("zh_CN/")}
    total = pages["zh_CN/man1/mycity-total.1"]
    assert total.startswith('.TH "MYCITY-TOTAL" "1" "" "mycity')
    assert total.partition("\n")[0].endswith('"mycity 手册"')
    assert re.findall(r'^\.SH "(.*)"', total, re.MULTILINE) == HEADINGS
    assert "\nmycity-total \\- 精确合计签约内容，" in total
    for name, page in pages.items():
        told = re.sub(r"^\.nf\n(?:.*\n)*?\.fi|\\fB.*?\\fR", "", page, flags=re.MULTILINE)
        assert english_in(told.replace(r"\:", "").replace(r"\(aq", "'")) == [], name


def test_a_chinese_page_may_be_broken_between_its_characters_but_not_before_a_comma() -> None:
    assert roff.paragraph("用 `苏州` 的（名称），如 `deals` 等。") == [
        ".PP",
        r"用 \fB苏州\fR 的\:（名\:称），\:如 \fBdeals\fR 等。",
    ]
    # What lists the pages takes that for a part of the words.
    assert roff.name_line("x", "甲，乙") == r"x \- 甲，乙"
    assert roff.name_line("x", f"{'甲' * 30}，{'乙' * 10}") == f"x \\- {'甲' * 30}，\n{'乙' * 10}"


def test_no_formatter_finds_a_fault(folder: Path) -> None:
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    pages = sorted(map(str, folder.rglob("man*/*")))
    done = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", *pages], capture_output=True, text=True, check=False
    )
    # The pages have no date: the same texts make the same page on any day.
    assert [line for line in done.stdout.splitlines() if "missing date" not in line] == []


def test_man_shows_them(folder: Path) -> None:
    if shutil.which("man") is None or shutil.which("groff") is None:
        pytest.skip("man is not installed")
    names = ("man1/mycity.1", "man1/mycity-total.1", "man7/mycity-tables.7")
    for name in (*names, *(f"zh_CN/{each}" for each in names)):
        page = folder / name
        env = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"}
        done = subprocess.run(
            ["man", "--warnings", "-l", str(page)], capture_output=True, text=True, check=False, env=env
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert page.stem.upper() in done.stdout
        assert [line for line in done.stdout.splitlines() if cell_len(line) > 80] == []
