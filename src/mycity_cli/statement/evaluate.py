"""What an expression comes to: its form, computed exactly."""

from __future__ import annotations

from fractions import Fraction

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import Bound
from mycity_cli.interval import End, Interval
from mycity_cli.messages import clauses, say
from mycity_cli.query import Sum
from mycity_cli.statement.forms import Form, Opaque, Unknown, sum_of
from mycity_cli.statement.nodes import (
    Addition,
    Expression,
    Fault,
    Measured,
    Multiplication,
    Name,
    Negation,
    Number,
    Operator,
    Range,
    Span,
)
from mycity_cli.statement.terms import Term, Terms, why

ZERO = Interval.exactly(0)

MOST_BITS = 2000
"""How long the numbers of an expression may be, together: about 600 digits, more than mean anything."""


class NoValueError(Exception):
    """An expression that has no value: a figure is not stated, or something is divided by zero."""

    def __init__(self, reason: str, *, may_have_one: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_have_one = may_have_one


class Evaluation:
    """The values of the expressions of one statement. What is the same number in two of them is known to be."""

    def __init__(self, terms: Terms, of_terms: dict[object, Opaque]) -> None:
        self.terms = terms
        self.used: dict[Term, None] = {}
        self._opaque: dict[object, Opaque] = {}
        self._of_terms = of_terms

    def form(self, node: Expression, *, threshold: bool) -> Form:
        """Return what an expression comes to. Beside an order comparison its figures are thresholds, as written.

        Raises NoValueError where it comes to nothing, Fault where its numbers grow out of bounds.
        """
        match node:
            case Number():
                return self._figure(node, threshold=threshold)
            case Range():
                return _form_of(Opaque(_sum_of_range(node)))
            case Name() | Measured():
                return self._term(node)
            case Negation():
                return self.form(node.operand, threshold=threshold).scaled(-1)
            case Addition():
                form = self.form(node.first, threshold=threshold)
                for operator, part in node.rest:
                    sign = 1 if operator is Operator.PLUS else -1
                    form = _bounded(form.plus(self.form(part, threshold=threshold), sign), node.span)
                return form
            case Multiplication():
                form = self.form(node.first, threshold=threshold)
                for operator, factor in node.rest:
                    other = self.form(factor, threshold=threshold)
                    combined = self._quotient(form, other, factor) if operator is Operator.OVER else None
                    form = _bounded(combined or self._product(form, other), node.span)
                return form

    def _figure(self, node: Number, *, threshold: bool) -> Form:
        figure = node.figure
        if figure.bound is not Bound.EXACT:
            interval = figure.interval
        elif threshold or self.terms.as_written:
            return Form(rational(figure.value))
        elif node.scaled:
            # 93 billion with its currency left out is as round as 93 billion yuan.
            interval = Interval.around(rational(figure.value), Fraction(rational(figure.step)) / 2)
        else:
            interval = figure.interval
        # Two figures of a statement are two numbers, even where they read the same.
        return _form_of(Opaque(Sum(rational(figure.value), interval)))

    def _term(self, node: Name | Measured) -> Form:
        term = self.terms.of(node)
        self.used[term] = None
        if term.sum is None:
            raise NoValueError(clauses(map(why, term.left_out)) or say("{name} involves no money", name=node))
        return _form_of(term)

    def _product(self, one: Form, other: Form) -> Form:
        if not other.weights:
            return one.scaled(other.constant)
        if not one.weights:
            return other.scaled(one.constant)
        key = frozenset((one.key(), other.key()))
        known = self._combined(one, other)
        if key not in known:
            known[key] = Opaque(Sum(one.value * other.value, one.interval * other.interval))
        return Form(0, {known[key]: 1})

    def _quotient(self, one: Form, other: Form, divisor: Expression) -> Form:
        interval = other.interval
        if interval == ZERO:
            raise NoValueError(say("division by zero: {divisor} is 0", divisor=divisor))
        # A hedged figure need not be among its own possible values: nearly half is less than half.
        if 0 in interval or other.value == 0:
            raise NoValueError(say("the divisor may be zero: {divisor}", divisor=divisor), may_have_one=True)
        if not other.weights:
            return one.scaled(_whole(Fraction(1) / other.constant))
        key = one.key(), other.key()
        known = self._combined(one, other)
        if key not in known:
            value = _whole(Fraction(one.value) / other.value)
            quotients = Interval.exactly(1) if one.key() == other.key() else one.interval / interval
            known[key] = Opaque(Sum(value, quotients))
        return Form(0, {known[key]: 1})

    def _combined(self, one: Form, other: Form) -> dict[object, Opaque]:
        """Return the products and quotients met so far: those of terms alone serve all statements of a dataset."""
        terms_alone = all(isinstance(unknown, Term) for form in (one, other) for unknown in form.weights)
        return self._of_terms if terms_alone else self._opaque


def _sum_of_range(node: Range) -> Sum:
    """Return any number from the one end to the other, both as written; as stated it is the one in the middle."""
    low, high = (rational(end.figure.value) for end in (node.low, node.high))
    return Sum(_whole(Fraction(low + high) / 2), Interval(End(low), End(high)))


def _form_of(unknown: Unknown) -> Form:
    """Return the form of an unknown number; a constant where it is known exactly."""
    sum = sum_of(unknown)
    return Form(sum.value) if sum.interval.width == 0 else Form(0, {unknown: 1})


def _bounded(form: Form, span: Span) -> Form:
    """Return the form. Raises Fault where its numbers have become too long to be computed with and shown."""
    numbers = [form.constant, *form.weights.values(), *(sum_of(unknown).value for unknown in form.weights)]
    if sum(number.numerator.bit_length() + number.denominator.bit_length() for number in numbers) > MOST_BITS:
        raise Fault(say("the numbers grow too long to be shown"), span, help=say("compare simpler figures"))
    return form


def _whole(value: Fraction) -> Rational:
    return value.numerator if value.denominator == 1 else value
