"""Dates in prose, against the date of the release."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.period import Period
from mycity_cli.release.dates import dates_in, event_year


def dates(text: str, language: str, told: str | None = None, year: int | None = None) -> list[str | None]:
    release = None if told is None else Period.parse(told)
    found = dates_in(text, 0, len(text), language, told=release, year=year)
    return [None if each.period is None else str(each.period) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on November 3, 2022", "2022-11-03"),
        ("on Nov. 3, 2022", "2022-11-03"),
        ("on 3 November 2022", "2022-11-03"),
        ("on the 3rd of November 2022", "2022-11-03"),
        ("from September 8 to 11, 2025", "2025-09-08/2025-09-11"),
        ("from Oct 30 to Nov 2, 2025", "2025-10-30/2025-11-02"),
        ("on 22-23 October 2015", "2015-10-22/2015-10-23"),
        ("in November 2022", "2022-11"),
        ("on 2022-11-03", "2022-11-03"),
        ("in 2019", "2019"),
        ("on Nov 3", "2022-11-03"),
        ("on Dec 20", "2021-12-20"),
        ("on Thursday", "2022-11-03"),
        ("on Tuesday", "2022-11-08"),
        ("yesterday", "2022-11-07"),
        ("today", "2022-11-08"),
        ("on February 30, 2022", None),
    ],
)  # fmt: skip
def test_english_dates(text: str, expected: str | None) -> None:
    year = "2022-11-08" if "Dec 20" not in text else "2022-01-05"
    assert dates(text, "en", year) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年11月3日", "2022-11-03"),
        ("2025年9月8日至11日", "2025-09-08/2025-09-11"),
        ("2025年9月28日至10月2日", "2025-09-28/2025-10-02"),
        ("2022年11月", "2022-11"),
        ("2019年", "2019"),
        ("11月3日", "2022-11-03"),
        ("今年3月2日", "2022-03-02"),
        ("去年3月2日", "2021-03-02"),
        ("3日", "2022-11-03"),
        ("27日", "2022-10-27"),
        ("昨日", "2022-11-07"),
        ("今天", "2022-11-08"),
        ("前天", "2022-11-06"),
        ("2022年2月30日", None),
    ],
)  # fmt: skip
def test_chinese_dates(text: str, expected: str | None) -> None:
    assert dates(text, "zh", "2022-11-08") == [expected]


@pytest.mark.parametrize(
    ("text", "language"), [("on Nov 3", "en"), ("on Monday", "en"), ("yesterday", "en"), ("27日", "zh"), ("昨天", "zh")]
)
def test_without_the_date_of_the_release_nothing_is_guessed(text: str, language: str) -> None:
    assert dates(text, language) == [None]


def test_a_release_of_which_only_the_year_is_known_gives_that() -> None:
    assert dates("on Nov 3", "en", "2022") == ["2022-11-03"]
    assert dates("on Thursday", "en", "2022") == [None]


def test_the_year_of_the_event_gives_the_year() -> None:
    assert event_year("the 2020 event") == 2020
    assert event_year("at the 2012 (Hong Kong) Key Industries Seminar") == 2012
    assert event_year("the Expo 2019 in Nanchang") == 2019
    assert event_year("2023年投资推介会") == 2023
    assert event_year("the 2020 event and the 2021 conference") is None
    assert event_year("GDP grew in 2020") is None
    assert dates("on Sept 24", "en", year=2020) == ["2020-09-24"]


@given(st.dates(), st.sampled_from(["en", "zh"]))
def test_a_whole_date_is_read_as_it_is_written(day: date, language: str) -> None:
    written = (
        f"{day.year:04}年{day.month}月{day.day}日"
        if language == "zh"
        else f"{day.strftime('%B')} {day.day}, {day.year:04}"
    )
    assert dates(written, language) == [day.isoformat()]


@given(st.text(max_size=200), st.sampled_from(["en", "zh"]))
def test_any_text_is_read(text: str, language: str) -> None:
    for each in dates_in(text, 0, len(text), language, told=None):
        assert 0 <= each.start < each.end <= len(text)
