"""What the amounts of rows add up to, and whether an amount is that."""

from __future__ import annotations

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import Figure
from mycity_cli.interval import Interval


class AmountSum:
    """The sum of amounts of rows, by currency, and what is not in it."""

    def __init__(self) -> None:
        self.values: dict[str, Rational] = {}
        self.intervals: dict[str, list[Figure]] = {}
        self.rows = 0
        self.lacks = False

    def add(self, amount: object) -> None:
        """Add what the cell of a row says."""
        self.rows += 1
        if not isinstance(amount, Figure):
            self.lacks = True
            return
        self.values[amount.unit] = self.values.get(amount.unit, 0) + rational(amount.value)
        self.intervals.setdefault(amount.unit, []).append(amount)

    def is_whole(self, amount: object) -> bool:
        """Return whether an amount is exactly this sum, which lacks nothing and is one of several."""
        return self.rows >= 2 and not self.lacks and isinstance(amount, Figure) and self.equals(amount)

    def equals(self, amount: Figure) -> bool:
        """Return whether an amount is exactly this sum."""
        return self.values.get(amount.unit) == rational(amount.value)

    def surely_exceeds(self, amount: Figure) -> bool:
        """Return whether what is stated adds up to more than an amount, so that nothing missing could mend it."""
        figures = self.intervals.get(amount.unit, [])
        return bool(figures) and is_below(amount.interval, Interval.sum(figure.interval for figure in figures))

    def may_be(self, amount: Figure) -> bool:
        """Return whether an amount is this sum as far as it is stated."""
        if self.equals(amount):
            return True
        figures = self.intervals.get(amount.unit, [])
        added = Interval.sum(figure.interval for figure in figures)
        stated = amount.interval
        return _meet(added, stated)


def is_below(a: Interval, b: Interval) -> bool:
    """Return whether everything in an interval is less than everything in another."""
    if a.high is None or b.low is None:
        return False
    return a.high.value < b.low.value or (a.high.value == b.low.value and not (a.high.closed and b.low.closed))


def _meet(one: Interval, other: Interval) -> bool:
    return not (is_below(one, other) or is_below(other, one))
