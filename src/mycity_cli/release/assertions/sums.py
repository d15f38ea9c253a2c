"""Sums: a total and the parts that it breaks down into, or that it adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mycity_cli.figure import COUNT, Bound
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.assertions.opposites import are_opposites
from mycity_cli.release.assertions.others import names_others
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, opening, words
from mycity_cli.release.reading import Reading

_REACH = 6
"""How many paragraphs after a total its parts may begin."""
_MOST = 30
"""How many items after a total are looked at."""
_STARTS = 5
_FEW = 8
_COMPLETE = (
    "lead.closed",
    "lead.belongs",
    "lead.colon",
    "lead.respectively",
    "gap.rest",
    "gap.and",
    "parts.opposites",
    "whole.opens",
)
_TOTAL_ROW = re.compile(rf"[\s|*_]*(?:{words('total')}|sum|all)", re.IGNORECASE)
_BRACKET = re.compile("[()（）]")
_COLON = re.compile(r"[:：][^.;。；]{0,30}\Z")
_AND = re.compile(r"\b(?:and|with|plus|while|against)\b|[和及与以]|\bthe (?:other|second)\b", re.IGNORECASE)
_MARKS = (
    ("stops", re.compile(r"[。！？\n]|[.!?](?=\s|\Z)")), ("semicolons", re.compile("[;；]")), ("commas", re.compile("[,，]")),
    ("joined", re.compile(r"[、和及与]|\band\b")),
)  # fmt: skip
"""What sets the parts of a list apart, the strongest first."""
_THE = re.compile(r"(?:\A|[.;] )(?:the|these|all)\s+\Z|(?:这|上述)\s*\Z", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\b(?:of|among)(?: the| these| those| its| all)?(?: \w+){0,2}\s+\Z|在\Z", re.IGNORECASE)
_IN_WHOLE = re.compile(r"\s*(?:项目|合同)?(?:中|里)")
_THRESHOLD = re.compile(r"\d\s*(?:[万亿]元)?(?:及)?以上|\b(?:over|above|more than|exceeding)\b")


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
        self.of_number = items.of
        self.converted = converted
        self.owners = self._owners()

    def of(self, at: int) -> Iterator[Assertion]:
        for unit in self.items[at].units:
            whole = self._number(at, unit)
            if whole in self.converted:
                continue
            runs = [*self._following(at, unit), *self._preceding(at, unit)]
            options = tuple(
                self._option(at, run, unit, backward=run[-1] < at) for run in dict.fromkeys(runs) if len(run) > 1
            )
            if options:
                yield Assertion(RelationKind.SUM, "sum/of-which", whole, options, tuple(self._doubts(at, whole)))

    # --- which lists there are ------------------------------------------------------------------------------------

    def _following(self, at: int, unit: str) -> Iterator[tuple[int, ...]]:
        last = self.reading.paragraph(self.items[at].last) + _REACH
        listed = []
        for each in range(at + 1, min(at + 1 + _MOST, len(self.items))):
            here = self.reading.paragraph(self.items[each].first)
            if here > last:
                break
            if self.reading.is_in_line(self.items[each].first):
                last = max(last, here + 1)  # a table goes on as long as its rows do
            if self.items[each].measure(unit) is not None and not self._is_of_others(each):
                listed.append(each)
        outer = [each for each in listed if self.owners.get(each) in (None, at)]
        for which in [outer] if outer == listed else [outer, listed]:
            yield from self._stretches(at, which)
            yield from self._stretches(at, [each for each in which if not self._is_inside(at, each)])
        full = [each for each in outer if set(self.items[at].units[:2]) <= set(self.items[each].units)]
        if len(full) not in (len(outer), 0):
            yield from self._stretches(at, full)
        rows = self._one_for_each_line(outer)
        if len(rows) > 1 and rows != outer:
            yield tuple(rows)

    def _stretches(self, at: int, listed: list[int]) -> Iterator[tuple[int, ...]]:
        starts = [n for n in range(len(listed)) if n == 0 or self._may_begin(listed[n - 1], listed[n])][:_STARTS]
        for start in starts:
            for end in range(start + 2, len(listed) + 1):
                run = tuple(listed[start:end])
                if end - start <= _FEW or end == len(listed) or self._may_begin(listed[end - 1], listed[end]):
                    yield run

    def _preceding(self, at: int, unit: str) -> Iterator[tuple[int, ...]]:
        """Yield the lists that end right before a total that adds up, and the rows above the row of a total."""
        first = self.items[at].first
        in_row = self.reading.is_in_row(first)
        label = self.reading.lead(first, 60)
        behind = opening("together", most=12).match(self.reading.after(self.items[at].last, 30))
        if in_row:
            if not _TOTAL_ROW.match(label):
                return
        elif not behind and not cue("together").search(self.reading.before(first, 80)) and not _THE.search(label):
            return
        before = range(max(0, at - _MOST), at)
        listed = [n for n in before if self.items[n].measure(unit) is not None and not self._is_of_others(n)]
        if in_row:
            yield tuple(self._rows_above(at, listed))
            return
        for start in range(len(listed) - 2, max(-1, len(listed) - 9), -1):
            yield tuple(listed[start:])

    def _rows_above(self, at: int, listed: list[int]) -> list[int]:
        column = self._column(self.items[at].first)
        rows: dict[int, int] = {}
        last = self._sentence(at)
        for each in reversed(listed):
            here = self._sentence(each)
            if not self.reading.is_in_row(self.items[each].first) or last - here > 2:
                break
            last = here
            if self._column(self.items[each].first) == column:
                rows.setdefault(here, each)
        return sorted(rows.values())

    def _column(self, number: int) -> int:
        return self.reading.lead(number, 400).count("|") + self.reading.lead(number, 400).count("\t")

    def _one_for_each_line(self, listed: list[int]) -> list[int]:
        found: dict[int, int] = {}
        for each in listed:
            if not self.reading.is_in_line(self.items[each].first) or _TOTAL_ROW.match(
                self.reading.lead(self.items[each].first, 60)
            ):
                break
            found.setdefault(self._sentence(each), each)
        return list(found.values())

    def _may_begin(self, before: int, each: int) -> bool:
        """Return whether a list may begin with an item: in a new sentence, or behind words that open a list."""
        if self._sentence(before) != self._sentence(each):
            return True
        gap = self._gap(before, each)
        return bool(cue("parts").search(gap)) or any(sign in gap for sign in ":：;；")

    def _is_inside(self, at: int, each: int) -> bool:
        """Return whether words say of an item that it is a part of the one right before it, and not of the whole."""
        return each - 1 > at and cue("belongs").search(self._gap(each - 1, each)) is not None

    def _is_of_others(self, at: int) -> bool:
        """Return whether a figure is told as the sum of all others, and so is no part beside them."""
        return names_others(self.reading.before(self.items[at].first, 60))

    def _owners(self) -> dict[int, int]:
        """Return the item before the bracket that an item stands in."""
        found: dict[int, int] = {}
        owner = None
        for at in range(1, len(self.items)):
            if self._sentence(at - 1) != self._sentence(at):
                owner = None
            for sign in _BRACKET.findall(self._gap(at - 1, at)):
                owner = at - 1 if sign in "(（" else None
            if owner is not None:
                found[at] = owner
        return found

    # --- what speaks for a list -----------------------------------------------------------------------------------

    def _option(self, at: int, run: tuple[int, ...], unit: str, *, backward: bool) -> Option:
        terms = tuple(self._number(each, unit) for each in run)
        candidate = Candidate(RelationKind.SUM, terms, self._number(at, unit))
        features = tuple(self._features(at, run, unit, backward=backward))
        features = (*features, *self._complete(features))
        return Option(candidate, features, self._companion(at, run, unit))

    def _companion(self, at: int, run: tuple[int, ...], unit: str) -> Candidate | None:
        for other in self.items[at].units:
            if (other == COUNT) != (unit == COUNT) and all(self.items[each].measure(other) is not None for each in run):
                terms = tuple(self._number(each, other) for each in run)
                return Candidate(RelationKind.SUM, terms, self._number(at, other))
        return None

    def _doubts(self, at: int, whole: int) -> Iterator[str]:
        yield "none"
        if self.reading.is_in_heading(whole):
            yield "none.heading"
        if self.reading.is_in_line(whole):
            yield "none.in_line"
        if self.items[at].first and cue("belongs", "examples").search(self.reading.before(self.items[at].first, 30)):
            yield "none.part"

    def _features(self, at: int, run: tuple[int, ...], unit: str, *, backward: bool) -> Iterator[str]:
        yield "backward" if backward else "forward"
        yield f"parts{min(len(run), 5)}"
        yield from self._of_lead_back(at, run) if backward else self._of_lead(at, run)
        yield from self._of_place(at, run, unit, backward=backward)
        yield from self._of_gaps(run)
        yield from self._of_parts(at, run, unit)

    def _complete(self, features: tuple[str, ...]) -> Iterator[str]:
        """Yield what a list that is told without a gap is said to be: closed, of two opposites, with the rest."""
        if "skips0" in features and "end.open" not in features and "gap.skips" not in features:
            yield from (f"whole_list.{each}" for each in _COMPLETE if each in features)

    def _of_lead(self, at: int, run: tuple[int, ...]) -> Iterator[str]:
        lead = self._lead(at, run[0])
        skipped = run[0] - at - 1
        yield f"skips{min(skipped, 3)}"
        if cue("examples").search(lead):
            yield "lead.examples"
        if cue("closed").search(lead):
            yield "lead.closed"
        if cue("belongs").search(lead):
            yield "lead.belongs"
        elif cue("parts").search(lead):
            yield "lead.parts"
        elif _COLON.search(lead):
            yield "lead.colon"
        else:
            yield "lead.none"
        if cue("classified").search(lead):
            yield "lead.classified"
        if cue("respectively").search(lead + self.reading.after(self.items[run[-1]].last, 20)):
            yield "lead.respectively"
        first = self.items[at].first
        if _OF_WHOLE.search(self.reading.before(first, 30)) or _IN_WHOLE.match(
            self.reading.after(self.items[at].last, 8)
        ):
            yield "whole.opens"

    def _of_lead_back(self, at: int, run: tuple[int, ...]) -> Iterator[str]:
        first = self.items[at].first
        before = self.reading.before(first, 60)
        if cue("together").search(before):
            yield "back.together"
        elif _THE.search(self.reading.lead(first, 60)):
            yield "back.definite"
        if self.reading.is_in_row(first):
            yield "back.row"
        if cue("belongs").search(before):
            yield "back.belongs"

    def _of_place(self, at: int, run: tuple[int, ...], unit: str, *, backward: bool) -> Iterator[str]:
        one, other = (run[0], at) if backward else (at, run[-1])
        first, last = self.items[one].first, self.items[other].last
        sentences = self.reading.mentions[last].sentence - self.reading.mentions[first].sentence
        yield (
            "place.lines"
            if self.reading.is_in_line(self.items[run[0]].first)
            else f"place.sentences{min(sentences, 3)}"
        )
        if self.reading.is_in_row(self.items[run[0]].first):
            yield "place.rows"
        if self.reading.paragraph(first) != self.reading.paragraph(last):
            yield "place.paragraphs"
        if self._sentence(run[0]) == self._sentence(run[-1]):
            yield "place.parts_in_sentence"
        if not backward:
            yield from self._of_end(run, unit)

    def _of_end(self, run: tuple[int, ...], unit: str) -> Iterator[str]:
        following = next(
            (n for n in range(run[-1] + 1, len(self.items)) if self.items[n].measure(unit) is not None), None
        )
        tail = self.reading.after(self.items[run[-1]].last, 40)
        if opening("examples", most=12).match(tail):
            yield "end.examples"
        owner = self.owners.get(run[-1])
        if cue("not_all").search(tail):
            yield "end.not_all"
        if owner is not None and (following is None or self.owners.get(following) != owner):
            yield "end.bracket"
        elif following is None:
            yield "end.text"
        elif self.reading.paragraph(self.items[following].first) != self.reading.paragraph(self.items[run[-1]].last):
            yield "end.paragraph"
        elif self._sentence(following) != self._sentence(run[-1]):
            yield "end.sentence"
        elif cue("parts", "rest").search(self._gap(run[-1], following)):
            yield "end.cue"
        else:
            yield "end.open"

    def _of_gaps(self, run: tuple[int, ...]) -> Iterator[str]:
        gaps = [self._gap(one, other) for one, other in pairwise(run)]
        if cue("rest").search(gaps[-1]):
            yield "gap.rest"
        if _AND.search(gaps[-1]):
            yield "gap.and"
        if any(cue("belongs").search(gap) for gap in gaps):
            yield "gap.belongs"
        if any(other - one > 1 for one, other in pairwise(run)):
            yield "gap.skips"
        marks = {next((mark for mark, pattern in _MARKS if pattern.search(gap)), "none") for gap in gaps}
        yield f"gap.{marks.pop()}" if len(marks) == 1 else "gap.uneven"
        if any(cue("total").search(gap) for gap in gaps):
            yield "gap.total"
        if any(cue("than").search(gap) and cue("rising", "falling").search(gap) for gap in gaps):
            yield "gap.compared"

    def _of_parts(self, at: int, run: tuple[int, ...], unit: str) -> Iterator[str]:
        numbers = [self._number(each, unit) for each in run]
        whole = self._number(at, unit)
        if any(self.reading.is_former(n) != self.reading.is_former(whole) for n in numbers):
            yield "parts.other_time"
        years = {self.reading.times.year(n) for n in numbers} - {None}
        own = self.reading.times.year(whole)
        if own is not None and years and own not in years:
            yield "parts.other_year"
        criteria = [any(self._is_criterion(n) for n in self.items[each].numbers) for each in run]
        if any(criteria):
            yield "parts.criteria" if all(criteria) else "parts.criterion"
        placed = [self.reading.places(self.items[each].first) for each in (at, *run)]
        if all(placed) and placed[0].isdisjoint(frozenset().union(*placed[1:])):
            yield "whole.beside"
        if len({frozenset(self.items[each].units) for each in run}) == 1:
            yield "parts.alike"
        if len(self.items[at].units) > 1 and all(
            set(self.items[at].units[:2]) <= set(self.items[each].units) for each in run
        ):
            yield "parts.both_measures"
        around = [self._around(each) for each in run]
        if all(cue("investors").search(text) for text in around):
            yield "parts.investors"
        if any(cue("may_overlap").search(text) for text in around):
            yield "parts.may_overlap"
        if len(run) == 2 and are_opposites(*around):
            yield "parts.opposites"
        if self.reading.is_total(whole):
            yield "whole.total"
        if self.reading.is_former(whole):
            yield "whole.former"
        if any(self.reading.is_in_heading(n) for n in numbers):
            yield "parts.in_heading"

    def _is_criterion(self, number: int) -> bool:
        before = number - 1
        near = before >= 0 and before in self.reading.asides and len(self.reading.between(before, number)) <= 8
        return near or self.reading.mentions[number].figure.bound in (Bound.AT_LEAST, Bound.AT_MOST)

    def _around(self, at: int) -> str:
        item = self.items[at]
        return (
            self.reading.before(item.first, 40)
            + self.reading.span(item.first, item.last)
            + self.reading.after(item.last, 40)
        )

    def _lead(self, at: int, first: int) -> str:
        start = self.reading.mentions[self.items[at].last].end
        end = self.reading.mentions[self.items[first].first].start
        return self.reading.release.text[max(start, end - 120) : end]

    def _gap(self, one: int, other: int) -> str:
        left, right = self.items[one].last, self.items[other].first
        return self.reading.between(left, right)[-160:] if left < right else ""

    def _number(self, at: int, unit: str) -> int:
        number = self.items[at].measure(unit)
        if number is None:
            raise KeyError(unit)
        return number

    def _sentence(self, at: int) -> int:
        return self.reading.mentions[self.items[at].first].sentence
