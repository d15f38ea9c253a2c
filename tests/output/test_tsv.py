"""Tab-separated lines."""

from __future__ import annotations

from fractions import Fraction

import pytest

from listings import BARE, CARD, FULL, HEDGED, HOSTILE, SHOWN, Row, every, lines, listing, money, written
from mycity_cli.figure import Scale
from mycity_cli.formats import Format

TSV = Format.TSV


def test_a_line_for_each_record_and_no_header() -> None:
    assert written(every(FULL, HEDGED, BARE), TSV) == (
        "Suzhou\t2022-11-03\t30\t0.224\t52563000000\t0.333333\ta;b\n"
        "Xiamen\t../2018-04\t1500\t0.5\t1500000000\t0.666667\tc\n"
        "Xi'an\t\t\t\t\t\t\n"
    )


@pytest.mark.parametrize(("header", "expected"), [(None, []), (False, []), (True, ["name\tamount"])])
def test_a_header_line_is_there_when_asked_for(header: bool | None, expected: list[str]) -> None:  # noqa: FBT001
    assert lines(listing(BARE), TSV, header=header) == [*expected, "Xi'an\t"]
    assert lines(listing(), TSV, header=header) == expected


def test_totals_of_a_table_are_no_record() -> None:
    assert lines(listing(BARE, totals=FULL), TSV) == ["Xi'an\t"]


def test_chosen_columns_stand_in_the_order_chosen() -> None:
    assert lines(listing(FULL, chosen=("tags", "name", "name")), TSV) == ["a;b\tSuzhou\tSuzhou"]


@pytest.mark.parametrize(
    ("scale", "stated", "summed"),
    [
        (None, "52563000000", "1234500000"),
        (Scale.YUAN, "52563000000", "1234500000"),
        (Scale.WAN, "5256300", "123450"),
        (Scale.MILLION, "52563", "1234.5"),
        (Scale.YI, "525.63", "12.345"),
        (Scale.BILLION, "52.563", "1.2345"),
        (Scale.TRILLION, "0.052563", "0.0012345"),
    ],
)
def test_amounts_in_every_unit(scale: Scale | None, stated: str, summed: str) -> None:
    rows = [money("a", "52.563 billion yuan"), Row("b", amount=1_234_500_000)]
    assert lines(listing(*rows), TSV, scale=scale) == [f"a\t{stated}", f"b\t{summed}"]


@pytest.mark.parametrize(
    ("stated", "billions"),
    [("26.80 billion yuan", "26.80"), ("5亿元", "0.5"), ("20 billion yuan", "20"), ("-1.50 billion yuan", "-1.50")],
)
def test_the_digits_of_an_amount_are_those_stated(stated: str, billions: str) -> None:
    assert lines(listing(money("a", stated)), TSV, scale=Scale.BILLION) == [f"a\t{billions}"]


@pytest.mark.parametrize(
    "stated", ["about 5 yuan", "more than 5 yuan", "nearly 5 yuan", "5 yuan or more", "up to 5 yuan", "5多元"]
)
def test_hedges_leave_the_number(stated: str) -> None:
    assert lines(listing(money("a", stated)), TSV) == ["a\t5"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row("a", count=3), "3"),
        (Row("a", count=Fraction(7, 2)), "3.5"),
        (Row("a", number=Fraction(1, 8)), "0.125"),
        (Row("a", share=1), "1.000000"),
        (Row("a", share=0), "0.000000"),
        (Row("a", amount=Fraction(1, 2)), "0.5"),
        (Row("a", count=10**30), "1" + "0" * 30),
    ],
)
def test_numbers_are_plain_decimals(row: Row, expected: str) -> None:
    [line] = lines(every(row), TSV)
    assert [cell for cell in line.split("\t") if cell] == ["a", expected]


@pytest.mark.parametrize("kind", HOSTILE)
def test_one_line_a_record_whatever_a_name_holds(kind: str) -> None:
    shown = SHOWN.get(kind, HOSTILE[kind])
    assert written(listing(Row(HOSTILE[kind], tags=(HOSTILE[kind], "b")), show="name tags"), TSV) == (
        f"{shown}\t{shown};b\n"
    )


def test_a_card_is_a_line_for_each_field() -> None:
    assert lines(CARD, TSV) == [
        "id\ta-signing",
        "missing\t",
        "projects\t30",
        "amount\t52563000000",
        "low\t52562500000",
        "tags\ta;b",
        "parts\t",
    ]
    assert lines(CARD, TSV, scale=Scale.BILLION, header=True)[:5:4] == ["field\tvalue", "amount\t52.563"]
