"""A few of the tables that `tables.py` makes up, the same ones each time."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

from fuzz.tables import run


def test_a_mutated_table_is_totalled_right_or_refused(tmp_path: Path) -> None:
    outcomes = {run(seed, tmp_path) for seed in range(40)}
    assert outcomes <= {"same", "refused"}
