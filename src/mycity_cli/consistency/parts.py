"""What has to hold between a signing and its parts, and between two records of one occasion.

Nothing here is an error that could be right: the breakdown of a signing by sector overlaps that by region, so that the
sum of its parts may well be more than the whole. What exceeds or contradicts does so however the figures were rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mycity_cli.consistency.records import Inconsistency, Records
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import Interval
from mycity_cli.messages import Message, listed, say
from mycity_cli.model import Signing

Numbered = tuple[int, Signing]
_MEASURES: tuple[tuple[str, Callable[[Signing], Figure | None]], ...] = (
    ("amount", lambda signing: signing.money),
    ("projects", lambda signing: signing.projects),
)


def part_of_cycles(records: Records) -> Iterator[Inconsistency]:
    """No signing is a part of itself, directly or through others."""
    parts = list(_parts(records))
    wholes: dict[str, str | None] = {}
    for _, signing in parts:
        wholes.setdefault(signing.id, signing.part_of)
    done: set[str] = set()
    cyclic: set[str] = set()
    for start in wholes:
        chain: dict[str, int] = {}
        id: str | None = start
        while id is not None and id not in done and id not in chain:
            chain[id] = len(chain)
            id = wholes.get(id)
        if id is not None and id in chain:
            cyclic.update(list(chain)[chain[id] :])
        done.update(chain)
    for index, signing in parts:
        if signing.id in cyclic and wholes[signing.id] == signing.part_of:
            help = say("take `part_of` off the largest of them")
            message = say("a part of itself: {way}", way=_way_round(wholes, signing.id))
            yield Inconsistency("part-of-cycle", ("signings", index, "part_of"), message, help)


def _parts(records: Records) -> Iterator[Numbered]:
    """Yield the signings that are a part of another, each after its number."""
    signings = zip(*records.columns("signings", "part_of", "number", "record"), strict=True)
    return ((index, signing) for whole, index, signing in signings if whole is not None)


def _way_round(wholes: dict[str, str | None], id: str) -> str:
    """Return the way from a signing through its wholes to itself; of a long one the beginning."""
    way, whole = [id], wholes[id]
    while whole is not None and whole != id and len(way) < _MOST_NAMED:
        way.append(whole)
        whole = wholes[whole]
    return " → ".join([*way, *(["…"] if whole != id else []), id])


_MOST_NAMED = 8


def parts_that_exceed(records: Records) -> Iterator[Inconsistency]:
    """A part is no more than its whole, and neither are several parts together that cannot overlap."""
    parts: dict[str, list[Numbered]] = {}
    for index, signing in _parts(records):
        parts.setdefault(signing.part_of or "", []).append((index, signing))
    by_id = zip(*records.columns("signings", "id", "number", "record"), strict=True)
    wholes = {id: (index, signing) for id, index, signing in by_id if id in parts}
    for id, whole in wholes.items():
        for field, measure in _MEASURES:
            yield from _excess(whole, parts[id], field, measure)


def _excess(
    whole: Numbered, parts: list[Numbered], field: str, measure: Callable[[Signing], Figure | None]
) -> Iterator[Inconsistency]:
    """Yield the parts that exceed their whole; where none does alone, the whole that they exceed together."""
    limit = measure(whole[1])
    if field == "amount" and whole[1].amount is NoMoney.NONE:
        for index, part in parts:
            if part.money is not None:
                message = say(
                    "{figure}, but '{whole}', which it is a part of, is said to involve no money",
                    figure=part.money,
                    whole=whole[1].id,
                )
                yield Inconsistency("part-exceeds-whole", ("signings", index, field), message, _CORRECT)
    if limit is None:
        return
    stated = [(index, part, figure) for index, part in parts if (figure := measure(part)) is not None]
    of_unit = [(index, part, figure) for index, part, figure in stated if figure.unit == limit.unit]
    possible = limit.interval
    alone = [(index, figure) for index, _, figure in of_unit if figure.interval.above(possible)]
    for index, figure in alone:
        message = say(
            "{figure}, more than the {limit} of '{whole}', which it is a part of",
            figure=figure,
            limit=limit,
            whole=whole[1].id,
        )
        yield Inconsistency("part-exceeds-whole", ("signings", index, field), message, _CORRECT)
    if alone or len(of_unit) < 2:
        return
    apart = _apart([(part, figure) for _, part, figure in of_unit])
    if len(apart) > 1 and Interval.sum(figure.interval for _, figure in apart).above(possible):
        named = _shortened([say("{id} ({figure})", id=part.id, figure=figure) for part, figure in apart])
        message = say(
            "{figure}, less than parts of it in different places or on different days together: {parts}",
            figure=limit,
            parts=listed(named),
        )
        yield Inconsistency("part-exceeds-whole", ("signings", whole[0], field), message, _CORRECT)


_CORRECT = say("correct one of the figures, or `part_of`")


def _apart(parts: Iterable[tuple[Signing, Figure]]) -> list[tuple[Signing, Figure]]:
    """Return the parts of which none can overlap another, those that come to the most.

    A signing is held in one place and on one day. Two parts in different places, or on different known days, have no
    project in common; of parts that may have, the largest stands for all.
    """
    by_city: dict[str, list[tuple[Signing, Figure]]] = {}
    for part, figure in parts:
        by_city.setdefault(part.city, []).append((part, figure))
    chosen: list[tuple[Signing, Figure]] = []
    for members in by_city.values():
        by_day: dict[object, list[tuple[Signing, Figure]]] = {}
        for part, figure in members:
            if (day := _day(part)) is not None:
                by_day.setdefault(day, []).append((part, figure))
        on_days = [max(same, key=_least) for same in by_day.values()]
        largest = max(members, key=_least)
        chosen += on_days if sum(_least(each) for each in on_days) > _least(largest) else [largest]
    return chosen


def _least(stated: tuple[Signing, Figure]) -> int:
    """Return the least that a figure can stand for, in whole units: enough to tell which of two is larger."""
    low = stated[1].interval.low
    return int(low.value) if low is not None else 0


def figures_that_disagree(records: Records) -> Iterator[Inconsistency]:
    """One occasion is recorded once, or with figures that agree.

    Signings of one kind in one city on one day, by one promoter, with the same partner, at the same conference and in
    the same fields are one occasion. Parts are left out: they differ from each other and from their wholes.
    """
    occasions: dict[tuple[object, ...], list[Numbered]] = {}
    for index, signing in records.signings:
        day = _day(signing)
        if day is not None and signing.part_of is None:
            promoter = signing.promoter or records.city
            what = (signing.kind, signing.city, day, promoter, signing.partner, signing.conference, signing.fields)
            occasions.setdefault(what, []).append((index, signing))
    for same in occasions.values():
        if len(same) > 1:
            yield from _money_beside_none(same)
            for field, measure in _MEASURES:
                yield from _disagreement(same, field, measure)


_TELL_APART = say("keep one record; or tell two occasions apart by conference, partner or fields, or by `part_of`")


def _money_beside_none(same: list[Numbered]) -> Iterator[Inconsistency]:
    """Yield each amount of an occasion about which another record says that no money is ever stated."""
    none = next((signing for _, signing in same if signing.amount is NoMoney.NONE), None)
    if none is None:
        return
    for index, signing in same:
        if signing.money is not None:
            message = say(
                "{figure}, but '{other}' says of the same occasion that no money is involved",
                figure=signing.money,
                other=none.id,
            )
            yield Inconsistency("figures-disagree", ("signings", index, "amount"), message, _TELL_APART)


def _disagreement(
    same: list[Numbered], field: str, measure: Callable[[Signing], Figure | None]
) -> Iterator[Inconsistency]:
    """Yield each figure that cannot be what one of those before it is.

    Intervals that meet in pairs have a number in common: it is enough to compare each with the one that ends lowest and
    with the one that starts highest.
    """
    ends: dict[str, tuple[Signing, Signing]] = {}
    for index, signing in same:
        figure = measure(signing)
        if figure is None:
            continue
        lowest, highest = ends.get(figure.unit, (signing, signing))
        for other in (lowest, highest):
            stated = measure(other)
            if stated is not None and not figure.interval.meets(stated.interval):
                message = say(
                    "{figure}, but {stated} for the same occasion in '{other}'",
                    figure=figure,
                    stated=stated,
                    other=other.id,
                )
                yield Inconsistency("figures-disagree", ("signings", index, field), message, _TELL_APART)
                break
        else:
            ends[figure.unit] = _outer(signing, lowest, highest, measure)


def _outer(
    signing: Signing, lowest: Signing, highest: Signing, measure: Callable[[Signing], Figure | None]
) -> tuple[Signing, Signing]:
    """Return the signing whose figure ends lowest, and the one whose figure starts highest."""
    figure, low, high = measure(signing), measure(lowest), measure(highest)
    if figure is None or low is None or high is None:
        return lowest, highest
    ends, end = figure.interval.high, low.interval.high
    starts, start = figure.interval.low, high.interval.low
    if ends is not None and (end is None or (ends.value, ends.closed) < (end.value, end.closed)):
        lowest = signing
    if starts is not None and (start is None or (starts.value, not starts.closed) > (start.value, not start.closed)):
        highest = signing
    return lowest, highest


def _day(signing: Signing) -> object:
    """Return the day of a signing, None where it is not known."""
    return signing.date.start if signing.date is not None and signing.date.start == signing.date.end else None


def _shortened(names: list[Message]) -> list[Message]:
    more = len(names) - _MOST_NAMED
    return [*names[:_MOST_NAMED], say("and {number} more", number=more)] if more > 0 else names
