"""Merging keeps what files share once, and refuses what they say differently."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from examples import PLACES, SOURCES, Raw, cited, conference, fact, raw, signing
from mycity_cli.dataset import load, parse
from mycity_cli.errors import DataError
from mycity_cli.exchange.as_json import as_json, plain_record
from mycity_cli.exchange.merging import Named, merge
from strategies import datasets

if TYPE_CHECKING:
    from mycity_cli.exchange.merging import Merged
    from mycity_cli.model import Dataset


HELP = "help: make them the same, or give one of them another id"


def merged(*files: Raw) -> Merged:
    """Merge files called a.json, b.json, ..., each with the places and sources of the examples."""
    return merge(
        [
            Named(f"{letter}.json", parse(json.dumps(raw(**fields)).encode(), name=letter))
            for letter, fields in zip("abcd", files, strict=False)
        ]
    )


def refusal(*files: Raw) -> str:
    with pytest.raises(DataError) as caught:
        merged(*files)
    return str(caught.value)


def test_what_several_files_have_alike_is_kept_once_in_the_order_of_the_files() -> None:
    result = merged(
        {"signings": [signing("x"), signing("y", amount="5 yuan")]},
        {"signings": [signing("y", amount="5 yuan", note=None, fields=[]), signing("z")], "facts": [fact("f")]},
        {"signings": [signing("a")]},
    )
    assert [s.id for s in result.dataset.signings] == ["x", "y", "z", "a"]
    assert [f.id for f in result.dataset.facts] == ["f"]
    assert len(result.dataset.places) == len(PLACES)
    assert len(result.dataset.sources) == len(SOURCES)
    assert result.dataset.city == "mianyang"
    assert result.notes == ()


def test_every_conflict_is_named_with_both_files_and_the_fields_that_differ() -> None:
    website, paper, names = '[{"id": "website"}]', '[{"id": "paper"}]', '{"zh-Hans": "绵阳", "zh-Hant": "綿陽"}'
    assert (
        refusal(
            {"signings": [signing("s", amount="5 yuan", projects=3), signing("same")], "facts": [fact("f")]},
            {
                "conferences": [conference("f")],
                "signings": [signing("same"), signing("s", amount="5.0 yuan", note="n", sources=cited("website"))],
            },
            {"places": [{"id": "mianyang", "name": "Mianyang"}, *PLACES[1:]]},
        )
        == f"""\
error: b.json: conferences[0] of 'f': the id is that of facts[0] in a.json
{HELP}
error: b.json: signings[1] of 's': not the same as signings[0] in a.json: sources is {website}, there {paper}; \
projects is missing, there '3'; amount is '5.0 yuan', there '5 yuan'; note is 'n', there missing
{HELP}
error: c.json: places[0] of 'mianyang': not the same as places[0] in a.json: names is missing, there {names}; \
country is missing, there 'CN'
{HELP}"""
    )


def test_a_reference_may_lead_into_another_file() -> None:
    whole = {"signings": [signing("whole"), signing("part", part_of="whole")]}
    assert [s.part_of for s in merged({"signings": [signing("whole")]}, whole).dataset.signings] == [None, "whole"]


def test_different_cities_are_written_out_in_each_record() -> None:
    result = merged(
        {"signings": [signing("s"), signing("own", promoter="xian")], "conferences": [conference("c")]},
        {"city": "xiamen", "signings": [signing("t")], "facts": [fact("f"), fact("g", city="suzhou")]},
        {"city": None, "signings": [signing("u")]},
    )
    data = result.dataset
    assert data.city is None
    assert [s.promoter for s in data.signings] == ["mianyang", "xian", "xiamen", None]
    assert [c.promoter for c in data.conferences] == ["mianyang"]
    assert [f.city for f in data.facts] == ["xiamen", "suzhou"]
    assert result.notes == ("the files name different cities: each record now names its own",)
    assert list(plain_record(data.signings[0])) == ["id", "sources", "kind", "city", "promoter"]


def test_records_are_alike_if_they_mean_the_same_city() -> None:
    result = merged({"signings": [signing("s")]}, {"city": None, "signings": [signing("s", promoter="mianyang")]})
    assert [s.promoter for s in result.dataset.signings] == ["mianyang"]
    assert "promoter is 'xiamen', there 'mianyang'" in refusal(
        {"signings": [signing("s")]}, {"city": "xiamen", "signings": [signing("s")]}
    )


def test_of_titles_the_first_is_kept_and_of_licenses_every_one() -> None:
    mit, cc0 = {"name": "MIT"}, {"name": "CC0-1.0", "title": "CC0"}
    result = merged(
        {"licenses": [mit], "description": "One."},
        {"licenses": [cc0, mit], "title": "B", "description": "Two.", "$schema": "schema.json"},
        {"title": "C", "description": "One."},
    )
    data = result.dataset
    assert (data.schema_uri, data.title, data.description) == ("schema.json", "B", "One.")
    assert [plain_record(each) for each in data.licenses] == [mit, cc0]
    assert result.notes == ("the title of c.json is left out", "the description of b.json is left out")


def test_figures_stay_as_they_were_stated() -> None:
    data = load()
    assert as_json(merge([Named("a", data), Named("b", data)]).dataset) == as_json(data)


@given(datasets(), datasets())
def test_merging_again_what_is_merged_changes_nothing(one: Dataset, other: Dataset) -> None:
    first, second = Named("a", one), Named("b", with_other_ids(other))
    once = merge([first, second]).dataset
    assert once.signings == (*one.signings, *second.dataset.signings)
    assert as_json(merge([first, second, first]).dataset) == as_json(once)
    assert as_json(merge([Named("c", once), second]).dataset) == as_json(once)
    assert as_json(merge([first]).dataset) == as_json(one)


def with_other_ids(data: Dataset) -> Dataset:
    """Return a dataset whose signings have other ids, so that those of two draws do not clash."""
    return parse(re.sub(r'"s([0-9])"', r'"t\1"', as_json(data)).encode(), name="with other ids")
