"""Figures that were pasted twice, or into another: each is read where it stands, and none overlaps another."""

from __future__ import annotations

import pytest

from release.stated import figures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "签约二十五个项目，其中中小企业项目十一个，占项目总数的百分之六十百分之六十四。",
            "二十五个项目 = 25; 项目十一个 = 11",
        ),
        ("签约四十个机械四十个项目、文化创意三十五个项目。", "四十个项目 = 40; 三十五个项目 = 35"),
        ("共计三十五个疗四十五个项目。", "四十五个项目 = 45"),
        ("It is worth $5 million$5 million.", "$5 million = 5000000 USD; $5 million = 5000000 USD"),
    ],
)
def test_each_figure_is_read_where_it_stands(text: str, expected: str) -> None:
    assert figures_of(text) == expected
