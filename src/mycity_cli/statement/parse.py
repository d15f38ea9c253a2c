"""From the text of a statement to its tree."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mycity_cli.errors import StatementError
from mycity_cli.messages import say
from mycity_cli.statement.nodes import Fault, Span, Statement

if TYPE_CHECKING:
    from lark import Lark


GRAMMAR = Path(__file__).with_name("grammar.lark")


def parse(text: str) -> Statement:
    """Return the tree of a statement. Raises StatementError, which says what was expected where."""
    try:
        return _parsed(text)
    except Fault as fault:
        raise told(fault, text) from None


def _parsed(text: str) -> Statement:
    # Lark is imported where a statement is parsed: no other command should wait for it.
    from lark.exceptions import UnexpectedToken

    from mycity_cli.statement.mistakes import example, mistake

    if not text.strip():
        raise Fault(say("the statement is empty"), Span(0, len(text)), help=example(text))
    try:
        statement: Statement = _parser().parse(text)  # type: ignore[assignment]  # the builder's, no tree of Lark
    except UnexpectedToken as error:
        raise mistake(error, text) from None
    return statement


def told(fault: Fault, text: str) -> StatementError:
    """Return what is wrong with a part of a statement as the error that shows the part in the text."""
    error = StatementError(fault.message, text, *fault.span, help=fault.help)
    error.name = fault.name
    return error


@cache
def _parser() -> Lark:
    from lark import Lark

    from mycity_cli.statement.build import TreeBuilder
    from mycity_cli.statement.lexer import StatementLexer

    grammar = GRAMMAR.read_text(encoding="utf-8")
    # Spans are taken from the tokens as nodes are built, which costs less than Lark's `propagate_positions`.
    return Lark(grammar, parser="lalr", lexer=StatementLexer, transformer=TreeBuilder(), maybe_placeholders=True)
