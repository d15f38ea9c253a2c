"""The tree of a statement. Printed, a node is source that parses back to the same node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from mycity_cli.figure import Figure
from mycity_cli.period import Period


class Span(NamedTuple):
    """The characters of a statement that a node was read from: the first, and the one after the last."""

    start: int
    end: int


class Fault(Exception):  # noqa: N818  # no user sees it: it becomes a StatementError
    """What is wrong with a part of a statement, told where only the part is known and not the whole text."""

    def __init__(self, message: str, span: Span, *, help: str = "", name: str = "") -> None:
        super().__init__(message)
        self.name = name
        self.message = message
        self.span = span
        self.help = help


class Relation(StrEnum):
    """How two sides are compared."""

    ABOVE = ">"
    NOT_BELOW = ">="
    BELOW = "<"
    NOT_ABOVE = "<="
    EQUAL = "="
    UNEQUAL = "!="

    @property
    def is_order(self) -> bool:
        """Whether it says which side is larger: a figure beside it is a threshold, exactly as written."""
        return self not in (Relation.EQUAL, Relation.UNEQUAL)


class Operator(StrEnum):
    """What joins the parts of a sum or of a product."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure written in the statement. `scaled` tells `93 billion`, which may be money, from a bare `50`."""

    figure: Figure
    scaled: bool
    span: Span = field(compare=False)

    def __str__(self) -> str:
        return self.figure.text


@dataclass(frozen=True, slots=True)
class Range:
    """Any number from one figure to another: `6 to 8.8`."""

    low: Number
    high: Number

    @property
    def span(self) -> Span:
        """From the one figure to the other."""
        return Span(self.low.span.start, self.high.span.end)

    def __str__(self) -> str:
        return f"{self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class Name:
    """A name; in quotes it is nothing but a name, whatever it says."""

    name: str
    quoted: bool
    span: Span = field(compare=False)

    def __str__(self) -> str:
        if not self.quoted:
            return self.name
        return f"“{self.name}”" if '"' in self.name else f'"{self.name}"'


@dataclass(frozen=True, slots=True)
class Date:
    """A month or a day, as filters take it."""

    period: Period
    span: Span = field(compare=False)

    def __str__(self) -> str:
        return str(self.period)


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of a measure: its name, None for a bare place or year, and its value."""

    name: Name | None
    value: Name | Number | Date

    @property
    def span(self) -> Span:
        """The whole filter."""
        return Span((self.name or self.value).span.start, self.value.span.end)

    def __str__(self) -> str:
        return str(self.value) if self.name is None else f"{self.name}={self.value}"


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure of the records that match every filter: `projects(Suzhou, year=2022)`."""

    measure: Name
    filters: tuple[Filter, ...]

    @property
    def span(self) -> Span:
        """From the name to the last filter."""
        last = self.filters[-1] if self.filters else self.measure
        return Span(self.measure.span.start, last.span.end)

    def __str__(self) -> str:
        return f"{self.measure}({', '.join(map(str, self.filters))})"


@dataclass(frozen=True, slots=True)
class Negation:
    """An expression with a minus before it."""

    operand: Expression

    @property
    def span(self) -> Span:
        """What is negated."""
        return self.operand.span

    def __str__(self) -> str:
        return f"-{_in_parentheses(self.operand, Addition, Multiplication)}"


@dataclass(frozen=True, slots=True)
class Addition:
    """A sum: its first part, and each other part after its plus or minus. Flat, so that a long sum is not deep."""

    first: Expression
    rest: tuple[tuple[Operator, Expression], ...]

    @property
    def span(self) -> Span:
        """From the first part to the last."""
        return Span(self.first.span.start, self.rest[-1][1].span.end)

    def __str__(self) -> str:
        parts = (f" {operator} {_in_parentheses(part, Addition)}" for operator, part in self.rest)
        return _in_parentheses(self.first, Addition) + "".join(parts)


@dataclass(frozen=True, slots=True)
class Multiplication:
    """A product: its first factor, and each other factor or divisor."""

    first: Expression
    rest: tuple[tuple[Operator, Expression], ...]

    @property
    def span(self) -> Span:
        """From the first part to the last."""
        return Span(self.first.span.start, self.rest[-1][1].span.end)

    def __str__(self) -> str:
        parts = (f" {operator} {_in_parentheses(part, Addition, Multiplication)}" for operator, part in self.rest)
        return _in_parentheses(self.first, Addition, Multiplication) + "".join(parts)


Expression = Number | Range | Name | Measured | Negation | Addition | Multiplication


@dataclass(frozen=True, slots=True)
class Chain:
    """A comparison, or a chain of them: each side is compared with the one before it."""

    first: Expression
    rest: tuple[tuple[Relation, Expression], ...]

    def __str__(self) -> str:
        return str(self.first) + "".join(f" {relation} {side}" for relation, side in self.rest)

    @property
    def comparisons(self) -> list[tuple[Expression, Relation, Expression]]:
        """The comparisons of the chain, in order."""
        sides = [self.first, *(side for _, side in self.rest)]
        return [(sides[index], relation, right) for index, (relation, right) in enumerate(self.rest)]


class Joint(StrEnum):
    """What joins statements to one."""

    AND = "and"
    OR = "or"


@dataclass(frozen=True, slots=True)
class Junction:
    """Statements that are all to hold, or of which one is."""

    joint: Joint
    parts: tuple[Statement, ...]

    def __str__(self) -> str:
        # With parentheses no figure goes on into the next part: `x = three hundred and five = y`.
        return f" {self.joint} ".join(f"({part})" for part in self.parts)


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement with `not` before it."""

    part: Statement

    def __str__(self) -> str:
        return f"not ({self.part})"


Statement = Chain | Junction | Denial


def chains_in(statement: Statement) -> Iterator[Chain]:
    """Yield the comparisons and chains that a statement is made of, in order."""
    match statement:
        case Chain():
            yield statement
        case Junction():
            for part in statement.parts:
                yield from chains_in(part)
        case Denial():
            yield from chains_in(statement.part)


def names_in(statement: Statement) -> Iterator[Name | Measured]:
    """Yield the names and measures that a statement compares."""
    for chain in chains_in(statement):
        yield from _names_in(chain)


def _names_in(chain: Chain) -> Iterator[Name | Measured]:
    waiting: list[Expression] = [chain.first, *(side for _, side in chain.rest)]
    while waiting:
        match waiting.pop():
            case (Name() | Measured()) as node:
                yield node
            case Negation(operand):
                waiting.append(operand)
            case Addition(first, rest) | Multiplication(first, rest):
                waiting += [first, *(part for _, part in rest)]


def _in_parentheses(node: Expression, *looser: type[Expression]) -> str:
    """Return the node as text, in parentheses where it binds no closer than what it is a part of."""
    return f"({node})" if isinstance(node, looser) else str(node)
