"""Listings of a small dataset in two currencies, whose columns, shares and counts differ from those in one."""

from __future__ import annotations

from examples import cited, conference, dataset, fact, signing
from listings import lines
from mycity_cli.formats import Format
from mycity_cli.output import records, total_listing
from mycity_cli.output.render import Style
from mycity_cli.output.table import fitting_columns
from mycity_cli.query import Group, Measure, group_totals, total
from mycity_cli.query.engine import InMemory

TWO_CURRENCIES = dataset(
    signing("a", conference="fair", amount="6亿元", projects=1, sources=[*cited("paper", "website"), *cited("paper")]),
    signing("b", conference="fair", amount="US$2 million", partner="xiamen", projects=3),
    signing("c", city="xiamen", amount="4亿元"),
    signing("d", city="xian"),
    conferences=[conference("fair"), conference("talks", promoter="suzhou")],
    facts=[fact("words", text="some words"), fact("share", figure="22.4%", city="suzhou")],
)


def test_amounts_in_a_narrow_table_keep_their_currency() -> None:
    deals = records.deals(TWO_CURRENCIES, TWO_CURRENCIES.signings)
    assert fitting_columns(deals, Style(width=1))[0] == ("city", "amount", "currency")


def test_two_currencies_have_a_column_and_no_unit() -> None:
    deals = records.deals(TWO_CURRENCIES, TWO_CURRENCIES.signings)
    assert deals.on_terminal == ("date", "city", "kind", "projects", "amount", "currency", "sources", "id")
    assert deals.unit is None
    assert lines(deals, Format.TSV) == [
        "a\t\tSuzhou\tMianyang\tinvestment\t1\t600000000\tCNY\tpaper;website",
        "b\t\tSuzhou\tMianyang\tinvestment\t3\t2000000\tUSD\tpaper",
        "c\t\tXiamen\tMianyang\tinvestment\t\t400000000\tCNY\tpaper",
        "d\t\tXi'an\tMianyang\tinvestment\t\t\t\tpaper",
    ]


def test_two_currencies_have_shares_of_their_own_and_no_row_of_totals() -> None:
    chosen = TWO_CURRENCIES.signings
    overall = total(TWO_CURRENCIES, chosen)
    listing = total_listing.totals(
        group_totals(TWO_CURRENCIES, chosen, Group.CITY), overall, Group.CITY, Measure.AMOUNT
    )
    assert listing.totals is None
    assert lines(listing._replace(chosen=("key", "amount", "currency", "share")), Format.TSV) == [
        "Suzhou\t600000000\tCNY\t0.600000",
        "Xiamen\t400000000\tCNY\t0.400000",
        "Suzhou\t2000000\tUSD\t1.000000",
        "Xi'an\t\t\t",
    ]
    whole = total_listing.totals(overall, overall, None, Measure.AMOUNT)
    assert lines(whole, Format.TSV) == [
        "2\t1\t1000000000\tCNY",
        "1\t3\t2000000\tUSD",
        "1\t\t\t",
    ]
    assert whole.on_terminal == ("signings", "projects", "amount", "currency", "share")


def test_a_conference_is_a_row_for_each_currency() -> None:
    totals = group_totals(TWO_CURRENCIES, TWO_CURRENCIES.signings, Group.CONFERENCE)
    listing = records.conferences(TWO_CURRENCIES, TWO_CURRENCIES.conferences, totals)
    assert lines(listing, Format.TSV) == [
        "fair\t\tSuzhou\tMianyang\tpromotion\t1\t1\t600000000\tCNY\tpaper",
        "fair\t\tSuzhou\tMianyang\tpromotion\t1\t3\t2000000\tUSD\tpaper",
        "talks\t\tSuzhou\tSuzhou\tpromotion\t0\t\t\t\tpaper",
    ]


def test_a_fact_is_a_figure_or_a_text() -> None:
    assert lines(
        records.facts(TWO_CURRENCIES, TWO_CURRENCIES.facts)._replace(
            chosen=("id", "city", "stated", "value", "unit", "low", "high")
        ),
        Format.TSV,
    ) == [
        "words\tMianyang\tsome words\t\t\t\t",
        "share\tSuzhou\t22.4%\t0.224\tratio\t0.2235\t0.2245",
    ]


def test_a_source_counts_the_records_it_states_once_each() -> None:
    found = lines(records.sources(InMemory(TWO_CURRENCIES).sources())._replace(chosen=("id", "records")), Format.TSV)
    assert found == ["paper\t8", "website\t1"]


def test_a_city_counts_what_it_held() -> None:
    found = lines(
        records.cities(InMemory(TWO_CURRENCIES).places())._replace(chosen=("name", "conferences", "signings")),
        Format.TSV,
    )
    assert found == ["Mianyang\t0\t0", "Suzhou\t2\t2", "Xiamen\t0\t1", "Xi'an\t0\t1"]
