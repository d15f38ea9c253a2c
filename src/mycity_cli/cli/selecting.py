"""From the options of selecting to a selection, and from its outcome to notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mycity_cli.cli.options import Selecting
from mycity_cli.query import Selected, Selection


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


def notes_of(selected: Selected[Any]) -> list[str]:
    """Return what was left out and why, a note for each reason, and what may not belong to the selection."""
    notes = [f"{len(item.ids)} left out, {item.reason}: {named(item.ids)}" for item in selected.left_out]
    if selected.perhaps:
        notes.append(f"{len(selected.perhaps)} may be dated outside the range: {named(selected.perhaps)}")
    return notes


def named(ids: Iterable[str], *, most: int = 5) -> str:
    """Return ids as a list, cut to the first few where it is long."""
    known = list(ids)
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return ", ".join(known[:most]) + more
