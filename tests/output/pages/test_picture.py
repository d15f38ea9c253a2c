"""Charts as pictures: what an SVG says, that it fits, and that a PNG is made from it, with Chinese where a font is."""

from __future__ import annotations

import re
import struct
import sys
from fractions import Fraction
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from mycity_cli.errors import MissingExtraError
from mycity_cli.figure import Scale
from mycity_cli.interval import End, Interval
from mycity_cli.messages import Language
from mycity_cli.output.bars import Bar, Caption, Chart
from mycity_cli.output.pages import png as as_png
from mycity_cli.output.pages.lettering import cut, width_of, wrapped
from mycity_cli.output.pages.picture import png, svg, unshown

if TYPE_CHECKING:
    from pathlib import Path

    from output.pages.browsing import Browser

pytest.importorskip("jinja2", reason="the extra report is not installed")

YI = 10**8
SPACE = "{http://www.w3.org/2000/svg}"
LONG = "苏州工业园区与昆山高新技术产业开发区以及更多的园区"


def bar(label: str, value: int, low: Fraction | int | None, high: Fraction | int | None) -> Bar:
    ends = [None if end is None else End(end * YI) for end in (low, high)]
    return Bar(label, value * YI, f"{value} billion yuan", Interval(*ends), "", f"{value}")


CHART = Chart(
    [
        bar(LONG, 90, 80, 100),
        bar("厦门", -30, -40, -20),
        bar("W" * 60, 50, 50, None),
        bar("<b>&\x1b", 12, None, None),
        Bar("Cupertino", None, "not stated"),
        Bar("d", Fraction(YI, 8), "0.125", None, "", "0.125"),
    ],
    Scale.YI,
    "CNY",
    Caption(
        "Amount signed by city", "Some data; year: 2022", ["a note " * 40, "中文说明" * 60], "SHA-256: " + "0f" * 32
    ),
)
OVERLAPS = """() => {
  const texts = [...document.querySelectorAll('text')].filter(each => each.textContent);
  const boxes = texts.map(each => [each.textContent, each.getBoundingClientRect()]);
  const edge = document.documentElement.getBoundingClientRect();
  const out = boxes.filter(([, box]) =>
    box.left < edge.left || box.right > edge.right || box.top < edge.top || box.bottom > edge.bottom);
  const over = ([, a], [, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 6 && b.top < a.bottom - 6;
  const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1)
    .filter(two => over(one, two)).map(two => [one[0], two[0]]));
  return [...out.map(([one]) => one), ...pairs];
}"""
"""The texts that reach over the edge of a drawing, and the pairs of those that lie upon each other."""


def texts(drawing: str) -> list[str]:
    """Return the texts of a drawing."""
    root = ET.fromstring(drawing)  # noqa: S314
    return [each.text for each in root.iter(f"{SPACE}text") if each.text]


def test_a_picture_says_all_that_a_chart_does() -> None:
    said = texts(svg(CHART))
    assert {"Amount signed by city", "Some data; year: 2022", "yi yuan", "-50", "0", "100", "not stated"} <= set(said)
    assert {"0", ".125", "90", "-30", "<b>&\\x1b", "厦门"} <= set(said)
    assert any(text.endswith("…") and LONG.startswith(text[:-1]) for text in said)
    assert "a stated figure may be rounded, hedged or a range" in " ".join(said)
    assert "An arrow is an open end" in " ".join(said)


def test_a_picture_in_chinese() -> None:
    assert {"亿元", "未公布"} <= set(texts(svg(CHART, Language.CHINESE)))


def test_a_bar_and_its_whisker_stand_where_the_axis_says() -> None:
    drawing = ET.fromstring(svg(Chart([bar("a", 50, 40, 60), bar("b", 100, 100, 100)], Scale.YI, "CNY")))  # noqa: S314
    lines = {each.get("x1") for each in drawing.iter(f"{SPACE}line")}
    [_, one, two] = list(drawing.iter(f"{SPACE}rect"))
    assert Fraction(one.get("width", "")) * 2 - Fraction(two.get("width", "")) in (
        0,
        Fraction(1, 100),
        -Fraction(1, 100),
    )
    # 40 and 60 are numbers of the axis: the ends of the whisker stand on its lines.
    ends = next(each for each in drawing.iter(f"{SPACE}path") if each.get("stroke") == "#102a3d").get("d", "")
    assert {ends[1:].split(" ")[0], ends.split("H")[1].split("M")[0]} <= lines


def test_an_open_end_has_its_arrow_beside_the_bar() -> None:
    bars = [bar("a", 100, 40, None), bar("b", 50, None, 60), bar("c", 80, None, None)]
    drawing = ET.fromstring(svg(Chart(bars, Scale.YI, "CNY")))  # noqa: S314
    drawn = list(drawing.iter(f"{SPACE}rect"))[1:]
    left = min(Fraction(each.get("x1", "")) for each in drawing.iter(f"{SPACE}line"))
    paths = [each.get("d", "") for each in drawing.iter(f"{SPACE}path") if each.get("stroke") == "#102a3d"]
    reaches = [[Fraction(number) for number in re.findall(r"[MHL]([0-9.]+)", path)] for path in paths]
    ends = [Fraction(each.get("x", "")) + Fraction(each.get("width", "")) for each in drawn]
    assert [max(reach) - end for reach, end in zip(reaches, ends, strict=True)][::2] == [14, 14]
    assert [left - min(reach) for reach in reaches][1:] == [14, 14]


def test_one_long_number_does_not_widen_all_and_is_whole_where_it_is_pointed_at() -> None:
    drawing = svg(Chart([Bar("a", 1, "", None, "", "11.48456789"), Bar("b", 1, "", None, "", "0.125")]))
    assert {".484…", ".125", "A number that ends in … has further digits."} <= set(texts(drawing))
    assert "<title>11.48456789</title>" in drawing
    assert ".48456789" in texts(svg(Chart([Bar(each, 1, "", None, "", "11.48456789") for each in "ab"])))


@pytest.mark.parametrize("language", Language)
def test_nothing_in_a_picture_lies_upon_another_or_over_its_edge(
    language: Language, browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "chart.svg"
    path.write_text(svg(CHART, language), encoding="utf-8")
    with browser.opened(path) as opened:
        assert opened.page.evaluate(OVERLAPS) == []
        assert (opened.requests, opened.complaints) == ([path.as_uri()], [])


def test_a_png_is_twice_as_large_as_the_drawing() -> None:
    pytest.importorskip("resvg_py", reason="the extra report is not installed")
    drawing = svg(CHART)
    dots = png(drawing)
    assert dots[:8] == b"\x89PNG\r\n\x1a\n"
    root = ET.fromstring(drawing)  # noqa: S314
    assert struct.unpack(">II", dots[16:24]) == (2 * int(root.get("width", "")), 2 * int(root.get("height", "")))


def test_characters_that_no_font_has_are_told() -> None:
    pytest.importorskip("resvg_py", reason="the extra report is not installed")
    if "𞊐" not in unshown(svg(Chart([Bar("𞊐", 1, "1")]))):
        pytest.skip("a font of this machine has letters of Toto")
    [note] = as_png.notes_of_fonts(Chart([Bar("a𞊐", 1, "1")], caption=Caption("𞊐𞊑b")))
    assert note == "no font here has these characters, for which the picture shows boxes or nothing: 𞊐 𞊑"
    assert as_png.notes_of_fonts(Chart([Bar("a", 1, "1")])) == []


def test_chinese_is_shown_where_a_font_has_it() -> None:
    pytest.importorskip("resvg_py", reason="the extra report is not installed")
    with_text, without = (svg(Chart([Bar(label, 1, "1")])) for label in ("厦门", "𞊐𞊑"))
    if "厦" in unshown(with_text):
        pytest.skip("no font of this machine has Chinese characters")
    assert png(with_text) != png(without)


def test_no_line_of_a_picture_in_chinese_begins_with_what_separates() -> None:
    made = "工具：mycity 0.1.0；数据集：deals.json；数据截至：2022-11-08；数据的 SHA-256：" + "0f" * 32
    for shift in range(30):
        lines = list(wrapped("合" * shift + made, 600, 13))
        assert "".join(lines).replace(" ", "") == "合" * shift + made.replace(" ", "")
        assert not [line for line in lines if line.startswith(("：", "；", "，", "。"))]


def test_what_is_written_in_two_fonts_is_no_box_where_letters_are_joined() -> None:
    pytest.importorskip("resvg_py", reason="the extra report is not installed")
    joined = svg(Chart([Bar("a", 1, "1")], caption=Caption("", made="：0ff1")), Language.CHINESE)
    if "：" in unshown(joined):
        pytest.skip("no font of this machine has Chinese characters")
    assert png(joined) == png(joined.replace("0ff1", "0f\u200cf1"))


@pytest.mark.parametrize("missing", ["resvg_py"])
def test_without_the_library_of_png_the_extra_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError) as raised:
        png(svg(CHART))
    assert (raised.value.message, raised.value.help) == (
        "PNG is drawn by resvg-py, which is not installed",
        "pip install 'mycity-cli[report]'",
    )


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 100, []),
        ("one two", 100, ["one two"]),
        ("one two three", 60, ["one two", "three"]),
        ("onetwothree", 35, ["onetw", "othre", "e"]),
        ("各城市签约金额", 32, ["各城市", "签约金", "额"]),
    ],
)
def test_text_is_broken_into_lines_that_fit(text: str, room: int, lines: list[str]) -> None:
    found = list(wrapped(text, room, 10))
    assert found == lines
    assert all(width_of(line, 10) <= room for line in found)


def test_text_is_cut_to_its_room() -> None:
    assert cut("Suzhou", 100, 10) == "Suzhou"
    assert cut("苏州工业园区", 42, 10) == "苏州工…"
    assert cut("Suzhou", 1, 10) == "…"
