"""Texts that mean harm, or nothing: an audit ends soon, finds what is there, and never fails on its own account."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from itertools import count, cycle, islice, takewhile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli import audit
from mycity_cli.errors import DataError
from running import Mycity

LEAST = 0.02
"""Processor seconds from which on a cost is measured well enough to be compared."""
MOST = 5
"""Processor seconds that no text of these costs before its cost is seen to grow with its length."""
SHORTEST, LONGEST = 500, 250_000
"""Characters of the texts whose cost is compared with that of a quarter of them."""

SENTENCE_EN = "Wuhan signed 12 projects worth 3.4 billion yuan ($0.5 billion), up 20 percent from 10 projects. "
SENTENCE_ZH = "武汉签约12个项目，总投资34亿元，其中工业项目5个，投资20亿元，占58.8%。"

UNITS = {
    "digits": "9",
    "groups of digits": "1,",
    "groups of thousands": "999,999,",
    "points": "1.",
    "brackets": "(",
    "closed brackets": "()",
    "wide brackets": "（",
    "scales": "亿",
    "scales with digits": "一亿",
    "Chinese digits": "九",
    "Chinese places": "十百千万",
    "English numerals": "one hundred and ",
    "English scales": "million ",
    "hedges": "about ",
    "two hedges": "more than about ",
    "Chinese hedges": "约超近",
    "Chinese hedges after": "余多",
    "currencies": "$",
    "percentages": "5% ",
    "percentages of": "5 percent of ",
    "Chinese percentages": "百分之",
    "of which": "of which ",
    "其中": "其中",
    "places": "Wuhan ",
    "Chinese places of the world": "武汉市",
    "capitals": "Aa ",
    "one word": "a",
    "one Chinese word": "市",
    "dates": "2021-04-07 ",
    "Chinese dates": "2021年4月",
    "dashes": "-",
    "blanks": " ",
    "wide blanks": "\u3000",
    "lines": "\n",
    "returns": "\r",
    "tabs": "\t",
    "quotes": '"',
    "wide quotes": "“",
    "marks above": "e\u0301",
    "marks alone": "\u0301",
    "joined": "\u200d",
    "right to left": "\u202e",
    "escapes": "\x1b[31m",
    "ends": "。",
    "abbreviations": "Mr. ",
    "dots": "U.S. ",
    "addresses": "a@b.cc 1 ",
    "listed percentages": "5%, ",
    "cells of percentages": "| 5% ",
    "cells of projects": "| 5 projects ",
    "rows of percentages": "| Wuhan | 5 | 8.5% |\n",
    "rows of totals": "| Total | 5 | 8.5 billion yuan |\n",
    "projects and amounts": "3 projects and 4 projects, 5 yuan and 6 yuan, ",
    "parts that exceed": "30 projects, of which 45 projects. ",
    "numbers to": "to 5 ",
    "numbers not read": "1,2,3 and 5:3 billion yuan ",
    "totals of others": "Of 6 projects, 1, 2 and 3 are new, the other two together 5 projects. ",
    "more than cities": "5% more than Xiamen and Dongguan, ",
    "signings": "Suzhou signed 30 projects worth 5 billion yuan at its conference in Xiamen on July 1, 2021. ",
    "Chinese signings": "苏州市在厦门举行推介会，签约30个项目，总投资5亿元。",
}


def text_of(unit: str, length: int) -> str:
    return unit * (length // len(unit))


def cost(unit: str, length: int) -> float:
    """Return the processor seconds of an audit of so many characters."""
    start = time.process_time()
    with suppress(DataError):  # of very many figures nothing more than that is told
        audit(text_of(unit, length), name="a.txt")
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_the_cost_grows_with_the_length(unit: str) -> None:
    audit(SENTENCE_EN + SENTENCE_ZH, name="a.txt")
    costs = [cost(unit, SHORTEST), cost(unit, 2 * SHORTEST)]
    for length in takewhile(lambda length: length <= LONGEST, (SHORTEST * 4 * 2**n for n in count())):
        costs.append(cost(unit, length))
        # Four times the length costs four times as much, and sixteen times where the cost grows with its square: so it
        # may within the reach of a comparison, a few sentences, but not from there on.
        if costs[-3] >= LEAST and costs[-1] <= 8 * costs[-3]:
            return
        assert costs[-1] < MOST, f"{costs} s from {SHORTEST} characters on, each time for twice as many"


DENSE = {
    "English": ("Wuhan signed {} projects worth 3.{} billion yuan ($0.5 billion), up 20 percent from {} projects. ", 5),
    "Chinese": ("武汉签约{}个项目，总投资3{}亿元，其中工业项目{}个，投资20亿元，占58.8%。", 5),
    "rows": ("| Xiamen | {} projects | {} billion yuan | {}% |\n", 3),
    "items": ("- Xiamen: {} projects worth {}.{} billion yuan\n", 2),
}
"""Sentences with as many figures as sentences can have, and how many each has."""


def dense(sentence: str, figures: int, most: int) -> str:
    """Return sentences with so many figures at the most."""
    numbers = islice(cycle(range(2, 97)), 3 * (most // figures))
    return "".join(sentence.format(*three) for three in zip(*[numbers] * 3, strict=True))


@pytest.mark.parametrize(("sentence", "figures"), DENSE.values(), ids=DENSE)
def test_the_cost_of_a_figure_is_bounded(mycity: Mycity, tmp_path: Path, sentence: str, figures: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(dense(sentence, figures, 2000), encoding="utf-8")
    start = time.process_time()
    result = mycity("audit", path, "--format", "json", "--timeout", "0")
    # The most figures that are audited, ten times as many, take half a minute.
    assert time.process_time() - start < 4
    found = json.loads(result.out)
    assert 1000 < len(found["figures"]) <= 2000
    assert found["crowded"] is True


def test_what_is_left_out_of_very_many_figures_is_told(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for most, told in ((1000, False), (1002, True)):
        path.write_text(dense("{} projects, {} projects and {} projects were signed. ", 3, most), encoding="utf-8")
        assert json.loads(mycity("audit", path, "-f", "json").out)["crowded"] is told
    said = "figures: 1002 (those are so many that only the likeliest relations were looked at)"
    assert said in mycity("audit", path).err


def test_a_text_of_too_many_figures_is_no_release(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("3 yuan. " * 20_001, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Suqian signed 30 projects: 20 in industry and 10 in services.", encoding="utf-8")
    result = mycity("audit", tmp_path)
    assert (result.code, len(result.out.splitlines())) == (3, 1)
    assert result.err.startswith(
        f"error: {path}: not audited: it has 20,001 figures, more than 20,000\nhelp: audit it in parts\n"
    )


@pytest.mark.parametrize("unit", ["9", "about ", "(", "\n"])
def test_a_line_of_a_megabyte_ends(mycity: Mycity, tmp_path: Path, unit: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(text_of(unit, 1_000_000), encoding="utf-8")
    start = time.process_time()
    result = mycity("audit", path, "--format", "jsonl")
    assert (result.code, result.err) == (0, "")
    assert time.process_time() - start < 30


@pytest.mark.parametrize("digits", [100, 4_301, 20_000])
@pytest.mark.parametrize(
    "written", ["{} projects", "{} billion yuan", "{}%", "{}亿元", "{}个项目", "0.{} billion yuan"]
)
def test_a_number_of_many_digits_is_no_crash(mycity: Mycity, tmp_path: Path, written: str, digits: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Wuhan signed {written.format('9' * digits)} in Hefei, of which 3 projects.", encoding="utf-8")
    for format in ("jsonl", "table"):
        assert mycity("audit", path, "--format", format).code in {0, 1, 4}


@pytest.mark.parametrize(
    "text",
    [
        "Wuhan signed 0 projects worth 0 yuan, an average of 0 yuan per project.",
        "Contracts rose by 20 percent to 12 from 0 contracts.",
        "Wuhan signed 5 projects, accounting for 50 percent of the total of 0 projects.",
        "共签约0个项目,总投资0元,平均每个项目投资0元。",
        "签约项目5个,占项目总数0个的50%。",
        "今年签约5个项目,去年0个,增长20%。",
    ],
)
def test_nothing_is_divided_by_zero(mycity: Mycity, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert mycity("audit", path).code in {0, 1, 4}


@given(st.text(max_size=200))
def test_any_text_can_be_audited(text: str) -> None:
    assert audit(text, name="a.txt").release.name == "a.txt"


def test_the_text_of_a_release_does_not_act_on_a_terminal(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "\x1b]0;owned\x07Wuhan\x1b[2J signed 12 projects\x1b[31m: 3 and [red]8 projects[/red].", encoding="utf-8"
    )
    for columns in (None, 100):
        for format in ("table", "tsv", "json", "jsonl", "markdown"):
            result = mycity("audit", path, "--format", format, "--color", "never", columns=columns)
            assert not {"\x1b", "\x07"} & set(result.out + result.err), format


def test_an_empty_release_states_nothing(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    result = mycity("audit", path, "--format", "jsonl")
    assert result.code == 0
    (record,) = map(json.loads, result.out.splitlines())
    assert (record["figures"], record["signings"], record["relations"]) == ([], [], [])
