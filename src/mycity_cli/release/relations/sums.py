"""Sums: a total and the parts that it breaks down into, or that it adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise

from mycity_cli.exact import rational
from mycity_cli.figure import COUNT
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.relations import cues
from mycity_cli.release.relations.closed import ClosedLists
from mycity_cli.release.relations.lines import Lines
from mycity_cli.release.relations.runs import Measures, Run

_REACH = 4
"""How many paragraphs after a total its parts may stand."""

_MOST = 40
"""How many items after a total are looked at."""


class Strength(IntEnum):
    """How strongly the words say that a list is a whole."""

    NONE = 0
    PARALLEL = 1
    OPEN = 2
    CLOSED = 3


_CHANCE = {
    Strength.NONE: Fraction(1, 250),
    Strength.PARALLEL: Fraction(1, 40),
    Strength.OPEN: Fraction(1, 4),
    Strength.CLOSED: Fraction(1, 2),
}
"""How probable it may be that unrelated figures add up as well, for a list that the words call a whole or not."""

_BY_CHANCE = Fraction(1, 1000)
"""The same for parts before a total without any word that adds them up."""

_EACH = re.compile(r"[各均]有?\Z")
"""What says that a count is that of each of several."""

_OF_THEM = re.compile(r"^\s*of (?:them|these|those|which)\b", re.IGNORECASE)
"""What stands behind a count and says what it is a part of: 30 of them, and 22."""

_THE = re.compile(r"\b(?:the|these)\s+\Z|(?:这|上述)\s*\Z", re.IGNORECASE)
_ALONE = re.compile(r"\d[\d,]*|[A-Za-z]+(?:-[A-Za-z]+)?")

_ELSEWHERE = Fraction(1, 10)
"""What that is multiplied by for a list that does not begin right after its total."""

_IN_ONE_SENTENCE = Fraction(1, 15)
"""The same for a list without such words that stands in the sentence of its total, and ends there."""

_PLAUSIBLE = 3
"""How many times a total the parts may come to, or it them, for both to be told of one thing."""

_NEAR_BY = 1
_APART = Fraction(11, 10)
"""How many paragraphs before a list, and how many times it, a total in its other measure may be."""

_OF_LAST = Fraction(1, 40)
"""The same for a list without such words that holds all the figures that follow."""


def find_sums(reading: Reading, items: Items) -> list[Candidate]:
    """Return the sums of a release, the inner before the outer: the parts as terms, the total as the result."""
    return _Sums(reading, items).find()


class _Sums:
    def __init__(self, reading: Reading, items: Items) -> None:
        self.reading = reading
        self.items = items.all
        self.measures = Measures(reading, items)
        self.closed = ClosedLists(reading, self.measures)
        self.lines = Lines(reading, self.measures)
        self._inside: set[int] = set()
        self._known: set[tuple[int, ...]] = set()
        self._results: set[int] = set()
        self._terms: set[int] = set()
        self.found: list[Candidate] = []

    def find(self) -> list[Candidate]:
        for whole in range(len(self.items) - 1, -1, -1):
            self._broken_down(whole)
        for whole in range(1, len(self.items)):
            self._added_up(whole)
        # What does not add up is looked for from the outside: a list is that of the first total before it.
        for whole in range(len(self.items)):
            self._said_to_be_whole(whole)
        for whole in range(len(self.items)):
            run = self.closed.occasions(whole, [*range(whole + 1, min(whole + 1 + _MOST, len(self.items)))])
            if run is not None:
                self._add(run, self.items[whole].units[0])
        return self.found

    # --- a total, and then its parts -----------------------------------------------------------------------------

    def _broken_down(self, whole: int) -> None:
        outside = [at for at in self._following(whole) if at not in self._inside]
        taken: set[tuple[str, int]] = set()
        for unit in self.items[whole].units:
            listed = self._in_lines(whole, outside, unit)
            if listed is not None:
                taken.update((unit, at) for at in listed.parts)
                self._add(listed, unit)
            for stated in self._lists(whole, outside, unit):
                for run in self._runs(whole, stated, unit):
                    known = {at for each, at in taken if each == unit}
                    if not known.intersection(run.parts) and self._accepts(run, unit, stated):
                        taken.update((unit, at) for at in run.parts)
                        self._add(run, unit)
        self._inside.update(at for _, at in taken)

    def _in_lines(self, whole: int, following: list[int], unit: str) -> Run | None:
        """Return the lines of a list or table below a whole that add up to it."""
        run = self.lines.below(whole, self.measures.stated(following, unit))
        if run is None or not (self.measures.agrees(run, unit) and self.measures.is_close(run, unit)):
            return None
        chance = _CHANCE[Strength.CLOSED if run.follows else Strength.OPEN]
        return run if self.measures.chance_of_both(run, unit) <= chance else None

    def _lists(self, whole: int, outside: list[int], unit: str) -> list[list[int]]:
        """Return the items with a unit, and those of them that have every measure of the whole, as parts often do."""
        stated = self.measures.stated(outside, unit)
        units = self.items[whole].units
        full = [at for at in stated if all(self.items[at].measure(each) is not None for each in units[:2])]
        return [stated] if len(full) in (len(stated), 0) else [stated, full]

    def _said_to_be_whole(self, whole: int) -> None:
        following = [at for at in self._following(whole) if at not in self._inside]
        for unit in self.items[whole].units:
            stated = self.measures.stated(following, unit)
            if self.measures.number(whole, unit) in self._results:
                # A total may be broken down in several ways, each of which says by what.
                run = self.closed.classified(whole, stated, unit)
            else:
                run = self.closed.broken_down(whole, stated, unit, is_part=whole in self._inside)
                run = run or self.closed.exceeding(whole, self.lines.below(whole, stated), unit, self.lines)
            if run is not None:
                self._inside.update(run.parts)
                self._add(run, unit)
                return

    def _following(self, whole: int) -> list[int]:
        last = self.reading.paragraph(self.items[whole].last) + _REACH
        found = []
        owners = self.measures.owners
        for at in range(whole + 1, min(whole + 1 + _MOST, len(self.items))):
            here = self.reading.paragraph(self.items[at].first)
            if here > last:
                break
            if self.lines.holds(at):
                last = max(last, here + 1)  # a table goes on as long as its rows do
            # What stands in brackets breaks down the item before them.
            if owners.get(at, whole) in (whole, owners.get(whole)):
                found.append(at)
        return found

    def _runs(self, whole: int, stated: list[int], unit: str) -> Iterator[Run]:
        """Yield each list of items that adds up to the whole in a unit."""
        total = self.measures.mention(whole, unit).figure
        for start in range(len(stated)):
            added = Interval.exactly(0)
            for end in range(start, len(stated)):
                part = self.measures.mention(stated[end], unit).figure
                if rational(part.value) >= rational(total.value):
                    break
                added += part.interval
                if added.above(total.interval):
                    break
                if end > start and added.meets(total.interval):
                    yield Run(whole, tuple(stated[start : end + 1]), start == 0)
                    break

    def _accepts(self, run: Run, unit: str, stated: list[int]) -> bool:
        between = (_OF_THEM.sub("", self.reading.before(self.items[at].first, 40)) for at in run.parts[1:])
        if any(cues.WITHIN.search(words) for words in between):
            return False
        if any(cues.EXCEEDS.search(self.measures.gap(one, other)) for one, other in pairwise(run.parts)):
            return False
        chance = self.measures.chance_of_both(run, unit)
        strength = self._strength(run, unit)
        if strength is not Strength.CLOSED and (self._has_criterion(run) or not self.measures.is_close(run, unit)):
            return False
        allowed = _CHANCE[strength]
        if self.measures.goes_on(run, stated):
            allowed = min(allowed, _CHANCE[Strength.NONE])
        elif run.follows and self._is_last(run, stated) and not self._is_sibling(run, unit):
            allowed = max(allowed, _IN_ONE_SENTENCE if self.measures.is_one_sentence(run) else _OF_LAST)
        if not run.follows and (self._passes_larger(run, unit, stated) or not self._begins_group(run)):
            allowed = min(allowed * _ELSEWHERE, _CHANCE[Strength.NONE])
        return chance <= allowed

    def _has_criterion(self, run: Run) -> bool:
        """Return whether a part is told by its size, as those above 100 million yuan: it may hold the others."""
        return any(self.measures.is_criterion(at) for at in run.parts)

    def _passes_larger(self, run: Run, unit: str, stated: list[int]) -> bool:
        """Return whether a figure as large as the whole stands between it and the list: the list may be of that one."""
        value = self.measures.mention(run.whole, unit).figure.value
        between = stated[: stated.index(run.parts[0])]
        return any(self.measures.mention(at, unit).figure.value > value for at in between)

    def _is_last(self, run: Run, stated: list[int]) -> bool:
        """Return whether nothing of the unit follows in the paragraph of the last part."""
        after = stated.index(run.parts[-1]) + 1
        here = self.reading.paragraph(self.items[run.parts[-1]].last)
        return after == len(stated) or self.reading.paragraph(self.items[stated[after]].first) != here

    def _strength(self, run: Run, unit: str) -> Strength:
        """Return what the words before the first part, and those between the parts, say of the list."""
        lead = self.measures.lead(run)
        between = [self.measures.gap(one, other) for one, other in pairwise(run.parts)]
        if cues.EXAMPLES.search(lead):
            return Strength.NONE
        if (
            any(cues.REMAINING.search(gap) for gap in between)
            or cues.CLOSED.search(lead)
            or self.measures.is_opposed(run)
        ):
            return Strength.CLOSED
        # 57个项目中, of the 57 projects
        opening = self.reading.before(self.items[run.whole].first, 40)
        of_it = cues.OF_THE_WHOLE.search(opening) and run.follows
        told = self._are_numbers_alone(run, unit) or any(
            cues.OF_THE_WHOLE_BEHIND.match(self._following_words(at)) for at in run.parts
        )
        if told or cues.OPENING.search(lead) or lead.lstrip().startswith("中") or of_it:
            return Strength.OPEN
        other = self.measures.other(run, unit)
        if other is not None and self.measures.is_near(run, other) and not self._is_sibling(run, unit):
            return Strength.PARALLEL
        return Strength.NONE

    def _are_numbers_alone(self, run: Run, unit: str) -> bool:
        """Return whether every part is a number without a noun, right behind the whole: nineteen are in electronics."""
        if unit != COUNT or not run.follows:
            return False
        mentions = [self.measures.mention(at, unit) for at in run.parts]
        apart = mentions[-1].sentence - self.measures.mention(run.whole, unit).sentence
        text = self.reading.release.text
        return apart <= 1 and all(_ALONE.fullmatch(text, each.start, each.end) for each in mentions)

    def _following_words(self, at: int) -> str:
        """Return the count of an item as it is written, and the words behind it."""
        mention = self.reading.mentions[self.items[at].first]
        return self.reading.release.text[mention.start : mention.end + 30]

    def _is_sibling(self, run: Run, unit: str) -> bool:
        """Return whether the whole may be one more of the parts: set apart as they are, with an amount of its own."""
        lead, other = self.measures.lead(run), self.measures.other(run, unit)
        alike = other is not None and not self.measures.agrees(run, other) and self.measures.is_one_sentence(run)
        return alike or ";" in lead or "；" in lead

    def _begins_group(self, run: Run) -> bool:
        """Return whether words before the first part begin another breakdown."""
        first = self.items[run.parts[0]].first
        return cues.GROUP.search(self.reading.before(first, 60)) is not None

    # --- parts, and then their total -----------------------------------------------------------------------------

    def _added_up(self, whole: int) -> None:
        first = self.items[whole].first
        behind = cues.IN_ALL.match(self.reading.after(self.items[whole].last, 30)) is not None
        together = behind or cues.TOGETHER.search(self.reading.before(first, 60)) is not None
        before = self.reading.before(first, 80)
        if cues.EXCEEDS.search(before):
            return
        firm = behind or cues.ADDED_UP.search(before) is not None
        together = together or self._is_taken_up(whole)
        allowed = Fraction(1, 4) if firm else Fraction(1, 20) if together else _BY_CHANCE
        for unit in self.items[whole].units:
            rows = self.lines.above(whole, self.measures.stated([*range(max(0, whole - _MOST), whole)], unit))
            if rows is not None and self.closed.is_likely(rows, unit):
                self._inside.update(rows.parts)
                self._add(rows, unit)
        for unit in self.items[whole].units:
            run = self._ending_before(whole, unit, self._inside) or self._ending_before(whole, unit, frozenset())
            if run is not None and self.measures.chance_of_both(run, unit) <= self._allowed(run, unit, allowed):
                self._inside.update(run.parts)
                self._add(run, unit)
        for unit in self.items[whole].units:
            if self.measures.number(whole, unit) not in self._results:
                run = self._said_to_be_added_up(whole, unit, firm=firm)
                if run is not None:
                    self._inside.update(run.parts)
                    self._add(run, unit)

    def _is_taken_up(self, whole: int) -> bool:
        """Return whether "the" stands before a count, behind two in its sentence: 33 on the spot, 12 online; the 45."""
        count = self.items[whole].count
        if count is None or whole < 2 or not _THE.search(self.reading.before(count, 12)):
            return False
        sentence = self.reading.mentions[count].sentence
        before = [at for at in range(whole) if self.reading.mentions[self.items[at].first].sentence == sentence]
        return len(before) == 2

    def _said_to_be_added_up(self, whole: int, unit: str, *, firm: bool) -> Run | None:
        earlier = self.measures.stated([*range(max(0, whole - _MOST), whole)], unit)
        free = [at for at in earlier if self.measures.number(at, unit) not in self._terms]
        if firm:
            return self.closed.added_up(whole, free, unit)
        return self.closed.taken_up(whole, free, unit) if free == earlier else None

    def _allowed(self, run: Run, unit: str, allowed: Fraction) -> Fraction:
        """Return how probable a sum by chance may be: more where the other measure nearly adds up too."""
        other = self.measures.other(run, unit)
        parallel = other is not None and allowed > _BY_CHANCE and self.measures.is_near(run, other)
        return max(allowed, Fraction(1, 8)) if parallel else allowed

    def _ending_before(self, whole: int, unit: str, inside: AbstractSet[int]) -> Run | None:
        total = self.measures.mention(whole, unit).figure
        added = Interval.exactly(0)
        parts: list[int] = []
        earliest = self.reading.paragraph(self.items[whole].first) - _REACH
        for at in range(whole - 1, max(-1, whole - _MOST), -1):
            number = self.items[at].measure(unit)
            if number is None or at in inside:
                continue
            if self.reading.paragraph(number) < earliest:
                return None
            added += self.reading.mentions[number].figure.interval
            parts.insert(0, at)
            if added.above(total.interval):
                return None
            if len(parts) > 1 and added.meets(total.interval):
                return Run(whole, tuple(parts))
        return None

    # -------------------------------------------------------------------------------------------------------------

    def _add(self, run: Run, unit: str) -> None:
        """Add the sum in a unit and, where all of it is stated, in the other measure: one list, one assertion."""
        other = self.measures.other(run, unit)
        self._assert(run, run.whole, unit)
        if other is not None:
            if self.measures.is_near(run, other, _PLAUSIBLE):
                self._assert(run, run.whole, other)
            return
        # Of the 57 projects, 54 worth ... and 3 worth ...: the amounts break down the amount of the 57.
        same = self.measures.restated(run.whole)
        if same is not None:
            other = self.measures.other(run._replace(whole=same), unit)
            if other is not None and self.measures.is_near(run._replace(whole=same), other, 4):
                self._assert(run, same, other)
                return
        apart = self._stated_apart(run, unit)
        if apart is not None:
            self._assert(run, *apart)

    def _is_elsewhere(self, run: Run) -> bool:
        """Return whether the words around a total, or those before a list, set the two at other times or places."""
        before = self.reading.lead(self.items[run.whole].first, 40)
        start = self.reading.mentions[self.items[run.whole].last].end
        between = self.reading.release.text[start : self.reading.mentions[self.items[run.parts[0]].first].start]
        return cues.FORMER.search(before) is not None or cues.ELSEWHERE.search(between) is not None

    def _stated_apart(self, run: Run, unit: str) -> tuple[int, str] | None:
        """Return the total in the other measure where that stands by itself before the list, and its unit.

        26 contracts were signed: a list with counts and amounts, of which the amounts make the overall value.
        """
        common = [each for each in self.items[run.parts[0]].units if (each == COUNT) != (unit == COUNT)]
        for other in common:
            if len(self.measures.stated([*run.parts], other)) < len(run.parts):
                continue
            before = [at for at in range(max(0, run.parts[0] - _REACH), run.parts[0]) if at != run.whole]
            alone = [at for at in self.measures.stated(before, other) if self.items[at].measure(unit) is None]
            near = self.reading.paragraph(self.items[run.parts[0]].first) - _NEAR_BY
            alone = [at for at in alone if self.reading.paragraph(self.items[at].first) >= near]
            if len(alone) == 1 and self.measures.number(alone[0], other) not in self._terms | self._results:
                whole = run._replace(whole=alone[0])
                agrees = self.measures.agrees(whole, other)
                likely = self.closed.is_likely(whole, other, _APART) and not self._is_elsewhere(whole)
                return (alone[0], other) if agrees or likely else None
        return None

    def _assert(self, run: Run, whole: int, unit: str) -> None:
        terms = tuple(self.measures.number(at, unit) for at in run.parts)
        shared = unit == COUNT and any(_EACH.search(self.reading.before(term, 4)) for term in terms)
        if terms not in self._known and not (shared and not self.measures.agrees(run._replace(whole=whole), unit)):
            self._known.add(terms)
            self._terms.update(terms)
            self._results.add(self.measures.number(whole, unit))
            self.found.append(Candidate(RelationKind.SUM, terms, self.measures.number(whole, unit)))
