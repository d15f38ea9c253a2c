"""What the words of a side of a comparison say together, and what nobody can tell of them."""

from __future__ import annotations

from collections.abc import Sequence

from mycity_cli.figure import RATIO
from mycity_cli.messages import say
from mycity_cli.statement.nodes import Fault, Number, Span
from mycity_cli.statement.pieces import ENDS, Piece
from mycity_cli.statement.words import words

_ENDS_OF_SIDES = ("COMPARED", "EQUAL", "AND", "OR", "NOT", "COMMA")
_IN_SIGNS = say("write it in signs: Suzhou = Xiamen + 39 billion yuan, Suzhou = 120% * Xiamen, Suzhou = 3 * Xiamen")


def require_one_product(pieces: Sequence[Piece], text: str) -> None:
    """Raise Fault where words multiply beside a sum: nobody can tell what `half of Suzhou plus Xiamen` is half of."""
    words_at: list[Span | None] = [None]
    adds: list[bool] = [False]
    for number, piece in enumerate(pieces):
        if piece.kind in _ENDS_OF_SIDES:
            words_at[-1], adds[-1] = None, False
        elif piece.kind == "LPAR":
            words_at.append(None)
            adds.append(False)
        elif piece.kind == "RPAR":
            words_at.pop()
            adds.pop()
        elif piece.kind in ("PLUS", "MINUS") and number and pieces[number - 1].kind in ENDS:
            adds[-1] = True
        elif piece.kind in ("TIMES", "OVER") and text[piece.start : piece.end] not in ("*", "×", "/", "÷"):
            words_at[-1] = words_at[-1] or Span(piece.start, piece.end)
        if adds[-1] and (span := words_at[-1]) is not None:
            message = say(
                "'{words}' may be about a part of the sum beside it, or about all of it", words=text[slice(*span)]
            )
            raise Fault(message, span, help=say("write signs and parentheses: 50% * (Suzhou + Xiamen)"))


def with_differences(pieces: list[Piece], text: str) -> list[Piece]:
    """Return terminals in which `is 5 billion yuan more than` adds the amount to what follows, or takes it off.

    Raises Fault where no amount stands there: 20% more is a share of something.
    """
    found: list[Piece] = []
    for piece in pieces:
        start = _stated_from(piece, found, text)
        if start is None:
            found.append(piece)
            continue
        stated = found[start:]
        number = stated[0].says
        if len(stated) > 1 or not isinstance(number, Number) or number.figure.unit == RATIO:
            span = Span(stated[0].start, piece.end)
            message = say("'{words}' says no amount by which one side is more or less", words=text[slice(*span)])
            raise Fault(message, span, help=_IN_SIGNS)
        if piece.says == "<":
            found.insert(start, Piece("MINUS", "-", stated[0].start, stated[0].start))
        found.append(Piece("PLUS", "+", piece.start, piece.end))
    return found


def _stated_from(piece: Piece, before: Sequence[Piece], text: str) -> int | None:
    """Return where behind an equals sign begins what a word such as `more than` stands behind; None for no such word.

    A chain has signs or verbs: `Suzhou = Dongguan > Xiamen`.
    """
    if piece.kind != "COMPARED" or piece.says not in (">", "<"):
        return None
    if not words().is_comparing(text[piece.start : piece.end]):
        return None
    depth = 0
    for number in range(len(before) - 1, -1, -1):
        kind = before[number].kind
        depth += (kind == "RPAR") - (kind == "LPAR")
        if depth < 0 or (not depth and kind in _ENDS_OF_SIDES):
            return number + 1 if kind == "EQUAL" and number + 1 < len(before) else None
    return None
