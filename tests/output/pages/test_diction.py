"""What a page says of figures: each number with its sign, and a hedge but once."""

from __future__ import annotations

import pytest

from mycity_cli.figure import Figure
from mycity_cli.messages import Language
from mycity_cli.model import Dataset
from mycity_cli.output.pages.diction import Diction


def diction(language: Language) -> Diction:
    return Diction(Dataset(), (), language)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("nearly 50%", "<50%, 45 to below 50%", "<50%，45% 以上、不足 50%"),
        ("at least 70%", "≥70%, or more", "至少 70%"),
        ("more than 70%", ">70%, more than 70%", "超过 70%"),
        ("at most 20%", "≤20%, 0 to 20%", "≤20%，0% 至 20%"),
        ("超过500亿元", ">50.0 billion yuan, more than 50 billion yuan", "超过 500亿元"),
        ("至少500亿元", "≥50.0 billion yuan, or more", "至少 500亿元"),
        ("120.5亿元", "12.05 billion yuan, 12.045 to 12.055 billion yuan", "120.5亿元，120.45 至 120.55亿元"),
        ("more than 500", ">500, more than 500", "超过 500"),
        ("30", "30", "30"),
    ],
)
def test_a_figure_and_what_it_may_be(text: str, english: str, chinese: str) -> None:
    figure = Figure.parse(text)
    said = [diction(language).with_between(figure) for language in Language]
    assert said == [english, chinese]
