"""The rules by their codes, and how an audit accounts for every figure by what they found."""

from __future__ import annotations

import re

import pytest

from making_audits import made, relation
from mycity_cli import audit
from mycity_cli.release.findings import Accounted
from mycity_cli.release.rules import BY_CODE, KINDS, RULES, ignoring, with_ignored


def test_every_rule_has_a_code_of_its_own_and_says_what_it_means() -> None:
    assert len(BY_CODE) == len(RULES) == 18
    assert KINDS == ("sum", "share", "growth", "average", "conversion", "restated", "exceeds", "rounding")
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", rule.code)
        assert rule.kind == rule.code.split("/")[0]
        assert len(rule.title) <= 50
        assert rule.meaning.endswith(".")
        assert rule.example.isprintable()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Suqian signed 30 projects: 20 in industry and 10 in services.", "sum/of-which"),
        ("会上签约52个项目，其中工业项目28个，占53.8%。", "share/of"),
        ("Haikou signed 60 contracts, up 25 percent from 48 contracts last year.", "growth/since"),
        ("Contracts worth 9.88 billion yuan ($14.5 billion) were signed.", "conversion/rate"),
    ],
)
def test_a_relation_has_the_code_of_a_rule(text: str, code: str) -> None:
    assert [each.rule for each in audit(text).relations] == [code]


def test_every_figure_is_accounted_for_once() -> None:
    found = made(
        "[1 project] [2 projects] [3 projects] [4 projects] [5%] [6%] [7%]",
        relations=[
            relation("sum", [0, 1], 2),
            relation("share", [2], 4, "not checkable", ""),
            relation("restated", [5], 6)._replace(asserted=False),
        ],
    )
    assert found.accounted == Accounted(frozenset({0, 1, 2}), frozenset({4}), frozenset(), frozenset({3, 5, 6}))
    assert found.related == {0, 1, 2, 4}
    assert [each.is_decided for each in found.relations] == [True, False, False]


def test_a_relation_may_have_no_figure_at_all() -> None:
    found = made("[1 project]", relations=[relation("share", [], None, "not checkable", "")])
    assert found.accounted == Accounted(frozenset(), frozenset(), frozenset(), frozenset({0}))


@pytest.mark.parametrize(
    ("names", "left", "off"),
    [
        ({"sum/of-which"}, ["sum/total", "share/of"], ["sum/of-which"]),
        ({"sum"}, ["share/of"], ["sum/of-which", "sum/total"]),
        ({"sum/total", "share"}, ["sum/of-which"], ["sum/total", "share/of"]),
        ({"growth"}, ["sum/of-which", "sum/total", "share/of"], []),
    ],
)
def test_rules_are_switched_off_by_code_and_by_kind(names: set[str], left: list[str], off: list[str]) -> None:
    codes = ("sum/of-which", "sum/total", "share/of")
    found = ignoring(made("[5%] [5%]", relations=[relation("sum", [0], 1, rule=code) for code in codes]), names)
    assert ([each.rule for each in found.relations], [each.rule for each in found.ignored]) == (left, off)
    assert sorted(each.rule for each in with_ignored(found).relations) == sorted(codes)


def test_a_figure_of_ignored_relations_alone_is_accounted_for_as_such() -> None:
    relations = [relation("sum", [0], 1, rule="sum/rows"), relation("share", [1], 2, rule="share/of")]
    found = ignoring(made("[5%] [5%] [6%] [7%]", relations=relations), {"sum"})
    assert found.accounted == Accounted(frozenset({1, 2}), frozenset(), frozenset({0}), frozenset({3}))
