"""What `and`, `or` and `not` make of the verdicts on their parts.

The logic is Kleene's, in which what is open stays open unless the other parts settle the whole: false and anything is
false, true or anything is true. Of the two ways to be open, not checkable outweighs undecided, since more precise
figures would not settle it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mycity_cli.statement.nodes import Chain, Denial, Joint, Junction, Statement
from mycity_cli.statement.verdict import Outcome

_WORST_FIRST = (Outcome.FALSE, Outcome.NOT_CHECKABLE, Outcome.UNDECIDED, Outcome.TRUE)
_OPPOSITES = {Outcome.TRUE: Outcome.FALSE, Outcome.FALSE: Outcome.TRUE}


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return whether all of some statements hold."""
    return min(outcomes, key=_WORST_FIRST.index)


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return whether one of some statements holds."""
    return opposite(all_of(map(opposite, outcomes)))


def opposite(outcome: Outcome) -> Outcome:
    """Return whether a statement does not hold."""
    return _OPPOSITES.get(outcome, outcome)


def whole(statement: Statement, outcomes: Iterator[Outcome]) -> Outcome:
    """Return what can be said of a statement, from what can be said of each chain in it, in order."""
    match statement:
        case Chain():
            return next(outcomes)
        case Denial():
            return opposite(whole(statement.part, outcomes))
        case Junction():
            parts = [whole(part, outcomes) for part in statement.parts]
            return all_of(parts) if statement.joint is Joint.AND else any_of(parts)
