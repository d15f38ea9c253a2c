"""One record of each kind in full: every field in its order, and what belongs to it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from examples import cited, claim, conference, dataset, fact, signing
from listings import TEXTS, lines, written
from mycity_cli.formats import Format
from mycity_cli.model import Cited, Stated
from mycity_cli.output.full import record_card

DATA = dataset(
    signing(
        "whole",
        conference="fair",
        date="2022-11-03",
        partner="xiamen",
        projects="about 30 projects",
        amount="more than 52.563 billion yuan",
        fields=["trade", "culture"],
        note="A note.",
        sources=[{"id": "paper", "at": "paragraph 8"}, {"id": "website"}],
    ),
    signing("part", city="xiamen", promoter="suzhou", part_of="whole"),
    conferences=[conference("fair", name="The Fair", date="2022-11-03", note="Held once.")],
    facts=[fact("pandas", figure="22.4%", date="2022"), fact("motto", text="Onwards", city="suzhou")],
    claims=[claim("sum", statement="1 + 1 = 2"), claim("share", reason="the whole is not stated", note="Odd.")],
)

FIELDS: dict[str, dict[str, Any]] = {
    "suzhou": {
        "id": "suzhou",
        "record": "place",
        "name": "Suzhou",
        "names": {"zh-Hans": "苏州", "zh-Hant": "蘇州"},
        "aliases": ["Soochow", "Suzhou City"],
        "province": "Jiangsu",
        "country": "CN",
        "conferences": ["fair"],
        "signings": ["whole"],
    },
    "xian": {
        "id": "xian",
        "record": "place",
        "name": "Xi'an",
        "names": {"zh-Hans": "西安"},
        "aliases": [],
        "province": None,
        "country": None,
        "conferences": [],
        "signings": [],
    },
    "website": {
        "id": "website",
        "record": "source",
        "title": "Le Café",
        "publisher": "Another",
        "date": "2023-01",
        "language": "fr",
        "url": None,
        "dateline": None,
        "note": None,
        "states": ["whole"],
    },
    "fair": {
        "id": "fair",
        "record": "conference",
        "name": "The Fair",
        "kind": "promotion",
        "date": "2022-11-03",
        "city": "Suzhou",
        "promoter": "Mianyang",
        "signings": ["whole"],
        "note": "Held once.",
        "sources": [{"id": "paper", "at": None}],
    },
    "whole": {
        "id": "whole",
        "record": "signing",
        "kind": "investment",
        "date": "2022-11-03",
        "city": "Suzhou",
        "promoter": "Mianyang",
        "partner": "Xiamen",
        "conference": "fair",
        "conference_name": "The Fair",
        "projects": 30,
        "amount": "52563000000",
        "currency": "CNY",
        "stated": "more than 52.563 billion yuan",
        "low": "52563000000",
        "high": None,
        "fields": ["trade", "culture"],
        "part_of": None,
        "parts": ["part"],
        "quote": None,
        "note": "A note.",
        "sources": [{"id": "paper", "at": "paragraph 8"}, {"id": "website", "at": None}],
    },
    "part": {
        "id": "part",
        "record": "signing",
        "kind": "investment",
        "date": None,
        "city": "Xiamen",
        "promoter": "Suzhou",
        "partner": None,
        "conference": None,
        "conference_name": None,
        "projects": None,
        "amount": None,
        "currency": None,
        "stated": None,
        "low": None,
        "high": None,
        "fields": [],
        "part_of": "whole",
        "parts": [],
        "quote": None,
        "note": None,
        "sources": [{"id": "paper", "at": None}],
    },
    "pandas": {
        "id": "pandas",
        "record": "fact",
        "name": "Pandas",
        "city": "Mianyang",
        "text": None,
        "value": "0.224",
        "unit": "ratio",
        "stated": "22.4%",
        "low": "0.2235",
        "high": "0.2245",
        "date": "2022",
        "quote": None,
        "note": None,
        "sources": [{"id": "paper", "at": None}],
    },
    "motto": {
        "id": "motto",
        "record": "fact",
        "name": "Motto",
        "city": "Suzhou",
        "text": "Onwards",
        "value": None,
        "unit": None,
        "stated": None,
        "low": None,
        "high": None,
        "date": None,
        "quote": None,
        "note": None,
        "sources": [{"id": "paper", "at": None}],
    },
    "sum": {
        "id": "sum",
        "record": "claim",
        "text": "Sum",
        "statement": "1 + 1 = 2",
        "reason": None,
        "note": None,
        "sources": [{"id": "paper", "at": None}],
    },
    "share": {
        "id": "share",
        "record": "claim",
        "text": "Share",
        "statement": None,
        "reason": "the whole is not stated",
        "note": "Odd.",
        "sources": [{"id": "paper", "at": None}],
    },
}


@pytest.mark.parametrize("id", FIELDS)
def test_fields_of_json_in_their_order(id: str) -> None:
    found = json.loads(written(record_card(DATA, DATA.by_id[id]), Format.JSON))
    assert list(found.items()) == list(FIELDS[id].items())


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        (
            "suzhou",
            [
                "ID           suzhou",
                "Record       place",
                "Name         Suzhou",
                "Names        苏州 (zh-Hans), 蘇州 (zh-Hant)",
                "Aliases      Soochow, Suzhou City",
                "Province     Jiangsu",
                "Country      CN",
                "Conferences  fair",
                "Signings     whole",
            ],
        ),
        (
            "paper",
            [
                "ID         paper",
                "Record     source",
                "Title      The Paper",
                "Publisher  A Publisher",
                "Language   en",
                "States     fair, whole, part, pandas, motto, sum, share",
            ],
        ),
        (
            "fair",
            [
                "ID        fair",
                "Record    conference",
                "Name      The Fair",
                "Kind      promotion",
                "Date      2022-11-03",
                "City      Suzhou",
                "Promoter  Mianyang",
                "Signings  whole",
                "Note      Held once.",
                "Sources   paper",
            ],
        ),
        (
            "whole",
            [
                "ID                     whole",
                "Record                 signing",
                "Kind                   investment",
                "Date                   2022-11-03",
                "City                   Suzhou",
                "Promoter               Mianyang",
                "Partner                Xiamen",
                "Conference             fair",
                "Conference name        The Fair",
                "Projects               ~30",
                "Amount                 >52.563 billion yuan",
                "Currency               CNY",
                "Stated                 more than 52.563 billion yuan",
                "Low                    52.563 billion yuan",
                "Fields of cooperation  trade, culture",
                "Parts                  part",
                "Note                   A note.",
                "Sources                paper (paragraph 8), website",
            ],
        ),
        (
            "pandas",
            [
                "ID       pandas",
                "Record   fact",
                "Name     Pandas",
                "City     Mianyang",
                "Value    0.224",
                "Unit     ratio",
                "Stated   22.4%",
                "Low      0.2235",
                "High     0.2245",
                "Date     2022",
                "Sources  paper",
            ],
        ),
        (
            "share",
            [
                "ID                    share",
                "Record                claim",
                "Text                  Share",
                "Not checkable, since  the whole is not stated",
                "Note                  Odd.",
                "Sources               paper",
            ],
        ),
    ],
)
def test_cards_for_people_hold_what_is_stated(id: str, expected: list[str]) -> None:
    assert lines(record_card(DATA, DATA.by_id[id]), Format.TABLE) == expected


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("id", DATA.by_id)
def test_every_record_has_a_card_in_every_format(id: str, format: Format) -> None:
    assert id in written(record_card(DATA, DATA.by_id[id]), format)


def test_a_source_states_a_record_once_however_often_it_is_cited() -> None:
    data = dataset(signing("a", sources=cited("paper", "paper")))
    assert json.loads(written(record_card(data, data.by_id["paper"]), Format.JSON))["states"] == ["a"]


def test_what_is_no_kind_of_record_has_no_card() -> None:
    with pytest.raises(TypeError, match="no card for Stated"):
        record_card(DATA, Stated(id="a", sources=(Cited(id="paper"),)))
