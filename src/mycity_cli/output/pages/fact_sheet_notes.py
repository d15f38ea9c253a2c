"""What stands beside the totals of a fact sheet: what they do not hold, or hold only roughly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mycity_cli.figure.required import NoMoney
from mycity_cli.messages import say
from mycity_cli.output.notes import named
from mycity_cli.query import Total
from mycity_cli.query.data import Deal
from mycity_cli.query.engine import Totals


def notes_of_sheet(totals: Totals, signings: Iterable[Deal], told: Sequence[str]) -> Iterator[str]:
    """Yield the notes: what whoever answered says, what the selection leaves out, what the sums lack."""
    yield from told
    selected, left = totals.selected, totals.left
    for each in selected.left_out:
        yield say("{number} left out, {reason}: {ids}.", number=len(each.ids), reason=each.reason, ids=named(each.ids))
    if selected.perhaps:
        number, ids = len(selected.perhaps), named(selected.perhaps)
        yield say("{number} may be dated outside the range: {ids}.", number=number, ids=ids)
    if left.bad:
        yield say(
            "{bad} of {rows} rows are bad and left out, so that the truth may be more.", bad=left.bad, rows=left.rows
        )
    if left.skipped:
        yield say("{number} of {rows} rows are no signings and were passed over.", number=left.skipped, rows=left.rows)
    if left.loose:
        yield say("These may be a part of a bad row: {ids}.", ids=named(left.loose))
    yield from _gaps(totals.overall)
    never = [signing.id for signing in signings if signing.amount is NoMoney.NONE]
    if never:
        yield say(
            "Signed without any amount of money, so that nothing is missing from the totals: {ids}.", ids=named(never)
        )


def _gaps(rows: Sequence[Total]) -> Iterator[str]:
    lacking = _ids(row.without_amount for row in rows)
    if lacking:
        yield say("No amount is stated for {ids}, so that the total is at least so much.", ids=named(lacking))
    lacking = _ids(row.without_projects for row in rows)
    if lacking and any(row.projects is not None for row in rows):
        yield say("No number of projects is stated for {ids}, so that there are at least so many.", ids=named(lacking))
    hedged = _ids((*row.hedged, *row.hedged_projects) for row in rows)
    if hedged:
        yield say("Stated with a hedge, such as about or more than: {ids}.", ids=named(hedged))
    parts = _ids(row.parts for row in rows)
    if parts:
        yield say("Not added, being part of another signing: {ids}.", ids=named(parts))
    if len([row for row in rows if row.currency is not None]) > 1:
        yield say("Amounts in several currencies do not add: each stands for itself.")


def _ids(lists: Iterable[Sequence[str]]) -> list[str]:
    """Return the ids of several lists, each once."""
    return list(dict.fromkeys(id for ids in lists for id in ids))
