"""The unit of every part of a statement, before anything is computed; what does not go together is an error."""

from __future__ import annotations

from mycity_cli.figure import COUNT, Bound
from mycity_cli.figure.units import unit_name
from mycity_cli.messages import Said, say
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
        _joined(left, units[index], right, units[index + 1], compares=True)
        for index, (left, _, right) in enumerate(chain.comparisons)
    ]


def _require_one_way(chain: Chain) -> None:
    if len(chain.rest) == 1:
        return
    directions = {0}
    for relation, side in chain.rest:
        direction = _DIRECTIONS.get(relation)
        if direction is None:
            raise Fault(say("!= cannot stand in a chain"), side.span, help=say("write two statements"))
        directions.add(direction)
        if len(directions) > 2:
            help = say("Xiamen < Dongguan < Suzhou is a chain; else write two statements")
            raise Fault(say("a chain of comparisons goes one way"), side.span, help=help)


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
                unit = _joined(before, unit, part, _unit(part, terms), compares=False)
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
            message = say("a range goes from one plain figure to another")
            raise Fault(message, end.span, help=say("write {range}", range="6 to 8.8"))
    if low != high:
        help = say("5 billion yuan to 8 billion yuan is a range")
        raise Fault(say("the ends of a range are in two units"), node.span, help=help)
    if node.low.figure.value > node.high.figure.value:
        turned = say("write {range}", range=f"{node.high} to {node.low}")
        raise Fault(say("a range goes from the lower figure to the higher"), node.span, help=turned)
    return low


def _joined(left: Expression, one: str, right: Expression, other: str, *, compares: bool) -> str:
    """Return the unit in which two parts are compared, or else added. Raises Fault where there is none."""
    unit = together(one, other)
    if unit is None:
        raise _unlike(left, one, right, other, compares=compares)
    return unit


def _unlike(left: Expression, one: str, right: Expression, other: str, *, compares: bool) -> Fault:
    """Return what is wrong with two parts in units that do not go together."""
    for node, own, beside in ((left, one, other), (right, other, one)):
        if own == NUMBER and is_money(beside):
            message = (
                say("an amount and a plain number cannot be compared")
                if compares
                else say("an amount and a plain number cannot be added")
            )
            return Fault(message, node.span, help=_which_unit(node, unit_name(beside)))
    help: str = say("there are no exchange rates in the data") if is_money(one) and is_money(other) else ""
    for name, unit_of_name, figure in ((left, one, right), (right, other, left)):
        if (
            isinstance(name, Name)
            and is_money(unit_of_name)
            and isinstance(figure, Number)
            and figure.figure.unit == COUNT
        ):
            measure = f"projects({name if name.name != TOTAL else ''})"
            help = say("'{name}' is an amount; did you mean {measure}?", name=name, measure=measure)
    kinds = {"one": in_words(one), "other": in_words(other)}
    message = (
        say("{one} and {other} cannot be compared", **kinds)
        if compares
        else say("{one} and {other} cannot be added", **kinds)
    )
    return Fault(message, right.span, help=help)


def _which_unit(node: Expression, currency: Said) -> Said:
    if not isinstance(node, Number):
        return say(
            "give its figures a unit: billion {currency}, million {currency}, {currency}",
            currency=currency,
        )
    return say(
        "which unit is meant: {number} billion {currency}, {number} million {currency} or {number} {currency}?",
        number=node,
        currency=currency,
    )


def _combined(operator: Operator, one: str, factor: Expression, other: str) -> str:
    """Return the unit of a product or quotient. Raises Fault where it would mean nothing."""
    divided = operator is Operator.OVER
    unit = quotient(one, other) if divided else product(one, other)
    if unit is None:
        kinds = {"one": in_words(one), "other": in_words(other)}
        message = (
            say("{one} cannot be divided by {other}", **kinds)
            if divided
            else say("{one} cannot be multiplied by {other}", **kinds)
        )
        raise Fault(message, factor.span)
    return unit
