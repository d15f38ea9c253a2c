"""Every row of a table of any source is read, told as bad or told as left out; and every command counts the same."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

from fuzz.fuzzing import in_empty_folder
from fuzz.table_files import SOURCES, some_table, write
from fuzz.table_laws import require_laws


@pytest.mark.parametrize("source", SOURCES)
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(chance=st.randoms(use_true_random=False))
def test_every_row_is_read_or_told(source: str, chance: Random) -> None:
    table = some_table(chance, source)
    with in_empty_folder():
        require_laws(*write(table))
