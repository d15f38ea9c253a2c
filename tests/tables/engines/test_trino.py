"""What Trino is asked, as text: there is no server to try it with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

pytest.importorskip("sqlalchemy", reason="the extra tables is not installed")
pytest.importorskip("trino.sqlalchemy", reason="trino is not installed (pip install 'trino[sqlalchemy]')")

from sqlalchemy import Date, Numeric, literal, make_url

from mycity_cli.tables.engines.choosing import engine_of
from mycity_cli.tables.engines.trino import ENGINE
from mycity_cli.tables.engines.trino_dialect import TrinoAsked
from mycity_cli.tables.engines.types import TEXT, Kind, Type
from mycity_cli.tables.sql.grouping import Sums
from running import Mycity
from tables.engines.compiling import DECIMAL, INTEGER, REAL, cell, question, written

DIALECT = TrinoAsked()


def sql(element: Any) -> str:
    return written(element, DIALECT).removeprefix("SELECT ").removesuffix(" FROM deals").removesuffix(" AS x")


def test_the_dialect_sends_no_parameters() -> None:
    url = make_url("trino://ann@host:8080/lake/db")
    assert engine_of("trino://host", "x") is ENGINE
    assert str(ENGINE.url(url)) == "trino+asked://ann@host:8080/lake/db"
    assert ENGINE.url(url).get_dialect() is TrinoAsked
    assert ENGINE.arguments("") == {"timezone": "UTC", "request_timeout": 10}


@pytest.mark.parametrize(
    ("value", "constant"),
    [("Xi'an", "'Xi''an'"), ("back\\slash", "'back\\slash'"), ("100% ? :name", "'100% ? :name'"), (7, "7"),
     (10**27, f"DECIMAL '{10**27}'"), (None, "NULL")],
)  # fmt: skip
def test_a_constant_stands_in_the_statement(value: Any, constant: str) -> None:
    assert sql(literal(value)) == constant


def test_constants_of_other_types() -> None:
    assert sql(literal(date(1, 1, 1), Date)) == "DATE '0001-01-01'"
    assert sql(literal(Decimal("1e27"), Numeric)) == "DECIMAL '1000000000000000000000000000'"


def test_cells() -> None:
    assert sql(ENGINE.compared(cell(), TEXT)) == 'CAST(deals."amount" AS VARCHAR)'
    assert sql(ENGINE.compared(cell(), INTEGER)) == 'CAST(deals."amount" AS BIGINT)'
    assert sql(ENGINE.day(cell(), Type(Kind.INSTANT))) == "CAST(at_timezone(deals.\"amount\", 'UTC') AS DATE)"
    assert sql(ENGINE.matches(cell(), "^[0-9]+$")) == "regexp_like(deals.\"amount\", '^[0-9]+\\z')"
    assert sql(ENGINE.found(cell(), "^[^0-9]*")) == "coalesce(regexp_extract(deals.\"amount\", '^[^0-9]*'), '')"
    assert sql(ENGINE.integer(cell())) == 'try_cast(deals."amount" as BIGINT)'


def test_whole_numbers_are_added_up_in_halves() -> None:
    addends = ENGINE.addends(ENGINE.compared(cell(), INTEGER))
    assert [sql(each) for each in addends] == [
        'bitwise_right_shift_arithmetic(CAST(deals."amount" AS BIGINT), 32)',
        'bitwise_and(CAST(deals."amount" AS BIGINT), 4294967295)',
    ]
    assert ENGINE.added_up([1, 2]) == (1 << 32) + 2
    assert ENGINE.added_up([Decimal("1.5")]) == Decimal("1.5")


@pytest.mark.parametrize("amount", [TEXT, INTEGER, DECIMAL, REAL], ids=lambda each: each.kind.name)
def test_a_question_has_no_parameters(amount: Type) -> None:
    found = question(ENGINE, DIALECT, amount, Sums(first=True, projects=False))
    assert "row_number() OVER (ORDER BY " in found


def test_a_server_that_is_not_there_is_told_in_one_line(mycity: Mycity, free_port: int) -> None:
    url = f"trino://ann@127.0.0.1:{free_port}/lake/db#deals"
    result = mycity("total", "--data", url)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"error: {url}: cannot be read: ")
    assert result.err.count("\n") == 1
