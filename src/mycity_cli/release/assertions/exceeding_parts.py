"""Parts that cannot be: told as belonging to the figure right before them, and larger than it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.items import Item, Items
from mycity_cli.release.lexicon import cue
from mycity_cli.release.reading import Reading

_LONGEST = 40


def exceeding_parts(reading: Reading, items: Items) -> Iterator[Candidate]:
    """Yield each part that exceeds its whole however the two were rounded: 签约30个项目，其中外资项目45个."""
    for whole, part in pairwise(items.all):
        if _belongs(reading, whole, part):
            for unit in whole.units:
                one, other = whole.measure(unit), part.measure(unit)
                if one is not None and other is not None and _is_above(reading, other, one):
                    yield Candidate(RelationKind.SUM, (other,), one)


def _belongs(reading: Reading, whole: Item, part: Item) -> bool:
    if whole.last > part.first or reading.sentence(whole.last) != reading.sentence(part.first):
        return False
    gap = reading.between(whole.last, part.first)
    return len(gap) <= _LONGEST and cue("holds").search(gap) is not None


def _is_above(reading: Reading, part: int, whole: int) -> bool:
    figures = reading.mentions
    return figures[part].figure.interval.above(figures[whole].figure.interval)
