"""What the numbers themselves tell: figures that add up to a signing, or are the share of it that the text states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mycity_cli.figure import Figure
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Kind
from mycity_cli.release.signings.reading import Draft, Reading


def counts_that_fit(reading: Reading, drafts: list[Draft], others: list[Draft]) -> list[Draft]:
    """Return those drafts of a sentence whose counts break down one stated before: its parts, or the rest of it."""
    counted = [draft for draft in drafts if draft.projects is not None]
    if len(counted) == 1:
        return counted if _is_the_rest(reading, counted[0].projects, others) else []
    numbers = [other.projects for other in others if other.projects is not None and other not in drafts]
    for whole in reversed(numbers):
        if len(counted) > 1 and _add_up(reading, [draft.projects for draft in counted], whole):
            return counted
    return []


def counts_added_to(reading: Reading, drafts: list[Draft], found: list[Draft], near: list[Draft]) -> list[Draft]:
    """Return those drafts that with a signing before them come to a total that is found in their sentence."""
    totals = [draft.projects for draft in found if not draft.part and draft.projects is not None]
    before = [draft.projects for draft in near if draft not in found and draft.projects is not None]
    added = [draft for draft in drafts if draft.inherited and draft not in found and draft.projects is not None]
    return [
        draft
        for draft in added
        if any(_add_up(reading, [one, draft.projects], total) for total in totals for one in before if one != total)
    ]


def amounts_that_fit(reading: Reading, amounts: list[int], wholes: list[Draft]) -> list[int]:
    """Return those amounts of a sentence that add up to that of a whole, or are as large a share as the text says."""
    for whole in reversed([draft.amount for draft in wholes if draft.amount is not None]):
        unit = reading.mentions[whole].figure.unit
        alike = [n for n in amounts if reading.mentions[n].figure.unit == unit]
        if len(alike) > 1 and _add_up(reading, alike, whole):
            return alike
        shares = [n for n in alike if any(_is_share(reading, n, whole, percent) for percent in _percents(reading, n))]
        if shares:
            return shares
    return []


def _add_up(reading: Reading, terms: Sequence[int | None], whole: int) -> bool:
    intervals = [reading.interval(n) for n in terms if n is not None]
    return Interval.sum(intervals).meets(reading.interval(whole))


def _is_the_rest(reading: Reading, number: int | None, others: list[Draft]) -> bool:
    """Return whether a count and a part stated before it add up to a whole stated before both."""
    counts = [(n, draft.part) for draft in others if (n := draft.projects) is not None and n != number]
    wholes = [n for n, part in counts if not part]
    parts = [n for n, part in counts if part]
    return any(_add_up(reading, [part, number], whole) for whole in wholes for part in parts)


def _percents(reading: Reading, n: int) -> Iterator[Figure]:
    """Yield the percentages of the sentence that stand between an amount and its neighbours."""
    numbers = reading.by_sentence[reading.mentions[n].sentence]
    at = numbers.index(n)
    for k in (at + 1, at + 2, at - 1):
        if 0 <= k < len(numbers) and reading.mentions[numbers[k]].kind is Kind.PERCENT:
            yield reading.mentions[numbers[k]].figure


def _is_share(reading: Reading, part: int, whole: int, percent: Figure) -> bool:
    one, other = reading.mentions[part].figure, reading.mentions[whole].figure
    if not 0 < one.value < other.value:
        return False
    # 90 % of what is "nearly half" is rather less than half: the product is compared, not the quotient.
    return 0 in other.interval * percent.interval - one.interval
