"""What holds of every verdict: true is true of all values that the figures may stand for, false of none."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from examples import dataset, signing
from mycity_cli.exact import Rational
from mycity_cli.model import Dataset
from mycity_cli.query.engine import InMemory
from mycity_cli.statement.checker import Checker
from mycity_cli.statement.nodes import Addition, Expression, Multiplication, Name, Negation, Number, Operator, Relation
from mycity_cli.statement.parse import parse

CITIES = {"suzhou": "Suzhou", "xiamen": "Xiamen", "xian": "Xi'an", "mianyang": "Mianyang"}
amounts = st.sampled_from(["5 billion yuan", "5.5 billion yuan", "6.0 billion yuan", "about 5 billion yuan", "11亿元"])
names = st.sampled_from([*CITIES.values(), "total"])
factors = st.sampled_from(["2", "3", "0.5", "7"])
expressions = st.recursive(
    names,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-"), inner),
        st.builds("{} {} {}".format, inner, st.sampled_from("*/"), factors),
        st.builds("-{}".format, names),
    ),
    max_leaves=5,
)
relations = st.sampled_from(list(Relation))
ratios = st.builds("{} / {}".format, names, names)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Dataset, dict[str, Rational]]:
    """Return a dataset with a signing in each city, and numbers that its amounts may stand for."""
    data = dataset(*(signing(f"in-{id}", amount=draw(amounts), city=id) for id in CITIES))
    truth: dict[str, Rational] = {}
    for each in data.signings:
        assert each.money is not None
        interval = each.money.interval
        assert interval.low is not None
        assert interval.high is not None
        share = Fraction(draw(st.integers(0, 8)), 8)
        truth[CITIES[each.city]] = interval.low.value + (interval.high.value - interval.low.value) * share
    return data, truth | {"total": sum(truth.values(), start=0)}


def value(node: Expression, truth: dict[str, Rational]) -> Rational:
    """Return what an expression comes to where the figures are known exactly."""
    match node:
        case Number():
            return Fraction(node.figure.value)
        case Name():
            return truth[node.name]
        case Negation():
            return -value(node.operand, truth)
        case Addition() | Multiplication():
            result = Fraction(value(node.first, truth))
            for operator, part in node.rest:
                other = value(part, truth)
                match operator:
                    case Operator.PLUS:
                        result += other
                    case Operator.MINUS:
                        result -= other
                    case Operator.TIMES:
                        result *= other
                    case Operator.OVER:
                        result /= other
            return result
        case _:
            raise AssertionError(node)


def holds(relation: Relation, left: Rational, right: Rational) -> bool:
    return {
        Relation.ABOVE: left > right,
        Relation.NOT_BELOW: left >= right,
        Relation.BELOW: left < right,
        Relation.NOT_ABOVE: left <= right,
        Relation.EQUAL: left == right,
        Relation.UNEQUAL: left != right,
    }[relation]


def agree_with(text: str, data: Dataset, truth: dict[str, Rational]) -> None:
    statement = parse(text)
    ((relation, right),) = statement.rest
    outcome = Checker(InMemory(data)).check(text).outcome
    held = holds(relation, value(statement.first, truth), value(right, truth))
    # Two sides that can be the same are taken as agreeing; `=` promises no more, and `!=` is its opposite.
    if outcome == "true" and relation is not Relation.EQUAL:
        assert held
    if outcome == "false" and relation is not Relation.UNEQUAL:
        assert not held


@given(worlds(), expressions, relations, expressions)
def test_a_verdict_holds_for_all_values_that_the_figures_may_stand_for(
    world: tuple[Dataset, dict[str, Rational]], left: str, relation: Relation, right: str
) -> None:
    agree_with(f"{left} {relation} {right}", *world)


@given(worlds(), ratios, relations, ratios)
def test_a_verdict_on_ratios_holds_too(
    world: tuple[Dataset, dict[str, Rational]], left: str, relation: Relation, right: str
) -> None:
    agree_with(f"{left} {relation} {right}", *world)


@given(worlds(), expressions, relations, expressions)
def test_turning_a_comparison_round_changes_nothing(
    world: tuple[Dataset, dict[str, Rational]], left: str, relation: Relation, right: str
) -> None:
    turned = {">": "<", "<": ">", ">=": "<=", "<=": ">="}.get(relation, relation)
    checker = Checker(InMemory(world[0]))
    assert checker.check(f"{left} {relation} {right}").outcome == checker.check(f"{right} {turned} {left}").outcome


@given(worlds(), expressions, expressions)
def test_taking_something_off_both_sides_changes_nothing(
    world: tuple[Dataset, dict[str, Rational]], left: str, right: str
) -> None:
    checker = Checker(InMemory(world[0]))
    plain = checker.check(f"{left} > {right}")
    shifted = checker.check(f"{left} - total > {right} - total")
    assert (plain.outcome, plain.margin) == (shifted.outcome, shifted.margin)
