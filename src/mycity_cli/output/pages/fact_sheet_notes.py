"""What stands beside the totals of a fact sheet: what they do not hold, or hold only roughly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mycity_cli.figure.required import NoMoney
from mycity_cli.output.pages.diction import Diction
from mycity_cli.query import Total
from mycity_cli.query.data import Deal
from mycity_cli.query.engine import Totals


class Note(NamedTuple):
    """A note, and whether it is in the language of the page; if not, it is in English."""

    text: str
    is_translated: bool = True


def notes_of_sheet(totals: Totals, signings: Iterable[Deal], told: Sequence[str], diction: Diction) -> Iterator[Note]:
    """Yield the notes: what whoever answered says, what the selection leaves out, what the sums lack."""
    for text in told:
        yield Note(text, is_translated=diction.is_english)
    selected, left = totals.selected, totals.left
    for each in selected.left_out:
        known = diction.is_translated(each.reason)
        yield Note(
            diction.tell(
                "left_out", number=len(each.ids), reason=diction.reason(each.reason), ids=diction.named(each.ids)
            ),
            is_translated=known,
        )
    if selected.perhaps:
        yield Note(diction.tell("perhaps", number=len(selected.perhaps), ids=diction.named(selected.perhaps)))
    if left.bad:
        yield Note(diction.tell("bad", bad=left.bad, rows=left.rows))
    if left.skipped:
        yield Note(diction.tell("skipped", number=left.skipped, rows=left.rows))
    if left.loose:
        yield Note(diction.tell("loose", ids=diction.named(left.loose)))
    yield from _gaps(totals.overall, diction)
    never = [signing.id for signing in signings if signing.amount is NoMoney.NONE]
    if never:
        yield Note(diction.tell("never", ids=diction.named(never)))


def _gaps(rows: Sequence[Total], diction: Diction) -> Iterator[Note]:
    lacking = _ids(row.without_amount for row in rows)
    if lacking:
        yield Note(diction.tell("without_amount", ids=diction.named(lacking)))
    lacking = _ids(row.without_projects for row in rows)
    if lacking and any(row.projects is not None for row in rows):
        yield Note(diction.tell("without_projects", ids=diction.named(lacking)))
    hedged = _ids((*row.hedged, *row.hedged_projects) for row in rows)
    if hedged:
        yield Note(diction.tell("hedged", ids=diction.named(hedged)))
    parts = _ids(row.parts for row in rows)
    if parts:
        yield Note(diction.tell("parts", ids=diction.named(parts)))
    if len([row for row in rows if row.currency is not None]) > 1:
        yield Note(diction.tell("currencies"))


def _ids(lists: Iterable[Sequence[str]]) -> list[str]:
    """Return the ids of several lists, each once."""
    return list(dict.fromkeys(id for ids in lists for id in ids))
