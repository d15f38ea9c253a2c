"""From the options of selecting to a selection."""

from __future__ import annotations

from mycity_cli.cli.options import Selecting
from mycity_cli.query import Condition, Selection


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
        partners=tuple(options.partner or ()),
        provinces=tuple(options.province or ()),
        where=tuple(map(Condition.parse, options.where or ())),
    )
