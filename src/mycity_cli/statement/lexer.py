"""The text of a statement cut into the terminals of its grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lark import Token
from lark.common import LexerConf
from lark.lexer import Lexer, TerminalDef

from mycity_cli.figure.folding import narrow
from mycity_cli.messages import say
from mycity_cli.statement.nodes import Fault, Name, Span
from mycity_cli.statement.pieces import ENDS, Piece, leaf, moved_by, pieces_between
from mycity_cli.statement.sides import require_one_product, with_differences

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


class Scanner:
    """Finds the operators, as the grammar spells them; what stands between them is an operand or several."""

    def __init__(self, terminals: Iterable[TerminalDef]) -> None:
        longest_first = sorted(terminals, key=lambda each: -each.pattern.max_width)
        spelled = {each.name: _WHERE.get(each.name, each.pattern.to_regexp()) for each in longest_first}
        operators = "|".join(f"(?P<{name}>{pattern})" for name, pattern in spelled.items())
        # No operator starts with a letter, digit or space: most characters are passed over by that test alone.
        self._pieces = re.compile(rf"(?=[^\w\s])(?:(?P<QUOTED>{_QUOTED})|{operators})")

    def pieces(self, text: str) -> list[Piece]:
        """Return the terminals of a statement. Raises Fault for what can be in none."""
        _require_sane(text)
        plain = narrow(text)
        found: list[Piece] = []
        end = 0
        for match in self._pieces.finditer(plain):
            start = match.start()
            kind = str(match.lastgroup)
            if start > end:
                found += _between(plain, end, start, found, followed=kind in ("QUOTED", "LPAR"))
            end = match.end()
            if kind == "QUOTED":
                found.append(leaf(Name(match[0][1:-1], quoted=True, span=Span(start, end))))
            else:
                found.append(Piece(kind, match[0], start, end))
        if end < len(plain):
            found += _between(plain, end, len(plain), found, followed=False)
        _require_balance(found)
        require_one_product(found, plain)
        return with_differences(found, plain)


class StatementLexer(Lexer):
    """The scanner as Lark calls it."""

    def __init__(self, conf: LexerConf) -> None:
        self._scanner = Scanner(conf.terminals)

    def lex(self, text: str) -> Iterator[Token]:  # type: ignore[override]  # the interface of Lark for plain lexers
        """Yield the terminals of a statement. Raises Fault for what can be in none."""
        for piece in self._scanner.pieces(text):
            # The value of a token may be anything: for an operand it is the leaf that the tree will hold.
            yield Token(piece.kind, piece.says, piece.start, end_pos=piece.end)


def _between(text: str, start: int, end: int, before: list[Piece], *, followed: bool) -> Iterator[Piece]:
    """Yield the terminals of what stands between two signs of a text. Raises Fault for what can be in none."""
    behind = bool(before) and before[-1].kind in ENDS
    with moved_by(start):
        found = pieces_between(text[start:end], behind=behind, followed=followed)
    for piece in found:
        yield piece.moved(start)


def _require_balance(pieces: list[Piece]) -> None:
    """Raise Fault where a parenthesis closes nothing or is not closed, or where parentheses and signs nest too deep."""
    open_at: list[Span] = []
    minuses = 0
    for piece in pieces:
        minuses = minuses + 1 if piece.kind in ("MINUS", "NOT") else 0
        if piece.kind == "LPAR":
            open_at.append(Span(piece.start, piece.end))
        elif piece.kind == "RPAR":
            if not open_at:
                raise Fault(say("this parenthesis closes none"), Span(piece.start, piece.end))
            open_at.pop()
        if len(open_at) + minuses > MOST_NESTED:
            span = Span(piece.start, piece.end)
            message = say("nested more than {number} deep", number=MOST_NESTED)
            raise Fault(message, span, help=say("write it in simpler parts"))
    if open_at:
        raise Fault(say("this parenthesis is not closed"), open_at[-1])


def _require_sane(text: str) -> None:
    """Raise Fault for a statement that is too long, and for a character that cannot be seen."""
    if len(text) > MOST_CHARACTERS:
        span = Span(MOST_CHARACTERS, MOST_CHARACTERS + 1)
        message = say("longer than {number} characters", number=MOST_CHARACTERS)
        raise Fault(message, span, help=say("write it in several statements"))
    if text.isprintable():
        return
    for at, character in enumerate(text):
        if not character.isprintable() and character not in "\t\n\r" and not _is_space(character):
            message = say("an invisible character, {character}", character=_name_of(character))
            raise Fault(message, Span(at, at + 1), help=say("delete it"))


def _is_space(character: str) -> bool:
    from unicodedata import category

    return category(character) == "Zs"


def _name_of(character: str) -> str:
    from unicodedata import name

    code = f"U+{ord(character):04X}"
    return f"{code} {name(character, '')}".strip()
