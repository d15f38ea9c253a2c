"""Shares that are told of the rows of a table, and those that are not."""

from __future__ import annotations

import pytest

from release.relating import lines

ENGLISH = (
    "| City | Projects | Contracted investment (billion yuan) |\n|---|---:|---:|\n| Guiyang | 31 | 24.18 |\n"
    "| Zunyi | 22 | 17.9 |\n| Anshun | 22 | 10.65 |\n| Total | 75 | 52.73 |\n\n"
)
CHINESE = (
    "| 城市 | 项目数(个) | 签约金额(亿元) |\n|:--|--:|--:|\n| 丽江 | 17 | 126.4 |\n| 普洱 | 11 | 58.75 |\n"
    "| 昭通 | 14 | 54.85 |\n| 合计 | 42 | 240.0 |\n\n"
)


def shares(text: str) -> list[str]:
    return [line for line in lines(text) if line.startswith("share")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The subject is no name of the table, but only one row has that share.
        pytest.param(
            ENGLISH + "The provincial capital secured 45.9% of the contracted investment.",
            ["share: 24.18 billion yuan / 52.73 billion yuan = 45.9% -> true"],
            marks=pytest.mark.xfail,
        ),
        (CHINESE + "丽江项目数占总数的40.5%。", ["share: 17 / 42 = 40.5% -> true"]),
        pytest.param(
            CHINESE + "丽江项目数占总数的40.5%，普洱占项目总数的26.2%。",
            ["share: 17 / 42 = 40.5% -> true", "share: 11 / 42 = 26.2% -> true"],
            marks=pytest.mark.xfail,
        ),
    ],
)
def test_the_share_of_a_row(text: str, found: list[str]) -> None:
    assert shares(text) == found


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + "Guiyang and Zunyi together took 70 percent of the investment.",
        ENGLISH + "In Guiyang, private firms took 60 percent of the investment.",
        ENGLISH + "Last year Guiyang took 49.5 percent of the investment.",
        ENGLISH + "The provincial capital secured 45% of the contracted investment.",
        ENGLISH + "Data centres make up 45.9 percent of the output.",
        CHINESE + "丽江的民营企业投资占签约金额的57.2%。",
        CHINESE + "去年丽江签约金额占总额的57.2%。",
        "| City | Projects | Growth |\n|---|---|---|\n| Li | 31 | 12% |\n| Pu | 22 | 33% |\n| Total | 53 | 20% |\n",
    ],
)
def test_what_is_no_share_of_a_row(text: str) -> None:
    assert shares(text) == []
