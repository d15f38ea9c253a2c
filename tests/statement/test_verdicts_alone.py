"""The law that a statement stands alone: its verdict is the same whatever was decided before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples import dataset, signing
from mycity_cli.errors import StatementError
from mycity_cli.query.engine import Engine, InMemory
from mycity_cli.statement.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from running import Mycity

YEARS = ["2022", "2022signings", "2,022", "2022.0", "2022 projects", "about 2022", "2022-11", "二〇二二", "2022年"]
LIMITS = ["20 billion yuan", "200亿元", "20,000 million yuan", "20.0 billion yuan", "20 billion", "about 20 billion"]
CITIES = ["Suzhou", "suzhou", '"Suzhou"', "苏州", "Xiamen", "total", '"total"', "2022"]
FILTERS = [
    *YEARS,
    *CITIES,
    *(f"{name}={year}" for name in ("year", "since", "until") for year in YEARS),
    *(f"{name}={limit}" for name in ("min-amount", "max-amount") for limit in LIMITS),
]

terms = st.one_of(
    st.sampled_from(CITIES),
    st.builds(
        "{}({})".format,
        st.sampled_from(["signings", "amount", "projects", "conferences", "Signings", "Suzhou"]),
        st.lists(st.sampled_from(FILTERS), max_size=2).map(", ".join),
    ),
)
sides = st.one_of(
    terms,
    st.sampled_from([*YEARS, *LIMITS]),
    st.builds("{} {} {}".format, terms, st.sampled_from("+-*/"), terms),
)
statements = st.builds("{} {} {}".format, sides, st.sampled_from([">", "<=", "=", "!="]), sides)
one_figure_spelt_in_many_ways = st.builds(
    "{}({}{}) != {}".format,
    st.sampled_from(["signings", "amount", "conferences"]),
    st.sampled_from(["", "year=", "since=", "min-amount="]),
    st.sampled_from([*YEARS, *LIMITS]),
    st.sampled_from(["20", "20 billion yuan", "3"]),
)
lists = st.lists(one_figure_spelt_in_many_ways | statements, min_size=2, max_size=6)

SIGNINGS = [
    signing("a", amount="52.563 billion yuan", city="suzhou", date="2022-11-03", projects="30"),
    signing("b", amount="about 20 billion yuan", city="xiamen", date="2022-06", projects="about 18"),
    signing("c", amount="200亿元", city="xiamen", date="2021/2022"),
    signing("d", amount=None, city="xian", date=None),
]


def verdict(checker: Checker, statement: str) -> Any:
    """Return all that is told of a statement: the verdict with its proof, or the error."""
    try:
        found = checker.check(statement)
    except StatementError as error:
        return str(error)
    told = [(each.name, each.unit, each.sum, each.records, each.left_out, each.doubtful) for each in found.terms]
    return found._replace(terms=()), told


@pytest.fixture(scope="module", params=["dataset", "table", "large table"])
def answering(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Give what answers from a dataset, from a table, and from a table that is too large to be held in memory."""
    data = dataset(*SIGNINGS)
    if request.param == "dataset":
        yield InMemory(data)
        return
    pytest.importorskip("duckdb", reason="the extra 'tables' is not installed")
    from mycity_cli.tables.opening import open_table
    from mycity_cli.tables.settings import Settings

    path = tmp_path_factory.mktemp("table") / "deals.csv"
    rows = ["id,city,date,amount,projects", "a,Suzhou,2022-11-03,52.563 billion yuan,30"]
    rows += ["b,Xiamen,2022-06,about 20 billion yuan,about 18", "c,Xiamen,2021/2022,200亿元,", "d,Xi'an,,,"]
    path.write_text("\n".join(rows), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "large table":
            patch.setattr("mycity_cli.tables.opening.MOST_BYTES", 0)
        with open_table(str(path), Settings(), data.places) as opened:
            yield opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_statements=lists, data=st.data())
def test_the_verdict_on_a_statement_does_not_depend_on_those_before_it(
    answering: Engine, given_statements: list[str], data: st.DataObject
) -> None:
    alone = {each: verdict(Checker(answering), each) for each in given_statements}
    order = data.draw(st.permutations(given_statements))
    checker = Checker(answering)
    assert [(each, verdict(checker, each)) for each in order] == [(each, alone[each]) for each in order]


def test_a_figure_is_no_year_because_another_of_its_value_is_one(mycity: Mycity, tmp_path: Path) -> None:
    good, bad = "signings(2022) != 20", "signings(2022signings) != 20"
    told = f"  {bad}\n           ^^^^^^^^^^^^\nhelp: write a year of four digits: year=2022\n"
    path = tmp_path / "statements.txt"
    for lines in ([good, bad], [bad, good]):
        result = mycity("check", *lines)
        assert (result.code, result.out) == (2, f"true\t{good}\t3\t20\n")
        assert result.err == f"error: '2022signings' is no year\n{told}"
        path.write_text("\n".join(lines), encoding="utf-8")
        assert mycity("check", "--file", path).code == 2
