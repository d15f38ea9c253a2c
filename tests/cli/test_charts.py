"""Charts of `mycity total` as pictures: by the ending of a file or by the name of a format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from running import Mycity, Result

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("jinja2", reason="the extra report is not installed")


def texts(drawing: str) -> list[str]:
    root = ET.fromstring(drawing)  # noqa: S314
    return [each.text for each in root.iter("{http://www.w3.org/2000/svg}text") if each.text]


def test_the_ending_of_a_file_makes_a_picture(mycity: Mycity, tmp_path: Path) -> None:
    chart = tmp_path / "chart.svg"
    assert mycity("total", "--by", "city", "--chart", "--year", "2022", "-o", chart) == Result(0, "", "")
    said = texts(chart.read_text(encoding="utf-8"))
    assert said[:2] == [
        "Amount signed by city",
        "Mianyang's promotion conferences and what was signed at them; year: 2022",
    ]
    assert [each for each in said if each in said[10:16]] == ["Suzhou", "52", ".563", "Dongguan", "26", ".8"]
    assert any(each.startswith("Tool: mycity") for each in said)
    assert mycity("total", "--by", "city", "-o", tmp_path / "same.svg", "--year", "2022").code == 0
    assert (tmp_path / "same.svg").read_bytes() == chart.read_bytes()


def test_a_picture_says_what_was_left_out(mycity: Mycity) -> None:
    result = mycity("total", "--by", "city", "--where", "projects>=20", "-f", "svg")
    [note] = result.err.splitlines()
    assert note.removeprefix("note: ") in texts(result.out)


def test_a_png(mycity: Mycity, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    pytest.importorskip("resvg_py", reason="the extra report is not installed")
    chart = tmp_path / "chart.png"
    assert mycity("total", "--by", "quarter", "--measure", "projects", "-o", chart, columns=80) == Result(0, "", "")
    assert chart.read_bytes().startswith(b"\x89PNG")
    assert mycity("total", "--by", "city", "-f", "png", columns=80) == Result(
        2, "", "error: --format: png is no text for a terminal\nhelp: --output FILE.png\n"
    )


def test_a_picture_has_a_hundred_bars_at_most(mycity: Mycity, tmp_path: Path) -> None:
    places = [{"id": f"p{number}", "name": f"P{number}"} for number in range(103)]
    cited = [{"id": "paper"}]
    signings = [
        {"id": f"s{n}", "kind": "a", "city": f"p{n}", "amount": f"{n + 1} billion yuan", "sources": cited}
        for n in range(103)
    ]
    source = {"id": "paper", "title": "Paper", "publisher": "Press", "language": "en"}
    data = tmp_path / "many.json"
    data.write_text(json.dumps({"places": places, "sources": [source], "signings": signings}), encoding="utf-8")
    result = mycity("total", "--data", data, "--by", "city", "-f", "svg")
    assert result.err == "note: 100 groups shown of 103\n"
    assert "100 groups shown of 103" in texts(result.out)
    assert "P2" not in texts(result.out)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["-f", "svg"], "--chart: there are no groups to draw\nhelp: say by what to group: --chart --by city"),
        (["-o", "x.png"], "--chart: there are no groups to draw\nhelp: say by what to group: --chart --by city"),
        (["--by", "city,year", "-f", "svg"], "--chart: draws the groups of one level\nhelp: group by one: --by city"),
        (
            ["--by", "city", "--chart", "-o", "x.json"],
            "--output: no format has the ending '.json'\nhelp: known: .txt, .svg, .png; or give --format",
        ),
    ],
)
def test_what_makes_no_picture(mycity: Mycity, arguments: list[str], error: str) -> None:
    assert mycity("total", *arguments) == Result(2, "", f"error: {error}\n")


def test_a_picture_says_what_it_does_not_hold_and_nothing_of_how_to_read_data(mycity: Mycity, tmp_path: Path) -> None:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    data = tmp_path / "deals.csv"
    data.write_text("signed (billion yuan)\ncity,date,amount\nSuzhou,2022,3\nXiamen,2022,2\nXiamen,2022,\nTotal,,5\n")
    result = mycity("total", "CNY", "--data", data, "--by", "city", "--where", "date!=2021", "-f", "svg")
    said = " ".join(texts(result.out))
    assert "deals.csv; only CNY; where date is not 2021" in said
    assert "row 4 is a total ('Total') and is left out" in said
    assert " --" not in said
    assert "--header-row decides" in result.err


def test_bars_are_sorted_by_the_name_of_their_group(mycity: Mycity) -> None:
    result = mycity("total", "--by", "quarter", "--year", "2022", "--chart", "--sort", "-quarter")
    assert (result.code, [line[:7] for line in result.out.splitlines()]) == (0, ["2022-Q4", "2022-Q3", "2022-Q2"])
    assert mycity("total", "--by", "city", "--chart", "--sort", "quarter").code == 2
