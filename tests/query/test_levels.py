"""Groups within groups, and groups by a column that only the data has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import signing
from mycity_cli.errors import UnknownNameError
from mycity_cli.interval import Interval
from mycity_cli.query import By, Group, Measure, Selection, Total, level_totals, needs_rows, total
from mycity_cli.query.conditions import Condition
from mycity_cli.query.levels import LEVELS, by_levels
from mycity_cli.query.totals import ADDED
from own_columns import Owning, owning, with_cells
from strategies import datasets

DATA = owning(
    (signing("a", date="2021", amount="1 billion yuan"), {"Sector": "Energy"}),
    (signing("b", date="2022", amount="3 billion yuan", partner="xian"), {"Sector": "Health"}),
    (signing("c", date="2022", amount="US$2 billion", city="xiamen"), {"Sector": "Energy"}),
    (signing("d", date="2022", amount="6 billion yuan", city="xiamen"), {"Sector": ""}),
    (signing("e", city="xiamen"), {"Sector": "Energy"}),
    (signing("f", date="2022", amount="1 billion yuan", city="xiamen", part_of="d"), {"Sector": "Energy"}),
)

Row = tuple[tuple[str | None, ...], int, int | None, str | None]


def rows(*names: str, measure: Measure = Measure.AMOUNT) -> list[Row]:
    """Return the keys, the number of signings, the amount in billions and the currency of each total."""
    return [
        (row.keys, row.signings, None if row.amount is None else int(row.amount.value) // 10**9, row.currency)
        for row in level_totals(DATA, DATA.signings, names, measure)
    ]


def test_a_column_of_the_datas_own() -> None:
    expected: list[Row] = [
        ((None,), 1, 6, "CNY"),
        (("Health",), 1, 3, "CNY"),
        (("Energy",), 1, 2, "USD"),
        (("Energy",), 1, 1, "CNY"),
        (("Energy",), 1, None, None),
    ]
    by_hand = sorted(rows("sector"), key=str)
    assert by_hand == sorted(expected, key=str)


def test_groups_within_groups_come_after_the_one_they_are_in_the_largest_first() -> None:
    assert rows("city", "year") == [
        (("Xiamen",), 1, 6, "CNY"),
        (("Xiamen", "2022"), 1, 6, "CNY"),
        (("Suzhou",), 2, 4, "CNY"),
        (("Suzhou", "2022"), 1, 3, "CNY"),
        (("Suzhou", "2021"), 1, 1, "CNY"),
        (("Xiamen",), 1, 2, "USD"),
        (("Xiamen", "2022"), 1, 2, "USD"),
        (("Xiamen",), 1, None, None),
        (("Xiamen", None), 1, None, None),
    ]


def test_by_currency() -> None:
    assert rows("Currency") == [
        (("CNY",), 3, 10, "CNY"),
        (("USD",), 1, 2, "USD"),
        ((None,), 1, None, None),
    ]


def test_three_levels() -> None:
    assert [keys for keys, *_ in rows("country", "city", "Sector")][:5] == [
        (None,),
        (None, "Xiamen"),
        (None, "Xiamen", None),
        ("CN",),
        ("CN", "Suzhou"),
    ]
    assert rows("partner", "country")[:2] == [((None,), 2, 7, "CNY"), ((None, None), 1, 6, "CNY")]


def test_what_nothing_can_be_grouped_by() -> None:
    with pytest.raises(UnknownNameError) as raised:
        rows("city", "week")
    assert str(raised.value) == (
        "error: --by: unknown group 'week'\nhelp: known: Sector, city, promoter, year, quarter, month, kind, "
        "conference, source, partner, province, country, currency"
    )
    with pytest.raises(UnknownNameError, match="did you mean Sector"):
        rows("Sectr")


def test_what_names_ask_for() -> None:
    assert by_levels(["City"]) is Group.CITY
    assert by_levels(["YEAR", "Sector"]) == (Group.YEAR, "Sector")
    assert by_levels(["province"]) == ("province",)
    assert by_levels([]) is None


@pytest.mark.parametrize(
    ("selection", "by", "measure", "needed"),
    [
        (Selection(), None, Measure.AMOUNT, False),
        (Selection(cities=("Suzhou",), year=2022), Group.CITY, Measure.SIGNINGS, False),
        (Selection(where=(Condition.parse("a=b"),)), None, Measure.AMOUNT, True),
        (Selection(partners=("Suzhou",)), None, Measure.AMOUNT, True),
        (Selection(provinces=("Jiangsu",)), None, Measure.AMOUNT, True),
        (Selection(), ("Sector",), Measure.AMOUNT, True),
        (Selection(), (Group.CITY, Group.YEAR), Measure.AMOUNT, True),
        (Selection(), None, Measure.MEDIAN, True),
    ],
)
def test_what_only_single_rows_can_answer(selection: Selection, by: By, measure: Measure, *, needed: bool) -> None:
    assert needs_rows(selection, by, measure) is needed


@st.composite
def tables(draw: st.DrawFn) -> Owning:
    data = draw(datasets(("CNY", "USD")))
    cells = draw(st.lists(st.sampled_from(["Energy", "Health", ""]), min_size=len(data.signings)))
    return with_cells(data, "Sector", cells)


NAMES = st.lists(
    st.sampled_from([name for name in (*LEVELS, "Sector") if name != "source"]), min_size=1, max_size=3, unique=True
)


@given(tables(), NAMES, st.sampled_from(ADDED))
def test_groups_of_every_level_add_up_to_the_whole(data: Owning, names: list[str], measure: Measure) -> None:
    if data.own_columns == ():
        names = [name for name in names if name != "Sector"] or ["city"]
    found = level_totals(data, data.signings, names, measure)
    whole = total(data, data.signings)
    for level in range(1, len(names) + 1):
        at = [row for row in found if len(row.keys) == level]
        assert sum(row.signings for row in at) == sum(row.signings for row in whole)
        for currency in ("CNY", "USD") if measure is Measure.AMOUNT else ():
            sums, overall = (
                [row.amount for row in each if row.currency == currency and row.amount is not None]
                for each in (at, whole)
            )
            assert sum((each.value for each in sums), start=0) == sum((each.value for each in overall), start=0)
            added, known = (Interval.sum(each.interval for each in part) for part in (sums, overall))
            assert added.low == known.low
            # What a group lacks is missing from the whole, in any currency, and from no other group.
            assert added.high == known.high or any(row.without_amount for row in whole)
        projects = [sum(row.projects.value for row in each if row.projects is not None) for each in (at, whole)]
        assert projects[0] == projects[1]
        assert sorted(id for row in at for id in row.without_amount) == sorted(
            id for row in whole for id in row.without_amount
        )


@given(tables(), NAMES, st.sampled_from(Measure))
def test_every_group_stands_below_the_one_that_it_is_in(data: Owning, names: list[str], measure: Measure) -> None:
    if data.own_columns == ():
        names = [name for name in names if name != "Sector"] or ["city"]
    above: list[Total] = []
    found = level_totals(data, data.signings, names, measure)
    for row in found:
        above = [*above[: len(row.keys) - 1], row]
        assert [each.keys for each in above] == [row.keys[:depth] for depth in range(1, len(row.keys) + 1)]
        if len(above) > 1:
            beside = [each for each in found if each.keys == above[-2].keys]
            assert above[-2].currency == row.currency or len(beside) == 1
            assert row.signings <= above[-2].signings
            assert above[-2].lower_bound >= row.lower_bound
    assert len({(row.keys, row.currency) for row in found}) == len(found)
