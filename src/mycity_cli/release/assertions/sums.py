"""Sums: a total and the parts that it breaks down into, or that it adds up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, partial
from itertools import islice

from mycity_cli.exact import Rational
from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.assertions.listed import ListedItems
from mycity_cli.release.assertions.others import names_others
from mycity_cli.release.assertions.sum_features import SumFeatures, most_of
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, words
from mycity_cli.release.reading import Reading

_REACH = 6
"""How many paragraphs after a total its parts may begin."""
_FAR_REACH = 16
"""The same for a total that is told of several cities."""
_MOST = 30
"""How many items after a total are looked at."""
_STARTS = 5
_STARTS_IN_CROWD = 2
_MOST_IN_CROWD = 3
_FEW = 8
_EACH = expression(r"[各均]有?\s*\Z|\beach\s*\Z", re.IGNORECASE)
_TOTAL_ROW = expression(rf"[\s|*_]*(?:{words('total')}|sum|all)", re.IGNORECASE)


def sums(reading: Reading, items: Items, converted: frozenset[int]) -> Iterator[Assertion]:
    """Yield what a release says of sums: for each figure the lists that may be its parts."""
    lists = _Lists(reading, items, converted)
    for at in range(len(items.all)):
        yield from lists.of(at)


class _Lists:
    """The lists of items that may be the parts of another."""

    def __init__(self, reading: Reading, items: Items, converted: frozenset[int]) -> None:
        self.reading = reading
        self.items = items.all
        self.converted = converted
        self.listed = ListedItems(reading, items.all)
        self.features = SumFeatures(reading, self.listed)
        self._may_begin = cache(self._begins)
        self._is_inside = cache(self._belongs)
        self._is_of_others = cache(self._names_others)
        self._is_each = cache(self._says_each)
        self._column = cache(self._cells_before)
        self._is_total_row = cache(self._begins_as_total)

    def of(self, at: int) -> Iterator[Assertion]:
        """Yield the assertions of which an item may be the total, one for each of its units."""
        for unit in self.items[at].units:
            whole = self.listed.number(at, unit)
            if whole in self.converted:
                continue
            runs = [*self._following(at, unit), *self._preceding(at, unit)]
            runs = [run for run in runs if not any(self._is_each(n, unit) for n in run)]
            options = tuple(self._option(at, run, unit) for run in dict.fromkeys(runs) if len(run) > 1)
            if options:
                yield Assertion(RelationKind.SUM, "sum/of-which", whole, options, tuple(self._doubts(at, whole)))

    def _option(self, at: int, run: tuple[int, ...], unit: str) -> Option:
        numbers = self.listed.numbers[unit]
        candidate = Candidate(RelationKind.SUM, tuple([numbers[each] for each in run]), numbers[at])
        at_once = self.features.at_once(at, run, unit)
        more = partial(self.features.more, at, run, unit, at_once)
        return Option(candidate, at_once, self._companion(at, run, unit), more, most_of(at_once, len(run)))

    def _companion(self, at: int, run: tuple[int, ...], unit: str) -> Candidate | None:
        for other in self.items[at].units:
            numbers = self.listed.numbers[other]
            if (other == COUNT) != (unit == COUNT) and all(each in numbers for each in run):
                return Candidate(RelationKind.SUM, tuple([numbers[each] for each in run]), numbers[at])
        return None

    def _doubts(self, at: int, whole: int) -> Iterator[str]:
        yield "none"
        if self.reading.is_in_heading(whole):
            yield "none.heading"
        if self.reading.is_in_line(whole):
            yield "none.in_line"
        first = self.listed.first[at]
        if first and cue("belongs", "examples").search(self.reading.before(first, 30)):
            yield "none.part"

    # --- which lists there are ------------------------------------------------------------------------------------

    def _following(self, at: int, unit: str) -> Iterator[tuple[int, ...]]:
        """Yield the lists that begin behind an item."""
        listed = tuple(self._behind(at, unit))
        outer = tuple(each for each in listed if self.listed.owners.get(each) in (None, at))
        if self.reading.is_crowded:
            yield from islice(self._fitting(outer, self.listed.number(at, unit), unit), _MOST_IN_CROWD)
        else:
            for which in self._variants(at, listed, outer):
                yield from self._stretches(which)
        rows = self._one_for_each_line(outer)
        if len(rows) > 1 and rows != outer:
            yield rows

    def _variants(self, at: int, listed: tuple[int, ...], outer: tuple[int, ...]) -> Iterable[tuple[int, ...]]:
        """Return which of the items behind one its parts may be among: all, those in no bracket, those in no other."""
        lists = [
            part for which in (outer, listed) for part in (which, tuple(n for n in which if not self._is_nested(at, n)))
        ]
        both = set(self.items[at].units[:2])
        full = tuple(each for each in outer if both <= set(self.items[each].units))
        if len(full) not in (len(outer), 0):
            lists.append(full)
        return dict.fromkeys(lists)

    def _fitting(self, listed: tuple[int, ...], whole: int, unit: str) -> Iterator[tuple[int, ...]]:
        """Yield the lists that may add up to a figure, and the longest one: where there is no time for all of them."""
        numbers, most = self.listed.numbers[unit], self._ends[whole][1]
        least = self._ends[whole][0] or 0
        for start in self._starts(listed)[:_STARTS_IN_CROWD]:
            low: Rational = 0
            high: Rational | None = 0
            for end in range(start, len(listed)):
                own = self._ends[numbers[listed[end]]]
                low += own[0] or 0
                high = None if high is None or own[1] is None else high + own[1]
                if most is not None and low > most:
                    break
                if end > start and (high is None or high >= least):
                    yield listed[start : end + 1]
        yield listed

    @cached_property
    def _ends(self) -> list[tuple[Rational | None, Rational | None]]:
        """The ends of the interval of each figure, None where it has none."""
        intervals = (mention.figure.interval for mention in self.reading.mentions)
        return [tuple(None if end is None else end.value for end in (each.low, each.high)) for each in intervals]  # type: ignore[misc]  # two

    def _behind(self, at: int, unit: str) -> Iterator[int]:
        """Yield the items behind one that are stated in a unit and may be its parts."""
        cities = () if self.reading.is_crowded else self.reading.places_above(self.listed.first[at])
        last = self.listed.paragraph_of_last[at] + (_FAR_REACH if len(cities) > 1 else _REACH)
        numbers = self.listed.numbers[unit]
        for each in range(at + 1, min(at + 1 + _MOST, len(self.items))):
            here = self.listed.paragraph[each]
            if here > last:
                break
            if self.listed.is_in_line[each]:
                last = max(last, here + 1)  # a table goes on as long as its rows do
            if each in numbers and not self._is_of_others(each):
                yield each

    def _stretches(self, listed: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        for start in self._starts(listed)[:_STARTS]:
            for end in range(start + 2, len(listed) + 1):
                if end - start <= _FEW or end == len(listed) or self._may_begin(listed[end - 1], listed[end]):
                    yield listed[start:end]

    def _starts(self, listed: tuple[int, ...]) -> list[int]:
        return [n for n in range(len(listed)) if n == 0 or self._may_begin(listed[n - 1], listed[n])]

    def _preceding(self, at: int, unit: str) -> Iterator[tuple[int, ...]]:
        """Yield the lists that end right before a total that adds up, and the rows above the row of a total."""
        in_row = self.listed.is_in_row[at]
        if not (self._is_total_row(at) if in_row else self.features.adds_up(at)):
            return
        numbers = self.listed.numbers[unit]
        listed = [n for n in range(max(0, at - _MOST), at) if n in numbers and not self._is_of_others(n)]
        if in_row:
            yield tuple(self._rows_above(at, listed))
            return
        # The rows of a table have a total of their own.
        listed = [n for n in listed if not self.listed.is_in_row[n]]
        for start in range(len(listed) - 2, max(-1, len(listed) - 9), -1):
            yield tuple(listed[start:])

    def _rows_above(self, at: int, listed: list[int]) -> list[int]:
        column = self._column(at)
        rows: dict[int, int] = {}
        last = self.listed.sentence[at]
        for each in reversed(listed):
            here = self.listed.sentence[each]
            if not self.listed.is_in_row[each] or last - here > 2:
                break
            last = here
            if self._column(each) == column:
                rows.setdefault(here, each)
        return sorted(rows.values())

    def _cells_before(self, at: int) -> int:
        lead = self.reading.lead(self.listed.first[at], 400)
        return lead.count("|") + lead.count("\t")

    def _one_for_each_line(self, listed: Iterable[int]) -> tuple[int, ...]:
        found: dict[int, int] = {}
        for each in listed:
            if not self.listed.is_in_line[each] or self._is_total_row(each):
                break
            found.setdefault(self.listed.sentence[each], each)
        return tuple(found.values())

    # --- what is said of an item, or between two: asked many times, looked at once ----------------------------------

    def _begins_as_total(self, at: int) -> bool:
        return _TOTAL_ROW.match(self.reading.lead(self.listed.first[at], 60)) is not None

    def _begins(self, before: int, each: int) -> bool:
        """Return whether a list may begin with an item: in a new sentence, or behind words that open a list."""
        if self.listed.sentence[before] != self.listed.sentence[each]:
            return True
        gap = self.listed.gap(before, each)
        return bool(cue("parts").search(gap)) or any(sign in gap for sign in ":：;；")

    def _is_nested(self, at: int, each: int) -> bool:
        """Return whether words say of an item that it is a part of the one right before it, and not of the whole."""
        return each - 1 > at and self._is_inside(each)

    def _belongs(self, each: int) -> bool:
        return cue("belongs").search(self.listed.gap(each - 1, each)) is not None

    def _says_each(self, at: int, unit: str) -> bool:
        """Return whether a figure is that of each of several: 两县各2个."""
        return _EACH.search(self.reading.before(self.listed.number(at, unit), 8)) is not None

    def _names_others(self, at: int) -> bool:
        """Return whether a figure is told as the sum of all others, and so is no part beside them."""
        return names_others(self.reading.before(self.listed.first[at], 60))
