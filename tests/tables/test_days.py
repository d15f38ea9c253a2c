from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.errors import DataError
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Cell, Origin
from tables.sheets import notes, problems, read, sheet


def days(*cells: Cell, origin: Origin = Origin.TEXT, settings: Settings = Settings()) -> list[str]:  # noqa: B008
    table = sheet("city|amount|date", *([f"A{n}", "$1", cell] for n, cell in enumerate(cells)), origin=origin)
    return [str(row.date) for row in read(table, settings).good]


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2022-11-03", "2022-11-03"), ("2022-11-03T10:00:00Z", "2022-11-03"), ("2022-11-03 10:00", "2022-11-03"),
        ("2022-11-03T23:30:00-08:00", "2022-11-03"), ("2022/11/3", "2022-11-03"), ("2022.11.3", "2022-11-03"),
        ("2022-1-3", "2022-01-03"), ("2022年11月3日", "2022-11-03"), ("2022 年 11 月 3 日", "2022-11-03"),
        ("2022年11月", "2022-11"), ("2022年", "2022"), ("3 Nov 2022", "2022-11-03"), ("Nov 3, 2022", "2022-11-03"),
        ("3-Nov-2022", "2022-11-03"), ("Thu, 3rd November 2022", "2022-11-03"), ("November 2022", "2022-11"),
        ("20221103", "2022-11-03"), ("2022/11", "2022-11"), ("2022-11", "2022-11"), ("2022", "2022"),
        ("2017/2018-04", "2017/2018-04"), ("../2018-04", "../2018-04"), ("05/05/2020", "2020-05-05"),
        ("2022年11月3日 10:00", "2022-11-03"), ("2022-Nov-03", "2022-11-03"), ("03/Nov/2022", "2022-11-03"),
    ],
)  # fmt: skip
def test_days_are_read_as_tables_write_them(cell: str, period: str) -> None:
    assert days(cell) == [period]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("03-Nov-22", "'03-Nov-22' has a year of two digits"),
        ("13/01/20", "'13/01/20' has a year of two digits"),
        ("44868", "'44868' is no date"),
        ("2022.1", "'2022.1' is no date"),
        ("2020/2/31", "2020-02 has no day 31"),
        ("soon", "'soon' is no date"),
    ],
)
def test_what_is_no_day_is_told_only_where_days_are_asked_for(cell: str, told: str) -> None:
    table = sheet("city|amount|date", f"A|$1|{cell}")
    (problem,) = problems(read(table))
    assert problem.startswith(f"t.csv: row 1: date: {told} [unreadable-period]")
    assert read(table, needs_date=False).good[0].date is None


def test_a_cell_shows_which_number_is_the_month() -> None:
    assert days("09/01/2020", "13/01/2020") == ["2020-01-09", "2020-01-13"]
    assert days("09/01/2020", "01/13/2020 0:00") == ["2020-09-01", "2020-01-13"]
    table = sheet("city|amount|date", "A|$1|09/01/2020", "B|$1|13/01/2020")
    assert notes(table) == ["the day stands first in 'date', as row 2 '13/01/2020' shows"]


def test_what_no_cell_shows_is_refused_only_where_days_are_asked_for() -> None:
    table = sheet("city|amount|date", "A|$1|03/04/2020", "B|$2|05/06/2020")
    with pytest.raises(DataError) as caught:
        read(table)
    assert str(caught.value) == (
        "error: t.csv: row 1 of 'date' does not say which number is the month: '03/04/2020'\n"
        "help: say which is which: --date-order dmy or --date-order mdy"
    )
    assert len(read(table, needs_date=False).good) == 2
    assert days("03/04/2020", settings=Settings(date_order="dmy")) == ["2020-04-03"]
    assert days("03/04/2020", settings=Settings(date_order="mdy")) == ["2020-03-04"]


def test_the_header_may_say_the_order() -> None:
    table = sheet("city|amount|Date (MM/DD/YYYY)", "A|$1|03/04/2020")
    assert str(read(table).good[0].date) == "2020-03-04"


def test_a_row_in_the_other_order_is_bad() -> None:
    table = sheet("city|amount|date", "A|$1|13/04/2020", "B|$2|14/04/2020", "C|$3|05/16/2020", "D|$4|03/04/2020")
    rows = read(table)
    told = "'05/16/2020' has its day and month in another order than others [unreadable-period]"
    help = "say which is which: --date-order dmy or --date-order mdy"
    assert problems(rows) == [f"t.csv: row 3: date: {told} {help}"]
    assert [str(row.date) for row in rows.good] == ["2020-04-13", "2020-04-14", "2020-04-03"]


def test_days_of_spreadsheets() -> None:
    cells: list[Cell] = [44868, Decimal("44868.75"), date(2020, 1, 2), datetime(2020, 1, 2, 23, 59, tzinfo=UTC), 2022]
    assert days(*cells, 20221103, None, origin=Origin.EXCEL) == [
        "2022-11-03", "2022-11-03", "2020-01-02", "2020-01-02", "2022", "2022-11-03", "None",
    ]  # fmt: skip
    table = sheet("city|amount|date", ["A", "$1", 44868], origin=Origin.TYPED)
    assert len(read(table).bad) == 1


@given(
    st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), max_size=6),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]),
    st.sampled_from("/.-"),
)
def test_one_day_that_proves_it_settles_its_column(others: list[date], pattern: str, sign: str) -> None:
    cells = [day.strftime(pattern.replace("/", sign)) for day in (*others, date(2020, 1, 28))]
    assert days(*cells) == [day.isoformat() for day in (*others, date(2020, 1, 28))]
