"""mycity data schema: the JSON Schema, printed or written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mycity_cli.exchange.json_schema import json_schema
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity


def test_it_is_printed_and_written(mycity: Mycity, tmp_path: Path) -> None:
    printed = mycity("data", "schema")
    assert (printed.code, json.loads(printed.out), printed.err) == (0, json_schema(), "")
    path = tmp_path / "schema.json"
    assert mycity("data", "schema", "--output", path) == Result(0, "", "")
    assert path.read_text(encoding="utf-8") == printed.out


def test_the_group_alone_shows_its_commands(mycity: Mycity) -> None:
    result = mycity("data")
    assert result.code == 0
    assert [name for name in ("schema", "init", "merge", "convert") if f" {name} " not in result.out] == []
