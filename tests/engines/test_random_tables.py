"""Tables made at random: every engine answers as the same rows in memory do."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.asking import Asker
from engines.content import Content, numbered
from engines.plugin import SLOW
from engines.servers import Engine
from tables.oracle import COLUMNS
from tables.random_rows import COMMANDS, FILTERS, WHOLE, rows

_NUMBER = count(1)

_digits = st.integers(0, 10**18 - 1) | st.integers(0, 100) | st.sampled_from([10**18 - 1, 10**17, 9 * 10**17])
_typed = {
    "integer": _digits.map(str),
    "decimal(18,2)": _digits.map(lambda number: f"{number // 100}.{number % 100:02}"),
    "decimal(38,4)": st.builds("{}{:020}.{:04}".format, st.integers(1, 10**14 - 1), _digits, st.integers(0, 9999)),
    "double": st.floats(0, 1e18, allow_subnormal=False).map(repr),
}
_days = st.dates().map(str) | st.sampled_from(["2022-11-03", "2022-01-01", "2021-12-31"])
questions = st.sampled_from(COMMANDS).flatmap(
    lambda command: st.sampled_from(FILTERS).map(lambda chosen: (*command, *chosen))
) | st.sampled_from(WHOLE).map(tuple)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Build a table: of texts, or with typed amounts, days and numbers of projects."""
    found = draw(rows(bad=draw(st.booleans())))
    columns = dict.fromkeys(COLUMNS[1:], "text")
    if draw(st.booleans()):
        columns |= {"amount": draw(st.sampled_from([*_typed])), "date": "date", "projects": "integer"}
        for cells in found:
            cells |= {
                "amount": draw(st.none() | _typed[columns["amount"]]),
                "date": draw(st.none() | _days),
                "projects": draw(st.none() | st.integers(0, 5000).map(str)),
                "currency": draw(st.sampled_from(["CNY", "USD"])),
            }
    return numbered(columns, [[cells[column] for column in columns] for cells in found])


def test_an_engine_answers_as_rows_in_memory(engine: Engine, asker: Asker, request: pytest.FixtureRequest) -> None:
    is_slow = request.node.callspec.params["engine"] in SLOW

    @settings(
        max_examples=4 if is_slow else 10,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        database=None,
    )
    @given(content=contents(), asked=st.lists(questions, min_size=3, max_size=3))
    def check(content: Content, asked: list[tuple[str, ...]]) -> None:
        table = f"random {next(_NUMBER)}"
        for question in asked:
            found, expected = asker.in_engine(engine, table, content, (*question, "--skip-bad"))
            assert found == expected

    check()
