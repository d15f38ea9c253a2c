"""What signings add up to: by table, what is easily missed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from examples import PLACES, cited, dataset, signing
from mycity_cli.dataset import load
from mycity_cli.interval import End, Interval
from mycity_cli.query import Group, Measure, Selection, Sum, Total, group_totals, total
from mycity_cli.query.engine import InMemory

if TYPE_CHECKING:
    from collections.abc import Iterable


NOTHING = Sum(0, Interval.exactly(0))
OF_ONE_GROUP = [group for group in Group if group is not Group.SOURCE]
"""The groups of which every signing is in one."""


def rows(totals: Iterable[Total]) -> list[tuple[Any, ...]]:
    """Return what a listing shows of totals: key, signings, projects, amount, currency."""
    return [
        (
            row.key,
            row.signings,
            row.measured(Measure.PROJECTS),
            row.measured(Measure.AMOUNT),
            row.currency,
        )
        for row in totals
    ]


# --- by table ----------------------------------------------------------------------------------------------------


def test_the_bundled_signings() -> None:
    data = load()
    [whole] = total(data, data.signings)
    assert whole == Total(
        key=None,
        signings=4,
        projects=Sum(75, Interval.exactly(75)),
        amount=Sum(92_913_000_000, Interval(End(92_857_500_000), End(92_968_500_000))),
        currency="CNY",
        without_amount=(),
        without_projects=(),
        hedged=(),
        hedged_projects=(),
        parts=(),
        sources=("ein-2022-11-08", "mianyang-news-cupertino"),
    )


BILLION = 10**9
SUZHOU = (1, 30, Fraction("52.563") * BILLION, "CNY")
DONGGUAN = (1, 27, Fraction("26.8") * BILLION, "CNY")
XIAMEN = (1, 18, Fraction("13.55") * BILLION, "CNY")
CUPERTINO = (1, None, None, None)
INVESTED = (3, 75, Fraction("92.913") * BILLION, "CNY")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (Group.CITY, [("Suzhou", *SUZHOU), ("Dongguan", *DONGGUAN), ("Xiamen", *XIAMEN), ("Cupertino", *CUPERTINO)]),
        (Group.PROMOTER, [("Mianyang", 4, 75, Fraction("92.913") * BILLION, "CNY")]),
        (Group.YEAR, [("2022", *INVESTED), (None, *CUPERTINO)]),
        (Group.QUARTER, [("2022-Q4", *SUZHOU), ("2022-Q3", *DONGGUAN), ("2022-Q2", *XIAMEN), (None, *CUPERTINO)]),
        (Group.MONTH, [("2022-11", *SUZHOU), ("2022-08", *DONGGUAN), ("2022-06", *XIAMEN), (None, *CUPERTINO)]),
        (Group.KIND, [("investment", *INVESTED), ("memorandum", *CUPERTINO)]),
        (
            Group.CONFERENCE,
            [("suzhou-2022", *SUZHOU), ("dongguan-2022", *DONGGUAN), ("xiamen-2022", *XIAMEN), (None, *CUPERTINO)],
        ),
        (Group.SOURCE, [("ein-2022-11-08", *INVESTED), ("mianyang-news-cupertino", *CUPERTINO)]),
    ],
)
def test_every_group_of_the_bundled_signings(by: Group, expected: list[tuple[Any, ...]]) -> None:
    data = load()
    assert rows(group_totals(data, data.signings, by)) == expected


def test_nothing_adds_up_to_nothing() -> None:
    assert total(dataset(), []) == [Total(None, 0, NOTHING, NOTHING, None, (), (), (), (), (), ())]
    assert all(group_totals(dataset(), [], by) == [] for by in Group)


def test_two_currencies_are_two_rows_and_what_states_none_is_a_third() -> None:
    data = dataset(
        signing("usd", amount="US$2 billion", projects=1),
        signing("bare", projects=2),
        signing("cny", amount="10亿元", projects=4),
        signing("more", amount="5亿元"),
    )
    found = total(data, data.signings)
    assert rows(found) == [
        (None, 2, 4, 1_500_000_000, "CNY"),
        (None, 1, 1, 2_000_000_000, "USD"),
        (None, 1, 2, None, None),
    ]
    assert [row.without_amount for row in found] == [(), (), ("bare",)]
    assert [row.without_projects for row in found] == [("more",), (), ()]


def test_what_has_no_money_to_state_is_no_gap_and_no_zero() -> None:
    data = dataset(signing("friends", amount="none", projects=2), signing("cny", amount="10亿元", projects=3))
    [whole] = total(data, data.signings)
    assert rows([whole]) == [(None, 2, 5, 1_000_000_000, "CNY")]
    assert (whole.without_amount, whole.lower_bound) == ((), False)
    assert whole.amount == Sum(1_000_000_000, Interval(End(950_000_000), End(1_050_000_000)))
    [friends] = total(data, data.signings[:1])
    assert rows([friends]) == [(None, 1, 2, None, None)]
    assert (friends.without_amount, friends.lower_bound) == ((), False)


def test_a_missing_amount_may_be_in_any_of_the_currencies() -> None:
    data = dataset(signing("usd", amount="US$2 billion"), signing("bare", projects=1), signing("cny", amount="10亿元"))
    found = total(data, data.signings)
    assert [(row.currency, row.lower_bound, row.amount and row.amount.interval.high) for row in found] == [
        ("CNY", True, None),
        ("USD", True, None),
        (None, True, None),
    ]


def test_what_a_filter_cannot_decide_may_belong_to_the_total() -> None:
    data = dataset(signing("bare", projects=2), signing("cny", amount="10亿元", projects=1))
    selection = Selection(currency="CNY")
    [whole] = InMemory(data).totals(selection, None, Measure.AMOUNT).overall
    assert (whole.lower_bound, whole.projects_lower_bound, whole.without_amount) == (True, True, ())
    assert whole.amount == Sum(1_000_000_000, Interval(End(950_000_000), None))
    assert whole.projects == Sum(1, Interval(End(1), None))


def test_what_states_no_amount_is_counted_with_the_only_currency_there_is() -> None:
    data = dataset(signing("bare", projects=2), signing("cny", amount="10亿元"))
    [whole] = total(data, data.signings)
    assert rows([whole]) == [(None, 2, 2, 1_000_000_000, "CNY")]
    assert (whole.without_amount, whole.without_projects) == (("bare",), ("cny",))


def test_signings_that_state_nothing_have_no_sum() -> None:
    data = dataset(signing("a"), signing("b"))
    assert rows(total(data, data.signings)) == [(None, 2, None, None, None)]


FAMILY = dataset(
    signing("grandchild", part_of="child", city="xian", amount="1亿元", projects=1),
    signing("child", part_of="whole", city="xiamen", amount="4亿元", projects=4),
    signing("whole", amount="10亿元", projects=10),
    signing("other", amount="100亿元", projects=100),
)


@pytest.mark.parametrize(
    ("chosen", "projects", "parts"),
    [
        (["whole", "child", "grandchild"], 10, ["child", "grandchild"]),
        (["whole", "child"], 10, ["child"]),
        (["whole", "grandchild"], 10, ["grandchild"]),
        (["child", "grandchild"], 4, ["grandchild"]),
        (["child"], 4, []),
        (["grandchild"], 1, []),
        (["grandchild", "other"], 101, []),
        (["whole", "child", "grandchild", "other"], 110, ["child", "grandchild"]),
    ],
)
def test_a_part_is_not_added_on_top_of_its_whole(chosen: list[str], projects: int, parts: list[str]) -> None:
    [row] = total(FAMILY, [record for record in FAMILY.signings if record.id in chosen])
    assert row.measured(Measure.PROJECTS) == projects
    assert row.measured(Measure.AMOUNT) == projects * 10**8
    assert sorted(row.parts) == parts
    assert row.signings == len(chosen) - len(parts)


def test_a_part_is_not_added_in_another_group_than_its_whole_either() -> None:
    assert rows(group_totals(FAMILY, FAMILY.signings, Group.CITY)) == [("Suzhou", 2, 110, 11_000_000_000, "CNY")]
    within = dataset(signing("whole", amount="10亿元"), signing("part", part_of="whole", amount="4亿元"))
    [row] = group_totals(within, within.signings, Group.CITY)
    assert row.parts == ("part",)


def test_a_signing_of_two_sources_is_in_the_group_of_each() -> None:
    data = dataset(
        signing("both", sources=[*cited("paper", "website"), {"id": "paper", "at": "again"}], projects=1),
        signing("one", projects=2),
    )
    assert rows(group_totals(data, data.signings, Group.SOURCE, Measure.PROJECTS)) == [
        ("paper", 2, 3, None, None),
        ("website", 1, 1, None, None),
    ]


@pytest.mark.parametrize(
    ("date", "year", "quarter", "month"),
    [
        ("2022-11-03", "2022", "2022-Q4", "2022-11"),
        ("2022-02", "2022", "2022-Q1", "2022-02"),
        ("2022-04/2022-06", "2022", "2022-Q2", None),
        ("2022", "2022", None, None),
        ("2021-12/2022-01", None, None, None),
        ("../2018-04", None, None, None),
        (None, None, None, None),
    ],
)
def test_a_date_that_spans_several_groups_is_in_none(
    date: str | None, year: str | None, quarter: str | None, month: str | None
) -> None:
    data = dataset(signing("a", date=date))
    keys = [group_totals(data, data.signings, by)[0].key for by in (Group.YEAR, Group.QUARTER, Group.MONTH)]
    assert keys == [year, quarter, month]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure.AMOUNT, ["Xiamen", "Suzhou", "Mianyang", "Xi'an"]),
        (Measure.PROJECTS, ["Suzhou", "Xi'an", "Mianyang", "Xiamen"]),
        (Measure.SIGNINGS, ["Suzhou", "Mianyang", "Xi'an", "Xiamen"]),
    ],
)
def test_the_largest_group_of_the_measure_is_first_and_those_that_state_nothing_last(
    measure: Measure, expected: list[str]
) -> None:
    data = dataset(
        signing("a", city="xian", projects=5),
        signing("b", amount="5亿元", projects=9),
        signing("c", projects=0),
        signing("d", city="xiamen", amount="6亿元"),
        signing("e", city="mianyang"),
    )
    # Of groups alike the names decide; a group without a figure comes after one of zero.
    assert [row.key for row in group_totals(data, data.signings, Group.CITY, measure)] == expected


def test_the_group_without_a_name_is_the_last_of_its_like() -> None:
    data = dataset(signing("a", amount="1亿元"), signing("b", amount="1亿元", date="2022"))
    assert [row.key for row in group_totals(data, data.signings, Group.YEAR)] == ["2022", None]


def test_a_group_of_two_currencies_is_two_rows() -> None:
    data = dataset(
        signing("a", amount="1亿元"), signing("b", amount="US$2 million"), signing("c", city="xian", amount="US$1")
    )
    assert rows(group_totals(data, data.signings, Group.CITY)) == [
        ("Suzhou", 1, None, 2_000_000, "USD"),
        ("Xi'an", 1, None, 1, "USD"),
        ("Suzhou", 1, None, 100_000_000, "CNY"),
    ]


def test_a_group_of_two_currencies_is_one_row_where_no_amounts_are_asked_for() -> None:
    data = dataset(signing("a", amount="1亿元"), signing("b", amount="US$2 million"), signing("c"))
    (row,) = group_totals(data, data.signings, Group.CITY, Measure.SIGNINGS)
    assert (row.signings, row.amount, row.currency, row.mixed, row.without_amount) == (3, None, None, True, ("c",))


def test_a_hedge_opens_the_interval_of_the_sum_and_leaves_its_value() -> None:
    data = dataset(signing("a", amount="more than 10 billion yuan"), signing("b", amount="1.0 billion yuan"))
    [row] = total(data, data.signings)
    assert row.amount == Sum(11 * BILLION, Interval(End(10_950_000_000, closed=False), None))


def test_a_part_in_another_group_than_its_whole_is_named_with_the_groups() -> None:
    found = group_totals(FAMILY, FAMILY.signings, Group.CITY)
    assert sorted(id for row in found for id in row.parts) == ["child", "grandchild"]


def test_parts_are_in_the_row_of_the_whole_that_covers_them() -> None:
    data = dataset(
        signing("grandchild", part_of="child", city="xian"),
        signing("child", part_of="whole", city="xiamen", amount="US$4"),
        signing("whole", amount="10亿元"),
        signing("other", city="xian", amount="US$2"),
        signing("half", part_of="other", city="xiamen"),
        signing("bare", city="xiamen"),
        signing("share", part_of="bare"),
    )
    expected = [("CNY", ("grandchild", "child")), ("USD", ("half",)), (None, ("share",))]
    assert [(row.currency, row.parts) for row in total(data, data.signings)] == expected
    assert [(row.key, row.parts) for row in group_totals(data, data.signings, Group.CITY)] == [
        ("Suzhou", ("grandchild", "child")),
        ("Xi'an", ("half",)),
        ("Xiamen", ("share",)),
    ]


def test_signings_with_hedged_figures_are_named_where_they_are_added() -> None:
    data = dataset(
        signing("plain", amount="1亿元"),
        signing("about", amount="about 100 million yuan"),
        signing("usd", amount="more than US$1 million"),
        signing("bare", projects="about 30 projects"),
        signing("part", part_of="plain", amount="nearly 10 million yuan"),
        signing("odd", city="xian", amount="10多亿元"),
    )
    assert [(row.currency, row.hedged) for row in total(data, data.signings)] == [
        ("CNY", ("about", "odd")),
        ("USD", ("usd",)),
        (None, ()),
    ]
    assert [row.hedged_projects for row in total(data, data.signings)] == [(), (), ("bare",)]
    assert [(row.key, row.hedged) for row in group_totals(data, data.signings, Group.CITY)] == [
        ("Xi'an", ("odd",)),
        ("Suzhou", ("about",)),
        ("Suzhou", ("usd",)),
        ("Suzhou", ()),
    ]


def test_namesakes_are_groups_of_their_own() -> None:
    data = dataset(
        signing("a", projects=1),
        signing("b", city="anhui", projects=2),
        places=[*PLACES, {"id": "anhui", "name": "Suzhou"}],
    )
    assert rows(group_totals(data, data.signings, Group.CITY, Measure.PROJECTS)) == [
        ("Suzhou (anhui)", 1, 2, None, None),
        ("Suzhou (suzhou)", 1, 1, None, None),
    ]
