"""The times that figures are of: a year, a quarter, this time or an earlier one, as the words beside them say."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.release.findings import Mention, Release
from mycity_cli.release.lexicon import words

_QUARTERS = {"一": "1", "二": "2", "三": "3", "四": "4", "first": "1", "second": "2", "third": "3", "fourth": "4"}
_TIME = expression(
    rf"(?P<former>{words('former')})|(?P<now>{words('now')})"
    r"|(?P<year>(?<![\d.])(?<!\d,)(?:19|20)\d\d(?![\d.,]*\d)(?!\s?(?:个|项|家|件|亿|万)))年?"
    r"|\bQ(?P<q>[1-4])\b|(?P<quarter>第?[一二三四]季度|\b(?:first|second|third|fourth)[- ]quarter\b)"
    r"|(?P<half>上半年|下半年|\b(?:first|second) half\b)",
    re.IGNORECASE,
)
_JOINED = expression(r"\s*(?:[、,，和与及]|and|, and)\s*\Z|\s*(?:[、和与及])\s*", re.IGNORECASE)
_FAR = 100


class Moment(NamedTuple):
    """A time that a text names: what kind of word it is, what it says, and where it stands."""

    kind: str
    value: str
    start: int
    end: int


class _Timed(NamedTuple):
    """What the times of a figure say together."""

    is_former: bool
    year: str | None
    names: frozenset[str]

    @classmethod
    def of(cls, moments: tuple[Moment, ...]) -> _Timed:
        return cls(
            bool(moments) and moments[-1].kind == "former",
            next((each.value for each in reversed(moments) if each.kind == "year"), None),
            frozenset(each.value for each in moments if each.kind not in ("former", "now")),
        )


class Times:
    """The times of one release, and which of its figures is of which."""

    def __init__(self, release: Release, mentions: tuple[Mention, ...]) -> None:
        self.release = release
        self.mentions = mentions
        self._of = cache(self._found)

    def is_former(self, number: int) -> bool:
        """Return whether the nearest time of a figure is an earlier one."""
        return self._of(number).is_former

    def year(self, number: int) -> str | None:
        """Return the year that a figure is of, where one is named."""
        return self._of(number).year

    def names(self, number: int) -> frozenset[str]:
        """Return what the times of a figure say, the words for earlier and for now left out."""
        return self._of(number).names

    def within(self, start: int, end: int) -> list[Moment]:
        """Return the times that a stretch of the text names."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self._all]

    @cached_property
    def _all(self) -> list[Moment]:
        found = []
        for match in _TIME.finditer(self.release.text):
            kind = match.lastgroup or ""
            said = match[kind].lower()
            if kind in ("q", "quarter"):
                key = re.sub(r"[第季度]|[- ]?quarter", "", said)
                said, kind = f"q{_QUARTERS.get(key, key)}", "quarter"
            found.append(Moment(kind, said, match.start(), match.end()))
        return found

    def _found(self, number: int) -> _Timed:
        return _Timed.of(self._moments(number))

    def _moments(self, number: int) -> tuple[Moment, ...]:
        """Return the times that a figure is of: those named right behind it, or else in its clause before it."""
        mention = self.mentions[number]
        sentence = self.release.sentences[mention.sentence]
        following = self.mentions[number + 1].start if number + 1 < len(self.mentions) else sentence.end
        behind = self.within(mention.end, min(mention.end + 45, following, sentence.end))
        for moment in behind:
            gap = self.release.text[mention.end : moment.start]
            if re.fullmatch(
                r"[^,.;:，。；：()（）]{0,30}\b(?:in|of|for|during|at|by|on)?\s?(?:the )?(?:same )?", gap, re.IGNORECASE
            ) and not re.search(r"\b(?:than|from|over|against|compared|more|less|up|down)\b|比|较", gap, re.IGNORECASE):
                return (moment,)
        listed = self._in_list(number)
        if listed is not None:
            return (listed,)
        start = max(sentence.start, mention.start - _FAR)
        if number and self.mentions[number - 1].sentence == mention.sentence:
            start = max(start, self.mentions[number - 1].end)
        before = self.within(start, mention.start)
        cut = max((self.release.text.rfind(sign, start, mention.start) for sign in ";；。"), default=-1)
        return tuple(each for each in before if each.start > cut)

    def _in_list(self, number: int) -> Moment | None:
        """Return the time of a figure of a list that follows a list of as many times: 一季度、二季度各为A和B."""
        sentence = self.mentions[number].sentence
        first, last = self._lists.get(number, (number, number))
        if first == last:
            return None
        found = self.release.sentences[sentence]
        start = max(found.start, self.mentions[first].start - _FAR)
        if first and self.mentions[first - 1].sentence == sentence:
            start = max(start, self.mentions[first - 1].end)
        moments = self.within(start, self.mentions[first].start)
        if len(moments) != last - first + 1:
            return None
        gaps = (self.release.text[one.end : other.start] for one, other in pairwise(moments))
        return moments[number - first] if all(_JOINED.fullmatch(gap) for gap in gaps) else None

    @cached_property
    def _lists(self) -> dict[int, tuple[int, int]]:
        """The first and the last figure of the list that each figure of one stands in."""
        found: dict[int, tuple[int, int]] = {}
        first = 0
        for number in range(1, len(self.mentions) + 1):
            if number == len(self.mentions) or not self._are_joined(number - 1, number):
                found.update(dict.fromkeys(range(first, number), (first, number - 1)))
                first = number
        return found

    def _are_joined(self, one: int, other: int) -> bool:
        left, right = self.mentions[one], self.mentions[other]
        if left.sentence != right.sentence or left.figure.unit != right.figure.unit:
            return False
        gap = self.release.text[left.end : right.start]
        return re.fullmatch(r"\s*(?:[、,，和与及]|and|, and)\s*", gap) is not None
