"""Deciding relations: each becomes a statement, judged as any other, and is told with the numbers of both sides."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mycity_cli.exact import rational
from mycity_cli.figure import Bound, Figure
from mycity_cli.messages import Message, say
from mycity_cli.query import Sum
from mycity_cli.release.arithmetic import Arithmetic
from mycity_cli.release.assertions.assertion import OVER_100
from mycity_cli.release.converted import converted
from mycity_cli.release.findings import Candidate, Relation, RelationKind, numbers_of
from mycity_cli.release.settle import Settled
from mycity_cli.release.statements import above, added, decided, equal, minus, not_above, number, over, plus
from mycity_cli.release.written import as_stated, in_words
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
        outcome, told = Outcome.UNDECIDED, say("{reason}: it is not clear what is compared", reason=told)
    return Relation(candidate, verdict.statement, outcome, told, "exceeds/more-than")


def impossible_relation(candidate: Candidate, arithmetic: Arithmetic) -> Relation:
    """Return a part that exceeds its whole, decided."""
    part, whole = (arithmetic.figures[each] for each in numbers_of(candidate))
    verdict = decided([part, whole], lambda numbers: not_above(*numbers))
    told = say("a part of {whole} is stated as {part}", whole=as_stated(whole), part=as_stated(part))
    return Relation(candidate, verdict.statement, verdict.outcome, told, "sum/part-exceeds")


def relation(settled: Settled, arithmetic: Arithmetic) -> Relation:
    """Return what an assertion comes to as a relation: with its statement, its outcome, and the reason in words."""
    candidate, rule, figures = settled.candidate, settled.rule, arithmetic.figures
    if rule == OVER_100 and candidate.result is not None:
        share = figures[candidate.result]
        verdict = decided([share], lambda numbers: not_above(numbers[0], number("100%")))
        impossible = say("a part is no more than its whole")
        return Relation(candidate, verdict.statement, verdict.outcome, impossible, rule)
    if not candidate.terms:
        # Figures near it that may be meant, none of them likely, are no reason to say that there are none.
        missing = settled.assertion.missing[-1 if settled.assertion.options else 0]
        return Relation(candidate, "", Outcome.NOT_CHECKABLE, missing, rule)
    verdict = verdict_of(candidate, figures)
    told = _reason(candidate, figures, verdict)
    if verdict.outcome is Outcome.TRUE:
        if _are_open(candidate, arithmetic):
            open_ = say("{reason}: neither bound settles it", reason=told)
            return Relation(candidate, verdict.statement, Outcome.NOT_CHECKABLE, open_, rule)
        if (nearer := _nearer_fraction(candidate, figures)) is not None and verdict.left is not None:
            near = say(
                "{computed}, which is nearer to {fraction}; stated is {stated}",
                computed=_comes_to(candidate, _value_of(verdict.left, candidate, figures)),
                fraction=nearer,
                stated=figures[candidate.result or 0].text,
            )
            return Relation(candidate, verdict.statement, Outcome.UNDECIDED, near, rule)
        return Relation(candidate, verdict.statement, Outcome.TRUE, told, rule, asserted=settled.asserted)
    if settled.outcome is Outcome.UNDECIDED:
        unclear = say("{reason}: it is not clear what is meant", reason=told)
        return Relation(candidate, verdict.statement, Outcome.UNDECIDED, unclear, rule)
    if verdict.outcome is Outcome.FALSE and arithmetic.is_cut(candidate):
        cut = say("{reason}: cut, not rounded", reason=told)
        return Relation(candidate, verdict.statement, Outcome.FALSE, cut, "rounding/cut")
    return Relation(candidate, verdict.statement, verdict.outcome, told, rule)


def _are_open(candidate: Candidate, arithmetic: Arithmetic) -> bool:
    """Return whether the bounds of the figures let nearly any result agree, so that it says nothing that one does."""
    unbounded = [each for each in candidate.terms if arithmetic.figures[each].bound in (Bound.OVER, Bound.AT_LEAST)]
    return (
        candidate.kind in (RelationKind.SHARE, RelationKind.GROWTH)
        and len(unbounded) > 1
        and arithmetic.chance(candidate) == 1
    )


def _nearer_fraction(candidate: Candidate, figures: Sequence[Figure]) -> Message | None:
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
    Fraction(1, 5): say("a fifth"),
    Fraction(1, 4): say("a quarter"),
    Fraction(1, 3): say("a third"),
    Fraction(2, 5): say("two fifths"),
    Fraction(1, 2): say("a half"),
    Fraction(3, 5): say("three fifths"),
    Fraction(2, 3): say("two thirds"),
    Fraction(3, 4): say("three quarters"),
    Fraction(4, 5): say("four fifths"),
}
"""The fractions that people name: halves, thirds, quarters, fifths."""

COMPUTED = {RelationKind.SUM, RelationKind.SHARE, RelationKind.AVERAGE, RelationKind.GROWTH}
"""The relations of which one side is computed from several figures."""


def _reason(candidate: Candidate, figures: Sequence[Figure], verdict: Verdict) -> str:
    if verdict.left is None or verdict.right is None:
        return verdict.reason
    if candidate.kind is RelationKind.RESTATED:
        return _both_stated(candidate, figures, verdict)
    left, right = (_value_of(side, candidate, figures) for side in (verdict.left, verdict.right))
    if candidate.kind is RelationKind.EXCEEDS:
        return say("the left side is {left}, the right side {right}", left=left, right=right)
    computed = _comes_to(candidate, left)
    if verdict.outcome is Outcome.FALSE:
        return say("{computed}, not to {stated}", computed=computed, stated=right)
    if verdict.outcome is not Outcome.TRUE:
        return say("{computed}: {reason}", computed=computed, reason=verdict.reason)
    stated = figures[candidate.result or 0].text or right
    if _is_same(verdict):
        return say("{computed}; stated is {stated}", computed=computed, stated=stated)
    return say("{computed}; stated is {stated}, which agrees within rounding", computed=computed, stated=stated)


def _value_of(side: Sum, candidate: Candidate, figures: Sequence[Figure]) -> str:
    """Return what a side comes to, in the unit of the result, or of the figure that the statement begins with."""
    like = figures[candidate.terms[0] if candidate.result is None else candidate.result]
    return in_words(side.value, like.unit, like.text)


def _comes_to(candidate: Candidate, value: str) -> Message:
    """Return what is computed of figures, as a sentence."""
    match candidate.kind:
        case RelationKind.SUM:
            said = say("the parts add up to {value}", value=value)
        case RelationKind.SHARE:
            said = say("the share comes to {value}", value=value)
        case RelationKind.AVERAGE:
            said = say("the average comes to {value}", value=value)
        case _ if candidate.falling:
            said = say("the decrease comes to {value}", value=value)
        case _:
            said = say("the growth comes to {value}", value=value)
    return said


def _is_same(verdict: Verdict) -> bool:
    """Return whether two sides are the same number, and do not only agree within rounding."""
    return verdict.left is None or verdict.right is None or verdict.left.value == verdict.right.value


def _both_stated(candidate: Candidate, figures: Sequence[Figure], verdict: Verdict) -> str:
    one, other = (figures[each].text or as_stated(figures[each]) for each in (*candidate.terms, candidate.result or 0))
    if verdict.outcome is Outcome.FALSE:
        return say("stated as {one}, and as {other}", one=one, other=other)
    if verdict.outcome is not Outcome.TRUE:
        return say("stated as {one}, and as {other}: {reason}", one=one, other=other, reason=verdict.reason)
    if _is_same(verdict):
        return say("stated as {one}, and again as {other}", one=one, other=other)
    return say("stated as {one}, and again as {other}, which agrees within rounding", one=one, other=other)
