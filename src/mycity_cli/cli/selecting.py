"""From the options of selecting to a selection, and from its outcome to notes."""

from __future__ import annotations

from collections.abc import Iterable

from mycity_cli.cli.options import Selecting
from mycity_cli.query import LeftOut, Selection


def selection_of(options: Selecting) -> Selection:
    """Return the selection that the options ask for. Raises UsageError where they contradict each other."""
    return Selection(
        cities=tuple(options.city or ()),
        promoters=tuple(options.promoter or ()),
        kinds=tuple(options.kind or ()),
        conferences=tuple(options.conference or ()),
        sources=tuple(options.source or ()),
        year=options.year,
        since=options.since,
        until=options.until,
        min_amount=options.min_amount,
        max_amount=options.max_amount,
        currency=options.currency,
    )


def notes_of(left_out: Iterable[LeftOut]) -> list[str]:
    """Return what was left out and why, a note for each reason."""
    return [f"{len(item.ids)} left out, {item.reason}: {named(item.ids)}" for item in left_out]


def named(ids: Iterable[str], *, most: int = 5) -> str:
    """Return ids as a list, cut to the first few where it is long."""
    known = list(ids)
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return ", ".join(known[:most]) + more
