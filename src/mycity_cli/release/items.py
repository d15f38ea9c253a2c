"""Items: a count and the amounts that go with it, such as "69 projects worth 75.1 billion yuan".

There is no other pairing of counts with amounts: relations and signings are both told of items.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import groupby, pairwise

from mycity_cli.figure import COUNT
from mycity_cli.release.findings import Candidate, Kind
from mycity_cli.release.lexicon import patterns
from mycity_cli.release.reading import Reading

_LONGEST = 160
"""How many characters apart a count and its amount stand at the most."""

_FARTHEST = 400
"""The same where the words before the amount name what was counted."""

_PAIR = 2
"""Of a list of more counts than these without amounts, a total behind it is that of all, not of the last."""

_MOST_PARTS = 9
"""So many parts of a count are told before the amount of them all, at the most."""

_BEFORE, _AFTER = 60, 4


@dataclass
class Item:
    """Figures that say the size of one thing: a count, amounts by currency (its own first), a percentage, or some."""

    count: int | None = None
    money: dict[str, int] = field(default_factory=dict)

    def measure(self, unit: str) -> int | None:
        """Return the number of the figure in a unit."""
        return self.count if unit == COUNT else self.money.get(unit)

    @property
    def units(self) -> list[str]:
        """The units that the item is stated in, the currency first stated before those it is converted to."""
        return ([COUNT] if self.count is not None else []) + list(self.money)

    @property
    def first(self) -> int:
        """The first figure."""
        return min(self.numbers)

    @property
    def last(self) -> int:
        """The last figure."""
        return max(self.numbers)

    @property
    def numbers(self) -> list[int]:
        """The figures."""
        return ([] if self.count is None else [self.count]) + list(self.money.values())


class Items:
    """The items of a release in the order of the text."""

    def __init__(self, reading: Reading, conversions: Iterable[Candidate]) -> None:
        self.reading = reading
        self._converted = {each.result: each.terms[0] for each in conversions}
        self._words = patterns("items")
        self.all: list[Item] = []
        self.of: dict[int, Item] = {}
        self._turns = dict(self._in_turn())
        for number, mention in enumerate(reading.mentions):
            if mention.kind is not Kind.PERCENT and number not in reading.asides and number not in reading.differences:
                self._take(number)

    def _take(self, number: int) -> None:
        mention = self.reading.mentions[number]
        source = self._converted.get(number)
        last = self.all[-1] if self.all else None
        if source is not None and source in self.of:
            item = self.of[source]
            item.money.setdefault(mention.figure.unit, number)
        elif mention.kind is Kind.MONEY and (found := self._counted(number)) is not None:
            item = found
            item.money[mention.figure.unit] = number
        elif mention.kind is Kind.COUNT and last is not None and self._holds(last, number):
            item = last
            item.count = number
        else:
            item = Item(number) if mention.kind is Kind.COUNT else Item(None, {mention.figure.unit: number})
            self.all.append(item)
        self.of[number] = item

    def _in_turn(self) -> Iterator[tuple[int, int]]:
        """Yield each amount of a run with the count of its rank, where a sentence tells so many counts and amounts."""
        numbers = [n for n, each in enumerate(self.reading.mentions) if each.kind is not Kind.PERCENT]
        for _, group in groupby(numbers, self._sentence):
            runs = [list(run) for _, run in groupby(group, lambda n: self.reading.mentions[n].kind)]
            said: bool | None = None
            for counts, amounts in pairwise(runs):
                if not len(counts) == len(amounts) > 1 or self.reading.mentions[counts[0]].kind is not Kind.COUNT:
                    continue
                if said is None:
                    place = self.reading.sentence(counts[0])[:2]
                    said = self._words["in_turn"].search(self.reading.release.text, *place) is not None
                if said:
                    yield from zip(amounts, counts, strict=True)

    def _counted(self, amount: int) -> Item | None:
        """Return the item whose count an amount is the worth of."""
        if amount in self._turns:
            return self.of.get(self._turns[amount])
        if not self.all or self._is_part_of_next(amount):
            return None
        last = self.all[-1]
        listed = self._list_before(amount)
        lead = self._lead(last.last, amount)
        if len(listed) > 1 and self._words["together"].fullmatch(lead):
            whole = self._whole_of(listed, closed=lead.startswith(("；", ";")))
            if whole is not None or len(listed) > _PAIR:
                return whole
        return self._open(last, amount) if self._goes_with(last, amount) else None

    def _open(self, last: Item, amount: int) -> Item:
        """Return the count that the last ones before an amount add up to, or are told as parts of in their sentence."""
        total = Decimal(0)
        closed = last.count is not None and self._sentence(last.count) != self._sentence(amount)
        for at in range(len(self.all) - 1, max(0, len(self.all) - _MOST_PARTS), -1):
            item, before = self.all[at], self.all[at - 1]
            if item.count is None or item.money or before.count is None or before.money:
                break
            total += self.reading.mentions[item.count].figure.value
            aside = closed and self._words["apart"].search(self.reading.between(before.count, item.count)) is not None
            if aside and self._words["still"].fullmatch(self._lead(item.count, amount).lstrip(";； ")):
                return before
            if item is not last and total == self.reading.mentions[before.count].figure.value:
                return before
        return last

    def _lead(self, number: int, amount: int) -> str:
        """Return the words before an amount: those behind the last comma, and the comma, after another figure."""
        gap = self.reading.between(number, amount)[-_LONGEST:]
        return gap[max(0, *(gap.rfind(mark) for mark in (",", "，", "；", ";"))) :].rstrip()

    def _list_before(self, amount: int) -> list[Item]:
        """Return the counts without amounts that stand right before an amount in its sentence, in one list."""
        found: list[Item] = []
        for item in reversed(self.all[-_BEFORE:]):
            if item.money or item.count is None or self._sentence(item.count) != self._sentence(amount):
                break
            found.insert(0, item)
        return found

    def _whole_of(self, listed: list[Item], *, closed: bool) -> Item | None:
        """Return the count that others before an amount are parts of; None where they are a list without one.

        They add up to it, or are told as its parts up to a semicolon, which closes them.
        """
        counts = [each.count for each in listed if each.count is not None]
        whole, *parts = (self.reading.mentions[each].figure.value for each in counts)
        before = self.all[-len(listed) - 1] if len(self.all) > len(listed) else listed[0]
        open_before = before.count is not None and not before.money
        if open_before and self.reading.mentions[before.count or 0].figure.value == whole + sum(parts):
            return before
        aside = closed and self._words["apart"].search(self.reading.between(counts[0], counts[1])) is not None
        return listed[0] if aside or whole == sum(parts) else None

    def _goes_with(self, item: Item, amount: int) -> bool:
        """Return whether an amount is that of the count before it."""
        if item.count is None or item.money or self._words["one_of"].search(self.reading.before(item.count, 40)):
            return False
        gap = self.reading.between(item.count, amount)
        if self._sentence(amount) == self._sentence(item.count):
            return len(gap) <= _LONGEST and self._is_beside(gap)
        start = self.reading.sentence(amount).start - self.reading.mentions[item.count].end
        before, lead = gap[:start], gap[start:]
        apart = self.reading.paragraph(amount) - self.reading.paragraph(item.count)
        if len(gap) > _FARTHEST or apart > 1 or self._words["apart"].search(lead):
            return False
        if self._words["refers_back"].fullmatch(lead) or (apart and self._words["label"].fullmatch(lead)):
            return True
        if before.rstrip().endswith((";", "；")) and self._words["still"].fullmatch(lead):
            return True
        near = len(gap) <= _LONGEST and not apart and self._sentence(amount) == self._sentence(item.count) + 1
        return near and ";" not in before and "；" not in before and self._words["goes_on"].fullmatch(lead) is not None

    def _is_beside(self, gap: str) -> bool:
        """Return whether what stands between a count and an amount in one sentence sets neither apart."""
        clauses = gap.replace(";", "；").split("；")
        told_still = len(clauses) == 1 or (len(clauses) == 2 and self._words["still"].fullmatch(clauses[1].strip()))
        return bool(told_still) and "。" not in gap and self._words["apart"].search(gap) is None

    def _sentence(self, number: int) -> int:
        return self.reading.mentions[number].sentence

    def is_of_all(self, at: int) -> bool:
        """Return whether the amount of an item is told as that of all that is listed before it."""
        return self._words["together"].fullmatch(self._lead(self.all[at - 1].last, self.all[at].first)) is not None

    def _is_part_of_next(self, number: int) -> bool:
        """Return whether an amount is told as a part of the next: 7.9 billion of 19.5 billion yuan."""
        after = number + 1
        if after >= len(self.reading.mentions) or self.reading.mentions[after].kind is not Kind.MONEY:
            return False
        return self.reading.between(number, after).strip().lower() == "of"

    def _holds(self, item: Item, count: int) -> bool:
        """Return whether a count is that of the amount before it: 5 billion yuan in 12 projects."""
        if item.count is not None or self._sentence(item.last) != self._sentence(count):
            return False
        return self._words["within"].fullmatch(self.reading.between(item.last, count)) is not None

    @cached_property
    def positions(self) -> dict[int, int]:
        """The number of the item of each figure."""
        return {number: at for at, item in enumerate(self.all) for number in item.numbers}

    def near(self, number: int) -> list[Item]:
        """Return the items around a figure, in the order of the text: those before it, and a few after it."""
        return self.all[max(0, bisect(self._firsts, number) - _BEFORE) : bisect(self._firsts, number) + _AFTER]

    @cached_property
    def _firsts(self) -> list[int]:
        return [item.first for item in self.all]
