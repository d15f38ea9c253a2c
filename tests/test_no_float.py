"""No module computes with floats: not by a literal, not by name, not by dividing whole numbers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mycity_cli

PACKAGE = Path(mycity_cli.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
GIVE_INTS = {"len", "int", "ord", "round", "sum", "abs", "pow"}
EXACT = {"Fraction", "Decimal"}


def floats_in(source: str) -> list[str]:
    """Return every piece of a source that makes a float, with its line."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.expr) and _makes_a_float(node)
    ]


def _makes_a_float(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=float() | complex()):
            return True
        case ast.Name(id="float" | "complex"):
            return True
        case ast.Attribute(value=ast.Name(id="math"), attr=name):
            return name not in {"gcd", "lcm", "isqrt", "comb", "perm", "factorial", "prod"}
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            # Types are not known here. A whole number beside `/` is a mistake unless a Fraction or Decimal divides.
            return (_is_int(left) or _is_int(right)) and not (_is_exact(left) or _is_exact(right))
    return False


def _is_int(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=int()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in GIVE_INTS
        case ast.UnaryOp(operand=operand):
            return _is_int(operand)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Pow(), right=right):
            return _is_int(left) and _is_int(right)
    return False


def _is_exact(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXACT


def test_there_are_modules_to_look_at() -> None:
    assert PACKAGE / "interval.py" in MODULES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_makes_a_float(path: Path) -> None:
    assert floats_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "x = 0.5",
        "x = 1e3",
        "x = -0.5",
        "float(x)",
        "x: float = y",
        "x / 2",
        "len(x) / y",
        "-1 / x",
        "2 * 3 / x",
        "math.pi",
    ],
)
def test_a_float_is_found(source: str) -> None:
    assert floats_in(source) != []


@pytest.mark.parametrize(
    "source",
    ["x = 5", "'0.5'", "x // 2", "a / b", "Fraction(1) / 2", "2 / Decimal(3)", "folder / 'file'", "math.gcd(4, 6)"],
)
def test_what_is_exact_passes(source: str) -> None:
    assert floats_in(source) == []
