"""A whole and a list of parts, and how likely it is that they add up by chance."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from mycity_cli.exact import Rational, rational
from mycity_cli.figure import COUNT, Bound, Figure
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Mention
from mycity_cli.release.items import Item, Items
from mycity_cli.release.reading import Reading, digits
from mycity_cli.release.relations import cues

_BRACKETS = re.compile("[()（）]")
_FARTHEST = 40
"""How many items before one may be the one that it restates."""


class Run(NamedTuple):
    """A whole and a list of parts, items by their numbers; `follows` where the list begins right after the whole."""

    whole: int
    parts: tuple[int, ...]
    follows: bool = True


class Measures:
    """What the items of runs come to in each unit."""

    def __init__(self, reading: Reading, items: Items) -> None:
        self.reading = reading
        self.items = items.all

    def number(self, at: int, unit: str) -> int:
        """Return the number of the figure that an item is stated with in a unit. Raises KeyError where it is not."""
        number = self.items[at].measure(unit)
        if number is None:
            raise KeyError(unit)
        return number

    def mention(self, at: int, unit: str) -> Mention:
        """Return the figure that an item is stated with in a unit."""
        return self.reading.mentions[self.number(at, unit)]

    def stated(self, numbers: list[int], unit: str) -> list[int]:
        """Return those items, by number, that are stated in a unit."""
        return [at for at in numbers if self.items[at].measure(unit) is not None]

    def sum(self, run: Run, unit: str) -> Interval:
        """Return what the parts add up to."""
        return Interval.sum(self.mention(at, unit).figure.interval for at in run.parts)

    def agrees(self, run: Run, unit: str) -> bool:
        """Return whether the parts add up to the whole."""
        return self.sum(run, unit).meets(self.mention(run.whole, unit).figure.interval)

    def is_close(self, run: Run, unit: str) -> bool:
        """Return whether the parts as stated add up to the whole, but for the rounding of it and of one part."""
        figures = [self.mention(at, unit).figure for at in run.parts]
        whole = self.mention(run.whole, unit).figure
        slack = max(_slack(figure) for figure in figures) + _slack(whole)
        apart = sum((Fraction(rational(figure.value)) for figure in figures), start=-Fraction(rational(whole.value)))
        return -slack <= apart <= slack

    def is_criterion(self, at: int) -> bool:
        """Return whether an item counts what is above or below an amount: 10亿元以上项目8个."""
        item, mentions = self.items[at], self.reading.mentions
        if any(_is_threshold(mentions[number].figure) for number in item.money.values()):
            return True
        count = item.count
        if count is None or count - 1 not in self.reading.asides:
            return False
        return len(self.reading.between(count - 1, count)) <= 8

    def is_near(self, run: Run, unit: str, factor: Fraction | int = Fraction(4, 3)) -> bool:
        """Return whether all parts together are no more than a factor away from the whole."""
        parts = [rational(self.mention(at, unit).figure.value) for at in run.parts]
        whole = rational(self.mention(run.whole, unit).figure.value)
        return whole <= factor * sum(parts) and sum(parts) <= factor * whole

    def other(self, run: Run, unit: str) -> str | None:
        """Return the other measure, count or amount, in which the whole and every part are stated."""
        for each in self.items[run.whole].units:
            if (each == COUNT) != (unit == COUNT) and all(self.items[at].measure(each) is not None for at in run.parts):
                return each
        return None

    def restated(self, at: int) -> int | None:
        """Return the item with an amount before one without that has the same count; None where there is none."""
        item = self.items[at]
        if item.count is None or item.money:
            return None
        value = self.reading.mentions[item.count].figure.value
        for other in range(at - 1, max(-1, at - _FARTHEST), -1):
            count = self.items[other].count
            if count is not None and self.items[other].money and self.reading.mentions[count].figure.value == value:
                return other
        return None

    def chance(self, run: Run, unit: str) -> Fraction:
        """Return how probable it is that unrelated figures of this size and precision add up."""
        total = self.mention(run.whole, unit).figure
        widths = [self.mention(at, unit).figure.interval.width for at in (run.whole, *run.parts)]
        if any(width is None for width in widths) or not total.value:
            return Fraction(1)
        slack = sum(Fraction(width) for width in widths if width is not None)
        return min(Fraction(1), max(slack, Fraction(rational(total.step))) / Fraction(rational(total.value)))

    def chance_of_both(self, run: Run, unit: str) -> Fraction:
        """Return how probable it is that they add up in a unit, and in the other measure too where they do."""
        chance = self.chance(run, unit)
        other = self.other(run, unit)
        return chance * self.chance(run, other) if other is not None and self.agrees(run, other) else chance

    def gap(self, one: int, other: int) -> str:
        """Return the text between two items."""
        left, right = self.items[one].last, self.items[other].first
        return self.reading.between(left, right) if left < right else ""

    def lead(self, run: Run) -> str:
        """Return the words before the first part, back to the whole."""
        start = self.reading.mentions[self.items[run.whole].last].end
        first = self.reading.mentions[self.items[run.parts[0]].first].start
        return self.reading.release.text[max(start, first - 120) : first]

    def is_opposed(self, run: Run) -> bool:
        """Return whether the list is of two kinds of which everything is one or the other."""
        if len(run.parts) != 2:
            return False
        one, other = (self.around(self.items[at]) for at in run.parts)
        return cues.are_opposites(one, other) or cues.are_opposites_named(self.lead(run))

    def goes_on(self, run: Run, stated: list[int]) -> bool:
        """Return whether the same list has further parts."""
        after = stated.index(run.parts[-1]) + 1
        if after == len(stated):
            return False
        one, other = self.items[run.parts[-1]], self.items[stated[after]]
        gap = self.gap(run.parts[-1], stated[after])
        same = self.reading.sentence(one.last) == self.reading.sentence(other.first)
        return same and not cues.OPENING.search(gap) and not cues.TOTAL.search(gap)

    def is_one_sentence(self, run: Run) -> bool:
        """Return whether the whole and its parts stand in one sentence."""
        first, last = self.items[run.whole].first, self.items[run.parts[-1]].last
        return self.reading.sentence(first) == self.reading.sentence(last)

    @cached_property
    def owners(self) -> dict[int, int]:
        """The item before the bracket that items stand in, of those that stand in one with others."""
        found: dict[int, list[int]] = {}
        owner = None
        for at in range(1, len(self.items)):
            one, other = self.items[at - 1].last, self.items[at].first
            if self.reading.mentions[one].sentence != self.reading.mentions[other].sentence:
                owner = None
            else:
                for sign in _BRACKETS.findall(self.gap(at - 1, at)):
                    owner = at - 1 if sign in "(（" else None
            if owner is not None:
                found.setdefault(owner, []).append(at)
        return {at: owner for owner, group in found.items() if len(group) > 1 for at in group}

    def around(self, item: Item) -> str:
        """Return an item with the words around it, up to the figures before and after it."""
        reading = self.reading
        return reading.before(item.first, 40) + reading.span(item.first, item.last) + reading.after(item.last, 40)


def _slack(figure: Figure) -> Rational:
    width = figure.interval.width
    return rational(figure.value) if width is None else Fraction(width) * Fraction(1, 2)


def _is_threshold(figure: Figure) -> bool:
    """Return whether an amount is a round one that others are above or below."""
    return figure.bound in (Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST) and len(digits(figure)) == 1
