"""Names that the data does not know, but whose parts it does: 总额, 苏州签约金额, 厦门加东莞, 厦门和东莞之和.

No letter in them tells where they are to be cut, since each is one of names too (新加坡, 呼和浩特): the names that the
data knows do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from mycity_cli.messages import clauses, say
from mycity_cli.statement.nodes import (
    Addition,
    Chain,
    Denial,
    Expression,
    Fault,
    Junction,
    Multiplication,
    Name,
    Negation,
    Operator,
    Span,
    Statement,
)
from mycity_cli.statement.words import words

TOTAL = "total"
"""The name of the amount of everything."""

_LONGEST = 80
"""A longer name is not cut: nobody writes one."""

Known = Callable[[str], bool]


def with_parts(statement: Statement, known: Known) -> Statement:
    """Return a statement in which names that the data does not know stand as what their parts say.

    Raises Fault for names that are joined by "and" alone, of which the sum may be meant, or each of them; and for a sum
    in words that is a part of a product or behind a minus, which may end before or behind it.
    """
    match statement:
        case Chain(first, rest):
            sides = tuple((relation, _cut(side, known, alone=True)) for relation, side in rest)
            return Chain(_cut(first, known, alone=True), sides)
        case Junction(joint, parts):
            return Junction(joint, tuple(with_parts(part, known) for part in parts))
        case Denial(part):
            return Denial(with_parts(part, known))


def _cut(node: Expression, known: Known, *, alone: bool = False) -> Expression:
    """Return an expression with its names cut; `alone` says that a sum may stand in its place as it is."""
    match node:
        case Name():
            return _Cutter(node, known).cut(alone=alone) if _may_be_cut(node) and not known(node.name) else node
        case Negation(operand):
            return Negation(_cut(operand, known))
        case Addition(first, rest):
            parts = tuple((each, _cut(part, known, alone=alone and each is Operator.PLUS)) for each, part in rest)
            return Addition(_cut(first, known, alone=alone), parts)
        case Multiplication(first, rest):
            return Multiplication(_cut(first, known), tuple((operator, _cut(part, known)) for operator, part in rest))
        case _:
            return node


def _may_be_cut(node: Name) -> bool:
    """Return whether a name has any of the words in it: what the data knows is asked only then."""
    if node.quoted or node.name.isascii() or len(node.name) > _LONGEST:
        return False
    return any(word in node.name for part in _names().values() for word in part)


class _Parted(NamedTuple):
    """The parts of a name: each with what joins it to the one before, "" for the first."""

    joints: tuple[str, ...]
    names: tuple[Name, ...]


class _Cutter:
    """Cuts one name."""

    def __init__(self, name: Name, known: Known) -> None:
        self._name = name
        self._known = known
        self._words = _names()

    def cut(self, *, alone: bool) -> Expression:
        """Return what the name says by its parts; the name itself where they are not known either."""
        text = self._name.name
        single = self._single(text, 0)
        if single is not None:
            return single
        for length in _endings(text, self._words["sum"]):
            summed = self._parts(text[:length], self._words["and"] + self._words["plus"])
            if summed is not None:
                return _sum(summed, dict.fromkeys(self._words["and"] + self._words["plus"], Operator.PLUS))
        operators = dict.fromkeys(self._words["plus"], Operator.PLUS)
        operators |= dict.fromkeys(self._words["minus"], Operator.MINUS)
        computed = self._parts(text, tuple(operators))
        if computed is not None and not alone:
            message = say("'{name}' may be computed before what stands beside it, or behind", name=text)
            within = f"({_sum(computed, operators)})"
            raise Fault(message, self._name.span, help=say("write parentheses: {sum}", sum=within))
        if computed is not None:
            return _sum(computed, operators)
        if (joined := self._parts(text, self._words["and"])) is not None:
            names = [str(name) for name in joined.names]
            message = say("'{names}' may be the sum of them, or each of them by itself", names=text)
            help = clauses([say("for the sum write {sum}", sum=" + ".join(names)), _EACH])
            raise Fault(message, self._name.span, help=help)
        return self._name

    def _single(self, text: str, start: int) -> Name | None:
        """Return the one name that a part of the name says, which begins so many characters into it."""
        span = Span(self._name.span.start + start, self._name.span.start + start + len(text))
        if self._known(text):
            return Name(text, quoted=False, span=span)
        if text in self._words["total"]:
            return Name(TOTAL, quoted=False, span=span)
        of = words().listed["shares"]["han_of"]
        for length in _endings(text, self._words["amount"]):
            name = text[:length].removesuffix(of)
            if self._known(name):
                return Name(name, quoted=False, span=Span(span.start, span.start + len(name)))
        return None

    def _parts(self, text: str, joints: tuple[str, ...]) -> _Parted | None:
        """Return the two parts or more that a text has between joints; None where not all of them are known."""

        @cache
        def parted(start: int) -> tuple[tuple[str, int, int], ...] | None:
            if start and self._single(text[start:], start) is not None:
                return (("", start, len(text)),)
            for at, joint in _joints_in(text, start + 1, joints):
                if self._single(text[start:at], start) is not None and (rest := parted(at + len(joint))) is not None:
                    return ((joint, start, at), *rest)
            return None

        found = parted(0)
        if found is None:
            return None
        names = [self._single(text[start:end], start) for _, start, end in found]
        return _Parted(("", *(joint for joint, _, _ in found[:-1])), tuple(filter(None, names)))


_EACH = say("for each a comparison of its own: 苏州 > 厦门 且 苏州 > 东莞")


def _sum(parted: _Parted, operators: dict[str, Operator]) -> Addition:
    first, *rest = parted.names
    return Addition(first, tuple((operators[joint], name) for joint, name in zip(parted.joints[1:], rest, strict=True)))


def _endings(text: str, endings: tuple[str, ...]) -> Iterator[int]:
    """Yield how long the text is before each of the endings that it has, the longest ending first."""
    yield from (len(text) - len(each) for each in endings if text.endswith(each) and len(each) < len(text))


def _joints_in(text: str, start: int, joints: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for at in range(start, len(text) - 1):
        yield from ((at, joint) for joint in joints if text.startswith(joint, at))


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return the words by what they do to names, the longest first."""
    return {
        part: tuple(sorted(listed.split("|"), key=len, reverse=True))
        for part, listed in words().listed["names"].items()
    }
