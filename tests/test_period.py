"""Periods: reading, refusing, ordering, placing."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from mycity_cli.errors import PeriodError
from mycity_cli.period import Period

PERIODS: TypeAdapter[Period] = TypeAdapter(Period)
HELP = "write a year, a month or a day (2022, 2018-04, 2022-11-03), or two of them (2017/2018-04, ../2018-04)"


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2018-04", "2018-04-01", "2018-04-30"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2022-12", "2022-12-01", "2022-12-31"),
        ("2022-11-03", "2022-11-03", "2022-11-03"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2017/2018-04", "2017-01-01", "2018-04-30"),
        ("2018-04/2018", "2018-04-01", "2018-12-31"),
        ("2018/2018", "2018-01-01", "2018-12-31"),
        ("2022-11-03/2022-11-05", "2022-11-03", "2022-11-05"),
        ("../2018-04", "", "2018-04-30"),
        ("2018-04/..", "2018-04-01", ""),
    ],
)
def test_a_period_runs_from_the_first_day_it_may_mean_to_the_last(text: str, start: str, end: str) -> None:
    period = Period.parse(text)
    assert (period.start, period.end) == (day(start), day(end))
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "message", "carets"),
    [
        ("", "'' is no date", "^"),
        ("22", "'22' is no date", "^^"),
        ("20222", "'20222' is no date", "^^^^^"),
        ("last year", "'last year' is no date", "^^^^^^^^^"),
        ("2022-1", "'2022-1' is no date", "^^^^^^"),
        ("2022-11-3", "'2022-11-3' is no date", "^^^^^^^^^"),
        ("2022-11-03T10:00", "'2022-11-03T10:00' is no date", "^" * 16),
        ("20221103", "'20221103' is no date", "^^^^^^^^"),
        ("03/11/2022", "'03' is no date", "^^"),
        ("2022.11.03", "'2022.11.03' is no date", "^" * 10),
        (" 2022", "' 2022' is no date", "^^^^^"),
        ("+2022", "'+2022' is no date", "^^^^^"),
        ("-022", "'-022' is no date", "^^^^"),
        ("0000", "'0000' is no date", "^^^^"),
        ("２０２２", "'２０２２' is no date", "^^^^^^^^"),
        ("2022年", "'2022年' is no date", "^^^^^^"),
        ("²022", "'²022' is no date", "^^^^"),
        ("2022-00", "there is no month 00", "^^^^^^^"),
        ("2022-13", "there is no month 13", "^^^^^^^"),
        ("2022-13-45", "there is no month 13", "^^^^^^^^^^"),
        ("2022-11-00", "2022-11 has no day 00", "^^^^^^^^^^"),
        ("2022-11-31", "2022-11 has no day 31", "^^^^^^^^^^"),
        ("2022-02-29", "2022-02 has no day 29", "^^^^^^^^^^"),
        ("..", "'..' is no date", "^^"),
        ("2022/", "'' is no date", "     ^"),
        ("/2022", "'' is no date", "^"),
        ("2022/2O23", "'2O23' is no date", "     ^^^^"),
        ("../2022-13", "there is no month 13", "   ^^^^^^^"),
        ("2021/2022/2023", "'2022/2023' is no date", "     ^^^^^^^^^"),
        ("../..", "a period needs at least one date", "^^^^^"),
    ],
)
def test_what_is_no_period_is_refused_with_the_part_at_fault(text: str, message: str, carets: str) -> None:
    with pytest.raises(PeriodError) as caught:
        Period.parse(text)
    help = "a year has four digits: 2022" if text == "22" else HELP
    assert str(caught.value) == f"error: {message}\n  {text}\n  {carets}\nhelp: {help}"


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(PeriodError) as caught:
        Period.parse("2018-04/2017")
    assert str(caught.value) == (
        "error: the period ends before it starts\n  2018-04/2017\n  ^^^^^^^^^^^^\nhelp: swap the two dates"
    )


def test_a_calendar_year() -> None:
    assert Period.year(2022) == Period.parse("2022")
    assert str(Period.year(987)) == "0987"


def test_two_ways_to_write_the_same_days_are_equal() -> None:
    assert Period.parse("2022") == Period.parse("2022-01/2022-12")
    assert hash(Period.parse("2022")) == hash(Period.parse("2022-01-01/2022-12-31"))


def test_periods_sort_by_first_day_then_last_and_an_open_side_reaches_as_far_as_dates_go() -> None:
    ordered = ["../2017", "2017-12-31", "2018-01-01", "2018-01", "2018", "2018/2019", "2018/..", "2018-02"]
    shuffled = sorted(ordered, reverse=True)
    assert [str(period) for period in sorted(map(Period.parse, shuffled), key=Period.key)] == ordered


@pytest.mark.parametrize(
    ("text", "since", "until", "expected"),
    [
        ("2018-04", "2018-04-30", "", True),
        ("2018-04", "2018-05-01", "", False),
        ("2018-04", "", "2018-04-01", True),
        ("2018-04", "", "2018-03-31", False),
        ("2018", "2018-06-01", "2018-06-30", True),
        ("2018-04", "", "", True),
        ("../2018-04", "2018-04-30", "2020-01-01", True),
        ("../2018-04", "2018-05-01", "", False),
        ("../2018-04", "", "1900-01-01", True),
        ("2018-04/..", "2030-01-01", "", True),
        ("2018-04/..", "", "2018-03-31", False),
    ],
)
def test_a_period_matches_a_range_when_it_can_fall_in_it(text: str, since: str, until: str, *, expected: bool) -> None:
    assert Period.parse(text).can_fall_in(day(since), day(until)) is expected


@pytest.mark.parametrize(
    ("text", "year", "quarter", "month"),
    [
        ("2022-11-03", "2022", "2022-Q4", "2022-11"),
        ("2022-11", "2022", "2022-Q4", "2022-11"),
        ("2022-01/2022-03", "2022", "2022-Q1", None),
        ("2022-03/2022-04", "2022", None, None),
        ("2022", "2022", None, None),
        ("2021-12-31/2022-01-01", None, None, None),
        ("0987-06-30", "0987", "0987-Q2", "0987-06"),
        ("../2022", None, None, None),
        ("2022/..", None, None, None),
    ],
)
def test_the_part_of_a_year_that_holds_the_whole_period(
    text: str, year: str | None, quarter: str | None, month: str | None
) -> None:
    period = Period.parse(text)
    assert (period.within("year"), period.within("quarter"), period.within("month")) == (year, quarter, month)


def test_there_is_no_other_part_of_a_year() -> None:
    with pytest.raises(ValueError, match=r"^no part of a year: week$"):
        Period.parse("2022").within("week")


def test_pydantic_reads_a_text_and_takes_a_period() -> None:
    period = Period.parse("2018-04")
    assert PERIODS.validate_python("2018-04") == period
    assert PERIODS.validate_python(period) is period
    assert PERIODS.validate_json('"2018-04"') == period
    assert PERIODS.dump_json(period) == b'"2018-04"'


@pytest.mark.parametrize("value", [2022, date(2022, 11, 3), None, ["2022"]], ids=repr)
def test_pydantic_refuses_what_is_no_text(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        PERIODS.validate_python(value)
    (error,) = caught.value.errors(include_url=False)
    assert error["msg"] == f"Value error, write it as text in quotes, not as {type(value).__name__}"


def test_pydantic_keeps_the_period_error() -> None:
    with pytest.raises(ValidationError) as caught:
        PERIODS.validate_json('"2022-13"')
    (error,) = caught.value.errors(include_url=False)
    assert isinstance(error["ctx"]["error"], PeriodError)
    assert error["ctx"]["error"].message == "there is no month 13"


def test_pydantic_refuses_a_json_number() -> None:
    with pytest.raises(ValidationError) as caught:
        PERIODS.validate_json("2022")
    assert [error["type"] for error in caught.value.errors()] == ["string_type"]


def test_the_json_schema_says_how_to_write_a_period() -> None:
    assert PERIODS.json_schema() == {
        "type": "string",
        "description": "a year, month or day, or two of them: 2022, 2018-04, ../2018-04",
    }
