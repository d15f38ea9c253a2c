"""Rows that may add up others, or repeat them, although nothing in their names says so: they are counted and told."""

from __future__ import annotations

from collections.abc import Sequence

from mycity_cli.exact import rational, total
from mycity_cli.figure import Figure
from mycity_cli.messages import say
from mycity_cli.tables.amount_sums import AmountSum
from mycity_cli.tables.total_names import TotalsView


def doubts_of(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the notes on what may add up others and has no name of a total, where there is any."""
    return _doubt_of_last(view, cities) or _doubt_of_first(view, cities) or _doubt_of_blocks(view, cities)


def _doubt_of_first(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the note that the first row, with a city like no other, is exactly the sum of all others, if it is."""
    if len(view.amounts) < 3 or view.has_own(0) or cities[0] in cities[1:]:
        return ()
    below = AmountSum()
    for amount in view.amounts[1:]:
        below.add(amount)
    if not below.is_whole(view.amounts[0]) or len(below.values) > 1:
        return ()
    row, city = view.numbers[0], cities[0]
    return (say("row {row} ('{city}') is exactly the sum of all rows below it, and is counted", row=row, city=city),)


def _doubt_of_blocks(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the note that rows below a heading add up to what those above do, and may be them once more."""
    first: AmountSum | None = None
    block, heading, start = AmountSum(), "", 0
    for at in range(len(view.amounts) + 1):
        is_end = at == len(view.amounts)
        if not is_end and (view.amounts[at] is not None or cities[at] is None or view.has_own(at)):
            block.add(view.amounts[at])
            continue
        if block.rows >= 2 and not block.lacks and len(block.values) == 1:
            if first is not None and first.values == block.values:
                return (_once_more(view.numbers[start], view.numbers[at - 1], heading),)
            first = first or block
        block, heading, start = AmountSum(), "" if is_end else str(cities[at]), at + 1
    return ()


def _once_more(first: int, last: int, heading: str) -> str:
    return say(
        "rows {first} to {last}, below '{heading}', add up to exactly what those above do, and are counted: "
        "they may be the same once more",
        first=first,
        last=last,
        heading=heading,
    )


def _doubt_of_last(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the note that the last row, which has a city like no other, is exactly the sum of all others, if it is."""
    if len(view.amounts) < 3 or not isinstance(view.amounts[-1], Figure):
        return ()
    last, others = view.amounts[-1], view.amounts[:-1]
    figures = [each for each in others if isinstance(each, Figure)]
    if len(figures) < len(others) or any(each.unit != last.unit for each in figures):
        return ()
    if (
        view.has_own(len(others))
        or cities[-1] in cities[:-1]
        or total(each.value for each in figures) != rational(last.value)
    ):
        return ()
    row, city = view.numbers[-1], cities[-1]
    return (say("row {row} ('{city}') is exactly the sum of all rows above it, and is counted", row=row, city=city),)
