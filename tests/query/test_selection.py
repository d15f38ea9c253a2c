"""Which records pass which filters, which are left out and why, and which filters make no sense."""

from __future__ import annotations

from typing import Any

import pytest

from examples import amount, cited, conference, dataset, signing
from mycity_cli.errors import UsageError
from mycity_cli.period import Period
from mycity_cli.query import LeftOut, Selection, select_conferences, select_signings

DATA = dataset(
    signing("june", conference="fair", date="2022-06-15", amount="13.55 billion yuan", projects=18, promoter="xiamen"),
    signing("august", city="xiamen", date="2022-08-31", amount="268亿元", sources=cited("paper", "website")),
    signing("autumn", city="xian", date="2022-10/2022-11", amount="about 52.563 billion yuan"),
    signing("early", kind="memorandum", city="xian", date="../2018-04", sources=cited("website")),
    signing("abroad", city="xiamen", conference="expo", date="2023", amount="US$15 billion"),
    signing("undated", kind="framework", amount="5亿元"),
    signing("bare", kind="framework"),
    conferences=[
        conference("fair", date="2022-06-15"),
        conference("expo", kind="expo", city="xiamen", date="2023", promoter="xiamen", sources=cited("website")),
        conference("empty", kind="expo", city="xian"),
    ],
)
NO_DATE = "no date stated"
NO_AMOUNT = "no amount stated"
UNDATED = {NO_DATE: ["undated", "bare"]}


def selection(**filters: Any) -> Selection:
    for name in ("since", "until"):
        if name in filters:
            filters[name] = Period.parse(filters[name])
    for name in ("min_amount", "max_amount"):
        if name in filters:
            filters[name] = amount(filters[name])
    return Selection(**filters)


ALL = ["june", "august", "autumn", "early", "abroad", "undated", "bare"]


@pytest.mark.parametrize(
    ("filters", "expected", "left_out"),
    [
        ({}, ALL, {}),
        # Names: any of those given, as people type them.
        ({"cities": ("Suzhou",)}, ["june", "undated", "bare"], {}),
        ({"cities": ("苏州",)}, ["june", "undated", "bare"], {}),
        ({"cities": ("蘇州",)}, ["june", "undated", "bare"], {}),
        ({"cities": ("Sūzhōu",)}, ["june", "undated", "bare"], {}),
        ({"cities": ("ＳＵＺＨＯＵ",)}, ["june", "undated", "bare"], {}),
        ({"cities": ("suzhou", "Amoy")}, ["june", "august", "abroad", "undated", "bare"], {}),
        ({"cities": ("suzhou", "苏州")}, ["june", "undated", "bare"], {}),
        ({"cities": ("Mianyang",)}, [], {}),
        ({"promoters": ("厦门",)}, ["june"], {}),
        ({"promoters": ("Mianyang",)}, ALL[1:], {}),
        ({"promoters": ("Mianyang", "Xiamen")}, ALL, {}),
        ({"kinds": ("memorandum",)}, ["early"], {}),
        ({"kinds": ("Memorandum", "FRAMEWORK")}, ["early", "undated", "bare"], {}),
        ({"conferences": ("fair",)}, ["june"], {}),
        ({"conferences": ("fair", "Expo")}, ["june", "abroad"], {}),
        ({"conferences": ("empty",)}, [], {}),
        ({"sources": ("website",)}, ["august", "early"], {}),
        ({"sources": ("The Paper", "website")}, ALL, {}),
        # Dates: a period that can fall in the range matches, one that is not stated is left out.
        ({"year": 2022}, ["june", "august", "autumn"], UNDATED),
        ({"year": 2017}, ["early"], UNDATED),
        ({"year": 2018}, ["early"], UNDATED),
        ({"year": 2019}, [], UNDATED),
        ({"since": "2022-08-31"}, ["august", "autumn", "abroad"], UNDATED),
        ({"since": "2022-11"}, ["autumn", "abroad"], UNDATED),
        ({"since": "2018-05"}, ["june", "august", "autumn", "abroad"], UNDATED),
        ({"since": "2018-04-30"}, ALL[:5], UNDATED),
        ({"until": "2022-06-14"}, ["early"], UNDATED),
        ({"until": "2022-06"}, ["june", "early"], UNDATED),
        ({"until": "2022-10-01"}, ["june", "august", "autumn", "early"], UNDATED),
        ({"since": "2022-10/.."}, ["autumn", "abroad"], UNDATED),
        ({"until": "../2018"}, ["early"], UNDATED),
        ({"year": 1000}, ["early"], UNDATED),
        ({"year": 9999}, [], UNDATED),
        ({"since": "2022-07", "until": "2022-09"}, ["august"], UNDATED),
        ({"since": "2022-06-15", "until": "2022-06-15"}, ["june"], UNDATED),
        ({"year": 2022, "since": "2022-08"}, ["august", "autumn"], UNDATED),
        ({"year": 2022, "until": "2022-08"}, ["june", "august"], UNDATED),
        ({"year": 2022, "since": "2020", "until": "2030"}, ["june", "august", "autumn"], UNDATED),
        # Amounts: as stated, in any currency unless the limit names one.
        (
            {"min_amount": "13.55 billion"},
            ["june", "august", "autumn", "abroad"],
            {NO_AMOUNT: ["early", "bare"]},
        ),
        ({"min_amount": "13550000001"}, ["august", "autumn", "abroad"], {NO_AMOUNT: ["early", "bare"]}),
        ({"min_amount": "268亿"}, ["august", "autumn"], {NO_AMOUNT: ["early", "bare"]}),
        (
            {"min_amount": "二百亿元"},
            ["august", "autumn"],
            {NO_AMOUNT: ["early", "bare"], "not in CNY": ["abroad"]},
        ),
        (
            {"min_amount": "1 billion US dollars"},
            ["abroad"],
            {"not in USD": ["june", "august", "autumn", "undated"], NO_AMOUNT: ["early", "bare"]},
        ),
        ({"max_amount": "15 billion"}, ["june", "abroad", "undated"], {NO_AMOUNT: ["early", "bare"]}),
        ({"max_amount": "499999999"}, [], {NO_AMOUNT: ["early", "bare"]}),
        ({"max_amount": "500000000"}, ["undated"], {NO_AMOUNT: ["early", "bare"]}),
        ({"min_amount": "10 billion", "max_amount": "20 billion"}, ["june", "abroad"], {NO_AMOUNT: ["early", "bare"]}),
        ({"min_amount": "268亿", "max_amount": "268亿"}, ["august"], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "USD"}, ["abroad"], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "cny"}, ["june", "august", "autumn", "undated"], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "dollars"}, ["abroad"], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "US$"}, ["abroad"], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "Renminbi"}, ["june", "august", "autumn", "undated"], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "人民币"}, ["june", "august", "autumn", "undated"], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "EUR"}, [], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "USD", "min_amount": "16 billion"}, [], {NO_AMOUNT: ["early", "bare"]}),
        ({"currency": "USD", "min_amount": "1亿元"}, [], {"not in CNY": ["abroad"], NO_AMOUNT: ["early", "bare"]}),
        # Together: all have to match; what another filter rules out is not left out.
        ({"cities": ("Suzhou",), "kinds": ("framework",)}, ["undated", "bare"], {}),
        ({"cities": ("Suzhou",), "year": 2022}, ["june"], UNDATED),
        ({"cities": ("Xiamen",), "year": 2022}, ["august"], {}),
        ({"kinds": ("framework",), "min_amount": "6亿"}, [], {NO_AMOUNT: ["bare"]}),
        ({"year": 2022, "min_amount": "6亿"}, ["june", "august", "autumn"], {NO_DATE: ["bare"]}),
        ({"year": 2022, "min_amount": "4亿"}, ["june", "august", "autumn"], UNDATED),
        ({"year": 2018, "min_amount": "4亿"}, [], {NO_AMOUNT: ["early"], NO_DATE: ["undated", "bare"]}),
        (
            {
                "cities": ("Suzhou", "Xiamen"),
                "promoters": ("Mianyang",),
                "kinds": ("investment",),
                "sources": ("website",),
                "year": 2022,
                "currency": "CNY",
                "max_amount": "300亿",
            },
            ["august"],
            {},
        ),
    ],
)
def test_signings_that_match(filters: dict[str, Any], expected: list[str], left_out: dict[str, list[str]]) -> None:
    selected = select_signings(DATA, selection(**filters))
    assert [record.id for record in selected.records] == expected
    assert selected.of == len(ALL)
    assert {item.reason: list(item.ids) for item in selected.left_out} == left_out


@pytest.mark.parametrize(
    ("filters", "expected", "left_out"),
    [
        ({}, ["fair", "expo", "empty"], {}),
        ({"cities": ("Amoy",)}, ["expo"], {}),
        ({"promoters": ("Mianyang",)}, ["fair", "empty"], {}),
        ({"kinds": ("expo",)}, ["expo", "empty"], {}),
        ({"conferences": ("fair", "empty")}, ["fair", "empty"], {}),
        ({"sources": ("website",)}, ["expo"], {}),
        ({"year": 2022}, ["fair"], {NO_DATE: ["empty"]}),
        ({"until": "2022"}, ["fair"], {NO_DATE: ["empty"]}),
        # The amount is that of a signing at the conference; where nothing was signed, none is stated.
        ({"min_amount": "10 billion"}, ["fair", "expo"], {NO_AMOUNT: ["empty"]}),
        ({"max_amount": "14 billion"}, ["fair"], {NO_AMOUNT: ["empty"]}),
        ({"currency": "USD"}, ["expo"], {NO_AMOUNT: ["empty"]}),
        ({"currency": "GBP"}, [], {NO_AMOUNT: ["empty"]}),
        ({"min_amount": "1亿元"}, ["fair"], {"not in CNY": ["expo"], NO_AMOUNT: ["empty"]}),
    ],
)
def test_conferences_that_match(filters: dict[str, Any], expected: list[str], left_out: dict[str, list[str]]) -> None:
    selected = select_conferences(DATA, selection(**filters))
    assert [record.id for record in selected.records] == expected
    assert selected.of == 3
    assert {item.reason: list(item.ids) for item in selected.left_out} == left_out


def test_a_conference_matches_where_one_of_its_signings_does() -> None:
    data = dataset(
        signing("small", conference="fair", amount="1亿元"),
        signing("large", conference="fair", amount="9亿元"),
        signing("bare", conference="talks"),
        signing("tiny", conference="talks", amount="1亿元"),
        conferences=[conference("fair"), conference("talks")],
    )
    assert select_conferences(data, selection(min_amount="5亿")).left_out == (LeftOut(NO_AMOUNT, ("talks",)),)
    assert [record.id for record in select_conferences(data, selection(min_amount="5亿")).records] == ["fair"]


HEDGED = dataset(
    signing("about", amount="about 10 billion yuan"),
    signing("more", amount="more than 10 billion yuan"),
    signing("nearly", amount="nearly 10 billion yuan"),
    signing("most", amount="up to 10 billion yuan"),
    signing("plain", amount="10 billion yuan"),
    signing("least", amount="at least 10 billion yuan"),
    signing("odd", amount="100多亿元"),
)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"min_amount": "9 billion"}, ["about", "more", "nearly", "most", "plain", "least", "odd"]),
        # Nearly ten is less than ten; a plain amount is compared as stated, however it was rounded.
        ({"min_amount": "10 billion"}, ["about", "more", "most", "plain", "least", "odd"]),
        ({"min_amount": "10.1 billion"}, ["about", "more", "least", "odd"]),
        ({"min_amount": "15 billion"}, ["about", "more", "least", "odd"]),
        ({"min_amount": "15000000001"}, ["more", "least", "odd"]),
        ({"min_amount": "20000000001"}, ["more", "least"]),
        ({"max_amount": "1"}, ["most"]),
        ({"max_amount": "4999999999"}, ["most"]),
        ({"max_amount": "5 billion"}, ["about", "most"]),
        ({"max_amount": "9.9 billion"}, ["about", "nearly", "most"]),
        # More than ten is not ten.
        ({"max_amount": "10 billion"}, ["about", "nearly", "most", "plain", "least", "odd"]),
        ({"max_amount": "10000000001"}, ["about", "more", "nearly", "most", "plain", "least", "odd"]),
        ({"min_amount": "9.8 billion", "max_amount": "9.9 billion"}, ["about", "nearly", "most"]),
        ({"min_amount": "10 billion", "max_amount": "10 billion"}, ["about", "most", "plain", "least", "odd"]),
    ],
)
def test_a_hedged_amount_matches_where_it_can_reach_the_limit(filters: dict[str, Any], expected: list[str]) -> None:
    selected = select_signings(HEDGED, selection(**filters))
    assert [record.id for record in selected.records] == expected
    assert selected.left_out == ()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ()),
        ({"year": 2022}, ()),
        ({"year": 2018}, ("early",)),
        ({"year": 2017}, ("early",)),
        ({"until": "2018-04"}, ()),
        ({"until": "2018-03"}, ("early",)),
        ({"since": "2018-04"}, ("early",)),
        ({"since": "2022-10"}, ()),
        ({"since": "2022-11"}, ("autumn",)),
        ({"until": "2022-10"}, ("autumn",)),
        ({"since": "2023-06"}, ("abroad",)),
        ({"since": "2022-11", "until": "2023-11"}, ("autumn", "abroad")),
        ({"cities": ("Xiamen",), "since": "2022-11", "until": "2023-11"}, ("abroad",)),
    ],
)
def test_what_matches_but_may_lie_outside_the_range_is_named(
    filters: dict[str, Any], expected: tuple[str, ...]
) -> None:
    selected = select_signings(DATA, selection(**filters))
    assert selected.perhaps == expected
    assert set(expected) <= {record.id for record in selected.records}


def test_a_conference_may_lie_outside_the_range_too() -> None:
    assert select_conferences(DATA, selection(since="2023-06")).perhaps == ("expo",)
    assert select_conferences(DATA, selection(since="2023")).perhaps == ()


ABOUT_AMOUNTS = "help: write an amount: 10 billion, 10 billion yuan, 100亿元"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        # No record can match.
        (
            {"since": "2023", "until": "2022"},
            "the range starts on 2023-01-01 but ends on 2022-12-31\nhelp: no date can match; change the range",
        ),
        (
            {"since": "2022-11-04", "until": "2022-11-03"},
            "the range starts on 2022-11-04 but ends on 2022-11-03\nhelp: no date can match; change the range",
        ),
        (
            {"year": 2022, "since": "2023-01-01"},
            "the range starts on 2023-01-01 but ends on 2022-12-31\nhelp: no date can match; change the range",
        ),
        (
            {"year": 2022, "until": "2021"},
            "the range starts on 2022-01-01 but ends on 2021-12-31\nhelp: no date can match; change the range",
        ),
        (
            {"min_amount": "20 billion yuan", "max_amount": "10 billion yuan"},
            "--min-amount: the least amount, 20 billion yuan, is more than the greatest, 10 billion yuan",
        ),
        (
            {"min_amount": "20 billion", "max_amount": "100亿元"},
            "--min-amount: the least amount, 20 billion, is more than the greatest, 100亿元",
        ),
        # No amounts.
        ({"min_amount": "22.4%"}, f"--min-amount: '22.4%' is no amount\n{ABOUT_AMOUNTS}"),
        ({"max_amount": "30 projects"}, f"--max-amount: '30 projects' is no amount\n{ABOUT_AMOUNTS}"),
        (
            {"min_amount": "about 10 billion yuan"},
            "--min-amount: a limit is a plain amount, not 'about 10 billion yuan'\nhelp: leave out the hedge",
        ),
        (
            {"max_amount": "10亿元以上"},
            "--max-amount: a limit is a plain amount, not '10亿元以上'\nhelp: leave out the hedge",
        ),
        # Names of nothing.
        ({"cities": ("Suzhou", "Suzhuo")}, "--city: unknown city 'Suzhuo'\nhelp: did you mean Suzhou?"),
        ({"promoters": ("Xiamne",)}, "--promoter: unknown city 'Xiamne'\nhelp: did you mean Xiamen?"),
        (
            {"kinds": ("expo",)},
            "--kind: unknown kind 'expo'\nhelp: known: investment, memorandum, framework",
        ),
        ({"kinds": ("memorandums",)}, "--kind: unknown kind 'memorandums'\nhelp: did you mean memorandum?"),
        ({"conferences": ("fiar",)}, "--conference: unknown conference 'fiar'\nhelp: did you mean fair?"),
        ({"sources": ("webside",)}, "--source: unknown source 'webside'\nhelp: did you mean website?"),
        (
            {"currency": "XYZ"},
            "--currency: unknown currency 'XYZ'\nhelp: known: CNY, USD, EUR, GBP, JPY, HKD, TWD, KRW and 146 more",
        ),
        ({"currency": "doller"}, "--currency: unknown currency 'doller'\nhelp: did you mean dollar?"),
        # Years that no calendar has, and ranges that start or end nowhere.
        ({"year": 0}, "--year: there is no year 0"),
        ({"year": -5}, "--year: there is no year -5"),
        ({"year": 10000}, "--year: there is no year 10000"),
        ({"year": 999}, "--year: '999' is no year\nhelp: a year has four digits: --year 2022"),
        ({"since": "../2018"}, "--since: '../2018' has no first day"),
        ({"until": "2018/.."}, "--until: '2018/..' has no last day"),
        ({"year": 2018, "since": "../2018"}, "--since: '../2018' has no first day"),
        ({"currency": "US"}, "--currency: unknown currency 'US'\nhelp: did you mean USD?"),
    ],
)
def test_filters_that_make_no_sense(filters: dict[str, Any], expected: str) -> None:
    with pytest.raises(UsageError) as caught:
        select_signings(DATA, selection(**filters))
    assert str(caught.value) == f"error: {expected}"
    assert caught.value.exit_code == 2


def test_limits_in_two_currencies_do_not_contradict_each_other() -> None:
    selected = select_signings(DATA, selection(min_amount="20 billion yuan", max_amount="10 billion US dollars"))
    assert selected.records == ()


def test_the_kinds_of_conferences_are_not_those_of_signings() -> None:
    with pytest.raises(UsageError) as caught:
        select_conferences(DATA, Selection(kinds=("investment",)))
    assert str(caught.value) == "error: --kind: unknown kind 'investment'\nhelp: known: promotion, expo"


def test_no_filter_on_an_empty_dataset() -> None:
    assert select_signings(dataset(), Selection()) == ((), 0, (), ())
    assert select_conferences(dataset(), Selection()) == ((), 0, (), ())
