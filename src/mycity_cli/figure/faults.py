"""What is said of a text that is no figure: the part at fault, and what to write instead."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from mycity_cli.errors import FigureError, suggestion
from mycity_cli.figure.lexicon import LEXICON, Phrases
from mycity_cli.figure.tokens import Tokens
from mycity_cli.messages import listed, say

EXAMPLES = say("write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%")

_LIKENESS = Fraction(3, 4)
"""How much of its letters a misspelt word shares with the one it was meant for."""
_ENDS_AS_SCALE = re.compile("[a-z]{1,6}illions?")
_MOST = 12
"""So many of the currencies that share a name are told."""


class NoNumberError(FigureError):
    """A text in which no number stands where one should: it may state no figure at all."""


def fault(line: Tokens, message: str, first: int, after: int, *, help: str = EXAMPLES) -> FigureError:
    """Return the error for the tokens from one up to, not including, another."""
    return FigureError(message, line.text, line.tokens[first].start, line.tokens[after - 1].end, help=help)


def ambiguous(line: Tokens, codes: tuple[str, ...], first: int, after: int) -> FigureError:
    """Return the error for the name of the currencies of several states."""
    choice = listed([*codes[:_MOST], *["…"][: len(codes) > _MOST]])
    name = line.written(first, after)
    message = say("'{name}' is the money of several states: {currencies}", name=name, currencies=choice)
    return fault(line, message, first, after, help=say("write the code of the one that is meant"))


def want_of_number(line: Tokens, at: int) -> FigureError:
    """Return the error for a token where a number should stand."""
    if at >= len(line.tokens):
        message, end = say("no number in it") if line.tokens else say("the figure is empty"), len(line.text)
        return FigureError(message, line.text, end, end, help=EXAMPLES)
    return no_number(line, say("expected a number, found '{found}'", found=line.written(at, at + 1)), at, at + 1)


def no_number(line: Tokens, message: str, first: int, after: int) -> NoNumberError:
    """Return the error for tokens that are no number, and no beginning of one."""
    return NoNumberError(message, line.text, line.tokens[first].start, line.tokens[after - 1].end, help=EXAMPLES)


def rest(line: Tokens, at: int) -> FigureError:
    """Return the error for the first token after a figure that should have filled the text."""
    word, before = line.word(at), line.text[: line.tokens[at].start].strip()
    words = _words()
    # Short words are near to too many others for an offer to be worth reading.
    misspelt = len(word) > 3 and word not in words
    offer = suggestion(word, words, most=0, likeness=_LIKENESS) if misspelt else ""
    message = say("cannot read '{rest}' after '{before}'", rest=line.written(at, at + 1), before=before)
    return fault(line, message, at, at + 1, help=offer or EXAMPLES)


def is_unknown_scale(word: str) -> bool:
    """Return whether a word is nearly that of a scale, or ends as one: $4.4 billiobn, 5 zillion dollars."""
    if word in LEXICON.unknown_scales or _ENDS_AS_SCALE.fullmatch(word) is not None:
        return True
    near = _long_scales().get(word[:2]) if len(word) > 4 else None
    return near is not None and bool(suggestion(word, near, most=0, likeness=_LIKENESS))


@cache
def _long_scales() -> dict[str, list[str]]:
    """Return the words of scales that can be told from others when they are misspelt, by their first two letters."""
    scales = [scale for scale in LEXICON.scales if len(scale) > 4]
    return {scale[:2]: [other for other in scales if other[:2] == scale[:2]] for scale in scales}


def _words() -> list[str]:
    """Return the words that a misspelt one may have been meant for."""
    lexicons: tuple[Phrases[int] | Phrases[str], ...] = (
        LEXICON.scales, LEXICON.currency, LEXICON.ratios, LEXICON.things,
    )  # fmt: skip
    return sorted(word for words in lexicons for word in words if len(word) > 2 and word.isascii())
