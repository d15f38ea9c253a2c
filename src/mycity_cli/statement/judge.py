"""What the possible differences of two sides say of a comparison."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from mycity_cli.interval import Interval
from mycity_cli.messages import Message, listed, say, say_as
from mycity_cli.statement.nodes import Relation
from mycity_cli.statement.verdict import Outcome

_ZERO = Interval.exactly(0)


def judge(relation: Relation, difference: Interval) -> Outcome:
    """Return what can be said of `left relation right`, from every possible value of left - right.

    An order is true where it holds for every one and false where it holds for none; `=` is true where the sides can be
    the same, and `!=` is its opposite.
    """
    match relation:
        case Relation.ABOVE:
            return _settled(yes=difference.above(_ZERO), no=_ZERO.not_below(difference))
        case Relation.NOT_BELOW:
            return _settled(yes=difference.not_below(_ZERO), no=_ZERO.above(difference))
        case Relation.BELOW:
            return judge(Relation.ABOVE, -difference)
        case Relation.NOT_ABOVE:
            return judge(Relation.NOT_BELOW, -difference)
        case Relation.EQUAL:
            return Outcome.TRUE if 0 in difference else Outcome.FALSE
        case Relation.UNEQUAL:
            return Outcome.FALSE if 0 in difference else Outcome.TRUE


def reason(outcome: Outcome, relation: Relation, *, as_stated: bool) -> Message:
    """Return why a comparison comes out as it does. What is false does not agree: which figure is wrong is open."""
    if not relation.is_order:
        agree = (outcome is Outcome.TRUE) == (relation is Relation.EQUAL)
        return _OF_EQUATIONS[agree, as_stated]
    return _OF_ORDERS.get((outcome, as_stated), _UNSETTLED)


_UNSETTLED = say("the precision of the figures does not settle it")
_OF_ORDERS = {
    (Outcome.TRUE, True): say("it agrees with the figures, as stated"),
    (Outcome.TRUE, False): say("it agrees with the figures, however they were rounded"),
    (Outcome.FALSE, True): say("it does not agree with the figures, as stated"),
    (Outcome.FALSE, False): say("it does not agree with the figures, however they were rounded"),
}
"""Why an order is true or false: by the outcome, and whether the figures are taken as stated."""
_OF_EQUATIONS = {
    (True, True): say("the left side agrees with the right, as stated"),
    (True, False): say("the left side agrees with the right, at the precision stated"),
    (False, True): say("the left side does not agree with the right, as stated"),
    (False, False): say("the left side does not agree with the right, at the precision stated"),
}
"""Why an equation comes out as it does: whether the sides agree, and whether the figures are taken as stated."""
OUTCOME_WORDS = {
    Outcome.TRUE: say_as("verdict", "true"),
    Outcome.FALSE: say_as("verdict", "false"),
    Outcome.UNDECIDED: say_as("verdict", "undecided"),
    Outcome.NOT_CHECKABLE: say_as("verdict", "not checkable"),
}
"""What the outcomes are called where people read them."""


def reason_with_tolerance(outcome: Outcome, tolerance: str, without: Outcome) -> Message:
    """Return why a comparison comes out otherwise with a tolerance than `without`."""
    word = OUTCOME_WORDS[without]
    if outcome is Outcome.UNDECIDED:
        return say("because of the tolerance of {tolerance}: without it {outcome}", tolerance=tolerance, outcome=word)
    return say("only with the tolerance of {tolerance}: without it {outcome}", tolerance=tolerance, outcome=word)


# Many statements of many parts come out in a few ways.
@lru_cache(maxsize=1024)
def reason_of_parts(outcomes: tuple[Outcome, ...]) -> Message:
    """Return why a statement comes out as it does that is made of parts with these outcomes."""
    if len(outcomes) == 1:
        return say("its part is {outcome}", outcome=OUTCOME_WORDS[outcomes[0]])
    counts = Counter(outcomes)
    found = [
        say("{number} {outcome}", number=counts[each], outcome=OUTCOME_WORDS[each]) for each in Outcome if counts[each]
    ]
    return say("of its {number} parts {found}", number=len(outcomes), found=listed(found))


def _settled(*, yes: bool, no: bool) -> Outcome:
    if yes:
        return Outcome.TRUE
    return Outcome.FALSE if no else Outcome.UNDECIDED
