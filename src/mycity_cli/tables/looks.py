"""What a cell looks like before anybody says what its column means: a figure, a day, or how a remark begins."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from mycity_cli.errors import FigureError
from mycity_cli.figure import Figure
from mycity_cli.figure.folding import simplified
from mycity_cli.tables.sheet import Cell, is_filled

_NUMBER = re.compile(
    r"""[(\-+−–~≈<>]*\s*(?:[A-Z]{2,3}\s?)?[$€£¥₹]?\s*[-+−]?\d[\d.,'’\u00a0\u202f ]*%?\)?\s*(?:[KMB]|bn|mn|m|k)?""",
    re.VERBOSE,
)
_DAY = re.compile(
    r"""\d{1,4}[-/.年]\s?\d{1,2}(?:[-/.月]\s?\d{0,4}日?)?(?:[T\ ]\d\d?:\d\d.*)?
    |\d{1,2}\.?[\ -][^\W\d_]{3,9}\.?,?[\ -]\d{2,4}|[^\W\d_]{3,9}\.?\ \d{1,2},?\ \d{4}""",
    re.VERBOSE,
)


def is_figure(cell: Cell) -> bool:
    """Return whether a cell is a number, an amount or a day as a whole, and so no name of a column."""
    if not isinstance(cell, str):
        return is_filled(cell)
    text = unicodedata.normalize("NFKC", cell).strip()
    if not text or len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    if _NUMBER.fullmatch(text) or _DAY.fullmatch(text):
        return True
    try:
        Figure.parse(text)
    except FigureError:
        return False
    return True


_LONGEST = 60
"""The most characters of a figure in a cell."""


def is_day(cell: Cell) -> bool:
    """Return whether a cell is a day as a whole."""
    return isinstance(cell, str) and _DAY.fullmatch(unicodedata.normalize("NFKC", cell).strip()) is not None


def is_worded(text: str) -> bool:
    """Return whether a text begins as remarks do."""
    folded = simplified(text.casefold())
    return _beginnings().match(folded) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    words = tomllib.loads(Path(__file__).with_name("remarks.toml").read_text("utf-8"))
    alternatives = "|".join(map(re.escape, sorted(words["words"], key=len, reverse=True)))
    marks = "".join(map(re.escape, words["marks"]))
    signs = "|".join(map(re.escape, words["signs"]))
    phrases = "|".join(re.escape(word) for word in words["words"] if " " in word)
    return re.compile(rf"\W?(?:{alternatives})\s?\d{{0,2}}\s?[{marks}]|(?:{phrases})\s|(?:{signs})\s*\S")
