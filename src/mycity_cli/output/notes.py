"""What stands beside a result: what a selection or a total does not hold, or holds only roughly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mycity_cli.figure import Scale
from mycity_cli.interval import End
from mycity_cli.output.amounts import amount_text, best_scale, scale_name
from mycity_cli.query import Measure, Selected, Total


def notes_of(selected: Selected[Any]) -> list[str]:
    """Return what was left out and why, a note for each reason, and what may not belong to the selection."""
    notes = [f"{len(item.ids)} left out, {item.reason}: {named(item.ids)}" for item in selected.left_out]
    if selected.perhaps:
        notes.append(f"{len(selected.perhaps)} may be dated outside the range: {named(selected.perhaps)}")
    return notes


def counted(number: int, noun: str) -> str:
    """Return a number of things: `1 signing`, `2 signings`, `2 cities`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def named(ids: Iterable[str], *, most: int = 5) -> str:
    """Return ids as a list, cut to the first few where it is long."""
    known = list(ids)
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return ", ".join(known[:most]) + more


def gaps(rows: Sequence[Total], measures: Sequence[Measure], scale: Scale | None) -> list[str]:
    """Return what the totals of these measures do not hold, and between which ends a hedged one lies.

    Amounts are in a scale, or where it is None in the one that suits them.
    """
    notes = list(_amounts(rows, scale)) if Measure.AMOUNT in measures else []
    lacking = [id for row in rows for id in row.without_projects] if Measure.PROJECTS in measures else []
    if lacking:
        notes.append(f"no number of projects is stated for {named(lacking)}")
    parts = list(dict.fromkeys(id for row in rows for id in row.parts))
    if parts:
        notes.append(f"not added, being part of another signing: {named(parts)}")
    return notes


def _amounts(rows: Sequence[Total], scale: Scale | None) -> Iterator[str]:
    lacking = [id for row in rows for id in row.without_amount]
    if lacking:
        one = next((row.amount for row in rows if row.amount is not None), None) if len(rows) == 1 else None
        least = f", so the total is at least {_text(one.interval.low, rows[0], scale)}" if one is not None else ""
        yield f"no amount is stated for {named(lacking)}{least}"
    for row in rows:
        if row.hedged and row.amount is not None:
            low, high = row.amount.interval.low, row.amount.interval.high
            least = _text(low, row, scale)
            bounded = high is not None and not row.without_amount
            between = f"from {least} to {_text(high, row, scale)}" if bounded else f"at least {least}"
            yield f"{between}, since these amounts are hedged: {named(row.hedged)}"


def _text(end: End | None, row: Total, scale: Scale | None) -> str:
    value = end.value if end is not None else 0
    unit = scale or best_scale([value])
    return f"{amount_text(value, unit)} {scale_name(unit, row.currency)}"
