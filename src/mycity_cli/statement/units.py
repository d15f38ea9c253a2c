"""The unit of every part of a statement, before anything is computed; what does not go together is an error."""

from __future__ import annotations

from mycity_cli.figure import COUNT, Bound
from mycity_cli.figure.units import unit_name
from mycity_cli.statement.dimensions import NUMBER, SCALED, in_words, is_money, product, quotient, together
from mycity_cli.statement.joined_names import TOTAL
from mycity_cli.statement.nodes import (
    Addition,
    Chain,
    Expression,
    Fault,
    Measured,
    Multiplication,
    Name,
    Negation,
    Number,
    Operator,
    Range,
    Relation,
)
from mycity_cli.statement.terms import Terms

_DIRECTIONS = {Relation.ABOVE: 1, Relation.NOT_BELOW: 1, Relation.BELOW: -1, Relation.NOT_ABOVE: -1, Relation.EQUAL: 0}


def units_of(chain: Chain, terms: Terms) -> list[str]:
    """Return the unit in which each comparison of a chain is made.

    Raises Fault for an unknown name, for parts that do not add, compare, multiply or divide, and for a chain that goes
    both ways.
    """
    _require_one_way(chain)
    units = [_unit(chain.first, terms), *(_unit(side, terms) for _, side in chain.rest)]
    return [
        _joined(left, units[index], right, units[index + 1], "compared")
        for index, (left, _, right) in enumerate(chain.comparisons)
    ]


def _require_one_way(chain: Chain) -> None:
    if len(chain.rest) == 1:
        return
    directions = {0}
    for relation, side in chain.rest:
        direction = _DIRECTIONS.get(relation)
        if direction is None:
            raise Fault("!= cannot stand in a chain", side.span, help="write two statements")
        directions.add(direction)
        if len(directions) > 2:
            help = "Xiamen < Dongguan < Suzhou is a chain; else write two statements"
            raise Fault("a chain of comparisons goes one way", side.span, help=help)


def _unit(node: Expression, terms: Terms) -> str:
    match node:
        case Number():
            return unit_of_number(node)
        case Range():
            return _unit_of_range(node)
        case Name() | Measured():
            return terms.of(node).unit
        case Negation():
            return _unit(node.operand, terms)
        case Addition():
            unit, before = _unit(node.first, terms), node.first
            for _, part in node.rest:
                unit = _joined(before, unit, part, _unit(part, terms), "added")
                before = part
            return unit
        case Multiplication():
            unit = _unit(node.first, terms)
            for operator, factor in node.rest:
                unit = _combined(operator, unit, factor, _unit(factor, terms))
            return unit


def unit_of_number(node: Number) -> str:
    """Return the unit of a figure that is written in a statement."""
    if node.figure.unit != COUNT or node.figure.thing:
        return node.figure.unit
    return SCALED if node.scaled else NUMBER


def _unit_of_range(node: Range) -> str:
    """Return the unit of a range. Raises Fault unless its ends are plain, in one unit, and the lower one first."""
    low, high = (unit_of_number(end) for end in (node.low, node.high))
    for end in (node.low, node.high):
        if end.figure.bound is not Bound.EXACT:
            raise Fault("a range goes from one plain figure to another", end.span, help="write 6 to 8.8")
    if low != high:
        raise Fault(
            "the ends of a range are in two units", node.span, help="5 billion yuan to 8 billion yuan is a range"
        )
    if node.low.figure.value > node.high.figure.value:
        turned = f"write {node.high} to {node.low}"
        raise Fault("a range goes from the lower figure to the higher", node.span, help=turned)
    return low


def _joined(left: Expression, one: str, right: Expression, other: str, verb: str) -> str:
    """Return the unit in which two parts are added or compared. Raises Fault where there is none."""
    unit = together(one, other)
    if unit is not None:
        return unit
    for node, own, beside in ((left, one, other), (right, other, one)):
        if own == NUMBER and is_money(beside):
            raise Fault(
                f"an amount and a plain number cannot be {verb}", node.span, help=_which_unit(node, unit_name(beside))
            )
    help = "there are no exchange rates in the data" if is_money(one) and is_money(other) else ""
    for name, unit_of_name, figure in ((left, one, right), (right, other, left)):
        if (
            isinstance(name, Name)
            and is_money(unit_of_name)
            and isinstance(figure, Number)
            and figure.figure.unit == COUNT
        ):
            help = f"'{name}' is an amount; did you mean projects({name if name.name != TOTAL else ''})?"
    raise Fault(f"{in_words(one)} and {in_words(other)} cannot be {verb}", right.span, help=help)


def _which_unit(node: Expression, currency: str) -> str:
    if not isinstance(node, Number):
        return f"give its figures a unit: billion {currency}, million {currency}, {currency}"
    return f"which unit is meant: {node} billion {currency}, {node} million {currency} or {node} {currency}?"


def _combined(operator: Operator, one: str, factor: Expression, other: str) -> str:
    """Return the unit of a product or quotient. Raises Fault where it would mean nothing."""
    divided = operator is Operator.OVER
    unit = quotient(one, other) if divided else product(one, other)
    if unit is None:
        verb = "divided by" if divided else "multiplied by"
        raise Fault(f"{in_words(one)} cannot be {verb} {in_words(other)}", factor.span)
    return unit
