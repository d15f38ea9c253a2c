"""Lists and objects in lines of JSON: they say in memory what they say to an engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tables.conftest import Both

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

QUOTED = '"[[""Xiamen""]]"'


@pytest.fixture(autouse=True)
def _rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cells = (["Suzhou", "Xiamen"], "[Suzhou]", ["Xiamen", None, 3], [["Xiamen"]])
    rows = [{"city": cell, "amount": "5 yuan", "Sector": cell} for cell in cells]
    Path("deals.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))


@pytest.mark.parametrize("column", ["city", "Sector"])
def test_the_texts_of_a_list_are_one(both: Both, column: str) -> None:
    for found in both("deals.jsonl", "total", "--by", column, "-f", "csv", "--columns", "key", "--no-header"):
        assert sorted(found.out.splitlines()) == [QUOTED, "Suzhou; Xiamen", "Xiamen; 3", "[Suzhou]"]


def test_a_list_of_nothing_and_an_object_are_no_city(both: Both) -> None:
    with Path("deals.jsonl").open("a") as file:
        file.writelines(
            json.dumps({"city": cell, "amount": "5 yuan"}) + "\n" for cell in ([], [None], {"name": "Suzhou"})
        )
    for found in both("deals.jsonl", "total", "--skip-bad", "--max-bad", "50%", "-f", "json"):
        (said,) = json.loads(found.out)
        assert (said["rows"], said["bad"], said["signings"]) == (7, 3, 4)
