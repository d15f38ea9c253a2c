"""Lines of Chinese on a terminal: broken between characters, never before what closes nor within what is typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from mycity_cli.messages import Language
from mycity_cli.output.line_breaks import broken
from mycity_cli.output.render import Style

if TYPE_CHECKING:
    from running import Mycity


@pytest.mark.parametrize(
    ("line", "most", "expected"),
    [
        ("没有符合条件的签约", 8, ["没有符合", "条件的签", "约"]),
        ("签约、会议、来源", 10, ["签约、会", "议、来源"]),
        ("签约，会议", 4, ["签", "约，", "会议"]),
        ("金额（下限）合计", 6, ["金额", "（下", "限）合", "计"]),
        ("未知的城市“苏洲”", 12, ["未知的城市", "“苏洲”"]),
        ("未知的城市“New York”", 14, ["未知的城市", "“New York”"]),
        ("请用 --unit billion 或", 12, ["请用 --unit", "billion 或"]),
        ("请用 --unit billion 或", 16, ["请用", "--unit billion", "或"]),
        ("见 mycity help tables 的说明", 20, ["见", "mycity help tables", "的说明"]),
        ("运行 mycity check 'A > B'，再看", 25, ["运行", "mycity check 'A > B'，再", "看"]),
        ("合计 525.63亿元，共 3 项", 10, ["合计", "525.63亿元，", "共 3 项"]),
        ("共 3 项 don’t 苏州", 9, ["共 3 项", "don’t 苏", "州"]),
        ("等等……还有", 5, ["等", "等……", "还有"]),
        ("请用\x01mycity\xa0help\x02查看", 14, ["请用", "\x01mycity\xa0help\x02查", "看"]),
        ("", 5, [""]),
        ("长", 1, ["长"]),
    ],
)
def test_a_line_is_broken(line: str, most: int, expected: list[str]) -> None:
    assert broken(line, most) == expected


_TEXTS = st.lists(
    st.sampled_from(
        ["签", "约", "金", "额", "，", "。", "（", "）", "“", "”", " ", "…", "：", "、", "a", "Z", "7", ".", "-",
         "--unit billion", "mycity help tables", "52.5亿元", "\x01", "\x02"]
    )
).map("".join)  # fmt: skip


@given(_TEXTS, st.integers(1, 40))
def test_nothing_is_lost_and_no_line_begins_or_ends_wrongly(line: str, most: int) -> None:
    lines = broken(line, most)
    assert "".join(lines).replace(" ", "") == line.replace(" ", "")
    words = line.split()
    for before, after in pairwise(lines):
        first, last = after.lstrip("\x01")[:1], before.rstrip("\x02")[-1:]
        if not first or not last:
            continue
        # Only a space in the text itself may separate what else is held together.
        at_space = any(each.lstrip("\x01").startswith(first) for each in words)
        at_space &= any(each.rstrip("\x02").endswith(last) for each in words)
        assert at_space or (first not in "，。）”…：、" and last not in "（“")


@given(st.text("签约金额，。（）“”、", max_size=60), st.integers(6, 40))
def test_a_line_is_no_wider_than_the_terminal_where_it_can_be_broken(line: str, most: int) -> None:
    for each in broken(line, most):
        # What is held together may be longer than a line.
        assert cell_len(each) <= most or len(broken(each, most)) == 1


def test_a_word_that_is_longer_than_a_line_is_folded_where_it_has_to_be() -> None:
    assert broken("见 abcdefgh，苏州", 4, fold=True) == ["见", "abcd", "efgh", "，苏", "州"]
    assert broken("见 abcdefgh，苏州", 4) == ["见", "abcdefgh，", "苏州"]
    assert broken("见 mycity help", 7, fold=True) == ["见", "mycity", "help"]


@pytest.mark.parametrize("width", [24, 26, 28, 30])
def test_a_table_breaks_as_notes_do(width: int) -> None:
    from mycity_cli.output.drawing import Track, drawn, side_by_side

    reason = "无论数字如何舍入，都与之不符，“约”“近”等字样（下限）除外。合计 525.63亿元，共 3 项"
    style = Style(width=width, language=Language.CHINESE)
    columns = [
        Track("结论", ["不属实"], None, wraps=False, cut=False),
        Track("理由", [reason], None, wraps=True, cut=False),
    ]
    table = "".join(side_by_side(columns, style)).splitlines()
    assert [line.removeprefix("不属实").strip() for line in table[1:]] == broken(reason, width - 8)
    assert drawn(Text(reason), style).splitlines() == broken(reason, width)
    assert "\n，" in drawn(Text(reason), style._replace(width=16, language=Language.ENGLISH))


def test_notes_and_errors_are_broken_on_a_terminal(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    assert mycity("claims", "--format", "claimreview", "--lang", "zh", columns=40).err == (
        "错误：--url：未给出：没有展示网页的核查\n"
        "结果不会被采用\n"
        "帮助：--url https://example.org/checks，\n"
        "即将展示核查结果的网页\n"
    )


def test_labels_are_coloured_in_every_language(mycity: Mycity) -> None:
    mycity.monkeypatch.delenv("CI", raising=False)
    mycity.monkeypatch.setenv("FORCE_COLOR", "1")
    assert mycity("dels", "--lang", "zh").err == (
        "\x1b[1;31m错误：\x1b[0m没有命令“dels”\n\x1b[1;36m帮助：\x1b[0m您是想写 deals 吗？\n"
    )
    assert mycity("dels").err == (
        "\x1b[1;31merror:\x1b[0m no such command 'dels'\n\x1b[1;36mhelp:\x1b[0m did you mean deals?\n"
    )
