"""Averages: an amount for each of a number of projects that have a total."""

from __future__ import annotations

import re

from mycity_cli.exact import rational
from mycity_cli.figure import Bound
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Item, Items
from mycity_cli.release.reading import Reading, digits

_BEFORE = re.compile(
    r"\b(?:averag\w+|mean|per (?:contract|project|deal|agreement))\b[^.;]{0,70}\Z"
    r"|(?:平均|[项户个]均)[^。；;，,]{0,24}\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(?:the|their|an) average\b|\bon average,? each\b|平均", re.IGNORECASE)
_IS = re.compile(r"(?:\b(?:is|was|were|reache[sd]|stands at|comes to|came to)(?: worth)?|为|达到?)\s*\Z", re.IGNORECASE)
_EACH = re.compile(
    r"\s*(?:(?:for )?each\b|apiece\b|(?:per|a|for every) (?:project|deal|contract|agreement)\b|on average\b)",
    re.IGNORECASE,
)
_APART = 4
"""How many sentences before an average the total and the count may stand, each by itself."""
_AVERAGE_AFTER = re.compile(r"[^.;,]{0,30}\bon average\b", re.IGNORECASE)
_OPEN = (Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST)
"""`More than 1 billion yuan each` is what every one of them reaches, and no average."""


def find_averages(reading: Reading, items: Items, parts: frozenset[int]) -> list[Candidate]:
    """Return the averages of a release of which the total and the count are stated in it.

    `parts` are the figures that are known to be parts of others, of which an average is the less likely.
    """
    found = []
    for number, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.MONEY:
            continue
        after = reading.after(number, 50)
        said = _is_said(reading, number) or _AVERAGE_AFTER.match(after) is not None
        if said or (_EACH.match(after) and mention.figure.bound not in _OPEN):
            pair = _total_and_count(reading, items, number, parts, said=said)
            if pair is not None:
                found.append(Candidate(RelationKind.AVERAGE, pair, number))
    return found


def _is_said(reading: Reading, number: int) -> bool:
    """Return whether the words before an amount make it an average: those right before it, or its subject."""
    if _BEFORE.search(reading.before(number, 90)):
        return True
    lead = reading.lead(number, 120)
    return _SUBJECT.search(lead) is not None and _IS.search(lead) is not None


def _total_and_count(
    reading: Reading, items: Items, number: int, parts: frozenset[int], *, said: bool
) -> tuple[int, int] | None:
    """Return the total and the count: of the nearest item that agrees, or of the only one near by."""
    unit = reading.mentions[number].figure.unit
    whole = [
        (item, (item.money[unit], item.count))
        for item in items.near(number)
        if item.count is not None and unit in item.money and number not in item.numbers
    ]
    beside = [
        pair
        for item, pair in whole
        if item.last < number
        and _stands_beside(reading, items, item, number)
        and (pair[0] not in parts or reading.sentence(pair[0]) == reading.sentence(number))
    ]
    totals = [pair for item, pair in whole if item.last < number and pair[0] not in parts][::-1]
    after = [pair for item, pair in whole if item.first > number and item.first - number <= 2 and pair[0] not in parts]
    average = reading.mentions[number].figure.interval
    precise = said and len(digits(reading.mentions[number].figure)) > 1
    apart = _stated_apart(reading, items, number, unit) if precise else []
    parted = [pair for item, pair in whole if item.last < number and pair[0] in parts][::-1] if precise else []
    around = [pair for item, pair in whole if item.first < number < item.last] if said else []
    for pair in [*around, *beside, *totals[:4], *after, *apart, *parted]:
        quotient = reading.quotient(*pair)
        if quotient is not None and quotient.meets(average):
            return pair
    # What does not agree may be the average of another item: only one in its paragraph, or of a text with one, is it.
    here = [*around, *(pair for pair in beside if reading.paragraph(pair[0]) == reading.paragraph(number))]
    for pair in [*here, *(totals if len(whole) == 1 else [])]:
        if said and _is_near(reading, pair, number):
            return pair
    return None


def _stated_apart(reading: Reading, items: Items, number: int, unit: str) -> list[tuple[int, int]]:
    """Return each amount and each count that stand by themselves near before an average, or in its sentence."""
    here = reading.mentions[number].sentence
    near = [item for item in items.near(number) if here - reading.mentions[item.first].sentence <= _APART]
    near = [item for item in near if item.last < number or reading.mentions[item.first].sentence == here]
    amounts = [item.money[unit] for item in near if unit in item.money]
    counts = [item.count for item in near if item.count is not None]
    return [(amount, count) for amount in amounts[::-1] for count in counts[::-1]]


def _stands_beside(reading: Reading, items: Items, item: Item, number: int) -> bool:
    """Return whether no other item stands between an item and a figure, in its sentence or the one before."""
    apart = reading.mentions[number].sentence - reading.mentions[item.last].sentence
    return apart in (0, 1) and not any(each in items.of for each in range(item.last + 1, number))


def _is_near(reading: Reading, pair: tuple[int, int], number: int) -> bool:
    total, count, average = (rational(reading.mentions[each].figure.value) for each in (*pair, number))
    return total <= 5 * average * count <= 25 * total
