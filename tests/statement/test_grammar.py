"""The grammar that the documentation shows is the one that parses."""

from __future__ import annotations

from pathlib import Path

from mycity_cli.statement.parse import GRAMMAR

PAGE = Path(__file__).parents[2] / "docs" / "statements.md"


def test_the_documented_grammar_is_the_grammar() -> None:
    _, _, rest = PAGE.read_text(encoding="utf-8").partition("```lark\n")
    documented, _, _ = rest.partition("```")
    assert documented == GRAMMAR.read_text(encoding="utf-8")
