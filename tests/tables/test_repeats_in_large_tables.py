"""Rows that stand twice in a large table: looked for where its rows fit in memory, else a note says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from running import Result

if TYPE_CHECKING:
    from running import Mycity

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

TWICE = "id,city,amount\na,Suzhou,5 yuan\na ,Suzhou,5 yuan\n,Xiamen,7 yuan\n,Xiamen,7 yuan\n"
OTHER = "id,city,amount\na,Suzhou,5 yuan\na,Suzhou,6 yuan\nb,Xiamen,7 yuan\n"
OWN = "id,city,amount\na,Suzhou,5 yuan\nb,Suzhou,5 yuan\n,Xiamen,7 yuan\n"


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("text", [TWICE, OTHER, OWN])
def test_ids_are_compared_where_the_rows_fit_in_memory(
    mycity: Mycity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(text)
    for command in (["total"], ["deals", "--format", "csv"], ["check", "total = 12 yuan"], ["cities"]):
        large = mycity(*command, "--data", path, "--skip-bad", "--max-bad", "50%")
        with monkeypatch.context() as patch:
            patch.setattr("mycity_cli.tables.opening.MOST_BYTES", 1 << 20)
            assert large == mycity(*command, "--data", path, "--skip-bad", "--max-bad", "50%")


@pytest.mark.usefixtures("large")
def test_a_note_says_that_ids_are_not_compared(mycity: Mycity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES_IF_ODD", -1)
    path = tmp_path / "deals.csv"
    path.write_text(TWICE)
    told = "note: in so large a table ids are not compared: a row that stands there twice counts twice\n"
    assert mycity("total", "--data", path) == Result(0, "24\n", told)
    path.write_text("city,amount\nSuzhou,5 yuan\n")
    assert mycity("total", "--data", path) == Result(0, "5\n", "")
