"""Many notes below a list are a line each; few stand on the line below it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Mycity

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

CELLS = "城市,签约金额（亿元）,项目数\n苏州,525.63,30\n厦门,未披露,18\n合计,525.63,48\n"


def test_many_notes_are_a_line_each(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(CELLS)
    result = mycity("deals", "--data", path, columns=80)
    assert result.err.splitlines() == [
        "2 of 2 signings",
        "note: '签约金额（亿元）' is taken for the amount, in 亿元; '城市' for the city;",
        "'项目数' for the projects (--map decides)",
        "note: row 3 is a total ('合计') and is left out; --keep-totals keeps it",
        "note: 1 cell of '签约金额（亿元）' states nothing: 1 × '未披露'",
    ]
    narrow = mycity("deals", "--data", path, columns=40)
    assert narrow.err.startswith("2 of 2 signings; columns that do not\nfit: ")
    assert "id (see --columns)\nnote: '签约金额（亿元）' is taken" in narrow.err


def test_few_notes_stand_on_the_line_below(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("city,amount\nSuzhou,5 yuan\nXiamen,n/a\n")
    assert mycity("deals", "--data", path, columns=80).err == (
        "2 of 2 signings; 1 cell of 'amount' states nothing: 1 × 'n/a'\n"
    )
