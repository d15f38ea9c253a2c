"""Deciding relations: each becomes a statement, judged as any other, and is told with the numbers of both sides."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mycity_cli.exact import rational
from mycity_cli.figure import Bound, Figure
from mycity_cli.release.arithmetic import Arithmetic
from mycity_cli.release.assertions.assertion import OVER_100
from mycity_cli.release.converted import converted
from mycity_cli.release.findings import Candidate, Relation, RelationKind, numbers_of
from mycity_cli.release.settle import Settled
from mycity_cli.release.statements import above, added, decided, equal, minus, not_above, number, over, plus
from mycity_cli.release.written import in_words, operand
from mycity_cli.statement.nodes import Chain, Expression, Number
from mycity_cli.statement.verdict import Outcome, Verdict


def converted_relations(conversions: Sequence[Candidate], arithmetic: Arithmetic) -> list[Relation]:
    """Return the conversions, each with its rate checked."""
    found = converted(list(conversions), list(arithmetic.figures))
    return [found[each]._replace(rule="conversion/rate") for each in conversions]


def compared_relation(candidate: Candidate, arithmetic: Arithmetic) -> Relation:
    """Return a comparison, decided: what is said to be more than others.

    Which figures are meant is seldom clear, so that one that does not hold is undecided.
    """
    figures = arithmetic.figures
    verdict = verdict_of(candidate, figures)
    outcome, told = verdict.outcome, _reason(candidate, figures, verdict)
    if outcome is Outcome.FALSE:
        outcome, told = Outcome.UNDECIDED, f"{told}: it is not clear what is compared"
    return Relation(candidate, verdict.statement, outcome, told, "exceeds/more-than")


def impossible_relation(candidate: Candidate, arithmetic: Arithmetic) -> Relation:
    """Return a part that exceeds its whole, decided."""
    part, whole = (arithmetic.figures[each] for each in numbers_of(candidate))
    verdict = decided([part, whole], lambda numbers: not_above(*numbers))
    told = f"a part of {operand(whole)} is stated as {operand(part)}"
    return Relation(candidate, verdict.statement, verdict.outcome, told, "sum/part-exceeds")


def relation(settled: Settled, arithmetic: Arithmetic) -> Relation:
    """Return what an assertion comes to as a relation: with its statement, its outcome, and the reason in words."""
    candidate, rule, figures = settled.candidate, settled.rule, arithmetic.figures
    if rule == OVER_100 and candidate.result is not None:
        share = figures[candidate.result]
        verdict = decided([share], lambda numbers: not_above(numbers[0], number("100%")))
        return Relation(candidate, verdict.statement, verdict.outcome, "a part is no more than its whole", rule)
    if not candidate.terms:
        # Figures near it that may be meant, none of them likely, are no reason to say that there are none.
        clearly = " clearly" if settled.assertion.options else ""
        return Relation(candidate, "", Outcome.NOT_CHECKABLE, f"{settled.assertion.missing}{clearly}", rule)
    verdict = verdict_of(candidate, figures)
    told = _reason(candidate, figures, verdict)
    if verdict.outcome is Outcome.TRUE:
        if _are_open(candidate, arithmetic):
            return Relation(
                candidate, verdict.statement, Outcome.NOT_CHECKABLE, f"{told}: neither bound settles it", rule
            )
        if (nearer := _nearer_fraction(candidate, figures)) is not None:
            stated = f"stated is {figures[candidate.result or 0].text}"
            return Relation(
                candidate,
                verdict.statement,
                Outcome.UNDECIDED,
                f"{told.partition(';')[0]}, which is nearer to {nearer}; {stated}",
                rule,
            )
        return Relation(candidate, verdict.statement, Outcome.TRUE, told, rule, asserted=settled.asserted)
    if settled.outcome is Outcome.UNDECIDED:
        return Relation(candidate, verdict.statement, Outcome.UNDECIDED, f"{told}: it is not clear what is meant", rule)
    if verdict.outcome is Outcome.FALSE and arithmetic.is_cut(candidate):
        return Relation(candidate, verdict.statement, Outcome.FALSE, f"{told}: cut, not rounded", "rounding/cut")
    return Relation(candidate, verdict.statement, verdict.outcome, told, rule)


def _are_open(candidate: Candidate, arithmetic: Arithmetic) -> bool:
    """Return whether the bounds of the figures let nearly any result agree, so that it says nothing that one does."""
    unbounded = [each for each in candidate.terms if arithmetic.figures[each].bound in (Bound.OVER, Bound.AT_LEAST)]
    return (
        candidate.kind in (RelationKind.SHARE, RelationKind.GROWTH)
        and len(unbounded) > 1
        and arithmetic.chance(candidate) == 1
    )


def _nearer_fraction(candidate: Candidate, figures: Sequence[Figure]) -> str | None:
    """Return the simple fraction that a share is nearer to than to the one in words that is stated; None without one.

    A quarter is stated to a tenth, as a half is: 20 to 30 percent. At 20 percent people say a fifth, so that a quarter
    is neither right nor plainly wrong there.
    """
    if candidate.kind is not RelationKind.SHARE or candidate.result is None:
        return None
    figure = figures[candidate.result]
    value = rational(figure.value)
    if figure.bound is not Bound.EXACT or not (value / rational(figure.step)) % 1:
        return None  # no fraction in words: of those only halves and fifths are whole tenths
    part, whole = (Fraction(rational(figures[term].value)) for term in candidate.terms)
    nearest, stated = (min(_SIMPLE, key=lambda each: abs(each - share)) for share in (part / whole, Fraction(value)))
    return None if abs(part / whole - nearest) == abs(part / whole - stated) else _SIMPLE[nearest]


def verdict_of(candidate: Candidate, figures: Sequence[Figure]) -> Verdict:
    """Return the verdict on what a candidate with terms says of figures, with the numbers of both sides."""
    return decided([figures[each] for each in numbers_of(candidate)], lambda numbers: _statement(candidate, numbers))


def agrees_by_rounding(relation: Relation, figures: Sequence[Figure]) -> bool:
    """Return whether a relation is true only because its terms are rounded: what it comes to is not what is stated.

    12 billion / 10 billion - 1 comes to 20 %, and may be 31 % where both are rounded to a billion.
    """
    candidate = relation.candidate
    if relation.outcome is not Outcome.TRUE or candidate.kind not in COMPUTED or candidate.result is None:
        return False
    verdict, stated = verdict_of(candidate, figures), figures[candidate.result]
    if verdict.left is None or verdict.right is None:
        return False
    return abs(Fraction(verdict.left.value) - Fraction(verdict.right.value)) > Fraction(stated.step) / 2


def _statement(candidate: Candidate, numbers: Sequence[Number]) -> Chain:
    """Return the statement that a relation is, of its terms and its result."""
    if candidate.kind is RelationKind.EXCEEDS:
        return above(numbers[0], added(numbers[1:]))
    *terms, result = numbers
    return equal(_computed(candidate, terms), result)


def _computed(candidate: Candidate, terms: Sequence[Number]) -> Expression:
    match candidate.kind:
        case RelationKind.SUM:
            return added(terms)
        case RelationKind.SHARE | RelationKind.AVERAGE:
            return over(*terms)
        case RelationKind.GROWTH if candidate.by_amount:
            new, by = terms
            return over(by, plus(new, by) if candidate.falling else minus(new, by))
        case RelationKind.GROWTH:
            quotient = over(*terms)
            return minus(number("1"), quotient) if candidate.falling else minus(quotient, number("1"))
        case _:
            return terms[0]


_SIMPLE = {
    Fraction(1, 5): "a fifth",
    Fraction(1, 4): "a quarter",
    Fraction(1, 3): "a third",
    Fraction(2, 5): "two fifths",
    Fraction(1, 2): "a half",
    Fraction(3, 5): "three fifths",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
    Fraction(4, 5): "four fifths",
}
"""The fractions that people name: halves, thirds, quarters, fifths."""

COMPUTED = {RelationKind.SUM, RelationKind.SHARE, RelationKind.AVERAGE, RelationKind.GROWTH}
"""The relations of which one side is computed from several figures."""

_LEFT = {
    RelationKind.SUM: "the parts add up to {}",
    RelationKind.SHARE: "the share comes to {}",
    RelationKind.AVERAGE: "the average comes to {}",
    RelationKind.GROWTH: "the growth comes to {}",
    RelationKind.EXCEEDS: "the left side is {}",
}


def _reason(candidate: Candidate, figures: Sequence[Figure], verdict: Verdict) -> str:
    if verdict.left is None or verdict.right is None:
        return verdict.reason
    unit = figures[candidate.terms[0] if candidate.result is None else candidate.result].unit
    if candidate.kind is RelationKind.RESTATED:
        return _both_stated(candidate, figures, verdict)
    like = figures[candidate.terms[0] if candidate.result is None else candidate.result].text
    left = _LEFT[candidate.kind].format(in_words(verdict.left.value, unit, like))
    if candidate.kind is RelationKind.GROWTH and candidate.falling:
        left = left.replace("growth", "decrease")
    right = in_words(verdict.right.value, unit, like)
    if candidate.kind is RelationKind.EXCEEDS:
        return f"{left}, the right side {right}"
    if verdict.outcome is Outcome.FALSE:
        return f"{left}, not to {right}" if " to " in left else f"{left}, and as {right}"
    if verdict.outcome is Outcome.TRUE:
        return f"{left}; stated is {figures[candidate.result or 0].text or right}{_within(verdict)}"
    return f"{left}: {verdict.reason}"


def _within(verdict: Verdict) -> str:
    """Return what to add where two sides agree that are not the same number."""
    same = verdict.left is None or verdict.right is None or verdict.left.value == verdict.right.value
    return "" if same else ", which agrees within rounding"


def _both_stated(candidate: Candidate, figures: Sequence[Figure], verdict: Verdict) -> str:
    one, other = (figures[each].text or operand(figures[each]) for each in (*candidate.terms, candidate.result or 0))
    if verdict.outcome is Outcome.FALSE:
        return f"stated as {one}, and as {other}"
    if verdict.outcome is Outcome.TRUE:
        return f"stated as {one}, and again as {other}{_within(verdict)}"
    return f"stated as {one}, and as {other}: {verdict.reason}"
