"""Statements in Chinese: what no release says in its own words is in Chinese scales, and is the same statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mycity_cli.figure import Figure
from mycity_cli.messages import Language, told
from mycity_cli.release.audit import audit
from mycity_cli.release.statements import added, decided, equal, over
from mycity_cli.release.written import canonical, in_statement
from mycity_cli.statement.nodes import Addition, Chain, Expression, Multiplication, Number, Range
from mycity_cli.statement.parse import parse
from release.annotated import load

TABLE = """\
| 项目 | 金额（亿元） |
|---|---|
| 甲 | 120.5 |
| 乙 | 88 |
| 合计 | 208.5 |
"""


def in_chinese(text: str) -> str:
    return told(text, Language.CHINESE)


def figures_of(text: str) -> list[Figure]:
    """Return the figures of a statement as it is read."""
    statement = parse(text)
    assert isinstance(statement, Chain)
    found: list[Figure] = []
    waiting: list[Expression] = [side for _, side in reversed(statement.rest)] + [statement.first]
    while waiting:
        match waiting.pop():
            case Number(figure):
                found.append(figure)
            case Range(low, high):
                waiting += [high, low]
            case Addition(first, rest) | Multiplication(first, rest):
                waiting += [*(part for _, part in reversed(rest)), first]
            case other:
                raise AssertionError(other)
    return found


def test_amounts_of_a_table_have_the_unit_of_its_heading() -> None:
    (relation,) = audit(TABLE).relations
    assert relation.statement == "12.05 billion yuan + 8.8 billion yuan = 20.85 billion yuan"
    assert in_chinese(relation.statement) == "120.5亿元 + 88亿元 = 208.5亿元"


def test_words_of_a_release_stay_as_they_are() -> None:
    text = (
        "Suqian signed 30 projects worth 10.0 billion yuan: 4.5 billion yuan in industry, 5.1 billion yuan in services."
    )
    (relation,) = audit(text).relations
    assert (
        in_chinese(relation.statement)
        == relation.statement
        == "4.5 billion yuan + 5.1 billion yuan = 10.0 billion yuan"
    )


def test_statements_are_read_as_those_in_english_are() -> None:
    seen = 0
    for release in load():
        for relation in audit(release.text).relations:
            if relation.statement:
                chinese = in_chinese(relation.statement)
                read = [
                    [(each.unit, each.interval) for each in figures_of(text)] for text in (relation.statement, chinese)
                ]
                assert read[0] == read[1], chinese
                seen += chinese != relation.statement
    assert seen


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("12.05 billion yuan", "120.5亿元"),
        ("约12亿元", "约 12亿元"),
        ("more than 5.0 billion yuan", "超过 50亿元"),
        ("近100亿元", "近 100亿元"),
        ("at least 3500万美元", "至少 3500万美元"),
        ("at most 20%", "至多 20%"),
        ("100多亿元", "100多亿元"),
        ("1.2万亿元", "1.2万亿元"),
        ("35 yuan", "35元"),
        ("0.5亿元", "0.50亿元"),
        ("about 20", "约 20"),
        ("10 billion yuan", "10 billion yuan"),
    ],
)
def test_a_figure_without_words_of_its_own(text: str, chinese: str) -> None:
    nameless = replace(Figure.parse(text), text="")
    said, english = in_statement(nameless, Language.CHINESE), Figure.parse(canonical(nameless))
    assert said == chinese
    assert (Figure.parse(said).unit, Figure.parse(said).interval) == (english.unit, english.interval)
    assert in_statement(nameless, Language.ENGLISH) == canonical(nameless)


def test_where_words_of_their_own_are_no_statement_both_languages_have_the_plain_ones() -> None:
    own = [Figure.parse("6.6 billion"), Figure.parse("13.2 billion")]
    verdict = decided(
        [own[0], own[1], Figure.parse("50%")], lambda numbers: equal(over(*numbers[:2]), added(numbers[2:]))
    )
    read = [[each.interval for each in figures_of(text)] for text in (verdict.statement, in_chinese(verdict.statement))]
    assert read[0] == read[1]
