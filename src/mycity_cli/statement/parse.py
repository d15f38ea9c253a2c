"""From the text of a statement to its tree."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mycity_cli.errors import StatementError
from mycity_cli.statement.nodes import Fault, Span, Statement
from mycity_cli.statement.shapes import with_leaves

if TYPE_CHECKING:
    from lark import Lark

    from mycity_cli.statement.lexer import Scanner

GRAMMAR = Path(__file__).with_name("grammar.lark")


# Claims and files of statements repeat themselves.
@lru_cache(maxsize=4096)
def parse(text: str) -> Statement:
    """Return the tree of a statement. Raises StatementError, which says what was expected where."""
    try:
        return _parsed(text)
    except Fault as fault:
        raise told(fault, text) from None


def _parsed(text: str) -> Statement:
    # Lark is imported where a statement is parsed: no other command should wait for it.
    from lark.exceptions import UnexpectedToken

    from mycity_cli.statement.mistakes import EXAMPLE, mistake

    if not text.strip():
        raise Fault("the statement is empty", Span(0, len(text)), help=EXAMPLE)
    pieces = _scanner().pieces(text)
    shape = tuple([says if isinstance(says, str) else kind for kind, says, _, _ in pieces])
    known = _SHAPES.get(shape)
    if known is not None:
        return with_leaves(known, iter([piece.says for piece in pieces if not isinstance(piece.says, str)]))
    try:
        statement: Statement = _parser().parse(text)  # type: ignore[assignment]  # the builder's, no tree of Lark
    except UnexpectedToken as error:
        raise mistake(error, text) from None
    if len(_SHAPES) < _MOST_SHAPES:
        _SHAPES[shape] = statement
    return statement


def told(fault: Fault, text: str) -> StatementError:
    """Return what is wrong with a part of a statement as the error that shows the part in the text."""
    error = StatementError(fault.message, text, *fault.span, help=fault.help)
    error.name = fault.name
    return error


_MOST_SHAPES = 1024
_SHAPES: dict[tuple[str, ...], Statement] = {}
"""A statement of each shape that was met: the kinds of its operands, and its operators as written."""


@cache
def _parser() -> Lark:
    from lark import Lark

    from mycity_cli.statement.build import TreeBuilder
    from mycity_cli.statement.lexer import StatementLexer

    grammar = GRAMMAR.read_text(encoding="utf-8")
    # Spans are taken from the tokens as nodes are built, which costs less than Lark's `propagate_positions`.
    return Lark(grammar, parser="lalr", lexer=StatementLexer, transformer=TreeBuilder(), maybe_placeholders=True)


@cache
def _scanner() -> Scanner:
    from mycity_cli.statement.lexer import Scanner

    return Scanner(_parser().terminals)
