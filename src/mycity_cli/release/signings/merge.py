"""One signing that a release states several times: in its headline, in its body, and when it comes back to it."""

from __future__ import annotations

from mycity_cli.exact import rational
from mycity_cli.figure.units import Bound
from mycity_cli.release.reading import Reading
from mycity_cli.release.signings.drafts import Draft

_MOST = 60
"""So many signings before one are looked at for the one that it states again: the first ones, and the last ones."""

_TWICE = 2


def merged(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with what is one signing stated once, by the figures of the body."""
    kept: list[Draft] = []
    for draft in drafts:
        near = kept if len(kept) <= _MOST else [*kept[: _MOST // 2], *kept[-_MOST // 2 :]]
        same = next((other for other in near if _is_one(reading, other, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _take_over(reading, same, draft)
    return _without_headings(reading, kept)


def _is_one(reading: Reading, first: Draft, second: Draft) -> bool:
    """Return whether a draft states again what an earlier one stated, or the other measure of it."""
    if first.former != second.former or (first.part and second.part and first.sentence == second.sentence):
        return False
    counts = _agree(reading, first.projects, second.projects)
    amounts = _agree(reading, first.amount, second.amount)
    if counts is False or (amounts is False and not (first.heading and counts)):
        return False
    if counts is None and amounts is None:
        return _complete(reading, first, second)
    if first.part != second.part and not (counts and amounts):
        return first.heading or (
            second.apart is False and first.part is False and counts is True and amounts is not None
        )
    return not (first.part and second.part) or bool(counts and amounts)


def _complete(reading: Reading, first: Draft, second: Draft) -> bool:
    """Return whether one states the number and the other, beside it or in a heading, the worth of one signing."""
    stated = (first.projects is None, first.amount is None, second.projects is None, second.amount is None)
    if (
        first.part
        or second.part
        or second.apart
        or stated not in ((True, False, False, True), (False, True, True, False))
    ):
        return False
    return reading.release.sentences[first.sentence].heading or second.sentence - first.sentence <= 1


def _agree(reading: Reading, one: int | None, other: int | None) -> bool | None:
    """Return whether two figures can be one number; None where one of them is not stated, or in another currency."""
    if one is None or other is None:
        return None
    first, second = reading.mentions[one].figure, reading.mentions[other].figure
    if first.unit != second.unit:
        return None
    near = first.value <= _TWICE * second.value and second.value <= _TWICE * first.value
    return near and first.interval.meets(second.interval)


def _take_over(reading: Reading, kept: Draft, again: Draft) -> None:
    """Add to a draft what stating it again adds: what was not stated, and the figures of the body."""
    kept.mentions += again.mentions
    body = kept.heading and not again.heading
    for name in ("projects", "amount"):
        one, other = getattr(kept, name), getattr(again, name)
        if other is not None and (one is None or _is_better(reading, other, one, body=body)):
            setattr(kept, name, other)
    if body:
        kept.sentence, kept.at, kept.heading, kept.part = again.sentence, again.at, False, again.part


def _is_better(reading: Reading, one: int, other: int, *, body: bool) -> bool:
    """Return whether a figure says more than another of the same thing: the finer one, or that of the body."""
    first, second = reading.mentions[one].figure, reading.mentions[other].figure
    if first.unit != second.unit or first.value == second.value:
        return body and first.unit == second.unit and reading.is_in_heading(other)
    hedged = first.bound is not Bound.EXACT, second.bound is not Bound.EXACT
    finer = not hedged[0] if hedged[0] != hedged[1] else first.step < second.step
    return body or finer


def _without_headings(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without what only a heading states of a signing that the body states otherwise."""
    body = [draft for draft in drafts if not draft.heading and not draft.former and not draft.part][:_MOST]
    found = []
    for draft in drafts:
        meant = next((each for each in body if draft.heading and _may_mean(reading, draft, each)), None)
        if meant is None:
            found.append(draft)
        else:
            meant.mentions += draft.mentions
    return found


def _may_mean(reading: Reading, heading: Draft, body: Draft) -> bool:
    """Return whether the figures of a heading may be those of the body, mistaken: near them, or at another scale."""
    stated = [
        (rational(reading.mentions[one].figure.value), rational(reading.mentions[other].figure.value))
        for one, other in ((heading.projects, body.projects), (heading.amount, body.amount))
        if one is not None and other is not None
    ]
    near = (
        one <= _TWICE * other <= _TWICE**2 * one or _digits(str(one)) == _digits(str(other)) for one, other in stated
    )
    return bool(stated) and all(near)


def _digits(value: str) -> str:
    return value.rstrip("0")
