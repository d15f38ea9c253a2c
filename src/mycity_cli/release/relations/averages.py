"""Averages: an amount for each of a number of projects that have a total."""

from __future__ import annotations

import re

from mycity_cli.exact import rational
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.relations.items import Item, Items
from mycity_cli.release.relations.reading import Reading

_BEFORE = re.compile(r"\b(?:averag\w+|mean)\b[^.;]{0,70}\Z|(?:平均|[项户个]均)[^。；;，,]{0,24}\Z", re.IGNORECASE)
_EACH = re.compile(
    r"\s*(?:(?:for )?each\b|apiece\b|(?:per|a|for every) (?:project|deal|contract|agreement)\b|on average\b)",
    re.IGNORECASE,
)
_AVERAGE_AFTER = re.compile(r"[^.;,]{0,30}\bon average\b", re.IGNORECASE)


def find_averages(reading: Reading, items: Items, parts: frozenset[int]) -> list[Candidate]:
    """Return the averages of a release of which the total and the count are stated in it.

    `parts` are the figures that are known to be parts of others, of which an average is the less likely.
    """
    found = []
    for number, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.MONEY:
            continue
        after = reading.after(number, 50)
        said = bool(_BEFORE.search(reading.before(number, 90)) or _AVERAGE_AFTER.match(after))
        if said or _EACH.match(after):
            pair = _total_and_count(reading, items, number, parts, said=said)
            if pair is not None:
                found.append(Candidate(RelationKind.AVERAGE, pair, number))
    return found


def _total_and_count(
    reading: Reading, items: Items, number: int, parts: frozenset[int], *, said: bool
) -> tuple[int, int] | None:
    """Return the total and the count: of the nearest item that agrees, or of the only one near by."""
    unit = reading.mentions[number].figure.unit
    whole = [
        (item, (item.money[unit], item.count))
        for item in items.all
        if item.count is not None and unit in item.money and number not in item.numbers
    ]
    whole.sort(key=lambda each: (each[0].first > number, each[1][0] in parts, abs(each[0].last - number)))
    average = reading.mentions[number].figure.interval
    for _, pair in whole[:8]:
        quotient = reading.quotient(*pair)
        if quotient is not None and quotient.meets(average):
            return pair
    if said and whole and _is_meant(reading, items, *whole[0], number):
        return whole[0][1]
    return None


def _is_meant(reading: Reading, items: Items, item: Item, pair: tuple[int, int], number: int) -> bool:
    """Return whether the words leave no other item: it stands in the sentence, or last in the one before."""
    apart = reading.mentions[number].sentence - reading.mentions[item.last].sentence
    between = [each for each in range(item.last + 1, number) if each in items.of]
    total, count, average = (rational(reading.mentions[each].figure.value) for each in (*pair, number))
    return apart in (0, 1) and not between and total <= 5 * average * count <= 25 * total
