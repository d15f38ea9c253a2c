"""What the possible differences of two sides say of a comparison."""

from __future__ import annotations

from mycity_cli.interval import Interval
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


def reason(outcome: Outcome, relation: Relation, *, as_stated: bool) -> str:
    """Return why a comparison comes out as it does. What is false does not agree: which figure is wrong is open."""
    precision = "as stated" if as_stated else "at the precision stated"
    if not relation.is_order:
        agree = (outcome is Outcome.TRUE) == (relation is Relation.EQUAL)
        return f"the left side {'agrees' if agree else 'does not agree'} with the right, {precision}"
    match outcome:
        case Outcome.TRUE:
            return "it agrees with the figures, " + (precision if as_stated else "however they were rounded")
        case Outcome.FALSE:
            return "it does not agree with the figures, " + (precision if as_stated else "however they were rounded")
        case _:
            return "the precision of the figures does not settle it"


def _settled(*, yes: bool, no: bool) -> Outcome:
    if yes:
        return Outcome.TRUE
    return Outcome.FALSE if no else Outcome.UNDECIDED
