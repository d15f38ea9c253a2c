"""A sign that yuan and yen share: in a table that holds both it is told what it is taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tables.conftest import Both

NOTE = "note: 1 amount with '¥' is taken for yuan, and others are in yen: JP¥ in the cell or a column of currencies"


@pytest.mark.parametrize("cell", ["¥500 million", "￥500", "about ¥500 million", "500¥"])
@pytest.mark.parametrize("yen", ["5 billion yen", "JPY 500", "500万日元"])
def test_a_sign_beside_yen_is_told(both: Both, tmp_path: Path, cell: str, yen: str) -> None:
    table = tmp_path / "deals.csv"
    table.write_text(f"city,amount\nTokyo,{yen}\nTokyo,{cell}\nSuzhou,5 yuan\n", encoding="utf-8")
    for found in both(table, "total"):
        assert NOTE in found.err


@pytest.mark.parametrize(
    "rows",
    [
        "Tokyo,¥500,\nSuzhou,5 yuan,",
        "Tokyo,5 yen,\nSuzhou,CN¥500,\nSuzhou,¥5亿,\nSuzhou,¥500元,",
        "Tokyo,5 yen,\nSuzhou,¥500,CNY",
        "Tokyo,5 yen,\nTokyo,¥500,JPY",
        "Tokyo,JP¥5,\nSuzhou,5 yuan,",
    ],
)
def test_where_nothing_is_in_doubt_nothing_is_told(both: Both, tmp_path: Path, rows: str) -> None:
    table = tmp_path / "deals.csv"
    table.write_text(f"city,amount,currency\n{rows}\n", encoding="utf-8")
    for found in both(table, "total"):
        assert (found.code, "taken for yuan" in found.err) == (0, False)
