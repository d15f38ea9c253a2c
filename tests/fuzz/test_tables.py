"""A few of the tables that `tables.py` makes up, the same ones each time."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

from fuzz.tables import run, run_bytes


def test_a_mutated_table_is_totalled_right_or_refused(tmp_path: Path) -> None:
    outcomes = {run(seed, tmp_path)[0] for seed in range(12)}
    assert outcomes <= {"same", "refused"}


def test_a_file_of_mutated_bytes_is_totalled_as_it_is_listed_or_refused(tmp_path: Path) -> None:
    outcomes = {run_bytes(seed, tmp_path) for seed in range(6)}
    assert outcomes <= {"same", "bad", "refused"}
