"""The verdict on a statement, with its proof."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from mycity_cli.exact import Rational
from mycity_cli.exit_codes import ExitCode
from mycity_cli.query import LeftOut, Sum
from mycity_cli.statement.nodes import Relation
from mycity_cli.statement.terms import Term


class Outcome(StrEnum):
    """What can be said of a statement."""

    TRUE = "true"
    FALSE = "false"
    UNDECIDED = "undecided"
    """The precision of the figures does not settle it."""
    NOT_CHECKABLE = "not checkable"
    """A figure is missing, or the statement divides by zero."""

    @property
    def exit_code(self) -> ExitCode:
        """What a command returns that comes to this."""
        return _EXIT_CODES[self]


_EXIT_CODES = {
    Outcome.TRUE: ExitCode.DONE,
    Outcome.FALSE: ExitCode.NO,
    Outcome.UNDECIDED: ExitCode.UNSETTLED,
    Outcome.NOT_CHECKABLE: ExitCode.UNSETTLED,
}


class Verdict(NamedTuple):
    """What can be said of a statement, and why.

    `left` and `right` are the two sides of the comparison that decides, in `unit`, and `margin` is what the left is
    more than the right; None where a side has no value. `tolerance` is the one that was asked for, as written, and
    `without_tolerance` what the outcome is without it, where that is another.
    """

    statement: str
    outcome: Outcome
    reason: str
    relation: Relation
    unit: str
    left: Sum | None = None
    right: Sum | None = None
    margin: Sum | None = None
    terms: tuple[Term, ...] = ()
    tolerance: str | None = None
    without_tolerance: Outcome | None = None

    @property
    def share(self) -> Rational | None:
        """The margin as a share of the right side; None where there is none, or the right side is zero."""
        if self.margin is None or self.right is None or not self.right.value:
            return None
        return abs(Fraction(self.margin.value) / self.right.value)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What the terms do not hold, and why."""
        return tuple(dict.fromkeys(each for term in self.terms for each in term.left_out))
