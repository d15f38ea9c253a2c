"""What stands between the signs of a statement, cut into terminals of the grammar: operands, and words for signs.

Where a sign could stand, `more than` is one; where an operand could, it is the hedge of a figure, if one follows. What
can belong to a figure does: `5 billion yuan or more`, `three hundred and five`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from mycity_cli.figure.tokens import Token, tokenize
from mycity_cli.statement.nodes import Date, Fault, Name, Number, Span
from mycity_cli.statement.operands import Operand, moved, read_operand, read_operands
from mycity_cli.statement.phrases import Phrase, article_at, phrase_at, twice_at
from mycity_cli.statement.words import Sign, Words, words

_KINDS = {Number: "FIGURE", Name: "NAME", Date: "DATE"}
ENDS = ("FIGURE", "NAME", "DATE", "RPAR")
"""The terminals behind which a sign could stand."""


class Piece(NamedTuple):
    """A terminal of the grammar: its kind, what it says (the leaf of the tree, for an operand), where it stands."""

    kind: str
    says: str | Operand
    start: int
    end: int

    def moved(self, by: int) -> Piece:
        """Return the piece as it stands in a text that begins `by` characters earlier."""
        says = self.says if isinstance(self.says, str) else moved(self.says, by)
        return Piece(self.kind, says, self.start + by, self.end + by)


def leaf(operand: Operand) -> Piece:
    """Return the terminal that an operand is."""
    return Piece(_KINDS[type(operand)], operand, *operand.span)


# Between the signs of many statements stand the same few texts.
@lru_cache(maxsize=4096)
def pieces_between(text: str, *, behind: bool, followed: bool) -> tuple[Piece, ...]:
    """Return the terminals of a text without signs.

    It stands `behind` an operand or not, and is `followed` by one or not. Raises Fault for what can be in none.
    """
    if not words().are_in(text):
        return tuple(_with_ranges([leaf(operand) for operand in read_operands(text)]))
    return tuple(_with_ranges(_Reader(text, followed=followed).read(behind=behind)))


@contextmanager
def moved_by(start: int) -> Iterator[None]:
    """Raise a Fault of a part of a text, which begins at `start`, as one of the whole text."""
    try:
        yield
    except Fault as fault:
        raise Fault(fault.message, Span(*(at + start for at in fault.span)), help=fault.help) from None


class _Reader:
    """Reads a text that may hold words for signs, one terminal after the other."""

    def __init__(self, text: str, *, followed: bool) -> None:
        self._text = text
        self._words: Words = words()
        self._tokens = tokenize(text)
        self._starts = [token.start for token in self._tokens]
        self._followed = followed

    def read(self, *, behind: bool) -> list[Piece]:
        """Return the terminals. Raises Fault for what can be in none."""
        found: list[Piece] = []
        at = self._next(0)
        at = at if behind else article_at(self._text, at)
        while at < len(self._text):
            phrase = self._phrase(at, found, behind=behind)
            if phrase is not None:
                found += self._of_phrase(phrase)
                behind, at = phrase.ends, self._next(phrase.end)
                at = at if behind else article_at(self._text, at)
                continue
            sign = self._words.at(self._text, at)
            if sign is not None and not behind and self._begins_name(at, sign):
                sign = None
            operand = None if sign is not None and behind else self._operand(at, sign)
            if operand is not None:
                found.append(leaf(operand))
                at, behind = operand.span.end, True
            elif sign is not None:
                found.append(Piece(sign.kind, sign.says, at, sign.end))
                at, behind = sign.end, False
            at = article_at(self._text, self._next(at)) if not behind else self._next(at)
        return found

    def _phrase(self, at: int, found: list[Piece], *, behind: bool) -> Phrase | None:
        if behind:
            return phrase_at(self._text, at, found[-1].says if found else None)
        return twice_at(self._text, at)

    def _of_phrase(self, phrase: Phrase) -> Iterator[Piece]:
        """Yield the terminals that a phrase stands for. Raises Fault for what can be in none."""
        yield from (Piece(*made) for made in phrase.before)
        if phrase.than is not None:
            start, end = phrase.than
            with moved_by(start):
                within = pieces_between(self._text[start:end], behind=False, followed=False)
            yield from (piece.moved(start) for piece in within)
        yield from (Piece(*made) for made in phrase.behind)

    def _begins_name(self, at: int, sign: Sign) -> bool:
        """Return whether a letter that is a sign behind an operand begins a name where none stands: 且末."""
        return sign.end == at + 1 and self._text[sign.end : sign.end + 1].isalpha()

    def _next(self, at: int) -> int:
        """Return where the next token begins, from a place on."""
        index = bisect_left(self._starts, at)
        return self._starts[index] if index < len(self._starts) else len(self._text)

    def _operand(self, at: int, sign: Sign | None) -> Operand | None:
        """Return the operand at a place; None where words stand there that are a sign, and begin no figure."""
        end = self._words.next_in(self._text, at + 1 if sign is None else sign.end)
        if sign is None and (hedged := self._hedged(at, end)) is not None:
            return hedged
        try:
            operand = self._up_to(at, end)
        except Fault as fault:
            if self._joins(fault.span.start) and fault.span.start > at:
                operand = self._up_to(at, fault.span.start)
            elif sign is not None:
                return None
            else:
                raise
        if sign is not None and not isinstance(operand, Number):
            return None
        return self._without_sign(operand, at) if isinstance(operand, Number) else operand

    def _hedged(self, at: int, end: int) -> Number | None:
        """Return the figure at a place that goes on behind the `end` of its first word: 约为500亿元, 估计为500亿元."""
        if end == len(self._text) or any(map(str.isdecimal, self._text[at:end])):
            return None
        try:
            found = self._up_to(at, self._words.next_in(self._text, end + 1))
        except Fault:
            return None
        return found if isinstance(found, Number) and found.span.end > end else None

    def _without_sign(self, operand: Number, at: int) -> Operand:
        """Return a figure without the words behind it that join it to an operand: `at least` in `5 at least 4`."""
        start, end = operand.span
        found = self._words.behind(self._text[start:end])
        if found is None or (found.end == end - start and not self._goes_on(end)):
            return operand
        try:
            alone = self._up_to(at, start + found.start)
        except Fault:
            return operand
        return alone if isinstance(alone, Number) else operand

    def _joins(self, at: int) -> bool:
        """Return whether words for a sign stand at a place, with an operand behind them."""
        sign = self._words.at(self._text, at)
        if sign is None or self._goes_on(sign.end):
            return sign is not None
        following = self._next(sign.end)
        try:
            # The words behind them may be the hedge of a figure.
            return following < len(self._text) and isinstance(self._up_to(following, len(self._text)), Number)
        except Fault:
            return False

    def _goes_on(self, at: int) -> bool:
        """Return whether an operand stands at a place, and no words that could be a sign."""
        following = self._next(at)
        if following == len(self._text):
            return self._followed
        return self._words.at(self._text, following) is None

    def _up_to(self, at: int, end: int) -> Operand:
        """Return the operand at a place, of which nothing stands from the `end` on."""
        tokens: list[Token] = self._tokens[bisect_left(self._starts, at) : bisect_left(self._starts, end)]
        return read_operand(self._text[:end], tokens)


def _with_ranges(found: list[Piece]) -> list[Piece]:
    """Return terminals in which "to" between two figures is the sign of a range."""
    return [
        Piece("TO", "to", piece.start, piece.end) if _joins_figures(found, number) else piece
        for number, piece in enumerate(found)
    ]


def _joins_figures(found: list[Piece], number: int) -> bool:
    says = found[number].says
    if not isinstance(says, Name) or says.name.lower() != "to" or not 0 < number < len(found) - 1:
        return False
    return found[number - 1].kind == found[number + 1].kind == "FIGURE"
