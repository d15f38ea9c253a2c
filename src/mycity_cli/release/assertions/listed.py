"""Items as the parts of lists: where each stands, and what stands between two."""

from __future__ import annotations

from collections.abc import Sequence

from mycity_cli.expressions import expression
from mycity_cli.release.items import Item
from mycity_cli.release.reading import Reading

_BRACKET = expression("[()（）]")
_LONGEST = 160


class ListedItems:
    """The items of a release by their numbers, with what is asked of each many times looked up once."""

    def __init__(self, reading: Reading, items: Sequence[Item]) -> None:
        self.reading = reading
        self.items = items
        self.first = [item.first for item in items]
        self.last = [item.last for item in items]
        self.sentence = [reading.mentions[each].sentence for each in self.first]
        self.paragraph = [reading.paragraph(each) for each in self.first]
        self.paragraph_of_last = [reading.paragraph(each) for each in self.last]
        self.is_in_line = [reading.is_in_line(each) for each in self.first]
        self.is_in_row = [reading.is_in_row(each) for each in self.first]
        self.numbers: dict[str, dict[int, int]] = {}
        for at, item in enumerate(items):
            for unit in item.units:
                self.numbers.setdefault(unit, {})[at] = self._number(item, unit)
        self.owners = self._owners()

    @staticmethod
    def _number(item: Item, unit: str) -> int:
        number = item.measure(unit)
        if number is None:
            raise KeyError(unit)
        return number

    def number(self, at: int, unit: str) -> int:
        """Return the figure of an item in a unit. Raises KeyError where it has none."""
        return self.numbers[unit][at]

    def gap(self, one: int, other: int) -> str:
        """Return what stands between two items, the end of it; "" where they stand in each other."""
        left, right = self.last[one], self.first[other]
        return self.reading.between(left, right)[-_LONGEST:] if left < right else ""

    def _owners(self) -> dict[int, int]:
        """Return the item before the bracket that an item stands in."""
        found: dict[int, int] = {}
        owner = None
        for at in range(1, len(self.items)):
            if self.sentence[at - 1] != self.sentence[at]:
                owner = None
            for sign in _BRACKET.findall(self.gap(at - 1, at)):
                owner = at - 1 if sign in "(（" else None
            if owner is not None:
                found[at] = owner
        return found
