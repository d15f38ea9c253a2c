"""Values that know what they are made of: sums of unknown numbers, each with its weight, and a constant.

Plain interval arithmetic forgets that the Suzhou in `total - Suzhou` is a part of the total, and finds more to be
possible than is. Here what is the same number cancels exactly, as far as a statement is linear in its figures; the rest
is plain interval arithmetic, which is never too narrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import Any, NamedTuple

from mycity_cli.exact import Rational
from mycity_cli.interval import Interval
from mycity_cli.query import Sum
from mycity_cli.statement.terms import Term


@dataclass(frozen=True, slots=True, eq=False)
class Opaque:
    """An unknown number of which no parts are known: a figure of the statement, a product. Equal only to itself."""

    sum: Sum


Unknown = Term | Opaque


class Form(NamedTuple):
    """A constant, and unknown numbers with the weight of each, none of them zero."""

    constant: Rational
    weights: Mapping[Unknown, Rational] = {}

    @property
    def value(self) -> Rational:
        """The value with every unknown number as stated."""
        value = self.constant
        for unknown, weight in self.weights.items():
            value += weight * sum_of(unknown).value
        return value

    @property
    def interval(self) -> Interval:
        """Every value that the unknown numbers allow."""
        parts: Mapping[Any, tuple[Sum, Rational]] = (
            self._expanded()
            if _overlap(self.weights)
            else {each: (sum_of(each), w) for each, w in self.weights.items()}
        )
        spread = [_scaled(sum.interval, weight) for sum, weight in parts.values()]
        if self.constant or not spread:
            spread.append(Interval.exactly(self.constant))
        return reduce(Interval.__add__, spread)

    @property
    def sum(self) -> Sum:
        """The value and the interval."""
        if len(self.weights) == 1 and not self.constant:
            ((unknown, weight),) = self.weights.items()
            # Most sides of statements are one name or one figure, whose sum is at hand.
            if weight == 1:
                return sum_of(unknown)
        return Sum(self.value, self.interval)

    def scaled(self, by: Rational) -> Form:
        """Return the form with everything multiplied."""
        if by == 1:
            return self
        weights = {unknown: weight * by for unknown, weight in self.weights.items()} if by else {}
        return Form(self.constant * by, weights)

    def plus(self, other: Form, sign: int = 1) -> Form:
        """Return the sum, or with a sign of -1 the difference: what is in both is added up or cancels."""
        weights = dict(self.weights)
        for unknown, weight in other.weights.items():
            weights[unknown] = weights.get(unknown, 0) + sign * weight
        return Form(self.constant + sign * other.constant, {u: weight for u, weight in weights.items() if weight})

    def less(self, other: Form, sums: tuple[Sum, Sum]) -> Sum:
        """Return what is left of this form when the other is taken from it; `sums` are those of the two."""
        if other.weights and (self.weights.keys() & other.weights.keys() or _overlap([*self.weights, *other.weights])):
            return self.plus(other, -1).sum
        whole, taken = sums
        return Sum(whole.value - taken.value, whole.interval - taken.interval)

    def key(self) -> tuple[Rational, frozenset[tuple[Unknown, Rational]]]:
        """Return what two forms have in common that are the same number whatever the unknown numbers are."""
        return self.constant, frozenset(self.weights.items())

    def _expanded(self) -> dict[Any, tuple[Sum, Rational]]:
        """Return the parts of all terms with their weights added up, so that a part of two terms is there once."""
        expanded: dict[Any, tuple[Sum, Rational]] = {}
        for unknown, weight in self.weights.items():
            parts: Iterable[tuple[Any, Sum]] = (
                unknown.parts.items() if isinstance(unknown, Term) else [(unknown, unknown.sum)]
            )
            for key, sum in parts:
                known = expanded.get(key)
                expanded[key] = (sum, weight if known is None else known[1] + weight)
        return {key: (sum, weight) for key, (sum, weight) in expanded.items() if weight}


def _overlap(unknowns: Iterable[Unknown]) -> bool:
    """Return whether two of the terms share a part."""
    parts = [unknown.parts.keys() for unknown in unknowns if isinstance(unknown, Term)]
    return len(parts) > 1 and any(not one.isdisjoint(other) for one, other in combinations(parts, 2))


def sum_of(unknown: Unknown) -> Sum:
    """Return the value and the interval of an unknown number. Raises ValueError for a term that is not stated."""
    if unknown.sum is None:
        raise ValueError(f"{unknown} has no value")
    return unknown.sum


def _scaled(interval: Interval, by: Rational) -> Interval:
    # Most weights are 1 and -1, which need none of the cases of a product.
    if by == 1:
        return interval
    return -interval if by == -1 else interval * Interval.exactly(by)
