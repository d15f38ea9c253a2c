"""Cells that a spreadsheet must not run: text that looks like a formula is kept text by an apostrophe before it.

The rule is that of OWASP's "CSV Injection": a cell is dangerous by its first character.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How text starts that a spreadsheet would run, or that would look like such text made harmless."""

_KEPT = re.compile(r"'[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")


def kept_text(cell: str) -> str:
    """Return a cell that a spreadsheet shows as text and does not run; a number stays what it is."""
    return f"'{cell}" if _RUN.match(cell) and not _NUMBER.fullmatch(cell) else cell


def has_kept_text(text: str) -> bool:
    """Return whether any cell of a text may be one that `kept_text` gave."""
    return _KEPT.search(text) is not None


def as_written(cell: str) -> str:
    """Return the text that `kept_text` was given."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell
