"""How far apart two sides may be and still be taken as the same."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.errors import UsageError
from mycity_cli.exact import Rational, rational
from mycity_cli.figure import RATIO, Bound
from mycity_cli.figure.folding import narrow
from mycity_cli.messages import say
from mycity_cli.statement.dimensions import in_words, together
from mycity_cli.statement.nodes import Fault, Number
from mycity_cli.statement.operands import read_operands
from mycity_cli.statement.parse import told
from mycity_cli.statement.units import unit_of_number

_HELP = say("write a percentage or an amount: 0.5%, 100 million yuan")


class Tolerance(NamedTuple):
    """A percentage of the right side, or an amount or number in the unit of what is compared."""

    number: Number

    @classmethod
    def parse(cls, text: str) -> Tolerance:
        """Return the tolerance that a text states. Raises UsageError where it states none."""
        try:
            found = read_operands(narrow(text))
        except Fault as fault:
            error = told(fault, text)
            error.where = "--tolerance"
            raise error from None
        number = found[0] if len(found) == 1 else None
        if not isinstance(number, Number) or number.figure.bound is not Bound.EXACT or number.figure.value < 0:
            raise UsageError(say("'{text}' is no tolerance", text=text), where="--tolerance", help=_HELP)
        return cls(number)

    def __str__(self) -> str:
        return str(self.number)

    def slack(self, unit: str, right: Rational) -> Rational:
        """Return how far the tolerance reaches in a comparison. Raises UsageError where it is of another unit."""
        value = rational(self.number.figure.value)
        if self.number.figure.unit == RATIO:
            return value * (right if right >= 0 else -right)
        own = unit_of_number(self.number)
        if together(own, unit) is None:
            message = say(
                "'{tolerance}' is {kind}, but the statement compares {compared}",
                tolerance=str(self),
                kind=in_words(own),
                compared=in_words(unit),
            )
            raise UsageError(message, where="--tolerance", help=say("a percentage fits every statement: 0.5%"))
        return value
