"""A table of somebody else's becomes a dataset: names are found or made, and what is wrong is said at its cell."""

from __future__ import annotations

import re
from typing import Any

import pytest

from examples import PLACES, conference, dataset
from mycity_cli.errors import DataError
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.exchange.from_rows import Read, dataset_of
from mycity_cli.exchange.naming import as_id
from mycity_cli.model import Dataset
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Line, Origin, Sheet

GOOD = {"id": "s", "city": "Suzhou", "kind": "investment", "source": "The Paper"}


def sheet(*rows: dict[str, str]) -> Sheet:
    columns = tuple(dict.fromkeys(name for row in rows for name in row)) or ("city",)
    lines = [Line(number, [row.get(name, "") for name in columns]) for number, row in enumerate(rows, start=1)]
    return Sheet("t.csv", Origin.TEXT, columns, lines)


def read(*rows: dict[str, str], like: Dataset | None = None, settings: Settings | None = None) -> Read:
    places = () if like is None else like.places
    return dataset_of(sheet(*rows), like=like, settings=settings, places=places)


def refusal(*rows: dict[str, str], like: Dataset | None = None, settings: Settings | None = None) -> str:
    with pytest.raises(DataError) as caught:
        read(*rows, like=like, settings=settings)
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
        GOOD | {"id": "r", "amount": "5 yuan", "currency": "USD", "at": "a;b"},
        GOOD | {"id": "t", "amount": "5"},
        GOOD | {"id": "t"},
    )
    assert re.findall(r"^error: t.csv: row (.+?: .+?): ", message, re.MULTILINE) == [
        *("1: date", "1: projects", "1: amount"),
        "2: city",
        *("3: amount", "3: at"),
        "4: amount",
        "5: id",
    ]
    assert "error: t.csv: row 1: amount: cannot read 'billoin' after '5'\n  5 billoin yuan\n    ^^^^^^^\n" in message
    assert "error: t.csv: row 2: city: is missing\nhelp: every row needs one" in message
    assert "error: t.csv: row 3: at: has 2 items for 1 in source\nhelp: separate both by ';'" in message
    assert "error: t.csv: row 3: amount: two currencies, CNY and in its own column USD\n" in message
    assert message.endswith(
        "error: t.csv: 5 of 5 rows are bad\nhelp: put them right, or leave them out with --skip-bad"
    )


def test_what_a_dataset_cannot_say_is_named() -> None:
    message = refusal(
        GOOD,
        GOOD | {"id": "t", "part_of": "no"},
        GOOD | {"id": "u", "kind": "投资"},
        GOOD | {"id": "v", "amount": "-5 yuan"},
        settings=Settings(negative=True),
    )
    assert message == (
        "error: t.csv: row 2: part_of: there is no signing 'no'\nhelp: known: s, u, v\n"
        "error: t.csv: row 3: kind: '投资' is no id\n"
        "help: write it in Latin letters, or leave the column out: --map kind=\n"
        "error: t.csv: row 4: amount: '-5 yuan' is below zero\n"
        'help: write an amount as the source does: "52.563 billion yuan", "about 93 billion yuan", '
        '"525.63亿元"; "none" says that no money is involved\n'
        "error: t.csv: 3 of 4 rows are bad\nhelp: put them right, or leave them out with --skip-bad"
    )


def test_a_reference_that_leads_nowhere_is_named() -> None:
    message = refusal(GOOD | {"part_of": "t"}, GOOD | {"id": "u"})
    assert message.startswith("error: t.csv: row 1: part_of: there is no signing 't'")


def test_ids_that_a_dataset_cannot_have_are_written_in_another_way() -> None:
    result = read(GOOD | {"id": "D/1"}, GOOD | {"id": "d-1", "part_of": "D/1"}, GOOD | {"id": "苏1"}, GOOD | {"id": ""})
    found = [(signing.id, signing.part_of) for signing in result.dataset.signings]
    assert found == [("d-1-2", None), ("d-1", "d-1-2"), ("1", None), ("4", None)]
    assert result.notes == ("ids are written as a dataset has them: 'D/1' as d-1-2, '苏1' as 1",)


def test_what_a_row_leaves_empty_is_made_of_it() -> None:
    result = read(GOOD | {"kind": "", "source": ""})
    (signing,) = records(result.dataset, "signings")
    assert (signing["kind"], signing["sources"]) == ("unstated", [{"id": "t-csv", "at": "row 1"}])


def test_a_name_of_several_places_is_an_error() -> None:
    like = dataset(places=[*PLACES, {"id": "suzhou-anhui", "name": "Suzhou"}])
    assert refusal(GOOD, like=like) == (
        "error: t.csv: row 1: city: several are called 'Suzhou'\nhelp: say which by its id: suzhou or suzhou-anhui\n"
        "error: t.csv: 1 of 1 row is bad\nhelp: put them right, or leave them out with --skip-bad"
    )


def test_a_column_that_is_missing_or_there_twice_is_an_error() -> None:
    assert refusal({"id": "s", "kind": "k", "source": "a"}) == (
        "error: t.csv: has no column 'city'\n"
        "help: known: id, kind, source; name the column that holds it: --map city='Its Name'"
    )
    assert refusal(GOOD | {"City": "Suzhou"}) == (
        "error: t.csv: has 2 columns named 'city'\nhelp: say which: --map 'city=city' or --map 'city=City'"
    )


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
    found = read(*rows, settings=Settings(skip_bad=True))
    assert ([signing.id for signing in found.dataset.signings], found.bad) == (["u"], 2)


def test_a_table_without_rows_is_a_dataset_without_signings() -> None:
    assert read().dataset == Dataset()


@pytest.mark.parametrize(
    ("name", "id"),
    [("Suzhou", "suzhou"), ("Xi'an", "xian"), ("Sūzhōu  City!", "suzhou-city"), ("苏州", ""), ("a" * 99, "a" * 60)],
)
def test_a_name_as_an_id(name: str, id: str) -> None:
    assert as_id(name) == id
