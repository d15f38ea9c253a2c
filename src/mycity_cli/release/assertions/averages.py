"""Averages: an amount for each of a number of projects that have a total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.expressions import expression
from mycity_cli.figure import Bound
from mycity_cli.release.assertions.assertion import NO_TOTAL, Assertion, Option
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading, overlap

_BEFORE = expression(
    r"\b(?:averag\w+|mean|per (?:contract|project|deal|agreement))\b[^.;]{0,70}\Z"
    r"|(?:平均|[项户个]均)[^。；;，,]{0,24}\Z",
    re.IGNORECASE,
)
_SUBJECT = expression(r"\b(?:the|their|an) average\b|\bon average,? each\b|平均", re.IGNORECASE)
_IS = expression(r"(?:\b(?:is|was|were|reache[sd]|stands at|comes to|came to)(?: worth)?|为|达到?)\s*\Z", re.IGNORECASE)
_EACH = expression(
    r"\s*(?:(?:for )?each\b|apiece\b|(?:per|a|for every) (?:project|deal|contract|agreement)\b)", re.IGNORECASE
)
_BEHIND = expression(r"[^.;,]{0,30}\bon average\b|\s*[(（]?(?:平均|on average)", re.IGNORECASE)
_OPEN = (Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST)
"""`More than 1 billion yuan each` is what every one of them reaches, and no average."""
_RANGE = expression(r"\s*(?:to|至|到|and|提高到|增至)\s*", re.IGNORECASE)
_IN_LIST = expression(r"\b(?:and|,|from)\s*\Z|[、和]\s*\Z")
_SENTENCES = 5
_MOST = 16
_FAR = 60


def averages(reading: Reading, items: Items) -> Iterator[Assertion]:
    """Yield what a release says of averages."""
    for number, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.MONEY:
            continue
        after = reading.after(number, 50)
        said = _is_said(reading, number) or _BEHIND.match(after) is not None
        if not said and (not _EACH.match(after) or mention.figure.bound in _OPEN):
            continue
        options = tuple(_Average(reading, items, number).options())
        yield Assertion(
            RelationKind.AVERAGE, "average/each", number, options, tuple(_doubts(reading, number, said=said)),
            missing=NO_TOTAL,
        )  # fmt: skip


def _doubts(reading: Reading, number: int, *, said: bool) -> Iterator[str]:
    yield "none"
    if not said:
        yield "none.each"
    if reading.is_former(number):
        yield "none.former"
    same = number > 0 and reading.mentions[number - 1].sentence == reading.mentions[number].sentence
    if same and _IN_LIST.search(reading.before(number, 12)):
        yield "none.in_list"


def _is_said(reading: Reading, number: int) -> bool:
    """Return whether the words before an amount make it an average: those right before it, or its subject."""
    while True:
        if _BEFORE.search(reading.before(number, 90)):
            return True
        if not number or not _RANGE.fullmatch(reading.between(number - 1, number)):
            break
        number -= 1  # of a range, the words stand before its lower end
    lead = reading.lead(number, 120)
    return _SUBJECT.search(lead) is not None and _IS.search(lead) is not None


class _Average:
    """The totals and numbers that an amount may be the average of, and what speaks for them."""

    def __init__(self, reading: Reading, items: Items, number: int) -> None:
        self.reading, self.items, self.number = reading, items, number

    def options(self) -> Iterator[Option]:
        """Yield the pairs of a total and a number that may be meant."""
        mentions, number = self.reading.mentions, self.number
        unit, here = mentions[number].figure.unit, mentions[number].sentence
        near = [
            n
            for n in range(max(0, number - _MOST), min(len(mentions), number + 4))
            if n != number and -1 <= here - mentions[n].sentence <= _SENTENCES
        ]
        first = [n for n in range(max(0, number - _FAR), number) if n in self.items.of and n not in near]
        totals, counts = [], []
        few = 2 if self.reading.is_crowded else 6
        for listed, most in ((near, slice(-few, None)), (first, slice(2))):
            alike = [n for n in listed if mentions[n].figure.unit == unit and n not in self.reading.asides]
            totals += alike[most]
            counts += [n for n in listed if mentions[n].kind is Kind.COUNT][most]
        for total in totals:
            for count in counts:
                candidate = Candidate(RelationKind.AVERAGE, (total, count), number)
                yield Option(candidate, tuple(self._features(total, count)))

    def _features(self, total: int, count: int) -> Iterator[str]:
        yield from self._of_place(total, count)
        yield from self._of_words(total, count)

    def _of_place(self, total: int, count: int) -> Iterator[str]:
        mentions, of, number = self.reading.mentions, self.items.of, self.number
        if total in of and of[total] is of.get(count):
            yield "pair.item"
        if count not in of:
            yield "count.no_item"
        last = max(total, count)
        if last < number and not any(n in of and n not in (total, count) for n in range(last + 1, number)):
            yield "pair.nearest"
        if min(total, count) > number:
            yield "pair.behind"
        apart = mentions[number].sentence - mentions[total].sentence
        if apart > 0:
            yield f"total.sentences{min(apart, 3)}"
        if mentions[count].sentence == mentions[total].sentence:
            yield "pair.in_sentence"

    def _of_words(self, total: int, count: int) -> Iterator[str]:
        reading, number = self.reading, self.number
        years = [reading.times.year(each) for each in (number, total, count)]
        if years[0] and years[0] not in years[1:]:
            yield "pair.other_year"
        if overlap(reading.words_of(number), reading.words_of(total) | reading.words_of(count)) is False:
            yield "pair.other_subject"
