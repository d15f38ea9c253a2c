"""Files are added up without what only other questions need: it would take as long as the rest together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="needs the extra tables")

_COMMAND = """
import sys
from mycity_cli.cli.main import run
code = run(sys.argv[1:])
loaded = {"duckdb_engine", "sqlalchemy.dialects.postgresql", "pydantic", "rich"} & set(sys.modules)
sys.exit(f"loaded: {sorted(loaded)}" if loaded else code)
"""


def test_a_file_is_added_up_without_the_dialect_of_databases_and_without_pydantic(tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount,select,projects\nSuzhou,12.50 yuan,x,3\nSuzhou,7.5 yuan,y,4\n", encoding="utf-8")
    command = [sys.executable, "-c", _COMMAND, "total", "--data", str(table)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "20\n", "")


def test_a_column_may_have_the_name_of_a_keyword(tmp_path: Path) -> None:
    table = tmp_path / "deals.jsonl"
    table.write_text('{"select": "Suzhou", "group": "1.5", "order": "yuan"}\n', encoding="utf-8")
    names = ["--map", "city=select", "--map", "amount=group", "--map", "currency=order"]
    command = [sys.executable, "-c", _COMMAND, "total", "--data", str(table), *names]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1.5\n", "")
