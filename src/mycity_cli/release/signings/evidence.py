"""What the numbers themselves tell: figures that add up to a signing, or are the share of it that the text states."""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.figure import Figure
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Kind
from mycity_cli.release.signings.reading import Draft, Reading


def counts_that_fit(reading: Reading, drafts: list[Draft], wholes: list[Draft]) -> list[Draft]:
    """Return those drafts of a sentence whose counts add up to the count of a whole that none of them is."""
    counted = [draft for draft in drafts if draft.projects is not None]
    numbers = [whole.projects for whole in wholes if whole.projects is not None and whole not in drafts]
    for whole in reversed(numbers):
        if len(counted) > 1 and _add_up(reading, [draft.projects for draft in counted], whole):
            return counted
    return []


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


def _add_up(reading: Reading, terms: list[int | None], whole: int) -> bool:
    figures = [reading.mentions[n].figure for n in terms if n is not None]
    return 0 in Interval.sum(figure.interval for figure in figures) - reading.mentions[whole].figure.interval


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
