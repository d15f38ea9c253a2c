"""What is wrong with figures, said in Chinese: with all that is said in English, and no word of English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.errors import FigureError
from mycity_cli.figure import Figure
from mycity_cli.figure.scanning import Unread, scan
from mycity_cli.messages import Language, told

_WORD = re.compile("[A-Za-z]{2,}")
_PIECES = st.sampled_from(
    [
        "5", "50", "1,23", "009", "0", "9" * 61, "3.", " ", " ", "-", "/", ":", "'", "(", ")", "%", "$", "€", "¥",
        "USD", "yuan", "pesos", "cents", "million", "billion", "billiobn", "about", "nearly", "more than", "odd",
        "several", "hundred", "to", "and", "half", "point", "x", "O", "亿", "万", "元", "角", "比索", "三", "百",
        "十", "零", "约", "近", "余", "几", "成", "至", "比", "低", "个", "。",
    ]
)  # fmt: skip
TEXTS = st.lists(_PIECES, max_size=8).map("".join)


@given(TEXTS)
def test_what_is_no_figure_is_told_in_chinese(text: str) -> None:
    try:
        Figure.parse(text)
    except FigureError as error:
        assert_chinese(error.message, text)
        offered = error.help.partition("did you mean ")[2]
        assert_chinese(error.help, text + offered)


@given(TEXTS)
def test_why_a_number_is_unread_is_told_in_chinese(text: str) -> None:
    for found in scan(text):
        if isinstance(found, Unread):
            assert_chinese(found.reason, text)


def assert_chinese(message: str, text: str) -> None:
    """Assert that a message about a text has no word of English but those of the text, and codes of currencies."""
    said = told(message, Language.CHINESE)
    words = {word for word in _WORD.findall(said) if not word.isupper()}
    assert all(word.lower() in text.lower() for word in words), said
    assert said != message


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("", "数字为空", "请写数字，如 525.63亿元、30 或 22.4%"),
        ("5 billiom yuan", "无法读取“5”之后的“billiom”", "您是想写 billion 吗？"),
        ("5亿比索", "“比索”是多个国家或地区的货币：ARS、CLP、COP、CUP、DOP、MXN、PHP、UYU", "请写明所指货币的代码"),
        ("nearly 0", "“接近零”没有意义", "请写数字，如 525.63亿元、30 或 22.4%"),
    ],
)
def test_a_figure_that_is_none(text: str, message: str, help: str) -> None:
    with pytest.raises(FigureError) as caught:
        Figure.parse(text)
    said = [told(each, Language.CHINESE) for each in (caught.value.message, caught.value.help)]
    assert said == [message, help]
