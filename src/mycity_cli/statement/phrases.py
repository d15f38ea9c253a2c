"""Phrases of statements that are no word for one sign: 比厦门多, 的3倍, 约525亿元 behind a name, `half of`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mycity_cli.figure import COUNT, RATIO
from mycity_cli.messages import say
from mycity_cli.statement.nodes import Fault, Number, Span
from mycity_cli.statement.operands import Operand, moved, read_operands
from mycity_cli.statement.words import FIGURE, difference, words


class Made(NamedTuple):
    """A terminal that a phrase stands for: its kind, what it says, where it stands. `text` is one still to be read."""

    kind: str
    says: str | Operand
    start: int
    end: int


class Phrase(NamedTuple):
    """What a phrase stands for, up to the place where it ends.

    `than` is the part of the text, if any, that stands as operands behind the first terminal. `ends` says that what the
    phrase stands for is an operand.
    """

    before: tuple[Made, ...]
    end: int
    than: Span | None = None
    behind: tuple[Made, ...] = ()
    ends: bool = True


def phrase_at(text: str, at: int, last: object) -> Phrase | None:
    """Return the phrase that begins at a place behind an operand, `last`; None where none does.

    Raises Fault for one that can be read in several ways.
    """
    return _hedged(text, at) or _share_of(text, at, last) or _of_it(text, at) or _difference(text, at)


def twice_at(text: str, at: int) -> Phrase | None:
    """Return the phrase `twice`, before an operand."""
    found = _patterns().twice.match(text, at)
    if found is None:
        return None
    span = Span(*found.span())
    two = read_operands("2")[0]
    assert isinstance(two, Number)  # noqa: S101  # it is one
    made = Made("FIGURE", Number(two.figure, scaled=False, span=span), *span), Made("TIMES", "*", *span)
    return Phrase(made, span.end, ends=False)


def article_at(text: str, at: int) -> int:
    """Return where an article ends that stands before `total`; the place itself where none does."""
    found = _patterns().article.match(text, at)
    return at if found is None else found.end()


def _hedged(text: str, at: int) -> Phrase | None:
    if _patterns().hedged.match(text, at) is None:
        return None
    return Phrase((Made("EQUAL", "=", at, at),), at, ends=False)


def _share_of(text: str, at: int, last: object) -> Phrase | None:
    if not isinstance(last, Number) or last.figure.unit != RATIO:
        return None
    found = _patterns().of.match(text, at)
    return None if found is None else Phrase((Made("TIMES", "*", *found.span()),), found.end(), ends=False)


def _of_it(text: str, at: int) -> Phrase | None:
    """Return 的3倍 or 的一半 as a product with what stands before it."""
    found = _patterns().multiple.match(text, at)
    if found is not None:
        number = _number(text, Span(*found.span("number")))
        if number is None or number.figure.unit != COUNT or number.figure.thing:
            return None
        end = found.end()
    else:
        share = _patterns().share.match(text, at)
        number = None if share is None else _number(text, Span(*share.span("number")))
        if number is None or number.figure.unit != RATIO:
            return None
        end = number.span.end
    times = Made("TIMES", "*", at, at + 1)
    return Phrase((times, Made("FIGURE", number, *number.span)), end)


def _difference(text: str, at: int) -> Phrase | None:
    """Return 比厦门多 as a comparison, and 比厦门多390亿元 as an equation with a sum. Raises Fault for 比厦门多20%."""
    found = _patterns().difference.match(text, at)
    if found is None:
        return None
    is_more = found["more"] is not None
    than, word = Span(*found.span("than")), Span(*found.span("more" if is_more else "less"))
    stated = _patterns().amount.match(text, word.end)
    if stated is None:
        return Phrase((Made("COMPARED", ">" if is_more else "<", at, at + 1),), word.end, than)
    number = _number(text, Span(*stated.span("number")))
    goes_on = number is not None and text[number.span.end :].lstrip()[:1] in ("倍", "成")
    if number is None or goes_on or number.figure.unit == RATIO:
        span = Span(word.start, stated.start("number") + len(stated["number"].rstrip()))
        message = say("'{words}' says a share of what it is compared with", words=text[slice(*span)])
        name = text[slice(*than)].strip()
        raise Fault(message, span, help=say("write which part of it is meant: 苏州 = 120% * {name}", name=name))
    sign = Made("PLUS", "+", *word) if is_more else Made("MINUS", "-", *word)
    return Phrase(
        (Made("EQUAL", "=", at, at + 1),), number.span.end, than, (sign, Made("FIGURE", number, *number.span))
    )


def _number(text: str, span: Span) -> Number | None:
    """Return the figure that a part of a text begins with; None where it begins with none."""
    hedge = _patterns().hedged.match(text, span.start)
    end = min(span.end, words().next_in(text, span.start + 1 if hedge is None else hedge.end()))
    try:
        operand = read_operands(text[span.start : end])[0]
    except Fault:
        return None
    found = moved(operand, span.start)
    return found if isinstance(found, Number) else None


class _Patterns(NamedTuple):
    hedged: re.Pattern[str]
    of: re.Pattern[str]
    multiple: re.Pattern[str]
    share: re.Pattern[str]
    difference: re.Pattern[str]
    amount: re.Pattern[str]
    twice: re.Pattern[str]
    article: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    listed = words().listed
    hedges = f"(?:{listed['hedges']['words']})"
    shares = listed["shares"]
    number = rf"(?={hedges}?{FIGURE})"
    return _Patterns(
        hedged=re.compile(rf"{hedges}(?={FIGURE})"),
        of=re.compile(rf"{shares['of']}(?=\s)", re.IGNORECASE),
        multiple=re.compile(rf"{shares['han_of']}\s*{number}(?P<number>[^\s{shares['times']}]+)\s*{shares['times']}"),
        share=re.compile(rf"{shares['han_of']}\s*{number}(?P<number>.+)"),
        difference=re.compile(difference(listed)),
        amount=re.compile(rf"\s*{number}(?P<number>.+)"),
        twice=re.compile(rf"(?:{shares['twice']})(?=\s+\S)", re.IGNORECASE),
        article=re.compile(rf"{shares['article']}\s+(?=total\b)", re.IGNORECASE),
    )
