"""Pairs of a part and its whole, such as "six of 40 projects", and the percentages of the same sentence."""

from __future__ import annotations

import re

from mycity_cli.release.findings import Kind
from mycity_cli.release.reading import Reading

_OF = re.compile(r"\s*(?:out )?of (?:the |its |their |all |a total of )?", re.IGNORECASE)


def of_pairs(reading: Reading) -> dict[int, tuple[int, int]]:
    """Return the part and the whole of each percentage of a sentence that tells as many pairs as percentages."""
    pairs: dict[int, list[tuple[int, int]]] = {}
    percents: dict[int, list[int]] = {}
    for number, mention in enumerate(reading.mentions):
        if mention.kind is Kind.PERCENT:
            percents.setdefault(mention.sentence, []).append(number)
        elif _is_of_next(reading, number):
            pairs.setdefault(mention.sentence, []).append((number, number + 1))
    return {
        percent: pair
        for sentence, told in pairs.items()
        if len(told) == len(percents.get(sentence, []))
        for percent, pair in zip(percents[sentence], told, strict=True)
    }


def _is_of_next(reading: Reading, number: int) -> bool:
    after = number + 1
    if after >= len(reading.mentions) or reading.mentions[after].sentence != reading.mentions[number].sentence:
        return False
    one, other = reading.mentions[number].figure, reading.mentions[after].figure
    return one.unit == other.unit and one.value < other.value and bool(_OF.fullmatch(reading.between(number, after)))
