"""What a user sees who has not installed the extra."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from running import Mycity, process


def test_small_tables_of_text_are_read_without_the_extra_and_an_error_names_it_for_others(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount\nSuzhou,1 yuan\n")
    for name in [name for name in sys.modules if name.startswith(("sqlalchemy", "duckdb"))]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("sqlalchemy", "duckdb"):
        monkeypatch.setitem(sys.modules, name, None)
    assert mycity("total", "--data", table).out == "1\n"
    assert mycity("data", "validate", table).out == f"{table}: valid: 1 signing\n"
    (tmp_path / "deals.parquet").write_bytes(b"PAR1")
    for data in (tmp_path / "deals.parquet", "sqlite:///deals.db#deals"):
        result = mycity("total", "--data", data)
        assert (result.code, result.out) == (2, "")
        assert result.err.endswith("not installed\nhelp: pip install 'mycity-cli[tables]'\n")


def test_a_dataset_is_read_without_the_extra() -> None:
    code = "import sys; sys.argv = ['mycity', 'total']; import mycity_cli.cli.main as m; m.run(['total']); "
    code += "print(sorted(name for name in sys.modules if name.startswith(('sqlalchemy', 'duckdb'))))"
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert process("total").code == 0
