"""The signings of a release beside those of a dataset: whether each is recorded, and whether the figures agree."""

from __future__ import annotations

import pytest

from examples import Raw, dataset, signing
from mycity_cli.release.audit import audit

HELD = "Mianyang held a promotion conference in Suzhou on November 3, 2022."
SIGNED = f"{HELD} 30 projects worth 52.563 billion yuan were signed."
RECORDED = signing("one", date="2022-11-03", projects="30", amount="52.563 billion yuan")


def compared(text: str, *records: Raw) -> list[str]:
    found = audit(text, dataset(*records)).compared
    return [
        " ".join([each.record or "-", each.outcome, *(f"[{out}: {said}]" for said, out in each.statements)])
        for each in found
    ]


def test_figures_that_are_the_same_agree() -> None:
    assert compared(SIGNED, RECORDED) == [
        "one agrees [true: 30 projects = 30] [true: 52.563 billion yuan = 52.563 billion yuan]"
    ]


@pytest.mark.parametrize("amount", ["52.6 billion yuan", "about 50 billion yuan", "more than 52 billion yuan"])
def test_figures_agree_at_the_precision_stated(amount: str) -> None:
    [line] = compared(SIGNED, RECORDED | {"amount": amount})
    assert line.startswith("one agrees ")


def test_one_figure_that_is_another_differs() -> None:
    assert compared(SIGNED, RECORDED | {"amount": "52.653 billion yuan"}) == [
        "one differs [true: 30 projects = 30] [false: 52.563 billion yuan = 52.653 billion yuan]"
    ]


def test_a_release_in_another_language_is_about_the_same_signing() -> None:
    text = "2022年11月3日,绵阳市在苏州举行投资推介会,现场签约30个项目,总投资525.63亿元。"
    assert compared(text, RECORDED)[0].startswith("one agrees ")


@pytest.mark.parametrize(
    "record",
    [
        RECORDED | {"date": "2021-11-03"},
        RECORDED | {"city": "xiamen"},
        RECORDED | {"promoter": "xiamen"},
        RECORDED | {"projects": None, "amount": None},
        RECORDED | {"projects": None, "amount": "52.563 billion dollars"},
    ],
)
def test_another_signing_leaves_this_one_new(record: Raw) -> None:
    assert compared(SIGNED, {name: value for name, value in record.items() if value is not None}) == ["- new"]


def test_a_record_without_money_is_no_other_amount() -> None:
    assert compared(SIGNED, RECORDED | {"amount": "none"}) == ["one agrees [true: 30 projects = 30]"]


def test_nothing_recorded_is_new() -> None:
    assert compared(SIGNED) == ["- new"]


def test_a_date_that_is_not_known_can_be_the_same() -> None:
    assert compared(SIGNED, {k: v for k, v in RECORDED.items() if k != "date"})[0].startswith("one agrees ")
    assert compared(SIGNED, RECORDED | {"date": "2022"})[0].startswith("one agrees ")


def test_where_a_place_is_not_known_the_figures_decide() -> None:
    fair = "The China International Fair took place in Suzhou. 30 projects were signed."
    assert compared(fair, RECORDED)[0].startswith("one agrees ")
    assert compared(fair.replace("30", "31"), RECORDED) == ["- new"]


def test_a_part_is_compared_with_parts() -> None:
    text = f"{SIGNED} Of them, 12 projects are in electronics."
    part = signing("two", part_of="one", projects="12", date="2022-11-03")
    assert compared(text, RECORDED) == [compared(SIGNED, RECORDED)[0], "- new"]
    assert compared(text, RECORDED, part)[1] == "two agrees [true: 12 projects = 12]"


def test_of_several_records_the_one_that_agrees_is_meant() -> None:
    other = signing("two", date="2022-11", projects="12", amount="3 billion yuan")
    assert compared(SIGNED, other, RECORDED)[0].startswith("one agrees ")


def test_a_record_is_one_signing_of_a_release() -> None:
    text = f"{SIGNED} On the same evening Mianyang signed another 40 projects worth 9 billion yuan in Suzhou."
    assert [line.split(" ")[:2] for line in compared(text, RECORDED)] == [["one", "agrees"], ["-", "new"]]


def test_a_total_of_several_cities_is_compared_with_what_they_come_to() -> None:
    text = "Xiamen in June and Suzhou in November: Mianyang held two conferences in 2022. It signed 48 projects."
    one, other = signing("a", city="xiamen", date="2022-06-15", projects="18"), RECORDED
    assert compared(text, one, other) == ["a + one agrees [true: 48 projects = 18 + 30]"]
    assert compared(text.replace("48", "49"), one, other) == ["a + one differs [false: 49 projects = 18 + 30]"]
    assert compared(text.replace("48", "30"), one, other) == ["a + one differs [false: 30 projects = 18 + 30]"]
    assert compared(text, one) == ["- new"]
    assert compared(text, one, signing("b", date="2022-11-03", amount="3 billion yuan")) == ["- new"]


def test_what_a_total_of_several_cities_adds_up_is_each_compared_with_its_record() -> None:
    text = (
        "Xiamen in June and Suzhou in November: Mianyang held two conferences in 2022. It signed 48 projects.\n\n"
        "On June 15, 2022, at a conference in Xiamen, 18 projects were signed. On November 3, 2022, at a conference in "
        "Suzhou, 30 projects were signed."
    )
    one = signing("a", city="xiamen", date="2022-06-15", projects="18")
    assert [line.split(" [")[0] for line in compared(text, one, RECORDED)] == [
        "a + one agrees",
        "a agrees",
        "one agrees",
    ]
