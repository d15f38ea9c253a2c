"""A dataset is written as a tidy file, and read back as it was."""

from __future__ import annotations

import json

from hypothesis import given

from examples import cited, dataset, fact, signing
from mycity_cli.dataset import load, parse
from mycity_cli.exchange.as_json import as_json, plain_record
from mycity_cli.model import Dataset
from strategies import datasets


def test_fields_stand_in_the_order_of_the_model_and_empty_ones_are_left_out() -> None:
    data = dataset(
        signing("s", amount="525.63亿元", projects=30, note="苏州", sources=[{"at": "p. 1", "id": "paper"}]),
        **{"$schema": "schema.json", "places": [{"name": "Suzhou", "id": "suzhou"}], "city": "suzhou", "facts": []},
    )
    data = data.model_copy(update={"sources": data.sources[:1]})
    assert (
        as_json(data)
        == """{
  "$schema": "schema.json",
  "city": "suzhou",
  "places": [
    {
      "id": "suzhou",
      "name": "Suzhou"
    }
  ],
  "sources": [
    {
      "id": "paper",
      "title": "The Paper",
      "publisher": "A Publisher",
      "language": "en"
    }
  ],
  "signings": [
    {
      "id": "s",
      "sources": [
        {
          "id": "paper",
          "at": "p. 1"
        }
      ],
      "note": "苏州",
      "kind": "investment",
      "city": "suzhou",
      "projects": "30",
      "amount": "525.63亿元"
    }
  ]
}
"""
    )


def test_figures_and_dates_come_back_as_they_were_stated() -> None:
    data = dataset(
        signing("s", amount="about  93 billion\tyuan", projects="30余个项目", date="../2018-04"),
        facts=[fact("f", figure="22.40%"), fact("g", text='"\\\u2028 ', sources=cited("paper", "paper"))],
    )
    again = parse(as_json(data).encode(), name="again")
    assert again == data
    assert [str(value) for value in (again.signings[0].amount, again.signings[0].date, again.facts[0].figure)] == [
        "about  93 billion\tyuan",
        "../2018-04",
        "22.40%",
    ]


def test_the_bundled_file_comes_back_with_every_letter() -> None:
    data = load()
    again = parse(as_json(data).encode(), name="again")
    assert again == data
    assert plain_record(again) == plain_record(data)


@given(datasets())
def test_every_dataset_comes_back(data: Dataset) -> None:
    text = as_json(data)
    again = parse(text.encode(), name="again")
    assert again == data
    assert as_json(again) == text
    assert json.loads(text) == plain_record(data)
