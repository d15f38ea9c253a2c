"""The text of a statement cut into the terminals of its grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lark import Token
from lark.common import LexerConf
from lark.lexer import Lexer

from mycity_cli.figure.tokens import narrow
from mycity_cli.statement.nodes import Date, Fault, Name, Number, Span
from mycity_cli.statement.operands import moved, read_operands

MOST_CHARACTERS = 5000
MOST_NESTED = 50
"""How deep parentheses and minus signs may nest: deeper than anybody writes, and far from what Python can hold."""

_QUOTED = '"[^"]*"|“[^”]*”'
_WHERE = {
    # 1,234 is one number, `500+` is "more than 500", and `pandas-share` and `twenty-five` are one word.
    "COMMA": r"(?<!\d),|,(?!\d)",
    "PLUS": r"(?<![^\s(])\+|\+(?=\s*(?:[\w\"“(~$¥€£]|-\S))",
    "MINUS": r"(?<!\w)-|-(?!\w)",
}
"""The operators that are operators only in some places, as regular expressions that say where."""


class StatementLexer(Lexer):
    """Finds the operators, as the grammar spells them; what stands between them is an operand or several."""

    def __init__(self, conf: LexerConf) -> None:
        longest_first = sorted(conf.terminals, key=lambda each: -each.pattern.max_width)
        spelled = {each.name: _WHERE.get(each.name, each.pattern.to_regexp()) for each in longest_first}
        operators = "|".join(f"(?P<{name}>{pattern})" for name, pattern in spelled.items())
        self._pieces = re.compile(f"(?P<QUOTED>{_QUOTED})|{operators}")

    def lex(self, text: str) -> Iterator[Token]:  # type: ignore[override]  # the interface of lark for plain lexers
        """Yield the terminals of a statement. Raises Fault for what can be in none."""
        _require_sane(text)
        plain = narrow(text)
        open_at: list[int] = []
        minuses = end = 0
        for piece in self._pieces.finditer(plain):
            if piece.start() > end:
                yield from _operands(plain, end, piece.start())
            kind, span, end = str(piece.lastgroup), Span(*piece.span()), piece.end()
            minuses = minuses + 1 if kind == "MINUS" else 0
            _count_parentheses(kind, span, open_at, minuses)
            if kind == "QUOTED":
                yield _token("NAME", Name(piece[0][1:-1], quoted=True, span=span))
            else:
                yield Token(kind, piece[0], span.start, end_pos=span.end)
        yield from _operands(plain, end, len(plain))
        if open_at:
            raise Fault("this parenthesis is not closed", Span(open_at[-1], open_at[-1] + 1))


def _operands(text: str, start: int, end: int) -> Iterator[Token]:
    try:
        found = read_operands(text[start:end])
    except Fault as fault:
        fault.span = Span(fault.span.start + start, fault.span.end + start)
        raise
    for operand in found:
        yield _token(_KINDS[type(operand)], moved(operand, start))


_KINDS = {Number: "FIGURE", Name: "NAME", Date: "DATE"}


def _token(kind: str, operand: Number | Name | Date) -> Token:
    # The value of a token is the leaf that the tree will hold.
    return Token(kind, operand, operand.span.start, end_pos=operand.span.end)


def _count_parentheses(kind: str, span: Span, open_at: list[int], minuses: int) -> None:
    """Keep account of the parentheses that are open. Raises Fault where one closes nothing or they nest too deep."""
    if kind == "LPAR":
        open_at.append(span.start)
    elif kind == "RPAR":
        if not open_at:
            raise Fault("this parenthesis closes none", span)
        open_at.pop()
    if len(open_at) + minuses > MOST_NESTED:
        raise Fault(f"nested more than {MOST_NESTED} deep", span, help="write it in simpler parts")


def _require_sane(text: str) -> None:
    """Raise Fault for a statement that is too long, and for a character that cannot be seen."""
    if len(text) > MOST_CHARACTERS:
        span = Span(MOST_CHARACTERS, MOST_CHARACTERS + 1)
        raise Fault(f"longer than {MOST_CHARACTERS} characters", span, help="write it in several statements")
    if text.isprintable():
        return
    for at, character in enumerate(text):
        if not character.isprintable() and character not in "\t\n\r" and not _is_space(character):
            raise Fault(f"an invisible character, {_name_of(character)}", Span(at, at + 1), help="delete it")


def _is_space(character: str) -> bool:
    from unicodedata import category

    return category(character) == "Zs"


def _name_of(character: str) -> str:
    from unicodedata import name

    code = f"U+{ord(character):04X}"
    return f"{code} {name(character, '')}".strip()
