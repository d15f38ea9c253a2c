"""Rows that are a part of another: those that are a part of themselves, and those whose whole is not there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mycity_cli.messages import listed, say
from mycity_cli.tables.rows import CellError

_MOST_NAMED = 5


def part_cycles(ids: Sequence[str], wholes: Sequence[str | None], passed: Collection[int]) -> dict[int, CellError]:
    """Return what is wrong with the rows that are a part of themselves, directly or through others, by place.

    Rows in `passed` are not looked at.
    """
    places = {id: at for at, id in enumerate(ids) if at not in passed}
    whole_of = {id: whole for id, at in places.items() if (whole := wholes[at]) is not None}
    done: set[str] = set()
    bad: dict[int, CellError] = {}
    for start in whole_of:
        chain: dict[str, None] = {}
        id: str | None = start
        while id is not None and id not in done and id not in chain:
            chain[id] = None
            id = whole_of.get(id)
        if id is not None and id in chain:
            way = list(chain)
            cycle = way[way.index(id) :]
            bad |= {places[each]: _error(cycle[at:] + cycle[:at]) for at, each in enumerate(cycle)}
        done.update(chain)
    return bad


def _error(cycle: Sequence[str]) -> CellError:
    way = [*cycle[:_MOST_NAMED], *(["…"] if len(cycle) > _MOST_NAMED else []), cycle[0]]
    help = say("leave the cell of the largest of them empty")
    return CellError(say("a part of itself: {way}", way=" → ".join(way)), "part_of", "part-of-cycle", help=help)


def absent_note(ids: Sequence[str], wholes: Sequence[str | None], passed: Collection[int]) -> list[str]:
    """Return the note on rows that are a part of none that is there: they are added."""
    known = {id for at, id in enumerate(ids) if at not in passed}
    absent = [
        (id, whole)
        for at, (id, whole) in enumerate(zip(ids, wholes, strict=True))
        if at not in passed and whole is not None and whole not in known
    ]
    if not absent:
        return []
    told = listed(say("{id} (of {whole})", id=id, whole=whole) for id, whole in absent[:_MOST_NAMED])
    more = len(absent) - _MOST_NAMED
    if more <= 0:
        return [say("added, being a part of a row that is not there: {rows}", rows=told)]
    return [say("added, being a part of a row that is not there: {rows} and {number:,} more", rows=told, number=more)]
