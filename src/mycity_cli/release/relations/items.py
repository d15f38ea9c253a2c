"""Items: a count and the amount that goes with it, such as "69 projects worth 75.1 billion yuan"."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, field
from functools import cached_property

from mycity_cli.figure import COUNT
from mycity_cli.release.findings import Candidate, Kind
from mycity_cli.release.relations.reading import Reading

_NOT_ITS_OWN = re.compile(
    r"[;；。]|\b(?:of which|including|among (?:them|which|these|those)|such as|compris\w+|consist\w*|"
    r"compared (?:to|with)|than|awards?|also paid|reward\w*|subsid\w*|output|revenue|loans?|capacity)\b"
    r"|\bplanned\b(?! (?:total )?(?:invest|capital|amount|value))"
    r"|其中|包括|产值|税收|营收|贷款|奖励|补贴",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(
    r"[^.;。；]{0,120}[.。]\s*(?:"
    r"(?:they|it|which|this package|(?:these|those|the)(?: (?:projects|deals|contracts|agreements))?)\b[^.;,]{0,60}"
    r"|(?:the )?investment (?:runs|ran|comes|came|amounts|is|totals|stands)\b[^.;,]{0,20}"
    r"|(?:the )?(?:deal|contract|investment|project) (?:value|volume|amount)[^.;,]{0,20}"
    r"|(?:their|its|the|a|with a)?\s*(?:combined|total|overall|aggregate|planned|contract\w*|agreed)[^.;,]{0,60}"
    r"|项目?(?:计划|协议|合同|总|投资|金额|共)[^，。；,]{0,20}|(?:协议|合同|计划)?(?:总|投资)[^，。；,]{0,20})\Z",
    re.IGNORECASE,
)
_NEXT_PARAGRAPH = re.compile(
    r"[^.;。；]{0,120}[.。]\s*(?:these|those|the) (?:projects|deals|contracts|agreements)\b[^.;,]{0,60}\Z",
    re.IGNORECASE,
)
_AMOUNT_IN_COUNT = re.compile(
    r"\s*(?:[(（][^()（）]{0,60}[)）])?\s*(?:worth )?(?:of )?(?:\w+[ -]){0,3}"
    r"(?:in|for|from|across|through|under|on|into|covering|involving|spread over)\s+(?:a total of )?"
    r"(?:(?:the|these|all|about|some|over) )?\Z",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\b(?:(?:larg|bigg|great|small|costli|high|lat)est|first|last|star|one|each|any|most|half|part)"
    r" (?:one )?(?:of|among) (?:the|these|those|all|its)?(?: the)?\s*\Z",
    re.IGNORECASE,
)
_OF_AMOUNT = re.compile(r"\s*of\s*\Z", re.IGNORECASE)
_LONGEST = 160
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

    def __init__(self, reading: Reading, conversions: list[Candidate]) -> None:
        self.reading = reading
        self._converted = {each.result: each.terms[0] for each in conversions}
        self.all: list[Item] = []
        self.of: dict[int, Item] = {}
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
        elif mention.kind is Kind.MONEY and last is not None and self._goes_with(last, number):
            item = last
            item.money[mention.figure.unit] = number
        elif mention.kind is Kind.COUNT and last is not None and self._holds(last, number):
            item = last
            item.count = number
        else:
            item = Item(number) if mention.kind is Kind.COUNT else Item(None, {mention.figure.unit: number})
            self.all.append(item)
        self.of[number] = item

    def _goes_with(self, item: Item, amount: int) -> bool:
        """Return whether an amount is that of the count before it."""
        if item.count is None or item.money:
            return False
        if _ONE_OF.search(self.reading.before(item.count, 40)) or self._is_part_of_next(amount):
            return False
        gap = self.reading.between(item.count, amount)
        apart = self.reading.paragraph(amount) - self.reading.paragraph(item.count)
        if len(gap) > _LONGEST or apart > 1 or (apart and not _NEXT_PARAGRAPH.match(gap)):
            return False
        if self.reading.sentence(amount) == self.reading.sentence(item.count):
            return _NOT_ITS_OWN.search(gap) is None
        return _NEXT_SENTENCE.match(gap) is not None and _NOT_ITS_OWN.search(gap.rpartition(". ")[2]) is None

    def _is_part_of_next(self, number: int) -> bool:
        """Return whether an amount is told as a part of the next: 7.9 billion of 19.5 billion yuan."""
        after = number + 1
        if after >= len(self.reading.mentions) or self.reading.mentions[after].kind is not Kind.MONEY:
            return False
        return _OF_AMOUNT.fullmatch(self.reading.between(number, after)) is not None

    def _holds(self, item: Item, count: int) -> bool:
        """Return whether a count is that of the amount before it: 5 billion yuan in 12 projects."""
        if item.count is not None or self.reading.sentence(item.last) != self.reading.sentence(count):
            return False
        return _AMOUNT_IN_COUNT.match(self.reading.between(item.last, count)) is not None

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
