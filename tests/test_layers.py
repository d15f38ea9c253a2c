"""Imports point one way, downwards, and only the command line touches the terminal, the environment and the clock."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mycity_cli

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "mycity_cli"
PACKAGE = Path(mycity_cli.__file__).parent

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "exact", "exit_codes", "expressions", "formats", "messages", "passwords", "password_places"),
    ("interval", "period", "_schema", "bundled", "files", "spreadsheet", "json_text"),
    ("figure",),
    ("model", "consistency", "field_types"),
    ("dataset",),
    ("exchange", "gazetteer", "query", "tables"),
    ("statement",),
    ("claims", "provenance"),
    ("release",),
    ("output", "manual"),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
"""From the lowest to the highest. A module or folder imports from its own layer and from those below it."""

HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}
COMMAND_LINE = {"cli", "__main__"}

ONLY_FOR_THE_COMMAND_LINE = {
    "print", "input", "exit", "quit", "breakpoint", "SystemExit",
    "os.environ", "os.environb", "os.getenv", "os.putenv", "os.get_terminal_size", "os.isatty", "os._exit",
    "sys.exit", "sys.argv", "sys.stdin", "sys.stdout", "sys.stderr",
    "shutil.get_terminal_size",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime",
}  # fmt: skip


@dataclass(frozen=True)
class Import:
    """One import of a module of the package, and whether it runs when the importing module is imported."""

    importer: str
    imported: str
    at_once: bool


def module_name(path: Path) -> str:
    """Return the name of a module within the package: `figure.reader`, `figure` for its __init__, `__init__`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def top(module: str) -> str:
    return module.partition(".")[0]


def imports_of(module: str, tree: ast.Module) -> Iterator[Import]:
    """Yield the imports of modules of the package, those in functions too, but not those for type checkers only."""
    waiting: list[tuple[ast.AST, bool]] = [(tree, True)]
    while waiting:
        node, at_once = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
            waiting.extend((child, at_once) for child in node.orelse)
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            for imported in _imported(module, node):
                yield Import(module, imported, at_once)
        lazy = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        waiting.extend((child, at_once and not lazy) for child in ast.iter_child_nodes(node))


def _imported(module: str, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if top(alias.name) == NAME:
                yield alias.name.removeprefix(NAME).removeprefix(".") or "__init__"
        return
    source = node.module or ""
    if node.level:
        package = MODULES[module].relative_to(PACKAGE).parts[:-1]
        inside = package[: len(package) - node.level + 1]
        source = ".".join((NAME, *inside, *([node.module] if node.module else [])))
    if top(source) != NAME:
        return
    inner = source.removeprefix(NAME).removeprefix(".")
    for alias in node.names:
        submodule = f"{inner}.{alias.name}" if inner else alias.name
        yield submodule if submodule in MODULES else inner or "__init__"


def uses_of(tree: ast.Module) -> Iterator[str]:
    """Yield each use of what belongs to the command line, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name):
                used = {name}
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                used = {f"{owner}.{name}"}
            case ast.Attribute(value=ast.Attribute(attr=owner), attr=name):
                used = {f"{owner}.{name}"}
            case ast.ImportFrom(module=str(owner), names=names):
                used = {f"{owner}.{alias.name}" for alias in names}
            case _:
                continue
        for name in sorted(used & ONLY_FOR_THE_COMMAND_LINE):
            yield f"line {node.lineno}: {name}"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_a_layer(module: str) -> None:
    assert top(module) in HEIGHT, f"place {top(module)} in LAYERS"


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_downwards(module: str) -> None:
    upwards = [
        found.imported
        for found in imports_of(module, TREES[module])
        if HEIGHT.get(top(found.imported), 0) > HEIGHT.get(top(module), 0)
    ]
    assert upwards == []


def test_no_module_needs_itself_to_be_imported() -> None:
    graph: dict[str, set[str]] = {
        module: {
            found.imported
            for found in imports_of(module, tree)
            if found.at_once and not module.startswith(f"{found.imported}.")
        }
        for module, tree in TREES.items()
    }
    for module, imported in graph.items():
        imported.discard(module)
    assert set(TopologicalSorter(graph).static_order()) >= set(MODULES)


@pytest.mark.parametrize("module", [module for module in MODULES if top(module) not in COMMAND_LINE])
def test_only_the_command_line_touches_the_terminal_the_environment_and_the_clock(module: str) -> None:
    assert list(uses_of(TREES[module])) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import mycity_cli", [("__init__", True)]),
        ("import mycity_cli.figure.reader", [("figure.reader", True)]),
        ("from mycity_cli import __version__, errors", [("__init__", True), ("errors", True)]),
        ("from mycity_cli.figure import Figure, lexicon", [("figure", True), ("figure.lexicon", True)]),
        ("from . import tokens", [("figure.tokens", True)]),
        ("from .. import model", [("model", True)]),
        ("from ..errors import FigureError", [("errors", True)]),
        ("def f():\n from mycity_cli import model", [("model", False)]),
        ("if TYPE_CHECKING:\n from mycity_cli import model\nelse:\n import mycity_cli.errors", [("errors", True)]),
        ("import os\nfrom datetime import date", []),
    ],
)
def test_imports_are_found(source: str, expected: list[tuple[str, bool]]) -> None:
    found = imports_of("figure.reader", ast.parse(source))
    assert [(each.imported, each.at_once) for each in found] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("print(1)", ["line 1: print"]),
        ("import os\nos.environ['HOME']", ["line 2: os.environ"]),
        ("from os import environ", ["line 1: os.environ"]),
        ("from sys import exit as leave", ["line 1: sys.exit"]),
        ("datetime.datetime.now()", ["line 1: datetime.now"]),
        ("raise SystemExit(1)", ["line 1: SystemExit"]),
        ("console.print('text')", []),
        ("date(2022, 11, 3)", []),
    ],
)
def test_uses_are_found(source: str, expected: list[str]) -> None:
    assert list(uses_of(ast.parse(source))) == expected


DIALECTS = {"duckdb", "postgresql", "mysql", "mariadb", "sqlite", "impala", "hive", "spark", "trino", "clickhouse"}


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith("tables.engines.")])
def test_only_the_modules_of_engines_know_which_engine_is_asked(name: str) -> None:
    for node in ast.walk(TREES[name]):
        assert not (isinstance(node, ast.Constant) and node.value in DIALECTS), f"{name}: line {node.lineno}"
        assert not (isinstance(node, ast.Attribute) and node.attr == "dialect"), f"{name}: line {node.lineno}"
