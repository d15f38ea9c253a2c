"""Restatements: a figure that a release states again, as its headline and its text do, or "the 57 projects"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT, Bound
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, opening
from mycity_cli.release.reading import Reading, overlap

_DEFINITE = expression(
    r"\b(?:the|these|those|all(?: of)?(?: the)?|this|that)\s+(?:above\s+)?\Z"
    r"|(?:这|该|此次|上述|以上|全部|在)(?:批|次)?\s*\Z",
    re.IGNORECASE,
)
_OF_THE = expression(
    r"\b(?:of|among) (?:the|these|those|its|all)\s+\Z|\b(?:of|among) (?:the |these )?\Z", re.IGNORECASE
)
_WITHIN = expression(r"\s*(?:项目|合同)?(?:中|里|、[^，。；]{1,20}[中里])")
_PER = expression(r"\s*(?:per|a) (?:diluted )?share\b|.{0,20}\bper (?:diluted )?share\b", re.IGNORECASE)
_REACHED = expression(r"\A[^。.;；]{0,20}(?:达到?|接近|reach\w*|precisely|exactly)[^。.;；]{0,8}\Z", re.IGNORECASE)
"""What stands between a round figure and the exact one: 突破7000亿元，达到7469.13亿元."""
_APPROACHED = (Bound.OVER, Bound.NEARLY, Bound.ABOUT, Bound.AT_LEAST)
_MOST = 8
_FEW = 2
"""The same where there are very many figures."""
_FAR = 40
_FARTHEST = 60
"""So many figures of headings, and so many beside a table, are compared with one at the most: the last before it."""


def restated(reading: Reading, items: Items, parts: frozenset[int], converted: frozenset[int]) -> Iterator[Assertion]:
    """Yield what a release may state twice. `parts` are parts of sums, `converted` what amounts are converted to."""
    again = _Again(reading, items, parts, converted)
    for number in range(1, len(reading.mentions)):
        if not again.may_restate(number) or reading.is_in_heading(number):
            continue
        options = tuple(again.options(number))
        if options:
            doubts = tuple(again.doubts(number))
            yield Assertion(RelationKind.RESTATED, "restated/again", number, options, doubts)


class _Own(NamedTuple):
    """What is said of a figure, whatever it may be a restatement of."""

    is_planned: bool
    is_part: bool
    is_dealt: bool
    places: frozenset[str]
    subject: frozenset[str]


class _Again:
    """The figures of a release that may be stated again, and what speaks for it."""

    def __init__(self, reading: Reading, items: Items, parts: frozenset[int], converted: frozenset[int]) -> None:
        self.reading, self.items, self.parts, self.converted = reading, items, parts, converted
        self._own = cache(self._said_of)
        self.may_restate = cache(self._is_told)
        self._by_unit: dict[str, list[int]] = {}
        for number, mention in enumerate(reading.mentions):
            if self.may_restate(number):
                self._by_unit.setdefault(mention.figure.unit, []).append(number)
        held = {unit: [n for n in numbers if n in items.of] for unit, numbers in self._by_unit.items()}
        self._held = held
        self._body = {unit: [n for n in each if not reading.is_in_heading(n)] for unit, each in held.items()}
        self._kept = {
            (unit, in_row): [n for n in numbers if reading.is_in_heading(n) or (in_row and not reading.is_in_row(n))]
            for unit, numbers in self._by_unit.items()
            for in_row in (False, True)
        }

    def _is_told(self, number: int) -> bool:
        """Return whether a figure may be told twice: it is that of an item, or an amount for each share."""
        reading = self.reading
        if not reading.mentions[number].figure.value:
            return False
        return (
            number in self.items.of
            or _PER.match(reading.after(number, 24)) is not None
            or _PER.search(reading.before(number, 30)) is not None
        )

    def doubts(self, number: int) -> Iterator[str]:
        """Yield what speaks against a figure being told again."""
        reading = self.reading
        yield "none"
        yield "none.count" if reading.mentions[number].figure.unit == COUNT else "none.money"
        before = reading.before(number, 40)
        if cue("another").search(before) or opening("another").match(reading.after(number, 12)):
            yield "none.another"
        if cue("examples").search(before):
            yield "none.example"
        if number in self.parts:
            yield "none.part"
        if reading.is_in_line(number):
            yield "none.in_line"
        if reading.is_former(number):
            yield "none.former"
        yield from (f"none.{each}" for each in ("belongs", "planned") if cue(each).search(before))

    # --- which figures may be meant ---------------------------------------------------------------------------------

    def options(self, number: int) -> Iterator[Option]:
        """Yield the figures that a figure may state again, the last before it first."""
        found = 0
        most = _FEW if self.reading.is_crowded else _MOST
        for each in self._before(number):
            far = found >= most or number - each > _FAR
            if (far and not self._is_kept(number, each)) or self._is_of_one_item(number, each):
                continue
            if self._is_beside(number, each):
                continue
            found += 1
            candidate = Candidate(RelationKind.RESTATED, (each,), number)
            yield Option(candidate, tuple(self._features(number, each)), self._companion(number, each))

    def _before(self, number: int) -> Iterator[int]:
        """Yield the figures before one that are looked at, the last first: near ones, and those of headings."""
        unit = self.reading.mentions[number].figure.unit
        alike, kept = self._by_unit[unit], self._kept[unit, self.reading.is_in_row(number)]
        near = alike[bisect_left(alike, number - _FAR) : bisect_left(alike, number)]
        yield from reversed(near)
        until = bisect_left(kept, number - _FAR)
        farthest = _FEW if self.reading.is_crowded else _FARTHEST
        yield from reversed(kept[max(0, until - farthest) : until])

    def _is_kept(self, number: int, each: int) -> bool:
        """Return whether a figure is compared with one far before it: of a heading, or of the text above a table."""
        reading = self.reading
        return reading.is_in_heading(each) or (reading.is_in_row(number) and not reading.is_in_row(each))

    def _is_of_one_item(self, number: int, each: int) -> bool:
        return each in self.items.of and self.items.of[each] is self.items.of.get(number)

    def _is_beside(self, number: int, each: int) -> bool:
        """Return whether a figure stands in the sentence of another, as two figures do that are not the same."""
        reading = self.reading
        same = reading.mentions[each].sentence == reading.mentions[number].sentence
        return same and not reading.is_in_heading(each) and not _REACHED.search(reading.between(number - 1, number))

    def _companion(self, number: int, each: int) -> Candidate | None:
        """Return the restatement of the other measure of two items: the projects of the one and those of the other."""
        one, other = self.items.of.get(each), self.items.of.get(number)
        if one is None or other is None:
            return None
        for unit in one.units:
            first, second = one.measure(unit), other.measure(unit)
            if first is not None and second is not None and {first, second}.isdisjoint((each, number)):
                return Candidate(RelationKind.RESTATED, (first,), second)
        return None

    # --- what speaks for one ----------------------------------------------------------------------------------------

    def _features(self, number: int, each: int) -> Iterator[str]:
        kind = "count" if self.reading.mentions[number].figure.unit == COUNT else "money"
        in_heading = self.reading.is_in_heading(each)
        yield from self._of_heading(number, each, kind) if in_heading else self._of_text(number, each, kind)
        yield from self._of_time_and_place(number, each)
        yield from self._of_words(number, each, kind)
        yield from self._of_items(number, each)

    def _of_heading(self, number: int, each: int, kind: str) -> Iterator[str]:
        yield "heading"
        yield f"heading.{kind}"
        body = self._between(self._body, number, each)
        yield f"heading.{kind}.{'first' if not body else 'second' if body == 1 else 'later'}"
        if self.reading.is_total(number):
            yield "heading.total"

    def _between(self, lists: dict[str, list[int]], number: int, each: int) -> int:
        """Return how many figures of its unit stand between two."""
        listed = lists[self.reading.mentions[number].figure.unit]
        return bisect_left(listed, number) - bisect_right(listed, each)

    def _of_text(self, number: int, each: int, kind: str) -> Iterator[str]:
        reading = self.reading
        yield f"{kind}.between{min(self._between(self._held, number, each), 3)}"
        before = reading.before(number, 24)
        if _OF_THE.search(before):
            yield f"{kind}.of_the"
        elif _DEFINITE.search(before):
            yield f"{kind}.definite"
        if _WITHIN.match(reading.after(number, 24)):
            yield f"{kind}.within"
        totals = reading.is_total(each), reading.is_total(number)
        yield f"{kind}.both_total" if all(totals) else f"{kind}.one_total" if any(totals) else f"{kind}.no_total"
        yield f"paragraphs{min(reading.paragraph(number) - reading.paragraph(each), 3)}"

    def _of_time_and_place(self, number: int, each: int) -> Iterator[str]:
        reading = self.reading
        if reading.is_former(each) != reading.is_former(number):
            yield "other_time"
        if _are_apart(reading.times.names(each), reading.times.names(number)):
            yield "other_year"
        if _are_apart(self._own(each).places, self._own(number).places):
            yield "other_place"
        if reading.mentions[each].sentence == reading.mentions[number].sentence:
            yield "in_sentence"
        if reading.is_in_row(number):
            yield "in_row" if reading.is_in_row(each) else "row_of_text"

    def _of_words(self, number: int, each: int, kind: str) -> Iterator[str]:
        one, other = self._own(each), self._own(number)
        if each in self.parts:
            yield "earlier.part"
        if one.is_part:
            yield "earlier.belongs"
        if one.is_planned or other.is_planned:
            yield "one_planned"
        shared = overlap(one.subject, other.subject)
        if shared is not None:
            yield f"{kind}.same_subject" if shared else f"{kind}.other_subject"
        if one.is_dealt and other.is_dealt:
            yield "both_dealt"

    def _of_items(self, number: int, each: int) -> Iterator[str]:
        one, other = self.items.of.get(each), self.items.of.get(number)
        if one is None or other is None:
            yield "no_item"
        converted = each in self.converted, number in self.converted
        if any(converted):
            yield "both_converted" if all(converted) else "one_converted"
        if any(self.reading.mentions[n].figure.bound in _APPROACHED for n in (each, number)):
            yield "hedged"

    def _said_of(self, number: int) -> _Own:
        reading = self.reading
        first = self.items.of[number].first if number in self.items.of else number
        before = reading.before(number, 30)
        return _Own(
            cue("planned").search(reading.before(number, 40)) is not None,
            bool(cue("belongs").search(before) or cue("examples").search(before)),
            dealt(reading, number),
            reading.places(first),
            reading.words_of(number) | (reading.words_of(first) if number in self.items.of else frozenset()),
        )


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets both say something, and nothing that is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def dealt(reading: Reading, number: int) -> bool:
    """Return whether the words around a figure say that deals were made."""
    return bool(cue("dealt").search(reading.before(number, 40) + reading.own(number) + reading.tail(number, 30)))
