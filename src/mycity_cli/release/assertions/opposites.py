"""Kinds of which a thing is one or the other, so that the two make up the whole."""

from __future__ import annotations

import re

from mycity_cli.expressions import expression
from mycity_cli.release.lexicon import phrases, table

_PAIRS = [
    tuple(expression(side, re.IGNORECASE) for side in each.split(" <> "))
    for each in phrases(table("opposites")["opposites"])
]


def are_opposites(one: str, other: str) -> bool:
    """Return whether two texts speak of the two kinds that make up a whole: domestic and foreign, 内资 and 外资."""
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in _PAIRS
    )
