"""What cannot be, whatever the other figures, and what cannot be checked: each with the reason."""

from __future__ import annotations

import pytest

from release.relating import lines, relations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会上签约30个项目，其中外资项目45个。", "sum: 45个 <= 30个项目 -> false"),
        ("Deals worth 5.2 billion yuan were signed, including a port for 7.9 billion yuan.",
         "sum: 7.9 billion yuan <= 5.2 billion yuan -> false"),
    ],
)  # fmt: skip
def test_a_part_that_exceeds_its_whole_is_impossible(text: str, found: str) -> None:
    assert found in lines(text)
    assert relations(text)[0].rule == "sum/part-exceeds"


def test_a_part_within_its_whole_says_nothing() -> None:
    assert lines("Deals worth 7.9 billion yuan were signed, including a port for 5.2 billion yuan.") == []


def test_a_share_of_more_than_all_is_impossible() -> None:
    assert lines("签约项目30个，其中外资项目占120%。") == ["share: 120% <= 100% -> false"]
    assert lines("完成年度计划22.2亿元的120%。") == []
    (found,) = relations("Foreign investors account for 130 percent of the total.")
    assert (found.statement, found.outcome, found.rule) == ("130 percent <= 100%", "false", "share/over-100")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Revenue rose 20 percent year on year.", "the figure of the time before is not stated"),
        (
            "Guiyang signed 211 projects.\n\nA year earlier it signed 196 projects. That means growth of 7.7 percent.",
            "the figure of the time before is not stated clearly",
        ),
    ],
)
def test_what_is_missing_is_told_as_it_is(text: str, reason: str) -> None:
    assert [(each.outcome, each.reason) for each in relations(text) if each.candidate.kind == "growth"] == [
        ("not checkable", reason)
    ]
