"""docs/rules.md is what the registry of rules says."""

from __future__ import annotations

from scripts import rule_docs

from mycity_cli.release.rules import RULES


def test_the_page_of_rules_is_as_the_registry_has_them() -> None:
    page = rule_docs.PAGE.read_text(encoding="utf-8")
    assert page == rule_docs.written(page), "run python -m scripts.rule_docs"
    assert page.count("\n### ") == len(RULES)
