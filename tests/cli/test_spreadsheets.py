"""CSV that people open in a spreadsheet runs nothing there; for scripts there is --raw."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from examples import SOURCES, fact, raw, signing
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

FORMULA = "=cmd|' /C calc'!A0"
HOSTILE = raw(
    places=[
        {"id": "mianyang", "name": "Mianyang"},
        {"id": "suzhou", "name": "@SUM(1+1)"},
    ],
    sources=[{**SOURCES[0], "title": FORMULA, "publisher": "-2+3", "url": "+1"}, {**SOURCES[1], "publisher": "\t=1"}],
    signings=[signing("s1", amount="5 yuan")],
    facts=[
        fact("f1", name="+SUM(1)", text="＝1+1"),
        fact("f2", name="'=1", figure="-3.5%"),
    ],
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(HOSTILE))
    return path


EXPECTED = {
    "deals --columns id,city,amount": ("id,city,amount\ns1,{}@SUM(1+1),5\n", ""),
    "facts --columns name,stated,value": (
        "name,stated,value\n{}+SUM(1),{}＝1+1,\n{}'=1,-3.5%,-0.035\n",
        "",
    ),
    "sources --columns title,publisher,url": (
        "title,publisher,url\n{}=cmd|' /C calc'!A0,{}-2+3,+1\nLe Café,\\t=1,\n",
        "",
    ),
}


@pytest.mark.parametrize("arguments", EXPECTED)
def test_a_name_that_looks_like_a_formula_is_kept_text(mycity: Mycity, hostile: Path, arguments: str) -> None:
    out, err = EXPECTED[arguments]
    words = [*arguments.split(), "--data", str(hostile), "--format", "csv"]
    assert mycity(*words) == Result(0, out.replace("", "").replace("{}", "'"), err)
    assert mycity(*words, "--raw") == Result(0, out.replace("", "").replace("{}", ""), err)


def test_a_number_below_zero_is_a_number(mycity: Mycity) -> None:
    result = mycity("check", "Xiamen > Suzhou", "--format", "csv", "--columns", "verdict,margin")
    assert result == Result(1, "verdict,margin\nfalse,-39013000000\n", "")


def test_a_record_in_full_is_kept_text(mycity: Mycity, hostile: Path) -> None:
    words = ("show", "suzhou", "--data", hostile, "--format", "csv")
    assert "\nname,'@SUM(1+1)\n" in mycity(*words).out
    assert "\nname,@SUM(1+1)\n" in mycity(*words, "--raw").out


@pytest.mark.parametrize("format", ["tsv", "json", "jsonl"])
def test_scripts_that_read_other_formats_get_the_text_as_it_is(mycity: Mycity, hostile: Path, format: str) -> None:
    result = mycity("deals", "--data", hostile, "--columns", "city", "--format", format)
    assert (result.code, "'@" in result.out, "@SUM(1+1)" in result.out) == (0, False, True)


def test_a_file_is_kept_text_too(mycity: Mycity, hostile: Path, tmp_path: Path) -> None:
    mycity("deals", "--data", hostile, "--columns", "city", "--output", tmp_path / "deals.csv")
    assert (tmp_path / "deals.csv").read_text() == "city\n'@SUM(1+1)\n"
