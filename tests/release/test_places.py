"""Names of places in a text, and in the gazetteer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.gazetteer import has_namesakes, holds, is_same, known
from mycity_cli.release.places import named_in


def names(text: str, language: str = "en") -> list[str]:
    return [place.name for place in named_in(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held in Deyang", ["Deyang"]),
        ("held in DEYANG", ["Deyang"]),
        ("Tai'an's 21 deals", ["Tai'an"]),
        ("Tai’an city", ["Tai’an"]),
        ("Inner Mongolia and Hong Kong", ["Inner Mongolia", "Hong Kong"]),
        ("in Xi'an, Shaanxi province", ["Xi'an", "Shaanxi"]),
        ("the Qwertong district", ["Qwertong"]),
        ("the city of Qwertong", ["Qwertong"]),
        ("according to the Hainan Daily", []),
        ("the Bank of China", []),
        ("84 Hong Kong-funded projects", []),
        ("the Guangdong-Hong Kong-Macao Greater Bay Area", []),
        ("a Chinese city", []),
        ("told us", []),
    ],
)
def test_english_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("德阳市在厦门举行", ["德阳", "厦门"]),
        ("内蒙古自治区鄂尔多斯市", ["内蒙古", "鄂尔多斯"]),
        ("由罗庄区、沂水县和费县签下", ["罗庄", "沂水"]),
        ("据四川日报报道", []),
        ("中国银行莆田分行", []),
        ("开拓市场,建设园区", []),
        ("各县区", []),
    ],
)
def test_chinese_names(text: str, expected: list[str]) -> None:
    assert names(text, "zh")[: len(expected) or None] == expected


def test_names_of_one_place() -> None:
    assert is_same("Mianyang", "绵阳")
    assert is_same("绵阳市", "Mianyang City")
    assert is_same("Xian", "Xi'an")
    assert is_same("Nowhere", "nowhere")
    assert not is_same("Mianyang", "Deyang")
    assert not is_same("Nowhere", "Elsewhere")


def test_namesakes_are_told_apart_by_their_chinese_names() -> None:
    assert has_namesakes("Suzhou")
    assert not has_namesakes("苏州")
    assert not is_same("苏州", "宿州")
    assert not has_namesakes("Xi'an")


def test_what_the_gazetteer_knows() -> None:
    place = known("Deyang")
    assert place is not None
    assert (place.english, place.chinese, place.within, place.is_country) == ("Deyang", "德阳", "Sichuan", False)
    germany = known("德国")
    assert germany is not None
    assert germany.is_country
    assert holds("Sichuan", "德阳")
    assert not holds("Sichuan", "Xiamen")
    assert known("Qwertong") is None


@given(st.text(max_size=300), st.sampled_from(["en", "zh"]))
def test_any_text_is_read(text: str, language: str) -> None:
    for place in named_in(text, 0, len(text), language):
        assert 0 <= place.start < place.end <= len(text)
        assert place.name
