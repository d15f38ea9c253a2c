"""The rules under their columns."""

from __future__ import annotations

from listings import written
from mycity_cli.formats import Format
from mycity_cli.output.rule_listing import rules
from mycity_cli.release.rules import RULES


def test_the_rules_in_a_pipe_have_every_column() -> None:
    lines = written(rules(), Format.TSV).splitlines()
    assert [line.split("\t") for line in lines] == [list(rule) for rule in RULES]


def test_a_table_has_their_codes_titles_and_examples() -> None:
    assert written(rules(), Format.TABLE).splitlines()[0].split() == ["Code", "Title", "Example"]
