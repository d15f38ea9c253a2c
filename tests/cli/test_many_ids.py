"""On a screen many ids are a number, unless somebody asks for them; what a program reads has all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from examples import dataset, signing
from mycity_cli.exchange.as_json import as_json
from running import Mycity

IDS = [f"signing-without-an-amount-{number}" for number in range(9)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Write a dataset of one signing with an amount, and nine without an amount or a date."""
    path = tmp_path / "many.json"
    silent = [signing(id, amount=None, date=None) for id in IDS]
    path.write_text(as_json(dataset(signing("stated", amount="5 billion yuan", date="2022"), *silent)), "utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["total"], "no amount is stated for 9 signings, so the total is at least 4.5 billion yuan"),
        (["total"], "Without amount 9 signings"),
        (["deals", "--year", "2022"], "9 left out, no date stated"),
        (["total", "--measure", "average"], "no amount is stated for 9 signings; the average is of the 1 that state"),
        (["check", "total > 1 yuan"], "Left out 9 records: no amount stated"),
        (["check", "total < 1 trillion yuan"], "no amount stated for 9 records"),
        (["check", "signings(2022) = 1"], "the dates do not say whether this belongs to it: 9 records"),
    ],
)
def test_many_are_counted(mycity: Mycity, data: Path, arguments: list[str], told: str) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    result = mycity(*arguments, "--data", data, columns=120)
    shown = " ".join((result.out + result.err).split())
    assert told in shown
    assert IDS[8] not in shown
    asked = mycity(*arguments, "--data", data, "--ids", columns=120)
    assert IDS[8] in asked.out + asked.err


def test_json_has_all(mycity: Mycity, data: Path) -> None:
    (total,) = json.loads(mycity("total", "--data", data, "--format", "json").out)
    assert total["without_amount"] == IDS
    verdict = json.loads(mycity("check", "total > 1 yuan", "--data", data, "--format", "json").out)
    assert verdict["left_out"] == [{"reason": "no amount stated", "records": IDS}]


def test_what_belongs_to_a_record_is_counted_by_kind(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    shown = mycity("show", "ein-2022-11-08", columns=80).out
    assert shown.splitlines()[-1] == "States     3 conferences, 3 signings, 12 facts, 9 claims, see them by --ids"
    assert "suzhou-exceeds" in mycity("show", "ein-2022-11-08", "--ids", columns=80).out
    assert "suzhou-exceeds" in mycity("show", "ein-2022-11-08").out
