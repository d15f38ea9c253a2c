"""What a record may hold, what it is refused for and in which words, and how records are found."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from examples import PLACES, claim, conference, dataset, fact, refusal, signing
from mycity_cli.figure.required import NoMoney
from mycity_cli.model import Cited, Conference, Dataset, Fact, Place, Signing, Source

FIGURES = "help: write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%"
PERIODS = "help: write a year, a month or a day (2022, 2018-04, 2022-11-03), or two of them (2017/2018-04, ../2018-04)"
DIGITS = "commas stand before groups of three digits, one point before decimals"
SHAPE = "no id"
NO_TEXT = "not a text"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # Figures and dates: the message of the figure or the date, with its caret.
        (
            {"amount": "13,55 yuan"},
            f"/signings/0/amount of 'a': cannot read the number '13,55': {DIGITS}",
        ),
        (
            {"projects": "many"},
            "/signings/0/projects of 'a': expected a number, found 'many'",
        ),
        ({"date": "2022-13"}, "/signings/0/date of 'a': there is no month 13"),
        # An amount is money, and projects are counted.
        ({"amount": "13 billion"}, "/signings/0/amount of 'a': '13 billion' names no currency"),
        ({"amount": "13亿"}, "/signings/0/amount of 'a': '13亿' names no currency"),
        ({"amount": "22.4%"}, "/signings/0/amount of 'a': '22.4%' names no currency"),
        ({"amount": "30 projects"}, "/signings/0/amount of 'a': '30 projects' names no currency"),
        ({"amount": 13}, f"/signings/0/amount of 'a': {NO_TEXT}"),
        # One word alone says that there is no money: others are written for an amount that nobody knows.
        ({"amount": "None"}, "/signings/0/amount of 'a': 'None' is no amount"),
        ({"amount": " none "}, "/signings/0/amount of 'a': ' none ' is no amount"),
        ({"amount": "-1 yuan"}, "/signings/0/amount of 'a': '-1 yuan' is below zero"),
        ({"amount": "-0.01亿元"}, "/signings/0/amount of 'a': '-0.01亿元' is below zero"),
        ({"projects": "13 billion yuan"}, "/signings/0/projects of 'a': '13 billion yuan' is no count"),
        ({"projects": "nearly half"}, "/signings/0/projects of 'a': 'nearly half' is no count"),
        ({"projects": 1.5}, f"/signings/0/projects of 'a': {NO_TEXT}"),
        ({"projects": True}, f"/signings/0/projects of 'a': {NO_TEXT}"),
        ({"projects": -1}, "/signings/0/projects of 'a': '-1' is no count"),
        ({"projects": "-3 projects"}, "/signings/0/projects of 'a': '-3 projects' is no count"),
        ({"projects": "1.5"}, "/signings/0/projects of 'a': '1.5' is no count"),
        ({"projects": "0.5 projects"}, "/signings/0/projects of 'a': '0.5 projects' is no count"),
        # Fields.
        ({"colour": "red"}, "/signings/0/colour of 'a': unknown field 'colour'"),
        ({"kind": None}, f"/signings/0/kind of 'a': {NO_TEXT}"),
        ({"kind": "Big Deal"}, f"/signings/0/kind of 'a': {SHAPE}"),
        ({"fields": [""]}, "/signings/0/fields/0 of 'a': empty"),
        ({"fields": "trade"}, "/signings/0/fields of 'a': not a list: [...]"),
        ({"sources": []}, "/signings/0/sources of 'a': empty, but needs at least one entry"),
        ({"note": ""}, "/signings/0/note of 'a': empty"),
    ],
)
def test_a_signing_is_refused_by_name(fields: dict[str, Any], expected: str) -> None:
    assert refusal(signings=[signing("a", **fields)]) == f"{expected}"


@pytest.mark.parametrize("id", ["A", "a_b", "a--b", "-a", "a-", "", "苏州", "a b", "a/b", "é", "a\n", "\x1b[31m"])
def test_an_id_of_the_wrong_shape_is_refused(id: str) -> None:
    shown = id.replace("\n", "\\n").replace("\x1b", "\\x1b")
    assert refusal(signings=[signing(id)]) == (
        f"/signings/0/id of '{shown}': {SHAPE}" if id else f"/signings/0/id: {SHAPE}"
    )


@pytest.mark.parametrize("id", ["a", "0", "a-b", "suzhou-2022-signing", "a" * 80])
def test_an_id_is_lower_case_words_and_digits(id: str) -> None:
    assert dataset(signing(id)).signings[0].id == id


def test_an_id_is_no_longer_than_eighty_characters() -> None:
    long = "a" * 81
    assert refusal(signings=[signing(long)]) == (f"/signings/0/id of '{long}': longer than 80 letters")


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        (
            {"signings": [{"id": "a", "kind": "x", "city": "suzhou"}]},
            ["/signings/0 of 'a': the field 'sources' is missing"],
        ),
        ({"places": [{"id": "a"}], "city": None}, ["/places/0 of 'a': the field 'name' is missing"]),
        (
            {"sources": [{"id": "a"}]},
            [
                "/sources/0 of 'a': the field 'title' is missing",
                "/sources/0 of 'a': the field 'publisher' is missing",
                "/sources/0 of 'a': the field 'language' is missing",
            ],
        ),
        ({"licenses": [{}]}, ["/licenses/0: the field 'name' is missing"]),
        (
            {"facts": [{"name": "x"}]},
            ["/facts/0: the field 'id' is missing", "/facts/0: the field 'sources' is missing"],
        ),
        ({"colour": "red"}, ["/colour: unknown field 'colour'"]),
        ({"places": [{"id": "a", "name": "A", "x": 1}], "city": None}, ["/places/0/x of 'a': unknown field 'x'"]),
        ({"licenses": [{"name": "MIT", "x": 1}]}, ["/licenses/0/x: unknown field 'x'"]),
        ({"signings": {}}, ["/signings: not a list: [...]"]),
        ({"signings": ["a"]}, ["/signings/0: not an object: {...}"]),
    ],
)
def test_fields_that_are_missing_or_unknown(lists: dict[str, Any], expected: list[str]) -> None:
    assert sorted(refusal(**lists).split("\n")) == sorted(f"{line}" for line in expected)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"figure": "418", "text": "many"}, "/facts/0 of 'a': a fact has either a figure or a text"),
        ({"figure": None}, "/facts/0 of 'a': a fact has either a figure or a text"),
        ({"text": None}, "/facts/0 of 'a': a fact has either a figure or a text"),
        ({"figure": "lots"}, "/facts/0/figure of 'a': expected a number, found 'lots'"),
        ({"name": ""}, "/facts/0/name of 'a': empty"),
    ],
)
def test_a_fact_has_either_a_figure_or_a_text(fields: dict[str, Any], expected: str) -> None:
    assert refusal(facts=[fact("a", **fields)]) == f"{expected}"


@pytest.mark.parametrize("fields", [{"statement": "1 = 1", "reason": "why"}, {"statement": None}, {"reason": None}])
def test_a_claim_has_either_a_statement_or_a_reason(fields: dict[str, Any]) -> None:
    assert refusal(claims=[claim("a", **fields)]) == (
        "/claims/0 of 'a': a claim has either a statement or the reason why it cannot be checked"
    )


def test_a_source_of_the_wrong_shape_is_one_problem() -> None:
    assert refusal(signings=[signing("a", sources=[{"id": "Paper"}])]) == (f"/signings/0/sources/0/id of 'a': {SHAPE}")


@pytest.mark.parametrize(("projects", "text"), [(30, "30"), ("30", "30"), ("about 30 projects", "about 30 projects")])
def test_projects_may_be_a_number(projects: object, text: str) -> None:
    assert str(dataset(signing("a", projects=projects)).signings[0].projects) == text


def test_the_figure_of_a_fact_may_be_a_number() -> None:
    assert str(dataset(facts=[fact("pandas", figure=418)]).facts[0].figure) == "418"


def test_an_empty_object_is_a_dataset() -> None:
    empty = Dataset.model_validate_json("{}")
    assert list(empty.records()) == []
    assert empty.by_id == {}
    assert (empty.title, empty.city, empty.licenses) == (None, None, ())


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(dataset(signing("a")).signings[0], "kind", "b")  # noqa: B010  # mypy refuses it too


def test_a_signing_may_say_that_no_money_is_ever_stated() -> None:
    data = dataset(signing("a", amount="none"), signing("b"), signing("c", amount="5 yuan"))
    assert [(each.amount, each.lacks_amount) for each in data.signings[:2]] == [(NoMoney.NONE, False), (None, True)]
    assert [str(each.money) for each in data.signings] == ["None", "None", "5 yuan"]
    assert Dataset.model_validate_json(data.model_dump_json()) == data
    assert data.signings[0].model_dump(mode="json", exclude_defaults=True)["amount"] == "none"
    assert data.signings[0].model_copy(update={"amount": None}).lacks_amount


def test_a_dataset_is_written_back_as_it_was_stated() -> None:
    data = dataset(signing("a", amount="525.63亿元", projects=30, date="../2018-04"))
    assert Dataset.model_validate_json(data.model_dump_json()) == data
    written = data.model_dump(mode="json")["signings"][0]
    assert (written["amount"], written["projects"], written["date"]) == ("525.63亿元", "30", "../2018-04")


SAMPLE = dataset(
    signing("own", promoter="xiamen"),
    signing("other"),
    conferences=[conference("meeting", promoter="suzhou"), conference("fair")],
    facts=[fact("pandas"), fact("gardens", city="suzhou")],
    claims=[claim("true")],
)


def test_records_come_with_their_list_and_index() -> None:
    assert [(name, index, record.id) for name, index, record in SAMPLE.records()] == [
        ("places", 0, "mianyang"),
        ("places", 1, "suzhou"),
        ("places", 2, "xiamen"),
        ("places", 3, "xian"),
        ("sources", 0, "paper"),
        ("sources", 1, "website"),
        ("conferences", 0, "meeting"),
        ("conferences", 1, "fair"),
        ("signings", 0, "own"),
        ("signings", 1, "other"),
        ("facts", 0, "pandas"),
        ("facts", 1, "gardens"),
        ("claims", 0, "true"),
    ]


def test_a_record_is_found_by_kind_and_id() -> None:
    assert SAMPLE.find(Signing, "own") is SAMPLE.signings[0]
    assert SAMPLE.find(Conference, "fair") is SAMPLE.conferences[1]
    assert SAMPLE.find(Source, "paper") is SAMPLE.sources[0]
    assert SAMPLE.find(Place, "paper") is None
    assert SAMPLE.find(Fact, "nothing") is None


def test_a_record_without_a_city_or_promoter_has_that_of_the_dataset() -> None:
    assert [SAMPLE.promoter_of(signing) for signing in SAMPLE.signings] == ["xiamen", "mianyang"]
    assert [SAMPLE.promoter_of(conference) for conference in SAMPLE.conferences] == ["suzhou", "mianyang"]
    assert [SAMPLE.city_of(fact) for fact in SAMPLE.facts] == ["mianyang", "suzhou"]


@pytest.mark.parametrize(("id", "name"), [("xian", "Xi'an"), ("nowhere", "nowhere"), ("paper", "paper"), (None, None)])
def test_a_place_has_a_name(id: str | None, name: str | None) -> None:
    assert SAMPLE.place_name(id) == name


def test_a_name_that_places_share_has_the_id_of_the_place() -> None:
    data = dataset(places=[*PLACES, {"id": "anhui", "name": "Suzhou"}])
    assert [data.place_name(id) for id in ("suzhou", "anhui", "xiamen", "nowhere", None)] == [
        "Suzhou (suzhou)",
        "Suzhou (anhui)",
        "Xiamen",
        "nowhere",
        None,
    ]


@pytest.mark.parametrize(
    ("projects", "amount"), [(0, "0 yuan"), ("30.0", "0.00亿元"), ("1.5 million projects", "0.01 yuan")]
)
def test_nothing_and_whole_numbers_in_other_words_are_counts_and_amounts(projects: object, amount: str) -> None:
    read = dataset(signing("a", projects=projects, amount=amount)).signings[0]
    assert (str(read.projects), str(read.amount)) == (str(projects), amount)


def test_all_names_of_a_place_its_id_last() -> None:
    assert SAMPLE.places[1].all_names == ("Suzhou", "苏州", "蘇州", "Soochow", "Suzhou City", "suzhou")


def test_a_citation_may_say_where() -> None:
    assert Cited(id="paper") == Cited(id="paper", at=None) != Cited(id="paper", at="paragraph 8")
