"""From the rules of the grammar to the nodes of the tree."""

from __future__ import annotations

from typing import TypeVar

from lark import Token, Transformer

from mycity_cli.statement.nodes import (
    Addition,
    Chain,
    Date,
    Denial,
    Expression,
    Filter,
    Joint,
    Junction,
    Measured,
    Multiplication,
    Name,
    Negation,
    Number,
    Operator,
    Range,
    Relation,
    Statement,
)

Part = Token | Expression
J = TypeVar("J", Relation, Operator)

_SPELLINGS = {"≥": ">=", "≤": "<=", "==": "=", "≈": "=", "≠": "!=", "×": "*", "÷": "/"}


class TreeBuilder(Transformer[Token, Statement]):
    """Builds the node of each rule as soon as the parser has read it; a method for each rule, of the same name."""

    def start(self, parts: list[Statement]) -> Statement:
        """Return the whole statement."""
        return parts[0]

    def either(self, parts: list[Token | Statement]) -> Junction:
        """Return the statements of which one is to hold."""
        return Junction(Joint.OR, _statements(parts))

    def both(self, parts: list[Token | Statement]) -> Junction:
        """Return the statements that are all to hold."""
        return Junction(Joint.AND, _statements(parts))

    def denial(self, parts: list[Token | Statement]) -> Denial:
        """Return what stands after `not`, denied."""
        return Denial(_statements(parts[1:])[0])

    def comparison(self, parts: list[Part]) -> Chain:
        """Return the comparison of sides by the relations between them."""
        return Chain(_side(parts[0]), _joined(Relation, parts))

    def sum(self, parts: list[Part]) -> Addition:
        """Return the sum of its parts."""
        return Addition(_side(parts[0]), _joined(Operator, parts))

    def product(self, parts: list[Part]) -> Multiplication:
        """Return the product of its factors."""
        return Multiplication(_side(parts[0]), _joined(Operator, parts))

    def negation(self, parts: list[Part]) -> Negation:
        """Return what stands after a minus, negated."""
        return Negation(_side(parts[1]))

    def leaf(self, parts: list[Token]) -> Number | Name:
        """Return the figure or the name that the token holds."""
        leaf: Number | Name = parts[0].value
        return leaf

    def range(self, parts: list[Token]) -> Range:
        """Return the range from one figure to another."""
        low: Number = parts[0].value
        high: Number = parts[2].value
        return Range(low, high)

    def measured(self, parts: list[Token | Filter | None]) -> Measured:
        """Return the measure with its filters."""
        name: Name = parts[0].value  # type: ignore[union-attr,assignment]  # the grammar has a NAME there
        return Measured(name, tuple(part for part in parts[1:] if isinstance(part, Filter)))

    def filter(self, parts: list[Token | None]) -> Filter:
        """Return the filter: a value, and before it a name where it has one."""
        value: Name | Number | Date = parts[-1].value  # type: ignore[union-attr]  # the grammar has a value last
        name: Name | None = parts[0].value if len(parts) == 3 and parts[0] is not None else None
        return Filter(name, value)


def _statements(parts: list[Token | Statement]) -> tuple[Statement, ...]:
    return tuple(part for part in parts if not isinstance(part, Token))


def _side(part: Part) -> Expression:
    if isinstance(part, Token):
        raise TypeError(f"{part.type} is no expression")
    return part


def _joined(kind: type[J], parts: list[Part]) -> tuple[tuple[J, Expression], ...]:
    """Return what follows the first part: each part after what joins it to the one before."""
    return tuple(
        (kind(_SPELLINGS.get(str(joint), str(joint))), _side(part))
        for joint, part in zip(parts[1::2], parts[2::2], strict=True)
    )
