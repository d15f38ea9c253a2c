"""Rows of a table that are a part of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from running import Mycity, Result

if TYPE_CHECKING:
    from pathlib import Path


def test_rows_that_are_a_part_of_themselves_are_bad(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(
        "id,city,amount,part_of\na,Suzhou,1 yuan,b\nb,Suzhou,2 yuan,a\nc,Xiamen,4 yuan,c\nd,Xiamen,8 yuan,a\n",
        encoding="utf-8",
    )
    help = "help: leave the cell of the largest of them empty\n"
    assert mycity("total", "--data", path) == Result(
        3,
        "",
        f"error: {path}: row 1: part_of: a part of itself: a → b → a\n{help}"
        f"error: {path}: row 2: part_of: a part of itself: b → a → b\n{help}"
        f"error: {path}: row 3: part_of: a part of itself: c → c\n{help}"
        f"error: {path}: 3 of 4 rows are bad\nhelp: put them right, or leave them out with --skip-bad\n",
    )


def test_a_long_way_round_is_cut(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    rows = (f"r{at},Suzhou,1 yuan,r{(at + 1) % 500}\n" for at in range(500))
    path.write_text("id,city,amount,part_of\n" + "".join(rows), encoding="utf-8")
    result = mycity("total", "--data", path)
    assert result.code == 3
    assert "a part of itself: r0 → r1 → r2 → r3 → r4 → … → r0" in result.err


def test_a_part_of_a_row_that_is_not_there_is_added_and_told(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("id,city,amount,part_of\na,Suzhou,1 yuan,z\n,Xiamen,2 yuan,a\n", encoding="utf-8")
    assert mycity("total", "--data", path) == Result(
        0,
        "1\n",
        "note: added, being a part of a row that is not there: a (of z)\n"
        "note: not added, being part of another signing: signing 2\n",
    )
