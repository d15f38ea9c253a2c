"""Where amounts lie beside limits: the engine tells rows apart by that, and not by each number.

What a number of a column amounts to depends on the words around it, which are a power of ten and a hedge. For every
power a limit is another number; between two neighbours of all these numbers every amount passes or none does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

from sqlalchemy import ColumnElement, Numeric, case, literal, literal_column

from mycity_cli.exact import rational
from mycity_cli.figure import Figure

_POWERS = range(-38, 25)
"""The powers of ten that the digits of a number may stand for: as many decimals as there are, and words up to 10^24."""

_TOO_WIDE = 1 << 63


class Limits:
    """The numbers of a column at which it may change whether an amount passes some limits.

    The numbers have so many decimals, and so many digits at most.
    """

    def __init__(self, limits: Iterable[Figure], *, places: int, digits: int) -> None:
        self._places = places
        found: set[int] = set()
        for limit in limits:
            for power in _POWERS:
                number = Fraction(rational(limit.value)) / Fraction(10) ** power
                # The least number that reaches the limit, and the least that exceeds it.
                found |= {ceil(number), floor(number) + 1}
        self._ends = sorted(end for end in found if 0 < end < 10**digits)

    def section(self, number: ColumnElement[Any]) -> ColumnElement[Any]:
        """Return the section that a number is in, from 0: all amounts in it with the same words pass, or none."""
        section: ColumnElement[Any] = literal(0)
        for end in self._ends:
            section += case((number >= self._literal(end), 1), else_=0)
        return section

    def within(self, number: ColumnElement[Any], sections: Collection[int]) -> ColumnElement[bool]:
        """Return the condition that a number is in one of some sections."""
        return self.section(number).in_(sorted(sections))

    def _literal(self, end: int) -> ColumnElement[Any]:
        if self._places:
            return literal(Decimal(end).scaleb(-self._places), Numeric)
        # Drivers hand over no integer of more than 64 bits.
        return literal(end) if end < _TOO_WIDE else literal_column(str(end))
