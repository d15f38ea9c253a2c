"""Commands: each is imported when it runs, and help says the same of it in the list and alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import mycity_cli
from mycity_cli.cli.app import COMMANDS, root_command
from mycity_cli.cli.commands import Group
from mycity_cli.cli.data import COMMANDS as OF_DATA
from running import Mycity


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_begins_its_help_with_what_the_list_says_of_it(name: str) -> None:
    assert root_command().get_command(None, name).loaded().help == COMMANDS[name]


@pytest.mark.parametrize("name", OF_DATA)
def test_a_command_of_a_group_does_too(name: str) -> None:
    group = root_command().get_command(None, "data").loaded()
    assert isinstance(group, Group)
    assert group.get_command(None, name).loaded().help == OF_DATA[name]


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--help"], ["mycity_cli.cli.deals", "mycity_cli.model", "pydantic", "lark"]),
        (["data", "--help"], ["mycity_cli.cli.data.validate", "mycity_cli.model", "pydantic"]),
        (["total"], ["rich", "lark", "mycity_cli.cli.deals", "mycity_cli.release", "mycity_cli.tables", "sqlalchemy"]),
        (["deals", "-f", "table"], ["rich.console", "rich.table"]),
    ],
)
def test_nothing_is_imported_that_a_command_does_not_need(
    tmp_path: Path, arguments: list[str], unneeded: list[str]
) -> None:
    code = "import sys; from mycity_cli.cli.main import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, *arguments]
    # Beside no pyproject.toml that may name data.
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert not {*unneeded} & {*done.stderr.split()}


def test_no_part_of_a_library_that_is_private_is_imported() -> None:
    """Names that begin with an underscore are those of our own package only."""
    for path in Path(mycity_cli.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{name}" for name in names]
            for name in names:
                is_ours = name.startswith(("mycity_cli", "__future__"))
                assert is_ours or not any(part.startswith("_") for part in name.split(".")), f"{path}: {name}"


def test_a_class_of_no_object_is_changed() -> None:
    for path in Path(mycity_cli.__file__).parent.rglob("*.py"):
        assert "__class__ =" not in path.read_text(encoding="utf-8"), path


def test_the_option_for_help_is_there_once(mycity: Mycity) -> None:
    assert mycity("deals", "--help").out.count("--help") == 1
    assert mycity("deals", "-h") == mycity("deals", "--help")
