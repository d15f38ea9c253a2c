"""Restatements: a figure that a release states twice."""

from __future__ import annotations

import re
from fractions import Fraction

from mycity_cli.exact import rational
from mycity_cli.figure import COUNT, Bound, Figure
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Item, Items
from mycity_cli.release.reading import Reading, digits

_DEFINITE = re.compile(
    r"\b(?:the|these|those|all(?: of)?(?: the)?)\s+\Z|(?:这|该|此次|上述|以上|全部)(?:批|次)?\s*\Z", re.IGNORECASE
)
_ANOTHER = re.compile(
    r"同时|另外|另有|另签|此外|还发布|发布|设立|基金|\b(?:also|another|fund|in addition|besides)\b|[^，。；]{0,8}基金",
    re.IGNORECASE,
)
"""What says that equal figures are of something else."""

_NO_RESULT = re.compile(
    r"\b(?:project|plant|park|base|target\w*|goals?|plans?|aims?|expect\w*|fund|loan|revenue|output|gdp|trade|annual|year"
    r"|in (?:19|20)\d\d|since|first|largest)\b"
    r"|目标|力争|计划|预计|基金|贷款|产值|营收|年|累计|最大|单个|剑指",
    re.IGNORECASE,
)
"""What says of a heading that its amount is not that of the deals."""

_SIGNED = re.compile(
    r"\b(?:deals?|sign\w*|ink\w*|worth|package|contracts?|projects?|agreements?|secur\w+|attract\w*|invest\w*"
    r"|lands?|reap\w*)\b|签|揽|引资|投资|项目|收获|招商",
    re.IGNORECASE,
)
_DEALS = re.compile(
    r"\b(?:deals?|sign\w*|ink\w*|worth|contract\w*|agreements?|investments?|invested|value|total\w*|conclud\w*)\b"
    r"|签|总|合同|协议|投资额|引资",
    re.IGNORECASE,
)
_NOT_OF_ALL = re.compile(
    r"\b(?:includ\w+|such as|largest|biggest|last year\w*|previous|of which|of (?:these|them|the)|one|broke|costs?"
    r"|trade|exports?|imports?|revenue|output|gdp|in (?:19|20)\d\d)\b"
    r"|其中|包括|最大|去年|上年|上届|此前|开工|截至|累计",
    re.IGNORECASE,
)
"""What says that an amount is of one deal, of a part of them, or of another time."""

_HEDGED = (Bound.OVER, Bound.NEARLY, Bound.ABOUT)
_SAME_DEALS = Fraction(2)
"""How many times the only amount of a body that of its heading may be, or the other way round, to be meant for it."""

_NAMES = re.compile(r"\b[A-Z][\w'’-]{3,}|[\u4e00-\u9fff]{4,}")
_NO_NAMES = re.compile(r"签|投资|项目|合同|金额|总额|协议|招商|共|其中|活动|大会|现场")
_NEAR = {Bound.OVER: Fraction(5, 4), Bound.NEARLY: Fraction(11, 10)}
_MOST = 3
"""How many items are compared with one that may restate them."""

_REACH = 30
"""How many items after a heading may say what it says."""

_USUALLY_NEAR = Fraction(21, 20)


def find_restated(
    reading: Reading, items: Items, conversions: list[Candidate], parts: frozenset[int]
) -> list[Candidate]:
    """Return the figures that restate an earlier one: the earlier as the term, the later as the result.

    `parts` are the figures that are known to be parts of others: two equal ones are of two things.
    """
    return _Restated(reading, items, conversions, parts).find()


class _Restated:
    def __init__(self, reading: Reading, items: Items, conversions: list[Candidate], parts: frozenset[int]) -> None:
        self.reading = reading
        self.items = items
        self.parts = parts
        self._converted = {each.result for each in conversions}
        self._of: dict[int, int] = {}

    def find(self) -> list[Candidate]:
        self._equal()
        self._paired()
        self._in_headings()
        self._hedged()
        return [Candidate(RelationKind.RESTATED, (one,), other) for other, one in self._of.items()]

    # --- the same value -------------------------------------------------------------------------------------------

    def _equal(self) -> None:
        first: dict[tuple[str, object], int] = {}
        for number, mention in enumerate(self.reading.mentions):
            if number not in self.items.of or number in self._converted:
                continue
            one = first.setdefault((mention.figure.unit, mention.figure.value), number)
            if one != number and self._is_same(one, number):
                self._of[number] = one

    def _is_same(self, one: int, other: int) -> bool:
        """Return whether two equal figures are figures of the same thing."""
        mention = self.reading.mentions[one]
        if mention.sentence == self.reading.mentions[other].sentence:
            return False
        if self.reading.is_in_heading(one) or self._agree_twice(one, other):
            return True
        if one in self.parts and other in self.parts:
            return False
        if _DEFINITE.search(self.reading.before(other, 20)):
            return True
        if mention.kind is Kind.MONEY:
            return len(digits(mention.figure)) >= 3
        return mention.figure.value >= 30 and (mention.figure.value % 10 != 0 or mention.figure.value > 100)

    def _agree_twice(self, one: int, other: int) -> bool:
        """Return whether the items of two figures have the same count and the same amount."""
        first, second = self.items.of[one], self.items.of[other]
        units = _common(first, second)
        return (
            not self._is_another(second)
            and len(units) > 1
            and all(self._have_equal(first, second, unit) for unit in units)
        )

    def _is_another(self, item: Item) -> bool:
        """Return whether the words around an item say that it is something else than what was told before."""
        behind = _ANOTHER.match(self.reading.after(item.last, 12))
        return behind is not None or _ANOTHER.search(self.reading.before(item.first, 40)) is not None

    def _have_equal(self, one: Item, other: Item, unit: str) -> bool:
        return self._figure(one, unit).value == self._figure(other, unit).value

    # --- a count and an amount, of which one is the same ------------------------------------------------------------

    def _paired(self) -> None:
        known: dict[tuple[str, object], list[Item]] = {}
        headings: list[Item] = []
        for later in self.items.all:
            if later.count is None or not later.money:
                continue
            keys = [(unit, self._figure(later, unit).value) for unit in later.units]
            earlier = [item for key in keys for item in known.get(key, [])] + headings
            for item in sorted(earlier, key=lambda item: item.first):
                units = _common(item, later)
                if len(units) > 1 and self._is_same_item(item, later, units):
                    for unit in units[:2]:
                        self._add(item, later, unit)
                    break
            for key in keys:
                if len(known.setdefault(key, [])) < _MOST:
                    known[key].append(later)
            if self.reading.is_in_heading(later.first):
                headings = [*headings, later][-_MOST:]

    def _is_same_item(self, item: Item, later: Item, units: list[str]) -> bool:
        if self.reading.sentence(item.first) == self.reading.sentence(later.first):
            return False
        heading = self.reading.is_in_heading(item.first)
        money = next(unit for unit in units if unit != COUNT)
        same_count, same_money = (self._have_equal(item, later, unit) for unit in (COUNT, money))
        one, other = self._figure(item, money), self._figure(later, money)
        if heading and (same_count or same_money or (len(digits(one)) > 1 and _nearly_same(one, other))):
            return True
        if item.first in self.parts and later.first in self.parts:
            return False
        if self._is_another(later):
            return False
        if same_count and (digits(one) == digits(other) or self._is_definite(later)):
            return True
        if same_money and len(digits(one)) >= 3:
            return True
        telling = (same_count and self._figure(item, COUNT).value >= 10) or (same_money and len(digits(one)) >= 2)
        return telling and bool(self._names(item) & self._names(later))

    def _is_definite(self, item: Item) -> bool:
        return _DEFINITE.search(self.reading.before(item.first, 20)) is not None

    def _names(self, item: Item) -> set[str]:
        """Return the names before an item: capitalized words, and runs of four characters without common words."""
        found: set[str] = set()
        for name in _NAMES.findall(self.reading.before(item.first, 40)):
            if name.isascii():
                found.add(name)
            else:
                found.update(name[at : at + 4] for at in range(len(name) - 3))
        return {name for name in found if not _NO_NAMES.search(name)}

    # --- what a heading says in other digits ------------------------------------------------------------------------

    def _in_headings(self) -> None:
        stated = set(self._of.values())
        for item in self.items.all:
            for unit in item.units:
                number = item.measure(unit)
                if number is None or number in stated or not self.reading.is_in_heading(number):
                    continue
                later = self._meant(item, unit)
                if later is not None:
                    self._add(item, later, unit)

    def _meant(self, item: Item, unit: str) -> Item | None:
        """Return the item of the body that a heading rounds, or gets wrong in one digit."""
        at = self.items.positions[item.first]
        body = [
            other
            for other in self.items.all[at + 1 : at + 1 + _REACH]
            if other.measure(unit) is not None and not self.reading.is_in_heading(other.first)
        ]
        figure = self._figure(item, unit)
        if not body:
            return None
        if (unit != COUNT or figure.bound is not Bound.EXACT) and _nearly_same(figure, self._figure(body[0], unit)):
            return body[0]
        if unit == COUNT and len(body) == 1 and figure.bound is Bound.EXACT and self._tells_of_deals(body[0]):
            return body[0]
        if unit != COUNT and len(body) == 1 and self._is_only(item, body[0], unit):
            return body[0]
        return next((other for other in body[:_MOST] if _is_slip(figure, self._figure(other, unit))), None)

    def _is_only(self, item: Item, other: Item, unit: str) -> bool:
        """Return whether a heading and its body tell of deals, with one amount each, which are not too far apart."""
        number = item.money[unit]
        heading = self.reading.sentence(number)
        words = self.reading.release.text[heading.start : heading.end]
        beside = [each for each in self.items.all if each is not item and self.reading.is_in_heading(each.first)]
        if any(each.money for each in beside) or _NO_RESULT.search(words) or not _SIGNED.search(words):
            return False
        if not self._tells_of_deals(other):
            return False
        one, two = (rational(self._figure(each, unit).value) for each in (item, other))
        return bool(one and two) and (
            max(one, two) <= _SAME_DEALS * min(one, two)
            or digits(self._figure(item, unit)) == digits(self._figure(other, unit))
        )

    def _tells_of_deals(self, item: Item) -> bool:
        """Return whether the sentence of an item tells of what was signed, and of no single deal or other year."""
        sentence = self.reading.sentence(item.first)
        words = self.reading.release.text[sentence.start : sentence.end]
        before = self.reading.release.text[sentence.start : self.reading.mentions[item.first].start]
        return _DEALS.search(words) is not None and _NOT_OF_ALL.search(before) is None

    # --- what is said again with a hedge -----------------------------------------------------------------------------

    def _hedged(self) -> None:
        """Find a round amount by itself, such as "more than 70 billion yuan", that rounds the one total before it."""
        for at, item in enumerate(self.items.all):
            unit = next(iter(item.money), None)
            if unit is None or item.count is not None or item.money[unit] in self._of or item.first in self.parts:
                continue
            figure = self._figure(item, unit)
            if figure.bound not in _HEDGED or len(digits(figure)) > 2 or self.reading.is_in_heading(item.first):
                continue
            earlier = [each for each in self.items.all[max(0, at - _REACH) : at] if each.measure(unit) is not None]
            near = {each.money[unit] for each in earlier if _nearly_same(figure, self._figure(each, unit))}
            larger = [each for each in earlier if self._figure(each, unit).value > figure.value * 2]
            if len(near) == 1 and not larger and self.reading.sentence(max(near)) != self.reading.sentence(item.first):
                self._of[item.money[unit]] = max(near)

    # ---------------------------------------------------------------------------------------------------------------

    def _figure(self, item: Item, unit: str) -> Figure:
        number = item.measure(unit)
        if number is None:
            raise KeyError(unit)
        return self.reading.mentions[number].figure

    def _add(self, item: Item, later: Item, unit: str) -> None:
        one, other = item.measure(unit), later.measure(unit)
        if one is not None and other is not None and other not in self._of:
            self._of[other] = one


def _common(one: Item, other: Item) -> list[str]:
    return [unit for unit in one.units if other.measure(unit) is not None]


def _nearly_same(figure: Figure, exact: Figure) -> bool:
    """Return whether one amount is another rounded: near it, on the side that its hedge says."""
    if not figure.value:
        return False
    near = _NEAR.get(figure.bound, _USUALLY_NEAR)
    quotient = Fraction(rational(exact.value)) / rational(figure.value)
    return figure.value != exact.value and Fraction(1) / near <= quotient <= near


def _is_slip(one: Figure, other: Figure) -> bool:
    """Return whether two figures of three digits or more differ in one digit, in two that are turned, or in scale."""
    first, second = digits(one), digits(other)
    if first == second and len(first) > 1:
        return one.value != other.value
    if len(first) < 3 or len(first) != len(second):
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    turned = len(apart) == 2 and apart[1] == apart[0] + 1 and first[apart[0]] == second[apart[1]]
    same_scale = one.value.adjusted() == other.value.adjusted()
    return same_scale and (len(apart) == 1 or (turned and first[apart[1]] == second[apart[0]]))
