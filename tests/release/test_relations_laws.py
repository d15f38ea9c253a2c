"""Laws of relations: what adds up is found and true, what is off by more than rounding is found and false."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.figure import COUNT, Figure
from mycity_cli.release.arithmetic import Arithmetic
from mycity_cli.release.assertions.assertion import Assertion
from mycity_cli.release.decide import relation
from mycity_cli.release.findings import Candidate, Relation, RelationKind
from mycity_cli.release.settle import Settled
from mycity_cli.statement.verdict import Outcome
from release.relating import lines, relations

Template = Callable[[int, list[int]], str]

FIELDS = ("machinery", "textiles", "food", "tourism", "energy")
CHINESE_FIELDS = ("机械", "纺织", "食品", "文旅", "能源")
parts = st.lists(st.integers(3001, 5999), min_size=2, max_size=5)
"""Amounts of four digits, of which no two add up to a third."""


def million(amount: int) -> str:
    return f"{Decimal(amount) / 100:.2f} billion yuan"


def yi(amount: int) -> str:
    return f"{Decimal(amount) / 10:.1f}亿元"


def english(total: int, amounts: list[int]) -> str:
    listed = [f"{million(each)} for {field}" for each, field in zip(amounts, FIELDS, strict=False)]
    return f"Contracts of {million(total)} were signed: {', '.join(listed[:-1])} and {listed[-1]}."


def english_backwards(total: int, amounts: list[int]) -> str:
    listed = [f"{field.title()} drew {million(each)}" for each, field in zip(amounts, FIELDS, strict=False)]
    return f"{', '.join(listed)}. Together they come to {million(total)}."


def chinese(total: int, amounts: list[int]) -> str:
    listed = [f"{field}项目{yi(each)}" for each, field in zip(amounts, CHINESE_FIELDS, strict=False)]
    return f"签约总额{yi(total)}：{'、'.join(listed)}。"


def chinese_backwards(total: int, amounts: list[int]) -> str:
    listed = [f"{field}项目{yi(each)}" for each, field in zip(amounts, CHINESE_FIELDS, strict=False)]
    return f"{'、'.join(listed)}，合计{yi(total)}。"


templates = st.sampled_from([english, english_backwards, chinese, chinese_backwards])
inclusive = st.sampled_from([english, chinese])


@given(templates, parts)
def test_what_adds_up_is_found_and_true(template: Template, amounts: list[int]) -> None:
    (found,) = relations(template(sum(amounts), amounts))
    assert found.candidate.kind is RelationKind.SUM
    assert len(found.candidate.terms) == len(amounts)
    assert found.outcome == "true"


@given(inclusive, parts, st.integers(30, 200), st.sampled_from([-1, 1]))
def test_what_is_off_by_more_than_rounding_is_found_and_false(
    template: Template, amounts: list[int], off: int, sign: int
) -> None:
    total = sum(amounts) + sign * off
    (found,) = relations(template(total, amounts))
    assert len(found.candidate.terms) == len(amounts)
    assert found.outcome == "false"


@given(parts)
def test_amounts_beside_each_other_are_no_sum(amounts: list[int]) -> None:
    ordered = sorted(amounts)
    text = ". ".join(
        f"A firm from {field.title()} invests {million(each)}" for each, field in zip(ordered, FIELDS, strict=False)
    )
    assert not [line for line in lines(text) if line.startswith("sum")]


@given(st.text(alphabet="约折合（(or about equal 100亿元$ 5 billion yuan,.)）%占增长from其中", max_size=300))
def test_no_text_breaks_the_rules(text: str) -> None:
    for each in relations(text):
        assert each.statement or each.outcome == "not checkable"
        assert each.reason


def restated(one: Figure, other: Figure) -> Relation:
    candidate = Candidate(RelationKind.RESTATED, (0,), 1)
    settled = Settled(Assertion(RelationKind.RESTATED, "restated/again", 1, ()), candidate, Outcome.TRUE, 0)
    return relation(settled, Arithmetic([one, other]))


figures = st.builds(
    lambda digits, power, unit: Figure(
        Decimal(digits).scaleb(power), unit, Decimal(1).scaleb(power), slack=Decimal(5).scaleb(power - 1), text="?"
    ),
    st.integers(1, 99999),
    st.integers(0, 12),
    st.sampled_from(["CNY", "USD", "KZT"]),
)


@given(figures)
def test_a_figure_that_no_statement_can_hold_is_written_plainly(figure: Figure) -> None:
    found = restated(figure, figure)
    assert found.outcome == "true"
    assert Figure.parse(re.split(" = ", found.statement)[0]).value == figure.value


def test_counts_are_written_as_numbers_where_their_words_are_no_figure() -> None:
    five = Figure(Decimal(5), COUNT, Decimal(1), text="five of the deals")
    found = restated(five, five)
    assert found.statement == "5 = 5"


def test_no_text_is_cut_in_every_way_there_is() -> None:
    for text in (
        f"签约624亿元，超过{'和' * 3000}。",
        f"签约624亿元（{'折合' * 50}96亿美元）。",
        f"It signed 5 billion yuan ({'about or ' * 2000}$700 million), more than {'Aa, ' * 2000}.",
    ):
        assert len(relations(text)) <= 1


def test_a_count_that_looks_like_an_amount_is_judged_as_a_count() -> None:
    total, count, average = (Figure.parse(text) for text in ("26.0 billion yuan", "6.6 billion", "3.9 yuan"))
    candidate = Candidate(RelationKind.AVERAGE, (0, 1), 2)
    settled = Settled(Assertion(RelationKind.AVERAGE, "average/each", 2, ()), candidate, Outcome.TRUE, 0)
    found = relation(settled, Arithmetic([total, count, average]))
    assert (found.statement, found.outcome) == ("26.0 billion yuan / 6600000000 = 3.9 yuan", "true")
