"""Statements of the figures of a release, built as trees and judged as any other statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from mycity_cli.errors import StatementError
from mycity_cli.figure import Figure
from mycity_cli.figure.folding import narrow
from mycity_cli.messages import Language, Said
from mycity_cli.model import Dataset
from mycity_cli.query.engine import InMemory
from mycity_cli.release.written import canonical, in_statement, operand
from mycity_cli.statement.checker import Checker
from mycity_cli.statement.nodes import (
    Addition,
    Chain,
    Expression,
    Fault,
    Multiplication,
    Number,
    Operator,
    Range,
    Relation,
)
from mycity_cli.statement.operands import read_operands
from mycity_cli.statement.verdict import Verdict

Tree = Callable[[Sequence[Number]], Chain]
"""What makes a statement of the figures in it."""


class SaidStatement(Said):
    """A statement of figures; what is not in the words of the release is in the scales of each language."""

    __slots__ = ("_figures", "_tree")

    _figures: Sequence[Figure]
    _tree: Tree

    @classmethod
    def of(cls, text: str, figures: Sequence[Figure], tree: Tree) -> SaidStatement:
        """Return a statement, whose text in English is known, as one that can be said in other languages."""
        self = cls(text)
        self._figures, self._tree = figures, tree
        return self

    def in_language(self, language: Language) -> str:
        """Return the statement in a language."""
        if language is Language.ENGLISH:
            return str(self)
        return str(self._tree([number(in_statement(figure, language)) for figure in self._figures]))


def decided(figures: Sequence[Figure], tree: Tree) -> Verdict:
    """Return the verdict on a statement of figures, in the words of the release where a statement can hold them all."""
    own = [_number(operand(figure)) for figure in figures]
    plain = [number for number in own if number is not None]
    if len(plain) == len(own):
        try:
            return _said(_checker().decide(tree(plain)), figures, tree)
        except StatementError:
            pass  # "6.6 billion" is a count of the release, and may be an amount in a statement
    verdict = _checker().decide(tree([number(canonical(figure)) for figure in figures]))
    return _said(verdict, [replace(figure, text="") for figure in figures], tree)


def _said(verdict: Verdict, figures: Sequence[Figure], tree: Tree) -> Verdict:
    return verdict._replace(statement=SaidStatement.of(verdict.statement, figures, tree))


@cache
def _checker() -> Checker:
    # What a release says of itself names nothing that would have to be looked up.
    return Checker(InMemory(Dataset()))


def number(text: str) -> Number:
    """Return the operand that a text is, and nothing else. Raises ValueError where it is no figure."""
    found = _number(text)
    if found is None:
        raise ValueError(f"'{text}' is no figure")
    return found


def _number(text: str) -> Number | None:
    try:
        found = read_operands(narrow(text)) if text.isprintable() else ()
    except Fault:
        return None
    if len(found) != 1 or not isinstance(found[0], Number):
        return None
    return replace(found[0], figure=replace(found[0].figure, text=text))


def equal(left: Expression, right: Expression) -> Chain:
    """Return the statement that two sides are the same."""
    return Chain(left, ((Relation.EQUAL, right),))


def above(left: Expression, right: Expression) -> Chain:
    """Return the statement that the left side is more than the right."""
    return Chain(left, ((Relation.ABOVE, right),))


def not_above(left: Expression, right: Expression) -> Chain:
    """Return the statement that the left side is not more than the right."""
    return Chain(left, ((Relation.NOT_ABOVE, right),))


def added(parts: Sequence[Number]) -> Expression:
    """Return the sum of figures; of one, that figure."""
    return Addition(parts[0], tuple((Operator.PLUS, part) for part in parts[1:])) if len(parts) > 1 else parts[0]


def plus(left: Expression, right: Expression) -> Addition:
    """Return the sum of two sides."""
    return Addition(left, ((Operator.PLUS, right),))


def minus(left: Expression, right: Expression) -> Addition:
    """Return the difference of two sides."""
    return Addition(left, ((Operator.MINUS, right),))


def over(left: Expression, right: Expression) -> Multiplication:
    """Return the quotient of two sides."""
    return Multiplication(left, ((Operator.OVER, right),))


def between(low: str, high: str) -> Range:
    """Return the range from one number to another."""
    return Range(number(low), number(high))
