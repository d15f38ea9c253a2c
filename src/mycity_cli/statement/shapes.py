"""Trees made again from trees of the same shape.

Statements that differ in their names and figures alone are parsed in the same steps. The steps are taken once, and for
every other statement the leaves are put in place: that is several times as fast.
"""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.statement.nodes import (
    Addition,
    Chain,
    Date,
    Denial,
    Expression,
    Filter,
    Junction,
    Measured,
    Multiplication,
    Name,
    Negation,
    Number,
    Range,
    Statement,
)

Leaf = Number | Name | Date


def with_leaves(statement: Statement, leaves: Iterator[Leaf]) -> Statement:
    """Return the statement with other leaves, of the same kinds and in the same order."""
    match statement:
        case Chain():
            first = _expression(statement.first, leaves)
            return Chain(first, tuple([(relation, _expression(side, leaves)) for relation, side in statement.rest]))
        case Junction():
            return Junction(statement.joint, tuple([with_leaves(part, leaves) for part in statement.parts]))
        case Denial():
            return Denial(with_leaves(statement.part, leaves))


def _expression(node: Expression, leaves: Iterator[Leaf]) -> Expression:
    match node:
        case Number() | Name():
            return next(leaves)  # type: ignore[return-value]  # of the kind of the leaf that it takes the place of
        case Range():
            low: Number = next(leaves)  # type: ignore[assignment]  # two figures, and nothing else, stand in a range
            high: Number = next(leaves)  # type: ignore[assignment]
            return Range(low, high)
        case Measured():
            name: Name = next(leaves)  # type: ignore[assignment]
            return Measured(name, tuple([_filter(each, leaves) for each in node.filters]))
        case Negation():
            return Negation(_expression(node.operand, leaves))
        case Addition() | Multiplication():
            first = _expression(node.first, leaves)
            return type(node)(first, tuple([(operator, _expression(part, leaves)) for operator, part in node.rest]))


def _filter(node: Filter, leaves: Iterator[Leaf]) -> Filter:
    name: Name | None = next(leaves) if node.name is not None else None  # type: ignore[assignment]
    return Filter(name, next(leaves))
