"""What a user sees who has not installed the extra."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from running import Mycity, process


def test_the_error_names_the_extra(mycity: Mycity, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount\nSuzhou,1 yuan\n")
    for name in [name for name in sys.modules if name.startswith("sqlalchemy")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    result = mycity("total", "--data", table)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: tables are read by SQLAlchemy and DuckDB, which are not installed\n"
        "help: pip install 'mycity-cli[tables]'\n"
    )


def test_a_dataset_is_read_without_the_extra() -> None:
    code = "import sys; sys.argv = ['mycity', 'total']; import mycity_cli.cli.main as m; m.run(['total']); "
    code += "print(sorted(name for name in sys.modules if name.startswith(('sqlalchemy', 'duckdb'))))"
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert process("total").code == 0
