"""Restatements: a figure that a release states twice."""

from __future__ import annotations

import re
from fractions import Fraction

from mycity_cli.exact import rational
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.relations.items import Item, Items
from mycity_cli.release.relations.reading import Reading, digits

_DEFINITE = re.compile(
    r"\b(?:the|these|those|all(?: of)? the|all)\s+\Z|(?:这|该|此次|上述|以上|全部)(?:批|次)?\s*\Z", re.IGNORECASE
)


def find_restated(
    reading: Reading, items: Items, conversions: list[Candidate], parts: frozenset[int]
) -> list[Candidate]:
    """Return the figures that restate an earlier one: the earlier as the term, the later as the result."""
    converted = {each.result for each in conversions}
    found: list[Candidate] = []
    seen: dict[tuple[str, str, object], list[int]] = {}
    for number, mention in enumerate(reading.mentions):
        if mention.kind is Kind.PERCENT or number in reading.asides or number in converted:
            continue
        key = mention.kind.value, mention.figure.unit, mention.figure.value
        earlier = seen.setdefault(key, [])
        if earlier and _same(reading, items, earlier[0], number, parts):
            found.append(Candidate(RelationKind.RESTATED, (earlier[0],), number))
        earlier.append(number)
    found += _otherwise_stated(reading, items, {(each.terms[0], each.result) for each in found})
    return found


def _same(reading: Reading, items: Items, one: int, other: int, parts: frozenset[int]) -> bool:
    """Return whether two equal figures are figures of the same thing."""
    if reading.mentions[one].sentence == reading.mentions[other].sentence:
        return False
    if reading.sentence(one).heading:
        return True
    if _paired(reading, items.of.get(one), items.of.get(other)):
        return True
    if one in parts and other in parts:
        return False
    mention = reading.mentions[one]
    if _DEFINITE.search(reading.before(other, 20)):
        return True
    if mention.kind is Kind.MONEY:
        return len(digits(mention.figure)) >= 3
    return mention.figure.value >= 30 and (mention.figure.value % 10 != 0 or mention.figure.value > 100)


def _paired(reading: Reading, one: Item | None, other: Item | None) -> bool:
    """Return whether two items agree in the count and in the amount."""
    if one is None or other is None or one.count is None or other.count is None:
        return False
    units = [unit for unit in one.units if other.measure(unit) is not None]
    return len(units) > 1 and all(
        reading.mentions[a].figure.value == reading.mentions[b].figure.value
        for unit in units
        if (a := one.measure(unit)) is not None and (b := other.measure(unit)) is not None
    )


def _otherwise_stated(reading: Reading, items: Items, known: set[tuple[int, int | None]]) -> list[Candidate]:
    """Return the amounts that say the same as others in other digits: rounded in the heading, or wrong."""
    found = []
    for at, item in enumerate(items.all):
        for later in items.all[at + 1 :]:
            for unit in item.units:
                one, other = item.measure(unit), later.measure(unit)
                if one is None or other is None or (one, other) in known or one > other:
                    continue
                if reading.mentions[one].figure.value == reading.mentions[other].figure.value:
                    continue
                if reading.mentions[one].kind is Kind.MONEY and _means_same(reading, item, later, one, other):
                    found.append(Candidate(RelationKind.RESTATED, (one,), other))
                    break
            else:
                continue
            break
    return found


def _means_same(reading: Reading, item: Item, later: Item, one: int, other: int) -> bool:
    """Return whether two amounts in one currency and other digits are meant to be the same."""
    first, second = reading.mentions[one].figure, reading.mentions[other].figure
    heading = reading.sentence(one).heading
    same_count = (
        item.count is not None
        and later.count is not None
        and reading.mentions[item.count].figure.value == reading.mentions[later.count].figure.value
    )
    if same_count and (heading or digits(first) == digits(second)):
        return True
    apart = Fraction(rational(first.value)) / rational(second.value)
    return heading and Fraction(9, 10) <= apart <= Fraction(11, 10) and first.interval.meets(second.interval)
