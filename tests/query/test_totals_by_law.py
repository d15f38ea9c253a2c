"""What signings add up to: what holds for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.exact import rational
from mycity_cli.interval import Interval
from mycity_cli.query import Group, Measure, Total, group_totals, total
from mycity_cli.query.totals import COUNTS
from strategies import datasets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mycity_cli.exact import Rational
    from mycity_cli.model import Dataset, Signing


OF_ONE_GROUP = [group for group in Group if group is not Group.SOURCE]
"""The groups of which every signing is in one."""


def regardless_of_order(totals: Iterable[Total]) -> list[Total]:
    return [
        row._replace(
            without_amount=tuple(sorted(row.without_amount)),
            without_projects=tuple(sorted(row.without_projects)),
            hedged=tuple(sorted(row.hedged)),
            hedged_projects=tuple(sorted(row.hedged_projects)),
            parts=tuple(sorted(row.parts)),
            sources=tuple(sorted(row.sources)),
        )
        for row in totals
    ]


def ancestors(data: Dataset, signing: Signing) -> set[str]:
    parents = {record.id: record.part_of for record in data.signings}
    found, parent = set(), signing.part_of
    while parent is not None:
        found.add(parent)
        parent = parents[parent]
    return found


def added_one_by_one(data: Dataset, chosen: Sequence[Signing], unit: str) -> Rational:
    ids = {record.id for record in chosen}
    return sum(
        rational(money.value)
        for record in chosen
        if (money := record.money) is not None and money.unit == unit and not ancestors(data, record) & ids
    )


@st.composite
def selections(draw: st.DrawFn, currencies: tuple[str, ...] = ("CNY", "USD")) -> tuple[Dataset, list[Signing]]:
    """Build a dataset and a choice of its signings, in any order."""
    data = draw(datasets(currencies))
    chosen = [record for record in data.signings if draw(st.integers(0, 3))]
    return data, draw(st.permutations(chosen))


@given(selections(), st.sampled_from(OF_ONE_GROUP), st.sampled_from(Measure))
def test_groups_add_up_to_the_whole(chosen: tuple[Dataset, list[Signing]], by: Group, measure: Measure) -> None:
    """Where every signing is in one group, nothing is lost between the groups and nothing counted twice."""
    whole, groups = total(*chosen), group_totals(*chosen, by, measure)
    assert sum(row.signings for row in groups) == sum(row.signings for row in whole)
    for currency in ("CNY", "USD") if measure not in COUNTS else ():
        sums = [row.amount for row in groups if row.currency == currency and row.amount is not None]
        overall = [row.amount for row in whole if row.currency == currency and row.amount is not None]
        assert sum((amount.value for amount in sums), start=0) == sum((amount.value for amount in overall), start=0)
        lows = [Interval.sum(amount.interval for amount in each).low for each in (sums, overall)]
        assert lows[0] == lows[1]
        if not any(row.without_amount for row in whole):
            highs = [Interval.sum(amount.interval for amount in each).high for each in (sums, overall)]
            assert highs[0] == highs[1]
    for field in ("without_amount", "without_projects"):
        assert sorted(id for row in groups for id in getattr(row, field)) == sorted(
            id for row in whole for id in getattr(row, field)
        )
    projects = [sum(row.projects.value for row in rows if row.projects is not None) for rows in (whole, groups)]
    assert projects[0] == projects[1]


@given(selections())
def test_a_part_is_never_added_on_top_of_its_whole(chosen: tuple[Dataset, list[Signing]]) -> None:
    """A breakdown says again what its whole says, directly or through a part that is not selected."""
    data, signings = chosen
    ids = {record.id for record in signings}
    found = total(data, signings)
    by_currency = {row.currency: row.measured(Measure.AMOUNT) or 0 for row in found}
    for currency in ("CNY", "USD"):
        assert by_currency.get(currency, 0) == added_one_by_one(data, signings, currency)
    parts = {record.id for record in signings if ancestors(data, record) & ids}
    assert {id for row in found for id in row.parts} == parts
    assert sum(row.signings for row in found) == len(signings) - len(parts)


@given(selections())
def test_the_interval_of_a_total_holds_its_value_and_every_sum_of_possible_values(
    chosen: tuple[Dataset, list[Signing]],
) -> None:
    """Rounded and hedged figures leave a total open; what they say plainly is one of its possible values."""
    data, signings = chosen
    hedged = {record.id for record in data.signings if "nearly" in str(record.amount) or "more" in str(record.amount)}
    for row in total(data, signings):
        for sum_ in (row.amount, row.projects):
            if sum_ is None:
                continue
            low, high = sum_.interval.low, sum_.interval.high
            assert low is None or low.value <= sum_.value
            assert high is None or sum_.value <= high.value
        if row.amount is not None and not hedged:
            assert row.amount.value in row.amount.interval


@given(selections(), st.sampled_from(Group), st.sampled_from(Measure), st.randoms())
def test_the_order_of_signings_does_not_matter(
    chosen: tuple[Dataset, list[Signing]], by: Group, measure: Measure, random: Any
) -> None:
    """A total is of a set of signings."""
    data, signings = chosen
    shuffled = random.sample(signings, len(signings))
    assert regardless_of_order(total(data, shuffled)) == regardless_of_order(total(data, signings))
    assert regardless_of_order(group_totals(data, shuffled, by, measure)) == regardless_of_order(
        group_totals(data, signings, by, measure)
    )


@given(selections())
def test_currencies_never_add(chosen: tuple[Dataset, list[Signing]]) -> None:
    """Each currency is one row, and what states no amount stands apart where there are several."""
    data, signings = chosen
    found = total(data, signings)
    named = [row.currency for row in found if row.currency is not None]
    assert named == sorted(set(named))
    if len(named) == 2:
        assert all(not row.without_amount for row in found if row.currency is not None)
        assert [row.currency for row in found[2:]] in ([], [None])
    else:
        assert len(found) == 1


@given(selections(), st.sampled_from(Group), st.sampled_from(COUNTS))
def test_numbers_of_things_are_one_for_each_group(
    chosen: tuple[Dataset, list[Signing]], by: Group, measure: Measure
) -> None:
    """Whatever the currencies: only amounts do not add."""
    found = group_totals(*chosen, by, measure)
    assert len({row.key for row in found}) == len(found)
    assert all(row.amount is None and row.currency is None for row in found if row.mixed)


@given(selections(("CNY",)), st.sampled_from(Group), st.sampled_from(Measure))
def test_groups_stand_in_order_and_each_once(
    chosen: tuple[Dataset, list[Signing]], by: Group, measure: Measure
) -> None:
    """The largest is first; what states nothing is last."""
    found = group_totals(*chosen, by, measure)
    assert len({row.key for row in found}) == len(found)
    values = [row.measured(measure) for row in found]
    stated = [value for value in values if value is not None]
    assert values == sorted(stated, reverse=True) + [None] * (len(values) - len(stated))
