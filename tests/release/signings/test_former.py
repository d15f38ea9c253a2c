"""Earlier signings that a text sets beside those it reports: signings of their own, and no parts of these."""

from __future__ import annotations

import pytest

from release.finding import figures

NOW = "On Monday Luoyang signed 38 contracts worth 41.7 billion yuan in Shenzhen."


@pytest.mark.parametrize(
    "sentence",
    [
        "At last year's event, also held in Shenzhen, 31 contracts worth 36.2 billion yuan were signed.",
        "The previous edition produced 31 contracts worth 36.2 billion yuan.",
        "The 2019 edition had produced 31 contracts worth 36.2 billion yuan.",
    ],
)
def test_an_earlier_event_at_the_beginning_of_a_sentence(sentence: str) -> None:
    assert figures(f"{NOW} {sentence}") == ["38 contracts, 41.7 billion yuan", "31 contracts, 36.2 billion yuan"]


@pytest.mark.parametrize("lead", ["去年的推介会", "上届大会", "而上一届推介会上"])
def test_an_earlier_event_at_the_beginning_of_a_chinese_sentence(lead: str) -> None:
    text = f"推介会在苏州举行,签约36个项目,总投资128.6亿元。{lead}签约29个项目,投资101.5亿元。"
    assert figures(text) == ["36个项目, 128.6亿元", "29个项目, 101.5亿元"]


def test_what_was_signed_at_the_fair_of_another_year_is_no_part() -> None:
    text = f"{NOW} The sum exceeds the 36.2 billion yuan signed at the fair of 2020."
    assert figures(text) == ["38 contracts, 41.7 billion yuan"]


def test_a_figure_of_an_earlier_year_that_nobody_signed_is_none() -> None:
    text = f"{NOW} Last year actual use of foreign capital was 12.28 billion yuan."
    assert figures(text) == ["38 contracts, 41.7 billion yuan"]


def test_what_is_still_to_be_signed_or_was_only_expected_is_none() -> None:
    text = f'{NOW} The city plans to sign another 50 contracts. "We expected 30 contracts," the mayor said.'
    assert figures(text) == ["38 contracts, 41.7 billion yuan"]


def test_a_folder_of_projects_is_an_offer() -> None:
    text = "Luoyang came to Shenzhen with a folder of 120 projects and went home with 38 signed contracts."
    assert figures(text) == ["38 signed contracts"]
