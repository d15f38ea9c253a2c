"""What holds of every verdict: true is true of all values that the figures may stand for, false of none."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from examples import dataset, signing
from mycity_cli.errors import StatementError
from mycity_cli.exact import Rational
from mycity_cli.figure import Figure
from mycity_cli.model import Dataset
from mycity_cli.query.engine import InMemory
from mycity_cli.statement.checker import Checker
from mycity_cli.statement.nodes import Addition, Expression, Multiplication, Name, Negation, Number, Operator, Relation
from statement.chains import chain
from strategies import datasets

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
    """Return a dataset with a signing in each city, and numbers that its amounts may stand for.

    In some cities more was signed: of an amount that is missing, or without any money.
    """
    stated = [signing(f"in-{id}", amount=draw(amounts), city=id) for id in CITIES]
    more = {id: draw(st.sampled_from([..., ..., None, "none"])) for id in CITIES}
    silent = [signing(f"more-{id}", amount=amount, city=id) for id, amount in more.items() if amount is not ...]
    data = dataset(*stated, *silent)
    truth: dict[str, Rational] = {}
    for each in data.signings[: len(CITIES)]:
        assert each.money is not None
        interval = each.money.interval
        assert interval.low is not None
        assert interval.high is not None
        share = Fraction(draw(st.integers(0, 8)), 8)
        truth[CITIES[each.city]] = interval.low.value + (interval.high.value - interval.low.value) * share
        if more[each.city] is None:
            truth[CITIES[each.city]] += draw(st.integers(0, 40)) * 10**8
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
    statement = chain(text)
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


MEASURED = (
    "total",
    "Suzhou",
    "amount(source=paper)",
    "amount(currency=CNY)",
    "amount(min-amount=1 billion yuan)",
    "amount(Suzhou, max-amount=1 billion yuan)",
    "total - Suzhou",
    "total - 2 * Suzhou",
    "amount(min-amount=1 billion yuan) - amount(Suzhou, min-amount=1 billion yuan)",
)
COUNTED = (
    "projects()",
    "projects(Suzhou)",
    "projects(min-amount=1 billion yuan)",
    "projects() - projects(min-amount=1 billion yuan)",
    "signings(min-amount=1 billion yuan)",
    "signings() - signings(max-amount=1 billion yuan) + projects(Suzhou)",
    "conferences(min-amount=1 billion yuan)",
)
SHARES = ("Suzhou / total", "Suzhou / Xiamen", "(total - Suzhou) / total", "amount(currency=CNY) * 2 / total")
thresholds = st.one_of(
    st.builds("{} {} {} billion yuan".format, st.sampled_from(MEASURED), relations, st.sampled_from("01259")),
    st.builds("{} {} {}".format, st.sampled_from(COUNTED), relations, st.integers(0, 8) | st.integers(0, 700)),
    st.builds("{} {} {}%".format, st.sampled_from(SHARES), relations, st.sampled_from(["10", "50", "100", "150"])),
)


def filled(data: Dataset, draw: st.DataObject) -> Dataset:
    """Return the dataset with something in the place of every figure that is missing."""
    figures = [
        {
            "amount": each.amount or Figure.parse(f"{draw.draw(st.sampled_from([1, 5 * 10**8, 10**9, 10**10]))} yuan"),
            # Of what no money is ever stated for no number of projects is missing either.
            "projects": Figure.parse(str(draw.draw(st.integers(0, 600)))) if each.lacks_projects else each.projects,
        }
        for each in data.signings
    ]
    signings = (each.model_copy(update=stated) for each, stated in zip(data.signings, figures, strict=True))
    return data.model_copy(update={"signings": tuple(signings)})


def without_parts(data: Dataset) -> Dataset:
    signings = (each.model_copy(update={"part_of": None}) for each in data.signings)
    return data.model_copy(update={"signings": tuple(signings)})


@given(st.data(), datasets(("CNY",)), thresholds)
def test_no_figure_that_is_missing_can_change_what_is_decided(draw: st.DataObject, data: Dataset, text: str) -> None:
    relation = chain(text).rest[0][0]
    lacking, known = (Checker(InMemory(each)).check(text).outcome for each in (data, filled(data, draw)))
    # `=` is true of sides that can be the same, which a figure that is filled in may then rule out.
    if lacking == "true" and relation is not Relation.EQUAL:
        assert known == "true"
    if lacking == "false" and relation is not Relation.UNEQUAL:
        assert known == "false"


def without(data: Dataset, bad: list[str]) -> InMemory:
    """Return what answers from the signings that are not bad."""
    lists = {name: getattr(data, name) for name in Dataset.model_fields}
    good = tuple(each for each in data.signings if each.id not in bad)
    return InMemory(Dataset.model_construct(**(lists | {"signings": good})), bad)


@given(st.data(), datasets(("CNY",)), thresholds)
def test_no_row_that_is_left_out_as_bad_can_change_what_is_decided(
    draw: st.DataObject, data: Dataset, text: str
) -> None:
    # What a bad row says is no matter: it may belong to one side or the other, and be the whole of others.
    bad = [each.id for each in data.signings if draw.draw(st.booleans())]
    relation = chain(text).rest[0][0]
    try:
        left = Checker(without(data, bad)).check(text).outcome
    except StatementError:
        return  # a place that only bad rows name
    known = Checker(InMemory(data)).check(text).outcome
    # Where what is left states nothing its sum is zero and more; where nothing states anything there is none.
    if left == "true" and relation is not Relation.EQUAL:
        assert known in ("true", "not checkable")
    if left == "false" and relation is not Relation.UNEQUAL:
        assert known in ("false", "not checkable")


@given(datasets(("CNY",)), thresholds)
def test_what_has_no_money_to_state_might_as_well_not_be_there(data: Dataset, text: str) -> None:
    if "projects" in text or "signings" in text:
        return
    data = without_parts(data)
    friends = dataset(signing("friends", amount="none", city="mianyang", kind="memorandum")).signings
    more = data.model_copy(update={"signings": (*data.signings, *friends)})
    left, right = (Checker(InMemory(each)).check(text) for each in (data, more))
    if left.outcome != right.outcome:
        # Of no signing at all the sum is nothing; of one without money there is none.
        assert right.reason.endswith(" involves no money")
    else:
        assert (left.margin, left.left_out) == (right.margin, right.left_out)


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
