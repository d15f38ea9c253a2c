"""What to write instead of cells that many tables have and that state nothing, or not one thing."""

from __future__ import annotations

import re

_NOTHING = ("-", "--", "–", "—", "/", "n/a", "na", "n.a.", "none", "null", "nil", "tbd", "无")
"""How tables write that nothing is stated. They are not read so: one may stand where a figure was lost."""

_DAY = re.compile(r"([0-9]{1,4})[/.]([0-9]{1,2})[/.]([0-9]{1,4})")


def advice(text: str) -> str:
    """Return what to write instead of a cell, the empty text where that is not known."""
    text = text.strip()
    if text.casefold() in _NOTHING:
        return "leave the cell empty where nothing is stated"
    day = _DAY.fullmatch(text)
    if day is None:
        return ""
    first, second, last = day.groups()
    if len(first) == 4:
        return f"write days as {first}-{second:>02}-{last:>02}"
    return "write the year first, then the month and the day, as in 2022-06-15: which is which, only you know"
