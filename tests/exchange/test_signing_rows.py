"""Signings as rows of text, and what a table of them leaves out."""

from __future__ import annotations

from examples import SOURCES, claim, conference, dataset, fact, signing
from mycity_cli import load
from mycity_cli.exchange.signing_rows import LeftOut, left_out, rows_of
from mycity_cli.tables.columns import COLUMNS


def test_a_row_states_what_the_signing_does_and_the_city_that_stands_in() -> None:
    data = dataset(
        signing("whole"),
        signing(
            "s",
            date="../2018-04",
            promoter="xian",
            conference="expo",
            partner="xiamen",
            projects=30,
            amount="about 5 billion yuan",
            sources=[{"id": "paper"}, {"id": "website", "at": "p; 3"}],
            part_of="whole",
            fields=["trade", "a;b\\"],
            note="=1",
        ),
        conferences=[conference("expo")],
    )
    whole, part = rows_of(data)
    assert list(part) == list(COLUMNS)
    assert {name: cell for name, cell in whole.items() if cell} == {
        "id": "whole",
        "city": "suzhou",
        "promoter": "mianyang",
        "kind": "investment",
        "source": "paper",
    }
    assert part == {
        "id": "s",
        "date": "../2018-04",
        "city": "suzhou",
        "promoter": "xian",
        "conference": "expo",
        "kind": "investment",
        "partner": "xiamen",
        "projects": "30",
        "amount": "about 5 billion yuan",
        "currency": "CNY",
        "source": "paper;website",
        "at": ";p\\; 3",
        "part_of": "whole",
        "fields": "trade;a\\;b\\\\",
        "note": "=1",
    }


def test_what_is_left_out_is_counted() -> None:
    assert left_out(load()) == LeftOut(
        {"place": 5, "source": 2, "conference": 5},
        {"fact": 15, "claim": 9},
        ("title", "description", "publisher", "licenses", "city"),
    )
    data = dataset(signing("s"), facts=[fact("f")], claims=[claim("c")], sources=SOURCES[:1])
    assert left_out(data) == LeftOut({"place": 4, "source": 1}, {"fact": 1, "claim": 1}, ("city",))
