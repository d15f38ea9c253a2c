"""Which records fulfil which conditions, which are left out and why, and which conditions make no sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import cited, conference, signing
from mycity_cli.errors import UsageError
from mycity_cli.query import LeftOut, Selection, select_conferences, select_signings
from mycity_cli.query.comparing import Comparing
from mycity_cli.query.conditions import Condition
from own_columns import Owning, owning

DATA = owning(
    (
        signing("a", date="2022-06-15", amount="13.55 billion yuan", projects=18, promoter="xiamen", conference="fair"),
        {"Sector": "Energy", "Jobs": "1,200", "Opened": "2022-06-15", "Code": "007", "Mixed": "12"},
    ),
    (
        signing("b", city="xiamen", date="2022", amount="about 26.8 billion yuan", fields=["trade", "Énergie"]),
        {"Sector": "energy", "Jobs": "800", "Opened": "2023", "Code": "7", "Mixed": "several"},
    ),
    (
        signing("c", city="xian", date="../2018-04", amount="US$1.5 billion", sources=cited("paper", "website")),
        {"Sector": "Health Care", "Jobs": "1200", "Code": "10"},
    ),
    (signing("d", partner="xian", part_of="a", note="no amount is stated"), {"Sector": ""}),
    conferences=[conference("fair", date="2022-06-15"), conference("expo", city="xiamen")],
)


def answer(*conditions: str, data: Owning = DATA) -> tuple[list[str], dict[str, list[str]]]:
    """Return the ids of the signings that fulfil conditions, and of those that are left out by the reason."""
    selected = select_signings(data, Selection(where=tuple(map(Condition.parse, conditions))))
    return [each.id for each in selected.records], {each.reason: list(each.ids) for each in selected.left_out}


@pytest.mark.parametrize(
    ("condition", "expected", "left_out"),
    [
        # Texts, whatever their case, accents, width and spacing; the names of columns too.
        ("Sector=Energy", ["a", "b"], {}),
        ("sector == ＥＮＥＲＧＹ", ["a", "b"], {}),
        ("Sector!=energy", ["c", "d"], {}),
        ("SECTOR=health  care", ["c"], {}),
        ("Sector~health", ["c"], {}),
        ("Sector~E", ["a", "b", "c"], {}),
        ("fields=energie", ["b"], {}),
        ("fields!=trade", ["a", "c", "d"], {}),
        ("note~STATED", ["d"], {}),
        ("id=A", ["a"], {}),
        ("part of=a", ["d"], {}),
        ("kind=Investment", ["a", "b", "c", "d"], {}),
        ("country=cn", ["a", "d"], {}),
        ("province!=Jiangsu", ["b", "c"], {}),
        # Places, conferences and sources by any of their names.
        ("city=苏州", ["a", "d"], {}),
        ("city!=Soochow", ["b", "c"], {}),
        ("city~州", ["a", "d"], {}),
        ("promoter=Amoy", ["a"], {}),
        ("partner=Xi’an", ["d"], {}),
        ("partner!=xian", ["a", "b", "c"], {}),
        ("conference=Fair", ["a"], {}),
        ("source=Le Cafe", ["c"], {}),
        ("source!=website", ["a", "b", "d"], {}),
        # A number is the same number however it is grouped; digits after a zero are a name.
        ("Jobs=1200", ["a", "c"], {}),
        ("Jobs!=1,200", ["b", "d"], {}),
        ("Code=007", ["a"], {}),
        ("Code=7", ["b"], {}),
        # Numbers and dates by their order; what states nothing is left out.
        ("Jobs>800", ["a", "c"], {"no Jobs stated": ["d"]}),
        ("Jobs>=800", ["a", "b", "c"], {"no Jobs stated": ["d"]}),
        ("Jobs<1,200.5", ["a", "b", "c"], {"no Jobs stated": ["d"]}),
        ("Jobs<=1199", ["b"], {"no Jobs stated": ["d"]}),
        ("Opened>2022", ["b"], {"no Opened stated": ["c", "d"]}),
        ("Opened<=2022-06", ["a"], {"no Opened stated": ["c", "d"]}),
        ("projects>=18", ["a"], {"no projects stated": ["b", "c", "d"]}),
        ("amount>=13.55 billion yuan", ["a", "b"], {"not in CNY": ["c"], "no amount stated": ["d"]}),
        ("amount<10 billion", ["c"], {"no amount stated": ["d"]}),
        ("amount=13550 million yuan", ["a"], {"not in CNY": ["c"]}),
        # A hedged amount may be one or the other; a date that is not known to the day too.
        ("amount>26.8 billion", [], {"amount not known exactly enough": ["b"], "no amount stated": ["d"]}),
        ("amount!=26.8 billion", ["a", "c", "d"], {"amount not known exactly enough": ["b"]}),
        ("date>2022-06", [], {"date not known exactly enough": ["b"], "no date stated": ["d"]}),
        ("date<2022", ["c"], {"no date stated": ["d"]}),
        ("date=2022", ["a", "b"], {}),
        ("date!=2022", ["c", "d"], {}),
        ("date=2017", [], {"date not known exactly enough": ["c"]}),
    ],
)
def test_what_fulfils_a_condition(condition: str, expected: list[str], left_out: dict[str, list[str]]) -> None:
    assert answer(condition) == (expected, left_out)


def test_of_several_conditions_all_hold() -> None:
    assert answer("Sector=Energy", "Jobs>1000") == (["a"], {})
    assert answer("Sector!=Energy", "city=Xi'an") == (["c"], {})


def test_a_signing_that_surely_fails_is_not_left_out() -> None:
    assert answer("amount>1 billion yuan", "Sector=Energy") == (["a", "b"], {})


def test_conditions_stand_beside_other_filters() -> None:
    chosen = select_signings(DATA, Selection(cities=("Suzhou",), where=(Condition.parse("Sector=Energy"),)))
    assert [each.id for each in chosen.records] == ["a"]
    assert [each.id for each in select_signings(DATA, Selection(partners=("西安",))).records] == ["d"]
    assert [each.id for each in select_signings(DATA, Selection(provinces=("JIANGSU",))).records] == ["a", "d"]


@pytest.mark.parametrize(
    ("condition", "expected", "left_out"),
    [
        ("city=Xiamen", ["expo"], ()),
        ("id=fair", ["fair"], ()),
        ("conference!=fair", ["expo"], ()),
        ("Sector=Energy", ["fair"], ()),
        ("Sector!=Energy", ["expo"], ()),
        ("amount>10 billion yuan", ["fair"], (LeftOut("no amount stated", ("expo",)),)),
        ("province=Jiangsu", ["fair"], ()),
    ],
)
def test_a_conference_has_what_the_signings_at_it_have(
    condition: str, expected: list[str], left_out: tuple[LeftOut, ...]
) -> None:
    selected = select_conferences(DATA, Selection(where=(Condition.parse(condition),)))
    assert ([each.id for each in selected.records], selected.left_out) == (expected, left_out)


HOW = "write a column, one of = != < <= > >= ~, and a value: Sector=Energy, 'amount>=10 billion yuan', Sector~power"
ORDERED = "< <= > >= compare numbers or dates; = != ~ compare text"
FIGURE = "write a figure: 30, 10 billion yuan, 100亿元"


@pytest.mark.parametrize(
    ("condition", "message", "help"),
    [
        ("Sector", "'Sector' is no condition", HOW),
        ("Sector=", "'Sector=' names no value", HOW),
        ("=Energy", "'=Energy' names no column", HOW),
        ("Sectr=Energy", "unknown column 'Sectr'", "did you mean Sector?"),
        ("Sector=Enrgy", "unknown Sector 'Enrgy'", "did you mean Energy?"),
        ("Sector!=Enrgy", "unknown Sector 'Enrgy'", "did you mean Energy?"),
        ("Sector=Wood", "unknown Sector 'Wood'", "known: Energy, energy, Health Care"),
        ("Sector~wood", "no Sector contains 'wood'", "known: Energy, energy, Health Care"),
        ("kind=memo", "unknown kind 'memo'", "known: investment"),
        ("city=Suzhuo", "unknown city 'Suzhuo'", "did you mean Suzhou?"),
        ("source=papr", "unknown source 'papr'", "did you mean paper?"),
        ("Mixed>5", "Mixed of b is no number: 'several'", ORDERED),
        ("Opened>5 billion", "Opened of a is no number: '2022-06-15'", ORDERED),
        ("Jobs>2022-01", "Jobs of a is no date: '1,200'", ORDERED),
        ("city<5", "city of a is no number: 'Suzhou'", ORDERED),
        ("Sector<Energy", "'Energy' is no number or date", ORDERED),
        ("date<soon", "'soon' is no date", "write a year, a month or a day: 2022, 2022-06, 2022-06-15"),
        ("projects=many", "'many' is no number", FIGURE),
        ("projects>about 5", "a limit is a plain figure, not 'about 5'", "leave out the hedge"),
        ("projects>5 to 8", "a limit is a plain figure, not '5 to 8'", "write one figure"),
        ("amount>20", "'20' is no amount", "which unit is meant: 20 billion yuan, 20 million yuan or 20 yuan?"),
    ],
)
def test_conditions_that_cannot_be_put(condition: str, message: str, help: str) -> None:
    with pytest.raises(UsageError) as raised:
        answer(condition)
    assert (raised.value.where, raised.value.message, raised.value.help) == ("--where", message, help)


def test_columns_that_differ_in_case_alone_are_told_apart_as_written() -> None:
    data = owning((signing("a"), {"Sector": "Energy", "SECTOR": "7"}))
    assert answer("SECTOR=7", data=data) == (["a"], {})
    with pytest.raises(UsageError) as raised:
        answer("sector=7", data=data)
    assert str(raised.value) == (
        "error: --where: several columns are called 'sector'\nhelp: write it as it is: 'Sector' or 'SECTOR'"
    )


def test_a_column_of_the_datas_own_goes_before_what_a_dataset_knows_besides() -> None:
    data = owning((signing("a", note="ours"), {"Note": "theirs"}))
    assert answer("note=theirs", data=data) == (["a"], {})


CELLS = st.sampled_from(["Energy", "energy", "Health", "12", "1,200", "2022", "2022-06", "", "007"])


@st.composite
def tables(draw: st.DrawFn) -> Owning:
    rows = draw(st.lists(CELLS, min_size=1, max_size=6))
    return owning(*((signing(f"r{number}"), {"C": cell}) for number, cell in enumerate(rows)))


@given(tables(), st.sampled_from(["Energy", "12", "2022", "007"]))
def test_what_is_the_same_and_what_is_not_are_all(data: Owning, value: str) -> None:
    try:
        same, none = answer(f"C={value}", data=data)
    except UsageError:
        return
    others, _ = answer(f"C!={value}", data=data)
    assert sorted(same + others) == sorted(each.id for each in data.signings)
    assert not none
    assert not set(same) & set(others)


@given(st.lists(st.one_of(st.integers(0, 30).map(str), st.just("")), min_size=1), st.integers(0, 30))
def test_what_is_less_and_what_is_not_are_all_that_state_something(cells: list[str], limit: int) -> None:
    data = owning(*((signing(f"r{number}"), {"C": cell}) for number, cell in enumerate(cells)))
    below, left_out = answer(f"C<{limit}", data=data)
    above, _ = answer(f"C>={limit}", data=data)
    missing = left_out.get("no C stated", [])
    assert sorted(below + above + missing) == sorted(each.id for each in data.signings)
    assert missing == [f"r{number}" for number, cell in enumerate(cells) if not cell]


@given(st.text(min_size=1), st.sampled_from(Comparing), st.text(min_size=1))
def test_a_condition_reads_as_it_is_written(column: str, comparing: Comparing, value: str) -> None:
    text = f"{column}{comparing}{value}"
    try:
        condition = Condition.parse(text)
    except UsageError:
        return
    assert Condition.parse(str(condition)) == condition
