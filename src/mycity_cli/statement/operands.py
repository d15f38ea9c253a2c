"""The figures, names and dates that stand between the operators of a statement."""

from __future__ import annotations

import re
from functools import lru_cache

from mycity_cli.errors import FigureError, PeriodError
from mycity_cli.figure import COUNT, Figure
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.tokens import Token, tokenize
from mycity_cli.messages import say
from mycity_cli.period import Period
from mycity_cli.statement.nodes import Date, Fault, Name, Number, Span

Operand = Number | Name | Date

# Letters, digits and their accents, joined by hyphens, apostrophes or the dots of transcribed names.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:[-'’‘`·][\w\u0300-\u036f]+)*")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?![\w-])")
_EXAMPLES = say("write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%")


# Between the operators of many statements stand the same few texts.
@lru_cache(maxsize=4096)
def read_operands(text: str) -> tuple[Operand, ...]:
    """Return the operands of a text without operators: one, unless the statement is wrong.

    Raises Fault for a figure that cannot be read and for a character that nothing starts with.
    """
    if (known := Figure.known(text)) is not None:
        figure, scale, span = known
        return (Number(figure, figure.unit == COUNT and scale > 0, Span(*span)),)
    tokens = tokenize(text)
    found: list[Operand] = []
    at = 0
    while at < len(tokens):
        operand, at = _operand(text, tokens, at)
        found.append(operand)
    return tuple(found)


def read_operand(text: str, tokens: list[Token]) -> Operand:
    """Return the operand at the first of the tokens. Raises Fault as `read_operands` does."""
    return _operand(text, tokens, 0)[0]


def _operand(text: str, tokens: list[Token], at: int) -> tuple[Operand, int]:
    return _date(text, tokens, at) or _number(text, tokens, at) or _name(text, tokens, at)


def moved(operand: Operand, by: int) -> Operand:
    """Return the operand as it stands in a text that begins `by` characters earlier."""
    span = Span(operand.span.start + by, operand.span.end + by)
    match operand:
        case Number():
            return Number(operand.figure, operand.scaled, span)
        case Name():
            return Name(operand.name, operand.quoted, span)
        case Date():
            return Date(operand.period, span)


def _date(text: str, tokens: list[Token], at: int) -> tuple[Date, int] | None:
    found = _DATE.match(text, tokens[at].start)
    if found is None:
        return None
    try:
        period = Period.parse(found[0])
    except PeriodError as error:
        raise Fault(error.message, Span(*found.span())) from None
    return Date(period, Span(*found.span())), _after(tokens, at, found.end())


def _number(text: str, tokens: list[Token], at: int) -> tuple[Number, int] | None:
    """Return the figure at a token; None where a name stands there, even one that begins as a figure does (上海)."""
    start = tokens[at].start
    word = _WORD.match(text, start)
    try:
        figure, after = Figure.read(text, tokens, at)
    except FigureError as error:
        if word is not None and not word[0][0].isdecimal() and not _fails_beyond(error, word.end()):
            return None
        raise _no_figure(text, tokens, at, error) from None
    end = tokens[after - 1].end
    rest = _joined(text, end)
    if rest and word is not None and end <= word.end() and _is_name(word[0]):
        return None
    if rest:
        raise _cannot_read(rest, text[start:end], end)
    scaled = figure.unit == COUNT and not figure.thing and _has_scale(tokens[at:after])
    return Number(figure, scaled, Span(start, end)), after


def _name(text: str, tokens: list[Token], at: int) -> tuple[Name, int]:
    word = _WORD.match(text, tokens[at].start)
    if word is None:
        raise _out_of_place(text, tokens[at])
    return Name(word[0], quoted=False, span=Span(*word.span())), _after(tokens, at, word.end())


def _after(tokens: list[Token], at: int, end: int) -> int:
    """Return the number of the first token, from `at`, that starts at `end` or later."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _joined(text: str, end: int) -> str:
    """Return the rest of the word in whose midst a figure ends; the empty text where it ends with the word."""
    first = end + 1 if text[end : end + 1] in ("-", "'") else end
    rest = _WORD.match(text, first)
    # A sign such as % ends a word, so that what follows it directly is a new one, and out of place all the same.
    return "" if rest is None else text[end : rest.end()]


def _is_name(word: str) -> bool:
    """Return whether a word that begins with a figure is a name: 三亚 is, `5g-base-stations` too, `5-3` is not."""
    return not word[0].isdecimal() or (word.isascii() and any(letter.isalpha() for letter in word))


def _fails_beyond(error: FigureError, end: int) -> bool:
    """Return whether a figure began before `end` and is wrong behind it: `about Suzhou`, not `上海`."""
    return error.excerpt is not None and max(error.excerpt.start + 1, end + 1) <= error.excerpt.end


def _has_scale(tokens: list[Token]) -> bool:
    return any(LEXICON.scales.match(tokens, index) is not None for index in range(len(tokens)))


def _no_figure(text: str, tokens: list[Token], at: int, error: FigureError) -> Fault:
    starts_none = error.excerpt is None or (
        error.excerpt.start == tokens[at].start
        and tokens[at].kind != "number"
        and LEXICON.currency.match(tokens, at) is None
    )
    if starts_none or error.excerpt is None:
        return _out_of_place(text, tokens[at])
    return Fault(error.message, Span(error.excerpt.start, error.excerpt.end), help=error.help)


def _cannot_read(rest: str, before: str, start: int) -> Fault:
    span = Span(start, start + len(rest))
    if rest.startswith("-"):
        help = say("subtraction has spaces: {difference}", difference=f"{before} - {rest[1:]}")
        return Fault(say("'{rest}' is joined to '{before}'", rest=rest, before=before), span, help=help)
    return Fault(say("cannot read '{rest}' after '{before}'", rest=rest, before=before), span, help=_EXAMPLES)


def _out_of_place(text: str, token: Token) -> Fault:
    span = Span(token.start, token.start + 1)
    sign = text[span.start : span.end]
    if sign in '"“”':
        return Fault(say("this quotation mark has no partner"), span)
    message = say("'{word}' has no place in a statement", word=sign)
    if sign != "、":
        return Fault(message, span)
    help = say("a sum has a plus, or 和 and 之和: 苏州 + 厦门 > 东莞, 苏州和厦门之和 > 东莞")
    return Fault(message, span, help=help)
