"""The traditional characters that scripts/traditional.py writes."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "src/mycity_cli/figure/words/traditional.txt"
TEXT = FILE.read_text(encoding="utf-8")
HEADER, TRADITIONAL, SIMPLIFIED = TEXT.splitlines()
TWINS = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))


@pytest.fixture
def script() -> ModuleType:
    opencc = pytest.importorskip("opencc")
    if f"OpenCC {opencc.__version__}:" not in HEADER:
        pytest.skip(f"the file was written with another OpenCC than {opencc.__version__}")
    from scripts import traditional

    return traditional


def test_the_file_is_what_the_script_writes(script: ModuleType) -> None:
    assert script.written() == TEXT


def test_a_comment_and_two_lines_of_characters_that_differ() -> None:
    assert HEADER.startswith("#")
    assert len(TWINS) == len(TRADITIONAL)
    assert [pair for pair in TWINS.items() if pair[0] == pair[1]] == []
    assert max(map(ord, TRADITIONAL + SIMPLIFIED)) <= 0xFFFF


def test_no_common_simplified_character_is_changed() -> None:
    points = [bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)]
    common = "".join(point.decode("gb2312", errors="ignore") for point in points)
    assert len(common) == 3755
    assert [character for character in common if character in TWINS] == []


def test_translating_twice_is_translating_once() -> None:
    assert TWINS.keys() & set(SIMPLIFIED) == set()


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("億萬圓幣總額", "亿万圆币总额"),
        ("佔裏裡檯衞臺爲為", "占里里台卫台为为"),
        ("枱粧糭衹敍簷痺", "台妆粽只叙檐痹"),
        ("不少於 後", "不少于 后"),
        ("沙烏地里亞爾", "沙乌地里亚尔"),
    ],
)
def test_what_a_text_becomes(traditional: str, simplified: str) -> None:
    assert traditional.translate(str.maketrans(TRADITIONAL, SIMPLIFIED)) == simplified


@pytest.mark.parametrize(
    "text", ["乾县", "哪吒", "著名", "余后干里", "什么", "瞭望", "慰藉", "签约项目42个,总投资386.5亿元"]
)
def test_what_is_simplified_stays(text: str) -> None:
    assert text.translate(str.maketrans(TRADITIONAL, SIMPLIFIED)) == text
