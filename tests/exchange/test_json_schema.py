"""The JSON Schema is one, takes what mycity takes, and refuses what it can know to be wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from examples import Raw, cited, claim, conference, fact, raw, refusal, signing
from mycity_cli.dataset import bundled, parse
from mycity_cli.errors import PeriodError
from mycity_cli.exchange.as_json import plain_record
from mycity_cli.exchange.json_schema import json_schema
from mycity_cli.model import Dataset
from mycity_cli.period import Period
from strategies import any_text, datasets, period_texts

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_it_is_a_schema_of_the_draft_it_names() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMA["title"] == "A dataset of mycity"


def test_the_bundled_file_is_valid() -> None:
    assert list(VALIDATOR.iter_errors(json.loads(bundled().read_text(encoding="utf-8")))) == []


GOOD: dict[str, Raw] = {
    "a signing without money": {"signings": [signing("s", amount="none")]},
    "nothing": {},
    "its schema": {"$schema": "schema.json"},
    "a whole number of projects": {"signings": [signing("s", projects=30)]},
    "figures in words": {"signings": [signing("s", projects="30余个项目", amount="525.63亿元")]},
    "fields that are null": {"facts": [fact("f", figure="418", text=None)], "title": None},
    "a fact that is a whole number": {"facts": [fact("f", figure=418)]},
    "a claim without a statement": {"claims": [claim("c", reason="it names no figure")]},
}
BAD: dict[str, Raw] = {
    "an unknown list": {"deals": []},
    "an unknown field": {"signings": [signing("s", amuont="5 yuan")]},
    "no kind": {"signings": [{"id": "s", "city": "suzhou", "sources": cited("paper")}]},
    "no source": {"signings": [signing("s", sources=[])]},
    "an id with capitals": {"signings": [signing("Suzhou 2022")]},
    "a reference that is no id": {"signings": [signing("s", conference="The Expo")]},
    "an amount that is a number": {"signings": [signing("s", amount=5)]},
    "an amount that is empty": {"signings": [signing("s", amount="")]},
    "projects below zero": {"signings": [signing("s", projects=-1)]},
    "a date in words": {"conferences": [conference("c", date="3 November 2022")]},
    "a year that is a number": {"conferences": [conference("c", date=2022)]},
    "a fact that says two things": {"facts": [fact("f", figure="1", text="one")]},
    "a fact that says nothing": {"facts": [{"id": "f", "name": "F", "sources": cited("paper")}]},
    "a claim with two verdicts": {"claims": [claim("c", statement="1 = 1", reason="none")]},
    "a claim whose statement is null": {"claims": [claim("c", statement=None)]},
    "a list that is an object": {"signings": {}},
    "a name that is empty": {"places": [{"id": "suzhou", "name": ""}]},
}


@pytest.mark.parametrize("fields", GOOD.values(), ids=GOOD)
def test_what_mycity_takes_is_valid(fields: Raw) -> None:
    parse(json.dumps(raw(**fields)).encode(), name="good")
    assert list(VALIDATOR.iter_errors(raw(**fields))) == []


@pytest.mark.parametrize("fields", BAD.values(), ids=BAD)
def test_what_mycity_refuses_is_not_valid(fields: Raw) -> None:
    assert refusal(**fields)
    assert not VALIDATOR.is_valid(raw(**fields))


def test_what_is_no_object_is_not_valid() -> None:
    assert not VALIDATOR.is_valid([])


@settings(max_examples=20)  # a validator in Python takes its time
@given(datasets())
def test_every_dataset_is_valid(data: Dataset) -> None:
    assert list(VALIDATOR.iter_errors(plain_record(data))) == []


@given(period_texts() | any_text | st.from_regex(r"\A[0-9./-]{4,12}\Z"))
def test_every_period_matches_its_pattern(text: str) -> None:
    try:
        Period.parse(text)
    except PeriodError:
        return
    assert VALIDATOR.evolve(schema=SCHEMA["$defs"]["Date"]).is_valid(text)


def test_figures_and_dates_are_explained_with_examples() -> None:
    for name in ("Amount", "Count", "AnyFigure", "Date"):
        definition: dict[str, Any] = SCHEMA["$defs"][name]
        assert definition["description"]
        assert definition["examples"]
        assert all(VALIDATOR.evolve(schema=definition).is_valid(example) for example in definition["examples"])
