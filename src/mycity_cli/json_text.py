"""JSON text in which no character acts on whoever shows it: a terminal, an editor, a page."""

from __future__ import annotations

import json


def harmless(text: str) -> str:
    r"""Return JSON text with the characters escaped that act on a terminal or turn a line round (`\u009b`, `\u202e`).

    It is the same JSON: all of them stand in strings, since outside there are but spaces and the ends of lines. Letters
    of every language stay as they are; a space that looks like another is told apart (`\u3000`).
    """
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return text.translate({ord(c): json.dumps(c)[1:-1] for c in set(text) if not c.isprintable() and c != "\n"})
