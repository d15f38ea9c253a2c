"""A table of somebody else's becomes a dataset: names are found or made, and what is wrong is said at its cell."""

from __future__ import annotations

import re
from typing import Any

import pytest

from examples import PLACES, conference, dataset
from mycity_cli.errors import DataError
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.exchange.from_rows import Read, as_id, dataset_of
from mycity_cli.exchange.signing_rows import Row, Table
from mycity_cli.model import Dataset
from mycity_cli.tables.settings import Settings

GOOD = {"id": "s", "city": "Suzhou", "kind": "investment", "source": "The Paper"}


def read(*rows: dict[str, str], like: Dataset | None = None) -> Read:
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return dataset_of(
        Table(columns, [Row(f"t.csv:{number}", row) for number, row in enumerate(rows, start=2)]),
        name="t.csv",
        like=like,
    )


def refusal(*rows: dict[str, str], like: Dataset | None = None) -> str:
    with pytest.raises(DataError) as caught:
        read(*rows, like=like)
    return str(caught.value)


def records(data: Dataset, name: str) -> list[dict[str, Any]]:
    return [plain_record(record) for record in getattr(data, name)]


def test_names_that_nothing_says_more_about_become_records_that_say_so() -> None:
    result = read(
        GOOD | {"promoter": "Xi'an", "conference": "The Expo", "partner": "苏州", "at": "p. 1"},
        GOOD | {"id": "t", "city": "SUZHOU", "conference": "the expo", "partner": "厦门"},
    )
    data = result.dataset
    assert result.named_only == {"place": 4, "source": 1, "conference": 1}
    assert records(data, "places") == [
        {"id": "suzhou", "name": "Suzhou"},
        {"id": "xian", "name": "Xi'an"},
        {"id": "place-1", "name": "苏州"},
        {"id": "place-2", "name": "厦门"},
    ]
    assert records(data, "sources") == [
        {"id": "the-paper", "title": "The Paper", "publisher": "not stated", "language": "und"}
    ]
    assert records(data, "conferences") == [
        {
            "id": "the-expo",
            "sources": [{"id": "the-paper", "at": "p. 1"}],
            "kind": "unstated",
            "name": "The Expo",
            "city": "suzhou",
        }
    ]
    assert records(data, "signings") == [
        {
            "id": "s",
            "sources": [{"id": "the-paper", "at": "p. 1"}],
            "kind": "investment",
            "city": "suzhou",
            "promoter": "xian",
            "conference": "the-expo",
            "partner": "place-1",
        },
        {
            "id": "t",
            "sources": [{"id": "the-paper"}],
            "kind": "investment",
            "city": "suzhou",
            "conference": "the-expo",
            "partner": "place-2",
        },
    ]


def test_with_a_like_dataset_names_are_those_of_its_records() -> None:
    like = dataset(conferences=[conference("expo", name="The Expo")], title="T")
    result = read(
        GOOD | {"city": "苏州", "promoter": "Mianyang", "partner": "amoy", "conference": "the expo", "source": "paper"},
        GOOD | {"id": "t", "promoter": "Xi'an"},
        like=like,
    )
    assert (result.named_only, result.dataset.title) == ({}, "T")
    first, second = result.dataset.signings
    assert (first.city, first.promoter, first.partner, first.conference) == ("suzhou", None, "xiamen", "expo")
    assert (second.promoter, second.sources[0].id) == ("xian", "paper")
    assert result.dataset.places == like.places


def test_an_id_that_is_taken_gets_its_noun_and_then_a_number() -> None:
    like = dataset(places=[*PLACES, {"id": "place-expo", "name": "A"}])
    result = read(
        GOOD | {"city": "Expo", "conference": "Expo", "id": "s"},
        GOOD | {"id": "expo", "city": "expo"},
        like=like,
    )
    first, second = result.dataset.signings
    assert (first.city, second.city) == ("place-expo-2", "place-expo-2")
    assert first.conference == "conference-expo"


def test_an_amount_without_a_currency_takes_that_of_its_column() -> None:
    result = read(
        GOOD | {"amount": "52563000000", "currency": "CNY"},
        GOOD | {"id": "t", "amount": "about 5 billion", "currency": "yuan"},
        GOOD | {"id": "u", "amount": "5 billion yuan", "currency": "cny"},
        GOOD | {"id": "v", "amount": "", "currency": "CNY"},
    )
    amounts = [signing.money for signing in result.dataset.signings]
    assert [str(amount) for amount in amounts] == [
        "52563000000 CNY",
        "about 5 billion CNY",
        "5 billion yuan",
        "None",
    ]
    assert [amount and amount.unit for amount in amounts] == ["CNY", "CNY", "CNY", None]


def test_columns_are_found_whatever_their_case_and_others_are_named() -> None:
    result = read(
        {" ID ": "s", "City": "Suzhou", "KIND": "Framework Agreement", "source": "A", "Part of": "", "x": "1"}
    )
    assert result.unread == ("x",)
    assert result.dataset.signings[0].kind == "framework-agreement"


def test_every_cell_that_is_wrong_is_named() -> None:
    message = refusal(
        GOOD | {"amount": "5 billoin yuan", "date": "2022-13", "projects": "some"},
        {"id": "", "city": "", "kind": "", "source": ""},
        GOOD | {"id": "S 1", "amount": "5 yuan", "currency": "USD", "at": "a;b"},
        GOOD | {"id": "t", "amount": "5", "part_of": "no"},
        GOOD | {"id": "t"},
        GOOD | {"id": "u", "kind": "投资"},
    )
    assert re.findall(r"^error: t.csv:(.+?: .+?): ", message, re.MULTILINE) == [
        *("2: date", "2: projects", "2: amount"),
        *("3: id", "3: city", "3: kind", "3: source"),
        *("4: id", "4: amount", "4: at"),
        *("5: amount", "5: part_of"),
        "6: id",
        "7: kind",
    ]
    assert "error: t.csv:2: amount: cannot read 'billoin' after '5'\n  5 billoin yuan\n    ^^^^^^^\nhelp: " in message
    assert "error: t.csv:3: city: is empty\nhelp: every row needs one" in message
    assert "error: t.csv:4: at: has 2 items for 1 in source\nhelp: separate both by ';'" in message
    assert "error: t.csv:4: amount: two currencies, CNY and in its own column USD\n" in message
    assert message.endswith(
        "error: t.csv: 6 of 6 rows are bad\nhelp: put them right, or leave them out with --skip-bad"
    )


def test_a_reference_that_leads_nowhere_is_named() -> None:
    message = refusal(GOOD | {"part_of": "t"}, GOOD | {"id": "u"})
    assert message.startswith("error: t.csv:2: part_of: there is no signing 't'")


def test_a_name_of_several_places_is_an_error() -> None:
    like = dataset(places=[*PLACES, {"id": "suzhou-anhui", "name": "Suzhou"}])
    assert refusal(GOOD, like=like) == (
        "error: t.csv:2: city: several are called 'Suzhou'\nhelp: say which by its id: suzhou or suzhou-anhui\n"
        "error: t.csv: 1 of 1 row is bad\nhelp: put them right, or leave them out with --skip-bad"
    )


def test_a_column_that_is_missing_or_there_twice_is_an_error() -> None:
    assert refusal({"id": "s", "kind": "k", "source": "a"}) == (
        "error: t.csv: has no column 'city'\n"
        "help: known: id, kind, source; name the column that holds it: --map city='Its Name'"
    )
    assert refusal(GOOD | {"City": "Suzhou"}) == "error: t.csv: has 2 columns named 'city'"


def test_what_a_table_has_no_column_for_is_made_of_its_rows() -> None:
    result = read({"city": "Suzhou", "amount": "5 yuan"}, {"city": "Xiamen", "amount": ""})
    assert result.supplied == ("id", "kind", "source")
    assert records(result.dataset, "sources") == [
        {"id": "t-csv", "title": "t.csv", "publisher": "not stated", "language": "und"}
    ]
    assert records(result.dataset, "signings") == [
        {
            "id": "t-1",
            "sources": [{"id": "t-csv", "at": "row 1"}],
            "kind": "unstated",
            "city": "suzhou",
            "amount": "5 yuan",
        },
        {"id": "t-2", "sources": [{"id": "t-csv", "at": "row 2"}], "kind": "unstated", "city": "xiamen"},
    ]
    assert read(GOOD).supplied == ()


def test_rows_that_refer_to_one_that_is_left_out_are_left_out_too() -> None:
    rows = [GOOD | {"amount": "much"}, GOOD | {"id": "t", "part_of": "s"}, GOOD | {"id": "u", "part_of": ""}]
    columns = ("id", "city", "kind", "source", "amount", "part_of")
    table = Table(columns, [Row(f"t.csv:{number}", row) for number, row in enumerate(rows, start=2)])
    found = dataset_of(table, name="t.csv", like=None, settings=Settings(skip_bad=True))
    assert ([signing.id for signing in found.dataset.signings], found.bad) == (["u"], 2)


def test_a_table_without_rows_is_a_dataset_without_signings() -> None:
    assert read().dataset == Dataset()


@pytest.mark.parametrize(
    ("name", "id"),
    [("Suzhou", "suzhou"), ("Xi'an", "xian"), ("Sūzhōu  City!", "suzhou-city"), ("苏州", ""), ("a" * 99, "a" * 60)],
)
def test_a_name_as_an_id(name: str, id: str) -> None:
    assert as_id(name) == id
