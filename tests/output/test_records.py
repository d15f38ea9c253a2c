"""The columns of every listing and the fields of its JSON, written out by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from examples import dataset, signing
from listings import TEXTS, lines, written
from mycity_cli.dataset import load
from mycity_cli.formats import Format
from mycity_cli.output import records, total_listing
from mycity_cli.output.listing import Listing
from mycity_cli.output.render import Style
from mycity_cli.output.table import fitting_columns
from mycity_cli.query import Group, Measure, group_totals, total
from mycity_cli.query.engine import InMemory
from mycity_cli.query.totals import ADDED

DATA = load()
EIN = "ein-2022-11-08"
BY_CONFERENCE = group_totals(DATA, DATA.signings, Group.CONFERENCE)
OVERALL = total(DATA, DATA.signings)


def by_city(measure: Measure = Measure.AMOUNT) -> Listing[Any]:
    return total_listing.totals(group_totals(DATA, DATA.signings, Group.CITY, measure), OVERALL, Group.CITY, measure)


LISTINGS: dict[str, Listing[Any]] = {
    "deals": records.deals(DATA, DATA.signings),
    "conferences": records.conferences(DATA, DATA.conferences, BY_CONFERENCE),
    "total": total_listing.totals(OVERALL, OVERALL, None, Measure.AMOUNT),
    "total --by": by_city(),
    "facts": records.facts(DATA, DATA.facts),
    "sources": records.sources(InMemory(DATA).sources()),
    "cities": records.cities(InMemory(DATA).places()),
}

ALL_COLUMNS = {
    "deals": "id date city promoter conference kind partner projects projects_stated amount currency low high stated "
    "part_of sources province country note fields",
    "conferences": "id date city promoter kind name signings projects amount currency sources "
    "lower_bound projects_lower_bound",
    "total": "signings projects projects_low projects_high projects_lower_bound amount currency low high "
    "without_amount without_projects rows bad skipped lower_bound left_out perhaps share sources",
    "total --by": "key signings projects projects_low projects_high projects_lower_bound amount currency low high "
    "without_amount without_projects rows bad skipped lower_bound left_out perhaps share sources",
    "facts": "id city name stated value unit low high date sources",
    "sources": "id date publisher title language url records",
    "cities": "id name names aliases province country conferences signings",
}
IN_A_PIPE = {
    "deals": "id date city promoter kind projects amount currency sources",
    "conferences": "id date city promoter kind signings projects amount currency sources",
    "total": "signings projects amount currency",
    "total --by": "key signings projects amount currency",
    "facts": "id city name stated value unit date sources",
    "sources": "id date publisher title language url records",
    "cities": "id name names aliases province country conferences signings",
}
IN_A_TABLE = {
    "deals": "date city kind projects amount sources id",
    "conferences": "date city kind projects amount sources id",
    "total": "signings projects amount share",
    "total --by": "key signings projects amount share",
    "facts": "id stated name sources",
    "sources": "id date publisher title records",
    "cities": "name names province country conferences signings",
}
IN_JSON: dict[str, dict[str, Any]] = {
    "deals": {
        "id": "xiamen-2022-signing",
        "date": "2022-06-15",
        "city": "Xiamen",
        "promoter": "Mianyang",
        "conference": "xiamen-2022",
        "kind": "investment",
        "partner": None,
        "projects": 18,
        "amount": "13550000000",
        "currency": "CNY",
        "stated": "13.55 billion yuan",
        "part_of": None,
        "sources": [EIN],
    },
    "conferences": {
        "id": "xiamen-2022",
        "date": "2022-06-15",
        "city": "Xiamen",
        "promoter": "Mianyang",
        "kind": "promotion",
        "name": "China (Mianyang) Science and Technology City Promotion Conference, Xiamen",
        "signings": 1,
        "projects": 18,
        "amount": "13550000000",
        "currency": "CNY",
        "sources": [EIN],
        "lower_bound": False,
        "projects_lower_bound": False,
    },
    "total": {
        "signings": 4,
        "projects": 75,
        "projects_low": 75,
        "projects_high": 75,
        "projects_lower_bound": False,
        "amount": "92913000000",
        "currency": "CNY",
        "low": "92857500000",
        "high": "92968500000",
        "without_amount": [],
        "without_projects": [],
        "rows": 0,
        "bad": 0,
        "skipped": 0,
        "lower_bound": False,
        "left_out": [],
        "perhaps": 0,
    },
    "total --by": {
        "key": "Suzhou",
        "signings": 1,
        "projects": 30,
        "projects_low": 30,
        "projects_high": 30,
        "projects_lower_bound": False,
        "amount": "52563000000",
        "currency": "CNY",
        "low": "52562500000",
        "high": "52563500000",
        "without_amount": [],
        "without_projects": [],
        "rows": 0,
        "bad": 0,
        "skipped": 0,
        "lower_bound": False,
        "left_out": [],
        "perhaps": 0,
    },
    "facts": {
        "id": "products",
        "city": "Mianyang",
        "name": "kinds of products made in Mianyang that the conferences helped to market",
        "stated": "more than 500",
        "value": "500",
        "unit": "count",
        "low": "500",
        "high": None,
        "date": "2022",
        "sources": [EIN],
    },
    "sources": {
        "id": EIN,
        "date": "2022-11-08",
        "publisher": "EIN Presswire",
        "title": "Mianyang Makes New Progress on Opening-Up as Science and Technology City",
        "language": "en",
        "url": "https://www.einpresswire.com/article/600083461/"
        "mianyang-makes-new-progress-on-opening-up-as-science-and-technology-city",
        "records": 27,
    },
    "cities": {
        "id": "mianyang",
        "name": "Mianyang",
        "names": ["绵阳", "綿陽"],
        "aliases": ["绵阳市", "Mianyang City", "Science and Technology City", "中国科技城"],
        "province": "Sichuan",
        "country": "CN",
        "conferences": 1,
        "signings": 0,
    },
}


@pytest.mark.parametrize("name", LISTINGS)
def test_every_column(name: str) -> None:
    assert [column.name for column in LISTINGS[name].columns] == ALL_COLUMNS[name].split()


@pytest.mark.parametrize("name", LISTINGS)
def test_columns_in_a_pipe(name: str) -> None:
    in_a_pipe = IN_A_PIPE[name].split()
    assert lines(LISTINGS[name], Format.TSV, header=True)[0].split("\t") == in_a_pipe
    more = {
        "total": "bad skipped lower_bound low high projects_lower_bound left_out perhaps",
        "conferences": "lower_bound projects_lower_bound",
    }.get(name.split(maxsplit=1)[0], "")
    assert lines(LISTINGS[name], Format.CSV, header=True)[0].split(",") == [*in_a_pipe, *more.split()]


@pytest.mark.parametrize("name", LISTINGS)
def test_columns_in_a_table(name: str) -> None:
    assert list(LISTINGS[name].on_terminal) == IN_A_TABLE[name].split()


@pytest.mark.parametrize("name", LISTINGS)
def test_fields_of_json_in_their_order(name: str) -> None:
    first = json.loads(written(LISTINGS[name], Format.JSON))[0]
    assert list(first.items()) == list(IN_JSON[name].items())


@pytest.mark.parametrize("name", LISTINGS)
def test_every_column_can_be_sorted_by_and_written_in_every_format(name: str) -> None:
    listing = LISTINGS[name]._replace(chosen=tuple(ALL_COLUMNS[name].split()))
    for column in listing.columns:
        for key in (column.name, f"-{column.name}"):
            assert len(list(listing.sorted_by(key).records)) == len(list(listing.records))
    for format in TEXTS:
        assert len(lines(listing, format)) >= len(list(listing.records))


def test_the_total_of_everything_is_a_card() -> None:
    [row] = OVERALL
    assert lines(total_listing.total_card(row), Format.TABLE) == [
        "Signings  4",
        "Projects  75",
        "Amount    92.913 billion yuan",
        "Currency  CNY",
        "Low       92.8575 billion yuan",
        "High      92.9685 billion yuan",
        "Sources   ein-2022-11-08, mianyang-news-cupertino",
    ]


def test_a_total_that_misses_an_amount_is_at_least_what_is_stated() -> None:
    data = dataset(signing("a", amount="5.0亿元", projects=1), signing("b", projects=2))
    [row] = total(data, data.signings)
    assert lines(total_listing.total_card(row), Format.TABLE) == [
        "Signings        2",
        "Projects        3",
        "Amount          500 million yuan",
        "Currency        CNY",
        "At least        495 million yuan",
        "Without amount  b",
        "Sources         paper",
    ]
    [in_json] = json.loads(written(total_listing.totals([row], [row], None, Measure.AMOUNT), Format.JSON))
    assert (in_json["low"], in_json["high"], in_json["lower_bound"]) == ("495000000", None, True)
    rows = total_listing.totals([row], [row], None, Measure.AMOUNT)._replace(
        chosen=("lower_bound", "projects_lower_bound")
    )
    for format in (Format.TSV, Format.CSV):
        assert lines(rows, format)[-1].replace(",", "\t") == "true\tfalse"


def test_a_total_of_hedged_projects_says_how_far_they_reach() -> None:
    data = dataset(
        signing("open", projects="more than 5 projects", amount="5.0亿元"),
        signing("about", projects="about 30"),
        signing("plain", projects=3),
    )
    [row] = total(data, data.signings)
    assert lines(total_listing.total_card(row), Format.TABLE)[:4] == [
        "Signings            3",
        "Projects            38",
        "Projects more than  33",
        "Amount              500 million yuan",
    ]
    assert json.loads(written(total_listing.totals([row], [row], None, Measure.AMOUNT), Format.JSONL)) == {
        "signings": 3,
        "projects": 38,
        "projects_low": 33,
        "projects_high": None,
        "projects_lower_bound": False,
        "amount": "500000000",
        "currency": "CNY",
        "low": "495000000",
        "high": None,
        "without_amount": ["about", "plain"],
        "without_projects": [],
        "rows": 0,
        "bad": 0,
        "skipped": 0,
        "lower_bound": True,
        "left_out": [],
        "perhaps": 0,
    }
    rows = total_listing.totals([row], [row], None, Measure.PROJECTS)._replace(chosen=("projects_low", "projects_high"))
    assert lines(rows, Format.TSV) == ["33\t"]


def test_totals_by_group_as_a_table_with_shares_and_the_whole() -> None:
    assert lines(by_city(), Format.TABLE) == [
        "                                     Amount      Share",
        "City       Signings  Projects  billion yuan  of amount",
        "Suzhou            1        30        52.563      56.6%",
        "Dongguan          1        27        26.8        28.8%",
        "Xiamen            1        18        13.55       14.6%",
        "Cupertino         1",
        "Total             4        75        92.913     100.0%",
    ]


@pytest.mark.parametrize("measure", ADDED)
def test_the_heading_of_a_share_says_what_it_is_of(measure: Measure) -> None:
    headings = lines(by_city(measure), Format.TABLE)[:2]
    assert [line.split("  ")[-1].strip() for line in headings] == ["Share", f"of {measure}"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("deals", ("city", "amount")),
        ("conferences", ("city", "amount")),
        ("total", ("amount",)),
        ("total --by", ("key", "amount")),
        ("facts", ("stated", "name")),
        ("sources", ("id", "title")),
        ("cities", ("name",)),
    ],
)
def test_what_a_table_is_about_is_never_left_out(name: str, kept: tuple[str, ...]) -> None:
    assert fitting_columns(LISTINGS[name], Style(width=1))[0] == kept


def test_headings_break_at_words_before_numbers_do() -> None:
    assert lines(by_city(), Format.TABLE, width=20) == [
        "            Amount",
        "           billion",
        "City          yuan",
        "Suzhou      52.563",
        "Dongguan    26.8",
        "Xiamen      13.55",
        "Cupertino",
        "Total       92.913",
    ]


@pytest.mark.parametrize(
    ("measure", "shares"),
    [
        (Measure.AMOUNT, ["0.565723", "0.288442", "0.145835", ""]),
        (Measure.PROJECTS, ["0.400000", "0.360000", "0.240000", ""]),
        (Measure.SIGNINGS, ["0.250000", "0.250000", "0.250000", "0.250000"]),
    ],
)
def test_shares_are_of_the_measure(measure: Measure, shares: list[str]) -> None:
    assert lines(by_city(measure)._replace(chosen=("share",)), Format.TSV) == shares


def test_deals_say_how_they_are_stated_and_how_far_that_reaches() -> None:
    data = dataset(
        signing("a", projects="about 30 projects", amount="more than 10 billion yuan"),
        signing("b", projects=3, amount="5.0亿元"),
        signing("c"),
    )
    columns = ("id", "projects", "projects_stated", "amount", "low", "high", "stated")
    assert lines(records.deals(data, data.signings)._replace(chosen=columns), Format.TSV) == [
        "a\t30\tabout 30 projects\t10000000000\t10000000000\t\tmore than 10 billion yuan",
        "b\t3\t3\t500000000\t495000000\t505000000\t5.0亿元",
        "c\t\t\t\t\t\t",
    ]


@pytest.mark.parametrize(
    "listing",
    [
        records.deals(dataset(), []),
        records.conferences(dataset(), [], []),
        total_listing.totals([], total(dataset(), []), Group.CITY, Measure.AMOUNT),
        records.facts(dataset(), []),
    ],
)
def test_nothing_is_an_empty_list_and_no_line(listing: Listing[Any]) -> None:
    assert written(listing, Format.JSON) == "[]\n"
    assert written(listing, Format.JSONL) == written(listing, Format.TSV) == ""
    assert len(lines(listing, Format.CSV)) == 1


def test_the_total_of_nothing_is_zero() -> None:
    [row] = total(dataset(), [])
    assert written(total_listing.totals([row], [row], None, Measure.AMOUNT), Format.JSONL) == (
        '{"signings": 0, "projects": 0, "projects_low": 0, "projects_high": 0, "projects_lower_bound": false, '
        '"amount": "0", "currency": null, "low": "0", "high": "0", "without_amount": [], "without_projects": [], '
        '"rows": 0, "bad": 0, "skipped": 0, "lower_bound": false, "left_out": [], "perhaps": 0}\n'
    )
